import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Tellers } from "../../src/ballot/terms.ts";
import { check } from "../../src/kernel/input.ts";
import { Decimal } from "../../src/kernel/numbers.ts";
import { CivilDate } from "../../src/kernel/time.ts";
import { en } from "../../src/minutes/en.ts";
import { problemMessages } from "../../src/minutes/problem-messages.ts";
import { vi } from "../../src/minutes/vi.ts";
import { Goal, PledgeCommand } from "../../src/pledge/messages.ts";
import { Drawn } from "../../src/vocabulary/lot.ts";
import { Season } from "../../src/vocabulary/season.ts";
import { Threshold } from "../../src/vocabulary/threshold.ts";
import { UnitId } from "../../src/vocabulary/unit.ts";

const half = { numerator: 3, denominator: 2, strict: false, base: "validPapers" };
const flat = { baseline: "5", goal: "5", measure: "%" };
const cases: [string, z.ZodMiniType, unknown, string, string, string][] = [
  [
    "a day that is no day",
    CivilDate,
    "2022-02-30",
    "Invalid ISO date",
    "Không phải là ngày có thật, viết dạng NĂM-THÁNG-NGÀY.",
    "This is not a real day, written YEAR-MONTH-DAY.",
  ],
  [
    "an id with a space",
    UnitId,
    "công an",
    "Invalid value: no spaces",
    "Mã không được có khoảng trắng.",
    "This is an id and may not hold spaces.",
  ],
  [
    "a text that is too long",
    UnitId,
    "x".repeat(101),
    "Invalid value: max length 100",
    "Quá dài (yêu cầu: 100).",
    "This is too long (required: 100).",
  ],
  [
    "a year outside",
    Season,
    "202",
    "Invalid value: season",
    "Không phải là năm thi đua, như 2022 hoặc 2022-2023.",
    "This is not a season such as 2022 or 2022-2023.",
  ],
  [
    "more than all",
    Threshold,
    half,
    "Invalid value: reachable share",
    "Tỷ lệ không ai có thể đạt được.",
    "This is a share that nobody can reach.",
  ],
  [
    "a goal that is the baseline",
    Goal,
    flat,
    "Invalid value: goal apart from baseline",
    "Mục tiêu trùng với mức xuất phát.",
    "This is the same as the baseline.",
  ],
  [
    "a drawn value that is no whole number",
    Drawn,
    [{ source: "Xổ số", values: ["1054.21"] }],
    "Invalid value: whole number",
    "Không phải là số nguyên có từ 1 đến 30 chữ số.",
    "This is not a whole number of 1 to 30 digits.",
  ],
  [
    "a decimal with a comma",
    Decimal,
    "97,5",
    "Invalid value: decimal",
    "Không phải là số như 97.5, có nhiều nhất 12 chữ số trước dấu chấm và 6 chữ số sau dấu chấm.",
    "This is not a number such as 97.5, with at most 12 digits before the point and 6 after it.",
  ],
  [
    "a list with nothing in it",
    Tellers,
    { head: { name: "Trần Thị B" }, members: [] },
    "Too small: expected array to have >=1 items",
    "Có quá ít mục (yêu cầu: 1).",
    "This has too few entries (required: 1).",
  ],
  [
    "a short text of the program's own schema",
    z.string().check(z.minLength(3)),
    "ab",
    "Too small: expected string to have >=3 characters",
    "Quá ngắn (yêu cầu: 3).",
    "This is too short (required: 3).",
  ],
  [
    "a missing field",
    PledgeCommand.data.DropTarget,
    {},
    "Invalid input: expected string, received undefined",
    "Còn thiếu (yêu cầu: string).",
    "This is missing (required: string).",
  ],
];

describe("what a form library shows beside a field", () => {
  afterEach(() => {
    z.config({ customError: undefined, localeError: undefined });
  });

  it.each(cases)(
    "of %s is plain English where the program loads zod's own English",
    (_, schema, input, message) => {
      z.config(z.locales.en());
      expect(schema.safeParse(input).error?.issues.map((issue) => issue.message)).toEqual([message]);
    },
  );

  it.each(cases)("of %s is in the language that one reading asks for", (_, schema, input, __, inVi, inEn) => {
    for (const [language, message] of [
      [vi, inVi],
      [en, inEn],
    ] as const) {
      const { error } = schema.safeParse(input, { error: problemMessages(language) });
      expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
    }
  });

  it.each(cases)(
    "of %s is in the language of the program, by Standard Schema",
    async (_, schema, input, __, inVi) => {
      z.config({ customError: problemMessages(vi) });
      const result = await schema["~standard"].validate(input);
      expect(result.issues?.map((issue) => issue.message)).toEqual([inVi]);
    },
  );

  it("has the path of the field", () => {
    const input = { signatory: { name: "-" }, signedOn: "2022-02-10" };
    const { error } = PledgeCommand.data.SignPledge.safeParse(input, { error: problemMessages(en) });
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["signatory.name", "This needs a letter or a digit."],
    ]);
  });
});

describe("the sentence for a problem of a list or an object", () => {
  it.each([
    [Threshold, { numerator: 2, denominator: 1, strict: false, base: "validPapers" }, "2/1"],
    [Threshold, { numerator: 1, denominator: 1, strict: true, base: "validPapers" }, "> 1/1"],
    [Goal, flat, '"5"'],
  ])("names what its value comes to", (schema: z.ZodMiniType, input: unknown, value: string) => {
    const read = check(schema, input);
    expect(read).toMatchObject({ ok: false, problems: [{ value }] });
    for (const language of [vi, en])
      expect(read.ok ? "" : read.problems.map(language.problem).join()).toContain(`: ${value}.`.slice(2));
  });
});
