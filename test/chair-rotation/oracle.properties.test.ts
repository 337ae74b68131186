import { describe, expect, it, onTestFinished } from "vitest";
import { groups, playHistory } from "../oracle/rotation.ts";
import { modelOfRotation } from "../oracle/rotation-model.ts";
import { seed, times } from "../support/runs.ts";

const model = await modelOfRotation();

describe.skipIf(model === undefined)("the rotation beside the reference model of two times", () => {
  it.each(groups)("says the same on every day and of every term, with $name", (group) => {
    const historiesEach = 26 * times;
    for (let at = 0; at < historiesEach; at += 1) {
      const result = model && playHistory(model, group, seed + at);
      expect(result, JSON.stringify(result)).toBeTypeOf("number");
    }
  });

  it.each([
    ["gives the last word on a swap of a term of which the last part stays vacant", "everything", 323891548],
    ["suspends a chair that left, finishes its term and is a member again", "everything", 5511017478],
    ["replaces the order for a term, and then merges its chair from a day before", "everything", 5511017979],
    ["splits a unit that has an heir, from a day before", "everything", 8000002115],
    ["lets a term end on 29 February", "everything", 1109950282],
    ["merges a unit into one that has merged, from a day before", "mergers and splits", 9911029812],
    [
      "merges all units after the one that began the lap into it, and one was split off",
      "swaps with mergers and skips",
      90210271248,
    ],
    ["suspends a chair that took its term early, from a day before the term", "everything", 784310798],
    ["lets a chair stay again after its turn has moved", "hold-overs, suspensions", 728210614],
    ["lets a chair stay that has an heir, and then again", "elected in rotation", 90210270710],
    ["lets a chair stay that has an heir in a vacant term, and then again", "everything", 90210270724],
  ])("differs only where it says so when a history %s", (_, kinds, seed) => {
    if (!model) return;
    const group = groups.find(({ name }) => name === kinds) ?? expect.fail(`no group ${kinds}`);
    const result = playHistory(model, group, seed);
    expect(result, JSON.stringify(result)).toBeTypeOf("number");
  });

  it.each([
    ["that a fact acts once it is recorded", "effectAtRecording", "mergers and splits"],
    ["that a fact changes closed days", "rewritePast", "suspensions"],
    ["that a substitute stays when the turn moves", "substituteStays", "substitutes, skips, leaves"],
    ["that a deputy stays who is no member", "deputyStays", "leaves"],
    ["that of two owed turns the last one wins", "lastDebtWins", "owed turns"],
  ])("finds within 200 histories a model with the fault %s", (_, fault, name) => {
    if (!model) return;
    model.fault.now = fault;
    onTestFinished(() => {
      model.fault.now = undefined;
    });
    const group = groups.find((one) => one.name === name) ?? expect.fail(`no group ${name}`);
    const isFound = Array.from({ length: 200 }).some(
      (_, at) => typeof playHistory(model, group, seed + at) !== "number",
    );
    expect(isFound).toBe(true);
  });
});
