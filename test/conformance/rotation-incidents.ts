import { ChairRotationCommand, type Place } from "../../src/chair-rotation/messages.ts";
import { addDays, addMonths, type CivilDate } from "../../src/kernel/time.ts";
import {
  basis,
  idleJoinersOf,
  keysOf,
  longAgo,
  orderOf,
  reason,
  type Timed,
  whose,
} from "./rotation-commands.ts";
import { lastDay, monthsOf } from "./rotation-dates.ts";
import type { History, Incident } from "./rotation-history.ts";

const { create } = ChairRotationCommand;

/** `owed` are the turns that are owed by now, the earliest first. */
type Translate = (
  incident: Incident,
  timed: Timed & { startsOn: CivilDate; at: number; owed: readonly Owed[] },
) => ChairRotationCommand[];
export type Owed = { obligation: string; unit: string };

/** Incidents that must not change the list, and notes whose dates are in `members`. */
const noted: Translate = ({ term, kind }) => [create.NoteIncident({ term, incident: kind })];

/** The commands for each kind of incident; undefined for an unknown kind. */
export const translations: ReadonlyMap<string, Translate> = new Map<string, Translate>([
  ["boycott", noted],
  ["event-cancelled", noted],
  ["occupant-change", noted],
  ["exclude", noted],
  ["membership-change", noted],
  ["seat-split", noted],
  [
    "reorder",
    ({ term, order = [], prefix, keepSwaps }) => [
      create.ReplaceOrder({
        term,
        order,
        effective: "atOnce",
        reason,
        ...(prefix && { prefix }),
        ...(keepSwaps !== undefined && { keepSwaps }),
      }),
    ],
  ],
  [
    "insert",
    (incident) =>
      whose(incident).map((unit) => {
        const { term, after } = incident;
        const place: Place = after === undefined ? { kind: "end" } : { kind: "after", unit: after };
        return create.PlaceInOrder({ term, unit, place, reason });
      }),
  ],
  [
    "remove",
    (incident) =>
      whose(incident).map((unit) => create.RemoveFromOrder({ term: incident.term, unit, reason })),
  ],
  [
    "expel",
    (incident, { startsOn }) =>
      whose(incident).map((unit) => create.LeaveRotation({ unit, leftOn: addDays(startsOn, -1), reason })),
  ],
  ["join", joined],
  [
    "claim",
    (incident, { owed }) =>
      whose(incident).map((unit) => {
        const { obligation = `nothing owed to ${unit}` } = owed.find((one) => one.unit === unit) ?? {};
        return create.ClaimOwedTurn({ obligation: obligation.replaceAll(" ", "-"), term: incident.term });
      }),
  ],
  [
    "skip",
    (incident) => whose(incident).map((unit) => create.SkipTurn({ term: incident.term, unit, reason })),
  ],
  [
    "suspend",
    (incident, { startsOn }) =>
      whose(incident).map((unit) => create.SuspendFromRotation({ unit, suspendedOn: startsOn, reason })),
  ],
  [
    "reinstate",
    (incident, { startsOn }) =>
      whose(incident).map((unit) => create.ReinstateInRotation({ unit, reinstatedOn: addDays(startsOn, 1) })),
  ],
  ["extend", extension],
  [
    "swap",
    ({ a, b, term, seq = 0 }, { startsOn }) => {
      if (!a || !b) return [];
      const swap = `${term}-${seq}-${a.term}-${b.term}`;
      const sides = { a: { term: a.term, unit: a.member }, b: { term: b.term, unit: b.member } };
      return [
        create.ProposeSwap({ swap, ...sides, proposedBy: a.member, proposedOn: startsOn }),
        create.ConsentToSwap({ swap, unit: b.member, consentedOn: startsOn }),
      ];
    },
  ],
  [
    "substitute",
    ({ term, nominal = "", chair = "" }) => [create.NameSubstitute({ term, unit: nominal, chair, reason })],
  ],
  ["vacant", ({ term }, { startsOn }) => [create.RecordVacancy({ term, from: startsOn, reason })]],
  [
    "succession-broken",
    ({ term, instead }) =>
      instead === undefined
        ? []
        : [create.DesignateChair({ term, chair: instead, basis, designatedOn: longAgo })],
  ],
  [
    "deputy-left",
    ({ term, member = "" }) => [create.ReleaseDeputy({ term, deputy: member, releasedOn: longAgo, reason })],
  ],
]);

/**
 * A unit becomes a member and stands in the order: at its end, or where an alphabetical rule puts it. A unit of the
 * given order stands there already. With the effect "none" it is a member and does not stand anywhere.
 */
function joined(incident: Incident, { history, startsOn }: Parameters<Translate>[1]): ChairRotationCommand[] {
  const { term, effect } = incident;
  const idle = idleJoinersOf(history);
  const listed = orderOf(history);
  return whose(incident).flatMap((unit): ChairRotationCommand[] => {
    const [key = unit] = [keysOf(history).get(unit)];
    if (effect === "none")
      return [
        create.JoinRotation({ unit, joinedOn: startsOn, sortKey: key }),
        ...(history.rule.kind === "cycle" ? [] : [create.RemoveFromOrder({ term, unit, reason })]),
        ...leavesOf(history, unit, startsOn),
      ];
    const place: Place = { kind: history.rule.kind === "cycle" ? "end" : "byKey" };
    if (idle.has(unit)) return [create.PlaceInOrder({ term, unit, place, reason })];
    if (listed.includes(unit)) return [];
    return history.members.some(({ id }) => id === unit)
      ? [create.PlaceInOrder({ term, unit, place, reason })]
      : [create.JoinRotation({ unit, joinedOn: startsOn, sortKey: key, place })];
  });
}

/** The days on which a unit that joined without a place leaves again. */
const leavesOf = ({ members }: History, unit: string, since: CivilDate) =>
  members.flatMap(({ id, left }) => {
    const leftOn = id === unit ? lastDay(left) : undefined;
    return leftOn !== undefined && leftOn > since ? [create.LeaveRotation({ unit, leftOn, reason })] : [];
  });

/**
 * Where the length is that of two terms or more, the chair of the term before holds over from the incident's term on;
 * else the term only gets longer.
 */
function extension(
  { term, length }: Incident,
  { history, days, startsOn, at }: Parameters<Translate>[1],
): ChairRotationCommand[] {
  const held = termsHeldOver(history, length);
  if (held === 0)
    return [create.ChangeTermEnd({ term, endsOn: days[at + 1] ?? endOf(history, startsOn, length), reason })];
  const terms = history.expected.slice(at, at + held).map((one) => one.term);
  return terms.map((one) => create.HoldOver({ term: one, reason }));
}

/** How many terms a chair holds over, whose time is of this length in all. */
export function termsHeldOver({ terms }: History, length: string | undefined): number {
  const base = monthsOf(terms.length) ?? 12;
  const months = monthsOf(length) ?? base;
  return months % base === 0 ? months / base - 1 : 0;
}

const endOf = ({ terms }: History, startsOn: CivilDate, length: string | undefined) =>
  addMonths(startsOn, monthsOf(length) ?? monthsOf(terms.length) ?? 12);
