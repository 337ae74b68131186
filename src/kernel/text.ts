import * as z from "zod/mini";
import { type Broken, rule } from "./rule.ts";

/** Limits of a text, in characters (Unicode code points) of its canonical form. */
export type TextLimits = {
  min?: number;
  max: number;
  /** Whether the text may have no letter and no digit, as `%` does. */
  symbols?: boolean;
};

/**
 * A line of text as people write it: canonical (NFC, inner spaces single, none at the ends), well-formed,
 * without control, format, invisible or private-use characters, and with at least one letter or digit.
 *
 * Unassigned code points are let through on purpose: which ones are unassigned depends on the engine's Unicode
 * version, and the same log must read the same on every machine.
 *
 * @example
 * text({ max: 40 }).parse("  Công  an tỉnh ") // "Công an tỉnh"
 */
export function text(limits: TextLimits): z.ZodMiniString<string> {
  return canonicalText(limits, canonicalLine, forbiddenInLine);
}

/** Text of several lines. It is like `text`, but keeps line feeds. */
export function prose(limits: TextLimits): z.ZodMiniString<string> {
  return canonicalText(limits, canonicalProse, forbiddenInProse);
}

function canonicalText(
  { min = 1, max, symbols = false }: TextLimits,
  canonical: (raw: string) => string,
  forbidden: RegExp,
): z.ZodMiniString<string> {
  const broken = (value: string) => brokenRule(value, { min, max, symbols }, forbidden);
  return z.string().check(fewMarks, z.overwrite(canonical), rule(broken, { minimum: min, maximum: max }));
}

/** No script needs more marks on one letter. A text within this limit is "stream-safe" (UAX #15, section 13). */
const marksMax = 30;
const tooManyMarks = new RegExp(`\\p{M}{${marksMax + 1}}`, "u");

/** Runs before the normalisation, which sorts the marks of a letter in time quadratic in their number. */
const fewMarks = /* @__PURE__ */ rule((value: string) =>
  tooManyMarks.test(value) ? { rule: "fewMarks", expected: marksMax } : undefined,
);

/** The canonical form of a line: the library keeps and compares only this form. */
export function canonicalLine(raw: string): string {
  return raw
    .normalize("NFC")
    .replace(/\p{Zs}+/gu, " ")
    .trim();
}

function canonicalProse(raw: string): string {
  return raw.replace(/\r\n?/g, "\n").split("\n").map(canonicalLine).join("\n").trim();
}

// Characters that show nothing, or are none: controls, formats, all that Unicode lets a reader ignore (fillers, variation
// selectors, ...), the blank of braille, and what is never a character. Prose keeps the selectors that emoji have.
const forbiddenInLine =
  /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
const forbiddenInProse = new RegExp(`(?![\\n\\ufe0e\\ufe0f])${forbiddenInLine.source}`, "u");

function brokenRule(
  value: string,
  { min, max, symbols }: Required<TextLimits>,
  forbidden: RegExp,
): Broken | undefined {
  // The cheap check comes first: a code point has one or two UTF-16 units.
  if (value.length > 2 * max) return { rule: "maxLength", expected: max };
  if (!value.isWellFormed()) return { rule: "wellFormed" };
  if (forbidden.test(value)) return { rule: "noControlCharacters" };
  const length = [...value].length;
  if (length < min) return { rule: "minLength", expected: min };
  if (length > max) return { rule: "maxLength", expected: max };
  if (!symbols && !/[\p{L}\p{N}]/u.test(value)) return { rule: "letterOrDigit" };
  return undefined;
}
