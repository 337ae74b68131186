import type { DataOf } from "../kernel/messages.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { calendarOf, firstTermFrom } from "./calendar.ts";
import { issued, pass } from "./custody.ts";
import type { ChairRotationEvent } from "./events.ts";
import { keepFact, numberIn, opened } from "./facts.ts";
import { addOverlay } from "./overlays.ts";
import { actingNow, type ChairRotation, type Member, type OpenedRotation, type ServedTerm } from "./state.ts";
import { termsMax } from "./words.ts";

type Data<K extends ChairRotationEvent["type"]> = DataOf<ChairRotationEvent, K>;

/** How the events of the office change what is known: who holds it, who will, who acts, what is owed. */
export const chairFolds = {
  RotationOpened(_: ChairRotation, data: Data<"RotationOpened">): ChairRotation {
    const calendar = calendarOf(data.calendar);
    const { bloc, roster, chair, deputy, flag } = data;
    const members = roster.map(({ unit, name, joinedOn }): [UnitId, Member] => {
      const from = joinedOn === undefined ? 0 : (firstTermFrom(calendar, joinedOn)?.number ?? termsMax);
      return [unit, { unit, name, spells: [{ from }], inheritedTurns: 0 }];
    });
    const { term, startsOn } = data.calendar;
    const event: ChairRotationEvent = { type: "RotationOpened", data };
    const first: ServedTerm = {
      number: 0,
      term,
      startsOn,
      begunOn: startsOn,
      chair,
      turnOf: chair,
      deputy,
      event,
    };
    return {
      status: "open",
      bloc,
      opening: data,
      calendar,
      members: new Map(members),
      facts: [],
      overlays: new Map(),
      served: chair === undefined ? [] : [first],
      holder: chair,
      actings: [],
      swaps: new Map(),
      obligations: new Map(),
      lots: new Map(),
      incidents: [],
      custody: flag && issued(flag, custodianOf(chair), "RotationOpened"),
    };
  },
  RotationClosed: (
    state: ChairRotation,
    { reason, closedOn }: Data<"RotationClosed">,
  ): ChairRotation | undefined =>
    state.status === "open" ? { ...state, status: "closed", reason, closedOn } : undefined,

  ChairDesignated: opened((state, data: Data<"ChairDesignated">) =>
    keepFact(state, data.term, { type: "ChairDesignated", data }),
  ),
  DeputyDesignated: opened((state, data: Data<"DeputyDesignated">) => {
    keepFact(state, data.term, { type: "DeputyDesignated", data });
    const served = state.served[numberIn(state, data.term)];
    if (served) served.deputy = data.deputy;
  }),
  DeputyReleased: opened((state, data: Data<"DeputyReleased">) => {
    keepFact(state, data.term, { type: "DeputyReleased", data });
    const served = state.served[numberIn(state, data.term)];
    if (served?.deputy === data.deputy) served.deputy = undefined;
  }),
  ChairHandedOver: opened((state, data: Data<"ChairHandedOver">) => {
    const { term, from, to, deputy, handedOverOn, flag, startsOn, turnOf } = data;
    keepFact(state, term, { type: "ChairHandedOver", data });
    const begun = { term, startsOn, begunOn: handedOverOn, chair: to, turnOf, deputy };
    begin(state, { ...begun, event: { type: "ChairHandedOver", data } });
    if (flag && state.custody && from !== to)
      pass(state.custody, { to: custodianOf(to), on: handedOverOn, receipt: flag, event: "ChairHandedOver" });
  }),
  ChairInstalled: opened((state, data: Data<"ChairInstalled">) => {
    const { term, chair, deputy, installedOn, startsOn, turnOf } = data;
    keepFact(state, term, { type: "ChairInstalled", data });
    const begun = { term, startsOn, begunOn: installedOn, chair, turnOf, deputy };
    begin(state, { ...begun, event: { type: "ChairInstalled", data } });
  }),
  VacantTermBegun: opened((state, data: Data<"VacantTermBegun">) => {
    const { term, begunOn, startsOn, turnOf } = data;
    begin(state, { term, startsOn, begunOn, turnOf, event: { type: "VacantTermBegun", data } });
  }),
  ActingChairAppointed: opened((state, { term, unit, from }: Data<"ActingChairAppointed">) => {
    state.actings.push({ term: numberIn(state, term), unit, from });
  }),
  ActingChairEnded: opened((state, { endedOn }: Data<"ActingChairEnded">) => {
    const acting = actingNow(state);
    if (acting) acting.until = endedOn;
  }),
  TermVacated: opened((state, data: Data<"TermVacated">) => {
    const number = numberIn(state, data.term);
    const served = state.served[number];
    if (served) {
      served.vacatedFrom = data.from;
      if (number === state.served.length - 1) state.holder = undefined;
    } else
      addOverlay(state.overlays, number, {
        kind: "vacant",
        from: data.from,
        event: { type: "TermVacated", data },
      });
  }),
  SubstituteNamed: opened((state, data: Data<"SubstituteNamed">) => {
    const event: ChairRotationEvent = { type: "SubstituteNamed", data };
    addOverlay(state.overlays, numberIn(state, data.term), { kind: "substitute", unit: data.chair, event });
  }),
  TermEndChanged: opened((state, { term, endsOn }: Data<"TermEndChanged">) => {
    state.calendar.ends.set(numberIn(state, term), endsOn);
  }),
  ChairHeldOver: opened((state, data: Data<"ChairHeldOver">) =>
    keepFact(state, data.term, { type: "ChairHeldOver", data }),
  ),
  RotationIncidentNoted: opened(
    (state, data: Data<"RotationIncidentNoted">) => void state.incidents.push(data),
  ),
};

/** A term begins: what went before has ended, an interim too, and a turn owed for it is honoured. */
function begin(state: OpenedRotation, begun: Omit<ServedTerm, "number">) {
  const number = numberIn(state, begun.term);
  const acting = actingNow(state);
  if (acting) acting.until = begun.begunOn;
  const isTakenAgain = number === state.served.length - 1;
  if (isTakenAgain) state.served.pop();
  state.served.push({ number, ...begun });
  state.holder = begun.chair;
  for (const owed of state.obligations.values())
    if (owed.status === "open" && owed.due === number)
      owed.status = owed.unit === begun.chair ? "honoured" : "broken";
}

const custodianOf = (unit: UnitId | undefined) =>
  unit === undefined ? ({ kind: "issuer" } as const) : ({ kind: "unit", unit } as const);
