import type { Id } from "../../../../src/kernel/ids.ts";
import type { CivilDate } from "../../../../src/kernel/time.ts";
import type { Bylaws } from "../../../../src/vocabulary/bylaws.ts";
import { type Policies, policiesOf } from "../../../../src/vocabulary/policies.ts";
import type { Known, Story } from "./told.ts";

/** A unit's time in a bloc: from a day on, and before another. */
type Spell = { from: CivilDate; until?: CivilDate; ending?: Ending; isAdmission: boolean };
type Pause = { from: CivilDate; until?: CivilDate };
export type Ending = { on: CivilDate; n: number; how: keyof Policies["pledgeOf"]; heirs: readonly string[] };
export type Member = { spells: Spell[]; pauses: Pause[] };
export type Members = Map<string, Member>;

/** Who was a member of a bloc when, by the facts before a place in the log. */
export function membersOf(bloc: Story | undefined, before = Number.POSITIVE_INFINITY): Members {
  const members: Members = new Map();
  const unit = (id: string): Member => {
    const known = members.get(id) ?? { spells: [], pauses: [] };
    members.set(id, known);
    return known;
  };
  const join = (id: string, from: CivilDate, isAdmission = false) =>
    unit(id).spells.push({ from, isAdmission });
  const end = (id: string, ending: Ending) => {
    const last = unit(id).spells.at(-1);
    if (last && last.until === undefined) Object.assign(last, { until: ending.on, ending });
    // Who comes back is a member like any other.
    for (const pause of unit(id).pauses) pause.until ??= ending.on;
  };
  for (const told of bloc?.inOrder(...changes) ?? []) {
    if (told.n >= before) break;
    const { n } = told;
    switch (told.type) {
      case "BlocConstituted":
        for (const one of told.data.members) join(one.unit, told.data.constitutedOn);
        break;
      case "MemberAdmitted":
        join(told.data.unit, told.data.admittedOn, true);
        break;
      case "MemberLeft":
        end(told.data.unit, { on: told.data.leftOn, n, how: told.data.ground, heirs: [] });
        break;
      case "MembersMerged":
        for (const one of told.data.units)
          end(one, { on: told.data.mergedOn, n, how: "merged", heirs: [told.data.into] });
        break;
      case "MembersConsolidated": {
        const { units, into, consolidatedOn: on } = told.data;
        for (const one of units) end(one, { on, n, how: "consolidated", heirs: [into.unit] });
        join(into.unit, on);
        break;
      }
      case "MemberSplit": {
        const { unit: whole, splitOn: on } = told.data;
        const parts = told.data.into.map((one) => one.unit);
        if (!parts.includes(whole)) end(whole, { on, n, how: "split", heirs: parts });
        for (const part of parts) if (part !== whole) join(part, on);
        break;
      }
      case "MemberSuspended":
        unit(told.data.unit).pauses.push({ from: told.data.suspendedOn });
        break;
      case "MemberReinstated": {
        const last = unit(told.data.unit).pauses.at(-1);
        if (last) last.until = told.data.reinstatedOn;
        break;
      }
      case "BlocDissolved":
        for (const [id, { spells }] of members)
          if (spells.at(-1)?.until === undefined)
            end(id, { on: told.data.dissolvedOn, n, how: "dissolved", heirs: [] });
    }
  }
  return members;
}

const changes = [
  "BlocConstituted",
  "MemberAdmitted",
  "MemberLeft",
  "MembersMerged",
  "MembersConsolidated",
  "MemberSplit",
  "MemberSuspended",
  "MemberReinstated",
  "BlocDissolved",
] as const;

const during = ({ from, until }: Pause, day: CivilDate) =>
  from <= day && (until === undefined || day < until);
export const isMember = (members: Members, unit: string, day: CivilDate) =>
  members.get(unit)?.spells.some((one) => during(one, day)) ?? false;
export const isActive = (members: Members, unit: string, day: CivilDate) =>
  isMember(members, unit, day) && !members.get(unit)?.pauses.some((one) => during(one, day));
export const onDay = (members: Members, day: CivilDate) =>
  [...members.keys()].filter((unit) => isMember(members, unit, day));
export const activeOn = (members: Members, day: CivilDate) =>
  [...members.keys()].filter((unit) => isActive(members, unit, day));

/**
 * How a unit has ended at the end of all that is told: the membership that it had on a day, or the last one before it. Who
 * is admitted again begins anew. Without a day it is the last membership.
 */
export function endingOf(members: Members, unit: string, day = "9999-12-31"): Ending | undefined {
  const spells = members.get(unit)?.spells ?? [];
  return (spells.findLast(({ from }) => from <= day) ?? spells[0])?.ending;
}

/** Who a unit has become by a day: itself, or its one heir, and the heir of that. */
export function becameBy(members: Members, unit: string, day: CivilDate): string {
  const ending = members
    .get(unit)
    ?.spells.flatMap((one) => one.ending ?? [])
    .at(-1);
  const [heir] = ending?.heirs ?? [];
  return ending && ending.on <= day && heir !== undefined && heir !== unit
    ? becameBy(members, heir, day)
    : unit;
}

/** The bylaws of a bloc by their version, as a ballot names it. */
export const bylawsBy = (known: Known, bloc: Id, version: number): Bylaws | undefined =>
  known.story("Bloc", bloc)?.all("BylawsAdopted")[version - 1]?.data.bylaws;

/** The policies in force on a day: those of the last bylaws that have taken effect by then. */
export function policiesOn(known: Known, bloc: Id, day: CivilDate): Policies {
  const adopted = known.story("Bloc", bloc)?.all("BylawsAdopted") ?? [];
  return policiesOf(adopted.findLast(({ data }) => data.effectiveFrom <= day)?.data.bylaws ?? {});
}

/** Disciplines of a unit for a season, which have not been set aside. */
export function disciplinesOf(bloc: Story | undefined, { unit, season }: { unit: string; season: string }) {
  const lifted = new Set(bloc?.all("DisciplineLifted").map(({ data }) => data.discipline));
  return (bloc?.all("UnitDisciplined") ?? []).filter(
    ({ data }) => data.unit === unit && data.season === season && !lifted.has(data.discipline),
  );
}

/** Whether an investigation of the unit has not come to an end. */
export function isInvestigated(bloc: Story | undefined, unit: string): boolean {
  const closed = new Set(bloc?.all("InvestigationClosed").map(({ data }) => data.investigation));
  return (bloc?.all("InvestigationOpened") ?? []).some(
    ({ data }) => data.unit === unit && !closed.has(data.investigation),
  );
}
