import type { AnyProcess } from "../../src/process/pure-process.ts";
import { annulRunOffs } from "../../src/season/annul-run-offs.ts";
import { designateElected } from "../../src/season/designate-elected.ts";
import { followMembers } from "../../src/season/follow-members.ts";
import { handOverAtClose } from "../../src/season/hand-over.ts";
import { holdRunOffs } from "../../src/season/hold-run-offs.ts";
import { nominate } from "../../src/season/nominate.ts";
import { oneRoom } from "../../src/season/one-room.ts";
import { successiveBallots } from "../../src/season/successive-ballots.ts";
import type { Honour } from "../../src/vocabulary/honour.ts";

/** A bloc of the random office, the seats of its certificates, and the honours in the order of its votes. */
export type Season = {
  blocs: readonly { bloc: string; seats: number }[];
  flag: Honour;
  certificate: Honour;
};

/** The processes of a season as the README of the library configures them: this is the one place that says so. */
export function seasonProcesses(season: Season): readonly AnyProcess[] {
  const { blocs } = season;
  return [
    nominate,
    ...blocs.map(({ bloc, seats }) => successiveBallots(roundsOf(season, seats), { bloc })),
    ...blocs.map(({ bloc }) => designateElected({ rotation: `rot-${bloc}` })),
    holdRunOffs,
    annulRunOffs,
    oneRoom,
    followMembers,
    handOverAtClose({ condition: "tốt" }),
  ];
}

const roundsOf = ({ flag, certificate }: Season, seats: number) => [
  { honour: flag, seats: 1 },
  { honour: certificate, seats },
];

/** A fault that is planted, and the law under which it must be found. */
export type Plant = { law: string; plant(season: Season): readonly AnyProcess[] };

/** By the word that asks for it. */
export const plants: ReadonlyMap<string, Plant> = new Map([
  [
    "annulments-hidden",
    {
      law: "C2",
      plant: (season: Season) =>
        seasonProcesses(season).map((one) => (one === nominate ? deafTo(one, "BallotAnnulled") : one)),
    },
  ],
  [
    "no-run-offs",
    {
      law: "C9",
      plant: (season: Season) => seasonProcesses(season).filter((one) => one !== holdRunOffs),
    },
  ],
  [
    "one-bloc-for-all",
    {
      law: "C7",
      plant(season: Season) {
        const seats = season.blocs[0]?.seats ?? 1;
        const others = seasonProcesses(season).filter(({ name }) => !name.startsWith("successive-ballots"));
        return [...others, successiveBallots(roundsOf(season, seats))];
      },
    },
  ],
]);

/** The process as if an event of this type never reached it. */
function deafTo(process: AnyProcess, type: string): AnyProcess {
  return {
    ...process,
    answers: process.answers.filter((one) => one !== type),
    reads: new Set([...process.reads].filter((one) => one !== type)),
  };
}
