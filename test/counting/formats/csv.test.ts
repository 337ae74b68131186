import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CountTable,
  countTableOf,
  readCountCsv,
  writeCountCsv,
} from "../../../src/counting/formats/count-csv.ts";
import { printCsv, readCsv } from "../../../src/counting/formats/csv.ts";
import { readPapersCsv, writePapersCsv } from "../../../src/counting/formats/papers-csv.ts";
import type { Count } from "../../../src/counting/rule.ts";
import { fraction, zero } from "../../../src/kernel/fraction.ts";
import { anyText, name, names, papers } from "./arbitraries.ts";

describe("CSV", () => {
  // RFC 4180, section 2, rules 1 to 7.
  it.each<[rule: string, source: string, records: string[][]]>([
    [
      "1: lines end with CRLF",
      "aaa,bbb\r\nzzz,yyy\r\n",
      [
        ["aaa", "bbb"],
        ["zzz", "yyy"],
      ],
    ],
    [
      "2: the last line may have no end",
      "aaa,bbb\r\nzzz,yyy",
      [
        ["aaa", "bbb"],
        ["zzz", "yyy"],
      ],
    ],
    ["4: spaces are part of a field", "a , b", [["a ", " b"]]],
    [
      "5: fields may be quoted",
      '"aaa","bbb"\r\nzzz,yyy',
      [
        ["aaa", "bbb"],
        ["zzz", "yyy"],
      ],
    ],
    ["6: quoted fields hold line ends and commas", '"a\r\nb",c', [["a\r\nb", "c"]]],
    ["7: a quotation mark is doubled", '"b""bb",', [['b"bb', ""]]],
    ["a byte order mark is no data", "\uFEFFa\nb", [["a"], ["b"]]],
  ])("rule %s", (_rule, source, records) => {
    const result = readCsv(source);
    expect(result.ok && result.value.map(({ fields }) => fields)).toEqual(records);
  });

  it.each([
    ["has nothing in it", "", 1, "empty"],
    ["begins with an empty line", "\r\na,b", 1, "empty"],
    ["is cut in a quoted field", 'a,b\n1,"2\n', 2, "quoteNotClosed"],
    ["has a quotation mark within a field", 'a,b\n1,2"3', 2, "quoteMisplaced"],
    ["goes on after a quoted field", 'a,b\n1,"2"3', 2, "quoteMisplaced"],
    ["lacks a field", 'a,b\n"1\n1",2\n3', 4, "fieldCount"],
    ["has one field too many", "a,b\n1,2,3", 2, "fieldCount"],
  ])("is refused when it %s", (_what, source, line, rule) => {
    const result = readCsv(source);
    expect(result.ok ? [] : result.problems).toEqual([expect.objectContaining({ line, rule })]);
  });

  it("reads a field of a million quotation marks", () => {
    const field = '"'.repeat(1_000_000);
    expect(readCsv(printCsv([[field]]))).toEqual({ ok: true, value: [{ line: 1, fields: [field] }] });
  });

  it("gives back all records", () => {
    const records = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(anyText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(records, (given) => {
        const result = readCsv(printCsv(given));
        expect(result.ok && result.value.map(({ fields }) => fields)).toEqual(given);
      }),
    );
  });
});

const count: Count = {
  rule: "irv",
  outcome: {
    elected: ["B"],
    notElected: ["C"],
    undecided: { tied: ["A", "Đ, của tôi"], seats: 1 },
    vacant: 1,
  },
  totals: [
    { nominee: "A", votes: fraction(7, 3) },
    { nominee: "B", votes: fraction(5) },
  ],
  rounds: [
    {
      figures: [
        { nominee: "B", votes: fraction(4) },
        { nominee: "A", votes: fraction(7, 3) },
        { nominee: "Đ, của tôi", votes: zero },
      ],
      exhausted: fraction(1, 3),
      conclusions: [],
    },
  ],
  explanation: [],
};

describe("a count as CSV", () => {
  const csv = [
    'row,no nominee,A,B,"Đ, của tôi",C',
    "round 1,1/3,7/3,4,0,",
    "totals,,7/3,5,,",
    "outcome,,undecided,elected,undecided,not elected",
    "seats undecided,1,,,,",
    "seats vacant,1,,,,",
    "",
  ].join("\r\n");

  it("has a line for each round, exact figures, the outcome and the open seats", () => {
    expect(writeCountCsv(countTableOf(count))).toBe(csv);
  });

  it("is never written without some of its figures or verdicts", () => {
    const table = countTableOf(count);
    expect(() => writeCountCsv({ ...table, nominees: ["A", "B"] })).toThrow(RangeError);
    expect(() => writeCountCsv({ ...table, outcome: { elected: ["A"], notElected: [], vacant: 0 } })).toThrow(
      RangeError,
    );
  });

  it("may quote or refuse a name that a spreadsheet would take for a formula", () => {
    const table = {
      nominees: ["=1+1"],
      rounds: [],
      totals: [{ nominee: "=1+1", votes: fraction(-1) }],
      outcome: { elected: ["=1+1"], notElected: [], vacant: 0 },
    };
    const quoted = writeCountCsv(table, { formulas: "quote" });
    expect(quoted.split("\r\n").slice(0, 2)).toEqual(["row,no nominee,'=1+1", "totals,,-1"]);
    expect(readCountCsv(quoted, { formulas: "quote" })).toEqual({ ok: true, value: table });
    expect(() => writeCountCsv(table, { formulas: "refuse" })).toThrow(RangeError);
    expect(readCountCsv(writeCountCsv(table))).toEqual({ ok: true, value: table });
  });

  it("is read back", () => {
    expect(readCountCsv(csv)).toEqual({ ok: true, value: countTableOf(count) });
  });

  it.each([
    ["is cut after a round", csv.slice(0, csv.indexOf("totals")), "rowMissing"],
    ["is cut in a line", csv.slice(0, csv.indexOf(",elected")), "fieldCount"],
    ["is another table", "a,b\n1,2", "header"],
    ["has a round twice", csv.replace("totals", "round 1"), "rowRepeated"],
    ["leaves a round out", csv.replace("round 1", "round 2"), "rowUnknown"],
    ["has a decimal for a figure", csv.replace(",4,", ",4.0,"), "figure"],
    ["has a denominator of zero", csv.replace("1/3", "1/0"), "figure"],
    ["has an unknown verdict", csv.replace(",elected", ",chosen"), "verdict"],
    ["has half a seat", csv.replace("vacant,1", "vacant,0.5"), "seats"],
    ["has tied nominees and no seat for them", csv.replace("undecided,1", "undecided,0"), "seats"],
    ["has a nominee twice", csv.replace("A,B", "A,A"), "nameRepeated"],
  ])("is refused when it %s", (_what, source, rule) => {
    const result = readCountCsv(source);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((problem) => problem.rule)).toContain(rule);
  });

  it("gives back every table, whatever the names are", () => {
    const figure = fc.tuple(fc.bigInt({ min: -5n, max: 10n ** 30n }), fc.integer({ min: 1, max: 9 }));
    const tables = fc.uniqueArray(anyText, { minLength: 1, maxLength: 5 }).chain((nominees) => {
      const figures = fc
        .subarray(nominees)
        .chain((some) =>
          fc.tuple(...some.map((nominee) => figure.map(([a, b]) => ({ nominee, votes: fraction(a, b) })))),
        );
      return fc.record({
        nominees: fc.constant(nominees),
        rounds: fc.array(fc.record({ figures, exhausted: fc.constantFrom(zero, fraction(1, 7)) }), {
          maxLength: 3,
        }),
        totals: figures,
        outcome: fc.nat(nominees.length).map((elected) => ({
          elected: nominees.slice(0, elected),
          notElected: [],
          ...(elected < nominees.length && { undecided: { tied: nominees.slice(elected), seats: 1 } }),
          vacant: 0,
        })),
      });
    });
    fc.assert(
      fc.property(tables, (given: CountTable) => {
        expect(readCountCsv(writeCountCsv(given))).toEqual({ ok: true, value: given });
      }),
    );
  });
});

describe("papers as CSV", () => {
  it("have a column for each nominee and ranks in it", () => {
    const source = "weight,A,B,C\r\n3,1,,2\r\n2,2,2,\r\n1,,,\r\n";
    const table = {
      nominees: ["A", "B", "C"],
      papers: [
        { weight: 3, ranking: [["A"], ["C"]] },
        { weight: 2, ranking: [[], ["A", "B"]] },
        { weight: 1, ranking: [] },
      ],
    };
    expect(readPapersCsv(source)).toEqual({ ok: true, value: table });
    expect(writePapersCsv(table)).toEqual({ ok: true, value: source });
  });

  it.each([
    ["have no nominee", "weight\n1", 1, "header"],
    ["begin with something else", "A,B\n1,2", 1, "header"],
    ["have a nominee twice", "weight,A,A\n1,1,2", 1, "nameRepeated"],
    ["have a nominee without a name", "weight,A,\n1,1,2", 1, "minLength"],
    ["have no weight", "weight,A\n,1", 2, "weight"],
    ["have a weight of 0", "weight,A\n1,1\n0,1", 3, "weight"],
    ["rank from 0", "weight,A\n1,0", 2, "rank"],
    ["rank in words", "weight,A\n1,first", 2, "rank"],
    ["rank without bound", "weight,A\n1,99999", 2, "rank"],
    ["rank lower than there are nominees", "weight,A,B\n1,1,3", 2, "rank"],
    ["have a line end at the edge of a name", 'weight,"A\n"\n1,1', 1, "noControlCharacters"],
    ["have a hidden character at the edge of a name", "weight,\uFEFFA\n1,1", 1, "noControlCharacters"],
    ["were cut", "weight,A,B\n1,1", 2, "fieldCount"],
  ])("are refused when they %s", (_what, source, line, rule) => {
    const result = readPapersCsv(source);
    expect(result.ok ? [] : result.problems).toContainEqual(expect.objectContaining({ line, rule }));
  });

  it("are refused where a table cannot show them", () => {
    const refusal = (ranking: string[][], nominees = ["A"]) => {
      const result = writePapersCsv({ nominees, papers: [{ weight: 1, ranking }] });
      return result.ok ? [] : result.problems.map(({ line, rule }) => [line, rule]);
    };
    expect(refusal([["A"], []])).toEqual([[2, "lastRankEmpty"]]);
    expect(refusal([["B"]])).toEqual([[2, "nomineeUnknown"]]);
    expect(refusal([["A"], ["A"]])).toEqual([[2, "nomineeRepeated"]]);
    expect(refusal([], ["a  b"])).toEqual([[1, "notKept"]]);
    expect(refusal([], ["a "])).toEqual([[1, "notKept"]]);
  });

  it("are never larger than their file: no paper has more ranks than the table has columns", () => {
    const lines = 1_000;
    const result = readPapersCsv(`weight,A,B\n${"1,2,1\n1,,2\n".repeat(lines / 2)}`);
    const ranks = result.ok ? result.value.papers.map(({ ranking }) => ranking.length) : [];
    expect([ranks.length, Math.max(...ranks)]).toEqual([lines, 2]);
    expect(readPapersCsv(`weight,A\n${"1,10000\n".repeat(lines)}`)).toMatchObject({ ok: false });
  });

  it("have names without the blanks at their edges", () => {
    const result = readPapersCsv('weight, A ,"\u00a0B\t"\n1,1,2');
    expect(result.ok && result.value.nominees).toEqual(["A", "B"]);
  });

  it("are written whatever the order in which equals are named, and read in the order of the columns", () => {
    const papers = [{ weight: 1, ranking: [["B", "A"]] }];
    const written = writePapersCsv({ nominees: ["A", "B"], papers });
    expect(written).toEqual({ ok: true, value: "weight,A,B\r\n1,1,1\r\n" });
  });

  it("give back every paper", () => {
    const table = names.chain((nominees) =>
      fc.record({ nominees: fc.constant(nominees), papers: papers(nominees, { gaps: true }) }),
    );
    fc.assert(
      fc.property(table, (given) => {
        const written = writePapersCsv(given);
        expect(written.ok && readPapersCsv(written.value)).toEqual({ ok: true, value: given });
      }),
    );
  });

  it.each(["=1+1", "+1", "-2+3", "@SUM(A1)", "\uFF1D1"])(
    "may quote or refuse %s for a spreadsheet",
    (name) => {
      const table = { nominees: [name, "A"], papers: [{ weight: 1, ranking: [[name]] }] };
      const quoted = writePapersCsv(table, { formulas: "quote" });
      expect(quoted).toEqual({ ok: true, value: `weight,'${name},A\r\n1,1,\r\n` });
      expect(quoted.ok && readPapersCsv(quoted.value, { formulas: "quote" })).toEqual({
        ok: true,
        value: table,
      });
      expect(writePapersCsv(table)).toEqual({ ok: true, value: `weight,${name},A\r\n1,1,\r\n` });
      const refused = writePapersCsv(table, { formulas: "refuse" });
      expect(refused).toMatchObject({ ok: false, problems: [{ line: 1, rule: "formula" }] });
    },
  );

  it("give back every paper with names quoted, also such as begin with an apostrophe", () => {
    const formulas = fc.constantFrom("=1", "'=1", "''=1", "'A", "-B", "@");
    const table = fc
      .uniqueArray(fc.oneof(formulas, name), { minLength: 1, maxLength: 4 })
      .chain((nominees) =>
        fc.record({ nominees: fc.constant(nominees), papers: papers(nominees, { gaps: true }) }),
      );
    fc.assert(
      fc.property(table, (given) => {
        fc.pre(writePapersCsv(given).ok);
        const written = writePapersCsv(given, { formulas: "quote" });
        expect(written.ok && readPapersCsv(written.value, { formulas: "quote" })).toEqual({
          ok: true,
          value: given,
        });
        const table = readCsv(written.ok ? written.value : "");
        const [header] = table.ok ? table.value : [];
        expect(header?.fields.length).toBeGreaterThan(0);
        for (const field of header?.fields ?? []) expect(field).not.toMatch(/^[=+\-@]/);
      }),
      // A comma inside a name, before what begins a formula, begins no field.
      { examples: [[{ nominees: ["¹,-"], papers: [] }]] },
    );
  });

  it("lose nothing silently, whatever the names are", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (nominees) => {
        const given = { nominees, papers: [{ weight: 1, ranking: nominees.map((nominee) => [nominee]) }] };
        const written = writePapersCsv(given);
        if (written.ok) expect(readPapersCsv(written.value)).toEqual({ ok: true, value: given });
      }),
    );
  });
});
