import type { AnyProcess } from "../process/pure-process.ts";
import { carryFigures } from "./carry-figures.ts";
import { followMembers } from "./follow-members.ts";
import { holdRounds } from "./hold-rounds.ts";
import { nominate } from "./nominate.ts";
import { oneRoom } from "./one-room.ts";
import { seatChair } from "./seat-chair.ts";

/**
 * All that follows from what in a bloc's year: for a runner, and for the read model of what is open. They are told
 * nothing but what has happened, so one list serves any number of blocs, seasons and rotations of a store.
 *
 * @example
 * seasonProcesses.map(({ name }) => name).includes("seat-chair") // true
 */
export const seasonProcesses: readonly AnyProcess[] = [
  followMembers,
  carryFigures,
  oneRoom,
  holdRounds,
  nominate,
  seatChair,
];
