import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import type { PaperGroupRead } from "../../src/ballot/paper.ts";
import { papersApart } from "../../src/ballot/reconciliation.ts";
import { given } from "../../src/testing/scenario.ts";
import {
  bothSubmit,
  type Changes,
  certify,
  challenge,
  clear,
  clearTally,
  dismiss,
  done,
  finalise,
  kept,
  level,
  levelTally,
  openBox,
  openVoting,
  type Papers,
  ranked,
  recount,
  submit,
  tally,
  terms,
  uphold,
  voted,
} from "./life.ts";

const { create } = BallotCommand;
/** What the ballot comes to when it holds these papers and the tellers count them so. */
function outcomeOf(changes: Changes, papers: Papers, counted: Parameters<typeof submit>[1]) {
  const [first, second] = bothSubmit(counted);
  const history = done([...voted(changes), openBox(...papers), ...(first ? [first] : [])]);
  return given(ballot, history).when(second ?? openVoting).decision;
}

describe("the tally of papers", () => {
  it("reads names kept and names struck out as the opinions that they are", () => {
    const papers: PaperGroupRead[] = [
      { papers: 2, paper: kept("police") },
      { papers: 1, paper: { kind: "struck", struck: ["military", "procuracy"] } },
    ];
    expect(tallyOf(terms, canonicalPapers(terms, papers))).toEqual({
      valid: 3,
      invalid: 0,
      blank: 0,
      lines: [
        { nominee: "procuracy", for: 0, against: 3 },
        { nominee: "police", for: 3, against: 0 },
        { nominee: "military", for: 0, against: 3 },
      ],
    });
  });

  it("is not taken of papers of another method, nor of raw papers", () => {
    expect(() => canonicalPapers(terms, [{ papers: 1, paper: ranked("police") }])).toThrow(RangeError);
    const raw: PaperGroupRead[] = [{ papers: 1, paper: kept("police") }];
    // @ts-expect-error raw papers are not in canonical form
    const tallyOfRaw = () => tallyOf(terms, raw);
    expect(tallyOfRaw().lines).not.toEqual(tallyOf(terms, canonicalPapers(terms, raw)).lines);
  });
});

describe("the count of a ballot", () => {
  it("stops at a box that holds another number of papers than were put in", () => {
    given(ballot, done(voted()))
      .when(openBox([7, kept("police")]))
      .thenEvents(
        {
          type: "BoxOpened",
          data: {
            papers: [
              { papers: 7, paper: { kind: "opinions", for: ["police"], against: ["military", "procuracy"] } },
            ],
          },
        },
        {
          type: "DiscrepancyFound",
          data: { reading: 1, discrepancy: { kind: "deposits", deposited: 8, found: 7 } },
        },
      );
  });

  it("stops at tellers who differ, and says in what", () => {
    const other = {
      ...clearTally,
      lines: clearTally.lines.map((line) => ({ ...line, against: line.against - 1 })),
    };
    const history = done([...voted(), openBox(...clear), submit("Lê Văn C", clearTally)]);
    const { decision, state } = given(ballot, history).when(submit("Phạm D", other));
    expect(state.status).toBe("discrepancy");
    expect(decision).toMatchObject({
      events: [
        {},
        {
          data: {
            discrepancy: {
              kind: "tallies",
              differences: [
                { figure: "against", nominee: "procuracy", first: 3, second: 2 },
                { nominee: "police", first: 5, second: 4 },
                { nominee: "military", first: 8, second: 7 },
              ],
            },
          },
        },
      ],
    });
  });

  it("stops at tellers who agree with each other and not with the papers", () => {
    const history = done([...voted(), openBox(...clear), submit("Lê Văn C", levelTally)]);
    const { decision } = given(ballot, history).when(submit("Phạm D", levelTally));
    expect(decision).toMatchObject({ events: [{}, { data: { discrepancy: { kind: "papers" } } }] });
  });

  it("stops where the papers themselves show that a unit voted for itself against the rule", () => {
    const all = tally(8, [
      ["procuracy", 8, 0],
      ["police", 0, 8],
      ["military", 0, 8],
    ]);
    const decision = outcomeOf({ voting: { selfVote: false } }, [[8, kept("procuracy")]], all);
    expect(decision).toMatchObject({
      events: [{}, { data: { discrepancy: { kind: "selfVote" } } }],
    });
  });

  it("is done again beside what it was, and a second record supersedes the first", () => {
    const certified = [...voted(), openBox(...clear), ...bothSubmit(clearTally), certify, challenge, uphold];
    const again = recount(2, [4, kept("procuracy")], [4, kept("police")]);
    const { decision } = given(ballot, done(certified)).when(again);
    expect(decision).toMatchObject({
      events: [{ type: "PapersRecounted", data: { reading: 2, differs: 1 } }],
    });
    const history = done([...certified, again, ...bothSubmit(levelTally)]);
    const second = create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-13" });
    expect(given(ballot, history).when(second).decision).toMatchObject({
      events: [
        { data: { certification: 2, supersedes: 1, outcome: { kind: "unfilled" }, count: { reading: 2 } } },
      ],
    });
    expect(history.map(({ type }) => type)).toContain("BoxOpened");
  });

  it.each<[string, Papers, Papers, number]>([
    [
      "six of seven",
      [[7, kept("police")]],
      [
        [1, kept("police")],
        [6, kept("military")],
      ],
      6,
    ],
    [
      "one of seven",
      [[7, kept("police")]],
      [
        [6, kept("police")],
        [1, kept("military")],
      ],
      1,
    ],
    ["two that were overlooked", [[5, kept("police")]], [[7, kept("police")]], 2],
    [
      "one, and one that is gone",
      [[8, kept("police")]],
      [
        [6, kept("police")],
        [1, kept("military")],
      ],
      2,
    ],
    ["none", [[8, kept("police")]], [[8, kept("police")]], 0],
  ])("is done again, and each paper that is read otherwise counts once: %s", (_, first, second, differs) => {
    const [before, after] = [first, second].map((papers) =>
      canonicalPapers(
        terms,
        papers.map(([count, paper]) => ({ papers: count, paper })),
      ),
    );
    expect(papersApart(before ?? [], after ?? [])).toBe(differs);
  });

  it("is not certified again, nor annulled, on a day before the challenge was upheld that led to it", () => {
    const upheld = [...voted(), openBox(...clear), ...bothSubmit(clearTally), certify, challenge, uphold];
    const history = done([...upheld, recount(2, ...level), ...bothSubmit(levelTally)]);
    const outside = { date: "2023-01-11", earliest: "2023-01-12" };
    given(ballot, history)
      .when(create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-11" }))
      .thenRejected("DateOutside", outside);
    const annulment = { ground: "irregularity" as const, reason: "Sai quy chế", annulledOn: "2023-01-11" };
    given(ballot, history).when(create.AnnulBallot(annulment)).thenRejected("DateOutside", outside);
  });

  it("is not final on a day before the last complaint was dismissed", () => {
    const late = create.DismissChallenge({ ...dismiss.data, decidedOn: "2023-01-25" });
    const history = done([
      ...voted(),
      openBox(...clear),
      ...bothSubmit(clearTally),
      certify,
      challenge,
      late,
    ]);
    given(ballot, history)
      .when(finalise)
      .thenRejected("DateOutside", { date: "2023-01-20", earliest: "2023-01-25" });
  });
});
