import type { BlocCommand } from "../../../src/bloc/messages.ts";
import { activeMembersOn, membersOn } from "../../../src/bloc/questions.ts";
import { addDays, type CivilDate } from "../../../src/kernel/time.ts";
import type { UnitId } from "../../../src/vocabulary/unit.ts";
import { type Desk, heldOn, hours, january, type Luck, paperOf, type Year } from "./office.ts";

export const membersIn = (desk: Desk, bloc: string, day: CivilDate) =>
  membersOn(desk.stateOf("Bloc", bloc), day);
export const activeIn = (desk: Desk, bloc: string, day: CivilDate) =>
  activeMembersOn(desk.stateOf("Bloc", bloc), day);

const kinds = [
  "merger",
  "leaving",
  "joining",
  "suspension",
  "split",
  "renaming",
  "consolidation",
  "reconstitution",
  "readmission",
] as const;
type Kind = (typeof kinds)[number];
type Change = {
  luck: Luck;
  /** From when on it holds, and when it is decided. */
  day: CivilDate;
  decidedOn: CivilDate;
  season: string;
  now: readonly UnitId[];
  /** Who was a member once, and lives on in no other one. */
  former: readonly UnitId[];
  fresh: UnitId;
};

/** Members come, go and change, in the course of the season or around its conference. */
export function changeMembers(year: Year): void {
  const { bloc, season, luck, on } = year;
  for (const kind of kinds) {
    const about = luck("members", kind);
    if (!about.has(kind)) continue;
    const isLate = about.has("late");
    const decidedOn = isLate
      ? january(year, about.one([8, 11, 13, 18]))
      : `${season}-${about.one(["03", "06", "08", "11"])}-15`;
    const isAhead = luck("members", kind, "ahead").has("ahead");
    const day = isAhead ? addDays(decidedOn, luck("members", kind, "days").one([3, 17, 45])) : decidedOn;
    on(decidedOn, hours.evening, "members", (desk) => {
      const now = membersIn(desk, bloc, day);
      const former = formerIn(desk, bloc, day);
      // A bloc of fewer units could not fill its seats.
      if (now.length < 5 || (kind === "readmission" && former.length === 0)) return;
      const fresh = `${bloc}${kinds.indexOf(kind) + 1}${season.slice(2)}`;
      const about = { luck: luck("members", kind, "which"), day, decidedOn, season, now, former, fresh };
      desk.send("Bloc", bloc, changes[kind](about));
    });
    if (isAhead) notice(year, kind, day);
  }
  const about = luck("dissolution");
  // Some are dissolved on the evening after their last votes.
  const [dissolvedOn, hour] = luck("dissolution", "day").happens(0.3)
    ? [heldOn(year), hours.close + 1]
    : [`${season}-10-01`, hours.night];
  if (season !== "2022" && about.has("dissolved"))
    on(dissolvedOn, hour, "members", (desk) => {
      const decision = paperOf("decision", "99/QĐ", dissolvedOn);
      desk.send("Bloc", bloc, {
        type: "DissolveBloc",
        data: { reason: "Sắp xếp lại", dissolvedOn, decision },
      });
    });
}

/**
 * What was stated ahead comes about with the next fact of the bloc. Where that would be the verdicts on its pledges, or a step
 * of its awards, those and what comes about do not commute: so the office writes something on the day itself. Else it is in
 * spring at last that something more happens.
 */
function notice({ bloc, season, after, on }: Year, kind: Kind, day: CivilDate): void {
  const isBeforeVerdicts = day > `${season}-06-01` && day <= `${season}-12-20`;
  const isBeforeSteps = day >= `${after}-01-01`;
  on(isBeforeVerdicts || isBeforeSteps ? day : `${after}-04-20`, hours.morning, "members", (desk) => {
    const [unit] = membersIn(desk, bloc, desk.day);
    if (unit === undefined) return;
    const name = `Đơn vị ${unit} (tên mới, ${kind} ${season})`;
    desk.send("Bloc", bloc, { type: "RenameMember", data: { unit, name, renamedOn: desk.day } });
  });
}

/** The units that are no members on a day and after it, and may be again. */
function formerIn(desk: Desk, bloc: string, day: CivilDate): UnitId[] {
  const state = desk.stateOf("Bloc", bloc);
  if (state.status !== "constituted") return [];
  const grounds: (string | undefined)[] = ["transferred", "withdrawn", "reconstituted"];
  return [...state.members.values()].flatMap(({ unit, memberships }) => {
    const { until, ground } = memberships.at(-1) ?? {};
    return until !== undefined && until <= day && grounds.includes(ground) ? [unit] : [];
  });
}

const named = (unit: UnitId) => ({ unit, name: `Đơn vị ${unit}` });
const decided = (day: CivilDate) => paperOf("decision", `7/QĐ-${day}`, day);

function two({ luck, now }: Change): [UnitId, UnitId] {
  const [one = "", other = ""] = luck.mixed(now);
  return [one, other];
}

const changes: { [K in Kind]: (change: Change) => BlocCommand } = {
  merger(change) {
    const [unit, into] = two(change);
    const { day: mergedOn, decidedOn } = change;
    return { type: "MergeMembers", data: { units: [unit], into, mergedOn, decision: decided(decidedOn) } };
  },
  leaving({ luck, now, day: leftOn, decidedOn }) {
    const ground = luck.one(["dissolved", "transferred", "withdrawn", "mergedElsewhere"] as const);
    return {
      type: "ReleaseMember",
      data: { unit: luck.one(now), ground, leftOn, decision: decided(decidedOn) },
    };
  },
  joining: ({ day: admittedOn, decidedOn, fresh }) => ({
    type: "AdmitMember",
    data: { ...named(fresh), admittedOn, decision: decided(decidedOn) },
  }),
  readmission: ({ luck, day: admittedOn, decidedOn, former }) => ({
    type: "AdmitMember",
    data: { ...named(luck.one(former)), admittedOn, decision: decided(decidedOn) },
  }),
  suspension: ({ luck, now, day: suspendedOn }) => ({
    type: "SuspendMember",
    data: { unit: luck.one(now), reason: "Tạm dừng tham gia", suspendedOn },
  }),
  split({ luck, now, day: splitOn, decidedOn, fresh }) {
    const unit = luck.one(now);
    // Half of the units that are split up go on as one of the parts.
    const parts = luck.happens(0.5) ? [unit, `${fresh}b`] : [`${fresh}a`, `${fresh}b`];
    return {
      type: "SplitMember",
      data: { unit, into: parts.map(named), splitOn, decision: decided(decidedOn) },
    };
  },
  renaming({ luck, now, season, day: renamedOn }) {
    const unit = luck.one(now);
    return { type: "RenameMember", data: { unit, name: `Đơn vị ${unit} (mới ${season})`, renamedOn } };
  },
  consolidation(change) {
    const { day: consolidatedOn, decidedOn, fresh } = change;
    const units = two(change);
    const decision = decided(decidedOn);
    return { type: "ConsolidateMembers", data: { units, into: named(fresh), consolidatedOn, decision } };
  },
  reconstitution({ luck, now, day: reconstitutedOn, decidedOn, fresh }) {
    const members = [...luck.mixed(now).slice(1), fresh].map((unit) => ({
      unit,
      name: `Đơn vị ${unit} kiện toàn`,
    }));
    const of = { name: "Khối kiện toàn", authority: "UBND tỉnh", decision: decided(decidedOn) };
    return { type: "ReconstituteBloc", data: { ...of, members, reconstitutedOn } };
  },
};

/** A suspended unit takes part again in spring. */
export function reinstate({ bloc, after, on }: Year): void {
  const day = `${after}-04-10`;
  on(day, hours.evening, "members", (desk) => {
    const active = activeIn(desk, bloc, day);
    for (const unit of membersIn(desk, bloc, day))
      if (!active.includes(unit))
        desk.send("Bloc", bloc, { type: "ReinstateMember", data: { unit, reinstatedOn: day } });
  });
}

/** A unit is disciplined, or investigated: before the conference, or right after it. */
export function discipline(year: Year): void {
  const { bloc, season, units, luck, on, after } = year;
  const about = luck("discipline");
  if (about.has("disciplined")) {
    const unit = about.one(units);
    const day = about.one([`${season}-11-15`, january(year, 11)]);
    const id = `discipline-${bloc}-${season}`;
    const form = luck("discipline", "form").one(["reprimand", "warning"] as const);
    on(day, hours.midday, "discipline", (desk) => {
      const data = { discipline: id, unit, form, season };
      const decision = paperOf("decision", "4/QĐ-KL", day);
      desk.send("Bloc", bloc, { type: "DisciplineUnit", data: { ...data, disciplinedOn: day, decision } });
    });
    const liftedOn = `${after}-01-28`;
    if (about.has("disciplineLifted"))
      on(liftedOn, hours.midday, "discipline", (desk) => {
        const data = { discipline: id, liftedOn, decision: paperOf("decision", "5/QĐ-KL", liftedOn) };
        if (isKnown(desk, bloc, id)) desk.send("Bloc", bloc, { type: "LiftDiscipline", data });
      });
  }
  if (!about.has("investigated")) return;
  const unit = about.one(units);
  const openedOn = about.one([`${season}-12-05`, january(year, 10)]);
  const id = `investigation-${bloc}-${season}`;
  on(openedOn, hours.midday, "investigation", (desk) => {
    const data = { investigation: id, unit, body: "Thanh tra tỉnh", openedOn };
    desk.send("Bloc", bloc, { type: "OpenInvestigation", data });
  });
  // What is found may be disciplined while the investigation goes on.
  const foundOn = `${season}-12-15`;
  if (openedOn < foundOn && about.happens(0.5))
    on(foundOn, hours.midday, "discipline", (desk) => {
      const decision = paperOf("decision", "6/QĐ-KL", foundOn);
      const data = { discipline: `found-${bloc}-${season}`, unit, form: "reprimand" as const, season };
      desk.send("Bloc", bloc, {
        type: "DisciplineUnit",
        data: { ...data, disciplinedOn: foundOn, decision },
      });
    });
  const closedOn = `${after}-02-05`;
  const finding = luck("investigation", "finding").one(["cleared", "discontinued"] as const);
  if (about.has("investigationClosed"))
    on(closedOn, hours.midday, "investigation", (desk) => {
      const data = { investigation: id, closedOn, finding };
      if (isKnown(desk, bloc, id)) desk.send("Bloc", bloc, { type: "CloseInvestigation", data });
    });
}

function isKnown(desk: Desk, bloc: string, id: string): boolean {
  const state = desk.stateOf("Bloc", bloc);
  return state.status !== "blank" && (state.disciplines.has(id) || state.investigations.has(id));
}
