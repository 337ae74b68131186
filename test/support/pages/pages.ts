import { readdirSync, readFileSync } from "node:fs";
import type { Sources } from "../architecture.ts";
import { type Aggregate, aggregatesIn } from "./aggregate.ts";
import { pageOf } from "./page.ts";

const src = new URL("../../../src/", import.meta.url);

/** All TypeScript files in `src`. */
export function readSources(): Sources {
  const paths = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  return new Map(
    paths
      .map((path) => path.replaceAll("\\", "/"))
      .sort()
      .map((path) => [path, readFileSync(new URL(path, src), "utf8")]),
  );
}

/** The aggregates whose rules name the statuses that allow each command. */
export function aggregatesWithRules(sources: Sources): Map<string, Aggregate> {
  return new Map(
    [...aggregatesIn(sources)].filter(([, { decider }]) =>
      [...decider.during.values()].every((allowed) => allowed.length > 0),
    ),
  );
}

/** Every page that is made from the source: its place and its text. */
export function writtenPages(sources: Sources): { path: string; url: URL; text: string }[] {
  return [...aggregatesWithRules(sources)].map(([folder, aggregate]) => {
    const path = `${folder}/README.md`;
    return { path: `src/${path}`, url: new URL(path, src), text: pageOf(aggregate) };
  });
}
