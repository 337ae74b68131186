import type * as z from "zod/mini";
import { rule } from "../kernel/rule.ts";
import { text } from "../kernel/text.ts";

/**
 * The year of the emulation: `"2022"`, or a school year `"2022-2023"`. Facts belong to a season and not to the year
 * of their date: the conference that reviews 2022 meets in January 2023 and still belongs to season 2022.
 */
export const Season = text({ max: 9 }).check(
  rule((value: string) => (isSeason(value) ? undefined : { rule: "season" }), {
    pattern: /^(19|2\d)\d\d(-\d{4})?$/,
  }),
);
export type Season = z.infer<typeof Season>;

/**
 * The season after `season`.
 *
 * @example
 * nextSeason("2022") // "2023"
 */
export function nextSeason(season: Season): Season {
  return season.replace(/\d{4}/g, (year) => String(Number(year) + 1));
}

function isSeason(value: string): boolean {
  const [, first, last] = /^(\d{4})(?:-(\d{4}))?$/.exec(value) ?? [];
  if (first === undefined || first < "1900" || first > "2999") return false;
  return last === undefined || Number(last) === Number(first) + 1;
}
