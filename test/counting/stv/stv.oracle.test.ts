import { describe, expect, it } from "vitest";
import type { Election, RankedPaper } from "../../../src/counting/rule.ts";
import { meek } from "../../../src/counting/stv/meek.ts";
import { scottishStv } from "../../../src/counting/stv/scottish.ts";
import type { StvCount } from "../../../src/counting/stv/stv.ts";
import { wigm } from "../../../src/counting/stv/wigm.ts";
import { paper } from "./elections.ts";
import { meekInFloats, order2007, runoffOracle } from "./oracles.ts";

const nominees = ["A", "B", "C"];
const rankings = [
  "A",
  "B",
  "C",
  "AB",
  "AC",
  "BA",
  "BC",
  "CA",
  "CB",
  "ABC",
  "ACB",
  "BAC",
  "BCA",
  "CAB",
  "CBA",
];

/** All multisets of up to four papers. */
function* profiles(size = 4, from = 0): Generator<string[]> {
  if (size === 0) return;
  for (let index = from; index < rankings.length; index++) {
    const ranking = rankings[index] ?? "";
    yield [ranking];
    for (const rest of profiles(size - 1, index)) yield [ranking, ...rest];
  }
}

/** Who is elected in all, and in some, of the sets that an oracle finds possible. */
const shape = (sets: readonly string[][]) => ({
  always: nominees.filter((one) => sets.every((set) => set.includes(one))).join(""),
  sometimes: nominees.filter((one) => sets.some((set) => set.includes(one))).join(""),
});
const shapeOf = ({ outcome }: StvCount) => {
  const open = [...outcome.elected, ...(outcome.undecided?.tied ?? [])];
  return { always: [...outcome.elected].sort().join(""), sometimes: open.sort().join("") };
};

function disagreements(
  seats: number,
  rule: (election: Election<RankedPaper>) => StvCount,
  oracle: (profile: readonly string[], seats: number, nominees: readonly string[]) => string[][],
): string[] {
  const found: string[] = [];
  for (const profile of profiles()) {
    const got = shapeOf(rule({ nominees, seats, papers: profile.map((ranking) => paper([...ranking])) }));
    const wanted = shape(oracle(profile, seats, nominees));
    if (JSON.stringify(got) !== JSON.stringify(wanted))
      found.push(`${profile} (${seats}): ${JSON.stringify(got)} for ${JSON.stringify(wanted)}`);
  }
  return found;
}

describe("all elections of up to four papers and three nominees", () => {
  it("give with one seat the winners of instant run-off, by WIGM and by Meek", () => {
    expect(disagreements(1, wigm, (profile) => runoffOracle(profile, nominees))).toEqual([]);
    expect(disagreements(1, meek, (profile) => runoffOracle(profile, nominees))).toEqual([]);
  });

  it.each([1, 2])("come out by the Scottish rule as the Order reads, with %i to elect", (seats) => {
    expect(disagreements(seats, scottishStv, order2007)).toEqual([]);
  });

  it("come out by Meek's method as in floating point iterated to rest, with 2 to elect", () => {
    const exact = (election: Election<RankedPaper>) =>
      meek(election, { arithmetic: { kind: "guarded", places: 18, guard: 9 }, omegaPlaces: 9 });
    expect(disagreements(2, exact, meekInFloats)).toEqual([]);
  });
});
