export { ConcurrencyConflict, commandHandler, type Handled } from "./command-handler.ts";
export type { Appended, EventStore } from "./event-store.ts";
export { inMemoryStore } from "./in-memory-store.ts";
export { fromJsonLines, toJsonLines } from "./json-lines.ts";
