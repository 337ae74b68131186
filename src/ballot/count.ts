import type { Count } from "../counting/rule.ts";
import type { CountStep } from "../counting/steps/count-step.ts";
import { votesNeeded } from "../vocabulary/bar.ts";
import { type CanonicalPapers, equalFirstIn } from "./canonical-paper.ts";
import { type Decided, decidedBy } from "./deciding.ts";
import type { InvalidReasons } from "./fields.ts";
import { type Poll, ruleOf } from "./method-to-rule.ts";
import { tellOpinions } from "./opinion.ts";
import { outcomeFrom, type Seating } from "./outcome.ts";
import { figuresOfVotes, seatOverBar, stepsOverBar } from "./over-bar.ts";
import type { PaperGroup } from "./paper.ts";
import type {
  BaseTaken,
  CountRound,
  EqualFirst,
  Figures,
  Outcome,
  SecrecyImpossible,
  Tally,
  TallyLine,
  VoteLine,
} from "./result.ts";
import { eligibleCount, type Roll, rollCount } from "./roll.ts";
import { recordedRounds } from "./rounds.ts";
import { isWithheld, secrecyImpossibleFor } from "./small-cells.ts";
import type { Terms } from "./terms.ts";
import { amongVotedFor } from "./voted-for.ts";

type Registered = { terms: Terms; roll: Roll };
type Counted = {
  figures: Figures;
  base: BaseTaken;
  invalidReasons?: InvalidReasons;
  lines: VoteLine[];
  secrecyImpossible: SecrecyImpossible[];
  withheld?: true;
  equalFirst?: EqualFirst;
  rounds?: CountRound[];
  outcome: Outcome;
} & Decided;

/**
 * What tellers count by hand: valid, invalid and blank papers, and the votes for and against each nominee.
 *
 * @param papers in canonical form, as `canonicalPapers` makes them from raw papers
 */
export function tallyOf({ nominees, procedure }: Terms, papers: CanonicalPapers): Tally {
  const papersOf = (kind: "blank" | "invalid") => sum(papers.filter(({ paper }) => paper.kind === kind));
  const [blank, returned] = [papersOf("blank"), sum(papers)];
  const invalid = papersOf("invalid") + (procedure.blankPapers === "invalid" ? blank : 0);
  return { valid: returned - invalid, invalid, blank, lines: linesOf(nominees, papers) };
}

/** The lines of all nominees in one pass over the papers, of which there may be 100,000. */
function linesOf(nominees: readonly string[], papers: readonly PaperGroup[]): TallyLine[] {
  const lines = new Map(nominees.map((nominee) => [nominee, { nominee, for: 0, against: 0, points: 0 }]));
  for (const { papers: count, paper } of papers)
    tellOpinions(paper, (nominee, opinion, points) => {
      const line = lines.get(nominee);
      if (line === undefined) return;
      line[opinion] += count;
      line.points += count * points;
    });
  const isScored = papers.some(({ paper }) => paper.kind === "scores");
  return [...lines.values()].map(({ points, ...line }) => ({ ...line, ...(isScored && { points }) }));
}

/**
 * The result of papers or calls: figures, the base and its bar, a line for each nominee, and the outcome by the
 * ballot's own method.
 *
 * @param papers in canonical form, as `canonicalPapers` makes them from raw papers
 */
export function countPapers(registered: Registered, papers: CanonicalPapers): Counted {
  const { method, voting } = registered.terms;
  const counted = recordOf(registered, tallyOf(registered.terms, papers));
  const poll = pollOf(registered.terms, papers, counted.base);
  const rule = ruleOf(method);
  const count = amongVotedFor(rule.count(poll), poll.papers);
  const equalFirst = equalFirstIn(registered.terms, papers);
  const secrecyImpossible =
    voting.form === "secret" ? secrecyImpossibleFor(registered, poll.papers, stillIn(count)) : [];
  // Where a vote can be known, rounds and other figures would say more of it than the lines do. They say nothing of a marked paper.
  const isOpen = secrecyImpossible.some((one) => one !== "signatures");
  const rounds = rule.hasRounds && !isOpen ? recordedRounds(count) : undefined;
  return {
    ...counted,
    ...invalidReasonsIn(papers),
    secrecyImpossible,
    ...(isWithheld(registered.terms, secrecyImpossible) && { withheld: true }),
    ...(equalFirst && { equalFirst }),
    ...(rounds && { rounds }),
    ...(!isOpen && decidedBy(method.kind, count)),
    outcome: outcomeFrom(seatingOf(registered.terms, count)),
  };
}

/** How many papers are invalid for each reason; equal ones stand together already. */
export function invalidReasonsIn(papers: CanonicalPapers): Pick<Counted, "invalidReasons"> {
  const invalidReasons = papers.flatMap(({ papers: count, paper }) =>
    paper.kind === "invalid" ? [{ reason: paper.reason, papers: count }] : [],
  );
  return invalidReasons.length > 0 ? { invalidReasons } : {};
}

/** The nominees with votes in each round. */
function stillIn({ rounds }: Count): string[][] {
  return rounds.map(({ figures }) =>
    figures.filter(({ votes }) => votes.numerator > 0n).map(({ nominee }) => nominee),
  );
}

/** What the rule of the ballot counts: the valid papers, and the bar over its base. */
function pollOf(terms: Terms, papers: CanonicalPapers, base: BaseTaken): Poll {
  const { nominees, seats, voting, procedure } = terms;
  const valid = papers.filter((group) => isValid(terms, group));
  const splitsFirst = procedure.equalFirst === "counted";
  return { nominees, seats, papers: valid, bar: voting.threshold, base: base.figure, splitsFirst };
}

/** The steps of the count of papers or calls. */
export function stepsOfPapers(registered: Registered, papers: CanonicalPapers): CountStep[] {
  const { base } = recordOf(registered, tallyOf(registered.terms, papers));
  const poll = pollOf(registered.terms, papers, base);
  return [...amongVotedFor(ruleOf(registered.terms.method).count(poll), poll.papers).explanation];
}

/** The steps of the count of hands, from the lines that were counted. */
export function stepsOfHands(
  { seats, voting }: Terms,
  { lines, base }: Pick<Counted, "lines" | "base">,
): CountStep[] {
  return stepsOverBar(figuresOfVotes(lines), { bar: voting.threshold, base: base.figure, seats });
}

/** What is left open is open only for those who may be elected together. */
function seatingOf(terms: Terms, count: Count): Seating {
  const { outcome, committees, isAnyOfTied, explanation } = count;
  const { elected, undecided } = outcome;
  if (undecided === undefined) return outcome;
  const completions = committees?.map((names) => names.filter((name) => !elected.includes(name)));
  const isKnown =
    committees !== undefined || isAnyOfTied || undecided.seats < 2 || ruleOf(terms.method).byFigures;
  const unlisted = explanation.some(isCutOff)
    ? "notFollowed"
    : (count.unlisted ?? (isKnown ? undefined : "notFollowed"));
  return { ...outcome, undecided: { ...undecided, completions, unlisted } };
}

/** A count that did not follow all branches of its ties may name units as tied that no branch elects. */
const isCutOff = ({ type }: CountStep) => type === "BranchUnexplored";

/** The result of hands: there are no papers, and the tally is all that there is. */
export function countHands(registered: Registered, tally: Tally): Counted {
  const { seats, voting } = registered.terms;
  const counted = recordOf(registered, tally);
  const bar = { bar: voting.threshold, base: counted.base.figure, seats };
  const seating = seatOverBar(figuresOfVotes(tally.lines), bar);
  return { ...counted, secrecyImpossible: [], outcome: outcomeFrom(seating) };
}

/** The figures of the record of the count. Without papers, a unit's hand or call stands for its paper. */
export function recordOf(registered: Registered, { valid, invalid, blank, lines }: Tally) {
  const { terms } = registered;
  const roll = rollCount(registered);
  const issued = terms.voting.form === "secret" ? roll.issued : roll.present + roll.consulted;
  const figures: Figures = { ...roll, issued, returned: valid + invalid, valid, invalid, blank };
  return {
    figures,
    base: baseOf(terms, figures),
    lines: lines.map((line): VoteLine => ({ ...line, noOpinion: valid - line.for - line.against })),
  };
}

function baseOf(terms: Terms, figures: Figures): BaseTaken {
  const { base } = terms.voting.threshold;
  const figure = {
    allEligible: eligibleCount(terms),
    present: figures.present,
    presentOrConsulted: figures.present + figures.consulted,
    papersIssued: figures.issued,
    papersReturned: figures.returned,
    validPapers: figures.valid,
  }[base];
  const needed = votesNeeded(terms.voting.threshold, figure);
  return { of: base, figure, ...(needed !== undefined && { votesNeeded: needed }) };
}

function isValid({ procedure }: Terms, { paper }: PaperGroup): boolean {
  return paper.kind !== "invalid" && (paper.kind !== "blank" || procedure.blankPapers === "valid");
}

const sum = (groups: readonly { papers: number }[]) =>
  groups.reduce((total, { papers }) => total + papers, 0);
