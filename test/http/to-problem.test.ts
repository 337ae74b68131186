import { describe, expect, it } from "vitest";
import { problemType, toProblem } from "../../src/http/to-problem.ts";
import { MetadataMissing, NewerEvent, UnknownMessage } from "../../src/kernel/errors.ts";
import { checked } from "../../src/kernel/input.ts";
import { en } from "../../src/minutes/en.ts";
import { vi } from "../../src/minutes/vi.ts";
import { PledgeCommand, PledgeRejection } from "../../src/pledge/messages.ts";
import {
  NotStopped,
  OutcomeUnknown,
  TooManyConsequences,
  UnknownAggregate,
  UnknownProcess,
} from "../../src/process/faults.ts";
import { CommandIdReused, ConcurrencyConflict } from "../../src/stores/attempts.ts";
import { CommandRefused } from "../../src/stores/emmett/emmett-decider.ts";

const names = (id: string) => (id === "police" ? "Công an tỉnh" : undefined);

/** What is thrown. */
function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}

describe("a refusal, as the answer to a request", () => {
  it("tells the rule in the reader's language, and the rejection as data", () => {
    const rejection = PledgeRejection.create.PledgeTaken({ unit: "police", season: "2022" });
    expect(toProblem(rejection, vi, names)).toEqual({
      type: "urn:thidua:rejection:PledgeTaken",
      title: "Không được chấp nhận",
      status: 422,
      detail: expect.stringContaining("Công an tỉnh"),
      rejection,
    });
    expect(toProblem(rejection, en).detail).not.toBe(toProblem(rejection, vi).detail);
  });

  it("says that it is out of turn where the aggregate has another status", () => {
    const rejection = PledgeRejection.create.WrongState({
      aggregate: "Pledge",
      status: "signed",
      allowed: ["draft"],
    });
    expect(toProblem(rejection, en)).toMatchObject({ status: 409, title: "Not at this time" });
  });
});

describe("a refusal of an aggregate of one's own, as the answer to a request", () => {
  const passed = { type: "DayPassed", data: { day: "2023-01-01" } };
  const inState = { type: "WrongState", data: { aggregate: "Hall", status: "booked", allowed: ["blank"] } };

  it("is told in general where the language has no phrase for it, with the rejection as data", () => {
    expect(toProblem(passed, en)).toEqual({
      type: "urn:thidua:rejection:DayPassed",
      title: "Refused",
      status: 422,
      detail: "A rule does not allow this.",
      rejection: passed,
    });
    expect(toProblem(passed, vi).detail).toBe("Quy định không cho phép việc này.");
  });

  it("is out of turn where the aggregate has another status", () => {
    expect(toProblem(inState, en)).toMatchObject({ status: 409, rejection: inState });
    expect(toProblem(inState, en).detail).toContain("Hall");
  });

  it.each<[string, unknown]>([
    ["data that its phrase cannot read", { type: "WrongState", data: {} }],
    ["data that is null", { type: "PledgeTaken", data: null }],
    ["a name of every object", { type: "constructor", data: {} }],
    ["nothing at all", undefined],
    ["a text that was thrown", "broken"],
    ["problems that are none", Object.assign(new Error("x"), { name: "InvalidInput", problems: [null] })],
  ])("is answered with %s", (_, fault) => {
    for (const language of [vi, en]) {
      const problem = toProblem(fault as Error, language);
      expect(problem.status).toBeGreaterThanOrEqual(400);
      expect(problem.detail).toMatch(/\.$/u);
    }
  });

  it("is answered where the names of units cannot be told", () => {
    const rejection = PledgeRejection.create.PledgeTaken({ unit: "police", season: "2022" });
    const broken = () => {
      throw new Error("the directory is away");
    };
    expect(toProblem(rejection, en, broken)).toMatchObject({ status: 422, rejection });
  });
});

describe("a refusal that Emmett's handler has thrown", () => {
  it("is the rejection that it carries", () => {
    const rejection = PledgeRejection.create.PledgeEmpty({});
    expect(toProblem(new CommandRefused(rejection), en)).toEqual(toProblem(rejection, en));
    const data = { aggregate: "Pledge" as const, status: "signed" as const };
    const inState = PledgeRejection.create.WrongState({ ...data, allowed: ["draft"] });
    expect(toProblem(new CommandRefused(inState), vi)).toEqual(toProblem(inState, vi));
  });
});

describe("an error, as the answer to a request", () => {
  it("names each field with its rule and value, and a sentence, where the input has not its form", () => {
    const bad = { type: "DropTarget", data: { target: "" } };
    const problem = toProblem(
      thrownBy(() => checked(PledgeCommand, bad)),
      vi,
    );
    expect(problem).toMatchObject({ type: "urn:thidua:error:InvalidInput", status: 400 });
    expect(problem.problems).toMatchObject([{ field: "data.target", value: '""' }]);
    expect(problem.detail).toBe(problem.problems?.map(({ sentence }) => sentence).join(" "));
  });

  it.each<[Error, number, boolean]>([
    [new MetadataMissing({ decider: "Pledge", type: "SignPledge" }), 400, false],
    [new UnknownMessage({ decider: "Pledge", type: "X" }), 400, false],
    [new UnknownAggregate("Pledges"), 404, false],
    [new UnknownProcess("nope"), 404, false],
    [new NotStopped("strive", "e1"), 409, false],
    [new CommandIdReused("Pledge-a", "c1"), 422, false],
    [new ConcurrencyConflict("Pledge-a", 30), 503, true],
    [new OutcomeUnknown("c1", 10_000), 504, true],
    [new TooManyConsequences({ wantsMax: 1_000, chain: [] }), 500, false],
    [
      new NewerEvent({
        decider: "Pledge",
        type: "PledgeFramed",
        schemaVersion: 1,
        stream: "Pledge-a",
        version: 1,
      }),
      500,
      false,
    ],
  ])("%o has its status, its kind and a sentence in both languages", (error, status, isForLater) => {
    for (const language of [vi, en]) {
      const problem = toProblem(error, language);
      expect(problem).toMatchObject({ status, type: `urn:thidua:error:${error.name}` });
      expect(problem.detail).toMatch(/\.$/u);
      expect("retryAfter" in problem).toBe(isForLater);
    }
    expect(toProblem(error, vi).detail).not.toBe(toProblem(error, en).detail);
  });

  it("tells nothing of an error that is not the library's", () => {
    const secret = Object.assign(new Error("password authentication failed for user root"), {
      code: "28P01",
    });
    const told = JSON.stringify(toProblem(secret, en));
    expect(told).not.toMatch(/password|root|28P01/);
    expect(toProblem(Object.assign(new Error("x"), { name: "toString" }), en)).toMatchObject({
      type: "urn:thidua:error",
      status: 500,
    });
  });

  it("has the media type of RFC 9457", () => {
    expect(problemType).toBe("application/problem+json");
  });
});
