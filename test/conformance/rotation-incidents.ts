import { ChairRotationCommand, type Place } from "../../src/chair-rotation/messages.ts";
import { addDays, addMonths, type CivilDate } from "../../src/kernel/time.ts";
import { basis, longAgo, orderOf, reason, type Timed, whose } from "./rotation-commands.ts";
import { lastDay, monthsOf } from "./rotation-dates.ts";
import type { Incident } from "./rotation-history.ts";

const { create } = ChairRotationCommand;

type Translate = (
  incident: Incident,
  timed: Timed & { startsOn: CivilDate; at: number },
) => ChairRotationCommand[];

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
  [
    "join",
    (incident, { history, startsOn }) => {
      const isCycle = history.rule.kind === "cycle";
      const listed = orderOf(history);
      return whose(incident)
        .filter((unit) => !listed.includes(unit))
        .map((unit) =>
          history.members.some(({ id }) => id === unit)
            ? create.PlaceInOrder({ term: incident.term, unit, place: { kind: "end" }, reason })
            : create.JoinRotation({ unit, joinedOn: startsOn, ...(isCycle && { place: { kind: "end" } }) }),
        );
    },
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

/** The same chair gets one more term if the published terms show one; else the term only gets longer. */
function extension(
  incident: Incident,
  { history, days, startsOn, at }: Parameters<Translate>[1],
): ChairRotationCommand[] {
  const [base = 12, months = base] = [monthsOf(history.terms.length), monthsOf(incident.length)];
  const endsOn = addMonths(startsOn, months);
  const covered = history.expected.filter((_, later) => later > at && (days[later] ?? endsOn) < endsOn);
  const whole = months % base === 0 ? covered.slice(0, months / base - 1) : [];
  const end = lastDay(history.expected[at]?.end);
  if (end !== undefined && addDays(end, 1) >= endsOn) whole.length = 0;
  if (whole.length > 0) return whole.map(({ term }) => create.HoldOver({ term, reason }));
  const next = days[at + 1];
  return [create.ChangeTermEnd({ term: incident.term, endsOn: next ?? endsOn, reason })];
}
