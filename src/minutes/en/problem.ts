import type { Problem } from "../../kernel/input.ts";

/** The rules for the form of an input, in words. A rule that is not here is named by its code. */
const rules: ReadonlyMap<string, string> = new Map([
  ["required", "is missing"],
  ["type", "has the wrong type"],
  ["min", "is below what is allowed"],
  ["max", "is above what is allowed"],
  ["minLength", "is too short"],
  ["maxLength", "is too long"],
  ["format", "does not have the right format"],
  ["oneOf", "is none of the allowed values"],
  ["unknownField", "is a field that the form does not have"],
  ["readable", "cannot be read"],
  ["wellFormed", "holds a broken character"],
  ["noControlCharacters", "holds a control or hidden character"],
  ["fewMarks", "holds a letter with too many marks"],
  ["letterOrDigit", "needs a letter or a digit"],
  ["noSpaces", "is an id and may not hold spaces"],
  ["civilDate", "is not a real day, written YEAR-MONTH-DAY"],
  ["instant", "is not a moment in UTC with milliseconds"],
  ["season", "is not a season such as 2022 or 2022-2023"],
  ["eachOnce", "has the same entry twice"],
  ["json", "is not JSON"],
  ["nextVersion", "shows that an event of the stream is missing or doubled"],
  ["knownAggregate", "is a stream of an unknown aggregate"],
  ["unique", "has been used already"],
  ["reachableShare", "is a share that nobody can reach"],
]);

/** One problem of an input, as a sentence that names field, rule and value. */
export function problemEn({ field, rule, expected, value }: Problem): string {
  const where = field === "" ? "The input" : `Field “${field}”`;
  const asked = expected === undefined ? "" : ` (required: ${expected})`;
  return `${where} ${rules.get(rule) ?? `breaks the rule ${rule}`}${asked}; its value is ${value}.`;
}
