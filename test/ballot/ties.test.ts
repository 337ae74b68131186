import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { given } from "../../src/testing/scenario.ts";
import { drawLot } from "../../src/vocabulary/verifiable-lot.ts";
import { verifyLot } from "../../src/vocabulary/verify-lot.ts";
import { bothSubmit, type Changes, done, half, kept, openBox, tally, terms, tied, voted } from "./life.ts";
import { runningOff } from "./paths.ts";

const { create } = BallotCommand;
const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;

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

  it("is its parent's alone: a run-off that ends level is certified so", () => {
    const certified = done(runningOff).find(({ type }) => type === "BallotCertified");
    expect(certified).toMatchObject({
      data: {
        outcome: { kind: "undecided", undecided: { tied: ["police", "procuracy"], seats: 1 } },
        follows: { kind: "runOff", ballot: "flag-2022", step: 1, round: 1 },
      },
    });
  });

  it("announces a lot before it is drawn, and anybody can draw it again", () => {
    const announced = [...tied({ kind: "lot" }), create.AnnounceLot({ step: 1 })];
    const source = terms.tieData.lotSources[0] ?? "";
    const lot = { candidates: ["police", "procuracy"], seats: 1, sources: [source] };
    expect(done(announced).at(-1)).toEqual({ type: "LotAnnounced", data: { step: 1, ...lot } });
    const elected = ["123456", "7", "8", "9"].map((value) => {
      const drawn = [{ source, values: [value] }];
      const { state } = given(ballot, done(announced)).when(create.DrawLot({ step: 1, drawn }));
      // Whoever knows the candidates and the drawn values finds the same unit.
      const again = verifyLot({ announced: lot, lot: drawLot({ candidates: lot.candidates, drawn }) });
      const picked = again.ok ? again.picked : [];
      expect(state).toMatchObject({ status: "decided", outcome: { kind: "filled", elected: picked } });
      return picked[0];
    });
    expect(new Set(elected)).toEqual(new Set(lot.candidates));
  });

  it("takes a value as the lottery prints it, and keeps it without the zeros before it", () => {
    const [source = ""] = terms.tieData.lotSources;
    const { data } = create.DrawLot({ step: 1, drawn: [{ source, values: ["012345", "000", "0"] }] });
    expect(data.drawn).toEqual([{ source, values: ["12345", "0", "0"] }]);
    expect(() => create.DrawLot({ step: 1, drawn: [{ source, values: ["1054.21"] }] })).toThrow(
      'data.drawn[0].values[0]: wholeNumber, got "1054.21"',
    );
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

  it("takes the run-off of a committee whole, and leaves all tied where it fits no combination", () => {
    const changes: Changes = {
      method: { kind: "pav" },
      nominees: ["a", "b", "c", "d"],
      seats: 2,
      voting: { threshold: noBar, tieLadder: [{ kind: "runOff", roundsMax: 2 }] },
    };
    const counts = tally(8, [
      ["a", 4, 0],
      ["b", 4, 0],
      ["c", 4, 0],
      ["d", 4, 0],
    ]);
    const called = [
      ...voted(changes),
      openBox([4, kept("a", "b")], [4, kept("c", "d")]),
      ...bothSubmit(counts),
      create.CallRunOff({ step: 1, round: 1 }),
    ];
    const outcomeOf = (elected: string[], tied: string[]) =>
      given(ballot, done(called)).when(
        create.RecordRunOff({ step: 1, round: 1, ballot: "run-off", elected, tied }),
      ).state;
    const all = [
      ["a", "c"],
      ["a", "d"],
      ["b", "c"],
      ["b", "d"],
    ];
    expect(outcomeOf(["b", "c"], [])).toMatchObject({ status: "decided", outcome: { elected: ["b", "c"] } });
    // PAV gives each half of the papers a seat, and so never a and b together: the next round follows.
    expect(outcomeOf(["a", "b"], [])).toMatchObject({
      status: "undecided",
      outcome: { elected: [], undecided: { tied: ["a", "b", "c", "d"], seats: 2, completions: all } },
      ladder: { step: 1, round: 2 },
    });
    expect(outcomeOf(["a"], ["c", "d"])).toMatchObject({
      outcome: { elected: ["a"], notElected: ["b"], undecided: { tied: ["c", "d"], seats: 1 } },
    });
    // Of b and c, only c can sit beside a.
    expect(outcomeOf(["a"], ["b", "c"])).toMatchObject({
      status: "decided",
      outcome: { elected: ["a", "c"] },
    });
    expect(outcomeOf([], [])).toMatchObject({ status: "decided", outcome: { elected: [], vacant: 2 } });
  });
});
