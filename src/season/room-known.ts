import type { BallotEvent } from "../ballot/messages.ts";
import type { ConferenceEvent, DraftKind } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import { policiesOf } from "../vocabulary/policies.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ClaimingSpec } from "./claiming.ts";
import type { SeasonEvent } from "./messages.ts";

type Opened = DataOf<BallotEvent, "BallotOpened">;
type Terms = Pick<Opened, "purpose" | "season">;
/** A ballot as it was opened, and the last day that is known of it: it is annulled on no day before. */
type Prepared = Terms & { lastOn: CivilDate | undefined };
/** How a ballot ended, by its last word. */
type End = Pick<DataOf<ConferenceEvent, "BallotSettled">, "end" | "settledOn">;
type Draft = { title: string; kind: DraftKind; adoptedOn?: CivilDate };
export type Gathering = {
  bloc: Id;
  openedOn?: CivilDate;
  drafts: Map<Id, Draft>;
  /** The ballots that the minutes name, each with its matter. */
  held: Map<Id, string>;
  /** The pledges that were signed here, by the minutes. */
  signings: Set<Id>;
  cancelledOn?: CivilDate;
  closedOn?: CivilDate;
};

/** What a bloc's conferences and ballots have to do with each other. */
export type RoomKnown = {
  conferences: Map<Id, Gathering>;
  /** The conference of a ballot by its terms, and those whose minutes name a ballot or a pledge. */
  conferencesOf: Map<Id, Set<Id>>;
  /** The ballots that a conference is to hold, by their terms. */
  called: Map<Id, Set<Id>>;
  terms: Map<Id, Prepared>;
  ends: Map<Id, End>;
  pledgers: Map<Id, UnitId>;
  signed: Set<Id>;
  /** The bloc of a campaign or a scoreboard. */
  blocs: Map<Id, Id>;
  /** By bloc: what was issued after a draft of its kind, and when. */
  issued: Map<Id, Issued[]>;
  /** By bloc: in how many days a document has to follow its draft, by the bylaws that were adopted last. */
  documentDays: Map<Id, number>;
};

type Issued = { kind: DraftKind; on: CivilDate };

/** Before anything has happened. */
export const nothingKnown: RoomKnown = {
  conferences: new Map(),
  conferencesOf: new Map(),
  called: new Map(),
  terms: new Map(),
  ends: new Map(),
  pledgers: new Map(),
  signed: new Set(),
  blocs: new Map(),
  issued: new Map(),
  documentDays: new Map(),
};

/** What each fact tells of conferences and of what is done in them. */
export const learnOfRooms: ClaimingSpec<RoomKnown, SeasonEvent>["evolve"] = {
  ConferenceConvened({ conferences }, { bloc }, { id }) {
    conferences.set(id, { bloc, held: new Map(), signings: new Set(), drafts: new Map() });
  },
  ConferenceOpened(facts, { openedOn }, { id }) {
    within(facts, id, (known) => {
      known.openedOn = openedOn;
    });
  },
  DraftTabled(facts, { draft, title, kind }, { id }) {
    within(facts, id, ({ drafts }) => drafts.set(draft, { title, kind }));
  },
  DraftAdopted(facts, { draft }, { id }) {
    within(facts, id, ({ drafts, openedOn }) => {
      const tabled = drafts.get(draft);
      if (tabled && openedOn !== undefined) drafts.set(draft, { ...tabled, adoptedOn: openedOn });
    });
  },
  ConferenceCancelled(facts, { cancelledOn }, { id }) {
    within(facts, id, (known) => {
      known.cancelledOn = cancelledOn;
    });
  },
  ConferenceClosed(facts, { closedOn }, { id }) {
    within(facts, id, (known) => {
      known.closedOn = closedOn;
    });
  },
  BallotHeld(facts, { ballot, matter }, { id }) {
    within(facts, id, ({ held }) => held.set(ballot, matter));
    add(facts.conferencesOf, ballot, id);
  },
  PledgeSigningRecorded(facts, { pledges }, { id }) {
    for (const pledge of pledges) {
      within(facts, id, ({ signings }) => signings.add(pledge));
      add(facts.conferencesOf, pledge, id);
    }
  },
  BallotOpened: termsKnown,
  BallotRevised: termsKnown,
  VotingOpened: votingKnown,
  VotingDayCorrected: votingKnown,
  BallotCertified({ ends }, { certifiedOn: settledOn }, { id }) {
    ends.set(id, { end: "certified", settledOn });
  },
  BallotAnnulled({ ends }, { annulledOn: settledOn }, { id }) {
    ends.set(id, { end: "annulled", settledOn });
  },
  BylawsAdopted(facts, { adoptedOn: on, bylaws }, { id }) {
    issue(facts, id, { kind: "bylaws", on });
    facts.documentDays.set(id, policiesOf(bylaws).awaited.document);
  },
  CampaignDrafted: ({ blocs }, { bloc }, { stream }) => void blocs.set(stream, bloc),
  CampaignPlanIssued: (facts, { plan }, at) => issueIn(facts, at, { kind: "plan", on: plan.issuedOn }),
  MidtermReviewHeld: (facts, { document }, at) =>
    issueIn(facts, at, { kind: "report", on: document.issuedOn }),
  CampaignSummedUp: (facts, { report }, at) => issueIn(facts, at, { kind: "report", on: report.issuedOn }),
  ScoreboardOpened: ({ blocs }, { bloc }, { stream }) => void blocs.set(stream, bloc),
  ScaleAdopted: (facts, { adoptedOn: on }, at) => issueIn(facts, at, { kind: "scoringScale", on }),
  PledgeDrafted({ pledgers }, { unit }, { id }) {
    pledgers.set(id, unit);
  },
  PledgeSigned({ signed }, _, { id }) {
    signed.add(id);
  },
};

function termsKnown({ terms, called, conferencesOf }: RoomKnown, data: Opened, { id }: At): void {
  const { purpose, season, conference, follows } = data;
  const lastOn = follows?.kind === "revote" ? follows.annulledOn : undefined;
  terms.set(id, { purpose, season, lastOn });
  for (const ballots of called.values()) ballots.delete(id);
  if (conference === undefined) return;
  add(called, conference, id);
  add(conferencesOf, id, conference);
}

function votingKnown(
  { terms }: RoomKnown,
  { openedOn }: { openedOn?: CivilDate | undefined },
  { id }: At,
): void {
  const known = terms.get(id);
  if (known && openedOn !== undefined) terms.set(id, { ...known, lastOn: openedOn });
}

function issueIn(facts: RoomKnown, { stream }: At, issued: Issued): void {
  const bloc = facts.blocs.get(stream);
  if (bloc !== undefined) issue(facts, bloc, issued);
}

function issue({ issued: all }: RoomKnown, bloc: Id, issued: Issued): void {
  all.set(bloc, [...(all.get(bloc) ?? []), issued]);
}

/** A conference whose convening a person let the process pass over is not known. */
function within({ conferences }: RoomKnown, id: Id, learn: (known: Gathering) => void): void {
  const known = conferences.get(id);
  if (known) learn(known);
}

function add(all: Map<Id, Set<Id>>, key: Id, item: Id): void {
  const known = all.get(key);
  if (known) known.add(item);
  else all.set(key, new Set([item]));
}
