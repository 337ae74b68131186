import type { ProcessEvent, ProcessRejection } from "../process/messages.ts";
import type { SeasonEvent, SeasonRejection } from "../season/messages.ts";

/** Every event of the library: those of a season, and those of the processes beside it. */
export type AnyEvent = SeasonEvent | ProcessEvent;

/** Every rejection of a command of the library. */
export type AnyRejection = SeasonRejection | ProcessRejection;
