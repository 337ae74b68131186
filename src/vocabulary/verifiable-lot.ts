import { md5 } from "@noble/hashes/legacy.js";
import { inOrder } from "../kernel/in-order.ts";
import type { Drawn } from "./lot.ts";

/** What is published before the sources are known: who is drawn from, for how many seats, by which sources in which order. */
export type AnnouncedLot = {
  readonly candidates: readonly string[];
  readonly seats: number;
  readonly sources: readonly string[];
};

/** What each source came to, in the order of the announcement; values are whole numbers as digits. */
export type DrawnValues = readonly { readonly source: string; readonly values: readonly string[] }[];

/** A lot as it was drawn, with all that somebody needs who wants to repeat it by hand. */
export type Lot = {
  /** Everybody drawn from, in code point order: number 0 is the first. */
  readonly candidates: readonly string[];
  readonly drawn: Drawn;
  /** The values as one text, as RFC 3797 writes them. */
  readonly key: string;
  /** First drawn first: the hash in hexadecimal, how many were left to draw from, and who came out. */
  readonly draws: readonly { readonly hash: string; readonly left: number; readonly candidate: string }[];
};

/**
 * Draws candidates one after the other, by RFC 3797 (Publicly Verifiable Nominations Committee Random Selection,
 * section 4). The order in which candidates are given decides nothing, and one more pick leaves the earlier ones
 * as they were: seats go to the first.
 *
 * MD5 is the RFC's: it mixes values that nobody here can choose, so that collisions are of no use to anybody.
 *
 * @param seats how many are drawn; absent, all of them, which puts them in an order
 * @throws {RangeError} for a lot without any value, or a value that is not a whole number: it would be no lot
 * @example
 * drawLot({ candidates: ["police", "court"], drawn: [{ source: "Xổ số", values: ["9319"] }] }).key // "9319./"
 */
export function drawLot({
  candidates,
  seats = Number.POSITIVE_INFINITY,
  drawn,
}: {
  candidates: Iterable<string>;
  seats?: number;
  drawn: DrawnValues;
}): Lot {
  const key = lotKey(drawn);
  const ordered = inLotOrder(candidates);
  const left = [...ordered];
  const draws: { hash: string; left: number; candidate: string }[] = [];
  while (draws.length < seats && left.length > 0) {
    const hash = hashOf(draws.length, key);
    const drawnFrom = left.length;
    const out = left.splice(remainder(hash, drawnFrom), 1);
    draws.push(...out.map((candidate) => ({ hash: hexOf(hash), left: drawnFrom, candidate })));
  }
  const values = drawn.map((one) => ({ source: one.source, values: [...one.values] }));
  return { candidates: ordered, drawn: values, key, draws };
}

/** Who came out, first drawn first. */
export function pickedBy({ draws }: Lot): string[] {
  return draws.map(({ candidate }) => candidate);
}

/** Candidates, each once, by code points: the one numbering that everybody arrives at. */
export function inLotOrder(candidates: Iterable<string>): string[] {
  return inOrder(candidates);
}

/**
 * The key of RFC 3797, section 4: of each source its values from the smallest to the largest, without leading
 * zeros, a full stop after each; a slash after each source.
 *
 * @throws {RangeError} without any source or value, or for a value that is not a whole number
 * @example
 * lotKey([{ source: "Lotto", values: ["12", "08", "5"] }, { source: "Debt", values: ["9319"] }]) // "5.8.12./9319./"
 */
export function lotKey(drawn: DrawnValues): string {
  if (drawn.length === 0) throw new RangeError("a lot needs a source");
  return drawn.map(({ source, values }) => `${sorted(source, values).join("")}/`).join("");
}

function sorted(source: string, values: readonly string[]): string[] {
  if (values.length === 0) throw new RangeError(`a lot needs a value of its source ${source}`);
  const unreadable = values.find((value) => !/^\d{1,100}$/.test(value));
  if (unreadable !== undefined) throw new RangeError(`not a whole number: ${unreadable} of ${source}`);
  return values
    .map(BigInt)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((value) => `${value}.`);
}

/** MD5 of the key between two copies of the index, each in two bytes, the high one first. */
function hashOf(index: number, key: string): Uint8Array {
  const ends = [index >> 8, index & 0xff];
  return md5(Uint8Array.from([...ends, ...[...key].map((digit) => digit.charCodeAt(0)), ...ends]));
}

/** The hash as one number of 128 bits, modulo how many are left. */
function remainder(hash: Uint8Array, left: number): number {
  return hash.reduce((rest, byte) => (rest * 256 + byte) % left, 0);
}

function hexOf(hash: Uint8Array): string {
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
