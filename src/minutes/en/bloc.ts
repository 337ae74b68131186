import type { BlocEvent, BlocKind, BlocRejection, LeavingGround } from "../../bloc/messages.ts";
import type { DocumentRef } from "../../vocabulary/document-ref.ts";
import type { TieStep } from "../../vocabulary/voting-rules.ts";
import type { Phrases, Say } from "../language.ts";

const kinds: Record<BlocKind, string> = {
  bloc: "an emulation bloc by field of work",
  cluster: "a territorial emulation cluster",
};

const grounds: Record<LeavingGround, string> = {
  dissolved: "it was dissolved",
  transferred: "it was transferred to another bloc",
  withdrawn: "it withdrew",
  mergedElsewhere: "it was merged into a unit outside the bloc",
  reconstituted: "it is not on the list of the reconstitution",
};

const statuses = { blank: "not constituted", constituted: "constituted", dissolved: "dissolved" };

const tieSteps: Record<TieStep["kind"], string> = {
  runOff: "run-off",
  score: "score",
  seniority: "seniority",
  chairDecision: "the chair's decision",
  lot: "lot",
  vacantSeat: "vacant seat",
};

const under = (document: DocumentRef | undefined, say: Say) =>
  document ? ` under ${say.document(document)}` : "";

export const blocEventsEn: Phrases<BlocEvent> = {
  BlocConstituted: ({ name, kind, authority, members, constitutedOn, decision }, say) =>
    `${name}, ${kinds[kind]}, was constituted from ${say.date(constitutedOn)}${under(decision, say)}; governing authority: ${authority}; members (${say.count(members.length)}): ${say.list(members.map((member) => member.name))}.`,
  MemberAdmitted: ({ name, admittedOn, decision }, say) =>
    `${name} is a member unit from ${say.date(admittedOn)}${under(decision, say)}.`,
  MemberRenamed: ({ unit, name, renamedOn, decision }, say) =>
    `The member unit ${say.unit(unit)} bears the name ${name} from ${say.date(renamedOn)}${under(decision, say)}.`,
  MemberLeft: ({ unit, ground, leftOn, decision }, say) =>
    `${say.unit(unit)} is no longer a member unit from ${say.date(leftOn)}${under(decision, say)}, because ${grounds[ground]}.`,
  MembersMerged: ({ units, into, mergedOn, decision }, say) =>
    `${say.units(units)} merged into ${say.unit(into)} from ${say.date(mergedOn)}${under(decision, say)}.`,
  MembersConsolidated: ({ units, into, consolidatedOn, decision }, say) =>
    `${say.units(units)} were consolidated into ${into.name} from ${say.date(consolidatedOn)}${under(decision, say)}.`,
  MemberSplit: ({ unit, into, splitOn, decision }, say) =>
    `${say.unit(unit)} was split into ${say.list(into.map(({ name }) => name))} from ${say.date(splitOn)}${under(decision, say)}.`,
  MemberSuspended: ({ unit, reason, suspendedOn, decision }, say) =>
    `${say.unit(unit)} was suspended from ${say.date(suspendedOn)}${under(decision, say)}, because: ${reason}.`,
  MemberReinstated: ({ unit, reinstatedOn, decision }, say) =>
    `${say.unit(unit)} was reinstated from ${say.date(reinstatedOn)}${under(decision, say)}.`,
  BlocReconstituted: ({ name, authority, reconstitutedOn, decision }, say) =>
    `${name} was reconstituted from ${say.date(reconstitutedOn)}${under(decision, say)}; governing authority: ${authority}.`,
  BylawsAdopted: ({ version, bylaws, adoptedOn, effectiveFrom, document }, say) => {
    const { quorum, threshold, selfVote } = bylaws.voting;
    const seats = bylaws.honours.map((one) => `${say.count(one.seats)} × ${say.honour(one.honour)}`);
    return [
      `Version ${say.count(version)} of the bylaws was adopted on ${say.date(adoptedOn)} (${say.document(document)})`,
      `in force from ${say.date(effectiveFrom)}`,
      `quorum: ${say.bar(quorum)}`,
      `threshold: ${say.bar(threshold)}`,
      `a unit ${selfVote ? "may" : "may not"} vote for itself`,
      seats.length > 0 ? `the bloc proposes for ${say.list(seats)}.` : "the bloc proposes for no honour.",
    ].join("; ");
  },
  BlocDissolved: ({ reason, dissolvedOn, decision }, say) =>
    `The bloc was dissolved from ${say.date(dissolvedOn)}${under(decision, say)}, because: ${reason}.`,
};

export const blocRejectionsEn: Phrases<BlocRejection> = {
  BlocInWrongState: ({ status, allowed }, say) =>
    `The bloc is ${statuses[status]}; this needs it to be ${say.list(allowed.map((one) => statuses[one]))}.`,
  BlocTaken: ({ name, constitutedOn }, say) =>
    `${name} was constituted on ${say.date(constitutedOn)} already, with other contents.`,
  BlocDateTooEarly: ({ date, earliest }, say) =>
    `${say.date(date)} is before what is recorded already; the earliest day is ${say.date(earliest)}.`,
  BlocDateInFuture: ({ date, today }, say) =>
    `${say.date(date)} has not come yet (today is ${say.date(today)}).`,
  MemberAlready: ({ unit, since }, say) => `${say.unit(unit)} is a member unit since ${say.date(since)}.`,
  NotMemberOfBloc: ({ unit, date }, say) =>
    `${say.unit(unit)} is no member unit of the bloc from ${say.date(date)}.`,
  MemberNamedTwice: ({ unit }, say) => `${say.unit(unit)} is named twice.`,
  MemberNameTaken: ({ name, unit }, say) => `The member unit ${say.unit(unit)} bears the name ${name}.`,
  MemberMergedIntoItself: ({ unit }, say) => `${say.unit(unit)} cannot be merged into itself.`,
  TooManyMembers: ({ membersMax }, say) => `A bloc has at most ${say.count(membersMax)} member units.`,
  BlocLeftEmpty: ({ date }, say) => `From ${say.date(date)} the bloc would have no member unit left.`,
  MemberSuspendedAlready: ({ unit, since }, say) =>
    `${say.unit(unit)} is suspended since ${say.date(since)}.`,
  MemberNotSuspended: ({ unit }, say) => `${say.unit(unit)} is not suspended.`,
  BylawsVersionTaken: ({ version }, say) =>
    `Version ${say.count(version)} of the bylaws is there already, with other contents.`,
  BylawsVersionGap: ({ version, expected }, say) =>
    `Version ${say.count(version)} of the bylaws cannot be adopted yet; the next version is ${say.count(expected)}.`,
  BylawsAdoptedBackwards: ({ date, earliest }, say) =>
    `The adoption on ${say.date(date)} is before that of the version before it (${say.date(earliest)}).`,
  BylawsEffectiveBackwards: ({ date, earliest }, say) =>
    `The effect from ${say.date(date)} is before that of the version before it (${say.date(earliest)}).`,
  BylawsRetroactive: ({ effectiveFrom, adoptedOn }, say) =>
    `Bylaws adopted on ${say.date(adoptedOn)} cannot take effect from ${say.date(effectiveFrom)}, when other bylaws were in force.`,
  BylawsThresholdUnreachable: ({ threshold, selfVote, electors, votesMax }, say) =>
    `Nobody can reach ${say.bar(threshold)}: of ${say.count(electors)} units${selfVote ? "" : ", none voting for itself,"} a nominee gets at most ${say.count(votesMax)} votes.`,
  BylawsQuorumUnreachable: ({ quorum, electors }, say) =>
    `A quorum of ${say.bar(quorum)} cannot be made by ${say.count(electors)} units entitled to vote.`,
  BylawsSeatsBeyondMembers: ({ honour, seats, members }, say) =>
    `${say.count(seats)} seats for ${say.honour(honour)} are more than the ${say.count(members)} member units.`,
  BylawsHonourRepeated: ({ honour }, say) => `The bylaws name ${say.honour(honour)} twice.`,
  BylawsTieStepRepeated: ({ step, rung }, say) =>
    `Rung ${say.count(rung)} of the tie ladder (${tieSteps[step]}) repeats an earlier one.`,
  BylawsTieStepAfterVacantSeat: ({ step, rung }, say) =>
    `Rung ${say.count(rung)} of the tie ladder (${tieSteps[step]}) is never climbed, since a vacant seat stands before it.`,
};
