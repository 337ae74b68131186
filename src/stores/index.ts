export {
  ConcurrencyConflict,
  commandHandler,
  commandHandlers,
  eventsOf,
  type Handled,
  loaded,
} from "./command-handler.ts";
export type { Appended, EventStore } from "./event-store.ts";
export { inMemoryStore } from "./in-memory-store.ts";
export { fromJsonLines, toJsonLines } from "./json-lines.ts";
