import type { Folds, Handlers } from "../kernel/decider.ts";
import { reject } from "../kernel/decision.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Adoption, ConferenceCommand, ConferenceEvent, ConferenceRejection } from "./messages.ts";

type EventData<K extends ConferenceEvent["type"]> = DataOf<ConferenceEvent, K>;

/** How a draft ended; a draft without it is on the table. */
export type Conclusion =
  | { outcome: "adopted"; by: Adoption }
  | ({ outcome: "rejected" } & Omit<EventData<"DraftRejected">, "draft">)
  | { outcome: "deferred"; reason: string };

export type Draft = EventData<"DraftTabled"> & {
  remarks: EventData<"DraftDiscussed">[];
  amendments: EventData<"DraftAmended">[];
  /** Those that stand. */
  objections: EventData<"ObjectionRecorded">[];
  conclusion?: Conclusion;
};

export type Ballot = { ballot: Id; matter: string; present: UnitId[] };
type Signing = { season: Season; pledges: Id[] };
type Opening = EventData<"ConferenceOpened">;

/** What is known of a conference from its convening on, whatever became of it. */
export type Proceedings = {
  /** As it was sent out; `heldOn` and `place` beside it are those in force. */
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
  /** The quorum was asked for and not met; latecomers may still come, or it is adjourned. */
  | ({ status: "inquorate"; absence: EventData<"QuorumAbsent"> } & Proceedings)
  | ({ status: "open"; opening: Opening } & Proceedings)
  | ({
      status: "closed";
      opening: Opening;
      closing: EventData<"ConferenceClosed">;
      corrections: EventData<"MinutesCorrected">[];
    } & Proceedings)
  | ({ status: "cancelled"; cancellation: EventData<"ConferenceCancelled"> } & Proceedings);

export type Gathering = Extract<Conference, { status: "convened" | "inquorate" | "open" }>;
export type OpenConference = Extract<Conference, { status: "open" }>;

/** Handlers of some of the conference's commands, and of some of its events. */
export type Deciding<K extends ConferenceCommand["type"]> = Pick<
  Handlers<Conference, ConferenceCommand, ConferenceEvent, ConferenceRejection>,
  K
>;
export type Evolving<K extends ConferenceEvent["type"]> = Pick<Folds<Conference, ConferenceEvent>, K>;

/** Whether people may still come: it is called, and neither over nor off. */
export function isGathering(state: Conference): state is Gathering {
  return state.status === "convened" || state.status === "inquorate" || state.status === "open";
}

export function wrongState({ status }: Conference, ...allowed: Conference["status"][]) {
  return reject({ type: "ConferenceInWrongState", data: { status, allowed } } as const);
}

export const notGathering = (state: Conference) => wrongState(state, "convened", "inquorate", "open");

/** The refusal of a fact that is dated before `from`, or after the day on which it is being recorded. */
export function misdated(
  date: CivilDate,
  metadata: CommandMetadata | undefined,
  from: CivilDate = "0001-01-01",
) {
  if (date < from) return reject({ type: "ConferenceDateTooEarly", data: { date, from } } as const);
  const today = metadata && civilDateOf(metadata.now);
  if (today && date > today)
    return reject({ type: "ConferenceDateInFuture", data: { date, today } } as const);
  return undefined;
}
