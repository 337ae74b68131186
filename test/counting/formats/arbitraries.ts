import fc from "fast-check";
import type { RankedPaper, Weight } from "../../../src/counting/rule.ts";
import { check } from "../../../src/kernel/input.ts";
import { text } from "../../../src/kernel/text.ts";

const Name = text({ max: 200 });
const hostile = [
  "__proto__",
  "constructor",
  "toString",
  "Công an",
  "= 1+1",
  "a,b",
  "{1,2}",
  "# x: y",
  "0",
  "-1",
  "a/*b",
];

/** Any string at all: lone surrogates, NFD forms, control characters, quotation marks. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("Co\u0302ng an", "\ud800", 'a"b', "a\r\nb", "\u0000", "", " a  b ", "\u202eevil"),
  // What a reader that trims its lines or splits at blanks and colons does not give back.
  fc.constantFrom("A ", "A\t", "A\n", "A\u00a0", "\ufeffA", "a b", "a: b", "a:"),
);

/** A name in the canonical form that the library keeps. */
export const name = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).chain((raw) => {
    const result = check(Name, raw);
    return result.ok ? fc.constant(result.value) : fc.constantFrom(...hostile);
  }),
);

/** One to six different names. */
export const names = fc.uniqueArray(name, { minLength: 1, maxLength: 6 });

/** 1 and more, far above 2^53 too; a bigint only where a number would not do. */
export const weight: fc.Arbitrary<Weight> = fc
  .oneof(fc.bigInt({ min: 1n, max: 9n }), fc.bigInt({ min: 1n, max: 10n ** 29n }))
  .map((value) => (value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value));

/** Ranks that no two share a nominee; some of them empty when `gaps`. Groups are in the order of `nominees`. */
export function ranking(
  nominees: readonly string[],
  { gaps, ties = true }: { gaps: boolean; ties?: boolean },
): fc.Arbitrary<string[][]> {
  return fc
    .tuple(
      fc.subarray([...nominees]),
      fc.array(fc.nat(nominees.length - 1), { minLength: nominees.length, maxLength: nominees.length }),
    )
    .map(([chosen, ranks]) => {
      const groups: string[][] = [];
      for (const [index, nominee] of chosen.entries()) {
        const rank = ties ? (ranks[index] ?? 0) : index;
        while (groups.length <= rank) groups.push([]);
        groups[rank]?.push(nominee);
      }
      return gaps ? groups : groups.filter((group) => group.length > 0);
    });
}

export function papers(
  nominees: readonly string[],
  options: { gaps: boolean; ties?: boolean },
): fc.Arbitrary<RankedPaper[]> {
  return fc.array(fc.record({ weight, ranking: ranking(nominees, options) }), { maxLength: 8 });
}
