import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { toProblem } from "../../src/http/to-problem.ts";
import { sharedRejections } from "../../src/kernel/decision.ts";
import { messages } from "../../src/kernel/messages.ts";
import { CivilDate } from "../../src/kernel/time.ts";
import { en } from "../../src/minutes/en.ts";
import { extendLanguage } from "../../src/minutes/extend-language.ts";
import type { OwnPhrases } from "../../src/minutes/language.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { PledgeRejection } from "../../src/pledge/messages.ts";
import { languageService } from "../support/language-service.ts";

const HallRejection = messages({
  ...sharedRejections("Hall", z.enum(["blank", "booked"])),
  DayPassed: { day: CivilDate },
});
type HallRejection = z.infer<typeof HallRejection>;
const { create } = HallRejection;
const passed = create.DayPassed({ day: "2023-01-01" });
const booked = create.WrongState({ aggregate: "Hall", status: "booked", allowed: ["blank"] });
const nobody = () => undefined;

const hallVi = extendLanguage(vi, {
  rejections: {
    DayPassed: ({ day }, say) => `ngày ${say.date(day)} đã qua.`,
  } satisfies OwnPhrases<HallRejection>,
  aggregates: {
    Hall: { subject: "hội trường", statuses: { blank: "còn trống", booked: "đã có người đặt" } },
  },
});
const hallEn = extendLanguage(en, {
  rejections: { DayPassed: ({ day }: { day: string }, say) => `${say.date(day)} has passed.` },
  aggregates: { Hall: { subject: "The hall", statuses: { blank: "free", booked: "booked" } } },
});

describe("a language with phrases for an aggregate of one's own", () => {
  it("tells its refusals, those that all aggregates share among them", () => {
    expect(sentence(hallVi, passed, nobody)).toBe("Ngày 01/01/2023 đã qua.");
    expect(sentence(hallEn, passed, nobody)).toBe("1 January 2023 has passed.");
    expect(sentence(hallVi, booked, nobody)).toBe(
      "Hội trường đã có người đặt; việc này chỉ thực hiện được khi hội trường còn trống.",
    );
    expect(sentence(hallEn, booked, nobody)).toBe(
      "The hall is booked; this can only be done while it is free.",
    );
    expect(toProblem(passed, hallVi)).toMatchObject({ status: 422, detail: "Ngày 01/01/2023 đã qua." });
  });

  it("tells what the library tells as before, and the language that it was made from is as it was", () => {
    const empty = PledgeRejection.create.PledgeEmpty({});
    expect(sentence(hallEn, empty, nobody)).toBe(sentence(en, empty, nobody));
    expect(Object.keys(en.rejections)).not.toContain("DayPassed");
    expect(Object.keys(en.aggregates)).not.toContain("Hall");
  });

  it("tells events of one's own, and two aggregates one after the other", () => {
    const two = extendLanguage(hallEn, { events: { LampLit: (_: { room: string }) => "a lamp was lit." } });
    expect(sentence(two, { type: "LampLit", data: { room: "hall" } }, nobody)).toBe("A lamp was lit.");
    expect(sentence(two, booked, nobody)).toContain("The hall is booked");
  });

  it("is found to lack a phrase by the type check, and may be made by hand", () => {
    const { file, service } = languageService(
      [
        'import { en, extendLanguage, type OwnPhrases, sentence } from "../src/minutes/index.ts";',
        'import { toProblem } from "../src/http/index.ts";',
        'type R = { type: "DayPassed"; data: { day: string } } | { type: "Closed"; data: object };',
        "export const lacking = extendLanguage(en, { rejections: { Closed: () => '' } satisfies OwnPhrases<R> });",
        "const own = { ...en, rejections: { ...en.rejections, DayPassed: ({ day }: { day: string }) => day } };",
        'const passed = { type: "DayPassed", data: { day: "2023-01-01" } } as const;',
        "export const told = [toProblem(passed, own), toProblem(passed, en), sentence(own, passed, () => '')];",
      ].join("\n"),
    );
    const told = service.getSemanticDiagnostics(file).map(({ messageText }) => {
      return ts.flattenDiagnosticMessageText(messageText, " ");
    });
    expect(told).toEqual([expect.stringContaining("DayPassed")]);
  });
});

describe("a refusal of an aggregate that the language does not know", () => {
  it("is told with the names as they are where it is in the wrong state", () => {
    for (const aggregate of ["Hall", "constructor", "__proto__"]) {
      const data = { aggregate, status: "booked", allowed: ["toString"] };
      const foreign = { type: "WrongState", data } as unknown as PledgeRejection;
      expect(sentence(en, foreign, nobody)).toContain(
        "is booked; this can only be done while it is toString.",
      );
      expect(sentence(vi, foreign, nobody)).toContain("booked; việc này chỉ thực hiện được khi");
    }
  });
});
