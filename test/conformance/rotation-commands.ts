import { ChairRotationCommand, type Place } from "../../src/chair-rotation/messages.ts";
import { byCodePoint } from "../../src/chair-rotation/policies/alphabetical.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { asean, euCouncil, swiss } from "../../src/chair-rotation/policies/presets.ts";
import { addDays, addMonths, type CivilDate } from "../../src/kernel/time.ts";
import { firstDay, lastDay, monthsOf } from "./rotation-dates.ts";
import type { History, HistoryMember, Incident } from "./rotation-history.ts";

const { create } = ChairRotationCommand;
const basis = { kind: "conference", conference: "history" } as const;
const reason = "as the history has it";
const longAgo = "1000-01-01";

/** A history with the first day of each of its terms. */
export type Timed = { history: History; days: readonly CivilDate[] };

/** Histories have swaps in force once they name them, joiners in their places, and turns that are lost. */
export function policyOf({ rule }: History): RotationPolicy | undefined {
  const plain = {
    swap: "bothUnits",
    skip: { kind: "forfeit" },
    joiner: "notEligible",
    horizonTerms: 2_400,
  } as const;
  if (rule.kind === "cycle") return { ...euCouncil, ...plain };
  if (rule.kind === "alphabetical-next") return { ...asean, ...plain, joiner: "byKey" };
  if (rule.kind !== "deputy-succeeds") return undefined;
  return {
    ...swiss,
    ...plain,
    succession: { kind: "deputySucceeds", otherwise: "designated" },
    deputy: "designated",
  };
}

/** Members by id, with all the times for which they belonged. */
function spellsOf({ members }: History): Map<string, HistoryMember[]> {
  const byId = new Map<string, HistoryMember[]>();
  for (const member of members) {
    const those = byId.get(member.id);
    if (those) those.push(member);
    else byId.set(member.id, [member]);
  }
  for (const spells of byId.values())
    spells.sort((a, b) => byCodePoint(firstDay(a.joined) ?? longAgo, firstDay(b.joined) ?? longAgo));
  return byId;
}

/** The order given, or the members by name where a sentence says how to sort them. */
export function orderOf({ order, members, rule }: History): string[] {
  const ids = [...new Set(members.map((member) => member.id))];
  if (Array.isArray(order))
    return [...order, ...(rule.kind === "cycle" ? [] : ids.filter((id) => !order.includes(id)))];
  const names = new Map(members.map((member) => [member.id, nameOf(member, rule.sortKey)]));
  return ids.sort((a, b) => byCodePoint(names.get(a) ?? a, names.get(b) ?? b));
}

function nameOf(member: HistoryMember, sortKey = "name"): string {
  const key = member[sortKey];
  return typeof key === "string" && key !== "" ? key : (member.name ?? member.id);
}

/** Opens the rotation; terms have the names and first days that were published. */
export function openingOf({ history, days }: Timed): ChairRotationCommand {
  const { expected, terms, previousChair, rule } = history;
  const order = orderOf(history);
  const spells = spellsOf(history);
  for (const unit of [...order, ...(previousChair ? [previousChair.chair] : [])])
    if (!spells.has(unit)) spells.set(unit, [{ id: unit }]);
  const first = days[0] ?? longAgo;
  const roster = [...spells].map(([unit, [spell]]) => {
    const joined = firstDay(spell?.joined);
    return {
      unit,
      ...(spell && { sortKey: nameOf(spell, rule.sortKey) }),
      ...(joined !== undefined && joined > first && { joinedOn: joined }),
    };
  });
  const policy = policyOf(history) ?? euCouncil;
  const named = expected.map(({ term }, at) => ({ term, startsOn: days[at] ?? first }));
  return create.OpenRotation({
    bloc: "history",
    roster,
    order,
    policy,
    calendar: {
      term: named[0]?.term ?? "1",
      startsOn: first,
      months: monthsOf(terms.length) ?? 12,
      published: named.slice(1),
    },
    ...(previousChair && { previousChair: previousChair.chair }),
  });
}

/** Leaves, and the joins of those who come again, in the order of their days. */
export function rosterOf({ history, days }: Timed): ChairRotationCommand[] {
  const end = days.at(-1) ?? longAgo;
  const dated = [...spellsOf(history)].flatMap(([unit, spells]) =>
    spells.flatMap((spell, at) => {
      const [joined, left] = [firstDay(spell.joined), lastDay(spell.left)];
      const join =
        at > 0 && joined !== undefined && joined <= end
          ? [
              {
                on: joined,
                command: create.JoinRotation({
                  unit,
                  joinedOn: joined,
                  ...keyOf(spell, history),
                  ...placeOf(history, unit),
                }),
              },
            ]
          : [];
      const leave =
        left !== undefined && left < end
          ? [{ on: left, command: create.LeaveRotation({ unit, leftOn: left, reason }) }]
          : [];
      return [...join, ...leave];
    }),
  );
  return dated.sort((a, b) => byCodePoint(a.on, b.on)).map(({ command }) => command);
}

const keyOf = (spell: HistoryMember, { rule }: History) => ({ sortKey: nameOf(spell, rule.sortKey) });

/** Who comes again stands where the order has it: after the nearest one before it. */
function placeOf(history: History, unit: string): { place?: Place } {
  if (history.rule.kind !== "cycle") return {};
  const order = orderOf(history);
  const at = order.indexOf(unit);
  const before = order[at - 1];
  if (at < 0) return {};
  return { place: before === undefined ? { kind: "first" } : { kind: "after", unit: before } };
}

type Translate = (
  incident: Incident,
  timed: Timed & { startsOn: CivilDate; at: number },
) => ChairRotationCommand[];

const whose = ({ member, members, nominal }: Incident): string[] => [
  ...(member === undefined ? [] : [member]),
  ...(members ?? []),
  ...(member === undefined && !members && nominal !== undefined ? [nominal] : []),
];

/** What happened and must not change the list; notes whose dates are in `members`. */
const noted: Translate = ({ term, kind }) => [create.NoteIncident({ term, incident: kind })];

/** Each kind of incident in the words of the library; undefined for a kind that nobody described. */
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
    (incident, { history }) =>
      whose(incident)
        .filter((unit) => history.rule.kind === "cycle" && !orderOf(history).includes(unit))
        .map((unit) => create.PlaceInOrder({ term: incident.term, unit, place: { kind: "end" }, reason })),
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
    ({ a, b, term, seq = 0 }) => {
      if (!a || !b) return [];
      const swap = `${term}-${seq}-${a.term}-${b.term}`;
      const sides = { a: { term: a.term, unit: a.member }, b: { term: b.term, unit: b.member } };
      return [
        create.ProposeSwap({ swap, ...sides, proposedBy: a.member, proposedOn: longAgo }),
        create.ConsentToSwap({ swap, unit: b.member, consentedOn: longAgo }),
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

/** One more whole term by the same chair where the published terms have it so; else the term only gets longer. */
function extension(
  incident: Incident,
  { history, days, startsOn, at }: Parameters<Translate>[1],
): ChairRotationCommand[] {
  const [base = 12, months = base] = [monthsOf(history.terms.length), monthsOf(incident.length)];
  const endsOn = addMonths(startsOn, months);
  const covered = history.expected.filter((_, later) => later > at && (days[later] ?? endsOn) < endsOn);
  const whole = months % base === 0 ? covered.slice(0, months / base - 1) : [];
  if (whole.length > 0) return whole.map(({ term }) => create.HoldOver({ term, reason }));
  const next = days[at + 1];
  return [create.ChangeTermEnd({ term: incident.term, endsOn: next ?? endsOn, reason })];
}
