import { describe, expect, it } from "vitest";
import { AwardEvent, Ground, VoidReason, WithdrawalReason } from "../../src/award/messages.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { voidBasis } from "./life.ts";

describe.each([
  ["vi", vi],
  ["en", en],
])("the codes of an award in %s", (_, language) => {
  const { create: happened } = AwardEvent;
  const said = (event: AwardEvent) => sentence(language, event, () => undefined);
  const each = <T extends string>(codes: readonly T[], event: (code: T) => AwardEvent) => {
    const sentences = codes.map((code) => said(event(code)));
    expect(new Set(sentences).size).toBe(codes.length);
    // A code of two words is no word of a language.
    const joined = codes.filter((code) => /[A-Z]/.test(code));
    for (const code of joined) for (const text of sentences) expect(text).not.toContain(code);
  };

  it("have each a sentence of their own, and what is noted stands beside it", () => {
    each(WithdrawalReason.options, (reason) =>
      happened.AwardWithdrawn({ withdrawnOn: "2023-01-27", reason }),
    );
    each(VoidReason.options, (reason) => happened.BasisVoid({ ...voidBasis.data, reason }));
    each(
      Ground.options.filter((ground) => ground !== "disciplined" && ground !== "other"),
      (ground) => happened.ConsiderationSuspended({ ground, suspendedOn: "2023-01-25", reason: "Lý do" }),
    );
    expect(said(happened.BasisVoid(voidBasis.data))).toContain("Sai thủ tục");
  });
});
