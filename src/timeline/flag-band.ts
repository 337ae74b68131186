import type { FlagHolder } from "../chair-rotation/questions/flag-holders.ts";
import type { CivilDate } from "../kernel/time.ts";
import { type Layout, rowHeight } from "./layout.ts";
import { flagLook, ink, vacantLook } from "./look.ts";
import { element, escaped, widthOf, wrapped } from "./markup.ts";
import type { Pen } from "./term-marks.ts";

const [height, size] = [20, 11];

/** Who has the flag between two places of the picture, and from which day. */
export type Held = FlagHolder & { left: number; right: number };

/**
 * The stretches of the flag's band that are drawn: not those before the picture begins, nor those too short to see.
 * What comes after `until` is not known yet.
 */
export function heldIn(
  holders: readonly FlagHolder[],
  { until, end }: { until: CivilDate; end: CivilDate },
  { x, flagRow }: Pick<Layout, "x" | "flagRow">,
): Held[] {
  if (!flagRow) return [];
  const all = holders.map((holder, at): Held => {
    const next = holders[at + 1]?.from ?? (until > holder.from ? until : end);
    return { ...holder, left: x(holder.from), right: x(next) };
  });
  return all.filter(({ left, right }) => right - left >= 2);
}

/** A band for the rotating flag: who has it, from which day up to which. */
export function flagBand(held: readonly Held[], pen: Pen): string {
  const row = pen.layout.flagRow;
  if (!row) return "";
  const parts = held.map(({ custodian, from, left, right }) => {
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
    return element("g", { class: "custody" }, title, element("rect", { ...place, ...look }), words);
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
