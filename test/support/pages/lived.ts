import type { AnyDecider } from "../../../src/kernel/decider.ts";
import type { Message } from "../../../src/kernel/messages.ts";
import { sent } from "../../../src/kernel/sent.ts";

/** What happened once: a command was answered with a message, or an event led from one status to another. */
export type Lived = {
  answers: { command: string; ok: boolean; message: string }[];
  steps: { from: string; event: string; to: string }[];
};

const early = { now: new Date("2000-01-01T00:00:00Z"), commandId: "pages", actor: "pages" };
const late = { ...early, now: new Date("9999-12-31T16:59:59.999Z") };

/** Lives through the paths of an aggregate. In each state it tries every command of every path. */
export function lived(decider: AnyDecider, paths: readonly (readonly Message[])[]): Lived {
  const all: Lived = { answers: [], steps: [] };
  const ask = (command: Message, state: unknown, metadata: typeof late): Message[] => {
    const decision = decider.decide(sent(command, metadata), state);
    const messages: Message[] = decision.ok ? decision.events : [decision.rejection];
    for (const { type } of messages)
      all.answers.push({ command: command.type, ok: decision.ok, message: type });
    return decision.ok ? messages : [];
  };
  const follow = (state: { status: string }, events: readonly Message[]) =>
    events.reduce((before, event) => {
      const after = decider.evolve(before, event) as { status: string };
      all.steps.push({ from: before.status, event: event.type, to: after.status });
      return after;
    }, state);

  const commands = paths.flat();
  for (const path of paths) {
    let state = decider.initialState() as { status: string };
    for (const next of path) {
      for (const command of commands) {
        follow(state, ask(command, state, late));
        ask(command, state, early);
      }
      state = follow(state, ask(next, state, late));
    }
  }
  return all;
}
