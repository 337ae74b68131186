import { describe, expect, it } from "vitest";
import { meets } from "../../src/vocabulary/bar.ts";
import {
  atLeast,
  atLeastTwoThirds,
  moreThanHalf,
  moreThanTwoThirds,
  type Threshold,
} from "../../src/vocabulary/threshold.ts";

// Each row: the bar, of how many, and the least number of votes that reaches it.
const rows: [string, Threshold, number, number][] = [
  ["more than half of 10 (quá bán)", moreThanHalf("validPapers"), 10, 6],
  ["more than half of 11", moreThanHalf("validPapers"), 11, 6],
  ["two thirds of 9: circular 04/2016/TT-TANDTC, article 17", atLeastTwoThirds("allEligible"), 9, 6],
  ["more than two thirds of 9 (trên 2/3)", moreThanTwoThirds("present"), 9, 7],
  ["80 % of 9 for a flag: decree 98/2023/NĐ-CP, article 30(7)", atLeast(80, 100, "allEligible"), 9, 8],
  ["90 % of 10 for the highest titles: the same", atLeast(90, 100, "allEligible"), 10, 9],
];

describe("a threshold that bylaws name", () => {
  it.each(rows)("%s", (_, bar, base, needed) => {
    expect(meets(bar, { votes: needed, base })).toBe(true);
    expect(meets(bar, { votes: needed - 1, base })).toBe(false);
  });
});
