import { md5 } from "@noble/hashes/legacy.js";
import type { Drawn } from "./broken-by.ts";

/**
 * Draws candidates one after the other, by RFC 3797 (Publicly Verifiable Nominations Committee Random
 * Selection): anyone who knows the sources' values and the order of the candidates repeats it.
 *
 * @param candidates in the order in which they were announced
 * @example
 * drawLots({ candidates: ["A", "B", "C"], picks: 1, drawn: [{ source: "Xổ số", values: ["9319"] }] }).length // 1
 */
export function drawLots({
  candidates,
  picks,
  drawn,
}: {
  candidates: readonly string[];
  picks: number;
  drawn: Drawn;
}): string[] {
  const key = keyOf(drawn);
  const left = [...candidates];
  const picked: string[] = [];
  while (picked.length < picks && left.length > 0) {
    const at = Number(numberOf(picked.length, key) % BigInt(left.length));
    picked.push(...left.splice(at, 1));
  }
  return picked;
}

/** RFC 3797, 4: of each source the values from the smallest, each with a full stop; after each source a slash. */
function keyOf(drawn: Drawn): string {
  const sorted = (values: readonly string[]) =>
    values.map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return drawn
    .map(
      ({ values }) =>
        `${sorted(values)
          .map((value) => `${value}.`)
          .join("")}/`,
    )
    .join("");
}

/** RFC 3797, 5: MD5 of the key between two copies of the index in two bytes, read as one number. */
function numberOf(index: number, key: string): bigint {
  const ends = [index >> 8, index & 0xff];
  const text = [...key].map((character) => character.charCodeAt(0));
  const hash = md5(Uint8Array.from([...ends, ...text, ...ends]));
  return hash.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
