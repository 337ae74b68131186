import {
  annulRunOffs,
  designateElected,
  handOverAtClose,
  holdRunOffs,
  proposeElected,
  successiveBallots,
} from "thidua";
import { followMembers, oneRoom } from "thidua/season";
import { certificate, flag } from "./facts.ts";

/** What follows from what: the one list of the processes of this bloc. */
export const processes = [
  annulRunOffs,
  holdRunOffs,
  proposeElected,
  successiveBallots([
    { honour: flag, seats: 1 },
    { honour: certificate, seats: 2 },
  ]),
  designateElected({ rotation: "khoi" }),
  followMembers,
  oneRoom,
  handOverAtClose({ condition: "nguyên vẹn" }),
];
