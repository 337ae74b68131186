import type { AnyProcess } from "../../../src/process/pure-process.ts";
import { annulRunOffs } from "../../../src/season/annul-run-offs.ts";
import { designateElected } from "../../../src/season/designate-elected.ts";
import { followMembers } from "../../../src/season/follow-members.ts";
import { handOverAtClose } from "../../../src/season/hand-over.ts";
import { holdRunOffs } from "../../../src/season/hold-run-offs.ts";
import { oneRoom } from "../../../src/season/one-room.ts";
import { proposeElected } from "../../../src/season/propose-elected.ts";
import { successiveBallots } from "../../../src/season/successive-ballots.ts";
import { certificate, flag, letter } from "./office.ts";
import type { Plan } from "./plan.ts";

/** The processes of a season as the README of the library configures them: this is the one place that says so. */
export function processesOf({ blocs }: Plan): readonly AnyProcess[] {
  return [
    proposeElected,
    ...blocs.map(({ bloc, seats, hasLetter }) =>
      successiveBallots(
        [
          { honour: flag, seats: 1 },
          { honour: certificate, seats },
          ...(hasLetter ? [{ honour: letter, seats: 1 }] : []),
        ],
        { bloc },
      ),
    ),
    ...blocs.map(({ bloc }) => designateElected({ rotation: `rotation-${bloc}` })),
    holdRunOffs,
    annulRunOffs,
    oneRoom,
    followMembers,
    handOverAtClose({ condition: "tốt" }),
  ];
}
