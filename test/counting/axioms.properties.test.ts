import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beats,
  canonical,
  condorcetLoser,
  condorcetWinner,
  elections,
  type Ranked,
  rules,
  rulesNamed,
  smithSet,
  winners,
} from "./ranked-elections.ts";

const every = Object.entries(rules);
const runs = { numRuns: 60 };

function majorityOf({ papers, nominees }: Ranked): string | undefined {
  const total = papers.reduce((sum, { weight }) => sum + Number(weight), 0);
  const first = (name: string) =>
    papers.reduce((sum, { weight, ranking }) => (ranking[0]?.includes(name) ? sum + Number(weight) : sum), 0);
  return nominees.find((name) => 2 * first(name) > total);
}

const swapped = (election: Ranked, names: ReadonlyMap<string, string>): Ranked => ({
  ...election,
  nominees: election.nominees.map((name) => names.get(name) ?? name),
  papers: election.papers.map(({ weight, ranking }) => ({
    weight,
    ranking: ranking.map((rank) => rank.map((name) => names.get(name) ?? name)),
  })),
});

describe.each(every)("%s", (_, rule) => {
  it("shares the nominees and the seats out, each once", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const { elected, notElected, undecided, vacant } = rule(election).outcome;
        expect([...elected, ...notElected, ...(undecided?.tied ?? [])].sort()).toEqual(
          [...election.nominees].sort(),
        );
        expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(election.seats);
        if (undecided) expect(undecided.tied.length).toBeGreaterThan(undecided.seats);
      }),
      runs,
    );
  });

  it("does not care who cast which paper, nor how equal papers are bundled", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const single = election.papers.flatMap(({ weight, ranking }) =>
          Array.from({ length: weight }, () => ({
            weight: 1n,
            ranking: ranking.map((rank) => [...rank].reverse()),
          })),
        );
        expect(canonical(rule({ ...election, papers: single.reverse() }))).toEqual(canonical(rule(election)));
      }),
      runs,
    );
  });

  it("does not care what nominees are called, nor in which order they are listed", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const [first = "", ...rest] = election.nominees;
        const names = new Map([...rest, first].map((name, index) => [election.nominees[index] ?? "", name]));
        const back = new Map([...names].map(([from, to]) => [to, from]));
        const { outcome } = rule(swapped({ ...election, nominees: [...election.nominees].reverse() }, names));
        const named = (list: readonly string[]) => list.map((name) => back.get(name) ?? name);
        const undecided = outcome.undecided && { ...outcome.undecided, tied: named(outcome.undecided.tied) };
        const renamed = {
          ...outcome,
          elected: named(outcome.elected),
          notElected: named(outcome.notElected),
        };
        const count = { ...rule(election), outcome: { ...renamed, ...(undecided && { undecided }) } };
        expect(canonical(count)).toEqual(canonical(rule(election)));
      }),
      runs,
    );
  });

  it("comes to the same when all weights are scaled, beyond 2^53 too", () => {
    fc.assert(
      fc.property(elections(), fc.constantFrom(3n, 2n ** 60n + 1n), (election, factor) => {
        const papers = election.papers.map(({ weight, ranking }) => ({
          weight: BigInt(weight) * factor,
          ranking,
        }));
        expect(canonical(rule({ ...election, papers }))).toEqual(canonical(rule(election)));
      }),
      runs,
    );
  });

  it("elects whom all rank first", () => {
    fc.assert(
      fc.property(elections({ complete: true }), (election) => {
        const [first = ""] = election.nominees;
        const papers = election.papers.map(({ weight, ranking }) => ({
          weight,
          ranking: [[first], ...ranking.filter((rank) => !rank.includes(first))],
        }));
        expect(rule({ ...election, papers }).outcome.elected).toEqual([first]);
      }),
      runs,
    );
  });

  it("elects, of two, whom more prefer", () => {
    fc.assert(
      fc.property(elections({ complete: true }), (election) => {
        const nominees = election.nominees.slice(0, 2);
        const papers = election.papers.map(({ weight, ranking }) => ({
          weight,
          ranking: ranking.filter((rank) => nominees.includes(rank[0] ?? "")),
        }));
        const two = { ...election, nominees, papers };
        expect(winners(rule(two))).toEqual(
          [condorcetWinner(two)].flatMap((name) => name ?? [...nominees].sort()),
        );
      }),
      runs,
    );
  });
});

const majoritarian = rulesNamed(
  "plurality",
  "two",
  "instant",
  "exhaustive",
  "Schulze",
  "ranked",
  "Copeland",
  "minimax",
);
describe.each(majoritarian)("%s", (_, rule) => {
  it("elects whom more than half rank first", () => {
    fc.assert(
      fc.property(elections({ complete: true }), (election) => {
        const majority = majorityOf(election);
        fc.pre(majority !== undefined);
        expect(rule(election).outcome.elected).toEqual([majority]);
      }),
      runs,
    );
  });
});

describe.each(rulesNamed("Schulze", "ranked", "Copeland", "minimax, w", "minimax, m"))("%s", (_, rule) => {
  it("elects who wins every pair, with ranks equal and left out too", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const winner = condorcetWinner(election);
        fc.pre(winner !== undefined);
        expect(rule(election).outcome.elected).toEqual([winner]);
      }),
      runs,
    );
  });
});

// Three in one run-off are a plurality vote, which may elect whoever loses every pair (see the witnesses).
const runoffOfTwo = rulesNamed("two rounds").filter(([name]) => !name.includes("all tied"));
// So may points by place that do not fall evenly (see the witnesses).
const others = rulesNamed("Borda, base", "instant", "exhaustive", "Schulze", "ranked", "Copeland");
describe.each([...runoffOfTwo, ...others])("%s", (_, rule) => {
  it("never elects who loses every pair", () => {
    fc.assert(
      fc.property(elections({ complete: true }), (election) => {
        const loser = condorcetLoser(election);
        fc.pre(loser !== undefined);
        expect(winners(rule(election))).not.toEqual([loser]);
      }),
      runs,
    );
  });
});

describe.each(rulesNamed("Schulze", "ranked", "Copeland"))("%s", (_, rule) => {
  it("elects from the Smith set", () => {
    fc.assert(
      fc.property(elections({ complete: true }), (election) => {
        const smith = smithSet(election);
        for (const winner of winners(rule(election))) expect(smith).toContain(winner);
      }),
      runs,
    );
  });
});

const monotone = rulesNamed(
  "plurality",
  "Borda",
  "Schulze",
  "ranked pairs, w",
  "ranked pairs, m",
  "Copeland, w",
  "minimax",
);
describe.each(monotone)("%s", (_, rule) => {
  it("still elects a winner whom some rank higher than before", () => {
    fc.assert(
      fc.property(elections({ complete: true }), fc.nat(), (election, pick) => {
        const [winner] = rule(election).outcome.elected;
        fc.pre(winner !== undefined);
        const raised = pick % election.papers.length;
        const papers = election.papers.map((paper, index) => {
          const others = paper.ranking.filter((rank) => !rank.includes(winner ?? ""));
          return index === raised ? { ...paper, ranking: [[winner ?? ""], ...others] } : paper;
        });
        expect(rule({ ...election, papers }).outcome.elected).toEqual([winner]);
      }),
      runs,
    );
  });
});

// Turned around, a paper gives the points of Borda from the other end, but not points that do not fall evenly.
const symmetric = rulesNamed("Borda, base", "Schulze", "ranked pairs, m", "Copeland, wins less");
describe.each(symmetric)("%s", (_, rule) => {
  it("does not elect the same one alone when all papers are turned around", () => {
    fc.assert(
      fc.property(elections({ complete: true }), (election) => {
        const [winner] = rule(election).outcome.elected;
        fc.pre(winner !== undefined);
        const papers = election.papers.map(({ weight, ranking }) => ({
          weight,
          ranking: [...ranking].reverse(),
        }));
        expect(rule({ ...election, papers }).outcome.elected).not.toEqual([winner]);
      }),
      runs,
    );
  });
});

describe.each(rulesNamed("instant run-off", "Schulze", "ranked pairs, w", "ranked pairs, m"))(
  "%s",
  (_, rule) => {
    it("elects the same, or a clone of it, when somebody is cloned", () => {
      fc.assert(
        fc.property(
          elections({ complete: true }),
          fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
          (election, above) => {
            const [cloned = ""] = election.nominees;
            const [winner] = rule(election).outcome.elected;
            fc.pre(winner !== undefined);
            const papers = election.papers.map(({ weight, ranking }, index) => ({
              weight,
              ranking: ranking.flatMap((rank) =>
                rank[0] !== cloned ? [rank] : above[index] ? [["clone"], rank] : [rank, ["clone"]],
              ),
            }));
            const after = winners(rule({ ...election, nominees: [...election.nominees, "clone"], papers }));
            const allowed = winner === cloned ? [cloned, "clone"] : [winner];
            for (const name of after) expect(allowed).toContain(name);
          },
        ),
        runs,
      );
    });
  },
);

describe.each(rulesNamed("plurality", "instant run-off"))("%s", (_, rule) => {
  it("does not take the seat from a winner because a paper that ranks it goes on to rank others", () => {
    fc.assert(
      fc.property(elections({ complete: true }), fc.nat(), (election, pick) => {
        const at = pick % election.papers.length;
        const cut = (length: number) =>
          election.papers.map((paper, index) =>
            index === at ? { ...paper, ranking: paper.ranking.slice(0, length) } : paper,
          );
        const listed = 1 + (pick % election.nominees.length);
        const short = rule({ ...election, papers: cut(listed) }).outcome.elected;
        const named = election.papers[at]?.ranking.slice(0, listed).flat() ?? [];
        fc.pre(short.length === 1 && named.includes(short[0] ?? ""));
        for (const longer of [listed + 1, election.nominees.length])
          expect(rule({ ...election, papers: cut(longer) }).outcome.elected).toEqual(short);
      }),
      runs,
    );
  });
});

describe("a comparison of pairs", () => {
  it("is of one winner at most, as the definition has it", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const winner = condorcetWinner(election);
        fc.pre(winner !== undefined);
        for (const other of election.nominees) expect(beats(election, other, winner ?? "")).toBe(false);
      }),
      runs,
    );
  });
});
