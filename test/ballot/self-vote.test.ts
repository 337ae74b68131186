import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  type Changes,
  checkIn,
  closeBox,
  deposits,
  electors,
  issue,
  kept,
  open,
  openBox,
  openVoting,
  submit,
  tally,
} from "./life.ts";

const { create } = BallotCommand;

/** The border guard is absent, and the police vote for it. */
const represented = (...changes: [Changes]) => [
  open(...changes),
  ...electors.filter((unit) => unit !== "border").map(checkIn),
  create.AcceptProxy({ principal: "border", holder: "police" }),
  openVoting,
];

describe("a vote for oneself that the terms do not allow", () => {
  const secondTally = (forPolice: number) => {
    const counted = tally(8, [
      ["procuracy", 8 - forPolice, forPolice],
      ["police", forPolice, 8 - forPolice],
      ["military", 0, 8],
    ]);
    const before = [
      ...represented({ voting: { selfVote: false } }),
      ...electors.map(issue),
      deposits(8),
      closeBox,
      openBox([forPolice, kept("police")], [8 - forPolice, kept("procuracy")]),
      submit("Trần Thị B", counted),
    ];
    return given(ballot, historyOf(ballot, before)).when(submit("Lê Văn C", counted)).decision;
  };

  it("is found in secret papers where the others have too few, the principal's among the unit's own", () => {
    const decision = secondTally(7);
    expect(decision).toMatchObject({ ok: true, events: [{}, { type: "DiscrepancyFound" }] });
    expect(secondTally(6)).toMatchObject({ ok: true, events: [{}, { type: "BallotCounted" }] });
  });

  it("is found without a word of whose it is", () => {
    const decision = secondTally(7);
    const found = decision.ok ? decision.events.at(-1) : undefined;
    expect(found?.data).toEqual({ reading: 1, discrepancy: { kind: "selfVote" } });
  });

  it("is refused aloud, where a unit gives itself points; no points are no vote", () => {
    const aloud = given(
      ballot,
      historyOf(
        ballot,
        represented({
          method: { kind: "score", pointsMax: 5 },
          voting: {
            form: "rollCall",
            selfVote: false,
            threshold: { numerator: 0, denominator: 1, strict: false, base: "validPapers" },
          },
        }),
      ),
    );
    const call = (unit: string, points: number) =>
      create.RecordCalledVote({
        unit,
        vote: { kind: "scores", scores: [{ nominee: "police", points }] },
      });
    aloud.when(call("police", 1)).thenRejected("SelfVote", { unit: "police" });
    expect(aloud.when(call("police", 0)).decision.ok).toBe(true);
    aloud.when(call("border", 1)).thenRejected("SelfVote", { unit: "police" });
    expect(aloud.when(call("court", 5)).decision.ok).toBe(true);
  });
});
