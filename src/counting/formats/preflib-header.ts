import type { Nominee, Weight } from "../rule.ts";
import {
  type Content,
  type FormatProblems,
  type NameRule,
  nameOf,
  wholeNumber,
  withoutBlanks,
} from "./problem.ts";

/** What a PrefLib file says about itself, apart from what follows from its content. "" means unknown. */
export type PreflibMetadata = {
  readonly fileName: string;
  readonly title: string;
  readonly description: string;
  /** `original`, `induced`, `imbued` or `synthetic`. */
  readonly modificationType: string;
  readonly relatesTo: string;
  readonly relatedFiles: string;
  readonly publicationDate: string;
  readonly modificationDate: string;
  /** All other lines, in their order. */
  readonly more: readonly { readonly key: string; readonly value: string }[];
};

/** Metadata without any value, for papers that do not come from a PrefLib file. */
export const noMetadata: PreflibMetadata = {
  fileName: "",
  title: "",
  description: "",
  modificationType: "",
  relatesTo: "",
  relatedFiles: "",
  publicationDate: "",
  modificationDate: "",
  more: [],
};

/** Why a text is not a PrefLib file. */
export type PreflibRule =
  | NameRule
  | "empty"
  /** A line is not `# KEY: value`, is longer than 10,000 characters, or has control characters. */
  | "metadata"
  /** A line of metadata comes after the first order. */
  | "metadataLate"
  | "metadataMissing"
  | "metadataRepeated"
  /** The type is missing, or this reader does not read it. */
  | "dataType"
  /** A value is not a whole number though it must be one, or the number of names is too large. */
  | "count"
  /** The sum of the orders is not NUMBER VOTERS. Probably the end of the file is cut off. */
  | "votersMismatch"
  /** The number of orders is not the one in the metadata. */
  | "linesMismatch"
  | "nameMissing"
  | "nameOutOfRange"
  /** An order must begin with the number of its voters, from 1, and a colon. */
  | "multiplicity"
  /** An order must consist of numbers, commas and groups in braces. */
  | "order"
  | "nomineeOutOfRange"
  | "nomineeRepeated"
  /** The type is complete, but an order leaves a nominee out. */
  | "nomineeMissing"
  | "tieNotAllowed"
  | "emptyGroup"
  /** A paper does not have one group for each category. */
  | "categoriesMismatch"
  | "orderRepeated";

/** A line of a file. Lines are counted from 1. */
export type Line = { readonly line: number; readonly text: string };

/** The metadata of a file by key. Lines that no reader takes are kept in `more`. */
export type Header = {
  /** Takes the value of `key` out of the header; undefined if there is none. */
  take(key: string): Line | undefined;
  readonly rest: () => { key: string; value: string }[];
  readonly orders: readonly Line[];
  readonly lastLine: number;
};

/** Splits a file into its metadata (`# KEY: value`) and the lines of its preferences. */
export function headerOf(source: string, problems: FormatProblems<PreflibRule>): Header {
  const values = new Map<string, Line>();
  const orders: Line[] = [];
  const lines = source.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const text = withoutBlanks(raw);
    if (text === "") continue;
    if (!text.startsWith("#")) orders.push({ line, text });
    else if (orders.length > 0) problems.add(line, "metadataLate", text);
    else addMetadata({ line, text }, values, problems);
  }
  if (values.size === 0 && orders.length === 0) problems.add(1, "empty");
  return {
    take(key) {
      const found = values.get(key);
      values.delete(key);
      return found;
    },
    rest: () => [...values].map(([key, { text }]) => ({ key, value: text })),
    orders,
    lastLine: lines.length,
  };
}

function addMetadata(
  { line, text }: Line,
  values: Map<string, Line>,
  problems: FormatProblems<PreflibRule>,
): void {
  const colon = text.indexOf(":");
  const key = text.slice(1, Math.max(colon, 1)).trim();
  const value = withoutBlanks(text.slice(colon + 1));
  if (key === "" || /\p{Cc}/u.test(text) || text.length > 10_000) problems.add(line, "metadata", text);
  else if (!text.isWellFormed()) problems.add(line, "wellFormed", text);
  else if (values.has(key)) problems.add(line, "metadataRepeated", key);
  else values.set(key, { line, text: value });
}

const keys = [
  ["fileName", "FILE NAME"],
  ["title", "TITLE"],
  ["description", "DESCRIPTION"],
  ["modificationType", "MODIFICATION TYPE"],
  ["relatesTo", "RELATES TO"],
  ["relatedFiles", "RELATED FILES"],
  ["publicationDate", "PUBLICATION DATE"],
  ["modificationDate", "MODIFICATION DATE"],
] as const;

/** The metadata that is left in the header after the lines about the structure are taken out. */
export function metadataOf(header: Header): PreflibMetadata {
  const value = (key: (typeof keys)[number][1]) => header.take(key)?.text ?? "";
  return {
    fileName: value("FILE NAME"),
    title: value("TITLE"),
    description: value("DESCRIPTION"),
    modificationType: value("MODIFICATION TYPE"),
    relatesTo: value("RELATES TO"),
    relatedFiles: value("RELATED FILES"),
    publicationDate: value("PUBLICATION DATE"),
    modificationDate: value("MODIFICATION DATE"),
    more: header.rest(),
  };
}

/** The metadata in the order of the specification, together with the lines that follow from the content. */
export function printHeader(
  metadata: PreflibMetadata,
  dataType: string,
  content: readonly (readonly [key: string, value: Weight | string])[],
): string[] {
  const own = keys.map(([field, key]) => [key, metadata[field]] as const);
  const lines = [
    ...own.slice(0, 3),
    ["DATA TYPE", dataType] as const,
    ...own.slice(3),
    ...content,
    ...metadata.more.map(({ key, value }) => [key, value] as const),
  ];
  return lines.map(([key, value]) => (value === "" ? `# ${key}:` : `# ${key}: ${value}`));
}

/** The metadata as content of the file. */
export function contentOfMetadata({ more, ...known }: PreflibMetadata): Content {
  return [...keys.map(([field]) => known[field]), more.map(({ key, value }) => [key, value])];
}

/** A count that the header must state, 0 to 10^30. */
export function countOf(
  header: Header,
  key: string,
  problems: FormatProblems<PreflibRule>,
): Weight | undefined {
  const found = header.take(key);
  if (found === undefined) {
    problems.add(header.lastLine, "metadataMissing", "", key);
    return undefined;
  }
  const count = wholeNumber(found.text);
  if (count === undefined) problems.add(found.line, "count", found.text, key);
  return count;
}

const namesMax = 10_000;

/** The names `KEY 1` to `KEY n`. All must differ; `countKey` holds n. */
export function namesOf(
  header: Header,
  countKey: string,
  key: "ALTERNATIVE NAME" | "CATEGORY NAME",
  problems: FormatProblems<PreflibRule>,
): Nominee[] {
  const count = Number(countOf(header, countKey, problems) ?? 0);
  if (count > namesMax) problems.add(1, "count", count, `${countKey} <= ${namesMax}`);
  const names = new Set<string>();
  for (let number = 1; number <= Math.min(count, namesMax); number++) {
    const found = header.take(`${key} ${number}`);
    if (found === undefined) {
      problems.add(header.lastLine, "nameMissing", "", `${key} ${number}`);
      return [];
    }
    const name = nameOf(found.text, found.line, problems);
    if (name !== undefined && names.has(name)) problems.add(found.line, "nameRepeated", found.text);
    names.add(name ?? "");
  }
  for (const { key: left } of header.rest())
    if (left.startsWith(`${key} `))
      problems.add(header.take(left)?.line ?? 1, "nameOutOfRange", left, `${count}`);
  return [...names];
}
