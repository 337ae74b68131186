import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Problem } from "../../src/kernel/problem.ts";
import type { TallyCase } from "./case.ts";
import { caseOf } from "./case-schema.ts";
import { brokenLine, exactJson } from "./json.ts";

/** The cases of the files, in their order, and one sentence for everything that could not be read. */
export type Corpus = {
  readonly items: readonly Item[];
  readonly problems: readonly string[];
};

export type Item =
  | { readonly kind: "case"; readonly testCase: TallyCase }
  | { readonly kind: "history"; readonly file: string; readonly history: unknown };

/** Reads cases and histories from files and folders. It names what cannot be read, and reads the rest. */
export function readCorpus(paths: readonly string[]): Corpus {
  const items: Item[] = [];
  const problems: string[] = [];
  const files = new Set<string>();
  for (const path of paths) {
    const found = filesAt(path);
    if (typeof found === "string") problems.push(found);
    else for (const file of found) files.add(file);
  }
  for (const file of files) {
    const source = sourceOf(file);
    if (typeof source !== "string") problems.push(source.problem);
    else if (file.endsWith(".jsonl")) readCases({ file, source }, items, problems);
    else readHistory({ file, source }, items, problems);
  }
  return { items, problems };
}

type File = { readonly file: string; readonly source: string };

/** The file itself, or the files of a folder and of all folders in it; a sentence if there is nothing to read. */
function filesAt(path: string): string[] | string {
  try {
    if (!statSync(path).isDirectory())
      return isCorpusFile(path) ? [resolve(path)] : `${path}: neither a folder nor a .jsonl or .json file`;
    const files = readdirSync(path, { recursive: true, encoding: "utf8" })
      .map((name) => resolve(join(path, name)))
      .filter((file) => isCorpusFile(file) && statSync(file).isFile())
      .sort();
    return files.length > 0 ? files : `${path}: no .jsonl or .json file in this folder`;
  } catch (error) {
    return `${path}: ${reasonOf(error)}`;
  }
}

function isCorpusFile(path: string): boolean {
  return path.endsWith(".jsonl") || path.endsWith(".json");
}

function sourceOf(file: string): string | { problem: string } {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    return { problem: `${file}: ${reasonOf(error)}` };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "no such file or folder";
  return error instanceof Error ? error.message : String(error);
}

function readCases({ file, source }: File, items: Item[], problems: string[]): void {
  if (source.trim() === "") problems.push(`${file}: no case in this file`);
  for (const [index, line] of source.split("\n").entries()) {
    if (line.trim() === "") continue;
    const place = `${file}:${index + 1}`;
    try {
      const result = caseOf(exactJson(line));
      if (result.ok) items.push({ kind: "case", testCase: result.value });
      else problems.push(`${place}: not a case: ${result.problems.map(sentence).join("; ")}`);
    } catch (error) {
      problems.push(`${place}: not JSON: ${reasonOf(error)}`);
    }
  }
}

function readHistory({ file, source }: File, items: Item[], problems: string[]): void {
  try {
    items.push({ kind: "history", file, history: exactJson(source) });
  } catch (error) {
    problems.push(`${file}:${brokenLine(source)}: not JSON: ${reasonOf(error)}`);
  }
}

/** A problem, with the field, the rule and the value. */
export function sentence({ field, rule, expected, value }: Problem): string {
  return `${field || "the whole"} must satisfy ${rule}${expected === undefined ? "" : ` ${expected}`}, got ${value}`;
}
