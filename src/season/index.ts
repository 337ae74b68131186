export { awardIdOf } from "../award/messages.ts";
export { carryFigures } from "./carry-figures.ts";
export type { Claim, Claims, Undoing } from "./claim.ts";
export { type Claiming, type ClaimingSpec, claiming } from "./claiming.ts";

export { followMembers } from "./follow-members.ts";
export { holdRounds } from "./hold-rounds.ts";
export { MatterText, type SeasonEvent, type SeasonRejection } from "./messages.ts";
export { nominate } from "./nominate.ts";
export { oneRoom } from "./one-room.ts";
export type { OpenMatter } from "./open-matter.ts";
export { nextBallotId } from "./round-terms.ts";
export { runOffId } from "./run-offs-known.ts";
export { seasonProcesses } from "./season-processes.ts";
export { seatChair } from "./seat-chair.ts";
