import { BallotCommand, type BallotEvent } from "../../src/ballot/messages.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import { byMethod } from "./by-method.ts";
import {
  annul,
  assembled,
  blank,
  bothSubmit,
  type Changes,
  certify,
  clear,
  clearTally,
  closeBox,
  electors,
  finalise,
  half,
  issue,
  kept,
  level,
  levelTally,
  recount,
  tally,
  terms,
  voted,
  weighedVote,
} from "./life.ts";
import { goingOn, type Published, sealedLife } from "./published.ts";

const { create } = BallotCommand;

const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
const sealed = { sealed: true } as const;
const drawn = [{ source: terms.tieData.lotSources[0] ?? "", values: ["123456"] }];

/** Level papers that climb a ladder. */
const climbing = (tieLadder: Terms["voting"]["tieLadder"], ...steps: BallotCommand[]) =>
  sealedLife(voted({ voting: { threshold: half, tieLadder }, procedure: sealed }), level, [
    ...bothSubmit(levelTally),
    ...steps,
    certify,
  ]);

const runOff = (round: number, elected: string[], tied: string[]) => [
  create.CallRunOff({ step: 1, round }),
  create.RecordRunOff({ step: 1, round, ballot: `run-off-${round}`, elected, tied }),
];
const stillTied = ["police", "procuracy"];

/** Ballots that climb ladders, each step taken. */
export const climbed = (): Published[] => [
  climbing([{ kind: "score" }], create.TakeTieStep({ step: 1 })),
  climbing(
    [{ kind: "runOff", roundsMax: 2 }, { kind: "lot" }],
    ...runOff(1, [], stillTied),
    ...runOff(2, [], stillTied),
    create.AnnounceLot({ step: 2 }),
    create.DrawLot({ step: 2, drawn }),
  ),
  climbing(
    [{ kind: "runOff", roundsMax: 2 }, { kind: "seniority" }],
    ...runOff(1, [], stillTied),
    ...runOff(2, [], stillTied),
    create.TakeTieStep({ step: 2 }),
  ),
  climbing([{ kind: "vacantSeat" }], create.TakeTieStep({ step: 1 })),
];

/** Of eight papers one sticks to the box, and is found when the box is read again. */
const readAgain = () =>
  sealedLife(
    voted(),
    clear,
    [recount(2, ...clear), ...bothSubmit(clearTally), certify],
    [
      [5, kept("procuracy")],
      [2, kept("police")],
    ],
  );

/** The papers are misread, so that the chair is tied; the conference names another unit, which decides after a recount. */
export const chairNamedOverReadings = (): Published => {
  const pair = (one: string, other: string) =>
    [
      [4, kept(one)],
      [4, kept(other)],
    ] as const;
  const counted = (one: string, other: string) =>
    bothSubmit(
      tally(
        8,
        ["procuracy", "police", "military"].map((unit) => {
          const votes = unit === one || unit === other ? 4 : 0;
          return [unit, votes, 8 - votes];
        }),
      ),
    );
  const tieData = { ...terms.tieData, chair: "procuracy" };
  const voting = { threshold: half, tieLadder: [{ kind: "chairDecision" } as const] };
  const decidedOn = "2023-01-09";
  return sealedLife(
    voted({ voting, tieData, procedure: sealed }),
    pair("police", "military"),
    [
      ...counted("procuracy", "police"),
      create.NameChair({ chair: "court", namedOn: decidedOn }),
      recount(2, ...pair("police", "military")),
      ...counted("police", "military"),
      create.DecideTie({ step: 1, elected: ["police"], chair: "court", decidedOn }),
      certify,
    ],
    pair("procuracy", "police"),
  );
};

/** Weights, a proxy, a vote in writing, a spoiled paper, and papers that are blank or invalid. */
const weighed = () =>
  sealedLife(
    [...weighedVote([{ unit: "court", votes: 3 }]), closeBox],
    [
      [6, kept("procuracy")],
      [2, kept("police")],
      [1, blank],
      [1, { kind: "invalid", reason: "unreadable" }],
    ],
    [
      ...bothSubmit(
        tally(
          9,
          [
            ["procuracy", 6, 2],
            ["police", 2, 6],
            ["military", 0, 8],
          ],
          { blank: 1, invalid: 1 },
        ),
      ),
      certify,
    ],
  );

/** So many agree that votes could be known, and the terms withhold them. */
const withheld = () =>
  sealedLife(
    voted({ procedure: { smallCells: "withhold" } }),
    [[8, kept("procuracy")]],
    [
      ...bothSubmit(
        tally(8, [
          ["procuracy", 8, 0],
          ["police", 0, 8],
          ["military", 0, 8],
        ]),
      ),
      certify,
    ],
  );

/** Honest ballots of several kinds, to forge from. */
export const honestLives = (): Published[] => [
  sealedLife(voted(), clear, [...bothSubmit(clearTally), certify]),
  ...climbed(),
  readAgain(),
  weighed(),
  withheld(),
  chairNamedOverReadings(),
  ...byMethod.filter(([{ kind }]) => kind === "instantRunoff").map((one) => sealedBy(...one)),
];

/** Certified ballots whose result was undone later, and the event that undid it. */
export const undoings = (): [string, Published, BallotEvent["type"]][] => {
  const plain = sealedLife(voted(), clear, [...bothSubmit(clearTally), certify]);
  const late = create.AnnulBallot({ ...annul("authority").data, annulledOn: "2023-02-01" });
  const byRunOff = climbing([{ kind: "runOff", roundsMax: 1 }], ...runOff(1, ["police"], []));
  const again = { step: 1, round: 1, ballot: "run-off-1" };
  const corrected = { ...again, certification: 2, elected: ["procuracy"], tied: [] };
  return [
    ["an annulment", goingOn(plain, annul("irregularity")), "BallotAnnulled"],
    ["an annulment of what was final", goingOn(plain, finalise, late), "BallotAnnulled"],
    ["a corrected run-off", goingOn(byRunOff, create.RecordRunOff(corrected)), "RunOffCorrected"],
    ["a void run-off", goingOn(byRunOff, create.VoidRunOff({ ...again, reason: "Bị hủy" })), "RunOffVoided"],
    ["a recount", goingOn(plain, recount(2, ...clear)), "PapersRecounted"],
  ];
};

function sealedBy(...[method, papers, counted]: (typeof byMethod)[number]): Published {
  const changes: Changes = { method, voting: { threshold: noBar } };
  return sealedLife(voted(changes), papers, [...bothSubmit(counted), certify]);
}

/** A sealed ballot of every method but the one for and against, which the others above use. */
export const livesByMethod = (): [string, Published][] =>
  byMethod.map((one) => [JSON.stringify(one[0]), sealedBy(...one)]);

/** A ballot that nobody sealed, as far as the closed box. */
export const unsealed = (): readonly BallotCommand[] => [...assembled(), ...electors.map(issue), closeBox];
