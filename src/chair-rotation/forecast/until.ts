import * as z from "zod/mini";
import { checked } from "../../kernel/input.ts";
import { integer } from "../../kernel/numbers.ts";
import { excerpt, InvalidInput } from "../../kernel/problem.ts";
import { CivilDate } from "../../kernel/time.ts";
import type { Span } from "../calendar.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import { termsMax } from "../words.ts";

/**
 * The last term to look at, in one of three ways.
 * - `date`: the term that runs on that day; a day before the first term gives the first term.
 * - `number`: the term with that number, counted from 0 up to 2,399: `{ number: 7 }` is the eighth term of the rotation.
 * - `terms`: 1 to 2,400 terms after the running one: `{ terms: 5 }` is the fifth term after it.
 *
 * Where the calendar has fewer terms, its last one is the last to look at.
 */
export type Until = { date: CivilDate } | { number: number } | { terms: number };

const Fields = z.strictObject({
  date: z.optional(CivilDate),
  number: z.optional(integer({ min: 0, max: termsMax - 1 })),
  terms: z.optional(integer({ min: 1, max: termsMax })),
});

/**
 * Says of a term whether it is the last one to look at.
 * @throws {InvalidInput} for an `until` that is out of range, or that is given in no way or in several
 */
export function isLastIn(rotation: OpenedRotation, until: Until): (span: Span) => boolean {
  const { date, number, terms } = checked(Fields, until, "until");
  if ([date, number, terms].filter((one) => one !== undefined).length !== 1)
    throw new InvalidInput(
      [{ field: "", rule: "oneOf", expected: "date | number | terms", value: excerpt(until) }],
      "until",
    );
  if (date !== undefined) return ({ endsOn }) => endsOn > date;
  const last = number ?? runningNumber(rotation) + (terms ?? 0);
  return (span) => span.number >= last;
}
