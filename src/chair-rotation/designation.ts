import { reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { keepFacts, numberIn } from "./facts.ts";
import { comingRow, comingTerm, runningOrComingTerm, unitIn } from "./forecast/coming-terms.ts";
import type { ForecastTerm } from "./forecast/forecast.ts";
import { knownMember, objectionToChair, objectionToUnit } from "./membership.ts";
import type { ChairRotationRejection } from "./messages.ts";
import { acceptMovingTurns } from "./moved-turns.ts";
import { namesChair } from "./policies/succession.ts";
import {
  type CommandSlice,
  type EventData,
  type EventSlice,
  isMemberFrom,
  type NominalEvent,
  type OpenedRotation,
  policyAt,
} from "./state.ts";
import { dayOfBasis } from "./words.ts";

/** The chair and the deputy of a coming term are elected or assigned. */
export const decideDesignation: CommandSlice<"DesignateChair" | "DesignateDeputy" | "ReleaseDeputy"> = {
  DesignateChair: during(["open"], {
    already(state, data) {
      if (!isKept(state, { type: "ChairDesignated", data })) return false;
      const row = comingRow(state, data.term);
      return row !== undefined && same(designationOf(state, row), data);
    },
    done: ({ designatedOn, basis }) => [designatedOn, dayOfBasis(basis)],
    decide(state, data) {
      const { term, chair, deputy } = data;
      if (chair === deputy) return reject({ type: "DeputyIsChair", data: { unit: chair } });
      const coming = comingTerm(state, term);
      if (!coming.ok) return coming;
      const { row } = coming;
      const current = designationOf(state, row);
      const objection =
        objectionToChair(state, chair, row.number) ??
        (deputy === undefined ? undefined : objectionToUnit(state, deputy, row.number));
      if (objection) return reject(objection);
      if (current) return reject({ type: "ChairDesignatedAlready", data: { term, chair: current.chair } });
      const outOfTurn = objectionToTurn(state, row, chair);
      if (outOfTurn) return reject(outOfTurn);
      return acceptMovingTurns(state, { type: "ChairDesignated", data });
    },
  }),

  DesignateDeputy: during(["open"], {
    already: (state, data) =>
      isKept(state, { type: "DeputyDesignated", data }) && isDeputy(state, data.term, data.deputy),
    done: ({ designatedOn, basis }) => [designatedOn, dayOfBasis(basis)],
    decide(state, data) {
      const found = runningOrComingTerm(state, data.term);
      if (!found.ok) return found;
      const { number, row } = found;
      const { deputy } = data;
      const chair = row ? unitIn(row.chair) : state.holder;
      if (deputy === chair) return reject({ type: "DeputyIsChair", data: { unit: deputy } });
      const objection = objectionToUnit(state, deputy, number);
      return objection ? reject(objection) : acceptMovingTurns(state, { type: "DeputyDesignated", data });
    },
  }),

  ReleaseDeputy: during(["open"], {
    already: (state, data) =>
      isKept(state, { type: "DeputyReleased", data }) && !isDeputy(state, data.term, data.deputy),
    done: ({ releasedOn }) => releasedOn,
    decide(state, data) {
      const { term, deputy } = data;
      const found = runningOrComingTerm(state, term);
      if (!found.ok) return found;
      return isDeputy(state, term, deputy)
        ? acceptMovingTurns(state, { type: "DeputyReleased", data })
        : reject({ type: "NotDeputyOfTerm", data: { term, unit: deputy } });
    },
  }),
};

export const evolveDesignation: EventSlice<"ChairDesignated" | "DeputyDesignated" | "DeputyReleased"> = {
  ChairDesignated: from(["open"], (state, data) => {
    knownMember(state, data.chair);
    if (data.deputy !== undefined) knownMember(state, data.deputy);
    keepFacts(state, { type: "ChairDesignated", data });
  }),
  DeputyDesignated: from(["open"], (state, data) => {
    knownMember(state, data.deputy);
    keepFacts(state, { type: "DeputyDesignated", data });
    const served = state.served[numberIn(state, data.term)];
    if (served) served.deputy = data.deputy;
  }),
  DeputyReleased: from(["open"], (state, data) => {
    keepFacts(state, { type: "DeputyReleased", data });
    const served = state.served[numberIn(state, data.term)];
    if (served?.deputy === data.deputy) served.deputy = undefined;
  }),
};

/** Whether the same fact is kept already. */
function isKept({ facts }: OpenedRotation, { type, data }: NominalEvent): boolean {
  return facts.some(({ event }) => event.type === type && same(event.data, data));
}

/** Whether the unit is the deputy of the running term, or of a coming one. */
function isDeputy(state: OpenedRotation, term: string, unit: UnitId): boolean {
  const found = runningOrComingTerm(state, term);
  if (!found.ok) return false;
  return (found.row ? found.row.deputy : state.served[found.number]?.deputy) === unit;
}

/** The designation by which the chair of a coming term has its turn. */
function designationOf(state: OpenedRotation, row: ForecastTerm): EventData<"ChairDesignated"> | undefined {
  const cited = row.because.findLast((one) => one.kind === "event" && one.event.type === "ChairDesignated");
  return cited?.kind === "event" &&
    cited.event.type === "ChairDesignated" &&
    isMemberFrom(state, cited.event.data.chair, row.number)
    ? cited.event.data
    : undefined;
}

/** Where the rule names the chair itself, a designation can only confirm it. */
function objectionToTurn(
  state: OpenedRotation,
  { number, term, nominal }: ForecastTerm,
  chair: UnitId,
): ChairRotationRejection | undefined {
  const { succession } = policyAt(state, number);
  if (nominal.kind === "unit" && nominal.unit !== chair && namesChair(succession))
    return { type: "ChairOutOfTurn", data: { term, chair, holder: nominal.unit } };
  if (nominal.kind === "open" && succession.kind === "group" && !nominal.among.includes(chair))
    return { type: "ChairNotInGroup", data: { term, chair, group: [...nominal.among] } };
  return undefined;
}
