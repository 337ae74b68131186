import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { integer, WholeNumber } from "../kernel/numbers.ts";
import { rule } from "../kernel/rule.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";

// What the messages of an award are made of. It is stored with them, so it is only added to.

export const AwardStatus = z.enum([
  "blank",
  "proposed",
  "withdrawn",
  "vetted",
  "returned",
  "approved",
  "rejected",
  "decided",
  "conferred",
  "declined",
  "revoked",
]);
export type AwardStatus = z.infer<typeof AwardStatus>;

/** The number of a ballot's record, as `BallotCertified.certification` has it. */
export const certification = integer({ min: 1, max: 100 });

/**
 * What a proposal rests on: a certified record of a ballot, the bloc's consensus at a conference, or a decision of the
 * authority on a unit that the bloc did not propose.
 */
export const ProposalBasis = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ballot"),
    ballot: Id,
    /** The record that elects the unit. A later one that elects it too changes nothing. */
    certification,
    /**
     * `false` where the bylaws let the authority decide while complaints about the result are still possible. Absent,
     * the award waits until the result is final.
     */
    decideAfterFinal: z.optional(z.literal(false)),
  }),
  z.strictObject({ kind: z.literal("consensus"), conference: Id }),
  z.strictObject({ kind: z.literal("decision"), decision: DocumentRef }),
]);
export type ProposalBasis = z.infer<typeof ProposalBasis>;

/**
 * Why a proposal is withdrawn: a recount elects others; the ballot, or the one that it followed, is annulled; another
 * honour of the unit excludes this one; the unit has ended; it was disciplined; it proves not to be eligible; or the
 * bloc decided so.
 */
export const WithdrawalReason = z.enum([
  "recounted",
  "annulled",
  "excluded",
  "unitEnded",
  "disciplined",
  "notEligible",
  "byBloc",
]);
export type WithdrawalReason = z.infer<typeof WithdrawalReason>;

/** Why a result no longer holds: a recount elects others, or the ballot, or the one that it followed, is annulled. */
export const VoidReason = z.enum(["recounted", "annulled"]);
export type VoidReason = z.infer<typeof VoidReason>;

/**
 * Why a unit is not eligible; the first two bar it. An investigation only suspends its consideration, and so does the
 * end of the unit, until the bloc withdraws the proposal or it passes to the heir.
 */
export const Ground = z.enum([
  "notRegistered",
  "disciplined",
  "fined",
  "dossierIncomplete",
  "underInvestigation",
  "unitEnded",
  "other",
]);
export type Ground = z.infer<typeof Ground>;

/**
 * The grounds in law for revoking an award and recovering the item and the money: a false account of the
 * achievement; false information or a forged dossier; vetting, approval or proposal against the law; a finding
 * of a competent body that the holder did not meet the conditions in the period of the achievement
 * (Law 06/2022/QH15 on Emulation and Commendation, chapter VII, clause 2, points a to d).
 */
export const RevocationGround = z.enum([
  "falseAchievement",
  "forgedDossier",
  "unlawfulProcedure",
  "disqualifyingFinding",
]);
export type RevocationGround = z.infer<typeof RevocationGround>;

/** A council's vote: how many members voted for and against, and how many members there are. */
export const CouncilVote = z
  .strictObject({ for: WholeNumber, against: WholeNumber, members: WholeNumber })
  .check(
    rule((vote: { for: number; against: number; members: number }) =>
      vote.for + vote.against > vote.members
        ? { rule: "votesWithinMembers", value: `${vote.for} + ${vote.against} > ${vote.members}` }
        : undefined,
    ),
  );

/** Honours that exclude another one for the same achievement. */
export const excludedBy = list(Honour, { max: 20 });
