import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BltElection, readBlt, writeBlt } from "../../../src/counting/formats/blt.ts";
import { anyText, names, papers, weight } from "./arbitraries.ts";

// The example of Hill, Wichmann and Woodall, "Algorithm 123", section 3.1.
const algorithm123 = `4 2
-2
3 1 3 4 0
4 1 3 2 0
2 4 1 3 0
1 2 0
2 2 4 3 1 0
1 3 4 2 0
0
"Adam"
"Basil"
"Charlotte"
"Donald"
"Title"
`;

describe("a BLT file", () => {
  it("holds seats, nominees, who withdrew, weighted papers and a title", () => {
    const result = readBlt(algorithm123);
    expect(result).toMatchObject({
      ok: true,
      value: {
        title: "Title",
        seats: 2,
        nominees: ["Adam", "Basil", "Charlotte", "Donald"],
        withdrawn: ["Basil"],
      },
    });
    expect(electionIn(algorithm123).papers.slice(0, 2)).toEqual([
      { weight: 3, ranking: [["Adam"], ["Charlotte"], ["Donald"]] },
      { weight: 4, ranking: [["Adam"], ["Charlotte"], ["Basil"]] },
    ]);
  });

  it("is written as it was read", () => {
    expect(writeBlt(electionIn(algorithm123))).toEqual({ ok: true, value: algorithm123 });
  });

  it.each([
    ["CRLF line ends", algorithm123.replaceAll("\n", "\r\n")],
    ["CR line ends", algorithm123.replaceAll("\n", "\r")],
    ["a byte order mark", `\uFEFF${algorithm123}`],
    ["all on one line", algorithm123.replaceAll("\n", " ")],
    ["papers without their closing 0", algorithm123.replace(/ 0$/gm, "")],
    ["comments", algorithm123.replace("-2", "# two\n-2 # stood down\n/* of\n4 */")],
    ["no line end at the end", algorithm123.trimEnd()],
  ])("reads the same with %s", (_what, source) => {
    expect(electionIn(source)).toEqual(electionIn(algorithm123));
  });

  it("has equal ranks, and ranks left out", () => {
    const source = '3 1\n2 2=3 - 1 0\n5 0\n0\n"A"\n"B"\n"C"\n""\n';
    expect(electionIn(source).papers).toEqual([
      { weight: 2, ranking: [["B", "C"], [], ["A"]] },
      { weight: 5, ranking: [] },
    ]);
    expect(writeBlt(electionIn(source))).toEqual({ ok: true, value: source });
  });

  it("may write papers by nicknames and fix an order for ties", () => {
    const source = '2 1\n[nick an binh]\n[tie binh 1]\n1 an=binh 0\n0\n"An"\n"Bình"\n"T"\n';
    expect(electionIn(source)).toMatchObject({
      nicknames: ["an", "binh"],
      tieOrder: ["Bình", "An"],
      papers: [{ weight: 1, ranking: [["An", "Bình"]] }],
    });
  });

  it("keeps weights that no double can hold", () => {
    const [paper] = electionIn('1 1\n9007199254740993 1 0\n0\n"A"\n"T"').papers;
    expect(paper?.weight).toBe(9007199254740993n);
  });

  it("takes __proto__ for a name like any other, and NFD for its NFC", () => {
    const { nominees, papers } = electionIn('2 1\n1 2 1 0\n0\n"__proto__"\n"Co\u0302ng an"\n"T"');
    expect(nominees).toEqual(["__proto__", "Công an"]);
    expect(papers[0]?.ranking).toEqual([["Công an"], ["__proto__"]]);
  });
});

describe("a text that is not BLT", () => {
  const names2 = '0\n"A"\n"B"\n"T"';
  it.each<[what: string, source: string, line: number, rule: string, value: string]>([
    ["has nothing in it", "", 1, "empty", '""'],
    ["has only comments", "# nothing", 1, "empty", '""'],
    ["begins with something else", "hello\n", 1, "header", '"hello"'],
    ["has no seats", "2 0\n0", 1, "header", '"2 0"'],
    ["has no nominee", `0 2\n${names2}`, 1, "header", '"0 2"'],
    ["has a huge number of nominees", `999999999999 2\n${names2}`, 1, "header", '"999999999999 2"'],
    ["is cut in its header", "2", 1, "header", '"2"'],
    ["is cut in its papers", "2 1\n3 1 2 0\n4 2 1", 3, "papersNotEnded", '""'],
    ["misses the 0 after its papers", '2 1\n3 1 2 0\n"A"\n"B"\n"T"', 5, "papersNotEnded", '""'],
    ["is cut in its names", '2 1\n3 1 2 0\n0\n"A"', 4, "namesMissing", "1"],
    ["is cut in a name", '2 1\n3 1 2 0\n0\n"A"\n"B', 5, "quoteNotClosed", '"\\""'],
    ["has too few names", '3 1\n0\n"A"\n"B"\n"T"', 5, "namesMissing", "3"],
    ["has too many names", '2 1\n0\n"A"\n"B"\n"C"\n"T"', 6, "namesTooMany", '"T"'],
    ["has more after the title", '1 1\n0\n"A"\n"T"\n3 1 0', 5, "namesTooMany", '"3"'],
    ["has a name without quotes", '2 1\n0\nA\n"B"\n"T"', 3, "nameNotQuoted", '"A"'],
    ["has a name twice", '2 1\n0\n"A"\n"A"\n"T"', 4, "nameRepeated", '"A"'],
    ["has a name in NFC and in NFD", '2 1\n0\n"Co\u0302"\n"Cô"\n"T"', 4, "nameRepeated", '"Cô"'],
    ["has an empty name", '2 1\n0\n"A"\n""\n"T"', 4, "minLength", '""'],
    ["has half a surrogate pair in a name", '1 1\n0\n"a\ud800"\n"T"', 3, "wellFormed", '"a\\ud800"'],
    ["has a control character in a name", '1 1\n0\n"a\u0007"\n"T"', 3, "noControlCharacters", '"a\\u0007"'],
    ["has a name without end", `1 1\n0\n"${"a".repeat(500)}"\n"T"`, 3, "maxLength", `"${"a".repeat(78)}…`],
    ["names a nominee out of range", `2 1\n1 3 0\n${names2}`, 2, "nomineeOutOfRange", '"3"'],
    [
      "names nominee 99999999999999999999",
      `2 1\n1 99999999999999999999 0\n${names2}`,
      2,
      "nomineeOutOfRange",
      '"99999999999999999999"',
    ],
    ["names a nominee twice on a paper", `2 1\n1 2 1=2 0\n${names2}`, 2, "nomineeRepeated", '"2"'],
    ["withdraws a nominee out of range", `2 1\n-3\n${names2}`, 2, "nomineeOutOfRange", '"3"'],
    ["withdraws a nominee twice", `2 1\n-2 -2\n${names2}`, 2, "withdrawnRepeated", '"-2"'],
    ["weighs a paper in fractions", `2 1\n1.5 1 0\n${names2}`, 2, "weight", '"1.5"'],
    ["weighs a paper with nothing", `2 1\n00 1 0\n${names2}`, 2, "weight", '"00"'],
    [
      "weighs a paper with 31 digits",
      `2 1\n${"9".repeat(31)} 1 0\n${names2}`,
      2,
      "weight",
      `"${"9".repeat(31)}"`,
    ],
    ["withdraws a nominee after the first paper", `2 1\n1 1 0\n-2\n${names2}`, 3, "weight", '"-2"'],
    ["gives its papers ids", `2 1\n(7) 1 2 0\n${names2}`, 2, "ballotId", '"(7)"'],
    ["ends some papers and not others", `2 1\n1 1 2 0\n1 2\n1 1 0\n${names2}`, 3, "paperNotEnded", '""'],
    ["breaks a paper over two lines", `2 1\n1 1\n2 0\n${names2}`, 2, "paperNotEnded", '""'],
    ["has a comment without end", "2 1\n/* 1 1 0", 2, "commentNotClosed", '"/*"'],
    ["has options of another program", `2 1\n[droop rule=meek]\n${names2}`, 2, "optionUnknown", '"droop"'],
    ["has an option without end", `2 1\n[tie 1 2\n${names2}`, 2, "optionNotClosed", '"["'],
    ["has too few nicknames", `2 1\n[nick a]\n${names2}`, 2, "nicknames", "1"],
    ["has a nickname twice", `2 1\n[nick a a]\n${names2}`, 2, "nicknames", '"a"'],
    ["has a number for a nickname", `2 1\n[nick a 1]\n${names2}`, 2, "nicknames", '"1"'],
    ["has a nominee twice in the order for ties", `2 1\n[tie 1 1]\n${names2}`, 2, "nomineeRepeated", '"1"'],
  ])("%s", (_what, source, line, rule, value) => {
    const result = readBlt(source);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toContainEqual(expect.objectContaining({ line, rule, value }));
  });

  it("makes no more than 20 problems", () => {
    const result = readBlt(`2 1\n${"1 9 0\n".repeat(1000)}${names2}`);
    expect(result.ok ? [] : result.problems).toHaveLength(20);
  });
});

describe("an election that BLT cannot spell", () => {
  const election: BltElection = { title: "T", seats: 1, nominees: ["A", "B"], withdrawn: [], papers: [] };
  it.each<[what: string, change: Partial<BltElection>, rule: string]>([
    ["a quotation mark in a name", { nominees: ['A"', "B"] }, "quoteNotClosed"],
    ["a name that hides a line", { nominees: ['A"\n"C', "B"] }, "namesTooMany"],
    ["a name that is not in canonical form", { nominees: ["A  x", "B"] }, "notKept"],
    ["a name twice", { nominees: ["A", "A"] }, "nameRepeated"],
    ["a fractional weight", { papers: [{ weight: 0.5, ranking: [["A"]] }] }, "weight"],
    ["no weight", { papers: [{ weight: 0, ranking: [["A"]] }] }, "nameNotQuoted"],
    ["a paper for somebody else", { papers: [{ weight: 1, ranking: [["C"]] }] }, "nomineeOutOfRange"],
    ["no seat", { seats: 0 }, "header"],
    ["a title with a blank after it", { title: "T " }, "notKept"],
    ["a title that is a blank", { title: " " }, "notKept"],
    ["two nicknames as one", { nicknames: ["a b"] }, "notKept"],
    ["an order for ties with somebody unknown", { tieOrder: ["C"] }, "nomineeOutOfRange"],
  ])("is refused: %s", (_what, change, rule) => {
    const result = writeBlt({ ...election, ...change });
    expect(result.ok ? [] : result.problems.map((problem) => problem.rule)).toContain(rule);
  });
});

describe("BLT round trips", () => {
  const quotable = names.filter((nominees) => nominees.every((name) => !name.includes('"')));
  const election = quotable.chain((nominees) =>
    fc.record({
      title: fc.constantFrom("", "T", "Bỏ phiếu kín"),
      seats: fc.integer({ min: 1, max: 9 }),
      nominees: fc.constant(nominees),
      withdrawn: fc.subarray(nominees),
      papers: papers(nominees, { gaps: true }),
    }),
  );

  it("give back every election, and the same file", () => {
    fc.assert(
      fc.property(election, (given) => {
        const written = textOf(writeBlt(given));
        expect(readBlt(written)).toEqual({ ok: true, value: given });
        expect(textOf(writeBlt(electionIn(written)))).toBe(written);
      }),
    );
  });

  it("lose nothing silently, whatever the names are", () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 3 }),
        anyText,
        weight,
        (nominees, title, heavy) => {
          const ranking = nominees.map((nominee) => [nominee]);
          const given = { title, seats: 1, nominees, withdrawn: [], papers: [{ weight: heavy, ranking }] };
          const written = writeBlt(given);
          if (written.ok) expect(readBlt(written.value)).toEqual({ ok: true, value: given });
        },
      ),
    );
  });

  it("read or refuse any text, and never throw", () => {
    const parts = fc.constantFrom(
      "1",
      "2",
      "0",
      "-",
      "=",
      "-1",
      '"',
      '"A"',
      "\n",
      " ",
      "[",
      "]",
      "tie",
      "#",
      "/*",
      "*/",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (pieces) => {
        const result = readBlt(pieces.join(""));
        if (result.ok) expect(readBlt(textOf(writeBlt(result.value)))).toEqual(result);
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it("notice every cut that takes more than blanks away", () => {
    const source = algorithm123.trimEnd();
    for (let length = 0; length < source.length; length++) {
      expect(readBlt(source.slice(0, length)).ok).toBe(false);
    }
  });
});

function electionIn(source: string): BltElection {
  const result = readBlt(source);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function textOf(result: ReturnType<typeof writeBlt>): string {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
