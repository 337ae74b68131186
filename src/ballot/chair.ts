import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { type Begun, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BallotRejection } from "./messages.ts";
import type { Tie } from "./result.ts";
import {
  type Ballot,
  type Chair,
  type Deciding,
  type Evolving,
  lastDayOf,
  laterOf,
  untilDecided,
} from "./state.ts";
import type { Terms } from "./terms.ts";

// The chair that may decide a tie: named before anybody knows the tie, and never one of the tied.

export const decideChair: Deciding<"NameChair"> = {
  NameChair: during(untilDecided, {
    already: (state, named) => same(state.chair, named),
    done: ({ namedOn }) => namedOn,
    decide(state, named) {
      const { terms, chair: current } = state;
      if (!asksChair(terms)) return reject({ type: "ChairNotAsked", data: {} });
      if (current !== undefined && !tieOf(state)?.tied.includes(current.chair))
        return reject({ type: "ChairTaken", data: { chair: current.chair } });
      const objection =
        objectionToUnit(terms, tieOf(state), named.chair) ??
        objectionToDate(named.namedOn, { earliest: lastDayOf(state) });
      return unless(objection, { type: "ChairNamed", data: named });
    },
  }),
};

export const evolveChair: Evolving<"ChairNamed"> = {
  ChairNamed: from(untilDecided, (state, named) => {
    const { chair: current } = state;
    if (current !== undefined && !tieOf(state)?.tied.includes(current.chair))
      contradiction(`${JSON.stringify(current.chair)} is in the chair`);
    state.chair = named;
    state.lastOn = laterOf(state.lastOn, named.namedOn);
  }),
};

/** What stands against a decision of this unit in the chair, on this day. */
export function objectionToChair(
  state: Begun<Ballot> & { status: "undecided" },
  { chair, decidedOn }: { chair: UnitId; decidedOn: CivilDate },
): BallotRejection | undefined {
  const named = state.chair?.chair;
  if (chair !== named) return { type: "NotTheChair", data: { chair, ...(named !== undefined && { named }) } };
  return (
    objectionToUnit(state.terms, tieOf(state), chair) ??
    objectionToDate(decidedOn, { earliest: lastDayOf(state) })
  );
}

/** What stands against the day on which voting begins. A vote that is opened again may keep its day. */
export function objectionToDay(
  state: Begun<Ballot>,
  openedOn: CivilDate | undefined,
): BallotRejection | undefined {
  const earliest = state.status === "voting" ? state.openedAfter : state.lastOn;
  if (openedOn !== undefined)
    return openedOn === state.openedOn ? undefined : objectionToDate(openedOn, { earliest });
  return asksChair(state.terms) ? dayMissing({ openedOn }) : undefined;
}

/** Without a day of the vote nothing that follows it could be dated too early. */
export function dayMissing({ openedOn }: { openedOn: CivilDate | undefined }): BallotRejection | undefined {
  return openedOn === undefined ? { type: "VotingDayMissing", data: {} } : undefined;
}

/** A chair that may have to decide is named before the vote, by the terms or by the conference. */
export function chairMissing({ terms, chair }: Begun<Ballot>): BallotRejection | undefined {
  return asksChair(terms) && chair === undefined ? { type: "ChairMissing", data: {} } : undefined;
}

/** Who decides a tie: by the terms, or as the conference named it before. The conference names no recused unit. */
export function namedBy(
  { tieData: { chair }, recused }: Terms,
  before?: Chair | undefined,
): Pick<Begun<Ballot>, "chair"> {
  if (chair !== undefined) return { chair: { chair } };
  const isByConference = before?.namedOn !== undefined && !recused.includes(before.chair);
  return { chair: isByConference ? before : undefined };
}

/** Whether the chair may have to decide: by consensus, nobody is ever tied. */
function asksChair({ voting: { selection, tieLadder } }: Terms): boolean {
  return selection !== "consensus" && tieLadder.some(({ kind }) => kind === "chairDecision");
}

/** A unit does not decide for itself, nor where the matter concerns it. */
function objectionToUnit(terms: Terms, tie: Tie | undefined, unit: UnitId): BallotRejection | undefined {
  if (terms.recused.includes(unit)) return { type: "UnitRecused", data: { unit } };
  return tie?.tied.includes(unit) ? { type: "ChairIsTied", data: { chair: unit } } : undefined;
}

function tieOf(state: Begun<Ballot>): Tie | undefined {
  return state.status === "undecided" ? state.outcome.undecided : undefined;
}
