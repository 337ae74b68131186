import { describe, expect, it } from "vitest";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { nameOn } from "../../src/chair-rotation/names.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { timeline } from "../../src/timeline/timeline.ts";
import { timelineVi } from "../../src/timeline/vi.ts";
import { designate, handOver, open } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;

/** Recorded out of order: the second renaming acts before the first one. */
const renamed = [
  open,
  designate,
  handOver,
  create.RenameInRotation({ unit: "police", name: "Công an (2026)", renamedOn: "2026-03-01" }),
  create.RenameInRotation({ unit: "police", name: "Công an (2025)", renamedOn: "2025-03-01" }),
  create.MergeInRotation({
    units: ["military"],
    into: "procuracy",
    name: "Viện mới",
    mergedOn: "2025-07-01",
  }),
];

describe("the name of a unit", () => {
  const rotation = once(...renamed);
  const namesOf = (unit: string, ...days: string[]) => days.map((day) => nameOn(rotation, unit, day));

  it("is that of the day, in whatever order the renamings were recorded", () => {
    expect(namesOf("police", "2020-01-01", "2025-02-28", "2025-03-01", "2026-02-28", "2026-03-01")).toEqual([
      "Công an tỉnh",
      "Công an tỉnh",
      "Công an (2025)",
      "Công an (2025)",
      "Công an (2026)",
    ]);
  });

  it("stays the last one of a unit that is gone, and is another for its heir from the day of the merger on", () => {
    expect(namesOf("military", "2025-06-30", "2027-01-01")).toEqual([
      "Bộ Chỉ huy quân sự tỉnh",
      "Bộ Chỉ huy quân sự tỉnh",
    ]);
    expect(namesOf("procuracy", "2025-06-30", "2025-07-01")).toEqual([
      "Viện Kiểm sát nhân dân tỉnh",
      "Viện mới",
    ]);
    expect(namesOf("nobody", "2025-01-01")).toEqual([undefined]);
  });

  it("is in a row of the picture that of the row's day, and the row of the unit tells all of its names", () => {
    const drawn = timeline(agenda(done(...renamed), { number: 4 }), { language: timelineVi });
    expect(drawn).toContain("<title>Khối trưởng 2023: Công an tỉnh\n");
    expect(drawn).toContain(
      "<title>Công an tỉnh → Công an (2025) (01/03/2025) → Công an (2026) (01/03/2026)</title>",
    );
    expect(drawn).not.toContain("Khối trưởng 2023: Công an (2026)");
  });
});
