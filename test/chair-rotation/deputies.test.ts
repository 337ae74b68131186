import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecastOf } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { given } from "../../src/testing/scenario.ts";
import { decision, install, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const running = [opening("abc"), install("2022", "a")];
const vacate = create.RecordVacancy({ term: "2023", from: "2023-01-01", reason });
const name = create.DesignateDeputy({
  term: "2023",
  deputy: "c",
  basis: decision,
  designatedOn: "2022-02-01",
});

describe("a deputy of a coming term", () => {
  it("is refused where the term is to stay vacant: nobody chairs it, so nobody is deputy", () => {
    given(chairRotation, done(...running, vacate))
      .when(name)
      .thenRejected("TermVacantAlready", { term: "2023" });
  });

  it("is designated where the term is vacant only from a later day on", () => {
    const later = create.RecordVacancy({ term: "2023", from: "2023-06-01", reason });
    given(chairRotation, done(...running, later))
      .when(name)
      .thenEvents({ type: "DeputyDesignated", data: name.data });
  });

  it("may be the unit whose turn it is, where a substitute chairs for it; named again, it is so already", () => {
    const substitute = create.NameSubstitute({ term: "2023", unit: "b", chair: "c", reason });
    const itself = create.DesignateDeputy({ ...name.data, deputy: "b" });
    const named = once(...running, substitute, itself);
    expect(forecastOf(named, "2023")).toMatchObject({
      nominal: { unit: "b" },
      chair: { unit: "c" },
      deputy: "b",
    });
    given(chairRotation, done(...running, substitute, itself))
      .when(itself)
      .thenEvents();
  });
});
