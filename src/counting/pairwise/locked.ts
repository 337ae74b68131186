import type { Fraction } from "../../kernel/fraction.ts";

export type Victory = {
  readonly winner: number;
  readonly loser: number;
  readonly strength: Fraction;
  /** Papers against it, where they decide between equal victories. */
  readonly against: bigint;
};

/** Who is above whom by the victories locked so far, chains included: for each nominee a row with a bit for each other. */
export type Locked = Uint32Array;

export const nothingLocked = (size: number): Locked => new Uint32Array(size * wordsOf(size));

/** Whether nothing locked decides yet who of the two is above. */
export function isOpen(locked: Locked, { winner, loser }: Victory, size: number): boolean {
  return !isAbove(locked, winner, loser, size) && !isAbove(locked, loser, winner, size);
}

/** Locks a victory, with the chains that it completes. */
export function lock(locked: Locked, { winner, loser }: Victory, size: number): Locked {
  const words = wordsOf(size);
  const [below, winnerWord, loserWord] = [loser * words, winner >> 5, loser >> 5];
  const [winnerBit, loserBit] = [1 << (winner & 31), 1 << (loser & 31)];
  for (let from = 0, row = 0; from < size; from++, row += words) {
    if (from !== winner && ((locked[row + winnerWord] ?? 0) & winnerBit) === 0) continue;
    if (((locked[row + loserWord] ?? 0) & loserBit) !== 0) continue;
    for (let word = 0; word < words; word++)
      locked[row + word] = (locked[row + word] ?? 0) | (locked[below + word] ?? 0);
    locked[row + loserWord] = (locked[row + loserWord] ?? 0) | loserBit;
  }
  return locked;
}

export function isAbove(locked: Locked, a: number, b: number, size: number): boolean {
  return (((locked[a * wordsOf(size) + (b >> 5)] ?? 0) >>> (b & 31)) & 1) === 1;
}

const wordsOf = (size: number) => (size + 31) >> 5;
export const aboveIn = (locked: Locked, size: number) => (a: number, b: number) =>
  isAbove(locked, a, b, size);

/** Row by row, 1 where the nominee of the row is above that of the column. */
export function matrixOf(locked: Locked, size: number): Uint8Array {
  const above = new Uint8Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) above[a * size + b] = isAbove(locked, a, b, size) ? 1 : 0;
  return above;
}

/** Equal for equal relations. */
export function textOf(locked: Locked): string {
  return String.fromCharCode(...new Uint16Array(locked.buffer, locked.byteOffset, 2 * locked.length));
}
