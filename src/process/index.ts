export type { Carrier, Decided } from "./carrier.ts";
export type { Clock } from "./clock.ts";
export {
  LogMissing,
  NotStopped,
  OutcomeUnknown,
  ProcessNameTaken,
  TooManyConsequences,
  UnknownAggregate,
  UnknownProcess,
  VersionTaken,
} from "./faults.ts";
export type { Carried } from "./ledger-walk.ts";
export type { Matter } from "./matters.ts";
export { Addressed, Outcome, Place, ProcessCommand, ProcessEvent, ProcessRejection } from "./messages.ts";
export { type Ledger, processLedger, type Want } from "./process.ts";
export { type AnyProcess, type At, idOf, type Process, type ProcessSpec, process } from "./pure-process.ts";
export { type Fork, type KnownProcess, type ProcessStatus, type Runner, seasonRunner } from "./runner.ts";
export type { SendResult, Stopped } from "./sending.ts";
export { systemClock } from "./system-clock.ts";
export { wantId } from "./want-id.ts";
