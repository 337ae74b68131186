import { describe, expect, it } from "vitest";
import { drawLot, inLotOrder, type Lot, lotKey, pickedBy } from "../../src/vocabulary/verifiable-lot.ts";

/** As many candidates as in a published selection: "001", "002" ..., so that code points order them as numbers do. */
const pool = (size: number) => Array.from({ length: size }, (_, index) => numbered(index + 1));
const numbered = (number: number) => String(number).padStart(3, "0");
const source = (name: string, values: string) => ({ source: name, values: values.split(" ") });

const rfcSources = [
  source("lottery of one number", "9319"),
  source("Lucky lottery", "2 5 12 8 10"),
  source("stock figures", "9 18 26 34 41 45"),
];

describe("a lot", () => {
  it.each([
    ["one number", [source("a", "9319")], "9319./"],
    [
      "the numbers of one source sorted as numbers, not as text",
      [source("a", "12 5 8 10 2")],
      "2.5.8.10.12./",
    ],
    ["leading zeros left out", [source("a", "08285182")], "8285182./"],
    ["zero", [source("a", "0 00")], "0.0./"],
    ["equal numbers each", [source("a", "7 7 3")], "3.7.7./"],
    [
      "more digits than a float holds",
      [source("a", "90071992547409931 90071992547409930")],
      "90071992547409930.90071992547409931./",
    ],
    [
      "the three sources of RFC 3797, section 6, in their order",
      rfcSources,
      "9319./2.5.8.10.12./9.18.26.34.41.45./",
    ],
    ["the same in another order", rfcSources.toReversed(), "9.18.26.34.41.45./2.5.8.10.12./9319./"],
  ])("writes its key as RFC 3797, section 4 does: %s", (_, drawn, key) => {
    expect(lotKey(drawn)).toBe(key);
  });

  // RFC 3797 (Eastlake, June 2004), section 6, "Fully Worked Example": index, hex value of MD5, div, selected.
  it.each([
    [1, "990DD0A5692A029A98B5E01AA28F3459", 25, 17],
    [2, "3691E55CB63FCC37914430B2F70B5EC6", 24, 7],
    [3, "FE814EDF564C190AC1D25753979990FA", 23, 2],
    [4, "1863CCACEB568C31D7DDBDF1D4E91387", 22, 16],
    [5, "F4AB33DF4889F0AF29C513905BE1D758", 21, 25],
    [6, "13EAEB529F61ACFB9A29D0BA3A60DE4A", 20, 23],
    [7, "992DB77C382CA2BDB9727001F3CDCCD9", 19, 8],
    [8, "63AB4258ECA922976811C7F55C383CE7", 18, 24],
    [9, "DFBC5AC97CED01B3A6E348E3CC63F40D", 17, 19],
    [10, "31CB111C4A4EBE9287CEAE16FE51B909", 16, 13],
  ])("draws number %i as the example of RFC 3797 does", (index, hash, left, selected) => {
    const lot = drawLot({ candidates: pool(25), seats: 10, drawn: rfcSources });
    expect(lot.draws[index - 1]).toEqual({ hash: hash.toLowerCase(), left, candidate: numbered(selected) });
  });

  // The selections of the IETF Nominations Committees, as published with github.com/mcr/rfc3797
  // (testcase-2012.txt, -2013.txt).
  it.each([
    {
      year: "2012-2013",
      size: 134,
      drawn: [
        source("lottery", "17 20 22 35 38 48 36"),
        source("debt held by the public", "90193202"),
        source("intragovernmental holdings", "55598744"),
        source("second lottery", "11 17 21 48 50 9 10"),
      ],
      selected: [90, 25, 92, 126, 24, 31, 122, 96, 81, 132, 2, 41],
    },
    {
      year: "2013-2014",
      size: 154,
      drawn: [
        source("lottery", "7 8 11 17 19 25 46"),
        source("debt held by the public", "08285182"),
        source("intragovernmental holdings", "60115701"),
        source("second lottery", "2 3 18 26 32 33 42"),
      ],
      selected: [138, 151, 89, 112, 117, 145, 118, 143, 144, 122],
    },
  ])("selects the Nominations Committee of $year", ({ size, drawn, selected }) => {
    const lot = drawLot({ candidates: pool(size), seats: selected.length, drawn });
    expect(pickedBy(lot)).toEqual(selected.map(numbered));
  });

  it("numbers candidates by code points, which is neither the order of code units nor of any alphabet", () => {
    expect(inLotOrder(["ﬀ", "𐐷", "đ", "d", "Đ", "ab", "a", "d"])).toEqual([
      "a",
      "ab",
      "d",
      "Đ",
      "đ",
      "ﬀ",
      "𐐷",
    ]);
  });

  it("draws everybody, in an order, where it is not said how many", () => {
    const lot: Lot = drawLot({ candidates: ["b", "a"], drawn: rfcSources });
    expect(pickedBy(lot).toSorted()).toEqual(["a", "b"]);
  });

  it.each([
    ["no source", []],
    ["a source without a value", [{ source: "a", values: [] }]],
    ["a value that is text", [source("a", "W4-1")]],
    ["a negative value", [source("a", "-1")]],
    ["an empty value", [{ source: "a", values: [""] }]],
    ["digits that are not ASCII", [source("a", "٣")]],
  ])("is not drawn by %s", (_, drawn) => {
    expect(() => drawLot({ candidates: ["a", "b"], seats: 1, drawn })).toThrow(RangeError);
  });
});
