import { accept, reject } from "../kernel/decision.ts";
import { inOrder } from "../kernel/in-order.ts";
import { drawLot as drawnLot, inLotOrder, pickedBy } from "../vocabulary/verifiable-lot.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import { leftVacant } from "./decide-count.ts";
import type { BallotEvent, BallotRejection, BrokenBy, Tie } from "./messages.ts";
import { type Seating, settled, splitBy } from "./outcome.ts";
import { type Answer, type Ballot, type Given, wrongState } from "./state.ts";
import { decided, isFrozen, takeFrozenStep } from "./tie-break/ladder.ts";

// A tie climbs the frozen ladder, one step at a time; each step passes on only what it leaves tied.

type Undecided = Extract<Ballot, { status: "undecided" }>;
type Standing = { tie: Tie; kind: TieStep["kind"]; state: Undecided };

export function takeTieStep(state: Ballot, { step }: Given<"TakeTieStep">): Answer {
  return onStep(state, step, isFrozen, ({ tie, kind, state: undecided }) => {
    if (!isFrozen(kind)) return notDue(undecided, step);
    return taken(undecided, { kind }, takeFrozenStep(kind, undecided.terms, tie));
  });
}

export function decideTie(state: Ballot, { step, elected, chair, decidedOn }: Given<"DecideTie">): Answer {
  return onStep(state, step, is("chairDecision"), ({ tie, state: undecided }) => {
    const flaw = flawOfNames(tie, elected);
    if (flaw) return reject(flaw);
    if (elected.length < tie.seats)
      return reject({ type: "TooFewElected", data: { elected: elected.length, seats: tie.seats } });
    const isAllowed = tie.completions?.some((names) => names.every((unit) => elected.includes(unit))) ?? true;
    if (!isAllowed) return reject({ type: "NotACompletion", data: { elected } });
    return taken(undecided, { kind: "chairDecision", chair, decidedOn }, decided(tie, elected));
  });
}

export function announceLot(state: Ballot, { step }: Given<"AnnounceLot">): Answer {
  return onStep(state, step, is("lot"), ({ tie, state: undecided }) => {
    if (undecided.ladder.lotAnnounced) return accept();
    const sources = undecided.terms.tieData.lotSources;
    const data = { step, candidates: inLotOrder(tie.tied), seats: tie.seats, sources };
    return accept({ type: "LotAnnounced", data });
  });
}

export function drawLot(state: Ballot, { step, drawn }: Given<"DrawLot">): Answer {
  return onStep(state, step, is("lot"), ({ tie, state: undecided }) => {
    if (!undecided.ladder.lotAnnounced) return reject({ type: "LotNotAnnounced", data: { step } });
    const announced = undecided.terms.tieData.lotSources;
    const isAll = drawn.length === announced.length && drawn.every((one, at) => one.source === announced[at]);
    if (!isAll) return reject({ type: "LotSourcesDiffer", data: { announced } });
    // All are drawn, into an order: the first have the seats, and a committee is kept whole.
    const lot = drawnLot({ candidates: tie.tied, drawn });
    const levels = pickedBy(lot).map((unit) => [unit]);
    return taken(undecided, { kind: "lot", drawn }, splitBy(levels, tie));
  });
}

export function callRunOff(state: Ballot, { step, round }: Given<"CallRunOff">): Answer {
  return onStep(state, step, is("runOff"), ({ tie, state: undecided }) => {
    const { runOff } = undecided.ladder;
    const due = (runOff?.round ?? 0) + (runOff?.open ? 0 : 1);
    if (round !== due) return reject({ type: "RoundNotDue", data: { round, due } });
    if (runOff?.open) return accept();
    return accept({
      type: "RunOffCalled",
      data: { step, round, field: inOrder(tie.tied), seats: tie.seats },
    });
  });
}

export function recordRunOff(
  state: Ballot,
  { step, round, ballot, elected, tied }: Given<"RecordRunOff">,
): Answer {
  return onStep(state, step, is("runOff"), ({ tie, state: undecided }) => {
    const { runOff } = undecided.ladder;
    if (!runOff?.open || runOff.round !== round)
      return reject({ type: "RoundNotDue", data: { round, due: runOff?.round ?? 1 } });
    const flaw = flawOfNames(tie, elected) ?? flawOfNames({ ...tie, seats: tied.length }, tied);
    if (flaw) return reject(flaw);
    const open = tie.seats - elected.length;
    // A tie is between more than there are seats for.
    const fits =
      tied.length === 0 || (open > 0 && tied.length > open && !tied.some((unit) => elected.includes(unit)));
    if (!fits) return reject({ type: "RunOffDoesNotFit", data: { field: [...tie.tied], seats: tie.seats } });
    return taken(undecided, { kind: "runOff", round, ballot }, decided(tie, elected, tied));
  });
}

/** The step of the ladder that is due, where the command is for it and for its kind. */
function onStep(
  state: Ballot,
  step: number,
  isKind: (kind: TieStep["kind"]) => boolean,
  decide: (standing: Standing) => Answer,
): Answer {
  if (state.status !== "undecided") return wrongState(state, "undecided");
  const due = state.terms.voting.tieLadder[state.ladder.step - 1];
  const tie = state.outcome.undecided;
  // A run-off that ends in a tie is for the ladder of the ballot that called it.
  if (due === undefined || tie === undefined) return reject({ type: "NoTie", data: {} });
  if (step !== state.ladder.step || !isKind(due.kind)) return notDue(state, step);
  return decide({ tie, kind: due.kind, state });
}

function taken(state: Undecided, by: BrokenBy, part: Seating): Answer {
  const { step } = state.ladder;
  const outcome = settled(state.outcome, part);
  const event = { type: "TieStepTaken", data: { step, by, outcome } } as const;
  const isLast = nextStep(state, by) > state.terms.voting.tieLadder.length;
  const isParents = state.terms.follows?.kind === "runOff";
  return accept<BallotEvent>(event, ...(isLast && !isParents ? leftVacant(outcome) : []));
}

/** The step that is due after one was taken: a run-off has rounds, every other step is taken once. */
export function nextStep({ terms, ladder }: Pick<Undecided, "terms" | "ladder">, by: BrokenBy): number {
  const due = terms.voting.tieLadder[ladder.step - 1];
  const hasRounds = by.kind === "runOff" && due?.kind === "runOff" && by.round < due.roundsMax;
  return hasRounds ? ladder.step : ladder.step + 1;
}

function flawOfNames({ tied, seats }: Tie, names: readonly string[]): BallotRejection | undefined {
  const stranger = names.find((unit) => !tied.includes(unit));
  if (stranger !== undefined) return { type: "NotTied", data: { unit: stranger } };
  const twice = names.find((unit, index) => names.indexOf(unit) !== index);
  if (twice !== undefined) return { type: "NamedTwice", data: { unit: twice } };
  return names.length > seats
    ? { type: "TooManyElected", data: { elected: names.length, seats } }
    : undefined;
}

function notDue({ terms, ladder }: Undecided, step: number): Answer {
  const kind = terms.voting.tieLadder[ladder.step - 1]?.kind;
  if (kind === undefined) return reject({ type: "NoTie", data: {} });
  return reject({ type: "TieStepNotDue", data: { step, due: ladder.step, kind } });
}

const is = (asked: TieStep["kind"]) => (kind: TieStep["kind"]) => kind === asked;
