import { describe, expect, it } from "vitest";
import { termAfterSeason, termNumber } from "../../src/chair-rotation/term-of-season.ts";
import type { TermCalendar } from "../../src/chair-rotation/words.ts";

const yearly: TermCalendar = { term: "2022", startsOn: "2022-01-01", months: 12 };

describe("the term for which the conference of a season chooses the chair", () => {
  it.each<[string, TermCalendar, string, string | undefined]>([
    ["is the next one, where terms are seasons", yearly, "2022", "2023"],
    ["is the first one, where the rotation begins after the season", yearly, "2021", "2022"],
    [
      "is the next school year",
      { term: "2022-2023", startsOn: "2022-09-01", months: 12 },
      "2022-2023",
      "2023-2024",
    ],
    [
      "is the first one that begins in the year after the season, where terms are called otherwise",
      { term: "2022-H1", startsOn: "2022-01-01", months: 6 },
      "2022",
      "2023-H1",
    ],
    [
      "is the published one that follows, whatever it is called",
      {
        ...yearly,
        published: [{ term: "chuyển tiếp", startsOn: "2023-01-01" }],
      },
      "2022",
      "chuyển tiếp",
    ],
    [
      "is none beyond the last one that is published",
      {
        term: "2022",
        startsOn: "2022-01-01",
        months: 12,
        published: [{ term: "pilot", startsOn: "2023-01-01" }],
      },
      "2023",
      undefined,
    ],
    ["is none before the rotation begins", yearly, "2019", undefined],
  ])("%s", (_, calendar, season, term) => {
    expect(termAfterSeason(calendar, season)?.term).toBe(term);
  });

  it("has its number, by which terms are compared", () => {
    expect(termAfterSeason(yearly, "2024")).toEqual({ term: "2025", number: 3 });
    expect(termNumber(yearly, "2025")).toBe(3);
    expect(termNumber(yearly, "2021")).toBeUndefined();
  });
});
