import type * as z from "zod";
import { type Problem, problemOf } from "../kernel/input.ts";

/**
 * An error map for zod, so that form libraries show what is wrong in the language of the reader. For one reading
 * `schema.safeParse(input, { error: problemMessages(vi) })`; for all of a program, Standard Schema included,
 * `z.config({ customError: problemMessages(vi) })`.
 *
 * @example
 * const { error } = CivilDate.safeParse("2022-02-30", { error: problemMessages(vi) });
 * error?.issues[0]?.message // "Không phải là ngày có thật, viết dạng NĂM-THÁNG-NGÀY."
 */
export function problemMessages(language: { fault: (problem: Problem) => string }): z.core.$ZodErrorMap {
  return (issue) => {
    const problem = problemOf(issue);
    return problem && language.fault(problem);
  };
}
