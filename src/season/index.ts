export { designateElected } from "./designate-elected.ts";
export { handOverAtClose } from "./hand-over.ts";
export { holdRunOffs, runOffId } from "./hold-run-offs.ts";
export type { SeasonEvent, SeasonRejection } from "./messages.ts";
export { type Addressed, idOf, type Process } from "./process.ts";
export { awardIdOf, proposeElected } from "./propose-elected.ts";
export { type Carried, type Handler, seasonRunner, UnknownAggregate } from "./runner.ts";
export { type HonourSeats, nextBallotId, successiveBallots } from "./successive-ballots.ts";
