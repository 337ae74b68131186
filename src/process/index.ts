export { Addressed, Outcome, Place, ProcessCommand, ProcessEvent, ProcessRejection } from "./messages.ts";
export { type Ledger, processLedger, type Want } from "./process.ts";
export { type AnyProcess, type At, idOf, type Process, type ProcessSpec, process } from "./pure-process.ts";
export { wantId } from "./want-id.ts";
