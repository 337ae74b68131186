import * as z from "zod/mini";
import { differencesBetween } from "../../evidence/differences.ts";
import { check } from "../../kernel/input.ts";
import { list } from "../../kernel/list.ts";
import { canonicalPapers } from "../canonical-paper.ts";
import { invalidReasonsIn, recordOf, tallyOf } from "../count.ts";
import { result } from "../fields.ts";
import { ruleOf } from "../method-to-rule.ts";
import { objectionToTerms } from "../opening.ts";
import { outcomeFrom } from "../outcome.ts";
import { figuresOfVotes, seatOverBar } from "../over-bar.ts";
import { PaperRead } from "../paper.ts";
import { type CountFacts, rollOf } from "../publish.ts";
import { objectionToTally } from "../reconciliation.ts";
import { type BaseTaken, Figures, Outcome, type Tally, VoteLine } from "../result.ts";
import { namesOf } from "../signatures.ts";
import { isWithheld } from "../small-cells.ts";
import type { Terms } from "../terms.ts";
import { climb } from "../tie-replay.ts";
import { forOneself } from "./attendance.ts";
import type { BallotFinding, Known, Unchecked } from "./findings.ts";

export function objectionsToTerms({ terms }: Known): BallotFinding[] {
  const rejection = objectionToTerms(terms);
  return rejection ? [{ type: "TermsImpossible", data: { rejection } }] : [];
}

/** The header names the tellers of the terms, and their head has signed. */
export function objectionsToSigners({ record, terms }: Known): BallotFinding[] {
  const named = namesOf(terms.tellers);
  const signing = record.header.tellers;
  const isSame = signing.length === named.length && named.every((name) => signing.includes(name));
  if (!isSame) return [{ type: "TellersDiffer", data: { terms: named, record: [...signing] } }];
  return (["header", "certification"] as const)
    .filter((of) => !hasSigned(record, of, terms.tellers.head.name))
    .map((of) => ({ type: "SignatureMissing", data: { of, teller: terms.tellers.head.name } }));
}

/** Whether the record has a signature of this teller. Whether it is a true one is asked elsewhere. */
export function hasSigned(
  { headerSignOffs, certificationSignOffs }: Known["record"],
  of: "header" | "certification",
  teller: string,
): boolean {
  const signOffs = of === "header" ? headerSignOffs : certificationSignOffs;
  return signOffs.some((signOff) => signOff.teller === teller);
}

const PublishedResult = z.strictObject({
  figures: z.strictObject({
    ...Figures.shape,
    base: result.base,
    invalidReasons: result.invalidReasons,
    /** None where the terms withhold them. */
    lines: list(VoteLine, { max: 200 }),
    secrecyImpossible: result.secrecyImpossible,
    withheld: result.withheld,
    equalFirst: result.equalFirst,
    rounds: result.rounds,
    deciding: result.deciding,
    seatBySeat: result.seatBySeat,
    committeeScore: result.committeeScore,
  }),
  outcome: z.strictObject({ counted: Outcome, certified: Outcome }),
});

type PublishedFigures = z.infer<typeof PublishedResult>["figures"];

/**
 * What can be said of figures and outcome where papers are deleted, and what cannot. Nothing is said here of a record
 * with all its papers, which is counted again.
 */
export function figuresWithout(known: Known): { findings: BallotFinding[]; unchecked: Unchecked[] } {
  const { record, terms, facts } = known;
  const opened = record.papers.flatMap((paper) => ("salt" in paper ? [paper.paper] : []));
  const deleted = record.papers.length - opened.length;
  if (deleted === 0) return { findings: [], unchecked: [] };
  const published = check(PublishedResult, record.result);
  if (!published.ok)
    return {
      findings: [{ type: "RecordUnreadable", data: { problems: published.problems } }],
      unchecked: [],
    };
  const { figures, outcome } = published.value;
  const { valid, invalid, blank, withheld } = figures;
  const tally = { valid, invalid, blank, lines: figures.lines.map(({ noOpinion: _, ...line }) => line) };
  const due = recordOf({ terms, roll: rollOf(facts) }, tally);
  const isWhole = ruleOf(terms.method).inFavour && !withheld;
  const read = check(list(PaperRead, { max: 100_000 }), opened);
  return {
    findings: [
      ...figuresDiffer(known, figures, due),
      ...(withheld ? [] : impossibleTally(terms, tally, due.figures.issued)),
      ...forOneself({ terms, roll: rollOf(facts) }, tally),
      ...(read.ok ? outOfBounds(terms, { tally, figures, opened: read.value, deleted }) : []),
      ...outcomeDiffers(
        outcome.counted,
        isWhole ? outcomeOfLines(terms, due) : sharedBy(terms, outcome.counted),
      ),
      ...ladderDiffers(terms, facts, outcome),
    ],
    unchecked: isWhole ? ["papers"] : ["papers", "outcome"],
  };
}

/** Figures that do not follow from the roll, the number of papers and each other. */
function figuresDiffer(
  { record, terms }: Known,
  figures: PublishedFigures,
  due: ReturnType<typeof recordOf>,
): BallotFinding[] {
  const {
    lines,
    base,
    secrecyImpossible,
    withheld,
    equalFirst: _,
    rounds: __,
    deciding: ___,
    seatBySeat: ____,
    committeeScore: _____,
    ...rest
  } = figures;
  const { invalidReasons = [], ...counts } = rest;
  const returned = counts.valid + counts.invalid;
  const withReason = invalidReasons.reduce((sum, { papers }) => sum + papers, 0);
  const blankInvalid = terms.procedure.blankPapers === "invalid" ? counts.blank : 0;
  const differences = differencesBetween(
    { figures: counts, base, lines, returned, withReason, withheld: withheld === true, secrecyImpossible },
    {
      ...due,
      returned: record.papers.length,
      withReason: counts.invalid - blankInvalid,
      // Where the votes are withheld, only the papers show whether they had to be.
      withheld: withheld ? terms.procedure.smallCells === "withhold" : isWithheld(terms, secrecyImpossible),
      secrecyImpossible: withheld ? [] : secrecyImpossible,
    },
  );
  return differences.length > 0 ? [{ type: "FiguresDiffer", data: { differences } }] : [];
}

/** Lines that no teller can have counted, whatever the deleted papers said. */
function impossibleTally(terms: Terms, tally: Tally, issued: number): BallotFinding[] {
  const answer = objectionToTally(terms, tally, issued);
  return answer ? [{ type: "FactsImpossible", data: { answer } }] : [];
}

/** Each figure is at least that of the papers at hand, and at most so much more as papers are deleted. */
function outOfBounds(
  terms: Terms,
  {
    tally,
    figures: { withheld, invalidReasons = [] },
    opened,
    deleted,
  }: { tally: Tally; figures: PublishedFigures; opened: readonly PaperRead[]; deleted: number },
): BallotFinding[] {
  const groups = opened.map((paper) => ({ papers: 1, paper }));
  const atHand = canonicalPapers(terms, groups);
  const least = tallyOf(terms, atHand);
  const pairs = [
    ...(invalidReasonsIn(atHand).invalidReasons ?? []).map(({ reason, papers }) => {
      const said = invalidReasons.find((one) => one.reason === reason)?.papers ?? 0;
      return [`invalidReasons.${reason}`, said, papers] as const;
    }),
    ...(["valid", "invalid", "blank"] as const).map((name) => [name, tally[name], least[name]] as const),
    ...(withheld ? [] : least.lines).flatMap(({ nominee, ...line }, at) => {
      const said = tally.lines[at];
      return (["for", "against"] as const).map(
        (name) => [`lines.${at}.${name}`, said?.nominee === nominee ? said[name] : -1, line[name]] as const,
      );
    }),
  ];
  const differences = pairs
    .filter(([, said, from]) => said < from || said > from + deleted)
    .map(([path, said, from]) => ({ path, published: `${said}`, recounted: `${from} to ${from + deleted}` }));
  return differences.length > 0 ? [{ type: "FiguresDiffer", data: { differences } }] : [];
}

function outcomeDiffers(said: Outcome, due: Outcome): BallotFinding[] {
  const differences = differencesBetween({ counted: said }, { counted: due });
  return differences.length > 0 ? [{ type: "OutcomeDiffers", data: { differences } }] : [];
}

/** The outcome of a method that counts papers in favour follows from its lines. A nominee without a vote gets no seat. */
function outcomeOfLines(
  { seats, voting }: Terms,
  { base, lines }: { base: BaseTaken; lines: readonly VoteLine[] },
): Outcome {
  const voted = figuresOfVotes(lines.filter((line) => line.for > 0));
  const seating = seatOverBar(voted, { bar: voting.threshold, base: base.figure, seats });
  const without = lines.filter((line) => line.for === 0).map(({ nominee }) => nominee);
  return outcomeFrom({ ...seating, notElected: [...seating.notElected, ...without] });
}

/** What is said of each nominee, and nothing of anybody else: each has one place, and together they have the seats. */
function sharedBy({ nominees, seats }: Terms, { elected, undecided }: Outcome): Outcome {
  const named = (units: readonly string[]) => nominees.filter((unit) => units.includes(unit));
  const first = named(elected);
  const tied = named(undecided?.tied ?? []).filter((unit) => !first.includes(unit));
  const isTie = undecided !== undefined && tied.length > undecided.seats;
  return outcomeFrom({
    elected: first,
    notElected: nominees.filter((unit) => !first.includes(unit) && !(isTie && tied.includes(unit))),
    ...(isTie && {
      undecided: {
        ...{ tied, seats: undecided.seats, unlisted: undecided.unlisted },
        completions: undecided.completions?.filter(
          (names) => names.length === undecided.seats && names.every((unit) => tied.includes(unit)),
        ),
      },
    }),
    vacant: seats - first.length - (isTie ? undecided.seats : 0),
  });
}

function ladderDiffers(
  terms: Terms,
  { ties }: CountFacts,
  { counted, certified }: { counted: Outcome; certified: Outcome },
): BallotFinding[] {
  try {
    const differences = differencesBetween({ certified }, { certified: climb(terms, counted, ties) });
    return differences.length > 0 ? [{ type: "OutcomeDiffers", data: { differences } }] : [];
  } catch (error) {
    if (error instanceof RangeError) return [{ type: "NotCountable", data: { reason: String(error) } }];
    throw error;
  }
}
