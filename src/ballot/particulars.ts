import { accept, reject } from "../kernel/decision.ts";
import { type Begun, during, from } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import type { Particulars } from "./fields.ts";
import type { BallotRejection } from "./messages.ts";
import { repeated } from "./outcome.ts";
import { presenceOf, rollCount } from "./roll.ts";
import { type Ballot, type Deciding, type Evolving, untilSigned } from "./state.ts";

// The particulars of a record of the count (biên bản kiểm phiếu) that no other event holds. A record says how the ballot
// was until the tellers sign it.

export const decideParticulars: Deciding<"RecordParticulars"> = {
  RecordParticulars: during(untilSigned, {
    already: (state, particulars) => same(particulars, state.particulars ?? {}),
    decide(state, particulars) {
      const objection = objectionToParticulars(state, particulars);
      return objection ? reject(objection) : accept({ type: "ParticularsRecorded", data: particulars });
    },
  }),
};

export const evolveParticulars: Evolving<"ParticularsRecorded"> = {
  ParticularsRecorded: from(untilSigned, (state, particulars) => {
    state.particulars = particulars;
  }),
};

/** What stands against signing the particulars: papers went out, or units came, since they were recorded. */
export function objectionToRecorded(state: Begun<Ballot>): BallotRejection | undefined {
  return state.particulars && objectionToParticulars(state, state.particulars);
}

function objectionToParticulars(state: Begun<Ballot>, particulars: Particulars): BallotRejection | undefined {
  const { startedAt, endedAt } = particulars;
  if (startedAt && endedAt && minutes(endedAt) < minutes(startedAt))
    return { type: "EndsBeforeItStarts", data: { startedAt, endedAt } };
  return (
    objectionToAbsences(state, particulars) ??
    objectionToStock(state, particulars) ??
    objectionToReturns(state, particulars)
  );
}

function objectionToAbsences(
  { terms, roll }: Begun<Ballot>,
  { absences = [] }: Particulars,
): BallotRejection | undefined {
  const units = absences.map(({ unit }) => unit);
  const stranger = units.find((unit) => !terms.electors.includes(unit));
  if (stranger !== undefined) return { type: "NotAnElector", data: { unit: stranger } };
  const twice = repeated(units);
  if (twice !== undefined) return { type: "NamedTwice", data: { unit: twice } };
  const here = units.find((unit) => {
    const { takesPart, here } = presenceOf(roll, unit);
    return takesPart === undefined ? here : takesPart === "inRoom";
  });
  return here === undefined ? undefined : { type: "UnitPresent", data: { unit: here } };
}

/** printed = issued + spoiled + left over. While papers still go out, those printed are enough for those that are out. */
function objectionToStock(
  state: Begun<Ballot>,
  { printed, leftOver, unreturned }: Particulars,
): BallotRejection | undefined {
  if (state.voting.form !== "secret") {
    const isGiven = [printed, leftOver, unreturned].some((figure) => figure !== undefined);
    return isGiven ? { type: "ParticularsNeedPapers", data: {} } : undefined;
  }
  if (printed === undefined) return undefined;
  const { issued, spoiled } = rollCount(state);
  const isOver = state.status !== "preparing" && state.status !== "voting";
  const rest = printed - issued - spoiled;
  if (rest < 0 || (isOver && leftOver !== undefined && leftOver !== rest))
    return {
      type: "PrintedDoNotAddUp",
      data: { printed, issued, spoiled, ...(leftOver !== undefined && { leftOver }) },
    };
  return undefined;
}

/** issued = returned + unreturned. A paper that was spoiled came back, and another was issued in its place. */
function objectionToReturns(state: Begun<Ballot>, { unreturned }: Particulars): BallotRejection | undefined {
  if (unreturned === undefined || !("outcome" in state) || state.count === undefined) return undefined;
  const { issued, returned } = state.count.figures;
  return returned + unreturned === issued
    ? undefined
    : { type: "IssuedDoNotAddUp", data: { issued, returned, unreturned } };
}

const minutes = ({ hour, minute }: NonNullable<Particulars["startedAt"]>) => hour * 60 + minute;
