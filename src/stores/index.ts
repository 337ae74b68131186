export { type Attempts, CommandIdReused, ConcurrencyConflict } from "./attempts.ts";
export {
  type CommandHandler,
  commandHandler,
  commandHandlers,
  type Handled,
  type HandlerOptions,
  type Trace,
  type Traced,
} from "./command-handler.ts";
export type { Appended, EventStore, Placed, Position, StreamStore, Write } from "./event-store.ts";
export { inMemoryStore } from "./in-memory-store.ts";
export { fromJsonLines, toJsonLines } from "./json-lines.ts";
export { eventsOf, loaded } from "./loading.ts";
export { type OverlayStore, overlayStore } from "./overlay-store.ts";
export { wholeLog } from "./whole-log.ts";
export { BrokenWrite, expectSound } from "./writes.ts";
