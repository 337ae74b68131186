import * as z from "zod/mini";

/** A SHA-256 hash (FIPS 180-4) as 64 lower-case hexadecimal digits. */
export const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export type Digest = z.infer<typeof Digest>;
