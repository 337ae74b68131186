import { describe, expect, it } from "vitest";
import { equalShares } from "../../src/counting/committees/equal-shares.ts";
import { pav } from "../../src/counting/committees/pav.ts";
import { sequentialPav } from "../../src/counting/committees/sequential-pav.ts";
import type { ApprovalPaper, Count, Election, Nominee } from "../../src/counting/rule.ts";
import { approval, block, limited } from "../../src/counting/votes/approval.ts";
import { forAndAgainst } from "../../src/counting/votes/for-and-against.ts";
import { score } from "../../src/counting/votes/score.ts";
import { star } from "../../src/counting/votes/star.ts";
import { equalSharesOracle, pavOracle, sequentialPavOracle } from "./choice-oracles.ts";
import { profiles, sets, sorted, subsets } from "./choice-papers.ts";
import { starOracle } from "./star-oracle.ts";

const nominees = ["A", "B", "C"];
const keptNames = [0, 1, 2, 3].flatMap((size) => subsets(nominees, size));

/** Every election of at most four papers on three nominees for one to three seats. */
function* elections(patterns: readonly Nominee[][] = keptNames): Generator<Election<ApprovalPaper>> {
  for (const profile of profiles(patterns, 4))
    for (let seats = 1; seats <= 3; seats++)
      yield { nominees, seats, papers: profile.map(([approvals, weight]) => ({ approvals, weight })) };
}

describe("every election of at most four papers on three nominees", () => {
  it.each([
    ["PAV", pav, pavOracle],
    ["sequential PAV", sequentialPav, sequentialPavOracle],
    ["equal shares", equalShares, (e) => equalSharesOracle(e, "seqphragmen")],
    [
      "equal shares completed by approvals",
      (e) => equalShares(e, { completion: "approvals" }),
      (e) => equalSharesOracle(e, "approvals"),
    ],
  ] satisfies [string, (e: Election<ApprovalPaper>) => Count, (e: Election<ApprovalPaper>) => string[]][])(
    "has the committees that %s gives by its definition",
    (_, rule, oracle) => {
      let counted = 0;
      for (const election of elections()) {
        counted++;
        expect({ election, committees: sets(rule(election)).committees }).toEqual({
          election,
          committees: oracle(election),
        });
      }
      expect(counted).toBe(3 * 495);
    },
  );

  it("has whoever is kept on the most papers elected by approval, limited and block votes", () => {
    for (const election of elections()) {
      const votes = (nominee: Nominee) =>
        election.papers.reduce(
          (sum, { weight, approvals }) => sum + (approvals.includes(nominee) ? Number(weight) : 0),
          0,
        );
      const longest = Math.max(0, ...election.papers.map(({ approvals }) => approvals.length));
      const expected = topSeats(votes, election.seats);
      const { elected, tied, open } = sets(approval(election));
      expect({ election, elected, tied, open }).toEqual({ election, ...expected });
      if (longest <= election.seats) expect(sets(block(election))).toEqual(sets(approval(election)));
      const namesMax = Math.max(1, longest);
      expect(sets(limited(election, { namesMax }))).toEqual(sets(approval(election)));
    }
  });

  it("has whoever passes and has the most votes for elected for and against", () => {
    const opinions = keptNames.flatMap((names) =>
      subsets(
        nominees.filter((name) => !names.includes(name)),
        1,
      ).map((against) => ({ for: names, against })),
    );
    for (const profile of profiles(opinions, 3))
      for (const [numerator, denominator, strict] of [
        [1, 2, true],
        [2, 3, false],
      ] as const)
        for (const spare of [0, 1]) {
          const papers = profile.map(([paper, weight]) => ({ ...paper, weight }));
          const valid = profile.reduce((sum, [, weight]) => sum + weight, 0);
          const votes = (nominee: Nominee) =>
            profile.reduce((sum, [paper, weight]) => sum + (paper.for.includes(nominee) ? weight : 0), 0);
          const share = (nominee: Nominee) => votes(nominee) / (valid + spare) - numerator / denominator;
          const passes = (nominee: Nominee) =>
            valid + spare > 0 && (strict ? share(nominee) > 1e-9 : share(nominee) > -1e-9);
          const expected = topSeats(votes, 1, passes);
          const { elected, tied, open } = sets(
            forAndAgainst(
              { nominees, seats: 1, papers },
              {
                threshold: { numerator, denominator, strict },
                base: { of: "present", figure: valid + spare },
              },
            ),
          );
          expect({ papers, spare, elected, tied, open }).toEqual({ papers, spare, ...expected });
        }
  });
});

describe("every election of at most three papers that score three nominees 0 to 2", () => {
  const marks = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
  const papers = marks.map((row) => new Map(nominees.map((nominee, place) => [nominee, row[place] ?? 0])));

  it("has the winners that STAR gives by its definition", () => {
    for (const profile of profiles(papers, 3)) {
      const election = {
        nominees,
        seats: 1,
        papers: profile.map(([scores, weight]) => ({ scores, weight })),
      };
      const { elected, tied } = sets(star(election, { protocol: "simple", scoreMax: 2 }));
      expect({ profile, winners: sorted([...elected, ...tied]) }).toEqual({
        profile,
        winners: sorted([...new Set(starOracle(election, undefined).flat())]),
      });
    }
  });

  it("has the highest sum elected by score", () => {
    for (const profile of profiles(papers, 2))
      for (const seats of [1, 2]) {
        const sum = (nominee: Nominee) =>
          profile.reduce((total, [scores, weight]) => total + weight * (scores.get(nominee) ?? 0), 0);
        const election = { nominees, seats, papers: profile.map(([scores, weight]) => ({ scores, weight })) };
        const { elected, tied, open } = sets(score(election));
        expect({ profile, elected, tied, open }).toEqual({ profile, ...topSeats(sum, seats) });
      }
  });
});

/** By sorting and looking at the figure on either side of the last seat. */
function topSeats(votes: (nominee: Nominee) => number, seats: number, passes = (_: Nominee) => true) {
  const passed = nominees.filter(passes);
  const figures = passed.map(votes).sort((a, b) => b - a);
  const last = figures[seats - 1];
  const split = last !== undefined && last === figures[seats];
  const elected = passed.filter(
    (nominee) => last === undefined || votes(nominee) > last || (!split && votes(nominee) === last),
  );
  const tied = split ? passed.filter((nominee) => votes(nominee) === last) : [];
  return { elected: sorted(elected), tied: sorted(tied), open: split ? seats - elected.length : 0 };
}
