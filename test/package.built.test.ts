import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packed, root, run } from "./support/packed.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  exports: Record<string, unknown>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
};
const entries = Object.keys(manifest.exports).filter((entry) => !entry.endsWith(".json"));
const aggregates = [
  "bloc",
  "campaign",
  "pledge",
  "scoreboard",
  "conference",
  "ballot",
  "award",
  "chair-rotation",
];

/** A word that occurs in the code of one aggregate only. */
const marks = new Map([
  ["pledge", "PledgeDrafted"],
  ["award", "AwardProposed"],
  ["bloc", "BlocConstituted"],
  ["campaign", "CampaignLaunched"],
  ["scoreboard", "ScaleAdopted"],
  ["conference", "ConferenceConvened"],
  ["ballot", "BallotOpened"],
  ["chair-rotation", "ChairDesignated"],
]);

const program = `
  const { pledge, PledgeCommand } = module;
  const command = PledgeCommand.create.DraftPledge({ bloc: "noi-chinh", unit: "police", season: "2022", dueOn: "2022-12-31" });
  const decision = pledge.decide(command, pledge.initialState());
  console.log(JSON.stringify(decision));
`;
const printed = JSON.stringify({
  ok: true,
  events: [
    {
      type: "PledgeDrafted",
      data: { bloc: "noi-chinh", unit: "police", season: "2022", dueOn: "2022-12-31" },
    },
  ],
});

describe("the package, packed and installed in an empty project", () => {
  let project: string;
  let remove = () => {};

  beforeAll(() => {
    const { folder, tarball, remove: removeFolder } = packed();
    project = folder;
    remove = removeFolder;
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "empty", private: true }));
    install(tarball, ...fromHere(Object.keys(manifest.dependencies)));
  });
  afterAll(() => remove());

  const install = (...packages: string[]) =>
    run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], project);
  /** Packages come from this project's node_modules, so that the test needs no network. */
  const fromHere = (names: readonly string[]) => names.map((name) => join(root, "node_modules", name));

  /** The problems of each entry: it does not load, or one module system lacks a name. */
  const faults = () => {
    const names = entries.map((entry) => entry.replace(/^\./, "thidua"));
    const text = `
      const { createRequire } = await import("node:module");
      const require = createRequire(import.meta.url);
      for (const name of ${JSON.stringify(names)}) {
        try {
          const [esm, cjs] = [Object.keys(await import(name)), Object.keys(require(name))];
          const missing = esm.filter((key) => !cjs.includes(key));
          if (esm.length === 0 || missing.length > 0) console.log(name, esm.length, missing);
        } catch ({ message }) {
          console.log(name, "lacks", /Cannot find (?:package|module) '([^']+)'/.exec(message)?.[1] ?? message);
        }
      }`;
    writeFileSync(join(project, "entries.mjs"), text);
    return run("node", ["entries.mjs"], project);
  };

  /** Type-checks files of the project, strictly and with all declarations that they import. */
  const tsc = (files: readonly string[], ...flags: string[]) => {
    const options = {
      module: "NodeNext",
      target: "ES2022",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    const compilerOptions = { ...options, lib: ["ES2023", "DOM"] };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    return run(join(root, "node_modules/.bin/tsc"), ["-p", ".", ...flags], project);
  };

  it("works from an ES module", () => {
    writeFileSync(join(project, "use.mjs"), `import * as module from "thidua/pledge";${program}`);
    expect(run("node", ["use.mjs"], project).trim()).toBe(printed);
  });

  it("works from CommonJS, without a warning", () => {
    writeFileSync(
      join(project, "use.cjs"),
      `const module_ = require("thidua");{const module = module_;${program}}`,
    );
    expect(run("node", ["--throw-deprecation", "use.cjs"], project).trim()).toBe(printed);
  });

  it("needs an optional peer only for the entry that uses it, and every entry loads with the peers", () => {
    expect(faults().trim().split("\n").sort()).toEqual([
      "thidua/calendar lacks ical-generator",
      "thidua/testing/arbitraries lacks fast-check",
    ]);
    // The stores are handed a database by their user, and import no driver.
    expect(Object.keys(manifest.peerDependencies).sort()).toEqual([
      "@electric-sql/pglite",
      "@event-driven-io/emmett",
      "@event-driven-io/emmett-postgresql",
      "better-sqlite3",
      "fast-check",
      "ical-generator",
      "pg",
    ]);
    install(...fromHere(["fast-check", "ical-generator"]));
    expect(faults()).toBe("");
  });

  it.each([
    ["an ES module", "mjs", 'import { PledgeCommand } from "thidua";'],
    ["CommonJS", "cjs", 'const { PledgeCommand } = require("thidua");'],
  ])("shows in %s where in its sources an error was thrown", (_, kind, load) => {
    const text = `${load} try { PledgeCommand.create.SignPledge({}); } catch (error) { console.log(error.stack); }`;
    writeFileSync(join(project, `trace.${kind}`), text);
    const trace = run("node", ["--enable-source-maps", `trace.${kind}`], project);
    expect(trace).toMatch(/src\/kernel\/\w+\.ts:\d+/);
  });

  it("type-checks in a strict TypeScript file of either kind, and misuse does not", () => {
    const right = `
      import { pledge, PledgeCommand, type PledgeEvent } from "thidua/pledge";
      import { award, check, commandHandler, inMemoryStore } from "thidua";
      const { create } = PledgeCommand;
      const command = create.SignPledge({ signatory: { name: "An" }, signedOn: "2022-02-10" });
      const signedOn: string = command.data.signedOn;
      const metadata = { now: new Date(0), commandId: "c1", actor: "office" };
      const decision = pledge.decide({ ...command, metadata }, pledge.initialState());
      if (decision.ok) for (const event of decision.events) {
        if (event.type === "PledgeSigned") console.log(event.data.signatory.name, signedOn);
      }
      const handle = commandHandler({ store: inMemoryStore(), decider: award });
      export const read: PledgeEvent | undefined = ((r) => (r.ok ? r.value : undefined))(check(pledge.events, {}));
      export { handle };
    `;
    const wrong = `
      import { pledge, PledgeCommand } from "thidua/pledge";
      // @ts-expect-error a number is no date
      PledgeCommand.create.SignPledge({ signatory: { name: "An" }, signedOn: 7 });
      // @ts-expect-error there is no such command
      PledgeCommand.create.SignPlegde({});
      const signature = PledgeCommand.create.SignPledge({ signatory: { name: "An" }, signedOn: "2022-02-10" });
      // @ts-expect-error a command that records a day needs metadata
      pledge.decide(signature, pledge.initialState());
    `;
    for (const kind of ["mts", "cts"]) {
      writeFileSync(join(project, `right.${kind}`), right);
      writeFileSync(join(project, `wrong.${kind}`), wrong);
    }
    expect(tsc(["right.mts", "right.cts", "wrong.mts", "wrong.cts"])).toBe("");
  });

  it("costs a program that imports the root less than 300 MB to type-check, the libraries' own types included", () => {
    // It was 580 MB; zod alone is about 180.
    writeFileSync(join(project, "root.mts"), 'import { pledge } from "thidua"; export { pledge };');
    const report = tsc(["root.mts"], "--extendedDiagnostics");
    const kilobytes = Number(/Memory used: +(\d+)K/.exec(report)?.[1]);
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThan(300_000);
  });

  it("holds what is published and nothing else", () => {
    const installed = join(project, "node_modules/thidua");
    expect(readdirSync(installed).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist",
      "package.json",
      "src",
    ]);
    const pages = readdirSync(join(installed, "src"), { recursive: true, encoding: "utf8" });
    expect(pages.filter((path) => path.includes(".") && !path.endsWith(".md"))).toEqual([]);
    for (const page of ["http/errors.md", "process/two-servers.md", "stores/README.md", "pledge/README.md"])
      expect(pages).toContain(page);
  });
});

describe("the bundle of an application", () => {
  const bundled = async (code: string) => {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: root, loader: "js" },
      bundle: true,
      format: "esm",
      write: false,
      treeShaking: true,
      packages: "external",
      logLevel: "silent",
      alias: {
        thidua: join(root, "dist/index.js"),
        ...Object.fromEntries(
          aggregates.map((name) => [`thidua/${name}`, join(root, `dist/${name}/index.js`)]),
        ),
      },
    });
    return outputFiles[0]?.text ?? "";
  };

  it.each(aggregates)("that uses only %s holds no other aggregate", async (name) => {
    const text = await bundled(`import * as all from "thidua/${name}"; console.log(all);`);
    const held = [...marks].filter(([, mark]) => text.includes(mark)).map(([aggregate]) => aggregate);
    expect(held).toEqual([name]);
  });

  it("that uses one thing of the root holds only what that needs", async () => {
    const text = await bundled('import { pledge, derivedId } from "thidua"; console.log(pledge, derivedId);');
    const held = [...marks].filter(([, mark]) => text.includes(mark)).map(([aggregate]) => aggregate);
    expect(held).toEqual(["pledge"]);
  });

  it("that uses one id function holds no aggregate at all", async () => {
    const text = await bundled('import { derivedId } from "thidua"; console.log(derivedId("a"));');
    expect([...marks].filter(([, mark]) => text.includes(mark))).toEqual([]);
    expect(text.length).toBeLessThan(3_000);
  });

  it("that counts for and against, and nothing else, is at most 8 kB minified and zipped", async () => {
    const { outputFiles } = await build({
      stdin: { contents: 'export { forAndAgainst } from "./dist/counting/index.js";', resolveDir: root },
      bundle: true,
      format: "esm",
      minify: true,
      write: false,
      logLevel: "silent",
    });
    const bytes = gzipSync(outputFiles[0]?.contents ?? "").length;
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThanOrEqual(8_000);
  });
});
