import { reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { nameOf, numberOf } from "./calendar.ts";
import { keepFacts, numberIn } from "./facts.ts";
import { comingRow, comingTerm, holderField, unitIn } from "./forecast/coming-terms.ts";
import type { ForecastTerm } from "./forecast/forecast.ts";
import { knownMember, objectionToUnit } from "./membership.ts";
import { acceptMovingTurns } from "./moved-turns.ts";
import {
  type CommandSlice,
  type EventData,
  type EventSlice,
  isMemberIn,
  type Obligation,
  type OpenedRotation,
  policyAt,
} from "./state.ts";
import type { TermId } from "./words.ts";

/** Turns are passed, and some of them are owed to the unit that was passed. */
export const decideTurns: CommandSlice<"DeclineTurn" | "SkipTurn" | "ClaimOwedTurn" | "BreakObligation"> = {
  DeclineTurn: during(["open"], {
    already: (state, data) =>
      isPassed(state, "TurnDeclined", data) && !isDeclinable(comingRow(state, data.term), data.unit),
    done: ({ declinedOn }) => declinedOn,
    decide(state, data) {
      const { term, unit } = data;
      const coming = comingTerm(state, term);
      if (!coming.ok) return coming;
      const { row } = coming;
      if (isDeclinable(row, unit))
        return acceptMovingTurns(state, {
          type: "TurnDeclined",
          data: { ...data, ...owedFor(state, row, unit) },
        });
      return reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(unitIn(row.chair)) } });
    },
  }),

  SkipTurn: during(["open"], {
    already: (state, data) =>
      isPassed(state, "TurnSkipped", data) && !isTurnOf(comingRow(state, data.term), data.unit),
    decide(state, data) {
      const { term, unit } = data;
      const coming = comingTerm(state, term);
      if (!coming.ok) return coming;
      const { row } = coming;
      if (isTurnOf(row, unit))
        return acceptMovingTurns(state, {
          type: "TurnSkipped",
          data: { ...data, ...owedFor(state, row, unit) },
        });
      return reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(unitIn(row.nominal)) } });
    },
  }),

  ClaimOwedTurn: during(["open"], {
    already(state, { obligation, term }) {
      const owed = state.obligations.get(obligation);
      if (owed?.due === undefined || owed.status === "broken") return false;
      return owed.due === numberOf(state.calendar, term) && isMemberIn(state, owed.unit, owed.due);
    },
    decide(state, { obligation, term }) {
      const owed = state.obligations.get(obligation);
      if (!owed) return reject({ type: "ObligationUnknown", data: { obligation } });
      const { status, unit } = owed;
      if (status !== "open") return reject({ type: "ObligationNotOpen", data: { obligation, status } });
      const coming = comingTerm(state, term);
      if (!coming.ok) return coming;
      const objection = objectionToUnit(state, unit, coming.row.number);
      if (objection) return reject(objection);
      return acceptMovingTurns(state, { type: "OwedTurnClaimed", data: { obligation, unit, term } });
    },
  }),

  BreakObligation: during(["open"], {
    done: ({ brokenOn }) => brokenOn,
    decide(state, data) {
      const { obligation } = data;
      const owed = state.obligations.get(obligation);
      if (!owed) return reject({ type: "ObligationUnknown", data: { obligation } });
      const { status } = owed;
      return status === "open"
        ? acceptMovingTurns(state, { type: "ObligationBroken", data })
        : reject({ type: "ObligationNotOpen", data: { obligation, status } });
    },
  }),
};

export const evolveTurns: EventSlice<
  "TurnDeclined" | "TurnSkipped" | "OwedTurnClaimed" | "ObligationBroken"
> = {
  TurnDeclined: from(["open"], (state, data) => {
    knownMember(state, data.unit);
    keepFacts(state, { type: "TurnDeclined", data });
    owe(state, data);
  }),
  TurnSkipped: from(["open"], (state, data) => {
    knownMember(state, data.unit);
    keepFacts(state, { type: "TurnSkipped", data });
    owe(state, data);
  }),
  OwedTurnClaimed: from(["open"], (state, data) => {
    keepFacts(state, { type: "OwedTurnClaimed", data });
    openObligation(state, data.obligation).due = numberIn(state, data.term);
  }),
  ObligationBroken: from(["open"], (state, data) => {
    keepFacts(state, { type: "ObligationBroken", data });
    openObligation(state, data.obligation).status = "broken";
  }),
};

/** A turn is owed to a unit for one that was passed or given. */
export function owe(
  state: OpenedRotation,
  { term, unit, owed }: Pick<EventData<"TurnSkipped">, "term" | "unit" | "owed">,
) {
  if (!owed) return;
  const { obligation, due } = owed;
  state.obligations.set(obligation, {
    obligation,
    unit,
    passed: term,
    status: "open",
    ...(due !== undefined && { due: numberIn(state, due) }),
  });
}

/** The obligation of an event: it is open, or the event cannot have happened. */
function openObligation({ obligations }: OpenedRotation, id: Id): Obligation {
  const owed = obligations.get(id) ?? contradiction(`obligation ${JSON.stringify(id)} is unknown`);
  if (owed.status !== "open") contradiction(`obligation ${JSON.stringify(id)} is "${owed.status}"`);
  return owed;
}

/** Whether it is the unit's turn by the rule. */
const isTurnOf = (row: ForecastTerm | undefined, unit: UnitId): boolean =>
  row !== undefined && unitIn(row.nominal) === unit;

/** Whether the unit has its own turn, which no swap and no substitute has taken over. */
const isDeclinable = (row: ForecastTerm | undefined, unit: UnitId): boolean =>
  row !== undefined && isTurnOf(row, unit) && unitIn(row.chair) === unit;

function isPassed(
  { calendar, facts }: OpenedRotation,
  type: "TurnDeclined" | "TurnSkipped",
  data: { term: TermId },
): boolean {
  const number = numberOf(calendar, data.term);
  return facts.some(
    ({ at, event }) => at === number && event.type === type && same({ ...event.data, owed: undefined }, data),
  );
}

/** What the policy gives for a passed turn: nothing, a turn some terms later, or a turn when the unit is ready. */
function owedFor(
  state: OpenedRotation,
  { number, term }: ForecastTerm,
  unit: UnitId,
): Pick<EventData<"TurnSkipped">, "owed"> {
  const { skip } = policyAt(state, number);
  if (skip.kind === "forfeit") return {};
  const obligation = derivedId("owedTurn", state.bloc, term, unit);
  if (skip.kind === "whenReady" || number + skip.terms >= state.calendar.count)
    return { owed: { obligation } };
  return { owed: { obligation, due: nameOf(state.calendar, number + skip.terms) } };
}
