import { md5 } from "@noble/hashes/legacy.js";
import { inOrder } from "../kernel/in-order.ts";
import type { Drawn } from "./lot.ts";

/**
 * What is published before the results of the sources are known: the candidates, the number of seats, and the
 * sources in their order.
 */
export type AnnouncedLot = {
  readonly candidates: readonly string[];
  readonly seats: number;
  readonly sources: readonly string[];
};

/** The result of each source, in the order of the announcement. Values are whole numbers as digits. */
export type DrawnValues = readonly { readonly source: string; readonly values: readonly string[] }[];

/** A drawn lot, with everything that is needed to repeat it by hand. */
export type Lot = {
  /** All candidates, in the order of their code points. The first has number 0. */
  readonly candidates: readonly string[];
  readonly drawn: Drawn;
  /** The values as one text, as RFC 3797 writes them. */
  readonly key: string;
  /** The draws in their order: the hash in hexadecimal, how many candidates were left, and who was drawn. */
  readonly draws: readonly { readonly hash: string; readonly left: number; readonly candidate: string }[];
};

/**
 * Draws candidates one after the other, by RFC 3797 (Publicly Verifiable Nominations Committee Random Selection,
 * section 4). The order in which the candidates are given decides nothing. One more draw does not change the earlier
 * ones, and the seats go to those who are drawn first.
 *
 * RFC 3797 prescribes MD5. It mixes values that nobody in the bloc can choose, so a collision helps nobody.
 *
 * @param seats how many are drawn; when absent, all are drawn, which puts them in an order
 * @throws {RangeError} for a source without a value, no source, or a value that is not a whole number
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

/** Who is drawn, in the order of the draws. */
export function pickedBy({ draws }: Lot): string[] {
  return draws.map(({ candidate }) => candidate);
}

/** Candidates, each once, by code points. So everybody gets the same numbers. */
export function inLotOrder(candidates: Iterable<string>): string[] {
  return inOrder(candidates);
}

/**
 * The key of RFC 3797, section 4. It holds the values of each source from the smallest to the largest, without
 * leading zeros, with a full stop after each value and a slash after each source.
 *
 * @throws {RangeError} for a source without a value, no source, or a value that is not a whole number
 * @example
 * lotKey([{ source: "Lotto", values: ["12", "08", "5"] }, { source: "Debt", values: ["9319"] }]) // "5.8.12./9319./"
 */
export function lotKey(drawn: DrawnValues): string {
  if (drawn.length === 0) throw new RangeError("a lot needs at least one source");
  return drawn.map(({ source, values }) => `${sorted(source, values).join("")}/`).join("");
}

function sorted(source: string, values: readonly string[]): string[] {
  if (values.length === 0)
    throw new RangeError(`source ${JSON.stringify(source)} of a lot needs at least one value`);
  const unreadable = values.find((value) => !/^\d{1,100}$/.test(value));
  if (unreadable !== undefined)
    throw new RangeError(
      `source ${JSON.stringify(source)} needs whole numbers of at most 100 digits, and ${JSON.stringify(unreadable)} is none`,
    );
  return values
    .map(BigInt)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((value) => `${value}.`);
}

/** MD5 of the index, the key and the index again. Each index has two bytes, the high one first. */
function hashOf(index: number, key: string): Uint8Array {
  const ends = [index >> 8, index & 0xff];
  return md5(Uint8Array.from([...ends, ...[...key].map((digit) => digit.charCodeAt(0)), ...ends]));
}

/** The hash, as one number of 128 bits, modulo the number of candidates left. */
function remainder(hash: Uint8Array, left: number): number {
  return hash.reduce((rest, byte) => (rest * 256 + byte) % left, 0);
}

function hexOf(hash: Uint8Array): string {
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
