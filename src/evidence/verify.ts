import { check, type Problem } from "../kernel/input.ts";
import type { Digest } from "./canonical.ts";
import { type ChainFinding, verifyChain } from "./chain.ts";
import { type Difference, differencesBetween } from "./differences.ts";
import { digestOfCertification, PublishedBallot, type Result, type SignOff } from "./published-ballot.ts";
import { digestOfHeader, digestOfTerms } from "./sealed-box.ts";
import { findingsOnPapers, type PaperFinding } from "./verify-papers.ts";

/** What a digest is signed for: the header before the box was opened, or the result after the count. */
export type Signed = "header" | "certification";

/** What is wrong with a published ballot, as coded data. */
export type Finding =
  | { type: "RecordUnreadable"; data: { problems: readonly Problem[] } }
  | PaperFinding
  /** Not the ballot, or not the box, that the verifier was told of otherwise. */
  | { type: "AnotherBallot"; data: { expected: string; found: string } }
  | { type: "AnotherRoot"; data: { expected: Digest; found: Digest } }
  /** Not the terms, such as the method, that were signed before the box was opened. */
  | { type: "TermsDiffer"; data: { expected: Digest; found: Digest } }
  | { type: "NotATeller"; data: { of: Signed; teller: string } }
  | { type: "SignedTwice"; data: { of: Signed; teller: string } }
  | { type: "SignatureInvalid"; data: { of: Signed; teller: string } }
  | { type: "TooFewSignatures"; data: { of: Signed; needed: number; valid: number } }
  /** The rule of the count can make nothing of the papers under these terms. */
  | { type: "NotCountable"; data: { reason: string } }
  | { type: "FiguresDiffer"; data: { differences: readonly Difference[] } }
  | { type: "OutcomeDiffers"; data: { differences: readonly Difference[] } }
  | ChainFinding
  /** A log was given to be checked, and none was certified. */
  | { type: "LogNotCertified"; data: Record<never, never> };

/**
 * Yes, or all that is wrong. `recounted` is false where papers were shredded, in whole or in part: then the tellers'
 * signatures vouch for figures and outcome, and no count does.
 */
export type Verdict = { ok: true; recounted: boolean } | { ok: false; findings: Finding[] };

export type Verification = {
  /** The rule of the count, which the library of the ballot supplies, or anybody else. */
  readonly count: (counted: { terms: unknown; facts: unknown; papers: readonly unknown[] }) => Result;
  /** Whether a signature is the teller's over the digest. Keys and schemes are the application's. */
  readonly isSigned: (signOff: SignOff, digest: Digest) => boolean;
  /** How many different tellers must have signed; 2 unless told. */
  readonly signaturesMin?: number;
  /** What is known from elsewhere, such as from the minutes, a notice or a receipt. */
  readonly ballot?: string;
  readonly root?: Digest;
  /** The events of the ballot, for whoever has them: they are held against the log that was certified. */
  readonly events?: readonly unknown[];
};

/**
 * Checks a published ballot with nothing but the record: that the papers are those under the root that the tellers
 * signed before they opened the box, that they are counted by the terms signed then, that they come to the figures
 * and the outcome, and that the tellers signed these. Takes any input and never throws.
 *
 * @example
 * verifyBallot({}, { count: () => ({ figures: {}, outcome: {} }), isSigned: () => true }).ok // false
 */
export function verifyBallot(input: unknown, verification: Verification): Verdict {
  const read = check(PublishedBallot, input);
  if (!read.ok)
    return { ok: false, findings: [{ type: "RecordUnreadable", data: { problems: read.problems } }] };
  try {
    return verdictOn(read.value, verification);
  } catch (error) {
    // What may be any data holds something that is not plain data.
    const problems = [{ field: "", rule: "plainData", value: String(error).slice(0, 80) }];
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

/** A rule that is given what it cannot count may throw: that is a finding, and no end of the verification. */
function outcomeOf(count: () => Result): Result | { reason: string } {
  try {
    return count();
  } catch (error) {
    return { reason: String(error).slice(0, 500) };
  }
}
