import type { FlagHolder } from "../chair-rotation/questions/flag-holders.ts";
import type { CivilDate } from "../kernel/time.ts";
import { type Layout, rowHeight } from "./layout.ts";
import { flagLook, ink, lostLook } from "./look.ts";
import { element, escaped, widthOf, wrapped } from "./markup.ts";
import type { Pen } from "./term-marks.ts";

const [lineHeight, size] = [14, 11];

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

/** A band for the rotating flag: who has it, from which day up to which. It is taller where a name takes two lines. */
export function flagBand(held: readonly Held[], pen: Pen): string {
  const row = pen.layout.flagRow;
  if (!row) return "";
  const named = held.map((one) => {
    const { custodian, from, left, right } = one;
    const name =
      custodian.kind === "unit"
        ? pen.sayOn(from).unit(custodian.unit)
        : pen.language.flagWith[custodian.kind];
    const width = right - left - 2;
    return { ...one, name, width, lines: linesOf(name, width) };
  });
  const height = named.some(({ lines }) => lines.length > 1) ? 2 * lineHeight + 4 : 20;
  const y = row.top + (rowHeight - height) / 2;
  const parts = named.map(({ custodian, from, left, name, width, lines }) => {
    const title = element(
      "title",
      {},
      escaped(`${pen.language.nobody.flag}: ${name} (${pen.say.date(from)})`),
    );
    const look = custodian.kind === "lost" ? lostLook : flagLook;
    const place = { x: left + 1, y, width, height };
    return element(
      "g",
      { class: "custody" },
      title,
      element("rect", { ...place, ...look }),
      ...words(lines, place),
    );
  });
  return element("g", { class: "flagband" }, ...parts);
}

/** As much of the name as there is room for on two lines, if that says anything. */
function linesOf(name: string, width: number): string[] {
  if (width < 5 * size) return [];
  const lines = wrapped(name, size, width - 8, 2);
  return lines.some((line) => widthOf(line, size) > width - 4) ? [] : lines;
}

/** The lines in the middle of a place. */
function words(
  lines: readonly string[],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): string[] {
  return lines.map((line, nth) => {
    const middle = y + height / 2 + (nth - (lines.length - 1) / 2) * lineHeight;
    const place = { x: x + width / 2, y: middle + size * 0.36, "text-anchor": "middle", "font-size": size };
    return element("text", { ...place, fill: ink }, escaped(line));
  });
}
