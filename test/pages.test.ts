import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MethodKind } from "../src/ballot/terms.ts";
import type { Message } from "../src/kernel/messages.ts";
import { importRules } from "./support/architecture.ts";
import { type Lived, lived } from "./support/pages/lived.ts";
import { stepsOf } from "./support/pages/page.ts";
import { aggregatesWithRules, readSources, writtenPages } from "./support/pages/pages.ts";
import { rulesIn } from "./support/pages/rules.ts";

const sources = readSources();
const aggregates = [...aggregatesWithRules(sources)];
const pages = writtenPages(sources);

describe("the pages beside the code", () => {
  it.each(pages)("are current, or `npm run pages` writes them: $path", ({ url, text }) => {
    expect(existsSync(url) ? readFileSync(url, "utf8") : "").toBe(text);
  });

  it("name the field where a sentence has a word for one of several values", () => {
    const page = pages.find(({ path }) => path === "src/ballot/README.md")?.text ?? "";
    expect(page).toContain("| The method “‹method›” does not confirm nominees one by one. |");
    expect(page).toContain("| A paper ‹kind› cannot be counted by the method “‹method›”. |");
  });

  it("have a row for every method of a ballot, with what its papers hold", () => {
    const page = pages.find(({ path }) => path === "src/ballot/README.md")?.text ?? "";
    for (const kind of MethodKind.options) expect(page).toContain(`\n| \`${kind}\` | \`{ kind: `);
  });

  it("have a sentence for every refusal, without a hole in it", () => {
    for (const { text } of pages) expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe("the page of the house", () => {
  const house = readFileSync(new URL("../src/README.md", import.meta.url), "utf8");

  it("has every folder in its tree, and no other", () => {
    const [tree = ""] = house.split("## The flow");
    const named = [...tree.matchAll(/`([\w/-]+)\/`/g)].map(([, folder = ""]) => folder);
    const folders = [...sources.keys()].filter((path) => path.includes("/"));
    const there = new Set(folders.map((path) => path.slice(0, path.lastIndexOf("/"))));
    expect([...new Set(named)].sort()).toEqual([...there].sort());
  });

  it("has a row for each rule of the imports", () => {
    for (const { folder } of importRules) expect(house).toContain(`\n| \`${folder}/\` |`);
  });

  it("links to files that are there", () => {
    const links = [...house.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(8);
    const missing = links.filter((path) => !existsSync(new URL(`../src/${path}`, import.meta.url)));
    expect(missing).toEqual([]);
  });
});

describe("the page of the examples", () => {
  const page = readFileSync(new URL("../examples/README.md", import.meta.url), "utf8");

  it("introduces each example, with what it prints", () => {
    const examples = readdirSync(new URL("../examples/", import.meta.url)).filter((name) =>
      name.endsWith(".ts"),
    );
    for (const example of examples) {
      expect(page).toContain(`](${example})`);
      expect(page).toMatch(new RegExp(`<!-- ${example.slice(0, -3)} -->\n\n\`\`\`text\n\\S`));
    }
  });
});

it("has a page for each aggregate", () => {
  expect(aggregates.map(([folder]) => folder)).toEqual([
    "award",
    "ballot",
    "bloc",
    "campaign",
    "chair-rotation",
    "conference",
    "pledge",
    "process",
    "scoreboard",
  ]);
});

/** What the runner of a season writes by itself: no command gives it. */
const byTheRunner = ["ProcessBegun", "EventAnswered"];

describe.each(aggregates)("the page of %s", (folder, aggregate) => {
  const { decider, commands } = aggregate;

  it("has an event or a refusal for each command, and each event and refusal of the aggregate", () => {
    const given = [...commands.values()];
    for (const [command, { events }] of commands) expect(events.size, command).toBeGreaterThan(0);
    const shown = new Set(given.flatMap(({ events, rejections }) => [...events, ...rejections]));
    const words = [...decider.from.keys(), ...Object.keys(aggregate.rejections)];
    // The grammar refuses the wrong status, so no rule names it.
    const unasked = folder === "process" ? byTheRunner : [];
    expect(words.filter((type) => !shown.has(type) && type !== "WrongState")).toEqual(unasked);
  });

  it.skipIf(folder === "process")("has all that happens where the aggregate is lived through", async () => {
    const life = folder === "ballot" ? "paths" : "life";
    const { paths } = (await import(`./${folder}/${life}.ts`)) as { paths: readonly (readonly Message[])[] };
    const { answers, steps } = lived(decider, paths);
    expect(answers.length).toBeGreaterThan(100);
    const isShown = ({ command, ok, message }: Lived["answers"][number]) => {
      const { events, rejections } = commands.get(command) ?? {};
      return ok ? events?.has(message) : message === "WrongState" || rejections?.has(message);
    };
    expect(answers.filter((answer) => !isShown(answer))).toEqual([]);
    const drawn = new Set(stepsOf(aggregate).map(({ from, event, to }) => `${from} ${event} ${to}`));
    expect(steps.filter(({ from, event, to }) => !drawn.has(`${from} ${event} ${to}`))).toEqual([]);
  });
});

describe("the reader of rules", () => {
  const words = {
    events: ["LampLit"],
    rejections: ["LampBroken", "DateInFuture"],
    statuses: ["dark", "lit"],
  };
  const read = (rules: string) =>
    rulesIn(
      new Map([
        ["lamp/lamp.ts", rules],
        ["lamp/bulb.ts", bulb],
      ]),
      "lamp",
      words,
    );
  const bulb = 'export const objectionToBulb = () => ({ type: "LampBroken" });';
  const lamp = (rule: string, change = "{ ...state, status }") => `
    import { objectionToBulb } from "./bulb.ts";
    /** A lamp. */
    export const lamp = decider({ decide: { Light: ${rule} }, evolve: { LampLit: from(["dark"], () => (${change})) } });
    const lit = () => ({ type: "LampLit" });
  `;
  const light = (rule: string) => {
    const { events = [], rejections = [] } = read(lamp(rule)).commands.get("Light") ?? {};
    return [...events, ...rejections].sort();
  };

  it("follows the functions that a rule names, into other files of the folder", () => {
    expect(light('during(["dark"], { decide: () => unless(objectionToBulb(), lit()) })')).toEqual([
      "LampBroken",
      "LampLit",
    ]);
  });

  it("leaves out what only says whether it is so already, and counts the day of what is done", () => {
    expect(
      light('during(["dark"], { already: lit, done: (data) => data.litOn, decide: () => accept() })'),
    ).toEqual(["DateInFuture"]);
  });

  it("leaves out what a parameter hides", () => {
    expect(light('during(["dark"], { decide: (_, lit) => lit })')).toEqual([]);
  });

  it("takes the side of a choice that the rule's own option sets", () => {
    const step = "step({ loose: true })";
    const rule = `${lamp(step)}
      function step({ loose = false }) { return during(["dark"], { decide: () => loose ? lit() : objectionToBulb() }); }`;
    expect([...(read(rule).commands.get("Light")?.rejections ?? [])]).toEqual([]);
    expect([...(read(rule.replace("loose: true", "")).commands.get("Light")?.rejections ?? [])]).toEqual([
      "LampBroken",
    ]);
  });

  it("takes the status that a change names, not one that it compares", () => {
    const change = 'state.status === "dark" ? { ...state, status: "lit" } : state';
    expect(read(lamp("during([], {})", change)).statuses.get("LampLit")).toEqual(new Set(["lit"]));
  });

  it("has the comment of the aggregate", () => {
    expect(read(lamp("during([], {})")).doc).toBe("A lamp.");
  });
});
