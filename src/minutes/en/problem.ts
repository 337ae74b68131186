import type { Problem } from "../../kernel/problem.ts";

/** The rules for the form of an input, in words. A rule that is not here is named by its code. */
const rules: ReadonlyMap<string, string> = new Map([
  ["required", "is missing"],
  ["type", "has the wrong type"],
  ["min", "is below what is allowed"],
  ["max", "is above what is allowed"],
  ["minLength", "is too short"],
  ["maxLength", "is too long"],
  ["minItems", "has too few entries"],
  ["maxItems", "has too many entries"],
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
  ["wholeNumber", "is not a whole number of 1 to 30 digits"],
  ["decimal", "is not a number such as 97.5, with at most 12 digits before the point and 6 after it"],
  ["eachOnce", "repeats an entry before it"],
  ["papersInBox", "has more papers in all than a box may hold"],
  ["json", "is not JSON"],
  ["byteOrderMark", "begins with a byte order mark, which the library does not write"],
  ["canonical", "is not written as the library writes it"],
  ["olderForm", "cannot be read in its older form"],
  ["headCount", "are not as many as the head of the log covers"],
  ["headLink", "are not those that the head of the log covers"],
  ["nextVersion", "shows that an event of the stream is missing or doubled"],
  ["knownAggregate", "is a stream of an unknown aggregate"],
  ["position", "is no place in the log of this store"],
  ["unique", "has been used already"],
  ["commandIdReused", "is the id of another command"],
  ["actorIsProcess", "is the name of a process"],
  ["reachableShare", "is a share that nobody can reach"],
  ["goalApartFromBaseline", "is the same as the baseline"],
  ["votesWithinMembers", "has more votes than there are members"],
  ["streamName", "is not the name of a stream"],
  ["yearRange", "is outside the years 1000 to 2999"],
  ["termsInOrder", "has terms that are not in the order of time"],
  ["termNameMax", "has a term with too long a name"],
  ["termsApart", "has two terms with one name"],
]);

/** One problem of an input, as a sentence that names field, rule and value. */
export function problemEn({ field, rule, expected, value }: Problem): string {
  const where = field === "" ? "The input" : `Field “${field}”`;
  return `${where} ${fault({ rule, expected })}; its value is ${value}.`;
}

/** The same beside the field of a form: without its name and its value. */
export function faultEn(problem: Problem): string {
  return `This ${fault(problem)}.`;
}

function fault({ rule, expected }: { rule: string; expected?: string | undefined }): string {
  const asked = expected === undefined ? "" : ` (required: ${expected})`;
  return `${rules.get(rule) ?? `breaks the rule ${rule}`}${asked}`;
}
