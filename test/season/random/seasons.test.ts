import { describe, expect, it } from "vitest";
import { judgeSeason, otherwise, type Setting } from "./judged.ts";
import { notYet } from "./not-yet.ts";
import { plants } from "./plants.ts";
import { ways } from "./play.ts";
import { processesOf } from "./processes.ts";
import { calm } from "./weights.ts";

const timeout = 3_600_000;

/** What the laws ask for in one season; the comparisons of ways to play come on top. */
const laws = [
  ..."C1 C2 C2b C3 C3v C4 C5 C6 C6v C7 C8 C9 C9b C9r C10 C11 C11d C12 C13 C14 C14t C15 C16".split(" "),
  ..."C17 C18 C18c C18d C19 C20 C21 C22 C23 C24 C24c C25 C26 C27 C28 C28e C29 C30 C31".split(" "),
  ..."X1 X2 X3 X4 X5 X9 X10 X11 X12 X13 X14".split(" "),
];

const holds = (seed: number, setting: Setting) =>
  otherwise(judgeSeason(seed, setting).findings, notYet).slice(0, 5);

/** What the office may be refused: each is as it should be. */
const mayBeRefused = new Map([
  ["DecideAward: BasisNotFinal", "the authority decides before the result is final"],
  ["DesignateChair: TermBegunAlready", "the authority names a chair once the term has begun"],
  ["OpenVoting: ConferenceNotOpen", "the conference did not open, or was closed too early"],
  ["AccreditDelegation: UnitNotEntitled", "the invitation was not revised"],
  ["CheckInUnit: UnitNotEntitled", "the invitation was not revised"],
  ["OpenInvestigation: NotMemberSince", "the unit has left by then"],
  ["DisciplineUnit: NotMemberSince", "the unit has left by then"],
]);

describe("random seasons of two blocs over two years", () => {
  it("keep all laws of consequences where nothing goes wrong", { timeout }, () => {
    for (const seed of [1, 2, 3]) {
      const { base, findings } = judgeSeason(seed, { weights: calm, ways });
      expect([seed, base.refused, base.declined]).toEqual([seed, [], []]);
      expect([seed, otherwise(findings, notYet)]).toEqual([seed, []]);
    }
  });

  it("keep all laws of consequences, whatever goes wrong, in every way of playing", { timeout }, () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const way = ways[seed % ways.length];
      expect([seed, holds(seed, { ways: way ? [way] : [] })]).toEqual([seed, []]);
    }
  });

  it("are of commands that have their form, seldom refused, and 700 or more", { timeout }, () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { base } = judgeSeason(seed, { checksForms: true });
      const refusals = base.declined.map(({ type, rejection }) => `${type}: ${rejection}`);
      expect([seed, base.formless]).toEqual([seed, []]);
      expect([seed, refusals.filter((one) => !mayBeRefused.has(one))]).toEqual([seed, []]);
      expect(refusals.length).toBeLessThan(20);
    }
    const { commands } = judgeSeason(1).base.counted;
    expect(commands).toBeGreaterThan(700);
  });

  it("come to the same end in every way of playing where nothing follows from anything", () => {
    const apart = [1, 2, 3, 4].flatMap((seed) =>
      judgeSeason(seed, { ways, processes: () => [] }).findings.filter(
        ({ law, ok }) => /^X[6-9]/.test(law) && !ok,
      ),
    );
    expect(apart).toEqual([]);
  });

  it("ask for every law", () => {
    const asked = new Set<string>();
    for (let seed = 1; seed <= 24; seed += 1)
      for (const { law } of judgeSeason(seed).findings) asked.add(law);
    expect(laws.filter((law) => !asked.has(law))).toEqual([]);
  });

  it("are the same log for the same seed", () => {
    expect(JSON.stringify(judgeSeason(7).base.log)).toBe(JSON.stringify(judgeSeason(7).base.log));
  });
});

describe("the laws of consequences find", () => {
  it.each(plants)("$name", { timeout }, (plant) => {
    const { laws, way, process = (one) => one, going = {} } = plant;
    const ofWay = way ? { ways: [way] } : {};
    const setting: Setting = { ...ofWay, going, processes: () => processesOf().map(process) };
    const seen = (findings: readonly string[]) =>
      findings.filter((one) => laws.test(one.split(" ")[0] ?? ""));
    const isFound = (seed: number) => {
      const planted = seen(otherwise(judgeSeason(seed, setting).findings, new Set()));
      const without = new Set(seen(otherwise(judgeSeason(seed, ofWay).findings, new Set())));
      return planted.some((one) => !without.has(one));
    };
    expect(Array.from({ length: 20 }, (_, at) => at + 1).find(isFound)).toBeDefined();
  });
});
