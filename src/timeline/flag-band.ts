import type { FlagHolder } from "../chair-rotation/questions/flag-holders.ts";
import type { CivilDate } from "../kernel/time.ts";
import { rowHeight } from "./layout.ts";
import { flagLook, ink, vacantLook } from "./look.ts";
import { element, escaped, widthOf, wrapped } from "./markup.ts";
import type { Pen } from "./term-marks.ts";

const [height, size] = [20, 11];

/** A band for the rotating flag: who has it, from which day up to which. What comes after `until` is not known yet. */
export function flagBand(
  holders: readonly FlagHolder[],
  { until, end }: { until: CivilDate; end: CivilDate },
  pen: Pen,
): string {
  const row = pen.layout.flagRow;
  if (!row) return "";
  const parts = holders.flatMap(({ custodian, from }, at) => {
    const next = holders[at + 1]?.from ?? (until > from ? until : end);
    const [left, right] = [pen.layout.x(from), pen.layout.x(next)];
    if (right - left < 2) return [];
    const name =
      custodian.kind === "unit"
        ? pen.sayOn(from).unit(custodian.unit)
        : pen.language.flagWith[custodian.kind];
    const title = element(
      "title",
      {},
      escaped(`${pen.language.nobody.flag}: ${name} (${pen.say.date(from)})`),
    );
    const look = custodian.kind === "lost" ? vacantLook(pen.hatch) : flagLook;
    const place = { x: left + 1, y: row.top + (rowHeight - height) / 2, width: right - left - 2, height };
    const words = custodian.kind === "lost" ? "" : nameIn(name, place);
    return [element("g", { class: "custody" }, title, element("rect", { ...place, ...look }), words)];
  });
  return element("g", { class: "flagband" }, ...parts);
}

/** As much of the name as there is room for, if that says anything. */
function nameIn(name: string, { x, y, width }: { x: number; y: number; width: number }): string {
  if (width < 5 * size) return "";
  const [line = ""] = wrapped(name, size, width - 8, 1);
  if (widthOf(line, size) > width - 4) return "";
  const place = {
    x: x + width / 2,
    y: y + height / 2 + size * 0.36,
    "text-anchor": "middle",
    "font-size": size,
  };
  return element("text", { ...place, fill: ink }, escaped(line));
}
