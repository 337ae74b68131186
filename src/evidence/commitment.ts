import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { type Digest, digestOf } from "./canonical.ts";

/**
 * 256 bits from a source of cryptographic randomness, as 64 lower-case hexadecimal digits, fresh for every paper.
 * It comes from outside: nothing here is random.
 */
export const Salt = z.string().regex(/^[0-9a-f]{64}$/);
export type Salt = z.infer<typeof Salt>;

/** What one paper of a ballot says, any plain data, and the salt that hides it. Whoever has both can prove it. */
export type SaltedPaper = { readonly paper: unknown; readonly salt: Salt };

/**
 * The commitment to a paper: SHA-256 of the canonical JSON of `["thidua/paper/1", ballot, paper, salt]`. Binding:
 * no other paper opens it. Hiding: without the salt it says nothing, not even that two papers are equal; and every
 * commitment is as long as any other. The ballot's id is in it, so that no paper moves to another ballot.
 *
 * There is no id of the paper in it on purpose: a number that a paper keeps from being issued to being opened
 * would lead from the paper to the unit.
 *
 * @throws {InvalidInput} for a salt or an id of another form, or a paper that is not plain data
 * @example
 * commitmentTo("ballot-1", { paper: { kind: "blank" }, salt: "0".repeat(64) }).length // 64
 */
export function commitmentTo(ballot: Id, { paper, salt }: SaltedPaper): Digest {
  return digestOf("thidua/paper/1", checked(Id, ballot), paper, checked(Salt, salt));
}
