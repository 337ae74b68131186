import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { CampaignEvent } from "../../src/campaign/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import type { DocumentRef } from "../../src/vocabulary/document-ref.ts";
import type { BylawsPolicies } from "../../src/vocabulary/policies.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";
import { certified, recorded, units } from "./certified.ts";

// A season of a bloc in which it elects its chair: the rotation, the conference and the ballots, as events.

export type Told = [stream: string, event: SeasonEvent];

export const inBloc = (event: SeasonEvent): Told => ["Bloc-a", event];
export const inRotation = (event: SeasonEvent): Told => ["ChairRotation-rotation-a", event];

export const decision: DocumentRef = {
  kind: "decision",
  number: "1/QĐ",
  issuedOn: "2021-01-01",
  issuer: "UBND tỉnh",
};
/** The bloc with its members. */
export const constituted = inBloc(
  BlocEvent.create.BlocConstituted({
    ...{ name: "Khối", kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2021-01-01", decision },
    members: units.map((unit) => ({ unit, name: unit })),
  }),
);

/** The bloc gives itself bylaws that say so. */
export const withPolicies = (policies: BylawsPolicies): Told =>
  inBloc(
    BlocEvent.create.BylawsAdopted({
      ...{ version: 1, adoptedOn: "2022-01-01", effectiveFrom: "2022-01-01" },
      bylaws: {
        voting: defaultVotingRules,
        honours: [],
        chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
        policies,
      },
      document: { kind: "bylaws", number: "1/QC", issuedOn: "2022-01-01", issuer: "Khối" },
    }),
  );

/** What is open about the chair after all of these. */
export function chairMatters(...events: Told[]) {
  const { facts } = seatChair.fold(events.map(([stream, event], at) => recorded(stream, event, at + 1)));
  return [...seatChair.all(facts)].flatMap((scope) => seatChair.matters(facts, scope));
}

/** The rotation of a bloc, with a chair and its flag unless the opening says otherwise. */
export const openedRotation = (
  bloc: string,
  { term = "2022", chair = "court" as string | null, deputy = "", policy = {} } = {},
): Told => [
  `ChairRotation-rotation-${bloc}`,
  ChairRotationEvent.create.RotationOpened({
    bloc,
    roster: units.map((unit) => ({ unit })),
    order: units,
    policy: { ...emulationBloc, ...policy },
    calendar: { term, startsOn: `${term}-01-01`, months: 12 },
    ...(chair !== null && { chair }),
    ...(deputy !== "" && { deputy }),
    flag: { flag: "f", issuer: "UBND tỉnh", issuedOn: "2021-01-15" },
  }),
];

export const metConference = (bloc: string): Told => [
  `Conference-${bloc}-2022`,
  ConferenceEvent.create.ConferenceConvened({
    bloc,
    season: "2022",
    kind: "yearEnd",
    heldOn: "2023-01-09",
    place: "Hội trường",
    host: "court",
    agenda: [],
    entitled: units,
    quorum: { numerator: 2, denominator: 3, strict: false },
    proxiesMax: 0,
    bylaws: 1,
  }),
];

const person = { name: "An" };
export const closedConference = (bloc: string, handover?: { condition: string }): Told => [
  `Conference-${bloc}-2022`,
  ConferenceEvent.create.ConferenceClosed({
    closedOn: "2023-01-09",
    minutes: { kind: "minutes", number: "1/BB", issuedOn: "2023-01-09", issuer: "Khối" },
    chair: person,
    secretary: person,
    summary: "Xong",
    ...(handover && { handover }),
  }),
];

type Change = Parameters<typeof certified>[1];

/** A ballot on an office that elects the unit, or nobody. */
export const electing = (
  id: string,
  kind: "chair" | "deputyChair",
  unit: string | undefined,
  change: Change = {},
): Told => [
  `Ballot-${id}`,
  certified(unit === undefined ? [] : [unit], { purpose: { kind }, conference: "a-2022", ...change }),
];

export const annulledBallot = (id: string, annulledOn = "2023-01-12"): Told => [
  `Ballot-${id}`,
  BallotEvent.create.BallotAnnulled({ ground: "irregularity", reason: "Sai thủ tục", annulledOn }),
];

/** The authority names the chair of 2023 by a decision. */
export const byDecision = (chair: string, designatedOn = "2023-01-09"): Told => [
  "ChairRotation-rotation-a",
  ChairRotationEvent.create.ChairDesignated({
    term: "2023",
    chair,
    basis: {
      kind: "document",
      document: { kind: "decision", number: "8/QĐ", issuedOn: designatedOn, issuer: "UBND tỉnh" },
    },
    designatedOn,
  }),
];

/** A complaint about the ballot on the chair, and its answer. */
export const raised = (challenge: string, raisedOn = "2023-01-09"): Told => [
  "Ballot-chair",
  BallotEvent.create.ResultChallenged({ challenge, challenger: "court", ground: "Phiếu sai", raisedOn }),
];
export const dismissed = (challenge: string, decidedOn = "2023-01-14"): Told => [
  "Ballot-chair",
  BallotEvent.create.ChallengeDismissed({ challenge, reason: "Không đúng", decidedOn }),
];
export const upheld = (challenge: string, decidedOn = "2023-01-14"): Told => [
  "Ballot-chair",
  BallotEvent.create.ChallengeUpheld({ challenge, reason: "Đúng", decidedOn }),
];

export const campaign = (event: Told[1]): Told => ["Campaign-2023", event];
/** A campaign of the bloc that runs in 2023, from its draft on. */
export const runningCampaign: Told[] = [
  campaign(
    CampaignEvent.create.CampaignDrafted({
      ...{ bloc: "a", season: "2023", theme: "Thi đua", kind: "standing" },
      ...{ opensOn: "2023-01-01", closesOn: "2024-01-01" },
    }),
  ),
  campaign(
    CampaignEvent.create.CampaignLaunched({
      directive: { ...decision, kind: "directive" },
      launchedOn: "2023-01-10",
      enrolment: { who: "allMembers", opensOn: "2023-01-10", closesOn: "2023-03-31" },
      assessor: "Hội đồng",
    }),
  ),
];
