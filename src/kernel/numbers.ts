import * as z from "zod";

/** An integer within `min` and `max`, both included; -0 is read as 0. */
export function integer({
	min,
	max,
}: {
	min: number;
	max: number;
}): z.ZodNumber {
	return z
		.number()
		.int()
		.min(min)
		.max(max)
		.overwrite((value) => value + 0);
}

/** How many of something: 0 to 1,000,000,000. */
export const Count = integer({ min: 0, max: 1_000_000_000 });
export type Count = z.infer<typeof Count>;
