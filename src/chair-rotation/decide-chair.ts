import { accept, reject } from "../kernel/decision.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { numberOf } from "./calendar.ts";
import type { ForecastTerm } from "./forecast.ts";
import {
  type Asked,
  comingTerm,
  type Decided,
  isMemberFrom,
  sitting,
  unlessMember,
  whileOpen,
} from "./guards.ts";
import { namesChair } from "./policies/succession.ts";
import { type ChairRotation, isMemberIn, type OpenedRotation, policyAt, runningNumber } from "./state.ts";

/** Opening, closing, and who will chair. */
export const chairDecisions = {
  OpenRotation(state: ChairRotation, data: Asked<"OpenRotation">, _: CommandMetadata | undefined): Decided {
    const order = data.order ?? data.roster.map(({ unit }) => unit);
    const opening = { ...data, order };
    if (state.status !== "blank")
      return same(opening, state.opening)
        ? accept()
        : reject({ type: "RotationTaken", data: { bloc: state.bloc } });
    return refusedRoster(data, order) ?? accept({ type: "RotationOpened", data: opening });
  },

  CloseRotation(
    state: ChairRotation,
    data: Asked<"CloseRotation">,
    metadata: CommandMetadata | undefined,
  ): Decided {
    if (state.status === "closed" && same([state.reason, state.closedOn], [data.reason, data.closedOn]))
      return accept();
    return whileOpen(() => accept({ type: "RotationClosed", data }))(state, data, metadata);
  },

  DesignateChair: whileOpen((state, data: Asked<"DesignateChair">) => {
    const { term, chair, deputy } = data;
    if (chair === deputy) return reject({ type: "DeputyIsChair", data: { unit: chair } });
    const coming = comingTerm(state, term);
    if (!coming.ok) return coming;
    const { row } = coming;
    const stranger = [chair, ...(deputy === undefined ? [] : [deputy])].find(
      (unit) => !isMemberIn(state, unit, row.number),
    );
    if (stranger !== undefined) return reject({ type: "UnitNotInRotation", data: { unit: stranger } });
    const standing = standingDesignation(state, row);
    if (standing && same(standing, data)) return accept();
    if (standing) return reject({ type: "ChairDesignatedAlready", data: { term, chair: standing.chair } });
    return outOfTurn(state, row, chair) ?? accept({ type: "ChairDesignated", data });
  }),

  DesignateDeputy: whileOpen((state, data: Asked<"DesignateDeputy">) => {
    const { term, deputy } = data;
    const found = termFromRunningOn(state, term);
    if (!found.ok) return found;
    const { number, row } = found;
    const chair = row ? sitting(row.chair) : state.holder;
    if (deputy === chair) return reject({ type: "DeputyIsChair", data: { unit: deputy } });
    const stranger = unlessMember(state, deputy, number);
    if (stranger) return stranger;
    const now = row ? row.deputy : state.served[number]?.deputy;
    const isFactAlready = state.facts.some(
      ({ at, event }) => at === number && event.type === "DeputyDesignated" && same(event.data, data),
    );
    if (now === deputy && isFactAlready) return accept();
    return accept({ type: "DeputyDesignated", data });
  }),

  ReleaseDeputy: whileOpen((state, data: Asked<"ReleaseDeputy">) => {
    const { term, deputy } = data;
    const found = termFromRunningOn(state, term);
    if (!found.ok) return found;
    const { number, row } = found;
    const now = row ? row.deputy : state.served[number]?.deputy;
    if (now === deputy) return accept({ type: "DeputyReleased", data });
    const isReleased = state.facts.some(
      ({ at, event }) => at === number && event.type === "DeputyReleased" && event.data.deputy === deputy,
    );
    return isReleased ? accept() : reject({ type: "NotDeputyOfTerm", data: { term, unit: deputy } });
  }),

  NoteIncident: whileOpen((state, data: Asked<"NoteIncident">) => {
    if (numberOf(state.calendar, data.term) === undefined)
      return reject({ type: "TermUnknown", data: { term: data.term } });
    const isNoted = state.incidents.some((one) => same(one, data));
    return isNoted ? accept() : accept({ type: "RotationIncidentNoted", data });
  }),
};

function refusedRoster(data: Asked<"OpenRotation">, order: readonly UnitId[]): Decided | undefined {
  const { roster, chair, deputy } = data;
  if (roster.length === 0) return reject({ type: "RosterEmpty", data: {} });
  const units = new Set<UnitId>();
  for (const { unit } of roster) {
    if (units.has(unit)) return reject({ type: "UnitTwiceInRotation", data: { unit } });
    units.add(unit);
  }
  const named = [
    ...order,
    ...(chair === undefined ? [] : [chair]),
    ...(deputy === undefined ? [] : [deputy]),
  ];
  const later = new Set(
    roster
      .filter(({ joinedOn }) => joinedOn !== undefined && joinedOn > data.calendar.startsOn)
      .map(({ unit }) => unit),
  );
  const stranger =
    named.find((unit) => !units.has(unit)) ??
    [chair, deputy].find((unit) => unit !== undefined && later.has(unit));
  if (stranger !== undefined) return reject({ type: "UnitNotInRotation", data: { unit: stranger } });
  const twice = order.find((unit, at) => order.indexOf(unit) !== at);
  if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
  if (order.length === 0) return reject({ type: "OrderEmpty", data: {} });
  if (deputy !== undefined && deputy === chair)
    return reject({ type: "DeputyIsChair", data: { unit: deputy } });
  if (deputy !== undefined && chair === undefined)
    return reject({ type: "TermWithoutChair", data: { term: data.calendar.term } });
  return undefined;
}

/** The running term, or one to come. */
export function termFromRunningOn(
  state: OpenedRotation,
  term: string,
): { ok: true; number: number; row?: ForecastTerm } | Extract<Decided, { ok: false }> {
  const running = runningNumber(state);
  if (running >= 0 && numberOf(state.calendar, term) === running) return { ok: true, number: running };
  const coming = comingTerm(state, term);
  return coming.ok ? { ok: true, number: coming.row.number, row: coming.row } : coming;
}

/** The designation that holds for a coming term: the last one, while its chair has the turn by it. */
function standingDesignation(state: OpenedRotation, row: ForecastTerm) {
  const cited = row.because.findLast((one) => one.kind === "event" && one.event.type === "ChairDesignated");
  return cited?.kind === "event" &&
    cited.event.type === "ChairDesignated" &&
    isMemberFrom(state, cited.event.data.chair, row.number)
    ? cited.event.data
    : undefined;
}

/** Where the rule names the chair itself, a designation confirms it and does not choose another. */
function outOfTurn(
  state: OpenedRotation,
  { number, term, nominal }: ForecastTerm,
  chair: UnitId,
): Decided | undefined {
  const { succession } = policyAt(state, number);
  if (nominal.kind === "unit" && nominal.unit !== chair && namesChair(succession))
    return reject({ type: "ChairOutOfTurn", data: { term, chair, holder: nominal.unit } });
  if (nominal.kind === "open" && succession.kind === "group" && !nominal.among.includes(chair))
    return reject({ type: "ChairNotInGroup", data: { term, chair, group: [...nominal.among] } });
  return undefined;
}
