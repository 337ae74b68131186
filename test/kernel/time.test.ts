import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/kernel/input.ts";
import {
  addDays,
  addMonths,
  CivilDate,
  civilDateOf,
  dateOfDay,
  dayNumber,
  daysBetween,
  Instant,
  instantOf,
} from "../../src/kernel/time.ts";

const days = fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") });

describe("a civil date", () => {
  it.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("may be %s", (date) => {
    expect(check(CivilDate, date)).toEqual({ ok: true, value: date });
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2023-13-01",
    "2023-00-10",
    "2023-04-31",
    "0000-01-01",
    "23-01-09",
    "2023-1-9",
    "2023-01-09T00:00",
    "",
    "２０２３-01-09",
  ])("is never %j", (date) => {
    expect(check(CivilDate, date)).toMatchObject({ ok: false, problems: [{ rule: "civilDate" }] });
  });

  it("is a day number and back, and agrees with the platform's calendar", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = dateOfDay(day);
        expect(dayNumber(date)).toBe(day);
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(date);
      }),
      { numRuns: 1_000 },
    );
  });

  it("compares as its text does", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(dateOfDay(a) < dateOfDay(b)).toBe(a < b);
      }),
    );
  });

  it("moves by days and by months", () => {
    expect(addDays("2022-12-31", 1)).toBe("2023-01-01");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2023-03-31", -1)).toBe("2023-02-28");
    expect(addMonths("2022-11-15", 14)).toBe("2024-01-15");
    expect(daysBetween("2023-01-01", "2023-01-09")).toBe(8);
  });

  it("does not leave its years", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addDays("2023-01-01", 0.5)).toThrow(RangeError);
    expect(() => addMonths("0001-01-31", -1)).toThrow(RangeError);
  });
});

describe("an instant", () => {
  it("has milliseconds and is in UTC, always", () => {
    expect(instantOf(new Date("2023-01-09T07:30:00+07:00"))).toBe("2023-01-09T00:30:00.000Z");
    expect(check(Instant, "2023-01-09T00:30:00Z").ok).toBe(false);
    expect(check(Instant, "2023-02-29T00:30:00.000Z").ok).toBe(false);
    expect(check(Instant, "2023-01-09T24:00:00.000Z").ok).toBe(false);
  });

  it("is not made of an invalid Date, nor of one outside the years", () => {
    expect(() => instantOf(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => instantOf(new Date(8.64e15))).toThrow(RangeError);
  });

  it("falls on the Vietnamese day: in the evening of the 31st UTC it is already the 1st", () => {
    expect(civilDateOf(new Date("2022-12-31T16:59:59Z"))).toBe("2022-12-31");
    expect(civilDateOf(new Date("2022-12-31T17:00:00Z"))).toBe("2023-01-01");
    expect(civilDateOf(new Date("2022-12-31T17:00:00Z"), 0)).toBe("2022-12-31");
  });
});
