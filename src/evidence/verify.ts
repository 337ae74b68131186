import { check } from "../kernel/input.ts";
import { type Problem, thrownText } from "../kernel/problem.ts";
import type { Digest } from "./canonical.ts";
import { type ChainFinding, verifyChain } from "./chain.ts";
import { type Difference, differencesBetween } from "./differences.ts";
import { digestOfCertification, PublishedBallot, type Result, type SignOff } from "./published-ballot.ts";
import { digestOfHeader, digestOfTerms } from "./sealed-box.ts";
import { findingsOnPapers, type PaperFinding } from "./verify-papers.ts";

/** What the tellers sign: the header before the box is opened, or the result after the count. */
export type Signed = "header" | "certification";

/** What is wrong with a published ballot, as coded data. */
export type Finding =
  | { type: "RecordUnreadable"; data: { problems: readonly Problem[] } }
  | PaperFinding
  /** The ballot or the root is not the one that the verifier expects. */
  | { type: "AnotherBallot"; data: { expected: string; found: string } }
  | { type: "AnotherRoot"; data: { expected: Digest; found: Digest } }
  /** The terms, such as the method, are not those that were signed before the box was opened. */
  | { type: "TermsDiffer"; data: { expected: Digest; found: Digest } }
  | { type: "NotATeller"; data: { of: Signed; teller: string } }
  | { type: "SignedTwice"; data: { of: Signed; teller: string } }
  | { type: "SignatureInvalid"; data: { of: Signed; teller: string } }
  | { type: "TooFewSignatures"; data: { of: Signed; needed: number; valid: number } }
  /** The rule of the count cannot count the papers under these terms. */
  | { type: "NotCountable"; data: { reason: string } }
  | { type: "FiguresDiffer"; data: { differences: readonly Difference[] } }
  | { type: "OutcomeDiffers"; data: { differences: readonly Difference[] } }
  | ChainFinding
  /** The verifier got a log to check, but the record certifies none. */
  | { type: "LogNotCertified"; data: Record<never, never> };

/**
 * The record is right, or these findings say what is wrong. `recounted` is false where some or all papers are
 * deleted. Then only the tellers' signatures confirm figures and outcome.
 */
export type Verdict = { ok: true; recounted: boolean } | { ok: false; findings: Finding[] };

export type Verification = {
  /** The rule of the count. It may come from this library or from anybody else. */
  readonly count: (counted: { terms: unknown; facts: unknown; papers: readonly unknown[] }) => Result;
  /** Whether the teller signed the digest. The application has the keys and the scheme. */
  readonly isSigned: (signOff: SignOff, digest: Digest) => boolean;
  /** How many different tellers must sign. The default is 2. */
  readonly signaturesMin?: number;
  /** What the verifier knows from elsewhere, such as the minutes, a notice or a receipt. */
  readonly ballot?: string;
  readonly root?: Digest;
  /** The events of the ballot, if the verifier has them. They are checked against the certified log. */
  readonly events?: readonly unknown[];
};

/**
 * Checks the record of a published ballot of any system, by a rule of the count that the caller brings. For a ballot of
 * this library use `verifyBallot` of `thidua/ballot/verify`: it also knows what terms, facts and events mean.
 *
 * The papers must be those under the root that the tellers signed before they opened the box. The terms must be those
 * signed then. A recount must give the figures and the outcome, and the tellers must have signed these. It takes any
 * input and never throws.
 *
 * @example
 * verifyRecord({}, { count: () => ({ figures: {}, outcome: {} }), isSigned: () => true }).ok // false
 */
export function verifyRecord(input: unknown, verification: Verification): Verdict {
  const read = check(PublishedBallot, input);
  if (!read.ok)
    return { ok: false, findings: [{ type: "RecordUnreadable", data: { problems: read.problems } }] };
  try {
    return verdictOn(read.value, verification);
  } catch (error) {
    // Terms, facts, papers or result hold something that is not plain data.
    const problems = [{ field: "", rule: "plainData", value: thrownText(error) }];
    return { ok: false, findings: [{ type: "RecordUnreadable", data: { problems } }] };
  }
}

function verdictOn(record: PublishedBallot, verification: Verification): Verdict {
  const { header, headerSignOffs, certificationSignOffs } = record;
  const opened = record.papers.flatMap((paper) => ("salt" in paper ? [paper.paper] : []));
  const recounted = opened.length === record.papers.length;
  const findings = [
    ...notTheOneMeant(record, verification),
    ...findingsOnPapers(record),
    ...termsDiffer(record),
    ...signatures(record, verification, {
      of: "header",
      signOffs: headerSignOffs,
      digest: digestOfHeader(header),
    }),
    ...(recounted ? recount(record, opened, verification) : []),
    ...signatures(record, verification, {
      of: "certification",
      signOffs: certificationSignOffs,
      digest: digestOfCertification(record),
    }),
    ...logDiffers(record, verification),
  ];
  return findings.length === 0 ? { ok: true, recounted } : { ok: false, findings };
}

function notTheOneMeant({ header }: PublishedBallot, { ballot, root }: Verification): Finding[] {
  const findings: Finding[] = [];
  if (ballot !== undefined && ballot !== header.ballot)
    findings.push({ type: "AnotherBallot", data: { expected: ballot, found: header.ballot } });
  if (root !== undefined && root !== header.root)
    findings.push({ type: "AnotherRoot", data: { expected: root, found: header.root } });
  return findings;
}

function termsDiffer({ header, terms }: PublishedBallot): Finding[] {
  const found = digestOfTerms(terms);
  return found === header.terms ? [] : [{ type: "TermsDiffer", data: { expected: header.terms, found } }];
}

function signatures(
  { header }: PublishedBallot,
  { isSigned, signaturesMin = 2 }: Verification,
  { of, signOffs, digest }: { of: Signed; signOffs: readonly SignOff[]; digest: Digest },
): Finding[] {
  const findings: Finding[] = [];
  const valid = new Set<string>();
  for (const signOff of signOffs) {
    const { teller } = signOff;
    if (!header.tellers.includes(teller)) findings.push({ type: "NotATeller", data: { of, teller } });
    else if (!isSigned(signOff, digest)) findings.push({ type: "SignatureInvalid", data: { of, teller } });
    else if (valid.has(teller)) findings.push({ type: "SignedTwice", data: { of, teller } });
    else valid.add(teller);
  }
  if (valid.size < signaturesMin)
    findings.push({ type: "TooFewSignatures", data: { of, needed: signaturesMin, valid: valid.size } });
  return findings;
}

function recount(
  { terms, facts, result }: PublishedBallot,
  papers: readonly unknown[],
  { count }: Verification,
): Finding[] {
  const counted = outcomeOf(() => count({ terms, facts, papers }));
  if ("reason" in counted) return [{ type: "NotCountable", data: counted }];
  const findings: Finding[] = [];
  const figures = differencesBetween(result.figures, counted.figures);
  if (figures.length > 0) findings.push({ type: "FiguresDiffer", data: { differences: figures } });
  const outcome = differencesBetween(result.outcome, counted.outcome);
  if (outcome.length > 0) findings.push({ type: "OutcomeDiffers", data: { differences: outcome } });
  return findings;
}

function logDiffers({ log }: PublishedBallot, { events }: Verification): Finding[] {
  if (events === undefined) return [];
  if (log === undefined) return [{ type: "LogNotCertified", data: {} }];
  const finding = verifyChain(events, log);
  return finding ? [finding] : [];
}

/** A rule may throw for papers that it cannot count. Then that is a finding, and the verification goes on. */
function outcomeOf(count: () => Result): Result | { reason: string } {
  try {
    return count();
  } catch (error) {
    return { reason: String(error).slice(0, 500) };
  }
}
