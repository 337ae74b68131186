import { addDays, addMonths, type CivilDate } from "../kernel/time.ts";
import { nextSeason, type Season } from "../vocabulary/season.ts";

/** The first month of a school year, which ends with the August after it. */
const schoolYearBegins = "-09-01";

/** The first day of a season: of the calendar year, or of the school year (năm học). */
export function firstDayOf(season: Season): CivilDate {
  return `${season.slice(0, 4)}${season.length > 4 ? schoolYearBegins : "-01-01"}`;
}

export const lastDayOf = (season: Season): CivilDate => addDays(firstDayOf(nextSeason(season)), -1);

/** The last day on which a unit may join and be scored, by the month of the season: the day before its first, for none. */
export function joinedBy(season: Season, months: number): CivilDate {
  return addDays(addMonths(firstDayOf(season), months), -1);
}
