import type { UnitId } from "../vocabulary/unit.ts";
import { agreeOnPair } from "./known-pairs.ts";
import { namesMaxOf, ruleOf } from "./method-to-rule.ts";
import { isKnownWithoutSelfVotes } from "./no-self-votes.ts";
import { opinionOn } from "./opinion.ts";
import type { Paper, PaperGroup } from "./paper.ts";
import type { SecrecyImpossible } from "./result.ts";
import { presenceOf, type Roll, votesOf, withPaper } from "./roll.ts";
import type { Terms } from "./terms.ts";

type Registered = { terms: Terms; roll: Roll };

/** Papers of fewer units than this are not secret: somebody who knows a few of them knows the rest. */
const secretUnitsMin = 5;

/** So many possible papers to a voter are enough to agree on one that nobody else writes by chance. */
const patternsPerHand = 10;

/**
 * Why the papers themselves can show how a unit voted.
 *
 * @param valid the valid papers, in groups of equal ones
 * @param stillIn for a count in rounds, the nominees with votes in each round
 */
export function secrecyImpossibleFor(
  registered: Registered,
  valid: readonly PaperGroup[],
  stillIn: readonly (readonly UnitId[])[] = [],
): SecrecyImpossible[] {
  const { terms } = registered;
  const weights = withPaper(registered).map((unit) => votesOf(terms, [unit]));
  const hands = handsOf(registered);
  const papers = sum(valid.map((group) => group.papers));
  const reasons: SecrecyImpossible[] = [];
  if (cannotBeFewer(papers, weights) < secretUnitsMin) reasons.push("fewPapers");
  else if (cannotBeFewer(papers, hands) < secretUnitsMin) reasons.push("fewHands");
  if (valid.length <= 1) reasons.push("unanimous");
  else {
    if (isSaidByAll(terms, valid)) reasons.push("sameOpinion");
    const others = sum(weights) - papers;
    const isHeavyKnown =
      mustHaveCast(hands, valid) ||
      isKnown(terms, { weights, valid, others, stillIn }) ||
      isPairKnown(terms, { weights, hands, valid, others });
    if (isHeavyKnown) reasons.push("heavyUnit");
  }
  if (valid.length > 1 && isKnownWithoutSelfVotes(registered, valid)) reasons.push("noSelfVote");
  if (canBeMarked(terms, valid, hands)) reasons.push("signatures");
  return reasons;
}

/** How many papers went into each hand: a holder of proxies received those of its principals in the room, too. */
function handsOf(registered: Registered): number[] {
  const { terms, roll } = registered;
  const hands = new Map<UnitId, number>();
  for (const unit of withPaper(registered)) {
    const { holder, paper } = presenceOf(roll, unit);
    const hand = paper === "inRoom" && holder !== undefined ? holder : unit;
    hands.set(hand, (hands.get(hand) ?? 0) + votesOf(terms, [unit]));
  }
  return [...hands.values()];
}

/** The smallest number of those with so many papers each that can have cast so many in all. */
function cannotBeFewer(papers: number, each: readonly number[]): number {
  let voters = 0;
  let left = papers;
  for (const most of each.toSorted((a, b) => b - a)) {
    if (left <= 0) return voters;
    left -= most;
    voters += 1;
  }
  return voters + Math.max(0, left);
}

/** Whether all valid papers are for one nominee; or against one, where a paper could be for all of them. */
function isSaidByAll(terms: Terms, valid: readonly PaperGroup[]): boolean {
  const papers = valid.map(({ paper }) => paper);
  return terms.nominees.some((nominee) => isAgreed(terms, papers, nominee));
}

function isAgreed(terms: Terms, papers: readonly Paper[], nominee: UnitId): boolean {
  const first = papers[0] && opinionOn(nominee, papers[0]).opinion;
  const mayBeForAll = namesMaxOf(terms) >= terms.nominees.length;
  const isSaid = first === "for" || (first === "against" && mayBeForAll);
  return isSaid && papers.every((paper) => opinionOn(nominee, paper).opinion === first);
}

/** Whether more papers are equal than all other hands received: then the fullest hand cast some of them. */
function mustHaveCast(hands: readonly number[], valid: readonly PaperGroup[]): boolean {
  const fullest = Math.max(...hands);
  const others = sum(hands) - fullest;
  return fullest > Math.min(...hands) && valid.some(({ papers }) => papers > others);
}

/**
 * Whether a unit with more votes than others is known to be for a nominee, if it cast its papers alike: all groups of
 * equal papers that are large enough for it are for that nominee, by their first place or in a later round.
 */
function isKnown(
  terms: Terms,
  cast: {
    readonly weights: readonly number[];
    readonly valid: readonly PaperGroup[];
    /** Papers that are invalid, or were not returned: they may be those of the unit, and say nothing. */
    readonly others: number;
    readonly stillIn: readonly (readonly UnitId[])[];
  },
): boolean {
  const { weights, valid, others, stillIn } = cast;
  const lightest = Math.min(...weights);
  const heavy = [...new Set(weights)].filter((weight) => weight > lightest && others < weight);
  return heavy.some((weight) => {
    const large = valid.filter(({ papers }) => papers >= weight).map(({ paper }) => paper);
    if (large.length === 0) return false;
    if (large.length === 1) return true;
    if (terms.nominees.some((nominee) => isAgreed(terms, large, nominee))) return true;
    return stillIn.some((nominees) => nominees.length > 1 && haveOneTop(large, nominees));
  });
}

/**
 * Whether a margin between two nominees needs the unit with the most votes: those who place one above the other are more
 * than all other hands; or all groups of equal papers that are large enough for the unit place it there, while smaller
 * ones do not.
 */
function isPairKnown(
  { method, nominees }: Terms,
  cast: {
    readonly weights: readonly number[];
    readonly hands: readonly number[];
    readonly valid: readonly PaperGroup[];
    readonly others: number;
  },
): boolean {
  const { weights, hands, valid, others } = cast;
  const heaviest = Math.max(...hands);
  if (!ruleOf(method).comparesPairs || heaviest === Math.min(...hands)) return false;
  const margin = sum(valid.map(({ papers }) => papers)) - (sum(hands) - heaviest);
  if (margin > 0 && agreeOnPair({ nominees, papers: valid, all: valid }, margin)) return true;
  // A group that is large enough for one unit is so for a lighter one: the heaviest unit that may have cast one says all.
  const lightest = Math.min(...weights);
  const most = valid.reduce((largest, { papers }) => Math.max(largest, papers), 0);
  const weight = Math.max(...weights.filter((one) => one <= most));
  if (weight <= lightest || others >= weight) return false;
  const large = valid.filter(({ papers }) => papers >= weight);
  return agreeOnPair({ nominees, papers: large, all: valid }, 1);
}

/** Whether all these rankings place the same nominee above the others that are still in. */
function haveOneTop(papers: readonly Paper[], nominees: readonly UnitId[]): boolean {
  const tops = papers.map((paper) => {
    if (paper.kind !== "ranking") return "";
    const group = paper.ranking.find((names) => names.some((name) => nominees.includes(name))) ?? [];
    return group.filter((name) => nominees.includes(name)).join("\n");
  });
  return tops[0] !== "" && tops.every((top) => top === tops[0]);
}

/** Whether one voter alone can have written some ranking or points, where far more can be written than voters are. */
function canBeMarked(terms: Terms, valid: readonly PaperGroup[], hands: readonly number[]): boolean {
  const lightest = Math.min(...hands);
  const isAlone = valid.some(
    ({ papers, paper }) => papers <= lightest && (paper.kind === "ranking" || paper.kind === "scores"),
  );
  return isAlone && patterns(terms, patternsPerHand * hands.length) > patternsPerHand * hands.length;
}

/** How many rankings, or ways to give points, the method takes. It stops counting above `enough`. */
function patterns({ method, nominees }: Terms, enough: number): number {
  const { pointsMax = 0 } = ruleOf(method);
  let ways = 1;
  let all = 0;
  for (let named = 0; named < nominees.length && all <= enough; named++) {
    ways *= ruleOf(method).paper === "scores" ? pointsMax + 1 : nominees.length - named;
    all = ruleOf(method).paper === "scores" ? ways : all + ways;
  }
  return all;
}

/** Whether the terms ask that no votes are published where the papers themselves could show one. */
export function isWithheld({ procedure }: Terms, reasons: readonly SecrecyImpossible[]): boolean {
  return procedure.smallCells === "withhold" && reasons.length > 0;
}

/**
 * The papers with the small groups put together. A group of fewer than five is never alone: where too few papers would
 * be put together, the next smallest groups go with them, so that nobody can subtract the others.
 */
export function mergedCells(groups: readonly PaperGroup[]): { groups: PaperGroup[]; merged: number } {
  let merged = 0;
  const small = new Set<PaperGroup>();
  for (const group of groups.toSorted((a, b) => a.papers - b.papers)) {
    if (group.papers >= secretUnitsMin && (merged === 0 || merged >= secretUnitsMin)) break;
    merged += group.papers;
    small.add(group);
  }
  return { groups: groups.filter((group) => !small.has(group)), merged };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
