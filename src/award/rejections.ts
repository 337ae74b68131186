import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { AwardStatus, certification, excludedBy, Ground, ProposalBasis, VoidReason } from "./fields.ts";

export const AwardRejection = /* @__PURE__ */ messages({
  .../* @__PURE__ */ sharedRejections("Award", AwardStatus),
  /** This award is already another proposal: for `unit`, `honour` and `season`. */
  AwardTaken: { unit: UnitId, honour: Honour, season: Season },
  /** One achievement earns one award. */
  AchievementAlreadyHonoured: { honour: Honour, excludedBy },
  AwardSuspended: { ground: Ground, suspendedOn: CivilDate },
  AwardNotSuspended: {},
  /** The award rests on record `certification` of a ballot, about which complaints are still possible. */
  BasisNotFinal: { ballot: Id, certification },
  /** The result that the award rests on no longer holds since `voidOn`, so the award goes no further on it. */
  BasisIsVoid: { ballot: Id, voidOn: CivilDate, reason: VoidReason },
  /** What became final or void is another result than the one that the award rests on. */
  OtherBasis: { basis: ProposalBasis, ballot: Id, certification: z.optional(certification) },
  /** A result becomes final once. */
  BasisConfirmedAlready: { finalisedOn: CivilDate },
  /** Only a decision grants, revokes or transfers an award; a directive or a plan does not. */
  NotADecision: { document: DocumentRef },
  /** A decision is made public once: it was on `publishedOn`. */
  AwardPublishedAlready: { publishedOn: CivilDate },
  /** The item and the money came back once, on `recoveredOn`. */
  AwardRecoveredAlready: { recoveredOn: CivilDate },
});
export type AwardRejection = z.infer<typeof AwardRejection>;
