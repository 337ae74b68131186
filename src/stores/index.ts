export {
  ConcurrencyConflict,
  commandHandler,
  commandHandlers,
  eventsOf,
  type Handled,
  loaded,
} from "./command-handler.ts";
export type { Appended, EventStore, Placed, Position, Write } from "./event-store.ts";
export { inMemoryStore } from "./in-memory-store.ts";
export { fromJsonLines, toJsonLines } from "./json-lines.ts";
export { wholeLog } from "./whole-log.ts";
export { BrokenWrite, expectSound } from "./writes.ts";
