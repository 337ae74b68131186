import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { askedOn } from "./asked.ts";
import { leftOut } from "./deputies.ts";
import { type Coming, comingRows, comingTerm } from "./forecast/coming-terms.ts";
import { comingTerms } from "./forecast/reckoning.ts";
import { heirIn, objectionIn } from "./members.ts";
import type { ChairRotationRejection } from "./messages.ts";
import { namesChair } from "./policies/succession.ts";
import { isKept, isKnown, knownUnit, numberIn, recordDecision } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import {
  type CommandSlice,
  decidedOf,
  type EventData,
  type EventSlice,
  type OpenedRotation,
  policyAt,
} from "./state.ts";
import { dayOfBasis, isAssignment } from "./words.ts";

/** The chair of a coming term is elected or assigned, and that may be taken back. */
export const decideDesignation: CommandSlice<"DesignateChair" | "UndesignateChair"> = {
  DesignateChair: during(["open"], {
    already: (state, data) => isKept(state, { type: "ChairDesignated", data }),
    done: ({ designatedOn, basis }) => [designatedOn, dayOfBasis(basis)],
    decide(state, data, metadata) {
      const { term, chair, deputy } = data;
      if (chair === deputy) return reject({ type: "DeputyIsChair", data: { unit: chair } });
      const day = askedOn(state, metadata);
      const coming = comingTerm(state, term, day);
      if (!coming.ok) return coming;
      const { row } = coming;
      const objection =
        objectionToMembers(state, row, { chair, deputy }) ??
        objectionToSecond(state, row, data) ??
        objectionToEarlier(state, row, day) ??
        (isAssignment(data.basis) ? undefined : objectionToTurn(state, row, chair)) ??
        objectionToPassed(state, row, chair);
      if (objection) return reject(objection);
      return accept({ type: "ChairDesignated", data }, ...leftOut(state, row, data));
    },
  }),

  UndesignateChair: during(["open"], {
    already: (state, data) =>
      (isKept(state, { type: "ChairUndesignated", data }) || isGone(state, data)) &&
      !designationsOf(state, numberIn(state, data.term)).some(({ chair }) => chair === data.chair),
    done: ({ undesignatedOn }) => undesignatedOn,
    decide(state, data) {
      const { term, chair, code, undesignatedOn } = data;
      const coming = comingTerm(state, term);
      if (!coming.ok) return coming;
      const all = designationsOf(state, coming.row.number);
      const standing = all.findLast((one) => one.chair === chair);
      if (!standing) {
        const designated = all.at(-1)?.chair;
        return reject({
          type: "ChairNotDesignated",
          data: { term, chair, ...(designated !== undefined && { designated }) },
        });
      }
      const objection =
        (byAuthority.has(code) ? undefined : objectionToDecision(standing)) ??
        objectionToDate(undesignatedOn, { earliest: standing.designatedOn });
      return unless(objection, { type: "ChairUndesignated", data });
    },
  }),
};

/** Whether the unit has left the rotation: what it was designated for fell with that. */
function isGone(
  state: OpenedRotation,
  { chair, code, undesignatedOn }: EventData<"ChairUndesignated">,
): boolean {
  const { members } = rosterOn(state, undesignatedOn);
  return code === "unitEnded" && isKnown(state, chair) && !members.has(chair);
}

/** What takes back what a decision of the authority gave: another decision, or that its unit is no more. */
const byAuthority: ReadonlySet<EventData<"ChairUndesignated">["code"]> = new Set(["superseded", "unitEnded"]);

export const evolveDesignation: EventSlice<"ChairDesignated" | "ChairUndesignated"> = {
  ChairDesignated: from(["open"], (state, data) => {
    knownUnit(state, data.chair);
    if (data.deputy !== undefined) knownUnit(state, data.deputy);
    recordDecision(state, { type: "ChairDesignated", data });
  }),
  ChairUndesignated: from(["open"], (state, data) => {
    const number = numberIn(state, data.term);
    const decided = state.decisions.get(number) ?? [];
    const left = decided.filter(
      ({ event }) => event.type !== "ChairDesignated" || event.data.chair !== data.chair,
    );
    if (left.length === decided.length)
      contradiction(`unit ${JSON.stringify(data.chair)} is not designated for that term`);
    state.decisions.set(number, left);
    recordDecision(state, { type: "ChairUndesignated", data });
  }),
};

type Objection = ChairRotationRejection | undefined;

function objectionToMembers(
  state: OpenedRotation,
  row: Coming,
  { chair, deputy }: { chair: UnitId; deputy: UnitId | undefined },
): Objection {
  const roster = rosterOn(state, row.day);
  return objectionIn(roster, chair) ?? (deputy === undefined ? undefined : objectionIn(roster, deputy));
}

/** A designation stands until it is void or taken back. The authority decides anew, and over a vote. */
function objectionToSecond(
  state: OpenedRotation,
  { number, term }: Coming,
  { chair, basis }: EventData<"ChairDesignated">,
): Objection {
  const standing = designationsOf(state, number).at(-1);
  if (!standing) return undefined;
  const isNew = standing.chair !== chair || !isAssignment(standing.basis);
  if (isAssignment(basis) && isNew) return undefined;
  return (
    (isAssignment(basis) ? undefined : objectionToDecision(standing)) ?? {
      type: "ChairDesignatedAlready",
      data: { term, chair: standing.chair },
    }
  );
}

/** What a decision of the authority gave is taken back by nobody else. */
function objectionToDecision({ term, chair, basis }: EventData<"ChairDesignated">): Objection {
  return basis.kind === "document" && isAssignment(basis)
    ? { type: "ChairNamedByDecision", data: { term, chair, decision: basis.document } }
    : undefined;
}

function designationsOf({ decisions }: OpenedRotation, number: number): EventData<"ChairDesignated">[] {
  return (decisions.get(number) ?? []).flatMap(({ event }) =>
    event.type === "ChairDesignated" ? [event.data] : [],
  );
}

/** In rotation, terms are elected one after the other. */
function objectionToEarlier(
  state: OpenedRotation,
  { number, term }: Coming,
  day: CivilDate | undefined,
): Objection {
  if (policyAt(state, number).succession.kind !== "electedInRotation") return undefined;
  // A term of which it is decided that it stays vacant waits for nobody, and neither does one that is over.
  const isOver = ({ endsOn }: Coming) => day !== undefined && endsOn <= day;
  const earlier = comingRows(state, number - 1, day).find(
    (row) => row.nominal.kind === "open" && row.chair.kind !== "vacant" && !isOver(row),
  );
  return earlier && earlier.number < number
    ? { type: "EarlierTermOpen", data: { term, earlier: earlier.term } }
    : undefined;
}

/** Elected in rotation: why the unit is none of those who stand. */
function notStanding(state: OpenedRotation, row: Coming, unit: UnitId): ChairRotationRejection {
  const passed = objectionToPassed(state, row, unit);
  if (passed) return passed;
  const { number, term } = row;
  const [standing] = comingTerms(
    state,
    { enough: (span) => span.number >= number },
    (_, after) => after,
  ).slice(-1);
  const { order = [], lapJoiners = [], had } = standing ?? {};
  const later = (because: "nextLap" | "notPlaced" | "lastChair"): ChairRotationRejection => {
    return { type: "UnitDoesNotStand", data: { term, unit, because } };
  };
  if (lapJoiners.includes(unit)) return later("nextLap");
  if (!order.includes(unit)) return later("notPlaced");
  return had?.has(unit) ? { type: "UnitHadItsTurn", data: { term, unit } } : later("lastChair");
}

/** A vote chooses one of those who stand. Where the rule names the chair itself, it can only confirm it. */
export function objectionToTurn(state: OpenedRotation, row: Coming, chair: UnitId): Objection {
  const { number, term, nominal, by } = row;
  const { succession } = policyAt(state, number);
  const isInRotation = succession.kind === "electedInRotation";
  const isNamed = namesChair(succession) || (isInRotation && (by === "held" || by === "owed"));
  if (nominal.kind === "unit" && nominal.unit !== chair && isNamed)
    return { type: "ChairOutOfTurn", data: { term, chair, holder: nominal.unit } };
  const stands = nominal.kind === "open" && nominal.among.includes(chair);
  if (isInRotation && !stands) return notStanding(state, row, chair);
  if (nominal.kind === "open" && succession.kind === "group" && !stands)
    return { type: "ChairNotInGroup", data: { term, chair, group: [...nominal.among] } };
  return undefined;
}

/** A unit that declined the term or is skipped in it does not get it by a choice either, nor does its heir. */
export function objectionToPassed(
  state: OpenedRotation,
  { number, term, day }: Coming,
  chair: UnitId,
): Objection {
  const roster = rosterOn(state, day);
  const isPassed = decidedOf(state, number).some(
    ({ event }) =>
      (event.type === "TurnSkipped" || event.type === "TurnDeclined") &&
      heirIn(roster, event.data.unit) === heirIn(roster, chair),
  );
  return isPassed
    ? { type: "UnitDoesNotStand", data: { term, unit: chair, because: "passedOver" } }
    : undefined;
}
