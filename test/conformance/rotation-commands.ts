import { ChairRotationCommand, type Place } from "../../src/chair-rotation/messages.ts";
import { byCodePoint } from "../../src/chair-rotation/policies/alphabetical.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { asean, euCouncil, swiss } from "../../src/chair-rotation/policies/presets.ts";
import type { CivilDate } from "../../src/kernel/time.ts";
import { firstDay, firstDays, lastDay, monthsOf } from "./rotation-dates.ts";
import type { History, HistoryMember, Incident } from "./rotation-history.ts";

const { create } = ChairRotationCommand;
export const basis = { kind: "conference", conference: "history" } as const;
export const reason = "as the history has it";
export const longAgo = "1000-01-01";

/** A history with the first day of each of its terms. */
export type Timed = { history: History; days: readonly CivilDate[] };

/**
 * In histories a swap is in force as soon as it is named, joiners have given places, and skipped turns are lost, unless
 * one of them is claimed later.
 */
export function policyOf({ rule, incidents }: History): RotationPolicy | undefined {
  const isClaimed = incidents.some(({ kind }) => kind === "claim");
  const plain = {
    swap: "bothUnits",
    skip: { kind: isClaimed ? "whenReady" : "forfeit" },
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

/** Members by id, with all their periods of membership. */
function spellsOf(history: History): Map<string, HistoryMember[]> {
  const byId = new Map<string, HistoryMember[]>();
  for (const member of history.members) {
    const those = byId.get(member.id);
    if (those) those.push(member);
    else byId.set(member.id, [member]);
  }
  for (const [unit, since] of idleJoinersOf(history)) {
    const spells = byId.get(unit)?.filter(({ left }) => (lastDay(left) ?? endOfTime) < since) ?? [];
    if (spells.length > 0) byId.set(unit, spells);
    else byId.delete(unit);
  }
  for (const spells of byId.values())
    spells.sort((a, b) => byCodePoint(firstDay(a.joined) ?? longAgo, firstDay(b.joined) ?? longAgo));
  return byId;
}

const endOfTime = "9999-12-31";

/**
 * The units that joined with the effect "none", and the day since when they are members: whatever their dates say,
 * they are not eligible until another incident gives them a place.
 */
export function idleJoinersOf(history: History): Map<string, CivilDate> {
  const days = firstDays(history) ?? [];
  const idle = history.incidents.filter(({ kind, effect }) => kind === "join" && effect === "none");
  const since = ({ term }: Incident) =>
    days[history.expected.findIndex((one) => one.term === term)] ?? longAgo;
  return new Map(idle.flatMap((one) => whose(one).map((unit): [string, CivilDate] => [unit, since(one)])));
}

/** The given order; or the members by name, if a sentence says how to sort them. */
export function orderOf(history: History): string[] {
  const { order, members, rule } = history;
  const spells = spellsOf(history);
  const idle = idleJoinersOf(history);
  const isIdle = (id: string) => idle.has(id) && !spells.has(id);
  const ids = [...new Set(members.map((member) => member.id))].filter((id) => !isIdle(id));
  if (Array.isArray(order)) {
    const given = order.filter((id) => !isIdle(id));
    return [...given, ...(rule.kind === "cycle" ? [] : ids.filter((id) => !given.includes(id)))];
  }
  const names = new Map(members.map((member) => [member.id, nameOf(member, rule.sortKey)]));
  return ids.sort((a, b) => byCodePoint(names.get(a) ?? a, names.get(b) ?? b));
}

/**
 * The sort key of each unit. It is the name, unless an alphabetical rule has a given order ("Republic of Moldova" at
 * M). Then it is the place in that order; a name that is not in the order comes after the one before it.
 */
export function keysOf({ order, members, rule }: History): Map<string, string> {
  const names = new Map(members.map((member) => [member.id, nameOf(member, rule.sortKey)]));
  const name = (unit: string) => names.get(unit) ?? unit;
  const byName = (a: string, b: string) => byCodePoint(name(a), name(b));
  if (!Array.isArray(order) || order.every((unit, at) => at === 0 || byName(order[at - 1] ?? "", unit) < 0))
    return names;
  const places = new Map(order.map((unit, at) => [unit, String(at).padStart(4, "0")]));
  for (const unit of names.keys()) {
    if (places.has(unit)) continue;
    const before = order.filter((one) => byName(one, unit) < 0).sort(byName);
    places.set(unit, `${places.get(before.at(-1) ?? "") ?? ""} ${name(unit)}`.trim());
  }
  return places;
}

/** Units that occur in incidents and not in the list of members. */
function strangersOf(history: History): string[] {
  const { incidents, previousChair } = history;
  const joiners = new Set(incidents.filter(({ kind }) => kind === "join").flatMap(whose));
  const named = incidents.flatMap((one) =>
    one.effect === "none" || one.kind === "join"
      ? []
      : [...(one.order ?? []), ...(one.prefix ?? []), ...(one.kind === "insert" ? whose(one) : [])],
  );
  const strangers = named.filter((unit) => !joiners.has(unit));
  return [...strangers, ...(previousChair ? [previousChair.chair] : [])];
}

/** Long enough to tell names apart, and not longer than a sort key may be. */
const keyMax = 80;

function nameOf(member: HistoryMember, sortKey = "name"): string {
  const key = member[sortKey];
  const name = typeof key === "string" && key !== "" ? key : (member.name ?? member.id);
  return [...name].slice(0, keyMax).join("");
}

/** Opens the rotation. Terms have the published names and first days. */
export function openingOf({ history, days }: Timed): ChairRotationCommand {
  const { expected, terms, previousChair } = history;
  const keys = keysOf(history);
  const order = orderOf(history);
  const spells = spellsOf(history);
  for (const unit of [...order, ...strangersOf(history)])
    if (!spells.has(unit)) spells.set(unit, [{ id: unit }]);
  const first = days[0] ?? longAgo;
  const roster = [...spells].map(([unit, [spell]]) => {
    const joined = firstDay(spell?.joined);
    return {
      unit,
      sortKey: keys.get(unit) ?? unit,
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

/** Leaves, and joins of units that come back, in the order of their days. */
export function rosterOf({ history, days }: Timed): ChairRotationCommand[] {
  const end = days.at(-1) ?? longAgo;
  const expelled = new Set(history.incidents.filter(({ kind }) => kind === "expel").flatMap(whose));
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
                  sortKey: keysOf(history).get(unit) ?? unit,
                  ...placeOf(history, unit),
                }),
              },
            ]
          : [];
      const leave =
        left !== undefined && left < end && !(at === spells.length - 1 && expelled.has(unit))
          ? [{ on: left, command: create.LeaveRotation({ unit, leftOn: left, reason }) }]
          : [];
      return [...join, ...leave];
    }),
  );
  return dated.sort((a, b) => byCodePoint(a.on, b.on)).map(({ command }) => command);
}

/** A unit that comes back gets its place in the given order: after the nearest unit before it. */
function placeOf(history: History, unit: string): { place?: Place } {
  if (history.rule.kind !== "cycle") return {};
  const order = orderOf(history);
  const at = order.indexOf(unit);
  const before = order[at - 1];
  if (at < 0) return {};
  return { place: before === undefined ? { kind: "first" } : { kind: "after", unit: before } };
}

/** The members that an incident concerns. */
export const whose = ({ member, members, nominal }: Incident): string[] => [
  ...(member === undefined ? [] : [member]),
  ...(members ?? []),
  ...(member === undefined && !members && nominal !== undefined ? [nominal] : []),
];
