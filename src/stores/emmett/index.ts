export { type Caused, ForeignEvent } from "./carried.ts";
export { CommandRefused, type EmmettDecider, emmettDecider } from "./emmett-decider.ts";
export {
  CommandRepeated,
  type EmmettEventStore,
  type EmmettMetadata,
  emmettGuard,
  StreamMoved,
} from "./emmett-guard.ts";
export { emmettStore } from "./emmett-store.ts";
export { type EmmettStreams, emmettStreams, OneStreamOnly } from "./emmett-streams.ts";
export { migrate } from "./migrate.ts";
