import { describe, expect, it } from "vitest";
import type { Election, RankedPaper } from "../../../src/counting/rule.ts";
import { meek } from "../../../src/counting/stv/meek.ts";
import { scottishStv } from "../../../src/counting/stv/scottish.ts";
import type { StvCount } from "../../../src/counting/stv/stv.ts";
import { wigm } from "../../../src/counting/stv/wigm.ts";
import { paper } from "./elections.ts";

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
  oracle: (profile: readonly string[], seats: number) => string[][],
): string[] {
  const found: string[] = [];
  for (const profile of profiles()) {
    const got = shapeOf(rule({ nominees, seats, papers: profile.map((ranking) => paper([...ranking])) }));
    const wanted = shape(oracle(profile, seats));
    if (JSON.stringify(got) !== JSON.stringify(wanted))
      found.push(`${profile} (${seats}): ${JSON.stringify(got)} for ${JSON.stringify(wanted)}`);
  }
  return found;
}

/** Instant run-off as everybody learns it: without the lowest, again, until one is left. */
function instantRunoff(profile: readonly string[], continuing: readonly string[] = nominees): string[][] {
  if (continuing.length === 1) return [[...continuing]];
  const tops = profile.map((ranking) => [...ranking].find((one) => continuing.includes(one)));
  const votes = continuing.map((one) => tops.filter((top) => top === one).length);
  return continuing
    .filter((_, index) => votes[index] === Math.min(...votes))
    .flatMap((lowest) =>
      instantRunoff(
        profile,
        continuing.filter((one) => one !== lowest),
      ),
    );
}

type Held = { readonly ranking: string; readonly holder: string | undefined; readonly value: number };

/** SSI 2007/42 read aloud: one paper at a time, in hundred-thousandths of a vote. */
function order2007(profile: readonly string[], seats: number): string[][] {
  const quota = (Math.floor(profile.length / (seats + 1)) + 1) * 100_000;
  const possible: string[][] = [];
  const next = (ranking: string, continuing: readonly string[]) =>
    [...ranking].find((one) => continuing.includes(one));
  const count = (
    held: readonly Held[],
    past: readonly number[][],
    before: readonly string[],
    transferred: readonly string[],
    out: readonly string[],
  ) => {
    const votes = nominees.map((one) =>
      transferred.includes(one)
        ? quota
        : held.filter(({ holder }) => holder === one).reduce((sum, { value }) => sum + value, 0),
    );
    const of = (one: string, stage: readonly number[] = votes) => stage[nominees.indexOf(one)] ?? 0;
    const open = nominees.filter((one) => !out.includes(one));
    if (open.length <= seats) return void possible.push(open);
    const elected = [...before, ...open.filter((one) => !before.includes(one) && of(one) >= quota)];
    if (elected.length >= seats) return void possible.push(elected);
    const continuing = open.filter((one) => !elected.includes(one));
    if (continuing.length + elected.length <= seats) return void possible.push([...continuing, ...elected]);
    const stages = [...past, votes];
    const extreme = (among: readonly string[], worst: boolean): readonly string[] => {
      let tied = among;
      for (const stage of [...stages].reverse()) {
        const best = (worst ? Math.min : Math.max)(...tied.map((one) => of(one, stage)));
        tied = tied.filter((one) => of(one, stage) === best);
      }
      return tied;
    };
    const surplus = elected.filter((one) => of(one) > quota);
    for (const one of extreme(surplus.length > 0 ? surplus : continuing, surplus.length === 0)) {
      const left = continuing.filter((other) => other !== one);
      const moved = held.map((paperHeld) => {
        if (paperHeld.holder !== one) return paperHeld;
        const value =
          surplus.length > 0 ? Math.floor(((of(one) - quota) * paperHeld.value) / of(one)) : paperHeld.value;
        return { ...paperHeld, value, holder: next(paperHeld.ranking, left) };
      });
      if (surplus.length > 0) count(moved, stages, elected, [...transferred, one], out);
      else count(moved, stages, elected, transferred, [...out, one]);
    }
  };
  count(
    profile.map((ranking) => ({ ranking, value: 100_000, holder: ranking[0] })),
    [],
    [],
    [],
    [],
  );
  return possible;
}

/** Meek's method in floating point, iterated until nothing moves; whatever is within a millionth is level. */
function meekInFloats(profile: readonly string[], seats: number): string[][] {
  const near = 1e-6;
  const possible: string[][] = [];
  const count = (elected: readonly string[], out: readonly string[]) => {
    const open = nominees.filter((one) => !out.includes(one));
    if (open.length <= seats || elected.length === seats)
      return void possible.push(elected.length === seats ? [...elected] : open);
    const keep = new Map<string, number>(nominees.map((one) => [one, out.includes(one) ? 0 : 1]));
    const hold = () => {
      const votes = new Map(nominees.map((one) => [one, 0]));
      for (const ranking of profile) {
        let weight = 1;
        for (const one of ranking) {
          const part = weight * (keep.get(one) ?? 0);
          votes.set(one, (votes.get(one) ?? 0) + part);
          weight -= part;
        }
      }
      return votes;
    };
    let votes = hold();
    for (let iteration = 0; iteration < 400; iteration++) {
      const quota = [...votes.values()].reduce((a, b) => a + b) / (seats + 1);
      const reached = open.filter((one) => !elected.includes(one) && (votes.get(one) ?? 0) > quota + near);
      if (reached.length > 0) return count([...elected, ...reached], out);
      for (const one of elected) keep.set(one, ((keep.get(one) ?? 0) * quota) / (votes.get(one) ?? 1) || 0);
      votes = hold();
    }
    const hopeful = open.filter((one) => !elected.includes(one));
    const low = Math.min(...hopeful.map((one) => votes.get(one) ?? 0));
    for (const one of hopeful) if ((votes.get(one) ?? 0) <= low + near) count(elected, [...out, one]);
  };
  count([], []);
  return possible;
}

describe("all elections of up to four papers and three nominees", () => {
  it("give with one seat the winners of instant run-off, by WIGM and by Meek", () => {
    expect(disagreements(1, wigm, (profile) => instantRunoff(profile))).toEqual([]);
    expect(disagreements(1, meek, (profile) => instantRunoff(profile))).toEqual([]);
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
