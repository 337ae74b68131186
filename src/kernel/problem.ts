/** One problem of an input: the field, the rule that it breaks, and its value, cut short. */
export type Problem = {
  /** The path of the field: `data.targets[2].points`. It is empty for the input as a whole. */
  field: string;
  /** The rule, as a code: `required`, `type`, `min`, `max`, `minItems`, `format`, `oneOf`, or a rule's own name. */
  rule: string;
  /** What the rule asks for, where it has a figure, a type or a list: `"<= 200"`, `"string"`. */
  expected?: string;
  /**
   * The value of the field, as text of at most 80 characters. The input itself is not kept: it may be huge or
   * secret.
   */
  value: string;
};

/** Enough problems to correct an input by: a million bad items do not make a million problems. */
export const problemsMax = 20;

/**
 * An input from outside does not have the form that it must have. Only the edges throw it: creators, and readers of
 * stores and files. A refusal by a rule of the domain is a rejection; it is never thrown.
 */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
  readonly problems: readonly Problem[];

  /** `of` names what was read. The error's message begins with it. */
  constructor(problems: readonly Problem[], of?: string) {
    super(`${of === undefined ? "" : `${of}: `}${problems.map(sentence).join("; ")}`);
    this.problems = problems;
  }
}

const valueMax = 80;
const hidden =
  /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;

/** A value as short, printable, well-formed text. */
export function excerpt(value: unknown): string {
  if (typeof value === "string") return printable(JSON.stringify(value.slice(0, valueMax)));
  if (Object.is(value, -0)) return "-0";
  if (Array.isArray(value)) return `array of ${value.length}`;
  if (typeof value === "object" && value !== null) return "object";
  if (typeof value === "function") return "function";
  return printable(String(value));
}

/** A text for what was thrown. The thrown value may be as broken as the input that threw it. */
export function thrownText(error: unknown): string {
  try {
    return excerpt(String(error));
  } catch {
    return "unknown";
  }
}

/** At most `valueMax` characters. Invisible ones are written as escapes. */
export function printable(text: string): string {
  // Escapes make the text longer, never shorter, so it is safe to cut first.
  const shown = text
    .slice(0, valueMax + 1)
    .toWellFormed()
    .replace(hidden, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return shown.length <= valueMax ? shown : `${shown.slice(0, valueMax - 1).toWellFormed()}…`;
}

function sentence({ field, rule, expected, value }: Problem): string {
  const asked = `${field || "input"}: ${rule}${expected === undefined ? "" : ` ${expected}`}`;
  return rule === "required" ? asked : `${asked}, got ${value}`;
}
