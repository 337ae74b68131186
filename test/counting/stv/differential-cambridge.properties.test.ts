import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as counting from "../../../src/counting/index.ts";
import type { RankedPaper } from "../../../src/counting/rule.ts";
import { cambridgeOracle } from "./cambridge-oracle.ts";
import { paper } from "./elections.ts";

const letters = [..."ABCDE"];
const texts = (sets: readonly (readonly string[])[]) =>
  [...new Set(sets.map((set) => [...set].sort().join("")))].sort();

/** Papers in an order: the same ranking may come again later. Up to five nominees, four seats and a small minimum. */
const cases = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc.record({
    nominees: fc.constant(letters.slice(0, size)),
    seats: fc.integer({ min: 1, max: 4 }),
    minimumVotes: fc.integer({ min: 0, max: 3 }),
    papers: fc.array(
      fc
        .tuple(fc.shuffledSubarray(letters.slice(0, size)), fc.integer({ min: 1, max: 4 }))
        .map(([ranking, weight]) => paper(ranking, weight)),
      { maxLength: 9 },
    ),
  }),
);

const profileOf = (papers: readonly RankedPaper[]) =>
  papers.flatMap(({ ranking, weight }) => new Array<string>(Number(weight)).fill(ranking.flat().join("")));

describe("any small profile of papers in an order", () => {
  it("comes out by the rule of Cambridge as by brute force", () => {
    fc.assert(
      fc.property(cases, ({ minimumVotes, ...election }) => {
        const { nominees, seats, papers } = election;
        const possible = cambridgeOracle(profileOf(papers), seats, nominees, minimumVotes);
        const { outcome, committees } = counting.cambridgeStv(election, { minimumVotes });
        const inAll = nominees.filter((one) => possible.every((set) => set.includes(one)));
        const inSome = nominees.filter((one) => possible.some((set) => set.includes(one)));
        expect([...outcome.elected].sort()).toEqual(inAll);
        expect([...outcome.elected, ...(outcome.undecided?.tied ?? [])].sort()).toEqual(inSome);
        if (committees !== undefined) expect(texts(committees)).toEqual(texts(possible));
      }),
      { numRuns: 2_000 },
    );
  });

  it("elects by a lot one of the sets that brute force finds", () => {
    const withLot = cases.chain((election) =>
      fc.tuple(
        fc.constant(election),
        fc.shuffledSubarray(election.nominees, { minLength: election.nominees.length }),
      ),
    );
    fc.assert(
      fc.property(withLot, ([{ minimumVotes, ...election }, tieOrder]) => {
        const { nominees, seats, papers } = election;
        const { outcome } = counting.cambridgeStv(election, { minimumVotes, tieOrder });
        expect(outcome.undecided).toBeUndefined();
        const possible = cambridgeOracle(profileOf(papers), seats, nominees, minimumVotes);
        expect(texts(possible)).toContain(texts([outcome.elected])[0]);
      }),
      { numRuns: 500 },
    );
  });
});
