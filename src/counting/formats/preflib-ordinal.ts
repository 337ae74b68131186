import type { Nominee, RankedPaper } from "../rule.ts";
import {
  contentOfMetadata,
  headerOf,
  type Line,
  metadataOf,
  namesOf,
  type PreflibMetadata,
  type PreflibRule,
  printHeader,
} from "./preflib-header.ts";
import { grouped, ordersOf, printOrders, sum } from "./preflib-orders.ts";
import {
  type Content,
  type Converted,
  certain,
  contentOfPapers,
  type FormatProblems,
  problemsOf,
} from "./problem.ts";

/**
 * What an ordinal PrefLib file (`.soc`, `.soi`, `.toc`, `.toi`) holds.
 *
 * Source: PrefLib-Data, FORMAT_SPECIFICATION.md, "File Formats for Ordinal Preferences".
 */
export type PreflibOrders = {
  readonly metadata: PreflibMetadata;
  /** The nominees (PrefLib's alternatives), in the order of their numbers. */
  readonly nominees: readonly Nominee[];
  /** Each order once, weighted with the number of its voters. No rank is left out. */
  readonly papers: readonly RankedPaper[];
};

/** Strict orders or orders with ties (s, t); complete or incomplete ones (c, i). */
export type OrdinalType = "soc" | "soi" | "toc" | "toi";

/**
 * The most restrictive type that fits. The specification asks for it.
 *
 * @example
 * ordinalTypeOf({ nominees: ["A", "B"], papers: [{ weight: 1, ranking: [["A", "B"]] }] }) // "toc"
 */
export function ordinalTypeOf({ nominees, papers }: Pick<PreflibOrders, "nominees" | "papers">): OrdinalType {
  const strict = papers.every(({ ranking }) => ranking.every((group) => group.length === 1));
  const complete = papers.every(({ ranking }) => ranking.flat().length === nominees.length);
  if (strict) return complete ? "soc" : "soi";
  return complete ? "toc" : "toi";
}

/**
 * Reads an ordinal PrefLib file. The counts in its header must agree with its content, so a file that is cut off is
 * refused. No order may break the stated type. A type that is looser than necessary is accepted, but not kept.
 *
 * @example
 * readPreflibOrders("# DATA TYPE: soi").ok // false
 */
export function readPreflibOrders(source: string): Converted<PreflibOrders, PreflibRule> {
  const problems = problemsOf<PreflibRule>();
  const header = headerOf(source, problems);
  const type = typeOf(header.take("DATA TYPE"), problems);
  const nominees = namesOf(header, "NUMBER ALTERNATIVES", "ALTERNATIVE NAME", problems);
  if (problems.found.length > 0) return { ok: false, problems: problems.found };
  const papers = ordersOf(header, nominees, "NUMBER UNIQUE ORDERS", problems, (groups, line) =>
    examine(groups, line, type, nominees.length, problems),
  );
  if (problems.found.length > 0) return { ok: false, problems: problems.found };
  return { ok: true, value: { metadata: metadataOf(header), nominees, papers } };
}

/**
 * Writes an ordinal PrefLib file of the most restrictive type, with one line for equal orders. PrefLib cannot hold a
 * rank that is left out; that is a problem (`emptyGroup`).
 *
 * @example
 * const papers = [{ weight: 2, ranking: [["A"], ["B"]] }];
 * writePreflibOrders({ metadata: noMetadata, nominees: ["A", "B"], papers }).ok // true
 */
export function writePreflibOrders(file: PreflibOrders): Converted<string, PreflibRule | "notKept"> {
  const given = { ...file, papers: grouped(file.papers) };
  return certain(given, { print, read: readPreflibOrders, contentOf });
}

function contentOf({ metadata, nominees, papers }: PreflibOrders): Content {
  return [contentOfMetadata(metadata), nominees, contentOfPapers(papers)];
}

function typeOf(found: Line | undefined, problems: FormatProblems<PreflibRule>): OrdinalType {
  const type = (["soc", "soi", "toc", "toi"] as const).find((known) => known === found?.text.toLowerCase());
  if (type === undefined) problems.add(found?.line ?? 1, "dataType", found?.text, "soc, soi, toc or toi");
  return type ?? "toi";
}

function examine(
  groups: readonly (readonly Nominee[])[],
  { line, text }: Line,
  type: OrdinalType,
  nominees: number,
  problems: FormatProblems<PreflibRule>,
): void {
  if (groups.some((group) => group.length === 0)) problems.add(line, "emptyGroup", text);
  if (type.startsWith("s") && groups.some((group) => group.length > 1))
    problems.add(line, "tieNotAllowed", text, type);
  if (type.endsWith("c") && groups.flat().length < nominees)
    problems.add(line, "nomineeMissing", text, `all ${nominees}`);
}

function print(file: PreflibOrders): string {
  const { metadata, nominees, papers } = file;
  const content = [
    ["NUMBER ALTERNATIVES", nominees.length],
    ["NUMBER VOTERS", sum(papers)],
    ["NUMBER UNIQUE ORDERS", papers.length],
    ...nominees.map((name, index) => [`ALTERNATIVE NAME ${index + 1}`, name] as const),
  ] as const;
  return [...printHeader(metadata, ordinalTypeOf(file), content), ...printOrders(nominees, papers), ""].join(
    "\n",
  );
}
