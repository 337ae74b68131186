import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { Decimal } from "../kernel/numbers.ts";
import { rule } from "../kernel/rule.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Person } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";

// The messages of a pledge (giao ước thi đua). They are stored, so names are never changed, only added.

/** What a target asks for: from `baseline` to `goal`, in `measure`. Going down is a goal below the baseline. */
export const Goal = z
  .strictObject({ baseline: Decimal, goal: Decimal, measure: text({ max: 50, symbols: true }) })
  .check(
    rule(({ baseline, goal }: { baseline: string; goal: string }) =>
      baseline === goal
        ? { rule: "goalApartFromBaseline", path: ["goal"], value: JSON.stringify(goal) }
        : undefined,
    ),
  );
export type Goal = z.infer<typeof Goal>;

/** Fulfilled, partly fulfilled, unfulfilled, or without the evidence to say. */
export const Verdict = z.enum(["fulfilled", "partly", "unfulfilled", "notAssessable"]);
export type Verdict = z.infer<typeof Verdict>;

/**
 * Why a pledge is void: its campaign was cancelled; its unit ended or left the bloc, and no other unit takes the pledge
 * over; the bloc was dissolved; or it should never have been there, as one drafted twice.
 */
export const VoidGround = z.enum(["campaignCancelled", "unitEnded", "blocDissolved", "issuerError"]);
export type VoidGround = z.infer<typeof VoidGround>;

const drafting = {
  /** The bloc in which the unit pledges. */
  bloc: Id,
  unit: UnitId,
  season: Season,
  /** The campaign that the pledge is part of; absent where it was drafted before there was one. */
  campaign: z.optional(Id),
  /** The last day of the pledge. It may lie ahead. */
  dueOn: CivilDate,
};
const target = { target: Id, name: text({ max: 300 }), goal: Goal };
const evidence = list(DocumentRef, { max: 50 });
const reason = prose({ max: 2_000 });
const transfer = {
  /** The unit that takes the pledge over: the successor by merger, consolidation or split. */
  to: UnitId,
  /** The first day on which the pledge is that unit's. */
  transferredOn: CivilDate,
  /** The decision under which it passes, as that of the merger. */
  decision: z.optional(DocumentRef),
};
const voiding = {
  ground: VoidGround,
  /** The id of the event that made it void, as the log has it. It is for programs and is not printed. */
  cause: z.optional(Id),
  voidedOn: CivilDate,
  note: z.optional(prose({ max: 2_000 })),
};
/** The day on which it is stated that nothing comes of the pledge. It lies after the last day of the pledge. */
const lapse = { lapsedOn: CivilDate };

export const PledgeCommand = /* @__PURE__ */ messages({
  /** Begins a unit's pledge for a season. */
  DraftPledge: drafting,
  /** Adds a target to the draft; refused under an id that another target has. */
  PromiseTarget: target,
  /** Takes a target out of the draft. */
  DropTarget: { target: Id },
  /** The unit strives for an honour. */
  RegisterTitle: { honour: Honour },
  /** Freezes the targets; refused while there is none. */
  SignPledge: { signatory: Person, signedOn: CivilDate },
  /** Changes the goal of a target that was signed. */
  AmendTarget: { target: Id, goal: Goal, reason, amendedOn: CivilDate },
  /** States what was reached on a day; the latest report for a day counts. */
  ReportProgress: { target: Id, value: Decimal, observedOn: CivilDate, evidence },
  /** Gives every target its verdict by its last report; refused to the unit itself, and to one that held the pledge. */
  AssessPledge: { assessor: UnitId, assessedOn: CivilDate },
  /** The unit takes its pledge back; it gets no verdict. */
  WithdrawPledge: { reason, withdrawnOn: CivilDate },
  /** Another unit takes an open pledge over; refused to the unit that has it. */
  TransferPledge: transfer,
  /** Makes an open pledge void: it gets no verdict. One that was assessed keeps its verdict. */
  VoidPledge: voiding,
  /**
   * States that nothing came of the pledge once its last day is over; refused where a report was made, for such a
   * pledge is assessed.
   */
  LapsePledge: lapse,
});
export type PledgeCommand = z.infer<typeof PledgeCommand>;

export const PledgeEvent = /* @__PURE__ */ messages({
  /** A unit began its pledge for a season. It is to be fulfilled by `dueOn`. */
  PledgeDrafted: drafting,
  TargetPromised: target,
  TargetDropped: { target: Id },
  /** The unit registered to strive for an honour; without it, it is not eligible. */
  TitleRegistered: { honour: Honour },
  /** The targets are frozen; from now on they change by amendment only. */
  PledgeSigned: { signatory: Person, signedOn: CivilDate },
  /** A signed target changed; what it was stays in the history. */
  TargetAmended: { target: Id, goal: Goal, reason, amendedOn: CivilDate },
  /** What was reached on a day. A correction is another report for the same day. */
  ProgressReported: { target: Id, value: Decimal, observedOn: CivilDate, evidence },
  PledgeAssessed: {
    assessor: UnitId,
    assessedOn: CivilDate,
    verdicts: list(z.strictObject({ target: Id, verdict: Verdict }), { max: 100 }),
    verdict: Verdict,
  },
  PledgeWithdrawn: { reason, withdrawnOn: CivilDate },
  /** The pledge is that of another unit from now on, with its targets, reports and titles. */
  PledgeTransferred: { from: UnitId, ...transfer },
  /** The pledge binds nobody and gets no verdict. */
  PledgeVoided: voiding,
  /** The last day was over, and nobody had signed the draft, or nothing had been reported of what was signed. */
  PledgeLapsed: lapse,
});
export type PledgeEvent = z.infer<typeof PledgeEvent>;

const status = z.enum(["blank", "draft", "signed", "assessed", "withdrawn", "void", "lapsed"]);

export const PledgeRejection = /* @__PURE__ */ messages({
  ...sharedRejections("Pledge", status),
  /** The pledge is another unit's, another season's or another bloc's. */
  PledgeTaken: { unit: UnitId, season: Season },
  PledgeEmpty: {},
  TargetUnknown: { target: Id },
  TargetTaken: { target: Id },
  TooManyTargets: { targetsMax: z.int() },
  /** Nobody assesses its own pledge, nor one that it handed on to its successor. */
  AssessorIsPledger: { unit: UnitId },
  /** The pledge is that unit's own already. */
  PledgeTransferredToItself: { unit: UnitId },
  /** The last day of the pledge is not over. */
  PledgeNotDue: { dueOn: CivilDate },
  /** The unit reported on its targets: the pledge is assessed and does not lapse. */
  PledgeReportedOn: { targets: list(Id, { min: 1, max: 100 }) },
});
export type PledgeRejection = z.infer<typeof PledgeRejection>;
