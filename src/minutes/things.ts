import type { AwardEvent } from "../award/messages.ts";
import type { BallotEvent } from "../ballot/messages.ts";
import type { CampaignEvent } from "../campaign/messages.ts";
import type { ConferenceEvent } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf, Message } from "../kernel/messages.ts";
import type { PledgeEvent } from "../pledge/messages.ts";
import type { ScoreboardEvent } from "../scoreboard/messages.ts";
import type { SeasonEvent } from "../season/messages.ts";

/** What an aggregate is about: whose award of what, which ballot, whose pledge of which season. */
export type Subject =
  | ({ kind: "award" } & Pick<DataOf<AwardEvent, "AwardProposed">, "unit" | "honour" | "season">)
  | ({ kind: "ballot" } & Pick<DataOf<BallotEvent, "BallotOpened">, "purpose" | "season">)
  | ({ kind: "pledge" } & Pick<DataOf<PledgeEvent, "PledgeDrafted">, "unit" | "season">)
  | ({ kind: "campaign" } & Pick<DataOf<CampaignEvent, "CampaignDrafted">, "theme" | "season">)
  | ({ kind: "scoreboard" } & Pick<DataOf<ScoreboardEvent, "ScoreboardOpened">, "season">)
  | ({ kind: "conference" } & Pick<DataOf<ConferenceEvent, "ConferenceConvened">, "heldOn">)
  | { kind: "rotation" };

/** Who complained, and when. */
export type Complaint = Pick<DataOf<BallotEvent, "ResultChallenged">, "challenger" | "raisedOn">;

/**
 * What sentences tell of by an id: people know it by its title, or by what it is about. `thingsIn` reads it from events.
 * `stream`: where the id stands, as a draft is one of its conference.
 */
export type Things = {
  subject(stream: string): Subject | undefined;
  complaint(id: Id, stream: string | undefined): Complaint | undefined;
  /** The title of a draft, a practice or a guest, the name of a target or a criterion. */
  title(part: Part, id: Id, stream: string | undefined): string | undefined;
};

type Part = "criterion" | "draft" | "guest" | "practice" | "target";

/** An event with its stream, as a store gives it. */
type InStream = Message & { metadata: { stream: string } };

/**
 * What these events tell of the things that sentences name. The first events of each stream are enough.
 *
 * @example
 * thingsIn([]).title("draft", "report", "Conference-2022") // undefined
 */
export function thingsIn(events: Iterable<InStream>): Things {
  const subjects = new Map<string, Subject>();
  const [complaints, titles] = [new Map<string, Complaint>(), new Map<string, string>()];
  for (const event of events as Iterable<SeasonEvent & InStream>) {
    const { stream } = event.metadata;
    const subject = subjectOf(event, subjects.get(stream));
    if (subject) subjects.set(stream, subject);
    for (const [part, id, title] of titlesIn(event)) titles.set(placeOf(stream, part, id), title);
    if (event.type === "ResultChallenged") complaints.set(placeOf(stream, event.data.challenge), event.data);
  }
  return {
    subject: (stream) => subjects.get(stream),
    complaint: (id, stream) => complaints.get(placeOf(stream, id)),
    title: (part, id, stream) => titles.get(placeOf(stream, part, id)),
  };
}

const placeOf = (...path: (string | undefined)[]) => JSON.stringify(path);

/** What a stream is about once this has happened in it. */
function subjectOf(event: SeasonEvent, before: Subject | undefined): Subject | undefined {
  switch (event.type) {
    case "AwardProposed":
      return { kind: "award", ...event.data };
    case "BallotOpened":
      return { kind: "ballot", ...event.data };
    case "PledgeDrafted":
      return { kind: "pledge", ...event.data };
    case "CampaignDrafted":
      return { kind: "campaign", season: event.data.season, theme: event.data.theme };
    case "ScoreboardOpened":
      return { kind: "scoreboard", season: event.data.season };
    case "ConferenceConvened":
      return { kind: "conference", heldOn: event.data.heldOn };
    case "ConferenceAdjourned":
      return { kind: "conference", heldOn: event.data.to };
    case "RotationOpened":
      return { kind: "rotation" };
    case "AwardTransferred":
    case "PledgeTransferred":
      return before && "unit" in before ? { ...before, unit: event.data.to } : undefined;
    default:
      return undefined;
  }
}

function titlesIn(event: SeasonEvent): (readonly [Part, Id, string])[] {
  switch (event.type) {
    case "DraftTabled":
      return [["draft", event.data.draft, event.data.title]];
    case "GuestAccredited":
      return [["guest", event.data.guest, event.data.person.name]];
    case "TargetPromised":
      return [["target", event.data.target, event.data.name]];
    case "CampaignCriterionSet":
      return [["criterion", event.data.criterion, event.data.name]];
    case "PracticeFound":
      return [["practice", event.data.practice, event.data.title]];
    case "ScaleAdopted":
      return event.data.criteria.map(({ criterion, name }) => ["criterion", criterion, name]);
    default:
      return [];
  }
}

/** The fields of messages that hold the id of something with a title. */
const titled: ReadonlyMap<string, Part> = /* @__PURE__ */ new Map([
  ["criterion", "criterion"],
  ["criteria", "criterion"],
  ["draft", "draft"],
  ["drafts", "draft"],
  ["guest", "guest"],
  ["practice", "practice"],
  ["target", "target"],
  ["targets", "target"],
]);

/** The data of a message with titles in the place of ids, where they are known. */
export function withTitles<D extends object>(data: D, things: Things, stream: string | undefined): D {
  const entries = Object.entries(data).map(([field, value]) => {
    const part = titled.get(field);
    const titleOf = (id: unknown) =>
      part !== undefined && typeof id === "string" ? (things.title(part, id, stream) ?? id) : id;
    if (part !== undefined) return [field, Array.isArray(value) ? value.map(titleOf) : titleOf(value)];
    if (field !== "findings" || !Array.isArray(value)) return [field, value];
    return [
      field,
      value.map((one: object | string) => (typeof one === "string" ? one : withTitles(one, things, stream))),
    ];
  });
  return Object.fromEntries(entries);
}
