import type {
  BlocCommand,
  BlocEvent,
  BlocKind,
  BlocRejection,
  DisciplineForm,
  InvestigationFinding,
  LeavingGround,
} from "../../bloc/messages.ts";
import type { DocumentRef } from "../../vocabulary/document-ref.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";
import { bylawsAdoptedEn } from "./bylaws.ts";
import { tieStepsEn } from "./voting-words.ts";

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

export const disciplineFormsEn: Record<DisciplineForm, string> = {
  reprimand: "a reprimand",
  warning: "a warning",
  fine: "a fine",
  activitySuspended: "a suspension of its activity for a time",
  other: "another form",
};

const findings: Record<InvestigationFinding, string> = {
  cleared: "no violation was found",
  violation: "a violation was found",
  discontinued: "it was discontinued without a finding",
};

const noted = (note: string | undefined) => (note ? `; note: ${note}` : "");

export const blocStatusesEn = {
  blank: "not yet constituted",
  constituted: "constituted",
  dissolved: "dissolved",
};

const under = (document: DocumentRef | undefined, say: Say) =>
  document ? ` under ${say.document(document)}` : "";

export const blocEventsEn: Phrases<BlocEvent> = {
  BlocConstituted: ({ name, kind, authority, members, constitutedOn, decision }, say) =>
    `${name}, ${kinds[kind]}, was constituted with effect from ${say.date(constitutedOn)}${under(decision, say)}; governing authority: ${authority}; members (${say.count(members.length)}): ${say.list(members.map((member) => member.name))}.`,
  MemberAdmitted: ({ name, admittedOn, decision }, say) =>
    `${name} is a member unit from ${say.date(admittedOn)}${under(decision, say)}.`,
  MemberRenamed: ({ unit, name, renamedOn, decision }, say) =>
    `The member unit ${say.unit(unit)} is called ${name} from ${say.date(renamedOn)}${under(decision, say)}.`,
  MemberLeft: ({ unit, ground, leftOn, decision }, say) =>
    `${say.unit(unit)} ceased to be a member unit from ${say.date(leftOn)}${under(decision, say)}; reason: ${grounds[ground]}.`,
  MembersMerged: ({ units, into, mergedOn, decision }, say) =>
    `${say.units(units)} merged into ${say.unit(into)} from ${say.date(mergedOn)}${under(decision, say)}.`,
  MembersConsolidated: ({ units, into, consolidatedOn, decision }, say) =>
    `${into.name} was formed by consolidation of ${say.units(units)} with effect from ${say.date(consolidatedOn)}${under(decision, say)}.`,
  MemberSplit: ({ unit, into, splitOn, decision }, say) =>
    `${say.unit(unit)} was split into ${say.list(into.map(({ name }) => name))} from ${say.date(splitOn)}${under(decision, say)}.`,
  MemberSuspended: ({ unit, reason, suspendedOn, decision }, say) =>
    `${say.unit(unit)} was suspended with effect from ${say.date(suspendedOn)}${under(decision, say)}; reason: ${reason}.`,
  MemberReinstated: ({ unit, reinstatedOn, decision }, say) =>
    `${say.unit(unit)} was reinstated with effect from ${say.date(reinstatedOn)}${under(decision, say)}.`,
  BlocReconstituted: ({ name, authority, reconstitutedOn, decision }, say) =>
    `${name} was reconstituted with effect from ${say.date(reconstitutedOn)}${under(decision, say)}; governing authority: ${authority}.`,
  BylawsAdopted: bylawsAdoptedEn,
  UnitDisciplined: ({ unit, form, season, disciplinedOn, decision, note }, say) =>
    `${say.unit(unit)} was disciplined on ${say.date(disciplinedOn)} (${disciplineFormsEn[form]})${under(decision, say)}; this counts for ${season}${noted(note)}.`,
  DisciplineLifted: ({ unit, liftedOn, decision, note }, say) =>
    `A disciplinary measure against ${say.unit(unit)} was set aside with effect from ${say.date(liftedOn)}${under(decision, say)}${noted(note)}.`,
  InvestigationOpened: ({ unit, body, openedOn, document, note }, say) =>
    `${say.unit(unit)} has been under investigation by ${body} since ${say.date(openedOn)}${under(document, say)}${noted(note)}.`,
  InvestigationClosed: ({ unit, closedOn, finding, document, note }, say) =>
    `The investigation against ${say.unit(unit)} ended on ${say.date(closedOn)}${under(document, say)}: ${findings[finding]}${noted(note)}.`,
  BlocDissolved: ({ reason, dissolvedOn, decision }, say) =>
    `The bloc was dissolved with effect from ${say.date(dissolvedOn)}${under(decision, say)}; reason: ${reason}.`,
};

export const blocRejectionsEn: OwnPhrases<BlocRejection> = {
  BlocTaken: ({ name, constitutedOn }, say) =>
    `${name} was already constituted on ${say.date(constitutedOn)} with different contents.`,
  MemberAlready: ({ unit, since }, say) =>
    `${say.unit(unit)} has been a member unit since ${say.date(since)}.`,
  NotMemberOfBloc: ({ unit, date }, say) =>
    `${say.unit(unit)} is not a member unit of the bloc from ${say.date(date)} on.`,
  MemberNamedTwice: ({ unit }, say) => `${say.unit(unit)} is named twice.`,
  MemberNameTaken: ({ name, unit }, say) => `The member unit ${say.unit(unit)} is already called ${name}.`,
  MemberMergedIntoItself: ({ unit }, say) => `${say.unit(unit)} cannot be merged into itself.`,
  TooManyMembers: ({ membersMax }, say) => `A bloc has at most ${say.count(membersMax)} member units.`,
  BlocLeftEmpty: ({ date }, say) => `From ${say.date(date)} the bloc would have no member unit left.`,
  MemberSuspendedAlready: ({ unit, since }, say) =>
    `${say.unit(unit)} has been suspended since ${say.date(since)}.`,
  MemberNotSuspended: ({ unit }, say) => `${say.unit(unit)} is not suspended.`,
  NotMemberSince: ({ unit, date }, say) =>
    `${say.unit(unit)} was not a member unit on ${say.date(date)} or at any time after it.`,
  DisciplineTaken: ({ unit, disciplinedOn }, say) =>
    `The disciplinary measure against ${say.unit(unit)} of ${say.date(disciplinedOn)} is recorded under this id with different contents.`,
  DisciplineUnknown: ({ discipline }) => `No disciplinary measure “${discipline}” is recorded.`,
  DisciplineLiftedAlready: ({ unit, liftedOn }, say) =>
    `This disciplinary measure against ${say.unit(unit)} was already set aside on ${say.date(liftedOn)}.`,
  InvestigationTaken: ({ unit, openedOn }, say) =>
    `The investigation against ${say.unit(unit)} of ${say.date(openedOn)} is recorded under this id with different contents.`,
  InvestigationUnknown: ({ investigation }) => `No investigation “${investigation}” is recorded.`,
  InvestigationClosedAlready: ({ unit, closedOn }, say) =>
    `This investigation against ${say.unit(unit)} already ended on ${say.date(closedOn)}.`,
  BylawsVersionTaken: ({ version }, say) =>
    `Version ${say.count(version)} of the bylaws already exists with different contents.`,
  BylawsVersionGap: ({ version, expected }, say) =>
    `Version ${say.count(version)} of the bylaws cannot be adopted yet; the next version is ${say.count(expected)}.`,
  BylawsRetroactive: ({ effectiveFrom, adoptedOn }, say) =>
    `Bylaws adopted on ${say.date(adoptedOn)} cannot take effect from ${say.date(effectiveFrom)}, when other bylaws were in force.`,
  BylawsThresholdUnreachable: ({ threshold, selfVote, electors, votesMax }, say) =>
    `Nobody can reach ${say.bar(threshold)}: ${say.count(electors)} units vote, ${selfVote ? "" : "no unit votes for itself, "}and a nominee gets at most ${say.count(votesMax)} votes.`,
  BylawsQuorumUnreachable: ({ quorum, electors }, say) =>
    `A quorum of ${say.bar(quorum)} cannot be reached by ${say.count(electors)} units entitled to vote.`,
  BylawsSeatsBeyondMembers: ({ honour, seats, members }, say) =>
    `The bylaws give ${say.honour(honour)} more seats (${say.count(seats)}) than there are member units (${say.count(members)}).`,
  BylawsHonourRepeated: ({ honour }, say) => `The bylaws name ${say.honour(honour)} twice.`,
  BylawsHonourExcludesItself: ({ honour }, say) =>
    `The bylaws say that ${say.honour(honour)} excludes itself.`,
  BylawsExcludedUnknown: ({ honour, excludes }, say) =>
    `The bylaws say that ${say.honour(honour)} excludes ${say.honour(excludes)}, which is not among the honours that the bloc proposes.`,
  BylawsNeedsInCircle: ({ honours }, say) =>
    `Nobody can get ${say.either(honours.map(say.honour))}: by the bylaws each needs the next, and the last needs the first.`,
  BylawsHonourOutOfReach: ({ honour, excluding }, say) =>
    `Nobody can get ${say.honour(honour)}: it takes ${say.list(excluding.map(say.honour))}, which exclude each other.`,
  BylawsTieStepRepeated: ({ step, rung }, say) =>
    `Step ${say.count(rung)} for a tie (${tieStepsEn[step]}) repeats an earlier step.`,
  BylawsTieStepAfterVacantSeat: ({ step, rung }, say) =>
    `Step ${say.count(rung)} for a tie (${tieStepsEn[step]}) is never reached, because the step before it leaves the seat vacant.`,
};

/** What each command does, as what somebody is to do. */
export const blocCommandsEn: Phrases<BlocCommand> = {
  ConstituteBloc: ({ name }) => `constitute ${name}`,
  AdmitMember: ({ name }) => `admit ${name} to the bloc`,
  RenameMember: ({ unit, name }, say) => `rename ${say.unit(unit)} as ${name}`,
  ReleaseMember: ({ unit }, say) => `record that ${say.unit(unit)} has left the bloc`,
  MergeMembers: ({ units, into }, say) => `merge ${say.units(units)} into ${say.unit(into)}`,
  ConsolidateMembers: ({ units, into }, say) => `consolidate ${say.units(units)} as ${into.name}`,
  SplitMember: ({ unit, into }, say) =>
    `split ${say.unit(unit)} into ${say.list(into.map(({ name }) => name))}`,
  SuspendMember: ({ unit }, say) => `suspend ${say.unit(unit)} from the bloc`,
  ReinstateMember: ({ unit }, say) => `reinstate ${say.unit(unit)} in the bloc`,
  ReconstituteBloc: ({ name }) => `reconstitute ${name}`,
  AdoptBylaws: ({ version }, say) => `adopt version ${say.count(version)} of the bylaws`,
  DisciplineUnit: ({ unit }, say) => `record that ${say.unit(unit)} was disciplined`,
  LiftDiscipline: () => "record that the discipline was lifted",
  OpenInvestigation: ({ unit }, say) => `record that ${say.unit(unit)} is under investigation`,
  CloseInvestigation: () => "record that the investigation is closed",
  DissolveBloc: () => "dissolve the bloc",
};
