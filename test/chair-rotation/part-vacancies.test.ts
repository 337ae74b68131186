import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { explain } from "../../src/chair-rotation/questions/explain.ts";
import { given } from "../../src/testing/scenario.ts";
import { install, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

describe("a vacancy of the last part of a term", () => {
  const begun = [opening("abcd"), install("2022", "a")];
  const vacant = (from: string) => create.RecordVacancy({ term: "2023", from, reason });
  const end = (term: string, endsOn: string) => create.ChangeTermEnd({ term, endsOn, reason });
  const voided = {
    type: "AgreementVoided",
    data: { what: "vacancy", term: "2023", unit: "b", layer: 1, because: "daysMoved" },
  } as const;
  const rowOf = (...commands: ChairRotationCommand[]) => forecast(once(...commands), { number: 1 })[1];

  it("is void when the term ends before it", () => {
    const shorter = end("2023", "2023-07-01");
    const log = done(...begun, vacant("2023-10-01"));
    given(chairRotation, log)
      .when(shorter)
      .thenEvents({ type: "TermEndChanged", data: shorter.data }, voided);
    const row = rowOf(...begun, vacant("2023-10-01"), shorter);
    expect(row).toMatchObject({ endsOn: "2023-07-01", chair: { unit: "b" } });
    expect(row?.vacantFrom).toBe(undefined);
    const told = explain(done(...begun, vacant("2023-10-01"), shorter), "2023")?.because;
    expect(told?.flatMap((one) => (one.kind === "event" ? [one.event.type] : []))).toContain(
      "AgreementVoided",
    );
  });

  it("is void when the term begins after it, for it would cost the whole turn (L52)", () => {
    const longer = end("2022", "2023-07-01");
    given(chairRotation, done(...begun, vacant("2023-03-01")))
      .when(longer)
      .thenEvents({ type: "TermEndChanged", data: longer.data }, voided);
    expect(rowOf(...begun, vacant("2023-03-01"), longer)?.chair).toEqual({ kind: "unit", unit: "b" });
  });

  it("stands while its day is within the term", () => {
    for (const change of [end("2023", "2023-10-02"), end("2022", "2023-09-30")])
      expect(rowOf(...begun, vacant("2023-10-01"), change)).toMatchObject({
        vacantFrom: "2023-10-01",
        chair: { unit: "b" },
      });
    expect(rowOf(...begun, vacant("2023-10-01"), end("2022", "2022-07-01"))).not.toHaveProperty("vacantFrom");
  });
});

describe("a vacancy of a whole term", () => {
  const vacant = create.RecordVacancy({ term: "2023", from: "2023-01-01", reason });
  const rowWhen = (endsOn: string) => {
    const change = create.ChangeTermEnd({ term: "2022", endsOn, reason });
    return forecast(once(opening("abcd"), install("2022", "a"), vacant, change), { number: 1 })[1];
  };

  it("is one of the whole term, also when that begins later", () => {
    expect(rowWhen("2023-07-01")).toMatchObject({ vacantFrom: "2023-07-01", chair: { kind: "vacant" } });
  });

  it("leaves the days before its own to the chair when the term begins earlier", () => {
    expect(rowWhen("2022-10-01")).toMatchObject({ vacantFrom: "2023-01-01", chair: { unit: "b" } });
  });
});
