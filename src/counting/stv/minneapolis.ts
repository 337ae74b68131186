import { fieldOf, problems } from "../grouping.ts";
import type { Election, Nominee, RankedPaper } from "../rule.ts";
import { fixedPoint } from "./arithmetic.ts";
import type { Gregory, GregoryRule, GregoryState } from "./gregory.ts";
import { choice, reachingQuota, sureLosersOf } from "./gregory-choice.ts";
import { countByGregory } from "./gregory-count.ts";
import { elect, openSeats } from "./seating.ts";
import { type StvCount, type StvOptions, stvStatus, withStatus } from "./stv.ts";

export type MinneapolisOptions = StvOptions & {
  /** Write-in nominees who did not declare themselves: they are defeated together before anybody else. */
  readonly undeclared?: readonly Nominee[];
};

const arithmetic = fixedPoint(4);

/**
 * The single transferable vote of Minneapolis, four decimals: quota `floor(papers / (seats + 1)) + 1`; first
 * all who can mathematically not be elected are defeated together, then the largest surplus is transferred and its
 * holder declared elected, then the lowest is defeated.
 *
 * Source: Minneapolis Code of Ordinances, title 8.5, chapter 167, sections 167.20 and 167.70.
 * Ties inside the count: the lot of `tieOrder`; without one every branch is followed.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * minneapolisStv({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["B", "A"]
 */
export function minneapolisStv(election: Election<RankedPaper>, options: MinneapolisOptions = {}): StvCount {
  return countByGregory(minneapolisRule(undeclaredIn(election, options)), election, options);
}

/**
 * The write-in nominees who did not declare themselves.
 * @throws {InvalidInput} for a name that is not nominated
 */
export function undeclaredIn(
  election: Election<RankedPaper>,
  { undeclared = [] }: Pick<MinneapolisOptions, "undeclared">,
): ReadonlySet<number> {
  const { indexOf } = fieldOf(election);
  const wrong = problems();
  const found = undeclared.map((name, place) => {
    const index = indexOf.get(name);
    if (index === undefined)
      wrong.add({ field: `options.undeclared[${place}]`, rule: "nominee", value: name });
    return index ?? -1;
  });
  wrong.throwIfAny();
  return new Set(found);
}

function minneapolisRule(undeclared: ReadonlySet<number>): GregoryRule<bigint> {
  return {
    name: "minneapolis-stv",
    arithmetic,
    skippedRank: "passed",
    apart: undeclared,
    looksBack: false,
    quota: (papers, seats) => arithmetic.of(papers / BigInt(seats + 1) + 1n),
    reaches: (votes, quota) => votes >= quota,
    next(count, state, log) {
      const continuing = withStatus(state.status, stvStatus.continuing);
      const written = continuing.filter((nominee) => undeclared.has(nominee));
      if (written.length > 0) return { type: "exclude", nominees: written, ground: "undeclared" };
      const losers = sureLosersOf(count, state);
      if (losers.length > 0) return { type: "exclude", nominees: losers, ground: "sureLosers" };
      const reaching = reachingQuota(count, state);
      if (reaching.length > 0) return choice(count, state, log, { among: reaching, action: "transfer" });
      if (noMoreThanSeats(count, state)) return { type: "complete" };
      return choice(count, state, log, { among: continuing, action: "exclude" });
    },
    endsOnExclusion: (count, state, { ground }) => ground === undefined && noMoreThanSeats(count, state),
    endsAfter(count, state, log) {
      const reaching = reachingQuota(count, state);
      if (reaching.length < openSeats(count.field, state)) return false;
      elect(count.field, arithmetic, state, log, {
        elected: reaching,
        status: stvStatus.elected,
        ground: "quota",
      });
      return true;
    },
  };
}

const noMoreThanSeats = ({ field }: Gregory<bigint>, state: GregoryState<bigint>) =>
  withStatus(state.status, stvStatus.continuing).length <= openSeats(field, state);
