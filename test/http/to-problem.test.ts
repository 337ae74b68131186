import { describe, expect, it } from "vitest";
import { problemType, toProblem } from "../../src/http/to-problem.ts";
import { MetadataMissing, NewerEvent, UnknownMessage } from "../../src/kernel/errors.ts";
import { checked } from "../../src/kernel/input.ts";
import { en } from "../../src/minutes/en.ts";
import { vi } from "../../src/minutes/vi.ts";
import { PledgeCommand, PledgeRejection } from "../../src/pledge/messages.ts";
import { OutcomeUnknown, TooManyConsequences, UnknownAggregate } from "../../src/process/faults.ts";
import { CommandIdReused, ConcurrencyConflict } from "../../src/stores/attempts.ts";

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
