import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { ScoreboardEvent } from "../../src/scoreboard/messages.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { nextBallotId } from "../../src/season/round-terms.ts";
import type { Terms } from "../../src/season/rounds-known.ts";
import { runOffId } from "../../src/season/run-offs-known.ts";
import { adopted, bylawsWith, certificate, certified, convened, terms, units } from "./certified.ts";

// A bloc's season as facts of several streams, which may be recorded in any order between the streams.

export type Fact = readonly [stream: string, event: SeasonEvent];

const { create } = BallotEvent;
const decision = { kind: "decision", number: "1/QĐ", issuedOn: "2022-01-01", issuer: "UBND tỉnh" } as const;
const of =
  (stream: string) =>
  (event: SeasonEvent): Fact => [stream, event];

/** The bloc, its first bylaws and the conference. */
export const beginning: readonly Fact[] = [
  [
    "Bloc-bloc",
    BlocEvent.create.BlocConstituted({
      ...{ name: "Khối", kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2022-01-01" },
      members: units.map((unit) => ({ unit, name: `Đơn vị ${unit}` })),
      decision,
    }),
  ],
  ["Bloc-bloc", adopted(bylawsWith(2))],
  [`Conference-${terms.conference}`, convened("bloc")],
];

const annulled = create.BallotAnnulled({
  ground: "irregularity",
  reason: "Sai thủ tục",
  annulledOn: "2023-01-13",
});
const again = (elected: string[], change: object = {}) =>
  certified(elected, { certification: 2, supersedes: 1, certifiedOn: "2023-01-12", ...change });
const opened = (change: Partial<Terms> = {}) => create.BallotOpened({ ...terms, ...change });
const forRound = { purpose: { kind: "honour", honour: certificate } } as const;
const round = nextBallotId("flag", certificate);
const ofFlag = { kind: "revote", ballot: "flag", annulledOn: "2023-01-13" } as const;

const runOff = runOffId("tied", { step: 1, round: 1 });
const follows = { kind: "runOff", ballot: "tied", step: 1, round: 1 } as const;
const ofRunOff = { kind: "revote", ballot: runOff, annulledOn: "2023-01-13" } as const;
const forChair = { purpose: { kind: "chair" } } as const;
const count = (reading: number, tied: string[]) =>
  create.BallotCounted({
    ...{ reading, base: { of: "validPapers", figure: 4, votesNeeded: 3 }, secrecyImpossible: [] },
    figures: {
      ...{ electors: 4, present: 4, consulted: 0, issued: 4, spoiled: 0, returned: 4 },
      ...{ valid: 4, invalid: 0, blank: 0 },
    },
    lines: [{ nominee: "police", for: 2, against: 2, noOpinion: 0 }],
    outcome: {
      ...{ kind: "undecided", elected: [], notElected: ["procuracy", "court"], vacant: 0 },
      undecided: { tied, seats: 1 },
    },
  });
const results = (points: number) =>
  units.map((unit, at) => ({
    ...{ unit, rank: 1, points: points - at, assigned: 10_000, tiedWith: [] },
    lines: [{ criterion: "t1", points: points - at }],
  }));

/** Each stream from its beginning on. */
export const streams: readonly (readonly Fact[])[] = [
  [
    BlocEvent.create.MemberSuspended({ unit: "police", reason: "Điều tra", suspendedOn: "2023-01-05" }),
    BlocEvent.create.MemberAdmitted({
      unit: "border",
      name: "Biên phòng",
      admittedOn: "2023-01-06",
      decision,
    }),
    adopted(bylawsWith(3), { version: 2, effectiveFrom: "2023-01-07" }),
    BlocEvent.create.UnitDisciplined({
      ...{ discipline: "one", unit: "court", form: "reprimand", season: "2022" },
      ...{ disciplinedOn: "2023-01-07", decision },
    }),
    BlocEvent.create.MemberReinstated({ unit: "police", reinstatedOn: "2023-01-08" }),
    BlocEvent.create.DisciplineLifted({ discipline: "one", unit: "court", liftedOn: "2023-01-08", decision }),
  ].map(of("Bloc-bloc")),
  [
    ConferenceEvent.create.ConferenceAdjourned({
      ...{ from: "2023-01-09", to: "2023-01-10", place: "Hội trường", reason: "Mất điện" },
    }),
  ].map(of(`Conference-${terms.conference}`)),
  [
    ScoreboardEvent.create.ScoreboardOpened({ bloc: "bloc", season: "2022", units }),
    ScoreboardEvent.create.ScoreboardFinalised({
      ...{ finalisedOn: "2022-12-28", results: results(9_000), excluded: [] },
    }),
    ScoreboardEvent.create.ScoreboardCorrected({
      ...{ findings: [], exclusions: [], reinstated: [], reason: "Chấm sai", correctedOn: "2023-01-10" },
      ...{ results: results(8_000), excluded: [] },
    }),
  ].map(of("Scoreboard-board")),
  [opened(), certified(["procuracy"]), again(["police"]), annulled].map(of("Ballot-flag")),
  [opened({ follows: ofFlag }), certified(["military"], { follows: ofFlag })].map(of("Ballot-flag-again")),
  [certified(["court"], { ...forRound, follows: { kind: "round", ballot: "flag" } }), annulled].map(
    of(`Ballot-${round}`),
  ),
  [
    opened(forChair),
    count(1, ["military", "police"]),
    create.RunOffCalled({ step: 1, round: 1, field: ["military", "police"], seats: 1 }),
    certified(["military"], forChair),
    annulled,
  ].map(of("Ballot-tied")),
  [certified(["police"], { ...forChair, follows }), annulled].map(of(`Ballot-${runOff}`)),
  [
    opened({ ...forChair, nominees: ["military", "police"], follows: ofRunOff }),
    certified(["military"], { ...forChair, follows: ofRunOff }),
  ].map(of("Ballot-run-off-again")),
];
