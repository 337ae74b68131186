import type { CaseRunner, TallyCase } from "./case.ts";
import { entries } from "./reading.ts";

/** Which values of an option its runner reads: some texts and numbers, or what a function accepts. */
type Values = readonly unknown[] | ((value: unknown, testCase: TallyCase) => boolean);

/** What the runner of a method reads of a case. Whatever else a case holds, its count could be by another rule. */
export type Reads = {
  readonly papers: readonly PaperField[];
  readonly options?: Readonly<Record<string, Values>>;
  /** Fields of the case itself, besides those that every case has. */
  readonly fields?: readonly ("tallies" | "validBallots")[];
};

type PaperField = "ranking" | "approvals" | "scores" | "raw";

/** Thrown where a part of a case turns out to be of a kind that nothing reads or compares. */
export class Unread extends Error {
  override readonly name = "Unread";
}

/** A runner that skips a case with a field, an option or a value that it does not read, and says which. */
export function strictly(reads: Reads, run: CaseRunner): CaseRunner {
  return (testCase) => {
    const reason = unreadIn(testCase, reads);
    return reason === undefined ? run(testCase) : { status: "skipped", reason };
  };
}

const fieldsOfAll = ["id", "source", "method", "options", "candidates", "names", "ballots"];
const fieldsAbout = ["expected", "flags", "size"];

function unreadIn(testCase: TallyCase, { papers, options = {}, fields = [] }: Reads): string | undefined {
  const known = new Set<string>([...fieldsOfAll, ...fieldsAbout, ...fields]);
  const field = Object.keys(testCase).find((name) => !known.has(name));
  if (field !== undefined) return `field ${field} is not read`;
  if (Object.keys(testCase.expected).length === 0) return "nothing is expected";
  const onPapers = new Set<string>(["weight", ...papers]);
  for (const paper of testCase.ballots) {
    const other = Object.keys(paper).find((name) => !onPapers.has(name));
    if (other !== undefined) return `papers with ${other} are not read`;
  }
  for (const [name, value] of entries(testCase.options)) {
    if (name === "seats") continue;
    const values = Object.hasOwn(options, name) ? options[name] : undefined;
    if (values === undefined) return `option ${name} is not read`;
    const isRead = typeof values === "function" ? values(value, testCase) : values.includes(value);
    if (!isRead) return `${name} ${valueText(value)} is not read`;
  }
  return undefined;
}

function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

export const anything = () => true;
export const isEmpty = (value: unknown) => entries(value).length === 0;

/** A source's own block of arguments: each argument with the values that are read. */
export function block(keys: Readonly<Record<string, readonly unknown[] | ((value: unknown) => boolean)>>) {
  return (value: unknown): boolean =>
    entries(value).every(([name, argument]) => {
      const values = Object.hasOwn(keys, name) ? keys[name] : undefined;
      return typeof values === "function" ? values(argument) : (values?.includes(argument) ?? false);
    });
}
