export { conference } from "./conference.ts";
export {
  Adoption,
  ConferenceCommand,
  ConferenceEvent,
  ConferenceKind,
  ConferenceRejection,
  Delegate,
  DelegateRole,
  DraftKind,
  Hands,
} from "./messages.ts";
export { unitsNeeded, unitsPresent, votesInRoom } from "./room.ts";
export type { Conclusion, Conference, Draft, Proceedings } from "./state.ts";
