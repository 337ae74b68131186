import type { UnitId } from "../vocabulary/unit.ts";
import { firstRank, supportedBy } from "./opinion.ts";
import type { Paper, PaperGroup } from "./paper.ts";
import { presenceOf, type Roll, votesOf, withPaper } from "./roll.ts";
import type { Terms } from "./terms.ts";

type Registered = { terms: Terms; roll: Roll };

/** The papers of one unit: how many, in whose hand, and for whom they cannot be. */
type Cast = { readonly votes: number; readonly hand: UnitId; readonly barred: readonly UnitId[] };

/** What papers are for, by one reading of them: the papers for each nominee, and in all. */
type Support = {
  readonly of: (paper: Paper) => readonly UnitId[];
  readonly papersFor: ReadonlyMap<UnitId, number>;
  readonly all: number;
};

/** So many nominees are looked at together: those with the most papers. A set of them is the bits of a number. */
const togetherMax = 30;
/** So many sets of nominees, times sets of papers, are looked at; beyond, only each nominee by itself. */
const lookedAtMax = 200_000;

/**
 * Whether the vote of a known unit is known because no unit may vote for itself, nor with a paper that it holds by proxy.
 *
 * Papers that are for all of some nominees come from the others. Where they are as many as these others have, each of
 * the others cast such papers (P. Hall, On Representatives of Subsets, 1935). And where all papers that a nominee may
 * have cast are for one other, it cast one for that other. A paper that is invalid or did not come back may be anybody's.
 *
 * A paper is read twice: as being for its first rank, and as being for all that it ranks, as the terms forbid aloud.
 */
export function isKnownWithoutSelfVotes(registered: Registered, valid: readonly PaperGroup[]): boolean {
  if (registered.terms.voting.selfVote) return false;
  const cast = castBy(registered);
  const isRanked = valid.some(({ paper }) => paper.kind === "ranking");
  return [firstOf, ...(isRanked ? [supportedBy] : [])].some((of) => {
    const support = supportBy(of, valid);
    return isLeftOneChoice(cast, valid, support) || isLeftNoOther(cast, valid, support);
  });
}

function castBy({ terms, roll }: Registered): Cast[] {
  return withPaper({ terms, roll }).map((unit) => {
    const { holder, paper } = presenceOf(roll, unit);
    const hand = paper === "inRoom" && holder !== undefined ? holder : unit;
    return { votes: votesOf(terms, [unit]), hand, barred: hand === unit ? [unit] : [unit, hand] };
  });
}

/** Whom a paper is for, as the lines of a count tell it. */
function firstOf(paper: Paper): readonly UnitId[] {
  return paper.kind === "ranking" ? firstRank(paper.ranking) : supportedBy(paper);
}

function supportBy(of: Support["of"], valid: readonly PaperGroup[]): Support {
  const papersFor = new Map<UnitId, number>();
  let all = 0;
  for (const { papers, paper } of valid) {
    all += papers;
    for (const nominee of of(paper)) papersFor.set(nominee, (papersFor.get(nominee) ?? 0) + papers);
  }
  return { of, papersFor, all };
}

/** Whether all papers that some unit may have cast are for one nominee, or are equal. */
function isLeftOneChoice(cast: readonly Cast[], valid: readonly PaperGroup[], support: Support): boolean {
  const slack = sum(cast.map(({ votes }) => votes)) - support.all;
  return cast.some(({ votes, barred }) => {
    const papers = barred.map((unit) => support.papersFor.get(unit) ?? 0);
    const says = votes > slack && papers.some((some) => some > 0) && !papers.includes(support.all);
    return says && isOneChoice(barred, valid, support);
  });
}

function isOneChoice(barred: readonly UnitId[], valid: readonly PaperGroup[], { of }: Support): boolean {
  let common: readonly UnitId[] | undefined;
  let left = 0;
  for (const { paper } of valid) {
    const supported = of(paper);
    if (barred.some((unit) => supported.includes(unit))) continue;
    const named = firstOf(paper);
    common = common === undefined ? named : common.filter((nominee) => named.includes(nominee));
    left += 1;
    if (left > 1 && common.length === 0) return false;
  }
  return left > 0;
}

/** Whether so many papers are for all of some nominees that somebody among the others must have cast one. */
function isLeftNoOther(cast: readonly Cast[], valid: readonly PaperGroup[], support: Support): boolean {
  const nominees = mayBeFull(cast, support);
  const piles = new Map<number, number>();
  for (const { papers, paper } of nominees.length > 0 ? valid : []) {
    const set = bitsOf(support.of(paper), nominees);
    piles.set(set, (piles.get(set) ?? 0) + papers);
  }
  const barred = cast.map((one) => ({ ...one, set: bitsOf(one.barred, nominees) }));
  return setsIn([...piles.keys()], nominees.length).some((set) => {
    const papers = sum([...piles].map(([pile, some]) => ((pile & set) === set ? some : 0)));
    const { others, fullest } = othersThan(set, barred);
    // More papers than the others have: then somebody ranked itself, and this says nothing.
    return papers < support.all && papers <= others && papers + fullest > others;
  });
}

/**
 * The nominees with enough papers, the most first: with any others, no set has as many papers as it would need. Where all
 * papers are for a unit, so is its own, and it did not keep to the terms.
 */
function mayBeFull(cast: readonly Cast[], { papersFor, all: papers }: Support): UnitId[] {
  const all = new Set(cast.flatMap(({ barred }) => barred));
  let left = [...papersFor.keys()].filter(
    (nominee) => all.has(nominee) && (papersFor.get(nominee) ?? 0) < papers,
  );
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const sets = new Set(left);
    const barred = cast.map((one) => ({ ...one, set: one.barred.some((unit) => sets.has(unit)) ? 1 : 0 }));
    const { others } = othersThan(1, barred);
    const { fullest } = othersThan(0, barred);
    left = left.filter((nominee) => (papersFor.get(nominee) ?? 0) + fullest > others);
  }
  return left.sort((a, b) => (papersFor.get(b) ?? 0) - (papersFor.get(a) ?? 0)).slice(0, togetherMax);
}

/** How many papers all have that may be for each of these nominees, and the most in one hand of theirs. */
function othersThan(set: number, cast: readonly (Cast & { readonly set: number })[]) {
  const hands = new Map<UnitId, number>();
  for (const { votes, hand, set: barred } of cast)
    if ((barred & set) === 0) hands.set(hand, (hands.get(hand) ?? 0) + votes);
  return { others: sum([...hands.values()]), fullest: Math.max(0, ...hands.values()) };
}

function bitsOf(units: readonly UnitId[], nominees: readonly UnitId[]): number {
  let bits = 0;
  for (const unit of units) {
    const at = nominees.indexOf(unit);
    if (at >= 0) bits |= 1 << at;
  }
  return bits;
}

/** What sets of nominees some piles have in common, and each nominee by itself. */
function setsIn(piles: readonly number[], size: number): number[] {
  const singles = Array.from({ length: size }, (_, at) => 1 << at);
  const found = new Set(singles);
  for (const pile of piles)
    for (const other of [pile, ...found]) {
      if ((pile & other) !== 0) found.add(pile & other);
      if (found.size * piles.length > lookedAtMax) return singles;
    }
  return [...found];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
