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

const drafting = {
  unit: UnitId,
  season: Season,
  /** The last day of the pledge. It may lie ahead. */
  dueOn: CivilDate,
};
const target = { target: Id, name: text({ max: 300 }), goal: Goal };
const evidence = list(DocumentRef, { max: 50 });
const reason = prose({ max: 2_000 });

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
  /** Gives every target its verdict by its last report; refused to the unit itself as assessor. */
  AssessPledge: { assessor: UnitId, assessedOn: CivilDate },
  /** The unit takes its pledge back; it gets no verdict. */
  WithdrawPledge: { reason, withdrawnOn: CivilDate },
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
});
export type PledgeEvent = z.infer<typeof PledgeEvent>;

const status = z.enum(["blank", "draft", "signed", "assessed", "withdrawn"]);

export const PledgeRejection = /* @__PURE__ */ messages({
  ...sharedRejections("Pledge", status),
  /** The pledge is another unit's, or another season's. */
  PledgeTaken: { unit: UnitId, season: Season },
  PledgeEmpty: {},
  TargetUnknown: { target: Id },
  TargetTaken: { target: Id },
  TooManyTargets: { targetsMax: z.int() },
  /** Nobody assesses its own pledge. */
  AssessorIsPledger: { unit: UnitId },
});
export type PledgeRejection = z.infer<typeof PledgeRejection>;
