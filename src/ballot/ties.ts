import { accept, type Decision, reject } from "../kernel/decision.ts";
import { type During, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { inOrder } from "../kernel/in-order.ts";
import { drawLot, inLotOrder, pickedBy } from "../vocabulary/verifiable-lot.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import { objectionToChair } from "./chair.ts";
import type { BrokenBy } from "./fields.ts";
import { decided, frozenSteps, isRunOff, leftVacant, takeFrozenStep } from "./ladder.ts";
import type { BallotEvent, BallotRejection } from "./messages.ts";
import { repeated, type Seating, settled, splitBy } from "./outcome.ts";
import type { Tie } from "./result.ts";
import { type Ballot, type Deciding, type Evolving, ladderFrom, laterOf, statusOf } from "./state.ts";

// The ties. A tie climbs the frozen ladder one step at a time; each step passes on only what it leaves tied.

type Undecided = During<Ballot, "undecided">;

export const decideTies: Deciding<
  "TakeTieStep" | "DecideTie" | "AnnounceLot" | "DrawLot" | "CallRunOff" | "RecordRunOff"
> = {
  TakeTieStep: during(["undecided"], {
    decide(state, { step }) {
      const due = dueStep(state, step, frozenSteps);
      if (!due.ok) return due;
      return taken(state, { kind: due.kind }, takeFrozenStep(due.kind, state.terms, due.tie));
    },
  }),

  DecideTie: during(["undecided"], {
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
      return taken(state, { kind, chair, decidedOn }, decided(tie, elected));
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
    decide(state, { step, drawn }) {
      const due = dueStep(state, step, ["lot"]);
      if (!due.ok) return due;
      if (!state.ladder.lotAnnounced) return reject({ type: "LotNotAnnounced", data: { step } });
      const announced = state.terms.tieData.lotSources;
      const isAll =
        drawn.length === announced.length && drawn.every((one, index) => one.source === announced[index]);
      if (!isAll) return reject({ type: "LotSourcesDiffer", data: { announced } });
      // The lot puts all the tied into an order. The first ones take the seats, and a committee is kept whole.
      const order = pickedBy(drawLot({ candidates: due.tie.tied, drawn })).map((unit) => [unit]);
      return taken(state, { kind: "lot", drawn }, splitBy(order, due.tie));
    },
  }),

  CallRunOff: during(["undecided"], {
    already: (state, { step, round }) =>
      "ladder" in state &&
      state.ladder.step === step &&
      state.ladder.runOff?.open === true &&
      state.ladder.runOff.round === round,
    decide(state, { step, round }) {
      const due = dueStep(state, step, ["runOff"]);
      if (!due.ok) return due;
      const { runOff } = state.ladder;
      const dueRound = (runOff?.round ?? 0) + (runOff?.open ? 0 : 1);
      if (round !== dueRound) return reject({ type: "RoundNotDue", data: { round, due: dueRound } });
      const { tied, seats } = due.tie;
      return accept({ type: "RunOffCalled", data: { step, round, field: inOrder(tied), seats } });
    },
  }),

  RecordRunOff: during(["undecided"], {
    decide(state, { step, round, ballot, elected, tied }) {
      const due = dueStep(state, step, ["runOff"]);
      if (!due.ok) return due;
      const { tie, kind } = due;
      const { runOff } = state.ladder;
      if (!runOff?.open || runOff.round !== round)
        return reject({ type: "RoundNotDue", data: { round, due: runOff?.round ?? 1 } });
      const objection =
        objectionToNames(tie, elected) ??
        objectionToNames({ ...tie, seats: tied.length }, tied) ??
        objectionToRunOff(tie, elected, tied);
      if (objection) return reject(objection);
      return taken(state, { kind, round, ballot }, decided(tie, elected, tied));
    },
  }),
};

export const evolveTies: Evolving<"LotAnnounced" | "RunOffCalled" | "TieStepTaken" | "TieLeftVacant"> = {
  LotAnnounced: from(["undecided"], (state, { step }) => {
    expectDue(state, step, "lot");
    if (state.ladder.lotAnnounced) contradiction("the lot is announced already");
    state.ladder.lotAnnounced = true;
  }),
  RunOffCalled: from(["undecided"], (state, { step, round }) => {
    expectDue(state, step, "runOff");
    const { runOff } = state.ladder;
    if (runOff?.open || round !== (runOff?.round ?? 0) + 1) contradiction(`run-off ${round} is not due`);
    state.ladder.runOff = { round, open: true };
  }),
  TieStepTaken: from(["undecided"], (state, { step: taken, by, outcome }) => {
    expectDue(state, taken, by.kind);
    const { runOff, lotAnnounced } = state.ladder;
    if (by.kind === "runOff" && !(runOff?.open && runOff.round === by.round))
      contradiction(`run-off ${by.round} was not called`);
    if (by.kind === "chairDecision" && objectionToChair(state, by))
      contradiction(`${JSON.stringify(by.chair)} does not decide this tie on ${by.decidedOn}`);
    if (by.kind === "lot" && !lotAnnounced) contradiction("the lot was not announced");
    const step = nextStep(state, by);
    const isSame = step === state.ladder.step;
    const ladder = {
      ...ladderFrom(step),
      ...(isSame && by.kind === "runOff" && { runOff: { round: by.round, open: false } }),
      brokenBy: [...state.ladder.brokenBy, by],
    };
    const lastOn = by.kind === "chairDecision" ? laterOf(state.lastOn, by.decidedOn) : state.lastOn;
    return { ...state, status: statusOf(outcome), outcome, ladder, lastOn };
  }),
  TieLeftVacant: from(["undecided"], (state, { outcome }) => ({ ...state, status: "decided", outcome })),
};

/** The step of the ladder that is due, with its tie, where the command is for this step and for one of `kinds`. */
function dueStep<K extends TieStep["kind"]>(
  { terms, ladder, outcome }: Undecided,
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

/** For events: this step of the ladder is due, or the event cannot have happened. */
function expectDue({ terms, ladder }: Undecided, step: number, kind: TieStep["kind"]) {
  if (step !== ladder.step || terms.voting.tieLadder[step - 1]?.kind !== kind)
    contradiction(`step ${step} of the ladder, ${JSON.stringify(kind)}, is not due`);
}

function taken(state: Undecided, by: BrokenBy, part: Seating): Decision<BallotEvent, BallotRejection> {
  const { terms, ladder } = state;
  const outcome = settled(state.outcome, part);
  const isLast = nextStep(state, by) > terms.voting.tieLadder.length;
  return accept<BallotEvent>(
    { type: "TieStepTaken", data: { step: ladder.step, by, outcome } },
    ...(isLast && !isRunOff(terms) ? leftVacant(outcome) : []),
  );
}

/** The step that is due after one was taken. A run-off has rounds; every other step is taken once. */
function nextStep({ terms, ladder }: Undecided, by: BrokenBy): number {
  const due = terms.voting.tieLadder[ladder.step - 1];
  const hasRounds = by.kind === "runOff" && due?.kind === "runOff" && by.round < due.roundsMax;
  return hasRounds ? ladder.step : ladder.step + 1;
}

function objectionToNames({ tied, seats }: Tie, names: readonly string[]): BallotRejection | undefined {
  const stranger = names.find((unit) => !tied.includes(unit));
  if (stranger !== undefined) return { type: "NotTied", data: { unit: stranger } };
  const twice = repeated(names);
  if (twice !== undefined) return { type: "NamedTwice", data: { unit: twice } };
  return names.length > seats
    ? { type: "TooManyElected", data: { elected: names.length, seats } }
    : undefined;
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

/** What stands against the result of a run-off: units are tied only where they are more than the open seats. */
function objectionToRunOff(
  { tied: field, seats }: Tie,
  elected: readonly string[],
  tied: readonly string[],
): BallotRejection | undefined {
  const open = seats - elected.length;
  const isTie = open > 0 && tied.length > open && !tied.some((unit) => elected.includes(unit));
  if (tied.length === 0 || isTie) return undefined;
  return { type: "RunOffDoesNotFit", data: { field: [...field], seats } };
}
