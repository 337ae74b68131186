import type { AwardCommand } from "../award/messages.ts";
import type { BallotCommand } from "../ballot/messages.ts";
import type { BlocCommand } from "../bloc/messages.ts";
import type { CampaignCommand } from "../campaign/messages.ts";
import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { ConferenceCommand } from "../conference/messages.ts";
import type { PledgeCommand } from "../pledge/messages.ts";
import type { ProcessEvent, ProcessRejection } from "../process/messages.ts";
import type { ScoreboardCommand } from "../scoreboard/messages.ts";
import type { SeasonEvent, SeasonRejection } from "../season/messages.ts";

/** Every event of the library: those of a season, and those of the processes beside it. */
export type AnyEvent = SeasonEvent | ProcessEvent;

/** Every command of a season. */
export type AnyCommand =
  | BlocCommand
  | CampaignCommand
  | PledgeCommand
  | ScoreboardCommand
  | ConferenceCommand
  | BallotCommand
  | AwardCommand
  | ChairRotationCommand;

/** Every rejection of a command of the library. */
export type AnyRejection = SeasonRejection | ProcessRejection;
