import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { begin } from "./begin.ts";
import { calendarOf } from "./calendar.ts";
import { custodianOf } from "./custody-on.ts";
import { firstStanding } from "./forecast/standing.ts";
import { copyOf, enter, type KeptRoster, type Roster, type RosterFact } from "./members.ts";
import type { ChairRotationRejection } from "./messages.ts";
import { groupedIn } from "./policies/group.ts";
import { insert } from "./roster-on.ts";
import type { CommandData, CommandSlice, EventData, EventSlice, OpenedRotation } from "./state.ts";
import { isCountable } from "./term-names.ts";
import type { RosterEntry } from "./words.ts";

type Opening = EventData<"RotationOpened">;

/** A rotation is opened with its roster, its calendar and its policy, and ends when it is closed. */
export const decideOpening: CommandSlice<"OpenRotation" | "CloseRotation"> = {
  OpenRotation: during(["blank"], {
    already: (state, data) => same(openingOf(data), state.opening),
    otherwise: ({ bloc }) => ({ type: "RotationTaken", data: { bloc } }),
    done: ({ flag }) => flag?.issuedOn,
    decide(_, data) {
      const opening = openingOf(data);
      const objection = objectionToOpening(opening);
      return objection ? reject(objection) : accept({ type: "RotationOpened", data: opening });
    },
  }),

  CloseRotation: during(["open"], {
    already: (state, { reason, closedOn }) =>
      state.status === "closed" && same([state.reason, state.closedOn], [reason, closedOn]),
    done: ({ closedOn }) => closedOn,
    decide: (state, data) =>
      unless(objectionToDate(data.closedOn, { earliest: lastDoneOn(state) }), {
        type: "RotationClosed",
        data,
      }),
  }),
};

export const evolveOpening: EventSlice<"RotationOpened" | "RotationClosed"> = {
  RotationOpened: from(["blank"], (_, opening) => {
    const objection = objectionToOpening(opening);
    if (objection) contradiction(`its roster, order or chair is not possible: ${objection.type}`);
    return { status: "open", ...opened(opening) };
  }),

  RotationClosed: from(["open"], (state, { reason, closedOn }) => ({
    ...state,
    status: "closed",
    reason,
    closedOn,
  })),
};

/** Without an order of its own the rotation goes by the order of the roster. */
const openingOf = (data: CommandData<"OpenRotation">): EventData<"RotationOpened"> => ({
  ...data,
  order: data.order ?? data.roster.map(({ unit }) => unit),
});

function opened(opening: EventData<"RotationOpened">): OpenedRotation {
  const { bloc, chair, flag } = opening;
  const calendar = calendarOf(opening.calendar);
  const expected = expectedIn(opening);
  const firstRoster = rosterOf(opening);
  const state: OpenedRotation = {
    bloc,
    opening,
    calendar,
    seq: expected.length,
    facts: expected,
    firstRoster,
    roster: copyOf(firstRoster),
    rosterFacts: 0,
    lastRoster: lastRosterOf(firstRoster, expected),
    near: { roster: copyOf(firstRoster), facts: 0 },
    pending: [...expected],
    standing: firstStanding(opening),
    decisions: new Map(),
    lastOrders: { units: new Map() },
    policies: [],
    overlays: new Map(),
    served: [],
    swaps: new Map(),
    obligations: new Map(),
    lots: new Map(),
    incidents: new Set(),
    flag: flag && { flag, to: custodianOf(chair), acts: [] },
  };
  const { startsOn, term } = opening.calendar;
  if (chair !== undefined)
    begin(state, {
      term,
      startsOn,
      begunOn: startsOn,
      chair,
      deputy: opening.deputy,
      turnOf: chair,
      event: { type: "RotationOpened", data: opening },
    });
  return state;
}

const joinsLater = ({ calendar }: Opening, { joinedOn }: RosterEntry): boolean =>
  joinedOn !== undefined && joinedOn > calendar.startsOn;

const keyOf = ({ unit, name, sortKey }: RosterEntry): string => sortKey ?? name ?? unit;

/** The members of the first day. */
function rosterOf(opening: Opening): KeptRoster {
  const first = opening.roster.filter((one) => !joinsLater(opening, one));
  const members = new Map(first.map((entry) => [entry.unit, { name: entry.name, sortKey: keyOf(entry) }]));
  return { members, ended: new Map(), left: new Map() };
}

function lastRosterOf(first: Roster, expected: readonly RosterFact[]): KeptRoster {
  const last = copyOf(first);
  for (const fact of expected) enter(last, fact);
  return last;
}

/** Who has a place in the order from the beginning and joins on a later day. */
function expectedIn(opening: Opening): RosterFact[] {
  const facts: RosterFact[] = [];
  for (const entry of opening.roster) {
    const { unit, name, joinedOn } = entry;
    if (joinedOn === undefined || !joinsLater(opening, entry)) continue;
    insert(facts, {
      on: joinedOn,
      seq: facts.length + 1,
      event: { type: "UnitExpected", data: { unit, name, sortKey: keyOf(entry) } },
    });
  }
  return facts;
}

/** The last day on which something was done. The first day of the rotation may lie ahead. */
function lastDoneOn({ served, doneOn, opening, flag }: OpenedRotation): CivilDate | undefined {
  const isOpened = served.length === 1 && served[0]?.event.type === "RotationOpened";
  const isDone = doneOn !== undefined && (!isOpened || doneOn > opening.calendar.startsOn);
  return isDone ? doneOn : flag?.flag.issuedOn;
}

function objectionToOpening(opening: EventData<"RotationOpened">): ChairRotationRejection | undefined {
  const { roster, order, policy, chair, deputy, calendar } = opening;
  if (roster.length === 0) return { type: "RosterEmpty", data: {} };
  const stranger = strangerIn(opening);
  if (stranger !== undefined) return { type: "UnitNotInRotation", data: { unit: stranger } };
  const twice =
    firstTwice(roster.map(({ unit }) => unit)) ?? firstTwice(order) ?? firstTwice(groupedIn(policy));
  if (twice !== undefined) return { type: "UnitTwiceInRotation", data: { unit: twice } };
  if (order.length === 0) return { type: "OrderEmpty", data: {} };
  const { term, months, published = [] } = calendar;
  // Where names are published, the rotation ends with the last of them.
  if (published.length === 0 && !isCountable(term, months))
    return { type: "TermNameUncountable", data: { term, months } };
  if (deputy === undefined) return undefined;
  if (deputy === chair) return { type: "DeputyIsChair", data: { unit: deputy } };
  return chair === undefined ? { type: "TermWithoutChair", data: { term: calendar.term } } : undefined;
}

/** A unit that the order or a group names, or that holds an office, and that is not in the roster by then. */
function strangerIn({
  roster,
  order,
  policy,
  chair,
  deputy,
  calendar,
}: EventData<"RotationOpened">): UnitId | undefined {
  const officers = [chair, deputy].filter((unit) => unit !== undefined);
  const joins = new Map(roster.map(({ unit, joinedOn }) => [unit, joinedOn ?? calendar.startsOn]));
  return (
    [...order, ...groupedIn(policy), ...officers].find((unit) => !joins.has(unit)) ??
    officers.find((unit) => (joins.get(unit) ?? calendar.startsOn) > calendar.startsOn)
  );
}

/** The first unit that a list names a second time. */
export function firstTwice(units: readonly UnitId[]): UnitId | undefined {
  const seen = new Set<UnitId>();
  for (const unit of units) {
    if (seen.has(unit)) return unit;
    seen.add(unit);
  }
  return undefined;
}
