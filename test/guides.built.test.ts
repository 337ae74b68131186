import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languageService } from "./support/language-service.ts";
import { root } from "./support/packed.ts";

/** The declarations of the package as a program that imports it finds them. */
const built = {
  paths: { thidua: ["./dist/index.d.ts"], "thidua/*": ["./dist/*/index.d.ts"] },
  baseUrl: root,
};

const blocks = ["src/stores/README.md", "src/process/two-servers.md"].flatMap((path) => {
  const guide = readFileSync(join(root, path), "utf8");
  return [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => {
    return { path, line: guide.slice(0, match.index).split("\n").length, text: match[1] ?? "" };
  });
});

/** Names of the package that a block uses without saying where they come from, and what its reader has already. */
const exported: Readonly<Record<string, readonly string[]>> = {
  thidua: ["ballot", "pledge", "wholeLog", "toJsonLines", "fromJsonLines"],
  "thidua/kernel": ["fromPlain", "known", "toPlain"],
  "thidua/evidence": ["chainOf"],
};
const had: Readonly<Record<string, string>> = {
  actor: "string",
  aggregate: "string",
  command: 'import("thidua").PledgeCommand',
  commandId: "string",
  connectionString: "string",
  id: "string",
  metadata: "{ now: Date; commandId: string; actor: string }",
  myStore: '(database: Database) => import("thidua").EventStore',
  emptyDatabase: "() => Promise<Database>",
  migrate: "(database: Database) => Promise<void>",
  now: "Date",
  pool: 'import("pg").Pool',
  signal: "AbortSignal",
  snapshots:
    "{ put(stream: string, kept: { at: number; json: unknown }): Promise<void>; get(stream: string): Promise<{ at: number; json: unknown }> }",
  state: 'import("thidua").StateOf<typeof import("thidua").pledge>',
  store: 'import("thidua").EventStore',
  stream: "string",
  version: "number",
};

/** The block as a program: with what it leaves to its reader. */
function programOf(text: string): string {
  const isUsed = (name: string) => new RegExp(`(?<![\\w"]|(?<!\\.\\.)\\.)${name}\\b(?!:)`).test(text);
  const isGiven = (name: string) =>
    new RegExp(`(?:import|const) \\{[^}]*\\b${name}\\b[^}]*\\} |(?:import|const) ${name}\\b`).test(text);
  const open = (name: string) => isUsed(name) && !isGiven(name);
  const imports = Object.entries(exported).flatMap(([module, names]) => {
    const needed = names.filter(open);
    return needed.length > 0 ? [`import { ${needed.join(", ")} } from "${module}";`] : [];
  });
  const declared = Object.entries(had).flatMap(([name, type]) =>
    open(name) ? [`declare const ${name}: ${type};`] : [],
  );
  const database = "type Database = { connect(): Promise<Database>; drop(): Promise<void> };";
  return [...imports, database, ...declared, text, "export {};"].join("\n");
}

/** The types of Node 20 do not have it. */
const isOfLaterNode = ({ text }: { text: string }) => text.includes("node:sqlite");

describe("the guides beside the code", () => {
  it.each(blocks.filter((block) => !isOfLaterNode(block)))(
    "$path has a program at line $line that has the types of the package",
    ({ text }) => {
      const { file, service } = languageService(programOf(text), built);
      const told = service.getSemanticDiagnostics(file).map(({ messageText }) => messageText);
      expect(told).toEqual([]);
      expect(service.getSyntacticDiagnostics(file)).toEqual([]);
    },
  );

  it("have programs", () => {
    expect(blocks.length).toBeGreaterThan(6);
  });
});
