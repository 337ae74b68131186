import type { BallotEvent } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import { policiesOf } from "../vocabulary/policies.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ClaimingSpec } from "./claiming.ts";
import type { SeasonEvent } from "./messages.ts";
import type { Gathering, Issued, Prepared, Room, RoomKnown } from "./room-known.ts";

type Learn = ClaimingSpec<RoomKnown, SeasonEvent>["evolve"];

/** What each fact tells of what is done at a conference, and after it. */
const learnOfBusiness: Learn = {
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
      known.isOpen = false;
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
  BlocDissolved: ({ dissolved }, _, { id }) => void dissolved.add(id),
  BylawsAdopted(facts, { version, adoptedOn: on, effectiveFrom: from, bylaws, conference }, { id }) {
    issue(facts, id, { kind: "bylaws", on, conference });
    const { awaited, proxyCountsForQuorum } = policiesOf(bylaws);
    const days = { from, days: awaited.document };
    facts.documentDays.set(id, [...(facts.documentDays.get(id) ?? []), days]);
    facts.inRoomOnly.set(
      id,
      new Map([...(facts.inRoomOnly.get(id) ?? []), [version, !proxyCountsForQuorum]]),
    );
  },
  CampaignDrafted: ({ blocs }, { bloc }, { stream }) => void blocs.set(stream, bloc),
  CampaignPlanIssued: (facts, { plan }, at) => issueIn(facts, at, { kind: "plan", on: plan.issuedOn }),
  MidtermReviewHeld: (facts, { document, conference }, at) =>
    issueIn(facts, at, { kind: "report", on: document.issuedOn, conference }),
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

/** What each fact tells of who is in the room of a conference. */
const learnOfAttendance: Learn = {
  ConferenceConvened({ conferences }, invitation, at) {
    const { bloc, season, bylaws, entitled, quorum, quorumInRoom } = invitation;
    conferences.set(at.id, {
      ...{ bloc, season, bylaws, entitled, quorum, quorumInRoom, knownOn: recordedOn(at) },
      ...{ room: { present: [], proxies: [] }, isOpen: false },
      ...{ held: new Map(), signings: new Set(), drafts: new Map() },
    });
  },
  InvitationRevised(facts, { entitled }, { id }) {
    within(facts, id, (known) => {
      const isEntitled = (unit: UnitId) => entitled.includes(unit);
      const { present, proxies } = known.room;
      known.entitled = entitled;
      known.room = {
        present: present.filter(isEntitled),
        proxies: proxies.filter(({ principal, holder }) => isEntitled(principal) && isEntitled(holder)),
      };
    });
  },
  UnitArrived(facts, { unit }, { id }) {
    inRoom(facts, id, ({ present, proxies }) => ({ present: [...present, unit], proxies }));
  },
  UnitLeftRoom(facts, { unit }, { id }) {
    inRoom(facts, id, ({ present, proxies }) => ({
      present: present.filter((one) => one !== unit),
      proxies,
    }));
  },
  ProxyAccredited(facts, { principal, holder }, { id }) {
    inRoom(facts, id, ({ present, proxies }) => ({ present, proxies: [...proxies, { principal, holder }] }));
  },
  ProxyEnded(facts, { principal }, { id }) {
    inRoom(facts, id, ({ present, proxies }) => ({
      present,
      proxies: proxies.filter((proxy) => proxy.principal !== principal),
    }));
  },
  ConferenceOpened(facts, { openedOn }, { id }) {
    within(facts, id, (known) => {
      Object.assign(known, { openedOn, isOpen: true });
      delete known.adjourned;
    });
  },
  ConferenceAdjourned(facts, { from }, { id }) {
    within(facts, id, (known) => {
      const { isOpen, room } = known;
      if (isOpen) known.adjourned = { on: from, room };
      known.isOpen = false;
      known.room = { present: [], proxies: room.proxies };
    });
  },
};

/** What each fact tells of how far a ballot has come. */
const learnOfBallots: Learn = {
  BallotOpened: termsKnown,
  BallotRevised: termsKnown,
  VotingOpened(facts, data, at) {
    votingKnown(facts, data, at);
    vote(facts, at, "open");
  },
  VotingDayCorrected: votingKnown,
  BoxClosed: (facts, _, at) => vote(facts, at, "over"),
  RollCallClosed: (facts, _, at) => vote(facts, at, "over"),
  DiscrepancyFound: (facts, _, at) => vote(facts, at, "over"),
  HandsRetaken: (facts, _, at) => vote(facts, at, "open"),
  BallotCounted: (facts, _, at) => vote(facts, at, "over"),
  ResultConfirmed: (facts, _, at) => vote(facts, at, "over"),
  NomineesAcclaimed: (facts, _, at) => vote(facts, at, "over"),
  AcclamationVoided: (facts, _, at) => vote(facts, at, "awaited"),
  // Who says by hand who is there decides against the room of the conference, until that changes.
  RoomTaken: () => undefined,
  BallotCertified({ ends }, { certifiedOn: settledOn }, { id }) {
    ends.set(id, { end: "certified", settledOn });
  },
  BallotAnnulled(facts, { annulledOn: settledOn }, at) {
    facts.ends.set(at.id, { end: "annulled", settledOn });
    vote(facts, at, "over");
  },
};

/** What each fact tells of conferences and of what is done in them. */
export const learnOfRooms: Learn = { ...learnOfBusiness, ...learnOfAttendance, ...learnOfBallots };

function termsKnown(
  { terms, called, conferencesOf }: RoomKnown,
  data: DataOf<BallotEvent, "BallotOpened">,
  at: At,
): void {
  const { id } = at;
  const { purpose, season, conference, electors, recused, follows, procedure } = data;
  const lastOn = follows?.kind === "revote" ? follows.annulledOn : undefined;
  terms.set(id, {
    ...{ purpose, season, conference, electors, recused, follows, procedure, lastOn, vote: "awaited" },
    ...{ revisions: (terms.get(id)?.revisions ?? -1) + 1, knownOn: recordedOn(at) },
  });
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

function vote({ terms }: RoomKnown, { id }: At, as: Prepared["vote"]): void {
  const known = terms.get(id);
  if (known && known.vote !== as) terms.set(id, { ...known, vote: as });
}

function inRoom(facts: RoomKnown, id: Id, changed: (room: Room) => Room): void {
  within(facts, id, (known) => {
    known.room = changed(known.room);
  });
}

const recordedOn = ({ metadata }: At) => civilDateOf(new Date(metadata.recordedAt));

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
