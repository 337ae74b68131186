import { readFileSync } from "node:fs";

const examples = new URL("../../../examples/README.md", import.meta.url);
const expected = (name: string) => new URL(`../../expected/${name}.txt`, import.meta.url);

const linesMax = 10;
const widthMax = 160;

/** The page of the examples: under each, the first lines of what it prints. */
export function examplesPage(): { path: string; url: URL; text: string } {
  const text = readFileSync(examples, "utf8").replace(
    /(?<=^<!-- ([\w-]+) -->\n)[\s\S]*?(?=^<!-- \/ -->$)/gm,
    (_, name: string) => `\n\`\`\`text\n${beginningOf(readFileSync(expected(name), "utf8"))}\n\`\`\`\n\n`,
  );
  return { path: "examples/README.md", url: examples, text };
}

/** Its first lines that say something; a long one is cut. */
function beginningOf(printed: string): string {
  const lines = printed.split("\n").filter((line) => line.trim() !== "");
  return lines
    .slice(0, linesMax)
    .map((line) => (line.length > widthMax ? `${line.slice(0, line.lastIndexOf(" ", widthMax))} …` : line))
    .join("\n");
}
