import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { verifyLog } from "../../src/ballot/verify/verify-ballot.ts";
import { given } from "../../src/testing/scenario.ts";
import { annul, assembled, certify, done, finalise, open, tied } from "./life.ts";

const { create } = BallotCommand;
const call = create.CallRunOff({ step: 1, round: 1 });
const recorded = (
  ran: string,
  elected: string[],
  more: { insteadOf?: string; certification?: number } = {},
) => create.RecordRunOff({ step: 1, round: 1, ballot: ran, elected, tied: [], ...more });
const voided = (ran: string) =>
  create.VoidRunOff({ step: 1, round: 1, ballot: ran, reason: "Kết quả bầu lại bị hủy" });
const again = recorded("again", ["procuracy"], { insteadOf: "first" });

/** The run-off was recorded, and is void by now. */
const afterVoid = [
  ...tied({ kind: "runOff", roundsMax: 1 }),
  call,
  recorded("first", ["police"]),
  voided("first"),
];

describe("a void run-off that is voted again", () => {
  it("gives its result by the same call, and the record says in whose place it stands", () => {
    const history = done([...afterVoid, again, certify]);
    expect(ballot.fold(history)).toMatchObject({ status: "certified", outcome: { elected: ["procuracy"] } });
    expect(history.at(-1)).toMatchObject({
      type: "BallotCertified",
      data: { brokenBy: [{ kind: "runOff", round: 1, ballot: "again", insteadOf: "first" }] },
    });
    expect(verifyLog(history)).toEqual({ ok: true });
  });

  it("reaches a ballot that was certified on the void one, and is final", () => {
    const certifiedOnIt = [...afterVoid.slice(0, -1), certify, finalise, voided("first")];
    const history = done([...certifiedOnIt, again]);
    expect(ballot.fold(history)).toMatchObject({ status: "decided", outcome: { elected: ["procuracy"] } });
    expect(verifyLog(history)).toEqual({ ok: true });
  });

  it("is told once: what is sent again changes nothing, and the first one is void already", () => {
    const history = done([...afterVoid, again]);
    given(ballot, history).when(again).thenEvents();
    given(ballot, history).when(voided("first")).thenEvents();
  });

  it("is corrected by its later record, and keeps in whose place it stands", () => {
    const history = done([
      ...afterVoid,
      again,
      certify,
      recorded("again", ["police"], { certification: 2 }),
      certify,
    ]);
    expect(history.at(-1)).toMatchObject({
      data: { brokenBy: [{ ballot: "again", certification: 2, insteadOf: "first" }] },
    });
    expect(verifyLog(history)).toEqual({ ok: true });
  });

  it("may be void itself, and voted once more", () => {
    const third = recorded("third", ["police"], { insteadOf: "again" });
    const history = done([...afterVoid, again, voided("again"), third]);
    expect(ballot.fold(history)).toMatchObject({ status: "decided", outcome: { elected: ["police"] } });
    expect(verifyLog(history)).toEqual({ ok: true });
  });

  it("gives no result where nobody says in whose place, where the round was called again, or was not void", () => {
    given(ballot, done(afterVoid))
      .when(recorded("again", ["procuracy"]))
      .thenRejected("RunOffNotCalled", { round: 1 });
    given(ballot, done([...afterVoid, call]))
      .when(again)
      .thenRejected("RunOffNotCalled", { round: 1 });
    given(ballot, done(afterVoid.slice(0, -1)))
      .when(again)
      .thenRejected("NoTie", {});
  });

  it("leaves the void one void: that is no run-off of a later call", () => {
    const history = done([...afterVoid, again, voided("again"), call]);
    given(ballot, history)
      .when(create.RecordRunOff({ ...recorded("first", ["police"]).data, call: 2 }))
      .thenRejected("RunOffBallotTaken", { ballot: "first", round: 1 });
  });

  it("is not held in its own place", () => {
    given(ballot, done(afterVoid))
      .when(recorded("first", ["procuracy"], { insteadOf: "first" }))
      .thenRejected("RunOffNotCalled", { round: 1 });
  });

  it("counts for nothing where its tie, or the round before it, is gone", () => {
    const follows = { kind: "revote", ballot: "first", annulledOn: "2023-01-09" } as const;
    for (const ground of ["noTieLeft", "roundVoid"] as const) {
      const { decision } = given(ballot, done(assembled({ follows }))).when(annul(ground));
      expect(decision).toMatchObject({ ok: true, events: [{ type: "BallotAnnulled" }] });
      given(ballot, done([open()]))
        .when(annul(ground))
        .thenRejected("AnnulmentGroundAbsent", { ground });
    }
  });
});
