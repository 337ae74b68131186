import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { countPapers } from "../../src/ballot/count.ts";
import type { Paper, PaperGroupRead } from "../../src/ballot/paper.ts";
import { defaultProcedure, type Method, type Terms } from "../../src/ballot/terms.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";
import type { Bench, Contest } from "./measure.ts";
import { numbersFrom } from "./papers.ts";

const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
const units = Array.from({ length: 200 }, (_, place) => `unit ${place}`);

/** As much as terms allow: 200 nominees, 50 seats and a paper for each of 200 electors; or 100,000 different papers. */
export const large: Bench = async () => {
  const below = numbersFrom(20230112);
  const shuffled = (names: readonly string[]) => {
    const rest = [...names];
    return names.map(() => rest.splice(below(rest.length), 1)[0] ?? "");
  };
  const ranking = (names: readonly string[]): Paper => ({
    kind: "ranking",
    ranking: shuffled(names).map((name) => [name]),
  });
  const some = (names: readonly string[]): Paper => ({
    kind: "names",
    names: names.filter(() => below(10) < 3),
  });
  const contest = (
    name: string,
    method: Method,
    [nominees, seats, papers]: readonly [readonly string[], number, number],
    paper: (names: readonly string[]) => Paper,
  ): Contest => {
    const terms = termsOf(method, nominees, seats);
    const read = Array.from(
      { length: papers },
      (): PaperGroupRead => ({ papers: 1, paper: paper(nominees) }),
    );
    const box = canonicalPapers(terms, read);
    const work = () => countPapers({ terms, roll: new Map() }, box).outcome.kind;
    return { name, millisecondsMax: 1_000, ours: work, peers: {} };
  };
  const wide = [units, 50, 200] as const;
  const long = [units.slice(0, 10), 3, 100_000] as const;
  return [
    contest("ranked pairs, 200 nominees", { kind: "rankedPairs", strength: "winning-votes" }, wide, ranking),
    contest("Schulze, 200 nominees", { kind: "schulze", strength: "winning-votes" }, wide, ranking),
    contest("Scottish STV, 200 nominees", { kind: "stv", variant: "scottish" }, wide, ranking),
    contest("Meek, 200 nominees", { kind: "stv", variant: "meek" }, wide, ranking),
    contest("equal shares, 200 nominees", { kind: "equalShares", completion: "seqphragmen" }, wide, some),
    contest("sequential PAV, 200 nominees", { kind: "sequentialPav" }, wide, some),
    contest("instant run-off, 100,000 papers", { kind: "instantRunoff" }, long, ranking),
    contest("Scottish STV, 100,000 papers", { kind: "stv", variant: "scottish" }, long, ranking),
    contest("Meek, 100,000 papers", { kind: "stv", variant: "meek" }, long, ranking),
    contest("Schulze, 100,000 papers", { kind: "schulze", strength: "margins" }, long, ranking),
  ];
};

function termsOf(method: Method, nominees: readonly string[], seats: number): Terms {
  return {
    season: "2022",
    purpose: { kind: "other", title: "Bình chọn" },
    bylawsVersion: 1,
    electors: [...units],
    recused: [],
    nominees: [...nominees],
    seats,
    voting: { ...defaultVotingRules, threshold: noBar, tieLadder: [] },
    method,
    procedure: defaultProcedure,
    tellers: { head: { name: "Trần Thị B" }, members: [{ name: "Lê Văn C" }] },
    tieData: { scores: [], seniority: [], lotSources: [] },
  };
}
