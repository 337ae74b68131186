import type { AwardEvent, AwardRejection } from "../award/messages.ts";
import type { BallotEvent, BallotRejection } from "../ballot/messages.ts";
import type { BlocEvent, BlocRejection } from "../bloc/messages.ts";
import type { CampaignEvent, CampaignRejection } from "../campaign/messages.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "../chair-rotation/messages.ts";
import type { ConferenceEvent, ConferenceRejection } from "../conference/messages.ts";
import type { PledgeEvent, PledgeRejection } from "../pledge/messages.ts";
import type { ScoreboardEvent, ScoreboardRejection } from "../scoreboard/messages.ts";

/** Every event of a season. */
export type SeasonEvent =
  | BlocEvent
  | CampaignEvent
  | PledgeEvent
  | ScoreboardEvent
  | ConferenceEvent
  | BallotEvent
  | AwardEvent
  | ChairRotationEvent;

/** Every rejection of a command. */
export type SeasonRejection =
  | BlocRejection
  | CampaignRejection
  | PledgeRejection
  | ScoreboardRejection
  | ConferenceRejection
  | BallotRejection
  | AwardRejection
  | ChairRotationRejection;
