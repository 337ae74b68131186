import type {
  PledgeCommand,
  PledgeEvent,
  PledgeRejection,
  Verdict,
  VoidGround,
} from "../../pledge/messages.ts";
import type { OwnPhrases, Phrases } from "../language.ts";

const verdicts: Record<Verdict, string> = {
  fulfilled: "fulfilled",
  partly: "partly fulfilled",
  unfulfilled: "unfulfilled",
  notAssessable: "not assessable, because evidence is missing",
};

const voidGrounds: Record<VoidGround, string> = {
  campaignCancelled: "its campaign was cancelled",
  unitEnded: "the unit is no longer a member unit of the bloc",
  blocDissolved: "the bloc was dissolved",
  issuerError: "it was drawn up in error",
};

export const pledgeStatusesEn = {
  blank: "not yet drafted",
  draft: "still a draft",
  signed: "signed",
  assessed: "assessed",
  withdrawn: "withdrawn",
  void: "void",
  lapsed: "lapsed",
};

export const pledgeEventsEn: Phrases<PledgeEvent> = {
  PledgeDrafted: ({ unit, season, dueOn }, say) =>
    `${say.unit(unit)} drafted its emulation pledge for ${season}, due on ${say.date(dueOn)}.`,
  TargetPromised: ({ name, goal }, say) =>
    `Target: ${name}, from ${say.decimal(goal.baseline)} to ${say.decimal(goal.goal)} ${goal.measure}.`,
  TargetDropped: ({ target }) => `Target “${target}” was dropped from the draft.`,
  TitleRegistered: ({ honour }, say) => `The unit registered to strive for ${say.honour(honour)}.`,
  PledgeSigned: ({ signatory, signedOn }, say) =>
    `The emulation pledge was signed on ${say.date(signedOn)} by ${say.person(signatory)}.`,
  TargetAmended: ({ target, goal, reason, amendedOn }, say) =>
    `Target “${target}” was amended to ${say.decimal(goal.goal)} ${goal.measure} on ${say.date(amendedOn)}; reason: ${reason}.`,
  ProgressReported: ({ target, value, observedOn, evidence }, say) =>
    `Target “${target}” was at ${say.decimal(value)} on ${say.date(observedOn)}${evidence.length > 0 ? ` (${say.documents(evidence)})` : ", without evidence"}.`,
  PledgeAssessed: ({ assessor, assessedOn, verdict }, say) =>
    `${say.unit(assessor)} assessed the pledge on ${say.date(assessedOn)}: ${verdicts[verdict]}.`,
  PledgeWithdrawn: ({ reason, withdrawnOn }, say) =>
    `The pledge was withdrawn on ${say.date(withdrawnOn)}; reason: ${reason}.`,
  PledgeTransferred: ({ from, to, transferredOn, decision }, say) =>
    `The pledge of ${say.unit(from)} passed to ${say.unit(to)} on ${say.date(transferredOn)}${decision ? ` under ${say.document(decision)}` : ""}.`,
  PledgeVoided: ({ ground, voidedOn, note }, say) =>
    `The pledge has been void since ${say.date(voidedOn)}, because ${voidGrounds[ground]}; it gets no verdict${note ? `; note: ${note}` : ""}.`,
  PledgeLapsed: ({ lapsedOn }, say) =>
    `The pledge lapsed on ${say.date(lapsedOn)}: its time was over, and nothing had been reported of it.`,
};

export const pledgeRejectionsEn: OwnPhrases<PledgeRejection> = {
  PledgeTaken: ({ unit, season }, say) =>
    `This pledge has already been drafted for ${say.unit(unit)}, ${season}.`,
  PledgeEmpty: () => "The pledge has no target yet, so it cannot be signed.",
  TargetUnknown: ({ target }) => `The pledge has no target “${target}”.`,
  TargetTaken: ({ target }) => `Target “${target}” already exists with different contents.`,
  TooManyTargets: ({ targetsMax }, say) => `A pledge has at most ${say.count(targetsMax)} targets.`,
  AssessorIsPledger: ({ unit }, say) => `${say.unit(unit)} may not assess its own pledge.`,
  PledgeTransferredToItself: ({ unit }, say) => `The pledge is that of ${say.unit(unit)} already.`,
  PledgeNotDue: ({ dueOn }, say) =>
    `The pledge runs until ${say.date(dueOn)} and does not lapse before the day after.`,
  PledgeReportedOn: ({ targets }, say) =>
    `The unit reported on ${say.list(targets.map((target) => `target “${target}”`))}, so the pledge is to be assessed and does not lapse.`,
};

/** What each command does, as what somebody is to do. */
export const pledgeCommandsEn: Phrases<PledgeCommand> = {
  DraftPledge: ({ unit, season }, say) => `draft the pledge of ${say.unit(unit)} for ${season}`,
  PromiseTarget: ({ name }) => `promise the target “${name}”`,
  DropTarget: () => "drop the target",
  RegisterTitle: ({ honour }, say) => `register to strive for ${say.honour(honour)}`,
  SignPledge: () => "sign the pledge",
  AmendTarget: () => "amend the target",
  ReportProgress: () => "report progress on the target",
  AssessPledge: () => "assess the pledge",
  WithdrawPledge: () => "withdraw the pledge",
  TransferPledge: ({ to }, say) => `pass the pledge to ${say.unit(to)}`,
  VoidPledge: ({ ground }) => `declare the pledge void because ${voidGrounds[ground]}`,
  LapsePledge: () => "record that the pledge has lapsed",
};
