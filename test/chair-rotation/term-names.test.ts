import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { isCountable, nameAfter, termsAfter } from "../../src/chair-rotation/term-names.ts";
import type { TermCalendar } from "../../src/chair-rotation/words.ts";
import { sent } from "../../src/kernel/sent.ts";
import { addMonths } from "../../src/kernel/time.ts";
import { opening } from "./life.ts";

const nextOf = (name: string, months: number) =>
  [1, 2, 3].map((steps) => nameAfter(name, steps, months)).join(" ");

describe("the names of terms", () => {
  it.each([
    ["2022-2023", 12, "2023-2024 2024-2025 2025-2026"],
    ["2022–2023", 12, "2023–2024 2024–2025 2025–2026"],
    ["1998/1999", 12, "1999/2000 2000/2001 2001/2002"],
    ["1996-1998", 24, "1998-2000 2000-2002 2002-2004"],
    ["2022-2023", 24, "2024-2025 2026-2027 2028-2029"],
    ["NH2022-2023", 12, "NH2023-2024 NH2024-2025 NH2025-2026"],
    ["Năm học 2022-2023", 12, "Năm học 2023-2024 Năm học 2024-2025 Năm học 2025-2026"],
    ["2022-23", 12, "2023-24 2024-25 2025-26"],
    ["2022–23", 12, "2023–24 2024–25 2025–26"],
    ["2008-09", 12, "2009-10 2010-11 2011-12"],
    ["1998-99", 12, "1999-00 2000-01 2001-02"],
    ["2008-09", 1, "2008-10 2008-11 2008-12"],
    ["2008-09", 6, "2009-03 2009-09 2010-03"],
    ["12/2023", 1, "01/2024 02/2024 03/2024"],
    ["12/2023", 12, "12/2024 12/2025 12/2026"],
    ["2024-H2", 6, "2025-H1 2025-H2 2026-H1"],
    ["2024-H2", 12, "2025-H2 2026-H2 2027-H2"],
    ["2024-1", 6, "2024-2 2025-1 2025-2"],
    ["2024-3", 4, "2025-1 2025-2 2025-3"],
    ["2024-1", 12, "2025-1 2026-1 2027-1"],
    ["2024-9", 1, "2024-10 2024-11 2024-12"],
    ["2023-Q4", 3, "2024-Q1 2024-Q2 2024-Q3"],
    ["2023-Q1", 6, "2023-Q3 2024-Q1 2024-Q3"],
    ["Quý 4/2023", 3, "Quý 1/2024 Quý 2/2024 Quý 3/2024"],
    ["2023", 12, "2024 2025 2026"],
    ["2023", 24, "2025 2027 2029"],
    ["9999", 12, "10000 10001 10002"],
    ["lap-9", 5, "lap-10 lap-11 lap-12"],
    ["lap-098", 5, "lap-099 lap-100 lap-101"],
    ["2006-11-06", 8, "2007-07-06 2008-03-06 2008-11-06"],
  ])("go on from %s in terms of %i months", (name, months, names) => {
    expect(nextOf(name, months)).toBe(names);
    const third = nameAfter(name, 3, months) ?? "";
    expect([termsAfter(name, third, months), termsAfter(name, name, months)]).toEqual([3, 0]);
  });

  it.each([
    ["2023", 6],
    ["2023-01", 12],
    ["2022-24", 12],
    ["2022-2024", 12],
    ["2022-2023", 6],
    ["2023-2022", 12],
    ["2024-H2", 3],
    ["2024-H3", 6],
    ["2024-3", 6],
    ["2024-1", 18],
    ["2023-Q4", 1],
    ["13/2023", 1],
    ["2006-01-31", 1],
    ["2008-02-29", 12],
    ["2006-13-01", 1],
    ["pilot", 12],
    ["K1-2022", 12],
    ["12345", 12],
    ["Q4", 3],
    ["Quý-4", 3],
    ["HK2", 6],
    ["H1", 6],
    ["T12", 1],
    ["Tháng-12", 1],
  ])("do not go on from %s in terms of %i months", (name, months) => {
    expect(nextOf(name, months)).toBe("  ");
    expect(termsAfter(name, "2024", months)).toBe(0);
  });
});

const { create } = ChairRotationCommand;
const forecastFrom = (calendar: TermCalendar) => {
  const decision = chairRotation.decide(
    sent(create.OpenRotation({ ...opening("ab").data, calendar }), {
      now: new Date("2022-01-01T03:00:00Z"),
      commandId: "c1",
      actor: "office",
    }),
    chairRotation.initialState(),
  );
  if (!decision.ok) return decision.rejection.type;
  const state = chairRotation.fold(decision.events);
  return state.status === "blank"
    ? ""
    : forecast(state, { terms: 4 })
        .map(({ term }) => term)
        .join(" ");
};

describe("a rotation", () => {
  const startsOn = "2022-01-01";
  it("is not opened with a name from which no other follows", () => {
    expect(forecastFrom({ term: "2022", startsOn, months: 6 })).toBe("TermNameUncountable");
    expect(forecastFrom({ term: "2022-H1", startsOn, months: 6 })).toBe("2022-H1 2022-H2 2023-H1 2023-H2");
  });

  it("has the published terms and no others where the last name cannot be counted on", () => {
    const published = [{ term: "second", startsOn: "2023-01-01" }];
    expect(forecastFrom({ term: "2022", startsOn, months: 6, published })).toBe("2022 second");
    const counted = [{ term: "lap-2", startsOn: "2023-01-01" }];
    expect(forecastFrom({ term: "first", startsOn, months: 6, published: counted })).toBe(
      "first lap-2 lap-3 lap-4",
    );
  });
});

const number = fc
  .integer({ min: 1, max: 13 })
  .chain((part) => fc.constantFrom(`${part}`, String(part).padStart(2, "0")));
const year = fc.integer({ min: 1900, max: 2100 });
const name = fc
  .tuple(year, fc.nat(4), number, fc.constantFrom("-", "/", "–"))
  .chain(([from, more, part, mark]) =>
    fc.constantFrom(
      `${from}${mark}${from + more}`,
      `NH${from}${mark}${from + more}`,
      `${from}${mark}${String((from + more) % 100).padStart(2, "0")}`,
      `${from}${mark}${part}`,
      `${part}/${from}`,
      `${from}-H${part}`,
      `${from}-Q${part}`,
      `Quý ${part}/${from}`,
      `${from}-${part}-0${(more % 5) + 1}`,
      `${from}`,
      `lap-${part}`,
      `lap${mark}${from}`,
    ),
  );
const months = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 18, 24, 36, 120);
const steps = fc.nat(400);

describe("a name of a term that can be counted on", () => {
  it("gives the same names in one stride as in two, and no name twice (L53)", () => {
    fc.assert(
      fc.property(name, months, steps, steps, (first, length, i, j) => {
        // "2024-9" in terms of a month goes on to "2024-10", which is read as "2024-09" would be.
        fc.pre(isCountable(first, length) && !(length === 1 && /^\d{4}-\d$/.test(first)));
        const there = nameAfter(first, i, length) ?? "";
        expect(nameAfter(there, j, length)).toBe(nameAfter(first, i + j, length));
        expect(termsAfter(first, there, length)).toBe(i);
        expect(termsAfter(there, nameAfter(there, j, length) ?? "", length)).toBe(j);
      }),
      { numRuns: 1_000 },
    );
  });

  it("has a year that follows the first day of the term (L53)", () => {
    fc.assert(
      fc.property(name, months, steps, (first, length, i) => {
        const parts = /(\d{4})/.exec(first);
        fc.pre(isCountable(first, length) && parts !== null);
        const firstYear = Number(parts?.[1]);
        const later = Number(/(\d{4,})/.exec(nameAfter(first, i, length) ?? "")?.[1]) - firstYear;
        const [january, december] = [
          addMonths("2001-01-01", i * length),
          addMonths("2001-12-01", i * length),
        ];
        const passed = [january, december].map((day) => Number(day.slice(0, 4)) - 2001);
        expect(passed).toContain(later);
      }),
      { numRuns: 1_000 },
    );
  });

  const model = fileURLToPath(new URL("../../../shared/oracle/rotation/names.mjs", import.meta.url));
  it.runIf(existsSync(model))("is counted on as in the reference model", async () => {
    const other: { nameAfter: typeof nameAfter } = await import(model);
    fc.assert(
      fc.property(name, months, steps, (first, length, i) => {
        // The model does not ask whether a first day is a real one.
        fc.pre(!/-1[3-9]-|-00-/.test(first));
        expect(nameAfter(first, i, length)).toEqual(other.nameAfter(first, i, length));
      }),
      { numRuns: 2_000 },
    );
  });
});
