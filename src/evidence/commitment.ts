import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { InvalidInput, type Problem } from "../kernel/problem.ts";
import { type Digest, digestOf } from "./canonical.ts";

/**
 * 256 bits from a source of cryptographic randomness, as 64 lower-case hexadecimal digits, new for every paper. The
 * application supplies it: nothing in this library is random.
 */
export const Salt = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export type Salt = z.infer<typeof Salt>;

/** So that what is wrong with an id names its field. */
const Named = z.strictObject({ ballot: Id });

/** A paper of a ballot, as plain data, with the salt of its commitment. Whoever has both can check the commitment. */
export type SaltedPaper = { readonly paper: unknown; readonly salt: Salt };

/**
 * The commitment to a paper: SHA-256 of the canonical JSON of `["thidua/paper/1", ballot, paper, salt]`. It binds: no
 * other paper opens it. It hides: without the salt it says nothing, not even that two papers are equal, and all
 * commitments have the same length. It holds the ballot's id, so that no paper can move to another ballot.
 *
 * It holds no id of the paper, on purpose. A number that a paper keeps from its issue to its opening would lead from
 * the paper to the unit.
 *
 * @throws {InvalidInput} for a salt or an id of the wrong form, or a paper that is not plain data
 * @example
 * commitmentTo("ballot-1", { paper: { kind: "blank" }, salt: "0".repeat(64) }).length // 64
 */
export function commitmentTo(ballot: Id, { paper, salt }: SaltedPaper): Digest {
  const read = checked(Named, { ballot });
  if (!Salt.safeParse(salt).success) throw new InvalidInput([wrongForm(salt)]);
  return digestOf("thidua/paper/1", read.ballot, paper, salt);
}

/** Without the value: a salt in other letters than it should be is still a secret. */
function wrongForm(salt: unknown): Problem {
  const value = typeof salt === "string" ? `text of ${salt.length}` : typeof salt;
  return { field: "salt", rule: "format", expected: "64 lower-case hexadecimal digits", value };
}
