import { BallotCommand } from "../../src/ballot/messages.ts";
import type { Method, Terms } from "../../src/ballot/terms.ts";
import {
  assembled,
  blank,
  bothSubmit,
  type Changes,
  certify,
  checkIn,
  clear,
  clearTally,
  closeBox,
  electors,
  half,
  issue,
  kept,
  level,
  levelTally,
  open,
  openVoting,
  type Papers,
  ranked,
  recount,
  tally,
  terms,
  voted,
} from "./life.ts";
import { type Published, sealedLife } from "./published.ts";

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

/** Weights, a proxy, a vote in writing, a spoiled paper, and papers that are blank or invalid. */
const weighed = () =>
  sealedLife(
    [
      open({
        weights: [{ unit: "court", votes: 3 }],
        voting: { proxiesMax: 1, selfVote: false },
        procedure: { writtenVotes: true },
      }),
      ...electors.filter((unit) => unit !== "court" && unit !== "border").map(checkIn),
      create.AcceptProxy({ principal: "court", holder: "military" }),
      create.ConsultInWriting({ unit: "border" }),
      openVoting,
      ...electors.map(issue),
      create.ReplacePaper({ unit: "court", spoiled: 1 }),
      closeBox,
    ],
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
  byMethod({ kind: "instantRunoff" }, rankings),
];

const scores = (...points: [string, number][]) =>
  ({ kind: "scores", scores: points.map(([nominee, given]) => ({ nominee, points: given })) }) as const;
const named: Papers = [
  [5, kept("procuracy")],
  [3, kept("police")],
];
const rankings: Papers = [
  [5, ranked("procuracy", "police")],
  [3, ranked("police", "procuracy")],
];
const points: Papers = [
  [5, scores(["procuracy", 5], ["police", 1])],
  [3, scores(["police", 2])],
];
const votes = tally(8, [
  ["procuracy", 5, 0],
  ["police", 3, 0],
  ["military", 0, 0],
]);
const pointed = {
  ...votes,
  lines: [
    { nominee: "procuracy", for: 5, against: 0, points: 25 },
    { nominee: "police", for: 8, against: 0, points: 11 },
    { nominee: "military", for: 0, against: 0, points: 0 },
  ],
};

function byMethod(method: Method, papers: Papers): Published {
  const changes: Changes = { method, voting: { threshold: noBar } };
  const counted = papers === points ? pointed : votes;
  return sealedLife(voted(changes), papers, [...bothSubmit(counted), certify]);
}

const methods: readonly [Method, Papers][] = [
  [{ kind: "plurality" }, named],
  [{ kind: "block" }, named],
  [{ kind: "limited", namesMax: 1 }, named],
  [{ kind: "approval" }, named],
  [{ kind: "pav" }, named],
  [{ kind: "sequentialPav" }, named],
  [{ kind: "equalShares", completion: "approvals" }, named],
  [{ kind: "score", pointsMax: 5 }, points],
  [{ kind: "star", pointsMax: 5 }, points],
  [{ kind: "twoRound" }, rankings],
  [{ kind: "exhaustiveBallot" }, rankings],
  [{ kind: "borda" }, rankings],
  [{ kind: "instantRunoff" }, rankings],
  ...(["scottish", "wigm", "referenceWigm", "minneapolis", "meek", "referenceMeek"] as const).map(
    (variant): [Method, Papers] => [{ kind: "stv", variant }, rankings],
  ),
  [{ kind: "schulze", strength: "margins" }, rankings],
  [{ kind: "rankedPairs", strength: "winning-votes" }, rankings],
  [{ kind: "copeland", variant: "second-order" }, rankings],
  [{ kind: "minimax", strength: "pairwise-opposition" }, rankings],
];

/** A sealed ballot of every method but the one for and against, which the others above use. */
export const livesByMethod = (): [string, Published][] =>
  methods.map(([method, papers]) => [JSON.stringify(method), byMethod(method, papers)]);

/** A ballot that nobody sealed, as far as the closed box. */
export const unsealed = (): readonly BallotCommand[] => [...assembled(), ...electors.map(issue), closeBox];
