import type * as z from "zod/mini";
import { problemOf } from "../kernel/input.ts";
import type { Problem } from "../kernel/problem.ts";

/**
 * An error map for zod, so that form libraries show what is wrong in the language of the reader. For one reading
 * `schema.safeParse(input, { error: problemMessages(vi) })`; for all of a program, Standard Schema included,
 * `z.config({ customError: problemMessages(vi) })`. A program that does neither, and loads no language of zod's own,
 * reads "Invalid input".
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
