import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { calendarOf, firstTermFrom } from "./calendar.ts";
import { custodianOf, custodySince, issued } from "./custody.ts";
import type { ChairRotationRejection } from "./messages.ts";
import type {
  CommandData,
  CommandSlice,
  EventData,
  EventSlice,
  Member,
  OpenedRotation,
  ServedTerm,
} from "./state.ts";
import { isCountable } from "./term-names.ts";
import { termsMax } from "./words.ts";

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
    const { bloc, roster, chair, flag } = opening;
    const calendar = calendarOf(opening.calendar);
    const members = roster.map(({ unit, name, joinedOn }): [UnitId, Member] => {
      // A unit that joins after the last term that can be planned gets no turn.
      const first = joinedOn === undefined ? 0 : (firstTermFrom(calendar, joinedOn)?.number ?? termsMax);
      return [unit, { unit, name, spells: [{ from: first }], inheritedTurns: 0 }];
    });
    return {
      status: "open",
      bloc,
      opening,
      calendar,
      members: new Map(members),
      facts: [],
      overlays: new Map(),
      served: chair === undefined ? [] : [firstTerm(opening)],
      holder: chair,
      actings: [],
      swaps: new Map(),
      obligations: new Map(),
      lots: new Map(),
      incidents: [],
      custody: flag && issued(flag, custodianOf(chair), "RotationOpened"),
    };
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

/** The last day on which the chair was taken or the flag changed hands. The first day of the rotation may lie ahead. */
function lastDoneOn({ served, custody }: OpenedRotation): CivilDate | undefined {
  const taken = served.filter(({ event }) => event.type !== "RotationOpened").map(({ begunOn }) => begunOn);
  return [...taken, ...(custody ? [custodySince(custody)] : [])].toSorted().at(-1);
}

/** The first term of a rotation that is opened with a chair has begun. */
function firstTerm(opening: EventData<"RotationOpened">): ServedTerm {
  const { chair, deputy } = opening;
  const { term, startsOn } = opening.calendar;
  const event = { type: "RotationOpened", data: opening } as const;
  return { number: 0, term, startsOn, begunOn: startsOn, chair, turnOf: chair, deputy, event };
}

function objectionToOpening(opening: EventData<"RotationOpened">): ChairRotationRejection | undefined {
  const { roster, order, chair, deputy, calendar } = opening;
  if (roster.length === 0) return { type: "RosterEmpty", data: {} };
  const stranger = strangerIn(opening);
  if (stranger !== undefined) return { type: "UnitNotInRotation", data: { unit: stranger } };
  const twice = firstTwice(roster.map(({ unit }) => unit)) ?? firstTwice(order);
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

/** A unit that the order names, or that holds an office, and that is not in the roster by then. */
function strangerIn({
  roster,
  order,
  chair,
  deputy,
  calendar,
}: EventData<"RotationOpened">): UnitId | undefined {
  const officers = [chair, deputy].filter((unit) => unit !== undefined);
  const joins = new Map(roster.map(({ unit, joinedOn }) => [unit, joinedOn ?? calendar.startsOn]));
  return (
    [...order, ...officers].find((unit) => !joins.has(unit)) ??
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
