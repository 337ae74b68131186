import { reject } from "../kernel/decision.ts";
import type { During } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import type { BallotRejection } from "./messages.ts";
import { repeated } from "./outcome.ts";
import type { Tie } from "./result.ts";
import type { Ballot } from "./state.ts";

export type Undecided = During<Ballot, "undecided">;

/** The step of the ladder that is due, with its tie, where the command is for this step and for one of `kinds`. */
export function dueStep<K extends TieStep["kind"]>(
  { terms, ladder, outcome }: Pick<Undecided, "terms" | "ladder" | "outcome">,
  step: number,
  kinds: readonly K[],
): { ok: true; tie: Tie; kind: K } | { ok: false; rejection: BallotRejection } {
  const due = terms.voting.tieLadder[ladder.step - 1];
  const tie = outcome.undecided;
  // The tie of a run-off goes back to the ladder of the ballot that called it.
  if (due === undefined || tie === undefined) return reject({ type: "NoTie", data: {} });
  const kind = kinds.find((one) => one === due.kind);
  if (step !== ladder.step || kind === undefined)
    return reject({ type: "TieStepNotDue", data: { step, due: ladder.step, kind: due.kind } });
  return { ok: true, tie, kind };
}

/** For events: this step of the ladder is due on a tie, or the event cannot have happened. */
export function expectDue({ terms, ladder, outcome }: Undecided, step: number, kind: TieStep["kind"]): Tie {
  if (step !== ladder.step || terms.voting.tieLadder[step - 1]?.kind !== kind)
    contradiction(`step ${step} of the ladder, ${JSON.stringify(kind)}, is not due`);
  return outcome.undecided ?? contradiction("nobody is tied");
}

/** What stands against these names for the seats of a tie: a stranger, a name twice, too many. */
export function objectionToNames(
  { tied, seats }: Tie,
  names: readonly string[],
): BallotRejection | undefined {
  const stranger = names.find((unit) => !tied.includes(unit));
  if (stranger !== undefined) return { type: "NotTied", data: { unit: stranger } };
  const twice = repeated(names);
  if (twice !== undefined) return { type: "NamedTwice", data: { unit: twice } };
  return names.length > seats
    ? { type: "TooManyElected", data: { elected: names.length, seats } }
    : undefined;
}
