import type { BallotCommand, BallotEvent } from "../ballot/messages.ts";
import type { ConferenceEvent, DraftKind } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";

type Opened = DataOf<BallotEvent, "BallotOpened">;
type Convened = DataOf<ConferenceEvent, "ConferenceConvened">;
/** A ballot as it was opened. */
export type Prepared = Pick<
  Opened,
  "purpose" | "season" | "conference" | "electors" | "recused" | "follows" | "procedure"
> & {
  /** The last day that is known of it: it is annulled on no day before. */
  lastOn: CivilDate | undefined;
  /** Whether people vote, may vote yet, or vote no more. */
  vote: "awaited" | "open" | "over";
  /** How often its terms were revised; each time its proxies start anew. */
  revisions: number;
  /** The day on which its terms were recorded. */
  knownOn: CivilDate;
};
/** Who is in the room of a conference, and for whom. */
export type Room = Pick<DataOf<BallotCommand, "TakeRoom">, "present" | "proxies">;
/** How a ballot ended, by its last word. */
type End = Pick<DataOf<ConferenceEvent, "BallotSettled">, "end" | "settledOn">;
type Draft = { title: string; kind: DraftKind; adoptedOn?: CivilDate };
export type Gathering = Pick<
  Convened,
  "bloc" | "season" | "bylaws" | "entitled" | "quorum" | "quorumInRoom"
> & {
  /** The day on which its invitation was recorded. */
  knownOn: CivilDate;
  room: Room;
  isOpen: boolean;
  /** The day on which it opened last. */
  openedOn?: CivilDate;
  /** Where it was adjourned while it was open, and is not open again: on which day, and who was in the room. */
  adjourned?: { on: CivilDate; room: Room };
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
  /** By bloc, version by version: in how many days a document has to follow its draft, and from when on. */
  documentDays: Map<Id, { from: CivilDate; days: number }[]>;
  /** The blocs that are dissolved. */
  dissolved: Set<Id>;
  /** By bloc and version: the bylaws under which only units in the room make a quorum. */
  inRoomOnly: Map<Id, Map<number, boolean>>;
};

/** A document, and the conference that adopted it, where it is named. */
export type Issued = { kind: DraftKind; on: CivilDate; conference?: Id | undefined };

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
  dissolved: new Set(),
  inRoomOnly: new Map(),
};
