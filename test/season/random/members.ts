import type { BlocCommand } from "../../../src/bloc/messages.ts";
import { activeMembersOn, membersOn } from "../../../src/bloc/questions.ts";
import type { CivilDate } from "../../../src/kernel/time.ts";
import type { UnitId } from "../../../src/vocabulary/unit.ts";
import { type Desk, hours, january, type Luck, paperOf, type Year } from "./office.ts";

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
] as const;
type Kind = (typeof kinds)[number];
type Change = { luck: Luck; day: CivilDate; season: string; now: readonly UnitId[]; fresh: UnitId };

/** Members come, go and change, in the course of the season or around its conference. */
export function changeMembers(year: Year): void {
  const { bloc, season, luck, on } = year;
  for (const kind of kinds) {
    const about = luck("members", kind);
    if (!about.has(kind)) continue;
    const isLate = about.has("late");
    const day = isLate
      ? january(year, about.one([8, 11, 13, 18]))
      : `${season}-${about.one(["03", "06", "08", "11"])}-15`;
    on(day, hours.evening, "members", (desk) => {
      const now = membersIn(desk, bloc, day);
      // A bloc of fewer units could not fill its seats.
      if (now.length < 5) return;
      const fresh = `${bloc}${kinds.indexOf(kind) + 1}${season.slice(2)}`;
      const command = changes[kind]({ luck: luck("members", kind, "which"), day, season, now, fresh });
      desk.send("Bloc", bloc, command);
    });
  }
  const about = luck("dissolution");
  const dissolvedOn = `${season}-10-01`;
  if (season !== "2022" && about.has("dissolved"))
    on(dissolvedOn, hours.night, "members", (desk) => {
      const decision = paperOf("decision", "99/QĐ", dissolvedOn);
      desk.send("Bloc", bloc, {
        type: "DissolveBloc",
        data: { reason: "Sắp xếp lại", dissolvedOn, decision },
      });
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
    const { day: mergedOn } = change;
    return { type: "MergeMembers", data: { units: [unit], into, mergedOn, decision: decided(mergedOn) } };
  },
  leaving({ luck, now, day: leftOn }) {
    const ground = luck.one(["dissolved", "transferred", "withdrawn", "mergedElsewhere"] as const);
    return {
      type: "ReleaseMember",
      data: { unit: luck.one(now), ground, leftOn, decision: decided(leftOn) },
    };
  },
  joining: ({ day: admittedOn, fresh }) => ({
    type: "AdmitMember",
    data: { ...named(fresh), admittedOn, decision: decided(admittedOn) },
  }),
  suspension: ({ luck, now, day: suspendedOn }) => ({
    type: "SuspendMember",
    data: { unit: luck.one(now), reason: "Tạm dừng tham gia", suspendedOn },
  }),
  split({ luck, now, day: splitOn, fresh }) {
    const unit = luck.one(now);
    // Half of the units that are split up go on as one of the parts.
    const parts = luck.happens(0.5) ? [unit, `${fresh}b`] : [`${fresh}a`, `${fresh}b`];
    return {
      type: "SplitMember",
      data: { unit, into: parts.map(named), splitOn, decision: decided(splitOn) },
    };
  },
  renaming({ luck, now, season, day: renamedOn }) {
    const unit = luck.one(now);
    return { type: "RenameMember", data: { unit, name: `Đơn vị ${unit} (mới ${season})`, renamedOn } };
  },
  consolidation(change) {
    const { day: consolidatedOn, fresh } = change;
    const units = two(change);
    const decision = decided(consolidatedOn);
    return { type: "ConsolidateMembers", data: { units, into: named(fresh), consolidatedOn, decision } };
  },
  reconstitution({ luck, now, day: reconstitutedOn, fresh }) {
    const members = [...luck.mixed(now).slice(1), fresh].map((unit) => ({
      unit,
      name: `Đơn vị ${unit} kiện toàn`,
    }));
    const of = { name: "Khối kiện toàn", authority: "UBND tỉnh", decision: decided(reconstitutedOn) };
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
