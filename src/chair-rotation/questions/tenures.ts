import type { CivilDate } from "../../kernel/time.ts";
import { addDays } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { laterOf, spanOf } from "../calendar.ts";
import type { ForecastTerm } from "../forecast/forecast.ts";
import type { Roster } from "../members.ts";
import { type Office, officesIn } from "../office-on.ts";
import { placeAfter, rosterOn, rosterWalk } from "../roster-on.ts";
import type { OpenedRotation, ServedTerm } from "../state.ts";

/** The days of a term from `from` up to, but not including, `until`, and the unit that had the chair, if any. */
export type Tenure = { unit?: UnitId | undefined; from: CivilDate; until: CivilDate };
/** The days on which a unit acted for the chair; without `until` it acts to the end of the term. */
export type Interim = { unit: UnitId; from: CivilDate; until?: CivilDate };

/** The chairs of a term that has begun. Its tenures follow each other without a gap; interims are on top of them. */
export type Sittings = {
  tenures: readonly Tenure[];
  interims: readonly Interim[];
  /** Who was deputy, from when to when; nobody is where the deputy is gone. */
  deputies: readonly Required<Tenure>[];
};

/**
 * Who had the chair of term `number` from when to when: from the day on which it was taken up to the day on which the
 * next one was, whatever the calendar says. Facts, vacancies and installations cut it. None of a term that has not
 * begun.
 */
export function sittingsOf(rotation: OpenedRotation, number: number): Sittings {
  const term = rotation.served[number];
  const rosterOf = term ? rosterFrom(rotation, term.begunOn) : () => rotation.firstRoster;
  return sittingsIn(rotation, term, { rosterOf });
}

/** The roster of one day after the other, from `first` on: each fact is passed once. */
function rosterFrom(rotation: OpenedRotation, first: CivilDate): (day: CivilDate) => Roster {
  const { facts } = rotation;
  return rosterWalk({ roster: rosterOn(rotation, first), rosterFacts: placeAfter(facts, first), facts });
}

/** The same for one term after the other: each fact is passed once. */
export function sittingsWalk(rotation: OpenedRotation): (number: number) => Sittings {
  const { firstRoster, facts, served } = rotation;
  const rosterOf = rosterWalk({ roster: firstRoster, rosterFacts: 0, facts });
  return (number) => sittingsIn(rotation, served[number], { rosterOf });
}

/** Who will have the chair of one coming term after the other, by the facts that are recorded ahead. */
export function plannedTenures(rotation: OpenedRotation): (row: ForecastTerm) => readonly Tenure[] {
  const rosterOf = rosterWalk(rotation);
  return ({ number, term, startsOn, endsOn, chair, nominal, deputy, vacantFrom }) => {
    const laid = (rotation.overlays.get(number) ?? []).map(({ kind }) => kind);
    const event = { type: "VacantTermBegun", data: { term, startsOn, begunOn: startsOn } } as const;
    const planned: ServedTerm = {
      ...{ number, term, startsOn, begunOn: startsOn, seq: rotation.seq + 1, nominal, laid, event },
      ...{ chair: chair.kind === "unit" ? chair.unit : undefined, deputy, vacantFrom },
      ...{ because: [], decided: [], acts: [] },
    };
    return sittingsIn(rotation, planned, { until: endsOn, rosterOf }).tenures;
  };
}

function sittingsIn(
  rotation: OpenedRotation,
  term: ServedTerm | undefined,
  { rosterOf, until: last }: { rosterOf: (day: CivilDate) => Roster; until?: CivilDate },
): Sittings {
  if (!term) return { tenures: [], interims: [], deputies: [] };
  const until = last ?? lastDayAfter(rotation, term);
  const days = daysOfChange(rotation, term, until);
  const found = officesIn(rotation, term, { days, rosterOf });
  const offices = found.map((office, at) => ({
    from: days[at] ?? until,
    until: days[at + 1] ?? until,
    office,
  }));
  return { tenures: tenuresIn(offices), interims: interimsIn(offices, until), deputies: deputiesIn(offices) };
}

/** The day on which the next term was begun; of the running term the day on which it ends, or after the last act. */
function lastDayAfter(rotation: OpenedRotation, { number, begunOn }: ServedTerm): CivilDate {
  const next = rotation.served[number + 1];
  if (next) return next.begunOn;
  const endsOn = spanOf(rotation.calendar, number)?.endsOn ?? begunOn;
  return laterOf(endsOn, addDays(laterOf(begunOn, rotation.doneOn ?? begunOn), 1));
}

/** The days of a term on which its office may have changed. */
function daysOfChange(rotation: OpenedRotation, term: ServedTerm, until: CivilDate): CivilDate[] {
  const { begunOn, vacantFrom, acts } = term;
  const days = new Set([begunOn, ...acts.map(({ on }) => on)]);
  if (vacantFrom !== undefined) days.add(vacantFrom);
  const { facts } = rotation;
  for (let at = placeAfter(facts, begunOn); at < facts.length; at += 1) {
    const on = facts[at]?.on ?? until;
    if (on >= until) break;
    days.add(on);
  }
  return [...days].filter((day) => day >= begunOn && day < until).sort();
}

type Stretch = { from: CivilDate; until: CivilDate; office: Office };

function tenuresIn(offices: readonly Stretch[]): Tenure[] {
  const tenures: Tenure[] = [];
  for (const { from, until, office } of offices) {
    const last = tenures.at(-1);
    if (last && last.unit === office.holder) last.until = until;
    else tenures.push({ unit: office.holder, from, until });
  }
  return tenures;
}

function deputiesIn(offices: readonly Stretch[]): Required<Tenure>[] {
  const deputies: Required<Tenure>[] = [];
  for (const { from, until, office } of offices) {
    const last = deputies.at(-1);
    if (last && last.unit === office.deputy && last.until === from) last.until = until;
    else if (office.deputy !== undefined) deputies.push({ unit: office.deputy, from, until });
  }
  return deputies;
}

function interimsIn(offices: readonly Stretch[], end: CivilDate): Interim[] {
  const interims: Interim[] = [];
  let last: Interim | undefined;
  for (const { from, until, office } of offices) {
    const { acting } = office;
    if (acting === undefined) last = undefined;
    else if (last?.unit !== acting) {
      last = { unit: acting, from };
      interims.push(last);
    }
    if (last && until < end) last.until = until;
    else delete last?.until;
  }
  return interims;
}
