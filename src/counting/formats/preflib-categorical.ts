import type { ApprovalPaper, Nominee, RankedPaper } from "../rule.ts";
import {
  contentOfMetadata,
  headerOf,
  metadataOf,
  namesOf,
  type PreflibMetadata,
  type PreflibRule,
  printHeader,
} from "./preflib-header.ts";
import { grouped, ordersOf, printOrders, sum } from "./preflib-orders.ts";
import { type Content, type Converted, certain, contentOfPapers, problemsOf } from "./problem.ts";

/**
 * What a categorical PrefLib file (`.cat`) holds: papers that put nominees into named categories, such as Yes,
 * Maybe, No.
 *
 * Source: PrefLib-Data, FORMAT_SPECIFICATION.md, "File Format for Categorical Preferences".
 */
export type PreflibCategories = {
  readonly metadata: PreflibMetadata;
  readonly nominees: readonly Nominee[];
  /** The categories, from the best to the worst. */
  readonly categories: readonly string[];
  /** Each paper has one group for each category, which may be empty. A nominee in no category is left out. */
  readonly papers: readonly RankedPaper[];
};

/**
 * Reads a categorical PrefLib file. The counts in its header must agree with its content.
 *
 * @example
 * readPreflibCategories("# DATA TYPE: cat").ok // false
 */
export function readPreflibCategories(source: string): Converted<PreflibCategories, PreflibRule> {
  const problems = problemsOf<PreflibRule>();
  const header = headerOf(source, problems);
  const type = header.take("DATA TYPE");
  if (type?.text.toLowerCase() !== "cat") problems.add(type?.line ?? 1, "dataType", type?.text, "cat");
  const categories = namesOf(header, "NUMBER CATEGORIES", "CATEGORY NAME", problems);
  const nominees = namesOf(header, "NUMBER ALTERNATIVES", "ALTERNATIVE NAME", problems);
  if (problems.found.length > 0) return { ok: false, problems: problems.found };
  const papers = ordersOf(
    header,
    nominees,
    "NUMBER UNIQUE PREFERENCES",
    problems,
    (groups, { line, text }) => {
      if (groups.length !== categories.length)
        problems.add(line, "categoriesMismatch", text, categories.length);
    },
  );
  if (problems.found.length > 0) return { ok: false, problems: problems.found };
  return { ok: true, value: { metadata: metadataOf(header), nominees, categories, papers } };
}

/**
 * Writes a categorical PrefLib file, with one line for equal papers.
 *
 * @example
 * const papers = [{ weight: 2, ranking: [["A"], ["B"]] }];
 * const file = { metadata: noMetadata, nominees: ["A", "B"], categories: ["Yes", "No"], papers };
 * writePreflibCategories(file).ok // true
 */
export function writePreflibCategories(file: PreflibCategories): Converted<string, PreflibRule | "notKept"> {
  const given = { ...file, papers: grouped(file.papers) };
  return certain(given, { print, read: readPreflibCategories, contentOf });
}

function contentOf({ metadata, nominees, categories, papers }: PreflibCategories): Content {
  return [contentOfMetadata(metadata), categories, nominees, contentOfPapers(papers)];
}

/**
 * The papers as approvals. The nominees in the first `best` categories are approved; the default is 1.
 *
 * @example
 * approvalsOf([{ weight: 2, ranking: [["A"], ["B"]] }]) // [{ weight: 2, approvals: ["A"] }]
 */
export function approvalsOf(papers: readonly RankedPaper[], best = 1): ApprovalPaper[] {
  return papers.map(({ weight, ranking }) => ({ weight, approvals: ranking.slice(0, best).flat() }));
}

/**
 * Approvals as papers with two categories: the approved nominees, and all others.
 *
 * @example
 * categoriesOf([{ weight: 2, approvals: ["A"] }], ["A", "B"]) // [{ weight: 2, ranking: [["A"], ["B"]] }]
 */
export function categoriesOf(papers: readonly ApprovalPaper[], nominees: readonly Nominee[]): RankedPaper[] {
  return papers.map(({ weight, approvals }) => {
    const approved = new Set(approvals);
    return { weight, ranking: [approvals, nominees.filter((nominee) => !approved.has(nominee))] };
  });
}

function print({ metadata, nominees, categories, papers }: PreflibCategories): string {
  const content = [
    ["NUMBER ALTERNATIVES", nominees.length],
    ["NUMBER VOTERS", sum(papers)],
    ["NUMBER UNIQUE PREFERENCES", papers.length],
    ["NUMBER CATEGORIES", categories.length],
    ...categories.map((name, index) => [`CATEGORY NAME ${index + 1}`, name] as const),
    ...nominees.map((name, index) => [`ALTERNATIVE NAME ${index + 1}`, name] as const),
  ] as const;
  return [...printHeader(metadata, "cat", content), ...printOrders(nominees, papers), ""].join("\n");
}
