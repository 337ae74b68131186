export { awardIdOf } from "../award/messages.ts";
export { annulRunOffs } from "./annul-run-offs.ts";
export type { Claim, Claims, Undoing } from "./claim.ts";
export { type Claiming, type ClaimingSpec, claiming } from "./claiming.ts";

export { followMembers } from "./follow-members.ts";
export { holdRunOffs } from "./hold-run-offs.ts";
export { MatterText, type SeasonEvent, type SeasonRejection } from "./messages.ts";
export { oneRoom } from "./one-room.ts";
export type { OpenMatter } from "./open-matter.ts";
export { proposeElected } from "./propose-elected.ts";
export { runOffId } from "./run-off-memory.ts";
export { seatChair } from "./seat-chair.ts";
export { type HonourSeats, nextBallotId, successiveBallots } from "./successive-ballots.ts";
