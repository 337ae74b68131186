import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/kernel/input.ts";
import { prose, text } from "../../src/kernel/text.ts";

const line = text({ max: 12 });
const rulesOf = (schema: ReturnType<typeof text>, value: unknown) => {
  const result = check(schema, value);
  return result.ok ? result.value : result.problems.map(({ rule }) => rule);
};

describe("a line of text", () => {
  it.each([
    ["NFD becomes NFC", "Công an".normalize("NFD"), "Công an"],
    ["spaces of any kind become one", "  Công\u00a0\u2003an ", "Công an"],
    ["a prototype's name is a name", "__proto__", "__proto__"],
    ["a letter may bear more marks than one", "a\u0315\u0300".normalize("NFD"), "à\u0315".normalize("NFC")],
    ["a letter outside the first plane is one character", "𝒳".repeat(12), "𝒳".repeat(12)],
  ])("%s", (_, raw, canonical) => {
    expect(rulesOf(line, raw)).toBe(canonical);
  });

  it.each([
    ["a lone surrogate", "a\ud800", "wellFormed"],
    ["a control character", "a\u0007b", "noControlCharacters"],
    ["a line feed", "a\nb", "noControlCharacters"],
    ["a zero-width joiner", "a\u200db", "noControlCharacters"],
    ["a change of writing direction", "a\u202eb", "noControlCharacters"],
    ["a private-use character", "a\ue000", "noControlCharacters"],
    ["nothing but a Hangul filler", "\u3164", "noControlCharacters"],
    ["a variation selector", "police\ufe0f", "noControlCharacters"],
    ["a joiner of graphemes", "police\u034f", "noControlCharacters"],
    ["a vowel that nobody sees", "a\u17b4", "noControlCharacters"],
    ["an ignorable code point that is not assigned", "a\u{e0fff}", "noControlCharacters"],
    ["a blank of braille", "a\u2800", "noControlCharacters"],
    ["what is no character", "a\ufffe", "noControlCharacters"],
    ["marks only", "-- . --", "letterOrDigit"],
    ["nothing", "   ", "minLength"],
    ["too much", "x".repeat(13), "maxLength"],
    ["far too much", "x".repeat(1_000_000), "maxLength"],
    [
      "a letter under a heap of marks, which take time squared to sort",
      `a${"\u0315\u0300".repeat(200_000)}`,
      "fewMarks",
    ],
    ["a number", 7, "type"],
  ])("is not %s", (_, raw, rule) => {
    expect(rulesOf(line, raw)).toEqual([rule]);
  });

  it("may be all symbols where that is meant", () => {
    expect(rulesOf(text({ max: 3, symbols: true }), "%")).toBe("%");
  });

  it("is canonical once read: reading it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (raw) => {
        const first = check(text({ max: 100 }), raw);
        if (!first.ok) return;
        expect(first.value.normalize("NFC")).toBe(first.value);
        expect(check(text({ max: 100 }), first.value)).toEqual(first);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("text of several lines", () => {
  it("keeps its lines, whatever wrote them", () => {
    expect(rulesOf(prose({ max: 50 }), " một \r\nhai\rba ")).toBe("một\nhai\nba");
  });

  it("takes no other control character", () => {
    expect(rulesOf(prose({ max: 50 }), "một\nh\tai")).toEqual(["noControlCharacters"]);
    expect(rulesOf(prose({ max: 50 }), "một\u3164hai")).toEqual(["noControlCharacters"]);
    expect(rulesOf(prose({ max: 50 }), "Tốt \u2764\ufe0f")).toBe("Tốt \u2764\ufe0f");
  });
});
