import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../src/kernel/problem.ts";
import type { PledgeEvent } from "../../src/pledge/messages.ts";
import { idOf, process } from "../../src/process/pure-process.ts";
import { ScenarioFailed } from "../../src/testing/expect-same.ts";
import { logOf } from "../../src/testing/process-scenario.ts";
import { given } from "../../src/testing/scenario.ts";
import { drafted, register, signed, strive, withdrawn } from "./greeting.ts";

describe("a process", () => {
  it("is asked what it wants in the state before the event", () => {
    const log = logOf<PledgeEvent>(["Pledge-police", drafted], ["Pledge-police", signed]);
    given(strive, log.slice(0, 1)).wants(register("police"));
    given(strive, log).wants(register("police"));
  });

  it("wants nothing of an event that it does not answer", () => {
    given(strive, logOf<PledgeEvent>(["Pledge-police", withdrawn])).wants();
    given(strive, []).wants();
    expect(strive.answers).toEqual(["PledgeDrafted", "PledgeSigned"]);
  });

  it("keeps the streams of one type apart by their ids", () => {
    const log = logOf<PledgeEvent>(["Pledge-police", drafted], ["Pledge-court", signed]);
    given(strive, log).wants();
  });

  it("gives a state that nobody can change, from any snapshot the same", () => {
    const log = logOf<PledgeEvent>(
      ["Pledge-police", drafted],
      ["Pledge-court", drafted],
      ["Pledge-police", withdrawn],
    );
    const whole = strive.fold(log);
    expect(whole.drafted).toEqual(new Map([["court", "police"]]));
    expect(() => whole.drafted.clear()).toThrow();
    expect(log.reduce(strive.evolve, strive.initialState())).toEqual(whole);
    expect(strive.fold(log.slice(1), strive.fold(log.slice(0, 1)))).toEqual(whole);
    expect(strive.initialState().drafted.size).toBe(0);
  });

  it("takes a type for no more than a name", () => {
    const [odd] = logOf(["Pledge-police", { type: "constructor", data: {} }]);
    expect(strive.want(strive.initialState(), odd as never)).toEqual([]);
    expect(strive.evolve(strive.initialState(), odd as never)).toBe(strive.initialState());
  });

  it("has a name that can be an id, and a version that counts", () => {
    const spec = { name: "a b", version: 1, initialState: {} };
    expect(() => process(spec)).toThrow(InvalidInput);
    expect(() => process({ ...spec, name: "a", version: 0.5 })).toThrow('the version of process "a" is 0.5');
  });

  it("that does not do as its scenario says fails it, showing both", () => {
    const log = logOf<PledgeEvent>(["Pledge-police", drafted]);
    expect(() => given(strive, log).wants()).toThrow(ScenarioFailed);
    expect(() => given(strive, log).wants(register("court"))).toThrow('"id": "court"');
  });
});

describe("the id in a stream's name", () => {
  it("is all that follows the first hyphen", () => {
    expect(idOf("Ballot-flag-2022")).toBe("flag-2022");
  });
});
