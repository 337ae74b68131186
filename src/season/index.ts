export { annulRunOffs } from "./annul-run-offs.ts";
export { designateElected } from "./designate-elected.ts";
export { handOverAtClose } from "./hand-over.ts";
export { holdRunOffs } from "./hold-run-offs.ts";
export type { SeasonEvent, SeasonRejection } from "./messages.ts";
export { awardIdOf, proposeElected } from "./propose-elected.ts";
export { runOffId } from "./run-off-memory.ts";
export { type HonourSeats, nextBallotId, successiveBallots } from "./successive-ballots.ts";
