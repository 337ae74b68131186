import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { type BallotCommand, BallotCommand as Commands } from "../../src/ballot/messages.ts";
import { climb } from "../../src/ballot/tie-replay.ts";
import { verifyLog } from "../../src/ballot/verify/verify-ballot.ts";
import { given } from "../../src/testing/scenario.ts";
import { bothSubmit, type Changes, certify, done, finalise, kept, openBox, tally, voted } from "./life.ts";

const { create } = Commands;

// PAV gives each half of the papers a seat, and so never both seats to one half.
const halves: Changes = {
  method: { kind: "pav" },
  nominees: ["a", "b", "c", "d"],
  seats: 2,
  voting: {
    threshold: { numerator: 0, denominator: 1, strict: false, base: "validPapers" },
    tieLadder: [{ kind: "runOff", roundsMax: 1 }],
  },
};
const counts = tally(
  8,
  ["a", "b", "c", "d"].map((unit) => [unit, 4, 0]),
);
const called = (changes = halves) => [
  ...voted(changes),
  openBox([4, kept("a", "b")], [4, kept("c", "d")]),
  ...bothSubmit(counts),
  create.CallRunOff({ step: 1, round: 1 }),
];
const result = (elected: string[], certification?: number) =>
  create.RecordRunOff({
    ...{ step: 1, round: 1, ballot: "run-off", elected, tied: [] },
    ...(certification !== undefined && { certification }),
  });
const forbidden = result(["a", "b"]);

describe("a run-off that elects a combination which the method forbids", () => {
  it("is recorded as it was, and sent again changes nothing", () => {
    const history = done([...called(), forbidden]);
    expect(history.at(-2)).toMatchObject({
      type: "TieStepTaken",
      data: {
        by: { kind: "runOff", ballot: "run-off", elected: ["a", "b"], tied: [] },
        outcome: { elected: [], undecided: { tied: ["a", "b", "c", "d"] } },
      },
    });
    given(ballot, history).when(forbidden).thenEvents();
    given(ballot, history)
      .when(result(["b", "a"]))
      .thenEvents();
  });

  it("leaves a final ballot final where its later record says the same", () => {
    const final = done([...called(), forbidden, certify, finalise]);
    given(ballot, final)
      .when(result(["a", "b"], 2))
      .thenEvents();
    const { decision } = given(ballot, final).when(result(["a", "c"], 2));
    expect(decision).toMatchObject({
      events: [
        {
          type: "RunOffCorrected",
          data: { elected: ["a", "c"], tied: [], outcome: { elected: ["a", "c"] } },
        },
      ],
    });
  });

  it("is one that the verifier finds right, corrected or not", () => {
    const life: BallotCommand[] = [...called(), forbidden, certify];
    expect(verifyLog(done(life))).toEqual({ ok: true });
    expect(verifyLog(done([...life, result(["b", "d"], 2)]))).toEqual({ ok: true });
    expect(verifyLog(done([...life, result(["c", "d"], 2), result(["b", "d"], 3)]))).toEqual({ ok: true });
  });

  it("is found out where a log says that it gave something else", () => {
    const history = done([...called(), result(["a", "c"])]);
    const forged = history.map((event) =>
      event.type === "TieStepTaken" && event.data.by.kind === "runOff"
        ? { ...event, data: { ...event.data, by: { ...event.data.by, elected: ["a", "d"] } } }
        : event,
    );
    expect(verifyLog(forged)).toMatchObject({ ok: false, findings: [{ type: "EventDiffers" }] });
  });
});

describe("the record of a run-off", () => {
  const steps = (tied: string[]) => {
    const by = { kind: "runOff" as const, round: 1, ballot: "run-off", elected: ["a"], tied: ["c", "d"] };
    return [{ step: 1, by, elected: ["a"], tied }];
  };

  it("says who stayed tied, or it is found out", () => {
    const state = ballot.fold(done([...called(), result(["a", "c"])]));
    if (state.status !== "decided") throw new Error(state.status);
    const again = (tied: string[]) => () => climb(state.terms, state.counted, steps(tied));
    expect(again(["c", "d"])()).toMatchObject({ elected: ["a"], vacant: 1 });
    expect(again(["b"])).toThrow("gives another result");
  });
});

describe("the ballot of one run-off", () => {
  const twoRounds: Changes = {
    ...halves,
    voting: { ...halves.voting, tieLadder: [{ kind: "runOff", roundsMax: 2 }] },
  };
  const second = create.CallRunOff({ step: 1, round: 2 });

  it("is not the ballot of another", () => {
    const history = done([...called(twoRounds), forbidden, second]);
    given(ballot, history)
      .when(create.RecordRunOff({ step: 1, round: 2, ballot: "run-off", elected: ["a", "c"], tied: [] }))
      .thenRejected("RunOffBallotTaken", { ballot: "run-off", round: 1 });
    given(ballot, history)
      .when(create.VoidRunOff({ step: 1, round: 2, ballot: "run-off", reason: "Bị hủy" }))
      .thenRejected("RunOffBallotTaken", { ballot: "run-off", round: 1 });
  });

  it("is no run-off of a later call either, once it is void without a result", () => {
    const voided = create.VoidRunOff({ step: 1, round: 1, ballot: "run-off", reason: "Bị hủy" });
    const history = done([...called(), voided, create.CallRunOff({ step: 1, round: 1 })]);
    given(ballot, history)
      .when(create.RecordRunOff({ ...result(["a", "c"]).data, call: 2 }))
      .thenRejected("RunOffBallotTaken", { ballot: "run-off", round: 1 });
  });
});
