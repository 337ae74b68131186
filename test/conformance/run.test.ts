import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CaseRunner, HistoryRunner, TallyCase } from "./case.ts";
import { conformance } from "./conformance.ts";
import { brokenLine, exactJson } from "./json.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "conformance-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A rule that elects the first nominee. */
const first: CaseRunner = ({ candidates, expected }) => {
  const [got, wanted] = [candidates.slice(0, 1), expected.winners].map((value) => JSON.stringify(value));
  return got === wanted
    ? { status: "passed" }
    : { status: "failed", expected: String(wanted), got: String(got) };
};
const methods = new Map<string, CaseRunner>([
  ["first", first],
  ["picky", () => ({ status: "skipped", reason: "variant coombs is not in the list" })],
  [
    "broken",
    () => {
      throw new RangeError("no papers");
    },
  ],
]);

describe("the conformance runner", () => {
  it("passes a case whose count gives what is expected", () => {
    const run = runOn({ "a.jsonl": [caseLine({ id: "right" })] });
    expect(run).toMatchObject({ exitCode: 0, errors: [] });
    expect(run.out.at(-1)).toBe("1 passed, 0 failed, 0 skipped");
  });

  it("names a failing case with what was expected and what came", () => {
    const run = runOn({ "a.jsonl": [caseLine({ id: "wrong", winners: ["b"] }), caseLine({ id: "right" })] });
    expect(run.exitCode).toBe(1);
    expect(run.out.join("\n")).toContain('wrong (first)\n    expected ["b"]\n    got      ["a"]');
    expect(run.out.at(-1)).toBe("1 passed, 1 failed, 0 skipped");
  });

  it("fails a case whose runner throws, and goes on", () => {
    const run = runOn({ "a.jsonl": [caseLine({ method: "broken" }), caseLine({})] });
    expect(run.exitCode).toBe(1);
    expect(run.out.join("\n")).toContain("an exception: RangeError: no papers");
    expect(run.out.at(-1)).toBe("1 passed, 1 failed, 0 skipped");
  });

  it("counts skipped cases by their reason and lists them all", () => {
    const unknown = ["x", "y"].map((id) => caseLine({ id, method: "kemeny-young" }));
    const run = runOn({ "a.jsonl": [caseLine({ id: "z", method: "picky" }), ...unknown] });
    expect(run.exitCode).toBe(0);
    expect(run.out.slice(0, 6)).toEqual([
      "Skipped:",
      "  method kemeny-young is not built: 2",
      "    x (kemeny-young)",
      "    y (kemeny-young)",
      "  variant coombs is not in the list: 1",
      "    z (picky)",
    ]);
    expect(run.out.at(-1)).toBe("0 passed, 0 failed, 3 skipped");
  });

  it.each([
    "implementation-specific-lot",
    "peer-specific-tie-break",
    "lexicographic-or-borda-tie-break",
    "ambiguous-reading",
  ])("runs a case flagged %s, shows a difference on its own and does not count it as failed", (flag) => {
    const flags = ["tie", flag];
    const run = runOn({
      "a.jsonl": [caseLine({ id: "differs", winners: ["b"], flags }), caseLine({ id: "agrees", flags })],
    });
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain(`  flag ${flag}: 1`);
    expect(run.out.join("\n")).toContain(
      `Outside the headline, run, and different:\n  differs (first, ${flag})\n    expected ["b"]`,
    );
    expect(run.out).not.toContain("Failed:");
    expect(run.out.at(-1)).toBe("1 passed, 0 failed, 1 skipped");
  });

  it("fails a case whose flags leave it in the headline", () => {
    const run = runOn({ "a.jsonl": [caseLine({ winners: ["b"], flags: ["tie", "real"] })] });
    expect(run.exitCode).toBe(1);
  });

  it("has one row for each method", () => {
    const run = runOn({
      "a.jsonl": [caseLine({}), caseLine({ winners: ["b"] }), caseLine({ method: "picky" })],
    });
    expect(run.out.slice(-5)).toEqual([
      "method   passed   failed  skipped",
      "first         1        1        0",
      "picky         0        0        1",
      "",
      "1 passed, 1 failed, 1 skipped",
    ]);
  });

  it("reads folders of folders, and no file twice", () => {
    mkdirSync(join(folder, "deep"));
    writeFileSync(join(folder, "deep", "a.jsonl"), `\uFEFF${caseLine({})}\r\n\r\n${caseLine({})}`);
    writeFileSync(join(folder, "README.md"), "not a case");
    const run = conformance([folder, join(folder, "deep", "a.jsonl")], { methods, rotation: undefined });
    expect(run).toMatchObject({ exitCode: 0, errors: [] });
    expect(run.out.at(-1)).toBe("2 passed, 0 failed, 0 skipped");
  });
});

describe("a corpus that cannot be read", () => {
  it("is a path that is not there", () => {
    const path = join(folder, "nowhere");
    expect(conformance([path], { methods, rotation: undefined })).toEqual({
      out: [],
      errors: [`${path}: no such file or folder`],
      exitCode: 2,
    });
  });

  it("is a folder without cases, a file of another kind, or no path at all", () => {
    expect(runOn({}).errors).toEqual([`${folder}: no .jsonl or .json file in this folder`]);
    writeFileSync(join(folder, "a.txt"), "");
    const paths = [join(folder, "a.txt")];
    expect(conformance(paths, { methods, rotation: undefined })).toMatchObject({ exitCode: 2 });
    expect(conformance([], { methods, rotation: undefined })).toMatchObject({ exitCode: 2 });
  });

  it("is a line that is cut, named by file and line while the others are run", () => {
    const run = runOn({ "a.jsonl": [caseLine({}), caseLine({}).slice(0, 30), caseLine({})] });
    expect(run.exitCode).toBe(2);
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]).toContain(`${join(folder, "a.jsonl")}:2: not JSON: `);
    expect(run.out.at(-1)).toBe("2 passed, 0 failed, 0 skipped");
  });

  it("is a line that is not a case, by field, rule and value", () => {
    const line = JSON.stringify({
      ...JSON.parse(caseLine({})),
      method: 7,
      ballots: [{ weight: -1, ranking: [] }, { weight: 1 }],
    });
    expect(runOn({ "a.jsonl": [line] }).errors).toEqual([
      `${join(folder, "a.jsonl")}:1: not a case: method must satisfy type string, got 7; ` +
        "ballots[0].weight must satisfy min >= 0, got -1; " +
        "ballots[1] must satisfy content ranking, approvals or scores, got object",
    ]);
  });

  it("is a history that stops being JSON, by its line", () => {
    const run = runOn({ "h.json": ['{ "body": "b",', '  "order": ["x",', "  }"] });
    expect(run.exitCode).toBe(2);
    expect(run.errors[0]).toContain(`${join(folder, "h.json")}:3: not JSON: `);
  });
});

describe("the command", () => {
  const command = fileURLToPath(new URL("run.ts", import.meta.url));
  const run = (path: string) =>
    spawnSync(process.execPath, ["--import", "tsx", command, path], { encoding: "utf8" });

  it("ends with the totals, and with 0 when nothing failed", () => {
    writeFileSync(join(folder, "a.jsonl"), caseLine({ method: "plurality" }));
    const { status, stdout, stderr } = run(folder);
    expect({ status, stderr, last: stdout.trimEnd().split("\n").at(-1) }).toEqual({
      status: 0,
      stderr: "",
      last: "1 passed, 0 failed, 0 skipped",
    });
  });

  it("ends with 1 when a case failed", () => {
    writeFileSync(join(folder, "a.jsonl"), caseLine({ method: "plurality", winners: ["b"] }));
    expect(run(folder).status).toBe(1);
  });

  it("ends with 2 when there is nothing to read", () => {
    const { status, stdout, stderr } = run(join(folder, "nowhere"));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("no such file or folder");
  });
});

describe("a rotation history", () => {
  const history: HistoryRunner = (json) =>
    typeof json === "object"
      ? { ok: true, value: { status: "passed" } }
      : { ok: false, problems: [{ field: "", rule: "type", expected: "object", value: "7" }] };

  it("is skipped while nobody runs histories", () => {
    expect(runOn({ "h.json": ["{}"] }).out.at(-1)).toBe("0 passed, 0 failed, 1 skipped");
  });

  it("is run as one case, named after its file", () => {
    const run = runOn({ "h.json": ["{}"] }, history);
    expect(run.out).toContain("rotation        1        0        0");
  });

  it("is refused when it is something else", () => {
    expect(runOn({ "h.json": ["7"] }, history)).toEqual({
      out: [],
      errors: [`${join(folder, "h.json")}: not a history: the whole must satisfy type object, got 7`],
      exitCode: 2,
    });
  });
});

describe("a case's JSON", () => {
  it("keeps whole numbers exactly, and leaves digits within strings alone", () => {
    const source =
      '{"weight": 9223372036854775807, "id": "12345678901234567890\\"", "small": 12, "x": 0.1234567890123456789}';
    expect(exactJson(source)).toEqual({
      weight: 9223372036854775807n,
      id: '12345678901234567890"',
      small: 12,
      x: 0.12345678901234568,
    });
  });

  it("may have a nominee named __proto__, and nominees that are numbers", () => {
    const seen: TallyCase[] = [];
    const spy: CaseRunner = (testCase) => {
      seen.push(testCase);
      return { status: "passed" };
    };
    const line = caseLine({}).replace(
      /"candidates".*"expected"/,
      '"candidates":[1,"b"],"ballots":[{"weight":1,"ranking":[[1],["b"]]},{"weight":1,"scores":{"__proto__":3}}],"expected"',
    );
    writeFileSync(join(folder, "a.jsonl"), line);
    conformance([folder], { methods: new Map([["first", spy]]), rotation: undefined });
    expect(seen[0]?.candidates).toEqual(["1", "b"]);
    expect(seen[0]?.ballots[0]).toEqual({ weight: 1, ranking: [["1"], ["b"]] });
    expect(Object.keys(seen[0]?.ballots[1]?.scores ?? {})).toEqual(["__proto__"]);
  });

  it("is broken on the first line that nothing could mend", () => {
    expect(brokenLine('{\n"a":\n[1,\n2],\n"b" 3}')).toBe(5);
    expect(brokenLine('{\n"a": 1,\n"b')).toBe(3);
    expect(brokenLine('{\n"a": 1\n')).toBe(3);
    expect(brokenLine("x\n{}\n")).toBe(1);
  });
});

function runOn(files: Record<string, readonly string[]>, rotation?: HistoryRunner) {
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), lines.join("\n"));
  return conformance([folder], { methods, rotation });
}

function caseLine({
  id = "case",
  method = "first",
  winners = ["a"],
  flags = [] as string[],
}: {
  id?: string;
  method?: string;
  winners?: string[];
  flags?: string[];
}): string {
  return JSON.stringify({
    id,
    source: { publication: "ours" },
    method,
    options: { seats: 1 },
    candidates: ["a", "b"],
    ballots: [{ weight: 1, ranking: [["a"]] }],
    expected: { winners },
    flags,
    size: { ballots: 1, distinct: 1, candidates: 2 },
  });
}
