import { accept, reject } from "../kernel/decision.ts";
import { type Begun, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { Drawn } from "../vocabulary/lot.ts";
import { inLotOrder } from "../vocabulary/verifiable-lot.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import { objectionToChair } from "./chair.ts";
import { ladderAfter, recordOn, takenBy, takenIn, takenOn } from "./kept-steps.ts";
import { decided, drawn, frozenSteps, takeFrozenStep } from "./ladder.ts";
import type { BallotRejection } from "./messages.ts";
import { sameUnits } from "./outcome.ts";
import type { Tie } from "./result.ts";
import { withResult } from "./run-off-calls.ts";
import {
  type Ballot,
  type Deciding,
  type EventData,
  type Evolving,
  laterOf,
  statusOf,
  type Taken,
} from "./state.ts";
import { dueStep, expectDue, objectionToNames, type Undecided } from "./tie-due.ts";

// The ties. A tie climbs the frozen ladder one step at a time; each step passes on only what it leaves tied.

export const decideTies: Deciding<"TakeTieStep" | "DecideTie" | "AnnounceLot" | "DrawLot"> = {
  TakeTieStep: during(["undecided"], {
    already: (state, { step }) => frozenSteps.some((kind) => stepTaken(state, step, kind)),
    decide(state, { step }) {
      const due = dueStep(state, step, frozenSteps);
      if (!due.ok) return due;
      return accept(...takenBy(state, { kind: due.kind }, takeFrozenStep(due.kind, state.terms, due.tie)));
    },
  }),

  DecideTie: during(["undecided"], {
    already: (state, { step, elected, chair, decidedOn }) => {
      const taken = stepTaken(state, step, "chairDecision");
      const by = { kind: "chairDecision", chair, decidedOn };
      return same(taken?.by, by) && sameUnits(taken?.elected, elected);
    },
    done: ({ decidedOn }) => decidedOn,
    decide(state, { step, elected, chair, decidedOn }) {
      const due = dueStep(state, step, ["chairDecision"]);
      if (!due.ok) return due;
      const { tie, kind } = due;
      const objection =
        objectionToNames(tie, elected) ??
        objectionToDecision(tie, elected) ??
        objectionToChair(state, { chair, decidedOn });
      if (objection) return reject(objection);
      return accept(...takenBy(state, { kind, chair, decidedOn }, decided(tie, elected)));
    },
  }),

  AnnounceLot: during(["undecided"], {
    already: (state, { step }) =>
      "ladder" in state && state.ladder.lotAnnounced && state.ladder.step === step,
    decide(state, { step }) {
      const due = dueStep(state, step, ["lot"]);
      if (!due.ok) return due;
      const sources = state.terms.tieData.lotSources;
      const { tied, seats } = due.tie;
      return accept({
        type: "LotAnnounced",
        data: { step, candidates: inLotOrder(tied), seats, sources },
      });
    },
  }),

  DrawLot: during(["undecided"], {
    already: (state, { step, drawn: values }) => {
      const by = stepTaken(state, step, "lot")?.by;
      return by?.kind === "lot" && same(by.drawn, values);
    },
    decide(state, { step, drawn: values }) {
      const due = dueStep(state, step, ["lot"]);
      if (!due.ok) return due;
      if (!state.ladder.lotAnnounced) return reject({ type: "LotNotAnnounced", data: { step } });
      const announced = state.terms.tieData.lotSources;
      const isAll =
        values.length === announced.length && values.every((one, index) => one.source === announced[index]);
      if (!isAll) return reject({ type: "LotSourcesDiffer", data: { announced } });
      const otherwise = drawnOtherwise(state, values);
      if (otherwise) return reject({ type: "SourceDrawnBefore", data: { drawn: [otherwise] } });
      return accept(...takenBy(state, { kind: "lot", drawn: values }, drawn(due.tie, values)));
    },
  }),
};

export const evolveTies: Evolving<"LotAnnounced" | "TieStepTaken" | "TieStepKept" | "TieLeftVacant"> = {
  LotAnnounced: from(["undecided"], (state, { step }) => {
    const tie = expectDue(state, step, "lot");
    if (state.ladder.lotAnnounced) contradiction("the lot is announced already");
    state.climbs.lots.push({ step, tie });
    state.ladder.lotAnnounced = true;
  }),
  TieStepTaken: from(["undecided"], (state, { step, by, outcome }) => {
    const tie = expectDue(state, step, by.kind);
    const { lotAnnounced, taken } = state.ladder;
    const runOffs = by.kind === "runOff" ? withResult(state, by) : state.climbs.runOffs;
    if (by.kind === "chairDecision" && objectionToChair(state, by))
      contradiction(`${JSON.stringify(by.chair)} does not decide this tie on ${by.decidedOn}`);
    if (by.kind === "lot" && !lotAnnounced) contradiction("the lot was not announced");
    if (recordOn(state, taken, tie)) contradiction("this step was taken on this tie already");
    if (by.kind === "lot" && drawnOtherwise(state, by.drawn)) contradiction("the lot was drawn otherwise");
    const done = takenOn({ step, by, before: state.outcome }, outcome);
    const climbs = { ...state.climbs, taken: [...state.climbs.taken, ...done], runOffs };
    const lastOn = by.kind === "chairDecision" ? laterOf(state.lastOn, by.decidedOn) : state.lastOn;
    return climbed({ ...state, climbs, lastOn }, { step, by, outcome });
  }),
  TieStepKept: from(["undecided"], (state, { step, by, outcome }) => {
    const tie = expectDue(state, step, by.kind);
    if (!same(recordOn(state, state.ladder.taken, tie)?.by, by))
      contradiction("this step was not taken on this tie before");
    return climbed(state, { step, by, outcome });
  }),
  TieLeftVacant: from(["undecided"], (state, { outcome }) => ({ ...state, status: "decided", outcome })),
};

function climbed(state: Undecided, { step, by, outcome }: EventData<"TieStepTaken">): Ballot {
  const taken = [...state.ladder.taken, { step, by, before: state.outcome }];
  return { ...state, status: statusOf(outcome), outcome, ladder: ladderAfter(state, taken, outcome) };
}

/** What was done in this step of the ladder, where it is a step of this kind that was taken. */
function stepTaken(state: Begun<Ballot>, step: number, kind: TieStep["kind"]): Taken | undefined {
  if (!("ladder" in state)) return undefined;
  const done = state.ladder.taken.find((one) => one.step === step && one.by.kind === kind);
  return done && takenIn(state.climbs, done);
}

/** A source of these values that gave other ones when it was drawn before. */
function drawnOtherwise({ climbs }: Undecided, drawn: Drawn): Drawn[number] | undefined {
  const before = climbs.taken.flatMap(({ by }) => (by.kind === "lot" ? by.drawn : []));
  return before.find((one) =>
    drawn.some(({ source, values }) => source === one.source && !same(values, one.values)),
  );
}

/** What stands against a decision of the chair: it leaves a seat open, or it names no possible combination. */
function objectionToDecision(
  { seats, completions }: Tie,
  elected: readonly string[],
): BallotRejection | undefined {
  if (elected.length < seats) return { type: "TooFewElected", data: { elected: elected.length, seats } };
  const isPossible = completions?.some((names) => names.every((unit) => elected.includes(unit))) ?? true;
  return isPossible ? undefined : { type: "NotACompletion", data: { elected: [...elected] } };
}
