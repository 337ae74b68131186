/** Chance that can be repeated: mulberry32, from one seed. */
export type Chance = { next(): number; below(faces: number): number; happens(share: number): boolean };

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (faces) => Math.floor(next() * faces), happens: (share) => next() < share };
}
