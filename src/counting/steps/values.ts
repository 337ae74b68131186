import * as z from "zod/mini";
import { list } from "../../kernel/list.ts";
import { FractionText, integer } from "../../kernel/numbers.ts";

// What the data of a step is made of. All of it is plain JSON: numbers of papers and votes are exact texts.

/** A list as a step holds it: nobody changes it any more. */
export const fixedList = <T extends z.core.SomeType>(of: T, max = 1_000) => z.readonly(list(of, { max }));

/** A nominee as the papers name it: any string. */
export const Nominee = z.string().check(z.maxLength(1_000));
export const nominees = fixedList(Nominee);

/** What a nominee has: votes, points, money or pairs, as the rule counts. */
const Figure = z.strictObject({ nominee: Nominee, votes: FractionText });
export const figures = fixedList(Figure);

export const Votes = FractionText;
export const Seats = integer({ min: 0, max: 1_000_000 });

/** The number of a branch: 0 is the count before the first tie that is followed. */
export const BranchNumber = integer({ min: 0, max: 10_000_000 });

/** A limit of a rule; absent where there is none. */
export const Limit = integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

/** A bar for votes or papers: at least, or more than (`strict`), `numerator / denominator`. */
export const Share = z.strictObject({
  numerator: integer({ min: 0, max: 10_000 }),
  denominator: integer({ min: 1, max: 10_000 }),
  strict: z.boolean(),
});
