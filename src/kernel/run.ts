import type { Decider } from "./decider.ts";
import type { State } from "./during.ts";
import type { Message } from "./messages.ts";
import type { Sent } from "./recorded.ts";

/** The result of a list of commands: all are accepted, or one is refused. */
export type Run<S, C extends Message, E extends Message, R extends Message> =
  | { ok: true; state: S; events: E[] }
  /** The refused command is at `index`; `state` and `events` are those before it. */
  | { ok: false; state: S; events: E[]; rejection: R; command: Sent<C>; index: number };

/**
 * Decides and folds a list of commands, one after the other, from the beginning or from `from`. It stops at the
 * first refusal.
 *
 * @example
 * const draft = PledgeCommand.create.DraftPledge({ bloc: "internal-affairs", unit: "police", season: "2022", dueOn: "2022-12-31" });
 * const metadata = { now: new Date("2022-01-05T03:00:00Z"), commandId: "from-your-generator", actor: "office" };
 * run(pledge, [{ ...draft, metadata }]).state.status // "draft"
 */
export function run<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  commands: Iterable<Sent<C>>,
  from: S = decider.initialState(),
): Run<S, C, E, R> {
  let state = from;
  let index = 0;
  const events: E[] = [];
  for (const command of commands) {
    const decision = decider.decide(command, state);
    if (!decision.ok) return { ok: false, state, events, rejection: decision.rejection, command, index };
    state = decision.events.reduce(decider.evolve, state);
    events.push(...decision.events);
    index += 1;
  }
  return { ok: true, state, events };
}
