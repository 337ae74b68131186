import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalPapers, keyOf, together } from "../../src/ballot/canonical-paper.ts";
import type { Paper, PaperGroup } from "../../src/ballot/paper.ts";
import { hostileNames } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { terms } from "./life.ts";

// Names in which the order of texts, of code points and of numbers differ, or that look like parts of a text.
const nominees: readonly string[] = [
  ...hostileNames,
  ...[
    "unit 1",
    "unit 10",
    "unit 2",
    "3",
    "30",
    '"',
    "\\",
    "]",
    ",",
    "ranking",
    "e\u0301",
    "\u00e9",
    "\ud83d",
    "\u{1f600}",
  ],
];
const name = fc.constantFrom(...new Set(nominees));
const names = fc.array(name, { maxLength: 3 });
const score = fc.record({ nominee: name, points: fc.constantFrom(0, 1, 2, 3, 10, 30, 31, 100, 1_000) });

const paper: fc.Arbitrary<Paper> = fc.oneof(
  fc.constant<Paper>({ kind: "blank" }),
  fc.constantFrom<Paper[]>(
    { kind: "invalid", reason: "unreadable" },
    { kind: "invalid", reason: "addedName" },
  ),
  fc.record({ kind: fc.constant("names" as const), names }),
  fc.record({ kind: fc.constant("opinions" as const), for: names, against: names }),
  fc.record({ kind: fc.constant("ranking" as const), ranking: fc.array(names, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant("scores" as const), scores: fc.array(score, { maxLength: 3 }) }),
);
const box = fc.array(fc.record({ papers: fc.integer({ min: 1, max: 3 }), paper }), { maxLength: 40 });

/** The plain way: the text of each paper, sorted. */
function byTexts(groups: readonly PaperGroup[]): PaperGroup[] {
  const found = new Map<string, PaperGroup>();
  for (const { papers, paper: one } of groups) {
    const before = found.get(keyOf(one))?.papers ?? 0;
    found.set(keyOf(one), { papers: before + papers, paper: one });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

describe("the papers of a box", () => {
  it("are put together and in order as their texts are, whatever names are on them", () => {
    fc.assert(
      fc.property(box, (groups) => {
        expect(together(groups)).toStrictEqual(byTexts(groups));
      }),
    );
  });

  it("stay apart where a change to one of them is tried: what papers share cannot be changed", () => {
    const ranked = { ...terms, nominees: ["A", "B"], method: { kind: "borda" } as const };
    const [first, second] = canonicalPapers(ranked, [
      { papers: 1, paper: { kind: "ranking", ranking: [["A"], ["B"]] } },
      { papers: 1, paper: { kind: "ranking", ranking: [["B"], ["A"]] } },
    ]);
    const rank = first?.paper.kind === "ranking" ? first.paper.ranking[0] : undefined;
    expect(() => rank?.push("B")).toThrow(TypeError);
    expect(second?.paper).toStrictEqual({ kind: "ranking", ranking: [["B"], ["A"]] });
  });
});
