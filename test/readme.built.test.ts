import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Messages } from "../src/kernel/messages.ts";
import { root } from "./support/packed.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const scripts = (
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> }
).scripts;
const ci = readFileSync(join(root, ".ci/run"), "utf8");

/** The folder is below `dist`, so that the package finds itself by its own name. */
const folder = join(root, "dist/readme");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
  language: match[1] ?? "",
  text: match[2] ?? "",
  line: readme.slice(0, match.index).split("\n").length,
}));
const programs = blocks.flatMap((block, index) => {
  const printed = blocks[index + 1]?.language === "text" ? (blocks[index + 1]?.text ?? "") : "";
  return block.language === "ts" ? [{ ...block, printed }] : [];
});

/** Whether a text is no output of the program before it. */
const isShown = (index: number) => blocks[index - 1]?.language !== "ts";

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

describe("the README", () => {
  it.each(programs)("at line $line runs and prints what it says", ({ text, printed, line }) => {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `line-${line}.ts`);
    writeFileSync(file, text);
    const tsx = join(root, "node_modules/.bin/tsx");
    const program = ["--tsconfig", "test/support/built.tsconfig.json", file];
    const output = execFileSync(tsx, program, { cwd: root, encoding: "utf8" });
    expect(output).toBe(printed);
  });

  it("has a program in every block of code, and a printed text behind it; two texts more", () => {
    expect(programs.length).toBeGreaterThan(4);
    for (const { language } of blocks) expect(["ts", "text", "sh", ""]).toContain(language);
    const printed = blocks.filter(({ language }, index) => language === "text" && isShown(index));
    expect(printed).toHaveLength(2);
  });

  it("shows lines that the season prints, in their order", () => {
    const shown = blocks.filter(({ language }, index) => language === "text" && isShown(index));
    for (const [index, name] of ["tay-ninh-2022.en", "tay-ninh-2022"].entries()) {
      const lines = readFileSync(join(root, `test/expected/${name}.txt`), "utf8").split("\n");
      for (const line of (shown[index]?.text ?? "").trimEnd().split("\n")) {
        expect(lines).toContain(line);
        lines.splice(0, lines.indexOf(line) + 1);
      }
    }
  });

  it("names commands that exist, and the two that set it up are what CI runs", () => {
    const commands = blocks
      .filter(({ language }) => language === "sh")
      .flatMap(({ text }) => text.trim().split("\n"));
    for (const name of [...readme.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(
      (match) => match[1] ?? "",
    )) {
      expect(Object.keys(scripts)).toContain(name);
    }
    expect(commands).toEqual(["npm install thidua", "npm ci && npm run season", "npm ci && npm test"]);
    for (const command of commands.slice(1)) {
      const [install = "", run = ""] = command.split(" && ");
      expect(ci).toContain(install);
      expect(ci).toContain(run);
    }
  });

  it("counts the words of each aggregate as they are", async () => {
    const rows = await Promise.all(
      aggregates.map(async (name) => {
        const words = (await import(`../src/${name}/messages.ts`)) as Record<
          string,
          Messages<Record<never, never>>
        >;
        const many = (kind: string) =>
          Object.entries(words).find(([key]) => key.endsWith(kind))?.[1].types.length;
        return `| \`thidua/${name}\` | ${many("Command")} | ${many("Event")} | ${many("Rejection")} |`;
      }),
    );
    const table = readme.split("\n").filter((line) => line.startsWith("| `thidua/"));
    expect(table.map((row) => row.replace(/ +/g, " "))).toEqual(rows);
  });

  it("links to files that are there", () => {
    for (const [, path = ""] of readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)) {
      expect(() => readFileSync(join(root, path))).not.toThrow();
    }
  });

  it("tells what it is, why to trust it and how to install it on its first screen", () => {
    const screen = readme.split("\n").slice(0, 60).join("\n");
    for (const words of ["emulation bloc", "Nothing is picked silently", "npm install thidua"])
      expect(screen).toContain(words);
  });
});
