import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  approvalsOf,
  categoriesOf,
  type PreflibCategories,
  readPreflibCategories,
  writePreflibCategories,
} from "../../../src/counting/formats/preflib-categorical.ts";
import type { PreflibMetadata } from "../../../src/counting/formats/preflib-header.ts";
import { grouped } from "../../../src/counting/formats/preflib-orders.ts";
import {
  ordinalTypeOf,
  type PreflibOrders,
  readPreflibOrders,
  writePreflibOrders,
} from "../../../src/counting/formats/preflib-ordinal.ts";
import { anyText, names, papers, weight } from "./arbitraries.ts";

const metadata: PreflibMetadata = {
  fileName: "00002-00000001.toc",
  title: "Debian 2002 Leader",
  description: "",
  modificationType: "imbued",
  relatesTo: "00002-00000001.soi",
  relatedFiles: "",
  publicationDate: "2013-08-17",
  modificationDate: "2022-09-16",
  more: [],
};

// Form and names as in FORMAT_SPECIFICATION.md of PrefLib-Data, its counts cut down to three orders.
const debian = `# FILE NAME: 00002-00000001.toc
# TITLE: Debian 2002 Leader
# DESCRIPTION:
# DATA TYPE: toc
# MODIFICATION TYPE: imbued
# RELATES TO: 00002-00000001.soi
# RELATED FILES:
# PUBLICATION DATE: 2013-08-17
# MODIFICATION DATE: 2022-09-16
# NUMBER ALTERNATIVES: 4
# NUMBER VOTERS: 188
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Branden Robinson
# ALTERNATIVE NAME 2: Raphael Hertzog
# ALTERNATIVE NAME 3: Bdale Garbee
# ALTERNATIVE NAME 4: None Of The Above
100: 3,1,2,4
79: 1,3,2,4
9: 3,{1,2,4}
`;

const [robinson, hertzog, garbee, none] = [
  "Branden Robinson",
  "Raphael Hertzog",
  "Bdale Garbee",
  "None Of The Above",
] as const;

describe("an ordinal PrefLib file", () => {
  it("holds metadata, nominees and orders with ties", () => {
    expect(readPreflibOrders(debian)).toEqual({
      ok: true,
      value: {
        metadata,
        nominees: [robinson, hertzog, garbee, none],
        papers: [
          { weight: 100, ranking: [[garbee], [robinson], [hertzog], [none]] },
          { weight: 79, ranking: [[robinson], [garbee], [hertzog], [none]] },
          { weight: 9, ranking: [[garbee], [robinson, hertzog, none]] },
        ],
      },
    });
  });

  it("is refused with its line, however long the line of an order is", () => {
    const long = `${debian}1: ${"1,".repeat(3_500_000)}`;
    const result = readPreflibOrders(long);
    expect(result.ok ? [] : result.problems.map(({ line, rule }) => [line, rule])).toEqual([[20, "order"]]);
  });

  it("is written as it was read", () => {
    expect(writePreflibOrders(ordersIn(debian))).toEqual({ ok: true, value: debian });
  });

  it.each([
    ["blanks around its signs", debian.replaceAll(",", " , ").replaceAll("{", "{ ")],
    ["CRLF line ends and a byte order mark", `\uFEFF${debian.replaceAll("\n", "\r\n")}`],
    ["its metadata in another order", debian.replace(/(# TITLE.*\n)(.*\n)/, "$2$1")],
  ])("reads the same with %s", (_what, source) => {
    expect(readPreflibOrders(source)).toEqual(readPreflibOrders(debian));
  });

  it("keeps metadata that it does not know", () => {
    const source = debian.replace("100: 3", "# SORT ORDER: by weight\n100: 3");
    expect(ordersIn(source).metadata.more).toEqual([{ key: "SORT ORDER", value: "by weight" }]);
    expect(writePreflibOrders(ordersIn(source))).toEqual({ ok: true, value: source });
  });

  it("is written with equal papers on one line, in the most restrictive type", () => {
    const papers = [
      { weight: 1, ranking: [["A"], ["B"]] },
      { weight: 2, ranking: [["B"]] },
      { weight: 2n ** 53n, ranking: [["A"], ["B"]] },
    ];
    const written = textOf(writePreflibOrders({ metadata, nominees: ["A", "B"], papers }));
    expect(written).toContain("# DATA TYPE: soi\n");
    expect(written).toContain("# NUMBER VOTERS: 9007199254740995\n# NUMBER UNIQUE ORDERS: 2\n");
    expect(written.endsWith("\n9007199254740993: 1,2\n2: 2\n")).toBe(true);
  });
});

describe("a text that is not an ordinal PrefLib file", () => {
  const change = (from: string | RegExp, to: string) => debian.replace(from, to);
  it.each<[what: string, source: string, line: number, rule: string]>([
    ["has nothing in it", "", 1, "empty"],
    ["is cut in its metadata", debian.slice(0, debian.indexOf("# NUMBER VOTERS")), 11, "nameMissing"],
    ["is cut in its orders", debian.slice(0, debian.indexOf("9: 3,{")), 19, "linesMismatch"],
    ["is cut in an order", debian.slice(0, debian.indexOf(",4}")), 19, "order"],
    ["is of another type", change("DATA TYPE: toc", "DATA TYPE: wmd"), 4, "dataType"],
    ["is of no type", change("# DATA TYPE: toc\n", ""), 1, "dataType"],
    ["counts its voters wrong", change("VOTERS: 188", "VOTERS: 189"), 20, "votersMismatch"],
    ["counts its orders wrong", change("ORDERS: 3", "ORDERS: 4"), 20, "linesMismatch"],
    ["counts in words", change("VOTERS: 188", "VOTERS: many"), 11, "count"],
    ["counts its voters in 31 digits", change("VOTERS: 188", `VOTERS: ${"1".repeat(31)}`), 11, "count"],
    ["does not count its voters", change("# NUMBER VOTERS: 188\n", ""), 19, "metadataMissing"],
    ["has too few names", change("ALTERNATIVES: 4", "ALTERNATIVES: 5"), 20, "nameMissing"],
    ["has too many names", change("ALTERNATIVES: 4", "ALTERNATIVES: 3"), 16, "nameOutOfRange"],
    ["has far too many nominees", change("ALTERNATIVES: 4", "ALTERNATIVES: 99999999"), 1, "count"],
    ["has a name twice", change("Raphael Hertzog", "Bdale Garbee"), 15, "nameRepeated"],
    ["has half a surrogate pair in a name", change("Raphael Hertzog", "a\ud800"), 14, "wellFormed"],
    ["has a control character in its metadata", change("TITLE: ", "TITLE: \u0007"), 2, "metadata"],
    ["has metadata without a key", change("# TITLE:", "# "), 2, "metadata"],
    ["has metadata twice", change("# DESCRIPTION:", "# TITLE: again"), 3, "metadataRepeated"],
    ["has metadata among its orders", change("79:", "# NOTE: x\n79:"), 18, "metadataLate"],
    ["names a nominee out of range", change("3,1,2,4", "3,1,2,5"), 17, "nomineeOutOfRange"],
    ["names nominee 0", change("3,1,2,4", "3,1,2,0"), 17, "nomineeOutOfRange"],
    ["names a nominee twice", change("3,1,2,4", "3,1,2,3"), 17, "nomineeRepeated"],
    ["leaves a nominee out of complete orders", change("3,1,2,4", "3,1,2"), 17, "nomineeMissing"],
    ["has ties in strict orders", change("DATA TYPE: toc", "DATA TYPE: soc"), 19, "tieNotAllowed"],
    ["has an empty group", change("9: 3,{1,2,4}", "9: 3,{},{1,2,4}"), 19, "emptyGroup"],
    ["has an order twice", change("9: 3,{1,2,4}", "9: 1,3,2,4"), 19, "orderRepeated"],
    ["has the same tie in another order", `${debian}1: 3,{4,2,1}\n`, 20, "orderRepeated"],
    ["has an order without its number", change("79: ", ""), 18, "multiplicity"],
    ["has an order of nobody", change("79: ", "0: "), 18, "multiplicity"],
    ["has an order of half a voter", change("79: ", "0.5: "), 18, "multiplicity"],
    ["has a blank within a number", change("3,1,2,4", "3,1 2,4"), 17, "order"],
    ["has a brace without end", change("{1,2,4}", "{1,2,4"), 19, "order"],
    ["has garbage for an order", change("3,1,2,4", "__proto__"), 17, "order"],
  ])("%s", (_what, source, line, rule) => {
    const result = readPreflibOrders(source);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toContainEqual(expect.objectContaining({ line, rule }));
  });
});

// Form as in FORMAT_SPECIFICATION.md, "File Format for Categorical Preferences".
const gylesNonains = `# FILE NAME: 00026-00000001.cat
# TITLE: GylesNonains
# DESCRIPTION:
# DATA TYPE: cat
# MODIFICATION TYPE: original
# RELATES TO:
# RELATED FILES: 00026-00000001.toc
# PUBLICATION DATE: 2017-04-13
# MODIFICATION DATE: 2022-09-16
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 26
# NUMBER UNIQUE PREFERENCES: 3
# NUMBER CATEGORIES: 2
# CATEGORY NAME 1: Yes
# CATEGORY NAME 2: No
# ALTERNATIVE NAME 1: Megret
# ALTERNATIVE NAME 2: Lepage
# ALTERNATIVE NAME 3: Gluckstein
13: 2,{1,3}
12: {},{1,2,3}
1: {1,2},{}
`;

describe("a categorical PrefLib file", () => {
  it("holds its categories and who is in which", () => {
    const { categories, papers } = categoriesIn(gylesNonains);
    expect(categories).toEqual(["Yes", "No"]);
    expect(papers).toEqual([
      { weight: 13, ranking: [["Lepage"], ["Megret", "Gluckstein"]] },
      { weight: 12, ranking: [[], ["Megret", "Lepage", "Gluckstein"]] },
      { weight: 1, ranking: [["Megret", "Lepage"], []] },
    ]);
    expect(writePreflibCategories(categoriesIn(gylesNonains))).toEqual({ ok: true, value: gylesNonains });
  });

  it("gives approvals, and takes them", () => {
    const { papers, nominees } = categoriesIn(gylesNonains);
    const approvals = approvalsOf(papers);
    expect(approvals[0]).toEqual({ weight: 13, approvals: ["Lepage"] });
    expect(approvalsOf(categoriesOf(approvals, nominees))).toEqual(approvals);
    expect(approvalsOf(papers, 2)[0]?.approvals).toEqual(["Lepage", "Megret", "Gluckstein"]);
  });

  it.each<[what: string, source: string, line: number, rule: string]>([
    ["of another type", gylesNonains.replace("TYPE: cat", "TYPE: soc"), 4, "dataType"],
    ["whose papers lack a category", gylesNonains.replace(",{}", ""), 21, "categoriesMismatch"],
    ["with too few categories", gylesNonains.replace("CATEGORIES: 2", "CATEGORIES: 3"), 22, "nameMissing"],
    [
      "with too many categories",
      gylesNonains.replace("CATEGORIES: 2", "CATEGORIES: 1"),
      15,
      "nameOutOfRange",
    ],
    ["that was cut", gylesNonains.slice(0, -"1: {1,2},{}\n".length), 21, "linesMismatch"],
  ])("is refused %s", (_what, source, line, rule) => {
    const result = readPreflibCategories(source);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toContainEqual(expect.objectContaining({ line, rule }));
  });
});

describe("what PrefLib cannot spell", () => {
  it.each<[what: string, change: Partial<PreflibOrders>, rule: string]>([
    ["a rank left out", { papers: [{ weight: 1, ranking: [["A"], [], ["B"]] }] }, "emptyGroup"],
    ["a nominee unknown", { papers: [{ weight: 1, ranking: [["C"]] }] }, "order"],
    ["half a weight", { papers: [{ weight: 0.5, ranking: [["A"]] }] }, "count"],
    ["a title of two lines", { metadata: { ...metadata, title: "a\nb" } }, "metadataLate"],
    [
      "a title that forges metadata",
      { metadata: { ...metadata, title: "a\n# DATA TYPE: soc" } },
      "metadataRepeated",
    ],
    ["a name that is not in canonical form", { nominees: [" A", "B"] }, "notKept"],
    ["a name with a blank after it", { nominees: ["A ", "B"] }, "notKept"],
    ["a name with a tab after it", { nominees: ["A\t", "B"] }, "notKept"],
    ["a name with a line end after it", { nominees: ["A\n", "B"] }, "notKept"],
    ["a title with a blank after it", { metadata: { ...metadata, title: "T " } }, "notKept"],
    ["a title that is a blank", { metadata: { ...metadata, title: " " } }, "notKept"],
    ["a key with a colon", { metadata: { ...metadata, more: [{ key: "a: b", value: "c" }] } }, "notKept"],
  ])("is refused: %s", (_what, change, rule) => {
    const result = writePreflibOrders({ metadata, nominees: ["A", "B"], papers: [], ...change });
    expect(result.ok ? [] : result.problems.map((problem) => problem.rule)).toContain(rule);
  });

  it.each<[what: string, change: Partial<PreflibCategories>]>([
    ["a name with a blank after it", { nominees: ["A "] }],
    ["a category with a blank after it", { categories: ["Yes ", "No"] }],
    ["a description with a tab after it", { metadata: { ...metadata, description: "D\t" } }],
  ])("is refused in categories: %s", (_what, change) => {
    const file = { metadata, nominees: ["A"], categories: ["Yes", "No"], papers: [], ...change };
    expect(writePreflibCategories(file)).toMatchObject({ ok: false, problems: [{ rule: "notKept" }] });
  });

  it("is named by its line, with what would be read instead", () => {
    const nominees = ["A", "B\t"];
    expect(writePreflibOrders({ metadata, nominees, papers: [] })).toEqual({
      ok: false,
      problems: [{ line: 14, rule: "notKept", value: '"B\\t"', expected: "B" }],
    });
  });
});

describe("PrefLib round trips", () => {
  it("give back all orders, and the same file", () => {
    const file = fc.tuple(names, fc.boolean()).chain(([nominees, ties]) =>
      fc.record({
        metadata: fc.constant(metadata),
        nominees: fc.constant(nominees),
        papers: papers(nominees, { gaps: false, ties }).map(grouped),
      }),
    );
    fc.assert(
      fc.property(file, (given) => {
        const written = textOf(writePreflibOrders(given));
        expect(readPreflibOrders(written)).toEqual({ ok: true, value: given });
        expect(written).toContain(`# DATA TYPE: ${ordinalTypeOf(given)}\n`);
      }),
    );
  });

  it("give back all categories, and the same file", () => {
    const file = fc.tuple(names, names).chain(([nominees, categories]) =>
      fc.record({
        metadata: fc.constant(metadata),
        nominees: fc.constant(nominees),
        categories: fc.constant(categories),
        papers: fc
          .array(
            fc.record({
              weight,
              ranking: fc
                .array(fc.nat(categories.length), { minLength: nominees.length, maxLength: nominees.length })
                .map((places) =>
                  categories.map((_, category) => nominees.filter((_, index) => places[index] === category)),
                ),
            }),
            { maxLength: 6 },
          )
          .map(grouped),
      }),
    );
    fc.assert(
      fc.property(file, (given) => {
        const written = textOf(writePreflibCategories(given));
        expect(readPreflibCategories(written)).toEqual({ ok: true, value: given });
        expect(textOf(writePreflibCategories(categoriesIn(written)))).toBe(written);
      }),
    );
  });

  const texts = fc.array(anyText, { minLength: 1, maxLength: 3 });
  const anyMetadata = fc
    .tuple(anyText, fc.array(fc.record({ key: anyText, value: anyText }), { maxLength: 2 }))
    .map(([title, more]): PreflibMetadata => ({ ...metadata, title, more }));

  it("lose nothing silently, whatever the texts are", () => {
    fc.assert(
      fc.property(texts, anyMetadata, (nominees, metadata) => {
        const papers = [{ weight: 1, ranking: nominees.map((nominee) => [nominee]) }];
        const given = { metadata, nominees, papers };
        const written = writePreflibOrders(given);
        if (written.ok) expect(readPreflibOrders(written.value)).toEqual({ ok: true, value: given });
      }),
      { examples: [[["A\t"], metadata]] },
    );
  });

  it("lose nothing of categories silently, whatever the texts are", () => {
    fc.assert(
      fc.property(texts, texts, anyMetadata, (nominees, categories, metadata) => {
        const ranking = categories.map((_, at) => (at === 0 ? nominees : []));
        const given = { metadata, nominees, categories, papers: [{ weight: 1, ranking }] };
        const written = writePreflibCategories(given);
        if (written.ok) expect(readPreflibCategories(written.value)).toEqual({ ok: true, value: given });
      }),
    );
  });

  it("read or refuse any change of a file, and never throw", () => {
    const piece = fc.constantFrom("", "\n", ":", ",", "{", "}", "0", "9", "#", "\ud800", "\u0000", "x");
    fc.assert(
      fc.property(fc.nat(debian.length), piece, fc.nat(3), (at, added, removed) => {
        const result = readPreflibOrders(debian.slice(0, at) + added + debian.slice(at + removed));
        if (result.ok) expect(readPreflibOrders(textOf(writePreflibOrders(result.value)))).toEqual(result);
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

function ordersIn(source: string): PreflibOrders {
  const result = readPreflibOrders(source);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function categoriesIn(source: string): PreflibCategories {
  const result = readPreflibCategories(source);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function textOf(result: ReturnType<typeof writePreflibOrders>): string {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
