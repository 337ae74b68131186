import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { integer, WholeNumber } from "../kernel/numbers.ts";
import { CivilDate } from "../kernel/time.ts";
import { BylawsVersion } from "../vocabulary/bylaws.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Quorum, Threshold } from "../vocabulary/threshold.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";

// The refusals of a bloc. Each is a state of affairs, as data; its sentences stand in `minutes/`.

/** The kind of a rung of the tie ladder. */
const TieStepKind = z.enum(["runOff", "score", "seniority", "chairDecision", "lot", "vacantSeat"]);
const status = z.enum(["blank", "constituted", "dissolved"]);

export const BlocRejection = /* @__PURE__ */ messages({
  .../* @__PURE__ */ sharedRejections("Bloc", status),
  /** The bloc has been constituted already, with other contents. */
  BlocTaken: { name: OrganisationName, constitutedOn: CivilDate },
  MemberAlready: { unit: UnitId, since: CivilDate },
  /** The unit is not a member, or has an end as a member already, so nothing can change for it from `date` on. */
  NotMemberOfBloc: { unit: UnitId, date: CivilDate },
  /** One command names the same unit twice. */
  MemberNamedTwice: { unit: UnitId },
  /** The member `unit` has that name. */
  MemberNameTaken: { name: OrganisationName, unit: UnitId },
  /** The unit that is to receive the others is one of them. */
  MemberMergedIntoItself: { unit: UnitId },
  TooManyMembers: { membersMax: WholeNumber },
  /** On `date` there would be no member at all. */
  BlocLeftEmpty: { date: CivilDate },
  MemberSuspendedAlready: { unit: UnitId, since: CivilDate },
  MemberNotSuspended: { unit: UnitId },
  /** The unit was never a member, or was none any more on `date`: what befell it then is no matter of the bloc. */
  NotMemberSince: { unit: UnitId, date: CivilDate },
  /** There is a discipline under that id, with other contents. */
  DisciplineTaken: { unit: UnitId, disciplinedOn: CivilDate },
  DisciplineUnknown: { discipline: Id },
  /** The discipline was set aside once, on `liftedOn`. */
  DisciplineLiftedAlready: { unit: UnitId, liftedOn: CivilDate },
  /** There is an investigation under that id, with other contents. */
  InvestigationTaken: { unit: UnitId, openedOn: CivilDate },
  InvestigationUnknown: { investigation: Id },
  /** The investigation came to an end once, on `closedOn`, with another finding or other contents. */
  InvestigationClosedAlready: { unit: UnitId, closedOn: CivilDate },
  /** That version has been adopted already, with other contents. */
  BylawsVersionTaken: { version: BylawsVersion },
  /** Versions are 1, 2, 3 ...; the next one is `expected`. */
  BylawsVersionGap: { version: BylawsVersion, expected: WholeNumber },
  /** Another version was in force between `effectiveFrom` and `adoptedOn`, and votes may have been held under it. */
  BylawsRetroactive: { effectiveFrom: CivilDate, adoptedOn: CivilDate },
  /** All the votes that a nominee can get (`votesMax` of `electors`) do not reach the threshold. */
  BylawsThresholdUnreachable: {
    threshold: Threshold,
    selfVote: z.boolean(),
    electors: WholeNumber,
    votesMax: WholeNumber,
  },
  /** All the electors together do not reach the quorum. */
  BylawsQuorumUnreachable: { quorum: Quorum, electors: WholeNumber },
  /** There are more seats of one honour than members who could get it. */
  BylawsSeatsBeyondMembers: { honour: Honour, seats: integer({ min: 1, max: 50 }), members: WholeNumber },
  BylawsHonourRepeated: { honour: Honour },
  /** An honour and another that excludes it are one. */
  BylawsHonourExcludesItself: { honour: Honour },
  /** The bylaws say that an honour excludes another one, which they do not name among those that the bloc proposes. */
  BylawsExcludedUnknown: { honour: Honour, excludes: Honour },
  /** Each of these honours needs the next one, and the last one needs the first: nobody can get any of them. */
  BylawsNeedsInCircle: { honours: list(Honour, { min: 1, max: 20 }) },
  /**
   * Who is to get the honour must hold both of `excluding`, which exclude each other. The honour may be one of them.
   */
  BylawsHonourOutOfReach: { honour: Honour, excluding: list(Honour, { min: 2, max: 2 }) },
  BylawsTieStepRepeated: { step: TieStepKind, rung: WholeNumber },
  /** A seat that stays vacant ends every tie, so a rung after it is never reached. */
  BylawsTieStepAfterVacantSeat: { step: TieStepKind, rung: WholeNumber },
});
export type BlocRejection = z.infer<typeof BlocRejection>;
