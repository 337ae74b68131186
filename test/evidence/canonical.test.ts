import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText, digestOf, sha256Of } from "../../src/evidence/canonical.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";

describe("canonical JSON", () => {
  it.each<[string, unknown, string]>([
    // RFC 8785, section 3.2.2 and 3.2.3: the sample input and what becomes of it.
    [
      "the sample of RFC 8785, 3.2.2",
      {
        numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      "the keys of RFC 8785, 3.2.3, sorted by code units",
      {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
      },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    ["a field that is undefined left out", { a: undefined, b: 1 }, '{"b":1}'],
    ["minus zero as zero", [-0], "[0]"],
    [
      "a key that is a name of every object",
      JSON.parse('{"__proto__":1,"constructor":2}'),
      '{"__proto__":1,"constructor":2}',
    ],
  ])("is that of RFC 8785: %s", (_, value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  it("is what another implementation writes, whatever the order of the fields", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonicalText(value)).toBe(canonicalize(value));
        expect(canonicalText(turned(value))).toBe(canonicalText(value));
      }),
    );
  });

  const circle: { self?: unknown } = {};
  circle.self = circle;
  it.each<[string, unknown, string]>([
    ["undefined", undefined, ""],
    ["a function", { a: { b: () => 1 } }, "a.b"],
    ["a symbol", [Symbol("x")], "[0]"],
    ["a bigint", { votes: 3n }, "votes"],
    ["not a number", [1, Number.NaN], "[1]"],
    ["infinity", Number.POSITIVE_INFINITY, ""],
    ["a lone surrogate", { name: "\ud800" }, "name"],
    ["a lone surrogate in a key", { "\udc00": 1 }, "\udc00"],
    ["a Map, whose entries JSON would lose", { papers: new Map([["a", 1]]) }, "papers"],
    ["a Date", { at: new Date(0) }, "at"],
    ["an instance of a class", new InvalidInput([]), ""],
    ["a hole in an array", Array(2), "[0]"],
    [
      "a getter that throws",
      {
        paper: {
          get kept() {
            throw new Error("its own");
          },
        },
      },
      "paper",
    ],
    ["a circle", circle, Array.from({ length: 64 }, () => "self").join(".")],
  ])("is refused to %s", (_, value, field) => {
    expect(() => canonicalText(value)).toThrow(InvalidInput);
    try {
      canonicalText(value);
    } catch (error) {
      expect(error instanceof InvalidInput && error.problems[0]).toMatchObject({ field, rule: "plainData" });
    }
  });
});

describe("a digest", () => {
  it("is SHA-256", () => {
    // FIPS 180-4 examples: "abc".
    expect(sha256Of(new TextEncoder().encode("abc"))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  it("is another for every domain and for every way to cut the parts", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.array(fc.string(), { minLength: 1, maxLength: 3 }), {
          selector: (parts) => JSON.stringify(parts),
        }),
        (all) => {
          const whole = all.filter((parts) => parts.every((part) => part.isWellFormed()));
          expect(new Set(whole.map(([domain = "", ...parts]) => digestOf(domain, ...parts))).size).toBe(
            whole.length,
          );
        },
      ),
    );
  });
});

/** The same value with the fields of every object in the reverse order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  const copy: object = Object.create(null);
  for (const [key, item] of entries)
    Object.defineProperty(copy, key, { value: turned(item), enumerable: true });
  return copy;
}
