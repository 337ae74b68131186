import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotEvent } from "../../src/ballot/messages.ts";
import { retrace } from "../../src/ballot/verify/retrace.ts";
import { verifyLog } from "../../src/ballot/verify/verify-ballot.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { paths } from "./paths.ts";

const lives = paths.map((path) => historyOf(ballot, path));
const [whole = []] = lives;
const altered = (type: BallotEvent["type"], change: (event: BallotEvent) => BallotEvent) =>
  whole.map((event) => (event.type === type ? change(structuredClone(event)) : event));

describe("a log that is decided again", () => {
  it("is right as the ballot wrote it, in every form and with every turn of its life", () => {
    for (const life of lives) expect(retrace(life)).toEqual([]);
  });

  it("names the event that says something else than what is due, and in which field", () => {
    const forged = altered("BallotCounted", (event) => {
      if (event.type === "BallotCounted") event.data.outcome.elected = ["police"];
      return event;
    });
    const at = whole.findIndex(({ type }) => type === "BallotCounted") + 1;
    const differences = [{ path: "outcome.elected.0", published: '"police"', recounted: '"procuracy"' }];
    expect(retrace(forged)[0]).toEqual({
      type: "EventDiffers",
      data: { event: at, name: "BallotCounted", differences },
    });
  });

  it("names an event that no command could have given, says why where it can, and goes on", () => {
    const forged = altered("BallotCertified", (event) => {
      if (event.type === "BallotCertified") event.data.signatories = ["Ai đó", "Người khác"];
      return event;
    });
    const at = whole.findIndex(({ type }) => type === "BallotCertified") + 1;
    const refusal = { type: "NotATeller", data: { name: "Ai đó" } };
    const data = { event: at, name: "BallotCertified", refusal };
    expect(retrace(forged)).toEqual([{ type: "EventUnfounded", data }]);
  });

  it("names what follows by itself and is not there", () => {
    const hidden = lives.find((life) => life.some(({ type }) => type === "DiscrepancyFound")) ?? [];
    const at = hidden.findIndex(({ type }) => type === "DiscrepancyFound");
    const data = { event: at + 1, name: "DiscrepancyFound" };
    expect(retrace(hidden.toSpliced(at, 1))[0]).toEqual({ type: "EventMissing", data });
  });

  it("ends at an event that the ballot cannot have", () => {
    const [opened] = whole;
    const findings = retrace([opened, opened]);
    expect(findings).toMatchObject([{ type: "EventImpossible", data: { event: 2, name: "BallotOpened" } }]);
  });

  it("notices a day that lay ahead when it was recorded", () => {
    const recorded = whole.map((event) => ({
      ...event,
      metadata: { recordedAt: "2023-01-05T03:00:00.000Z" },
    }));
    const at = whole.findIndex(({ type }) => type === "BallotCertified") + 1;
    const refusal = { type: "DateInFuture", data: { date: "2023-01-09", today: "2023-01-05" } };
    expect(retrace(recorded)).toContainEqual({
      type: "EventUnfounded",
      data: { event: at, name: "BallotCertified", refusal },
    });
  });

  it.each([
    ["nothing", [undefined]],
    ["text", ["BoxOpened"]],
    ["an unknown event", [{ type: "constructor", data: {} }]],
    [
      "an event that throws when it is read",
      [
        {
          get type() {
            throw new Error("no");
          },
        },
      ],
    ],
  ])("never throws: %s", (_, log) => {
    const verdict = verifyLog(log);
    expect(verdict).toMatchObject({ ok: false, findings: [{ type: "EventUnreadable", data: { event: 1 } }] });
  });
});
