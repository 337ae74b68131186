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

  it("ends at terms that no ballot opens on, and counts nothing by them", () => {
    const forged = altered("BallotOpened", (event) => {
      if (event.type === "BallotOpened") event.data.seats = 5;
      return event;
    });
    const refusal = { type: "MoreSeatsThanNominees", data: { seats: 5, nominees: 3 } };
    const unfounded = { type: "EventUnfounded", data: { event: 1, name: "BallotOpened", refusal } };
    expect(retrace(forged)).toEqual([unfounded]);
  });

  it("goes on past papers that no rule can count", () => {
    const forged = altered("BoxOpened", (event) => {
      if (event.type === "BoxOpened")
        for (const group of event.data.papers)
          if (group.paper.kind === "opinions") group.paper.for.push("nobody");
      return event;
    });
    const at = whole.findIndex(({ type }) => type === "BoxOpened") + 1;
    expect(retrace(forged)[0]).toMatchObject({ type: "EventDiffers", data: { event: at } });
  });

  it("ends at the twentieth finding", () => {
    const [opened] = whole;
    const absent = Array.from({ length: 30 }, () => ({ type: "BoxOpened", data: {} }));
    expect(retrace([opened, ...absent])).toHaveLength(20);
    const unfounded = Array.from({ length: 30 }, () => ({ type: "DepositsCounted", data: { deposited: 0 } }));
    const opening = whole.findIndex(({ type }) => type === "VotingOpened") + 1;
    expect(retrace([...whole.slice(0, opening), ...unfounded])).toHaveLength(20);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["an object", {}],
    ["text", "BoxOpened"],
    ["what only looks like a list", { length: 3 }],
    ["a list that throws when it is read", new Proxy([], { get: () => expect.unreachable() })],
    ["more events than any ballot has", Array.from({ length: 100_001 }, () => null)],
  ])("is refused as no list of events, and nothing is thrown: %s", (_, log) => {
    expect(verifyLog(log)).toMatchObject({ ok: false, findings: [{ type: "LogUnreadable" }] });
  });

  it("is refused where it has no event: nothing is shown by it", () => {
    expect(verifyLog([])).toEqual({ ok: false, findings: [{ type: "LogEmpty", data: {} }] });
  });

  it.each([
    ["nothing", [undefined]],
    ["a place left empty", new Array(1)],
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
