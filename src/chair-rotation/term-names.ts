import { addMonths } from "../kernel/time.ts";

/** The longest name of a term, in UTF-16 units, that others are counted on from: their names are ids, too. */
export const termNameMax = 60;

/** How names are counted on from one name, in the form in which that name is written. */
type Naming = { format(steps: number): string; stepsTo(other: string): number };

/**
 * The name of the term `steps` after the one named `name`, where each lasts `months`.
 *
 * @example
 * nameAfter("2022-2023", 2, 12) // "2024-2025"
 */
export function nameAfter(name: string, steps: number, months: number): string {
  return steps === 0 ? name : namingOf(name, months).format(steps);
}

/** How many terms `other` comes after `name`; 0 where it is the same name, or is not counted on from it. */
export function termsAfter(name: string, other: string, months: number): number {
  const naming = namingOf(name, months);
  const steps = naming.stepsTo(other);
  return Number.isSafeInteger(steps) && steps > 0 && naming.format(steps) === other ? steps : 0;
}

function namingOf(name: string, months: number): Naming {
  return (
    half(name) ??
    quarter(name, months) ??
    years(name) ??
    day(name, months) ??
    month(name, months) ??
    year(name, months) ??
    number(name)
  );
}

/** `1958-H1`, `1958-H2`, `1959-H1`. */
function half(name: string): Naming | undefined {
  const index = (text: string) => {
    const [, year, part] = /^(\d{4})-H([12])$/.exec(text) ?? [];
    return Number(year) * 2 + Number(part) - 1;
  };
  const first = index(name);
  if (Number.isNaN(first)) return undefined;
  return {
    format: (steps) => `${Math.floor((first + steps) / 2)}-H${((first + steps) % 2) + 1}`,
    stepsTo: (other) => index(other) - first,
  };
}

/** `2023-Q3`, `2023-Q4`, `2024-Q1`; where terms last half a year, `2023-Q1`, `2023-Q3`. */
function quarter(name: string, months: number): Naming | undefined {
  const index = (text: string) => {
    const [, year, part] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
    return Number(year) * 4 + Number(part) - 1;
  };
  const first = index(name);
  const step = months / 3;
  if (Number.isNaN(first) || !Number.isInteger(step)) return undefined;
  return {
    format: (steps) => `${Math.floor((first + steps * step) / 4)}-Q${((first + steps * step) % 4) + 1}`,
    stepsTo: (other) => (index(other) - first) / step,
  };
}

/** `2022-2023`, `1999/2000`, and `1996-1998` for terms of two years. */
function years(name: string): Naming | undefined {
  const [, from = "", mark = "", to = ""] = /^(\d{4})([-/])(\d{4})$/.exec(name) ?? [];
  const step = Number(to) - Number(from);
  if (from === "" || step < 1) return undefined;
  return {
    format: (steps) => `${Number(from) + steps * step}${mark}${Number(to) + steps * step}`,
    stepsTo: (other) => (Number(/^\d{4}/.exec(other)?.[0]) - Number(from)) / step,
  };
}

/** `2006-11-06`: the term's first day. */
function day(name: string, months: number): Naming | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(name) || name > "2999") return undefined;
  const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return {
    format: (steps) => addMonths(name, steps * months),
    stepsTo: (other) => (monthOf(other) - monthOf(name)) / months,
  };
}

/** `2023-01`, where terms are shorter than a year. */
function month(name: string, months: number): Naming | undefined {
  const index = (text: string) => {
    const [, year, part] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
    return Number(year) * 12 + Number(part) - 1;
  };
  const first = index(name);
  if (Number.isNaN(first) || months >= 12) return undefined;
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    format: (steps) => {
      const at = first + steps * months;
      return `${Math.floor(at / 12)}-${two((at % 12) + 1)}`;
    },
    stepsTo: (other) => (index(other) - first) / months,
  };
}

/** `2023`, `2024`; where terms last two years, `2023`, `2025`. */
function year(name: string, months: number): Naming | undefined {
  if (!/^\d{4}$/.test(name)) return undefined;
  const step = months % 12 === 0 ? months / 12 : 1;
  return {
    format: (steps) => String(Number(name) + steps * step),
    stepsTo: (other) => (Number(other) - Number(name)) / step,
  };
}

/** `lap-9`, `lap-10`; a name without a number gets one: `pilot`, `pilot+1`. */
function number(name: string): Naming {
  const [, stem = name, digits = ""] = /^(.*?)(\d{1,9})$/u.exec(name) ?? [];
  const head = digits === "" ? `${name}+` : stem;
  const first = Number(digits || 0);
  return {
    format: (steps) => `${head}${String(first + steps).padStart(digits.length, "0")}`,
    stepsTo: (other) => (other.startsWith(head) ? Number(other.slice(head.length)) - first : 0),
  };
}
