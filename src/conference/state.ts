import type { CommandRules, EventRules } from "../kernel/decider.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Adoption, ConferenceCommand, ConferenceEvent, ConferenceRejection } from "./messages.ts";

export type CommandData<K extends ConferenceCommand["type"]> = DataOf<ConferenceCommand, K>;
type EventData<K extends ConferenceEvent["type"]> = DataOf<ConferenceEvent, K>;

/** What was decided on a draft. A draft without a conclusion is on the table. */
export type Conclusion =
  | { outcome: "adopted"; by: Adoption }
  | ({ outcome: "rejected" } & Omit<EventData<"DraftRejected">, "draft">)
  | { outcome: "deferred"; reason: string };

export type Draft = EventData<"DraftTabled"> & {
  remarks: EventData<"DraftDiscussed">[];
  amendments: EventData<"DraftAmended">[];
  /** At most one of each unit; an objection that was withdrawn is not here. */
  objections: EventData<"ObjectionRecorded">[];
  conclusion?: Conclusion;
};

type Ballot = EventData<"BallotHeld"> & {
  /** How it ended, by the last word on it; absent while it goes on. */
  settled?: EventData<"BallotSettled">;
};
type Signing = { season: Season; pledges: Id[] };
type Opening = EventData<"ConferenceOpened">;

/** The facts of a conference from its convening on, in every later status. */
export type Proceedings = {
  /** The invitation, with the host and the entitled units of its last revision; `heldOn` and `place` below are in force. */
  invitation: EventData<"ConferenceConvened">;
  heldOn: CivilDate;
  place: string;
  adjournments: EventData<"ConferenceAdjourned">[];
  delegations: EventData<"DelegationAccredited">[];
  proxies: EventData<"ProxyAccredited">[];
  guests: EventData<"GuestAccredited">[];
  /** The units in the room. */
  present: UnitId[];
  drafts: Draft[];
  speeches: EventData<"DirectiveSpeechRecorded">[];
  ballots: Ballot[];
  signings: Signing[];
};

/** One conference of a bloc. */
export type Conference =
  | { status: "blank" }
  | ({ status: "convened" } & Proceedings)
  /** The quorum was absent on the day. More units may still arrive, or the conference is adjourned. */
  | ({ status: "inquorate"; absence: EventData<"QuorumAbsent"> } & Proceedings)
  | ({ status: "open"; opening: Opening } & Proceedings)
  | ({
      status: "closed";
      opening: Opening;
      closing: EventData<"ConferenceClosed">;
      corrections: EventData<"MinutesCorrected">[];
    } & Proceedings)
  | ({ status: "cancelled"; cancellation: EventData<"ConferenceCancelled"> } & Proceedings);

/** The rules of some of the conference's commands, and of some of its events. */
export type CommandSlice<K extends ConferenceCommand["type"]> = Pick<
  CommandRules<Conference, ConferenceCommand, ConferenceEvent, ConferenceRejection>,
  K
>;
export type EventSlice<K extends ConferenceEvent["type"]> = Pick<EventRules<Conference, ConferenceEvent>, K>;

/** In these statuses people may still arrive: the conference is neither closed nor cancelled. */
export const gathering = ["convened", "inquorate", "open"] as const;

/** In all statuses but the first. */
export const convened = [...gathering, "closed", "cancelled"] as const;
