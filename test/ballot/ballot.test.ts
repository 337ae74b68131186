import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import type { Method } from "../../src/ballot/method.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  assembled,
  blank,
  bothSubmit,
  type Changes,
  certify,
  challenge,
  checkIn,
  clear,
  clearTally,
  closeBox,
  deposits,
  electors,
  half,
  issue,
  kept,
  level,
  levelTally,
  open,
  openBox,
  openVoting,
  type Papers,
  ranked,
  recount,
  submit,
  tally,
  terms,
  tied,
  uphold,
  voted,
} from "./life.ts";

const { create } = BallotCommand;
const done = (commands: readonly BallotCommand[]) => historyOf(ballot, commands);
/** What the ballot comes to when it holds these papers and the tellers count them so. */
function outcomeOf(changes: Changes, papers: Papers, counted: Parameters<typeof submit>[1]) {
  const [first, second] = bothSubmit(counted);
  const history = done([...voted(changes), openBox(...papers), ...(first ? [first] : [])]);
  return given(ballot, history).when(second ?? openVoting).decision;
}
const counted = (outcome: object) => ({
  ok: true,
  events: [{}, { type: "BallotCounted", data: { outcome } }],
});

describe("a ballot", () => {
  it("elects whoever has more than half of the valid papers", () => {
    expect(outcomeOf({}, clear, clearTally)).toMatchObject(
      counted({ kind: "filled", elected: ["procuracy"], notElected: ["military", "police"], vacant: 0 }),
    );
  });

  it("leaves the seat vacant when nobody has the threshold: a result like any other", () => {
    expect(outcomeOf({}, level, levelTally)).toMatchObject(
      counted({ kind: "unfilled", elected: [], vacant: 1 }),
    );
  });

  it("fills fewer seats than there are when fewer have the threshold", () => {
    expect(outcomeOf({ seats: 2 }, clear, clearTally)).toMatchObject(
      counted({ kind: "partlyFilled", elected: ["procuracy"], vacant: 1 }),
    );
  });

  it("picks nobody of a tie, and names exactly the tied and their seats", () => {
    const changes: Changes = { voting: { threshold: half, tieLadder: [{ kind: "lot" }] } };
    expect(outcomeOf(changes, level, levelTally)).toMatchObject(
      counted({ kind: "undecided", elected: [], undecided: { tied: ["police", "procuracy"], seats: 1 } }),
    );
  });

  it("counts a paper that keeps too many names, or adds one, as invalid, and keeps nothing else of it", () => {
    const { decision } = given(ballot, done(voted())).when(
      openBox(
        [1, kept("procuracy", "police")],
        [1, kept("court")],
        [1, kept("police", "police")],
        [2, { kind: "struck", struck: ["procuracy", "military"] }],
        [3, blank],
      ),
    );
    expect(decision).toEqual({
      ok: true,
      events: [
        {
          type: "BoxOpened",
          data: {
            papers: [
              { papers: 3, paper: { kind: "blank" } },
              { papers: 1, paper: { kind: "invalid", reason: "addedName" } },
              { papers: 1, paper: { kind: "invalid", reason: "tooManyNames" } },
              { papers: 3, paper: { kind: "opinions", for: ["police"], against: ["military", "procuracy"] } },
            ],
          },
        },
      ],
    });
  });

  it.each([
    { blankPapers: "valid", valid: 8, invalid: 0, elected: [] },
    { blankPapers: "invalid", valid: 4, invalid: 4, elected: ["procuracy"] },
  ] as const)("counts blank papers among the $blankPapers ones where bylaws say so", (row) => {
    const { blankPapers, valid, invalid, elected } = row;
    const lines = tally(
      valid,
      [
        ["procuracy", 3, 1],
        ["police", 1, 3],
        ["military", 0, 4],
      ],
      { invalid, blank: 4 },
    );
    const papers: Papers = [
      [3, kept("procuracy")],
      [1, kept("police")],
      [4, blank],
    ];
    const decision = outcomeOf({ procedure: { blankPapers } }, papers, lines);
    expect(decision).toMatchObject(counted({ elected }));
    expect(decision).toMatchObject({
      events: [{}, { data: { figures: { valid, invalid, blank: 4, returned: 8 } } }],
    });
  });

  it("says when no vote in it can be secret: all alike, or too few", () => {
    const all = tally(8, [
      ["procuracy", 8, 0],
      ["police", 0, 8],
      ["military", 0, 8],
    ]);
    expect(outcomeOf({}, [[8, kept("procuracy")]], all)).toMatchObject({
      events: [{}, { data: { secrecyImpossible: ["unanimous"] } }],
    });
    const few = { electors: electors.slice(0, 4) };
    const commands = [open(few), ...few.electors.map(checkIn), openVoting, ...few.electors.map(issue)];
    const counts = tally(4, [
      ["procuracy", 3, 1],
      ["police", 1, 3],
      ["military", 0, 4],
    ]);
    const box = [deposits(4), closeBox, openBox([3, kept("procuracy")], [1, kept("police")])];
    const history = done([...commands, ...box, ...bothSubmit(counts)]);
    expect(history.at(-1)).toMatchObject({ data: { secrecyImpossible: ["fewPapers"] } });
  });
});

describe("the roll of a ballot", () => {
  it("records that a quorum is not there, and that it is once more have come", () => {
    const five = [open(), ...electors.slice(0, 5).map(checkIn)];
    const figures = { eligible: 8, needed: 6 };
    given(ballot, done(five))
      .when(openVoting)
      .thenEvents({ type: "QuorumNotReached", data: { ...figures, present: 5 } });
    given(ballot, done([...five, openVoting]))
      .when(openVoting)
      .thenNothing();
    given(ballot, done([...five, openVoting, checkIn("inspectorate")]))
      .when(openVoting)
      .thenEvents({ type: "VotingOpened", data: { ...figures, present: 6 } });
  });

  it("gives the paper of a unit to whoever holds its proxy, until the unit comes itself", () => {
    const represented = [
      open(),
      ...electors.slice(0, 6).map(checkIn),
      create.AcceptProxy({ principal: "border", holder: "court" }),
      openVoting,
    ];
    given(ballot, done(represented))
      .when(issue("border"))
      .thenEvents({ type: "PaperIssued", data: { unit: "border", receivedBy: "court" } });
    given(ballot, done(represented))
      .when(checkIn("border"))
      .thenEvents(
        { type: "UnitCheckedIn", data: { unit: "border" } },
        { type: "ProxyRevoked", data: { principal: "border", holder: "court", ground: "principalPresent" } },
      );
    // The paper is out already: one vote, whoever comes.
    given(ballot, done([...represented, issue("border")]))
      .when(checkIn("border"))
      .thenEvents({ type: "UnitCheckedIn", data: { unit: "border" } });
    given(ballot, done([...represented, issue("border"), checkIn("border")]))
      .when(issue("border"))
      .thenNothing();
  });

  it("ends a proxy when its holder leaves without having taken the paper", () => {
    given(
      ballot,
      done([open(), checkIn("court"), create.AcceptProxy({ principal: "border", holder: "court" })]),
    )
      .when(create.RecordDeparture({ unit: "court" }))
      .thenEvents(
        { type: "UnitLeft", data: { unit: "court" } },
        { type: "ProxyRevoked", data: { principal: "border", holder: "court", ground: "holderLeft" } },
      );
  });

  it("counts whoever left with its paper as present, and whoever left without as gone", () => {
    const history = done([
      ...assembled(),
      issue("court"),
      create.RecordDeparture({ unit: "court" }),
      create.RecordDeparture({ unit: "border" }),
      ...electors.slice(0, 3).map(issue),
      deposits(4),
      closeBox,
      openBox([4, kept("police")]),
      ...bothSubmit(
        tally(4, [
          ["procuracy", 0, 4],
          ["police", 4, 0],
          ["military", 0, 4],
        ]),
      ),
    ]);
    expect(history.at(-1)).toMatchObject({ data: { figures: { present: 7, issued: 4, returned: 4 } } });
  });
});

describe("a roll-call", () => {
  it("counts whoever called its vote and left as present still", () => {
    const threshold = { ...half, base: "present" } as const;
    const history = done([
      ...assembled({ voting: { form: "rollCall", threshold } }),
      ...electors.map((unit) => create.RecordCalledVote({ unit, vote: kept("police") })),
      create.RecordDeparture({ unit: "court" }),
      create.CloseRollCall({}),
    ]);
    expect(history.at(-1)).toMatchObject({
      data: { figures: { present: 8, returned: 8 }, base: { figure: 8 }, outcome: { elected: ["police"] } },
    });
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
                { figure: "against", nominee: "procuracy", one: 3, other: 2 },
                { nominee: "police", one: 5, other: 4 },
                { nominee: "military", one: 8, other: 7 },
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
      events: [{}, { data: { discrepancy: { kind: "selfVote", nominee: "procuracy" } } }],
    });
  });

  it("is done again beside what it was, and a second record supersedes the first", () => {
    const certified = [...voted(), openBox(...clear), ...bothSubmit(clearTally), certify, challenge, uphold];
    const again = recount(2, [4, kept("procuracy")], [4, kept("police")]);
    const { decision } = given(ballot, done(certified)).when(again);
    expect(decision).toMatchObject({
      events: [{ type: "PapersRecounted", data: { reading: 2, differs: 2 } }],
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
});

describe("the tie ladder of a ballot", () => {
  it("goes by score, and passes on only whom the scores leave level", () => {
    const changes: Changes = {
      seats: 2,
      voting: { threshold: half, tieLadder: [{ kind: "score" }, { kind: "seniority" }] },
      method: { kind: "forAndAgainst", namesMax: 3 },
    };
    const all = tally(8, [
      ["procuracy", 8, 0],
      ["police", 8, 0],
      ["military", 8, 0],
    ]);
    const papers = [
      ...voted(changes),
      openBox([8, kept("procuracy", "police", "military")]),
      ...bothSubmit(all),
    ];
    const step = given(ballot, done(papers)).when(create.TakeTieStep({ step: 1 }));
    expect(step.decision).toMatchObject({
      events: [
        {
          data: {
            outcome: { elected: ["procuracy"], undecided: { tied: ["military", "police"], seats: 1 } },
          },
        },
      ],
    });
    const next = given(ballot, done([...papers, create.TakeTieStep({ step: 1 })])).when(
      create.TakeTieStep({ step: 2 }),
    );
    expect(next.decision).toMatchObject({
      events: [
        {
          data: {
            by: { kind: "seniority" },
            outcome: { kind: "filled", elected: ["military", "procuracy"] },
          },
        },
      ],
    });
  });

  it("leaves the seat vacant when it ends and the tie does not", () => {
    const history = done([
      ...tied({ kind: "runOff", roundsMax: 1 }),
      create.CallRunOff({ step: 1, round: 1 }),
    ]);
    const level = create.RecordRunOff({
      step: 1,
      round: 1,
      ballot: "r",
      elected: [],
      tied: ["police", "procuracy"],
    });
    expect(given(ballot, history).when(level).decision).toMatchObject({
      events: [
        { type: "TieStepTaken" },
        { type: "TieLeftVacant", data: { outcome: { kind: "unfilled", vacant: 1 } } },
      ],
    });
  });

  it("calls a run-off among exactly the tied, for the seats that they are tied for", () => {
    given(ballot, done(tied({ kind: "runOff", roundsMax: 2 })))
      .when(create.CallRunOff({ step: 1, round: 1 }))
      .thenEvents({
        type: "RunOffCalled",
        data: { step: 1, round: 1, field: ["police", "procuracy"], seats: 1 },
      });
  });

  it("announces a lot before it is drawn, and anybody can draw it again", () => {
    const announced = [...tied({ kind: "lot" }), create.AnnounceLot({ step: 1 })];
    const source = terms.tieData.lotSources[0] ?? "";
    expect(done(announced).at(-1)).toEqual({
      type: "LotAnnounced",
      data: { step: 1, candidates: ["police", "procuracy"], seats: 1, sources: [source] },
    });
    const draw = create.DrawLot({ step: 1, drawn: [{ source, values: ["123456"] }] });
    const [one, other] = [
      given(ballot, done(announced)).when(draw),
      given(ballot, done(announced)).when(draw),
    ];
    expect(one.decision).toEqual(other.decision);
    expect(one.state).toMatchObject({ status: "decided", outcome: { kind: "filled" } });
  });

  it("keeps committees whole: who is elected first decides who can be elected with it", () => {
    const changes: Changes = {
      method: { kind: "pav" },
      nominees: ["a", "b", "c", "d"],
      seats: 2,
      voting: {
        threshold: { numerator: 0, denominator: 1, strict: false, base: "validPapers" },
        tieLadder: [{ kind: "seniority" }],
      },
      tieData: { scores: [], seniority: ["c", "a", "b", "d"], lotSources: [] },
    };
    const papers = [...voted(changes), openBox([4, kept("a", "b")], [4, kept("c", "d")])];
    const counts = tally(8, [
      ["a", 4, 0],
      ["b", 4, 0],
      ["c", 4, 0],
      ["d", 4, 0],
    ]);
    const { state } = given(ballot, done([...papers, ...bothSubmit(counts)])).when(
      create.TakeTieStep({ step: 1 }),
    );
    // Neither a and b nor c and d: PAV gives one seat to each half.
    expect(state).toMatchObject({ outcome: { kind: "filled", elected: ["a", "c"] } });
  });
});

describe("every method of a ballot", () => {
  const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
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
  const votes = [
    ["procuracy", 5, 0],
    ["police", 3, 0],
    ["military", 0, 0],
  ] as const;
  const pointed = {
    ...tally(8, [
      ["procuracy", 5, 0],
      ["police", 8, 0],
      ["military", 0, 0],
    ]),
    lines: [
      { nominee: "procuracy", for: 5, against: 0, points: 25 },
      { nominee: "police", for: 8, against: 0, points: 11 },
      { nominee: "military", for: 0, against: 0, points: 0 },
    ],
  };
  const rows: [Method, Papers, ReturnType<typeof tally>][] = [
    [{ kind: "plurality" }, named, tally(8, votes)],
    [{ kind: "block" }, named, tally(8, votes)],
    [{ kind: "limited", namesMax: 1 }, named, tally(8, votes)],
    [{ kind: "approval" }, named, tally(8, votes)],
    [{ kind: "pav" }, named, tally(8, votes)],
    [{ kind: "sequentialPav" }, named, tally(8, votes)],
    [{ kind: "equalShares", completion: "approvals" }, named, tally(8, votes)],
    [{ kind: "score", pointsMax: 5 }, points, pointed],
    [{ kind: "star", pointsMax: 5 }, points, pointed],
    [{ kind: "twoRound" }, rankings, tally(8, votes)],
    [{ kind: "exhaustiveBallot" }, rankings, tally(8, votes)],
    [{ kind: "borda" }, rankings, tally(8, votes)],
    [{ kind: "instantRunoff" }, rankings, tally(8, votes)],
    ...(["scottish", "wigm", "referenceWigm", "minneapolis", "meek", "referenceMeek"] as const).map(
      (variant): [Method, Papers, ReturnType<typeof tally>] => [
        { kind: "stv", variant },
        rankings,
        tally(8, votes),
      ],
    ),
    [{ kind: "schulze", strength: "margins" }, rankings, tally(8, votes)],
    [{ kind: "rankedPairs", strength: "winning-votes" }, rankings, tally(8, votes)],
    [{ kind: "copeland", variant: "second-order" }, rankings, tally(8, votes)],
    [{ kind: "minimax", strength: "pairwise-opposition" }, rankings, tally(8, votes)],
  ];

  it.each(rows)("$kind $variant elects whom a clear majority wants", (method, papers, counts) => {
    expect(outcomeOf({ method, voting: { threshold: noBar } }, papers, counts)).toMatchObject(
      counted({ kind: "filled", elected: ["procuracy"] }),
    );
  });

  it("of names alone has a bar as well: to have the most is not to pass", () => {
    const bar = { numerator: 3, denominator: 4, strict: false, base: "allEligible" } as const;
    expect(
      outcomeOf({ method: { kind: "plurality" }, voting: { threshold: bar } }, named, tally(8, votes)),
    ).toMatchObject(counted({ kind: "unfilled" }));
  });
});
