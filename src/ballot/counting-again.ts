import type { Begun } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CanonicalPapers } from "./canonical-paper.ts";
import { pending, remedied } from "./challenges.ts";
import { followsFrom } from "./kept-steps.ts";
import type { BallotEvent, BallotRejection } from "./messages.ts";
import type { PaperGroup } from "./paper.ts";
import { papersIn, papersInCommon } from "./reconciliation.ts";
import { type Ballot, courseOf, type EventData, statusOf } from "./state.ts";
import type { MethodKind, Terms } from "./terms.ts";

// Counting again. A result that is found again is confirmed, and so is the record of it; all else is a new result.

/** What a ballot keeps while its votes are counted again: its course, and the result that there was before. */
export function countedAgain(state: Begun<Ballot>) {
  const before = beforeOf(state);
  return { ...courseOf(state), challenges: remedied(state), ...(before && { before }) };
}

function beforeOf(state: Begun<Ballot>) {
  if (state.status !== "undecided" && state.status !== "decided" && state.status !== "certified")
    return state.before;
  const { count, counted, outcome, ladder, voting } = state;
  const result = {
    ...(count && { count }),
    ...{ counted, outcome, ladder },
    ...(voting.form === "secret" && { papers: voting.papers }),
    isChallenged: isChallenged(state),
  };
  if (state.status !== "certified") return { ...result, status: state.status };
  const { signatories, certifiedOn, complaintsUntil, status } = state;
  return { ...result, status, signatories, certifiedOn, complaintsUntil };
}

const isChallenged = (state: Begun<Ballot>) => pending(state, true).length > 0;

/**
 * What stands against another reading of the box: there is a result, and not one of its papers is read again, or not one
 * of those that gave the first result. That is another box, and not another reading, also where it was come to by way of
 * readings that each changed some papers. It takes a complaint that was upheld.
 */
export function objectionToReading(
  state: Begun<Ballot> & { voting: { firstPapers?: CanonicalPapers } },
  papers: readonly PaperGroup[],
): BallotRejection | undefined {
  const before = beforeOf(state);
  if (before === undefined || before.isChallenged) return undefined;
  const known = [before.papers, state.voting.firstPapers];
  const isOther = known.some((box) => box !== undefined && isOtherBox(box, papers));
  return isOther ? { type: "NoChallengeUpheld", data: {} } : undefined;
}

const isOtherBox = (box: readonly PaperGroup[], papers: readonly PaperGroup[]) =>
  papersIn(box) + papersIn(papers) > 0 && papersInCommon(box, papers) === 0;

/** The papers that later readings are held against: those of the first result, until a complaint is upheld. */
export function firstPapersIn(state: Begun<Ballot> & { voting: { firstPapers?: CanonicalPapers } }) {
  const { firstPapers } = state.voting;
  return firstPapers && !beforeOf(state)?.isChallenged ? { firstPapers } : {};
}

/** What is to be done where figures do not agree: to count again. */
export function recountDue({ status, voting }: Begun<Ballot>): BallotRejection | undefined {
  if (status !== "discrepancy" || !("reading" in voting)) return undefined;
  return { type: "RecountDue", data: { form: voting.form, reading: voting.reading + 1 } };
}

/** The result of a count, and all that follows from it at once; or that it is the result that there was before. */
export function resulting(
  state: Begun<Ballot>,
  counted: Omit<EventData<"BallotCounted">, "form" | "method">,
): BallotEvent[] {
  const { before, certifications, terms, voting } = state;
  const { reading, outcome } = counted;
  if (before?.count && same({ ...before.count, reading, outcome: before.counted }, counted)) {
    const record = before.status === "certified" && { certification: certifications };
    return [{ type: "ResultConfirmed", data: { reading, ...record } }];
  }
  const isAloud = voting.form === "showOfHands" || voting.form === "rollCall";
  const data = { ...counted, ...(isAloud && { form: voting.form }), ...methodOf(terms) };
  return [{ type: "BallotCounted", data }, ...followsFrom(state, [], outcome)];
}

/** The method as a record names it, so that its sentence says what the figures mean. */
export function methodOf({ method: { kind }, voting }: Terms): { method?: MethodKind } {
  return kind === "forAndAgainst" || voting.selection === "consensus" ? {} : { method: kind };
}

/** The ballot as it was before its votes were counted again. */
export function confirmed(state: Begun<Ballot>): Ballot {
  const { before: known = contradiction("there was no result before"), ...course } = courseOf(state);
  const { papers: _, isChallenged: __, ...before } = known;
  if (before.status === "certified") return { ...course, ...before, status: "certified" };
  return { ...course, ...before, status: statusOf(before.outcome) };
}
