import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalText } from "../kernel/canonical.ts";
import { Digest } from "../kernel/digest.ts";

export { canonicalText, Digest };

/** The canonical text in UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value));
}

/** SHA-256 of bytes. */
export function sha256Of(bytes: Uint8Array): Digest {
  return bytesToHex(sha256(bytes));
}

/**
 * SHA-256 of the canonical JSON array of a domain and parts. The domain names what is hashed, so that the hash of one
 * thing is never the hash of another. The array keeps `("ab", "c")` apart from `("a", "bc")`.
 *
 * @example
 * digestOf("thidua/example/1", "ab", "c") === digestOf("thidua/example/1", "a", "bc") // false
 */
export function digestOf(domain: string, ...parts: readonly unknown[]): Digest {
  return sha256Of(canonicalBytes([domain, ...parts]));
}
