import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySeed, judgeSeason, otherwise } from "./judged.ts";
import { ways } from "./play.ts";
import { calm } from "./weights.ts";

const timeout = 3_600_000;

/** What the laws ask for in one season; the comparisons of ways to play come on top. */
const laws = [
  ..."C1 C2 C2b C3 C3v C4 C5 C6 C6v C7 C8 C9 C9b C9r C10 C11 C11d C12 C13 C14 C14r C14t C15 C16".split(" "),
  ..."C17 C18 C18c C18d C19 C20 C21 C22 C23 C24 C24c C25 C26 C27 C28 C28e C29 C30 C31".split(" "),
  ..."X1 X2 X3 X4 X5 X9 X10 X11 X12 X13 X14".split(" "),
];

/** What the office may be refused: each is as it should be. */
const mayBeRefused = new Map([
  ["DecideAward: BasisNotFinal", "the authority decides before the result is final"],
  ["DesignateChair: TermBegunAlready", "the authority names a chair once the term has begun"],
  ["OpenVoting: ConferenceNotOpen", "the conference did not open, or was closed too early"],
  ["AccreditDelegation: UnitNotEntitled", "the invitation was not revised"],
  ["CheckInUnit: UnitNotEntitled", "the invitation was not revised"],
  ["DesignateChair: ChairDesignatedAlready", "the bloc has elected a chair, and agrees on one"],
  ["DesignateChair: ChairNamedByDecision", "the authority has named a chair, and the bloc agrees on one"],
  ["OpenInvestigation: NotMemberSince", "the unit has left by then"],
  ["DisciplineUnit: NotMemberSince", "the unit has left by then"],
]);

describe("random seasons of two blocs over two years", () => {
  it("keep all laws of consequences where nothing goes wrong", { timeout }, () => {
    for (const seed of [1, 2, 3]) {
      const { base, findings } = judgeSeason(seed, { weights: calm, ways });
      expect([seed, base.refused, base.declined]).toEqual([seed, [], []]);
      expect([seed, otherwise(findings)]).toEqual([seed, []]);
    }
  });

  it("keep all laws of consequences, whatever goes wrong", { timeout }, () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect([seed, otherwise(judgeSeason(seed).findings).slice(0, 5)]).toEqual([seed, []]);
      }),
      // About one in a thousand seasons is otherwise still. Once a few thousand are not, `test:deep` asks 500 times TIMES.
      { numRuns: 60 },
    );
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
