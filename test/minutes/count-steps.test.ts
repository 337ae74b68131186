import { describe, expect, it } from "vitest";
import { CountStep } from "../../src/counting/steps/count-step.ts";
import { stepSentence } from "../../src/minutes/counting/step-sentence.ts";
import { countStepsEn as en } from "../../src/minutes/en/count-steps.ts";
import { countStepsVi as vi } from "../../src/minutes/vi/count-steps.ts";
import { explained } from "../counting/explained.ts";

const named = (name: string) => `‹${name}›`;
const steps = explained.flatMap(([, { explanation, outcome }]) => {
  const nominees = [...outcome.elected, ...outcome.notElected, ...(outcome.undecided?.tied ?? [])];
  return explanation.map((step) => ({ step, nominees: new Set(nominees) }));
});

/** All texts that the data of a step holds, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A figure that is no part of a longer one. */
const alone = (figure: string) =>
  new RegExp(`(?<![\\d/]|\\d[.,])${figure.replaceAll(".", "\\.")}(?![\\d/]|[.,]\\d)`);

describe.each([vi, en])("the explanation of a count in $code", (language) => {
  const say = language.say(named);

  it.each(CountStep.types)("says every name and every figure of %s, in whole sentences", (type) => {
    const ofType = steps.filter(({ step }) => step.type === type);
    expect(ofType.length).toBeGreaterThan(0);
    for (const { step, nominees } of ofType) {
      const said = stepSentence(language, step, named);
      expect(said).toMatch(/^[\p{Lu}\p{N}‹].*\.$/su);
      expect(said).not.toMatch(/undefined|\[object|NaN|null| {2}| [.;,]|\(\)|: [.;]/);
      for (const text of textsIn(step.data)) {
        if (nominees.has(text)) expect(said).toContain(named(text));
        // A minimum of 0 is no rule worth a word, nor is a reason why no paper counts for nobody.
        else if (/^-?\d+(\/\d+)?$/.test(text) && !(/RulesSet|RoundCounted/.test(type) && text === "0"))
          expect(said).toMatch(alone(say.exact(text)));
      }
    }
  });
});

describe("a figure of a count", () => {
  const [inVi, inEn] = [vi.say(named), en.say(named)];

  it.each([
    ["1234567", "1.234.567", "1,234,567"],
    ["-5/2", "-2,5", "-2.5"],
    ["3858/3125", "1,23456", "1.23456"],
    ["7000/3", "7.000/3", "7,000/3"],
    ["12345678901234567/12345678901234568", "≈ 1,000000", "≈ 1.000000"],
  ])("of %s is written %s or %s", (text, vietnamese, english) => {
    expect([inVi.exact(text), inEn.exact(text)]).toEqual([vietnamese, english]);
  });
});

describe("the steps of a count by the single transferable vote", () => {
  const [, count] = explained.find(([name]) => name === "Scottish") ?? [];
  const inLanguage = (language: typeof vi) =>
    count?.explanation.map((step) => stepSentence(language, step, (unit) => unit));

  it("read as an account of it in English", () => {
    expect(inLanguage(en)).toEqual([
      "The quota is 5; papers: 13, blank: 0, seats: 2.",
      "A is elected with 7 votes against a quota of 5 (the quota is reached).",
      "Votes at the end of the round: A 7, B 2, C 3 and D 1; exhausted: 0, lost by rounding: 0; quota: 5; elected so far: A; excluded so far: –.",
      "The surplus of A, 2 of 7 votes, is transferred: 7 papers of value 1 passed on at 0.28571 (B 7); lost by rounding: 0.00003.",
      "Votes at the end of the round: A 5, B 3.99997, C 3 and D 1; exhausted: 0, lost by rounding: 0.00003; quota: 5; elected so far: A; excluded so far: –.",
      "D is excluded with 1 vote (the fewest votes).",
      "All papers of D, worth 1 of 1 vote, are transferred: 1 paper of value 1 passed on at 1 (C 1); lost by rounding: 0.",
      "Votes at the end of the round: A 5, B 3.99997, C 4 and D 0; exhausted: 0, lost by rounding: 0.00003; quota: 5; elected so far: A; excluded so far: D.",
      "B is excluded with 3.99997 votes (the fewest votes).",
      "All papers of B, worth 3.99997 of 3.99997 votes, are transferred: 2 papers of value 1 passed on at 1 (exhausted 2); 7 papers of value 0.28571 passed on at 0.28571 (exhausted 7); lost by rounding: 0.",
      "C is elected with 4 votes against a quota of 5 (no more nominees are left than open seats).",
      "Votes at the end of the round: A 5, B 0, C 4 and D 0; exhausted: 3.99997, lost by rounding: 0.00003; quota: 5; elected so far: A and C; excluded so far: B and D.",
      "Elected: A and C; not elected: B and D.",
    ]);
  });

  it("read as an account of it in Vietnamese", () => {
    expect(inLanguage(vi)?.slice(0, 4)).toEqual([
      "Định mức là 5; số phiếu: 13, phiếu trắng: 0, số suất: 2.",
      "A được bầu chọn với 7 phiếu, định mức 5 (đạt định mức).",
      "Số phiếu cuối vòng: A 7, B 2, C 3 và D 1; phiếu hết lựa chọn: 0, mất do làm tròn: 0; định mức: 5; đã được bầu chọn: A; đã bị loại: –.",
      "Chuyển phiếu dư của A, 2 trong 7 phiếu: xấp 7 phiếu giá trị 1, chuyển với giá trị 0,28571 (B 7); mất do làm tròn: 0,00003.",
    ]);
  });
});
