import { differencesBetween } from "../../evidence/differences.ts";
import { check } from "../../kernel/input.ts";
import { list } from "../../kernel/list.ts";
import { ballot } from "../ballot.ts";
import { canonicalPapers, keyOf } from "../canonical-paper.ts";
import type { BallotEvent } from "../messages.ts";
import { type PaperGroup, PaperRead } from "../paper.ts";
import { holds, type PublishedCount, publishedCount } from "../publish.ts";
import { hasSigned } from "./facts.ts";
import type { BallotFinding, Known, PartOfRecord, RecordFinding } from "./findings.ts";
import { eventsOf } from "./retrace.ts";

/** What the record says otherwise than the log. Nothing is compared with a log that the ballot cannot have. */
export function againstLog(known: Known, log: unknown): BallotFinding[] {
  const events = eventsOf(log);
  if (events === undefined) return [];
  const published = countIn(events);
  if ("type" in published) return [published];
  const { record } = known;
  const { figures, outcome } = record.result;
  return [
    ...otherwise("terms", record.terms, published.terms),
    ...otherwise("facts", record.facts, published.facts),
    ...otherwise("figures", figures, published.result.figures),
    ...otherwise("outcome", outcome, published.result.outcome),
    ...papersOtherwise(known, events),
    ...sealOtherwise(known, events),
    ...unsigned(known, events, "certification"),
  ];
}

function countIn(events: readonly BallotEvent[]): PublishedCount | RecordFinding {
  const notInLog = { type: "CountNotInLog", data: {} } as const;
  try {
    return publishedCount(events) ?? undone(events) ?? notInLog;
  } catch {
    // The log is impossible, and `retrace` says where.
    return notInLog;
  }
}

/** What undid the last record, where the log has one that no longer holds. */
function undone(events: readonly BallotEvent[]): RecordFinding | undefined {
  const last = events.findLastIndex(({ type }) => type === "BallotCertified") + 1;
  let state = ballot.fold(events.slice(0, last));
  let undoing: RecordFinding | undefined;
  for (const [at, event] of events.slice(last).entries()) {
    const next = ballot.evolve(state, event);
    if (holds(state) && !holds(next))
      undoing = { type: "ResultUndone", data: { event: last + at + 1, name: event.type } };
    state = next;
  }
  return undoing;
}

function otherwise(of: PartOfRecord, record: unknown, log: unknown): RecordFinding[] {
  const differences = differencesBetween(record, log);
  return differences.length > 0 ? [{ type: "LogSaysOtherwise", data: { of, differences } }] : [];
}

/** The papers at hand are those of the last reading that was counted; where some are deleted, they are among them. */
function papersOtherwise({ record, terms }: Known, events: readonly BallotEvent[]): BallotFinding[] {
  const reading = events.findLast((event) => event.type === "BoxOpened" || event.type === "PapersRecounted");
  const inLog = reading && "papers" in reading.data ? reading.data.papers : [];
  const opened = record.papers.flatMap((paper) => ("salt" in paper ? [paper.paper] : []));
  const read = check(list(PaperRead, { max: 100_000 }), opened);
  if (!read.ok) return [{ type: "RecordUnreadable", data: { problems: read.problems } }];
  const groups = read.value.map((paper) => ({ papers: 1, paper }));
  const [log, own] = [byKey(inLog), byKey(canonicalPapers(terms, groups))];
  const isWhole = opened.length === record.papers.length;
  const differences = [...new Set([...log.keys(), ...own.keys()])].flatMap((key) => {
    const [published, recounted] = [own.get(key) ?? 0, log.get(key) ?? 0];
    const isRight = isWhole ? published === recounted : published <= recounted;
    return isRight ? [] : [{ path: key, published: `${published}`, recounted: `${recounted}` }];
  });
  return differences.length > 0 ? [{ type: "LogSaysOtherwise", data: { of: "papers", differences } }] : [];
}

function byKey(groups: readonly PaperGroup[]): Map<string, number> {
  return new Map(groups.map(({ papers, paper }) => [keyOf(paper), papers]));
}

/** The seal of the log comes before the opening, and is that of the record. */
function sealOtherwise(known: Known, events: readonly BallotEvent[]): RecordFinding[] {
  const opening = events.findIndex(({ type }) => type === "BoxOpened");
  const seal = events.find((event, at) => event.type === "BoxSealed" && at < opening);
  if (seal?.type !== "BoxSealed") return [{ type: "SealNotInLog", data: {} }];
  const { sealed, root } = seal.data;
  const { header } = known.record;
  return [
    ...otherwise("seal", { sealed: header.count, root: header.root }, { sealed, root }),
    ...unsigned(known, events, "header"),
  ];
}

/** Whoever signed by the log has signed in the record. Others may have signed later. */
function unsigned(
  { record, terms }: Known,
  events: readonly BallotEvent[],
  of: "header" | "certification",
): RecordFinding[] {
  const type = of === "header" ? "BoxSealed" : "BallotCertified";
  const signing = events.findLast((event) => event.type === type);
  const signatories = signing && "signatories" in signing.data ? signing.data.signatories : [];
  return [...new Set(signatories)]
    .filter((teller) => teller !== terms.tellers.head.name && !hasSigned(record, of, teller))
    .map((teller) => ({ type: "SignatureMissing", data: { of, teller } }));
}
