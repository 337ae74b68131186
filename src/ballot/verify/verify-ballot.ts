import { PublishedBallot } from "../../evidence/published-ballot.ts";
import { type Verification, verifyRecord } from "../../evidence/verify.ts";
import { check } from "../../kernel/input.ts";
import { thrownText } from "../../kernel/problem.ts";
import { CountFacts, recountPublished } from "../publish.ts";
import { Terms } from "../terms.ts";
import { againstLog } from "./against-log.ts";
import { factsOf } from "./attendance.ts";
import { figuresWithout, objectionsToSigners, objectionsToTerms } from "./facts.ts";
import type { BallotFinding, Unchecked } from "./findings.ts";
import { againstBefore, type LogFinding, retrace } from "./retrace.ts";

export type BallotVerdict =
  | { ok: true; recounted: boolean; unchecked: Unchecked[] }
  | { ok: false; findings: BallotFinding[] };

export type BallotVerification = Omit<Verification, "count">;

/**
 * Checks a published ballot of this library, and trusts nobody. The papers must be those under the root that the
 * tellers signed. Terms must be such that a ballot is opened on them, and the signatures those of its tellers. The
 * ballot's own rules count the papers again and climb the ladder again, step by step.
 *
 * With the log (`events`), every event is decided again (see `verifyLog`), and the record must say what the log says:
 * terms, roll, papers, seal, ties, figures, outcome and signatories. Pass the events as they were chained, with or
 * without envelopes, up to the head that the record certifies. A log that goes on to undo the result, such as by an
 * annulment, is named.
 *
 * Where papers are deleted, what is left is still checked: see `Unchecked`. Each figure must lie between that of the
 * papers at hand and as many more as papers are deleted; the lines must be a tally of the nominees; the outcome must
 * follow from the figures, where the method needs only these, and share out the seats among the nominees in any case; and
 * with the log, the papers at hand must be among those of the log, which are counted again.
 *
 * Findings are data: each names what contradicts what. It takes any input and never throws.
 *
 * @example
 * verifyBallot({}, { isSigned: () => true }).ok // false
 */
export function verifyBallot(input: unknown, verification: BallotVerification): BallotVerdict {
  const { events } = verification;
  const generic = verifyRecord(input, { ...verification, count: recountPublished });
  const findings: BallotFinding[] = generic.ok ? [] : [...generic.findings];
  const unchecked: Unchecked[] = events === undefined ? ["log"] : [];
  const record = check(PublishedBallot, input);
  if (record.ok) {
    const own = attempted(() => findingsOn(record.value, events));
    findings.push(...own.findings);
    unchecked.unshift(...own.unchecked);
  }
  if (findings.length > 0 || !generic.ok) return { ok: false, findings };
  return { ok: true, recounted: generic.recounted, unchecked };
}

export type LogVerdict = { ok: true } | { ok: false; findings: LogFinding[] };

/**
 * Checks the log of a ballot of any form alone, with or without envelopes: a secret ballot, a show of hands, a
 * roll-call, a consensus. Each event is decided again, in the state that the events before it give. So a log says yes
 * only where the ballot itself would have recorded the same: quorum, discrepancies, figures, every step of a tie in
 * its order, and every certificate are worked out anew.
 *
 * With the log of the ballot before (`before`), a repeat of a ballot that was never annulled is found, too.
 *
 * It takes any input and never throws. What people gave cannot be worked out: papers, tallies, days, the values of a lot. Whether they are those that were
 * given, the seal and the signatures say: see `verifyBallot`.
 *
 * @example
 * verifyLog([{ type: "BoxClosed", data: { issued: 8, deposited: 8 } }]).ok // false
 */
export function verifyLog(events: unknown, { before }: { before?: readonly unknown[] } = {}): LogVerdict {
  const findings = [...retrace(events), ...(before ? againstBefore(events, before) : [])];
  return findings.length === 0 ? { ok: true } : { ok: false, findings };
}

type Own = { findings: BallotFinding[]; unchecked: Unchecked[] };

function findingsOn(record: PublishedBallot, events: readonly unknown[] | undefined): Own {
  const terms = check(Terms, record.terms);
  const facts = check(CountFacts, record.facts);
  if (!terms.ok || !facts.ok) {
    const problems = [terms, facts].flatMap((read) => (read.ok ? [] : read.problems));
    return { findings: [{ type: "RecordUnreadable", data: { problems } }], unchecked: [] };
  }
  const known = { record, terms: terms.value, facts: facts.value };
  const log = events === undefined ? [] : [...retrace(events), ...againstLog(known, events)];
  const [objection] = objectionsToTerms(known);
  // By such terms nothing is counted, and no roll is right or wrong.
  if (objection) return { findings: [objection, ...log], unchecked: [] };
  const left = figuresWithout(known);
  const isCountedInLog = events !== undefined;
  return {
    findings: [...objectionsToSigners(known), ...factsOf(known), ...left.findings, ...log],
    unchecked: left.unchecked.filter((what) => what !== "outcome" || !isCountedInLog),
  };
}

/** Papers of another method cannot be counted. Input that is no plain data may throw anywhere. */
function attempted(find: () => Own): Own {
  try {
    return find();
  } catch (error) {
    if (error instanceof RangeError)
      return {
        findings: [{ type: "NotCountable", data: { reason: String(error).slice(0, 500) } }],
        unchecked: [],
      };
    const problems = [{ field: "", rule: "plainData", value: thrownText(error) }];
    return { findings: [{ type: "RecordUnreadable", data: { problems } }], unchecked: [] };
  }
}
