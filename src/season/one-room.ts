import type { BallotCommand, BallotEvent } from "../ballot/messages.ts";
import type { ConferenceCommand, ConferenceEvent } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Claim } from "./claim.ts";
import { type Claiming, claiming } from "./claiming.ts";
import { matterText, type SeasonEvent } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";

type Opened = DataOf<BallotEvent, "BallotOpened">;
type Terms = Pick<Opened, "purpose" | "season">;
/** A ballot as it was opened, and the last day that is known of it: it is annulled on no day before. */
type Prepared = Terms & { lastOn: CivilDate | undefined };
/** How a ballot ended, by its last word. */
type End = Pick<DataOf<ConferenceEvent, "BallotSettled">, "end" | "settledOn">;
type Gathering = {
  /** The ballots that the minutes name, each with its matter. */
  held: Map<Id, string>;
  /** The pledges that were signed here, by the minutes. */
  signings: Set<Id>;
  cancelledOn?: CivilDate;
  closedOn?: CivilDate;
};

/** What a bloc's conferences and ballots have to do with each other. */
type RoomKnown = {
  conferences: Map<Id, Gathering>;
  /** The conference of a ballot by its terms, and those whose minutes name a ballot or a pledge. */
  conferencesOf: Map<Id, Set<Id>>;
  /** The ballots that a conference is to hold, by their terms. */
  called: Map<Id, Set<Id>>;
  terms: Map<Id, Prepared>;
  ends: Map<Id, End>;
  pledgers: Map<Id, UnitId>;
  signed: Set<Id>;
};

/**
 * A conference and what is done in it are one: a ballot that was held there ends in its minutes (C18c), a conference that
 * is cancelled leaves no ballot that goes on (C18d), and a pledge that the minutes say was signed there is signed (C20).
 */
export const oneRoom: Claiming<RoomKnown, SeasonEvent> = /* @__PURE__ */ claiming<RoomKnown, SeasonEvent>({
  name: "one-room",
  version: 1,
  facts: {
    conferences: new Map(),
    conferencesOf: new Map(),
    called: new Map(),
    terms: new Map(),
    ends: new Map(),
    pledgers: new Map(),
    signed: new Set(),
  },
  evolve: {
    ConferenceConvened({ conferences }, _, { id }) {
      conferences.set(id, { held: new Map(), signings: new Set() });
    },
    ConferenceCancelled(facts, { cancelledOn }, { id }) {
      gathering(facts, id).cancelledOn = cancelledOn;
    },
    ConferenceClosed(facts, { closedOn }, { id }) {
      gathering(facts, id).closedOn = closedOn;
    },
    BallotHeld(facts, { ballot, matter }, { id }) {
      gathering(facts, id).held.set(ballot, matter);
      add(facts.conferencesOf, ballot, id);
    },
    PledgeSigningRecorded(facts, { pledges }, { id }) {
      for (const pledge of pledges) {
        gathering(facts, id).signings.add(pledge);
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
    PledgeDrafted({ pledgers }, { unit }, { id }) {
      pledgers.set(id, unit);
    },
    PledgeSigned({ signed }, _, { id }) {
      signed.add(id);
    },
  },
  scopes: ({ conferencesOf }, { id, stream }) =>
    stream.startsWith("Conference-") ? [id] : [...(conferencesOf.get(id) ?? [])],
  all: ({ conferences }) => conferences.keys(),
  claims(facts, conference) {
    const known = facts.conferences.get(conference);
    if (!known) return new Map();
    return new Map([...settlements(facts, conference, known), ...annulments(facts, conference, known)]);
  },
  // What has ended stays so, and a conference that is cancelled stays so.
  undo: () => undefined,
  matters(facts, conference) {
    const known = facts.conferences.get(conference);
    return known ? [...unsigned(facts, conference, known), ...certifiedAnyway(facts, conference, known)] : [];
  },
});

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

/** C18c: the minutes say how each ballot ended that was held there. */
function settlements({ ends }: RoomKnown, conference: Id, { held }: Gathering): [string, Claim][] {
  return [...held].flatMap(([ballot, matter]) => {
    const ended = ends.get(ballot);
    if (!ended) return [];
    const command: ConferenceCommand = { type: "SettleBallot", data: { ballot, ...ended } };
    const claim = {
      law: "C18c",
      // A recount signs another record, and the ballot has ended as before.
      content: { end: ended.end },
      commands: [{ aggregate: "Conference", id: conference, command }],
      unmet: matterText("BallotNotSettled", { matter, end: ended.end }),
    };
    return [[`settled/${conference}/${ballot}`, claim]];
  });
}

/** C18d: a conference that is cancelled leaves no ballot that has no record. */
function annulments(facts: RoomKnown, conference: Id, { cancelledOn }: Gathering): [string, Claim][] {
  const { ends, terms } = facts;
  if (cancelledOn === undefined) return [];
  return ballotsOf(facts, conference).flatMap((ballot) => {
    const known = terms.get(ballot);
    if (!known || ends.has(ballot)) return [];
    const { lastOn = cancelledOn, ...of } = known;
    const annulledOn = lastOn > cancelledOn ? lastOn : cancelledOn;
    const data = { ground: "conferenceCancelled" as const, reason: cancelled, annulledOn };
    const command: BallotCommand = { type: "AnnulBallot", data };
    const claim = {
      law: "C18d",
      content: { cancelledOn },
      commands: [{ aggregate: "Ballot", id: ballot, command }],
      unmet: matterText("BallotOfCancelledConference", of),
    };
    return [[`cancelled/${conference}/${ballot}`, claim]];
  });
}

/** A result that was certified is not taken back by a process: people look at it. */
function certifiedAnyway(facts: RoomKnown, conference: Id, { cancelledOn }: Gathering): OpenMatter[] {
  if (cancelledOn === undefined) return [];
  return ballotsOf(facts, conference).flatMap((ballot) => {
    const known = facts.terms.get(ballot);
    if (!known || facts.ends.get(ballot)?.end !== "certified") return [];
    const { purpose, season } = known;
    const what = matterText("BallotCertifiedThoughCancelled", { purpose, season });
    return [{ key: `certified/${conference}/${ballot}`, law: "C18d", what, since: cancelledOn, ready: [] }];
  });
}

/** The ballots of a conference, by its minutes and by their own terms. */
const ballotsOf = ({ conferences, called }: RoomKnown, conference: Id): Id[] => [
  ...new Set([...(conferences.get(conference)?.held.keys() ?? []), ...(called.get(conference) ?? [])]),
];

/** In the language of the documents, because the reason is stored and printed with them. */
const cancelled = "Hội nghị đã bị hủy";

/** C20: a pledge that the minutes say was signed is signed by the close. */
function unsigned(
  { signed, pledgers }: RoomKnown,
  conference: Id,
  { signings, closedOn }: Gathering,
): OpenMatter[] {
  if (closedOn === undefined) return [];
  return [...signings].flatMap((pledge) => {
    const unit = pledgers.get(pledge);
    if (signed.has(pledge)) return [];
    const what = matterText("PledgeNotSigned", { ...(unit !== undefined && { unit }) });
    return [{ key: `pledge/${conference}/${pledge}`, law: "C20", what, since: closedOn, ready: [] }];
  });
}

/** A conference that nobody convened, as far as this process knows, is one of which nothing else is known. */
function gathering({ conferences }: RoomKnown, id: Id): Gathering {
  const known = conferences.get(id) ?? { held: new Map(), signings: new Set() };
  conferences.set(id, known);
  return known;
}

function add(all: Map<Id, Set<Id>>, key: Id, item: Id): void {
  const known = all.get(key);
  if (known) known.add(item);
  else all.set(key, new Set([item]));
}
