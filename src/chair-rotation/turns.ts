import { accept, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { objectionToSpeaker } from "./acts.ts";
import { askedOn } from "./asked.ts";
import { nameOf, numberOf } from "./calendar.ts";
import { type Coming, comingRow, comingTerm, holderField, unitIn } from "./forecast/coming-terms.ts";
import type { ForecastTerm } from "./forecast/forecast.ts";
import { heirIn, objectionIn } from "./members.ts";
import type { ChairRotationRejection } from "./messages.ts";
import { isChosen } from "./policies/succession.ts";
import { knownUnit, numberIn, recordDecision } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import {
  type CommandSlice,
  decidedOf,
  type EventData,
  type EventSlice,
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
    decide(state, data, metadata) {
      const { term, unit, declinedOn } = data;
      const coming = comingTerm(state, term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      const { row } = coming;
      if (isDeclinable(row, unit))
        return unless(objectionToSpeaker(state, { unit, day: declinedOn }), {
          type: "TurnDeclined",
          data: { ...data, ...owedFor(state, row, unit) },
        });
      const [turn, holder] = [unitIn(row.nominal), unitIn(row.chair)];
      // It has the term by a swap or as a substitute: only the unit whose turn it is can decline it.
      if (holder === unit && turn !== undefined)
        return reject({ type: "ChairOutOfTurn", data: { term, chair: unit, holder: turn } });
      return reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(holder) } });
    },
  }),

  SkipTurn: during(["open"], {
    already: (state, data) =>
      isPassed(state, "TurnSkipped", data) && !isTurnOf(comingRow(state, data.term), data.unit),
    decide(state, data, metadata) {
      const { term, unit } = data;
      const coming = comingTerm(state, term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      const { row } = coming;
      if (isTurnOf(row, unit))
        return accept({
          type: "TurnSkipped",
          data: { ...data, ...owedFor(state, row, unit) },
        });
      return reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(unitIn(row.nominal)) } });
    },
  }),

  ClaimOwedTurn: during(["open"], {
    already: (state, { obligation, term }) =>
      decidedOf(state, numberOf(state.calendar, term)).some(
        ({ event }) => event.type === "OwedTurnClaimed" && event.data.obligation === obligation,
      ),
    decide(state, { obligation, term }, metadata) {
      const owed = state.obligations.get(obligation);
      if (!owed) return reject({ type: "ObligationUnknown", data: { obligation } });
      const { status, due, passed, unit } = owed;
      if (status !== "open")
        return reject({ type: "ObligationNotOpen", data: { obligation, status, unit, passed } });
      const coming = comingTerm(state, term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      const { number } = coming.row;
      if (numberIn(state, passed) >= number)
        return reject({ type: "ObligationNotYetArisen", data: { obligation, passed, unit } });
      if (due !== undefined)
        return reject({
          type: "ObligationNotOpen",
          data: { obligation, status, due: nameOf(state.calendar, due), unit, passed },
        });
      const objection = objectionToClaim(state, unit, coming.row);
      return objection
        ? reject(objection)
        : accept({ type: "OwedTurnClaimed", data: { obligation, unit, term } });
    },
  }),

  BreakObligation: during(["open"], {
    already({ obligations }, { obligation, brokenOn, reason }) {
      const { broken } = obligations.get(obligation) ?? {};
      return broken !== undefined && same([broken.brokenOn, broken.reason], [brokenOn, reason]);
    },
    done: ({ brokenOn }) => brokenOn,
    decide(state, data) {
      const { obligation } = data;
      const owed = state.obligations.get(obligation);
      if (!owed) return reject({ type: "ObligationUnknown", data: { obligation } });
      const { status, unit, passed } = owed;
      return status === "open"
        ? accept({ type: "ObligationBroken", data: { ...data, unit, passed } })
        : reject({ type: "ObligationNotOpen", data: { obligation, status, unit, passed } });
    },
  }),
};

export const evolveTurns: EventSlice<
  "TurnDeclined" | "TurnSkipped" | "OwedTurnClaimed" | "ObligationBroken"
> = {
  TurnDeclined: from(["open"], (state, data) => {
    knownUnit(state, data.unit);
    if (data.owed?.due !== undefined) numberIn(state, data.owed.due);
    recordDecision(state, { type: "TurnDeclined", data });
    owe(state, data);
  }),
  TurnSkipped: from(["open"], (state, data) => {
    knownUnit(state, data.unit);
    if (data.owed?.due !== undefined) numberIn(state, data.owed.due);
    recordDecision(state, { type: "TurnSkipped", data });
    owe(state, data);
  }),
  OwedTurnClaimed: from(["open"], (state, data) => {
    openObligation(state, data.obligation);
    recordDecision(state, { type: "OwedTurnClaimed", data });
  }),
  ObligationBroken: from(["open"], (state, data) => {
    const { obligation } = data;
    Object.assign(openObligation(state, obligation), { status: "broken", broken: data });
    // A claim to it is void then, and an event says so.
    const { standing } = state;
    standing.debts = standing.debts.filter((debt) => debt.obligation !== obligation);
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
  state: OpenedRotation,
  type: "TurnDeclined" | "TurnSkipped",
  data: { term: TermId },
): boolean {
  const decided = decidedOf(state, numberOf(state.calendar, data.term));
  return decided.some(({ event }) => event.type === type && same({ ...event.data, owed: undefined }, data));
}

/** A turn is claimed for a term in which its unit can take it, and which is not chosen otherwise. */
function objectionToClaim(
  state: OpenedRotation,
  unit: UnitId,
  { by, term, nominal, day }: Coming,
): ChairRotationRejection | undefined {
  const roster = rosterOn(state, day);
  const objection = objectionIn(roster, heirIn(roster, unit));
  if (objection || by !== "designated" || nominal.kind !== "unit") return objection;
  return { type: "ChairDesignatedAlready", data: { term, chair: nominal.unit } };
}

/** What the policy gives for a passed turn: nothing, a turn some terms later, or a turn when the unit is ready. */
function owedFor(
  state: OpenedRotation,
  { number, term }: ForecastTerm,
  unit: UnitId,
): Pick<EventData<"TurnSkipped">, "owed"> {
  const { skip, succession } = policyAt(state, number);
  // Where each chair is chosen no rule passes the unit over, so it has no turn that could be owed.
  if (skip.kind === "forfeit" || isChosen(succession)) return {};
  const obligation = derivedId("owedTurn", state.bloc, term, unit);
  if (skip.kind === "whenReady" || number + skip.terms >= state.calendar.count)
    return { owed: { obligation } };
  return { owed: { obligation, due: nameOf(state.calendar, number + skip.terms) } };
}
