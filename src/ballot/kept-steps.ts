import { same } from "../kernel/same.ts";
import type { BrokenBy } from "./fields.ts";
import { decided, drawn, isRunOff, leftVacant, takeFrozenStep } from "./ladder.ts";
import type { BallotEvent } from "./messages.ts";
import { type Seating, settled } from "./outcome.ts";
import type { Outcome, Tie } from "./result.ts";
import type { Climbs, Ladder, Taken } from "./state.ts";
import type { Terms } from "./terms.ts";

// A step that was taken on a tie stands for as long as the tie is the same, whatever was counted again meanwhile.

type Climbing = { terms: Terms; climbs: Climbs };
type Steps = Ladder["taken"];

/** The ladder after these steps, with the lot that was announced or the run-off that was called for the tie left. */
export function ladderAfter({ terms, climbs }: Climbing, taken: Steps, { undecided }: Outcome): Ladder {
  const { step, round } = dueAfter(terms, taken);
  const isHere = (one: { step: number; tie: Tie }) => one.step === step && same(one.tie, undecided);
  const called = climbs.runOffs.findLast((one) => isHere(one) && one.round === round && !one.isVoid);
  return {
    ...{ step, round, taken, lotAnnounced: climbs.lots.some(isHere) },
    ...(called && { calledAs: called.call }),
  };
}

/** The step of the ladder on the tie of this outcome, and all that follows from it at once. */
export function takenBy(
  state: Climbing & { ladder: Ladder; outcome: Outcome },
  by: BrokenBy,
  part: Seating,
): BallotEvent[] {
  const { step, taken } = state.ladder;
  const outcome = settled(state.outcome, part);
  const steps = [...taken, { step, by, before: state.outcome }];
  return [{ type: "TieStepTaken", data: { step, by, outcome } }, ...followsFrom(state, steps, outcome)];
}

/**
 * What follows at once after these steps: what was done before about the same tie stands, step by step, and where the
 * ladder has ended, or cannot know whom it may elect together, the seats stay vacant.
 */
export function followsFrom(state: Climbing, taken: Steps, outcome: Outcome): BallotEvent[] {
  const { terms } = state;
  const kept = keptOn(state, taken, outcome);
  if (kept) return [kept.event, ...followsFrom(state, kept.steps, kept.event.data.outcome)];
  const isOver = dueAfter(terms, taken).step > terms.voting.tieLadder.length || outcome.undecided?.unlisted;
  return isOver && !isRunOff(terms) ? leftVacant(outcome) : [];
}

function keptOn(state: Climbing, taken: Steps, before: Outcome) {
  const { undecided: tie } = before;
  const record = tie && recordOn(state, taken, tie);
  if (!tie || !record) return undefined;
  const { step, by } = record;
  const outcome = settled(before, partAgain(state.terms, tie, record));
  const event = { type: "TieStepKept" as const, data: { step, by, outcome } };
  return { event, steps: [...taken, { step, by, before }] };
}

/** What was done about this very tie, at the step and in the round that are due after these steps. */
export function recordOn({ terms, climbs }: Climbing, taken: Steps, tie: Tie): Taken | undefined {
  const { step, round } = dueAfter(terms, taken);
  return climbs.taken.findLast(
    ({ step: at, by, tie: on }) =>
      at === step && (by.kind !== "runOff" || by.round === round) && same(on, tie),
  );
}

/** What was done in a step of the ladder, and for whom. */
export function takenIn({ taken }: Climbs, { by, before }: Steps[number]): Taken | undefined {
  return taken.findLast((one) => same(one.by, by) && same(one.tie, before.undecided));
}

/** The step and the round that are due. A run-off has rounds; every other step is taken once. */
function dueAfter({ voting }: Terms, taken: Steps): { step: number; round: number } {
  const last = taken.at(-1);
  if (!last) return { step: 1, round: 1 };
  const { step, by } = last;
  const kind = voting.tieLadder[step - 1];
  const hasRounds = by.kind === "runOff" && kind?.kind === "runOff" && by.round < kind.roundsMax;
  return hasRounds ? { step, round: by.round + 1 } : { step: step + 1, round: 1 };
}

function partAgain(terms: Terms, tie: Tie, { by, elected }: Taken): Seating {
  switch (by.kind) {
    case "score":
    case "seniority":
    case "vacantSeat":
      return takeFrozenStep(by.kind, terms, tie);
    case "lot":
      return drawn(tie, by.drawn);
    case "chairDecision":
      return decided(tie, elected);
    case "runOff":
      return decided(tie, by.elected, by.tied);
  }
}

/** Who of the tied a step elected, and who stays tied, by the outcomes before and after it. */
export function takenOn({ step, by, before }: Steps[number], { elected, undecided }: Outcome): Taken[] {
  const { undecided: tie } = before;
  if (!tie) return [];
  const first = elected.filter((unit) => !before.elected.includes(unit));
  return [{ step, tie, by, elected: first, tied: undecided?.tied ?? [] }];
}
