import type { Difference } from "../../evidence/differences.ts";
import type { PublishedBallot } from "../../evidence/published-ballot.ts";
import type { Finding } from "../../evidence/verify.ts";
import type { BallotEvent, BallotRejection } from "../messages.ts";
import type { CountFacts } from "../publish.ts";
import type { Terms } from "../terms.ts";
import type { LogFinding } from "./retrace.ts";

/** What a record says otherwise than its own terms, or than the log of the ballot. */
export type RecordFinding =
  /** No ballot is opened on such terms. */
  | { type: "TermsImpossible"; data: { rejection: BallotRejection } }
  /** Those who signed are not the tellers whom the terms name. */
  | { type: "TellersDiffer"; data: { terms: readonly string[]; record: readonly string[] } }
  /** The record has more papers than were issued. */
  | { type: "BoxStuffed"; data: { issued: number; found: number } }
  /** Facts that no ballot on these terms has. `answer`: what it says to them, instead of recording them. */
  | { type: "FactsImpossible"; data: { answer: FactsAnswer } }
  /**
   * The record and the log say different things. `published` is what the record says, `recounted` what the log says.
   */
  | { type: "LogSaysOtherwise"; data: { of: PartOfRecord; differences: readonly Difference[] } }
  /** The log has no seal before the opening of the box, so nobody knows when this one was made. */
  | { type: "SealNotInLog"; data: Record<never, never> }
  /** The log has no certified count of a secret ballot. */
  | { type: "CountNotInLog"; data: Record<never, never> }
  /**
   * The log goes on after the record, and the result no longer holds: the ballot is annulled, a run-off is corrected or
   * void, or the votes are counted again. `event` is the place in the log of what undoes it, from 1.
   */
  | { type: "ResultUndone"; data: { event: number; name: string } }
  /** The head of the tellers signs, and so has whoever signed by the log; the record has no signature of this teller. */
  | { type: "SignatureMissing"; data: { of: "header" | "certification"; teller: string } };

/** A refusal, such as of a stranger on the roll or of a proxy too many; or that there is no quorum, or no result. */
export type FactsAnswer =
  | BallotRejection
  | Extract<BallotEvent, { type: "QuorumNotReached" | "DiscrepancyFound" }>;

export type PartOfRecord = "terms" | "facts" | "figures" | "outcome" | "papers" | "seal";

export type BallotFinding = Finding | LogFinding | RecordFinding;

/**
 * What nobody can check any more, or not from what the verifier has been given. `papers`: some are deleted, and those
 * that are left were counted only as far as they go. `outcome`: it rests on deleted papers, and only the tellers'
 * signatures confirm it. `log`: it was not given, so the roll, the readings, the time of the seal and whom the conference
 * named for the chair are as the record says.
 */
export type Unchecked = "papers" | "outcome" | "log";

/** A record whose terms and facts have been read. */
export type Known = { record: PublishedBallot; terms: Terms; facts: CountFacts };
