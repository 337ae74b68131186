import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import type { BallotCommand } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import { publishedCount, recountPublished } from "../../src/ballot/publish.ts";
import { ballotEventsEn } from "../../src/minutes/en/ballot.ts";
import { sayEn } from "../../src/minutes/en/say.ts";
import { ballotEventsVi } from "../../src/minutes/vi/ballot.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import {
  bothSubmit,
  type Changes,
  certify,
  checkIn,
  closeBox,
  electors,
  issue,
  kept,
  open,
  openBox,
  openVoting,
  type Papers,
  ranked,
} from "./life.ts";
import { create } from "./refusals.ts";

const noBar = { threshold: { numerator: 0, denominator: 1, strict: false, base: "validPapers" } } as const;
const fiveNominees = ["procuracy", "police", "military", "court", "judgment"];
const points = (...given: number[]): PaperRead => ({
  kind: "scores",
  scores: given.map((point, at) => ({ nominee: fiveNominees[at] ?? "", points: point })),
});

/** The log of a certified ballot with these papers; `absent` units are represented as the pairs say. */
function logOf(changes: Changes, papers: Papers, proxies: readonly (readonly [string, string])[] = []) {
  const opened = open(changes);
  const { data } = opened;
  const absent = proxies.map(([principal]) => principal);
  const voters = data.electors;
  const counted = tallyOf(data, canonicalPapers(data, openBox(...papers).data.papers));
  const commands: BallotCommand[] = [
    opened,
    ...voters.filter((unit) => !absent.includes(unit)).map(checkIn),
    ...proxies.map(([principal, holder]) => create.AcceptProxy({ principal, holder })),
    openVoting,
    ...voters.map(issue),
    closeBox,
    openBox(...papers),
    ...bothSubmit(counted),
    ...(data.voting.tieLadder.length === 0 ? [certify] : []),
  ];
  return historyOf(ballot, commands);
}

const plain: Changes = { voting: { tieLadder: [] } };
const ranking: Changes = {
  method: { kind: "instantRunoff" },
  nominees: fiveNominees,
  voting: { ...noBar, tieLadder: [] },
};

type Row = [
  why: string,
  changes: Changes,
  papers: Papers,
  reasons: readonly string[],
  proxies?: readonly (readonly [string, string])[],
];

const weighed: Changes = { ...plain, weights: [{ unit: "court", votes: 5 }] };

/** Every two nominees are compared; one unit has five of twelve votes. */
const duels: Changes = {
  ...ranking,
  ...{ method: { kind: "schulze", strength: "margins" }, nominees: fiveNominees.slice(0, 3) },
  weights: [{ unit: "court", votes: 5 }],
};

/** Units that are nominated do not vote for themselves. */
const notForOneself: Changes = {
  voting: {
    tieLadder: [],
    selfVote: false,
    threshold: { numerator: 1, denominator: 10, strict: false, base: "validPapers" },
  },
};

const rows: Row[] = [
  [
    "five and three differ in everything",
    plain,
    [
      [5, kept("procuracy")],
      [3, kept("police")],
    ],
    [],
  ],
  [
    "all are for the procuracy, and differ in what else they say",
    { ...plain, seats: 2 },
    [
      [5, kept("procuracy", "police")],
      [3, kept("procuracy", "military")],
    ],
    ["sameOpinion"],
  ],
  [
    "all place the procuracy first, and differ below",
    { ...ranking, nominees: fiveNominees.slice(0, 3) },
    [
      [5, ranked("procuracy", "police")],
      [3, ranked("procuracy", "military")],
    ],
    ["sameOpinion"],
  ],
  [
    "all are against the military, where a paper may keep all three",
    { ...plain, seats: 3 },
    [
      [5, kept("procuracy", "police")],
      [3, kept("procuracy")],
    ],
    ["sameOpinion"],
  ],
  [
    "nobody is for the military, where a paper keeps one name: no secret",
    plain,
    [
      [4, kept("procuracy")],
      [4, kept("police")],
    ],
    [],
  ],
  [
    "of a weight of five among ones, only one choice has five papers",
    weighed,
    [
      [5, kept("procuracy")],
      [4, kept("police")],
      [3, kept("military")],
    ],
    ["heavyUnit"],
  ],
  [
    "of a weight of five among ones, two choices have five papers",
    weighed,
    [
      [7, kept("procuracy")],
      [5, kept("police")],
    ],
    [],
  ],
  [
    "a weight of five could be in two piles, and both are for the procuracy",
    { ...weighed, seats: 2 },
    [
      [5, kept("procuracy", "police")],
      [5, kept("procuracy", "military")],
      [2, kept("police")],
    ],
    ["heavyUnit"],
  ],
  [
    "a weight of three may be in papers that are invalid",
    { ...plain, weights: [{ unit: "court", votes: 3 }] },
    [
      [5, kept("procuracy")],
      [2, kept("police")],
      [3, { kind: "invalid", reason: "unreadable" }],
    ],
    [],
  ],
  [
    "rankings differ, and in the last round only one of two has five papers",
    { ...ranking, weights: [{ unit: "court", votes: 5 }], nominees: fiveNominees.slice(0, 3) },
    [
      [5, ranked("procuracy", "police")],
      [5, ranked("military", "procuracy")],
      [2, ranked("police", "military")],
    ],
    [],
  ],
  [
    "two choices have two papers, and both come to the procuracy in a later round",
    { ...ranking, weights: [{ unit: "court", votes: 2 }], nominees: fiveNominees.slice(0, 4) },
    [
      [3, ranked("procuracy")],
      [2, ranked("court", "procuracy")],
      [1, ranked("police")],
      [1, ranked("police", "military")],
      [1, ranked("police", "court")],
      [1, ranked("police", "procuracy")],
    ],
    ["heavyUnit"],
  ],
  [
    "two rankings have five papers, and both place the procuracy above the police, as the smaller ones do not",
    duels,
    [
      [5, ranked("procuracy", "police", "military")],
      [5, ranked("military", "procuracy", "police")],
      [2, ranked("police", "military", "procuracy")],
    ],
    ["heavyUnit"],
  ],
  [
    "more papers place the procuracy above the police than all other units have",
    duels,
    [
      [4, ranked("procuracy", "military", "police")],
      [4, ranked("military", "procuracy", "police")],
      [4, ranked("police", "procuracy", "military")],
    ],
    ["heavyUnit"],
  ],
  [
    "two rankings have five papers, and all that they agree on is what nobody denies",
    duels,
    [
      [6, ranked("procuracy", "police")],
      [6, ranked("police", "procuracy")],
    ],
    [],
  ],
  [
    "as many papers place the procuracy above the police as the other units have, and any of them may have",
    duels,
    [
      [3, ranked("procuracy", "military", "police")],
      [4, ranked("military", "procuracy", "police")],
      [2, ranked("police", "military", "procuracy")],
      [3, ranked("police", "procuracy", "military")],
    ],
    [],
  ],
  [
    "three hands held eight papers",
    { ...plain, voting: { tieLadder: [], proxiesMax: 3 } },
    [
      [4, kept("procuracy")],
      [4, kept("police")],
    ],
    ["fewHands"],
    [
      ["justice", "court"],
      ["inspectorate", "court"],
      ["border", "court"],
      ["judgment", "procuracy"],
      ["military", "police"],
    ],
  ],
  [
    "one ranking of five nominees stands alone",
    ranking,
    [
      [7, ranked("procuracy", "police")],
      [1, ranked("police", "military", "judgment", "court", "procuracy")],
    ],
    ["signatures"],
  ],
  [
    "points of a thousand are each their voter's own",
    { ...ranking, method: { kind: "score", pointsMax: 1_000 } },
    electors.map((_, at) => [1, points(at === 0 ? 0 : 100 + at, 17)] as const),
    ["sameOpinion", "signatures"],
  ],
  [
    "seven of eight are for a unit that may not vote for itself: all the others are",
    { ...notForOneself, nominees: fiveNominees },
    [
      [7, kept("procuracy")],
      [1, kept("police")],
    ],
    ["noSelfVote"],
  ],
  [
    "six are for two units together, neither of which may vote for itself, and the other two differ",
    { ...notForOneself, nominees: fiveNominees, seats: 2 },
    [
      [4, kept("procuracy", "police")],
      [2, { kind: "kept", kept: ["police", "procuracy"] }],
      [1, kept("police", "military")],
      [1, kept("procuracy", "court")],
    ],
    ["noSelfVote"],
  ],
  [
    "all that a unit may have cast is for one other, as it may not vote for itself",
    { ...notForOneself, nominees: fiveNominees },
    [
      [5, kept("procuracy")],
      [3, kept("police")],
    ],
    ["noSelfVote"],
  ],
  [
    "seven of eight would be known, and one of the seven may be the invalid paper",
    { ...notForOneself, nominees: ["procuracy", "police", "military"] },
    [
      [4, kept("procuracy")],
      [2, kept("police")],
      [1, kept("military")],
      [1, { kind: "invalid", reason: "unreadable" }],
    ],
    [],
  ],
  [
    "three nominees share the papers, and each may have voted for two others",
    { ...notForOneself, nominees: ["procuracy", "police", "military"] },
    [
      [4, kept("procuracy")],
      [2, kept("police")],
      [2, kept("military")],
    ],
    [],
  ],
  [
    "nobody of the electors is nominated, so nobody could vote for itself",
    { ...notForOneself, nominees: ["x", "y"], electors },
    [
      [7, kept("x")],
      [1, kept("y")],
    ],
    [],
  ],
  [
    "a paper in the hand of a nominee is not for it either, and no other is left to be for it",
    { ...notForOneself, nominees: fiveNominees, voting: { ...notForOneself.voting, proxiesMax: 1 } },
    [
      [6, kept("procuracy")],
      [1, kept("police")],
      [1, kept("military")],
    ],
    ["noSelfVote"],
    [["border", "procuracy"]],
  ],
  [
    "seven rank a unit somewhere, and only its own paper does not",
    {
      ...{ ...ranking, nominees: fiveNominees.slice(0, 3) },
      voting: { ...noBar, tieLadder: [], selfVote: false },
    },
    [
      [4, ranked("police", "procuracy")],
      [3, ranked("military", "procuracy")],
      [1, ranked("police", "military")],
    ],
    ["noSelfVote"],
  ],
  [
    "a ranking of three stands alone, as chance has it",
    { ...ranking, nominees: fiveNominees.slice(0, 3) },
    [
      [7, ranked("procuracy", "police")],
      [1, ranked("police", "military")],
    ],
    [],
  ],
];

describe("a count says where the papers themselves can show a vote", () => {
  it.each(rows)("%s", (_, changes, papers, reasons, proxies = []) => {
    const log = logOf(changes, papers, proxies);
    const counted = log.find(({ type }) => type === "BallotCounted");
    expect(counted).toMatchObject({ data: { secrecyImpossible: reasons } });
    // And so before it is published.
    expect(publishedCount(log)?.result.figures.secrecyImpossible).toEqual(reasons);
  });

  it("in both languages", () => {
    const [, , papers] = rows[1] ?? expect.unreachable();
    const log = logOf({ ...plain, seats: 2 }, papers);
    const counted = log.find((event) => event.type === "BallotCounted");
    if (counted?.type !== "BallotCounted") return expect.unreachable();
    const same = (unit: string) => unit;
    expect(ballotEventsEn.BallotCounted(counted.data, sayEn(same))).toContain(
      "The secrecy of the vote cannot be guaranteed, since the papers all say the same of one nominee.",
    );
    expect(ballotEventsVi.BallotCounted(counted.data, sayVi(same))).toContain(
      "Không bảo đảm được bí mật lá phiếu vì tất cả các phiếu có cùng ý kiến về một đơn vị.",
    );
  });
});

describe("terms with a rule for small cells", () => {
  const cells = (smallCells: "merge" | "withhold"): Changes => ({ ...plain, procedure: { smallCells } });
  const published = (changes: Changes, papers: Papers) => publishedCount(logOf(changes, papers));
  const opinions = (...names: string[]) => ({
    kind: "opinions",
    for: names,
    against: ["military", "police", "procuracy"].filter((name) => !names.includes(name)),
  });

  it("put the papers together of which fewer than five are equal", () => {
    const ten = Array.from({ length: 10 }, (_, at) => `u${at}`);
    const papers: Papers = [
      [5, kept("procuracy")],
      [3, kept("police")],
      [2, kept("military")],
    ];
    expect(published({ ...cells("merge"), electors: ten }, papers)?.papers).toEqual({
      groups: [{ papers: 5, paper: opinions("procuracy") }],
      merged: 5,
    });
  });

  it("put a large group with them, where the small ones alone could be subtracted", () => {
    const papers: Papers = [
      [5, kept("procuracy")],
      [3, kept("police")],
    ];
    expect(published(cells("merge"), papers)?.papers).toEqual({ groups: [], merged: 8 });
    expect(published(cells("merge"), [[8, kept("police")]])?.papers).toEqual({
      groups: [{ papers: 8, paper: opinions("police") }],
      merged: 0,
    });
  });

  const unanimous: Papers = [[8, kept("procuracy")]];

  it("withhold papers and lines where a vote could be known, and still say who is elected", () => {
    const count = published(cells("withhold"), unanimous);
    expect(count?.papers).toBeUndefined();
    expect(count?.result).toMatchObject({
      figures: { valid: 8, lines: [], withheld: true },
      outcome: { certified: { elected: ["procuracy"] } },
    });
    expect(
      published(cells("withhold"), [
        [5, kept("procuracy")],
        [3, kept("police")],
      ])?.result,
    ).toMatchObject({
      figures: { lines: [{}, {}, {}], secrecyImpossible: [] },
    });
  });

  it("withhold the reason, too, which tells with the elected how all have voted; the log has it", () => {
    expect(published(cells("withhold"), unanimous)?.result.figures.secrecyImpossible).toEqual([]);
    const counted = logOf(cells("withhold"), unanimous).find((event) => event.type === "BallotCounted");
    expect(counted?.data).toMatchObject({ withheld: true, secrecyImpossible: ["unanimous"] });
  });

  it("are kept by the sentences of the minutes", () => {
    const counted = logOf(cells("withhold"), unanimous).find((event) => event.type === "BallotCounted");
    if (counted?.type !== "BallotCounted") return expect.unreachable();
    const same = (unit: string) => unit;
    const said = [
      ballotEventsEn.BallotCounted(counted.data, sayEn(same)),
      ballotEventsVi.BallotCounted(counted.data, sayVi(same)),
    ];
    expect(said[0]).toContain("The votes for each nominee are not published.");
    expect(said[0]).not.toContain("all the same");
    expect(said[1]).toContain("Không công bố số phiếu của từng đơn vị.");
    expect(said[1]).not.toContain("giống hệt nhau");
  });

  it("let whoever has the papers count them again to the same record", () => {
    const count = published(cells("withhold"), unanimous);
    const papers = Array.from({ length: 8 }, () => kept("procuracy"));
    expect(recountPublished({ terms: count?.terms, facts: count?.facts, papers })).toEqual(count?.result);
  });
});
