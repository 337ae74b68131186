import ts from "typescript";

/** Sources by their path. The paths of the library begin below `src`. */
export type Sources = ReadonlyMap<string, string>;

type Import = { from: string; to: string; typeOnly: boolean };

/** What a folder may import beside its own files. Patterns are read by `matches`. */
export type ImportRule = {
  folder: string;
  /** Folders and files of `src`. */
  sources: readonly string[];
  /** Folders and files of `src` whose types it may name, and whose values it may not run. */
  types?: readonly string[];
  packages: readonly string[];
};

const base = ["kernel/", "vocabulary/"];

/**
 * A file belongs to the first folder that holds it, so a folder within another stands before it and is imported only
 * where it is named itself.
 */
export const importRules: readonly ImportRule[] = [
  { folder: "kernel", sources: [], packages: ["immer", "uuid", "zod"] },
  // The verifiable lot, which ballots and rotations share, hashes as RFC 3797 does.
  { folder: "vocabulary", sources: ["kernel/"], packages: ["@noble/hashes", "zod"] },
  ...["bloc", "campaign", "pledge", "scoreboard", "conference", "award"].map((folder) => ({
    folder,
    sources: base,
    packages: ["zod"],
  })),
  // A verifier decides a ballot again, and knows the evidence. No ballot needs it, and evidence knows no ballot.
  { folder: "ballot/verify", sources: [...base, "ballot/", "evidence/"], packages: ["zod"] },
  // A ballot counts its papers; a rotation follows its policies.
  { folder: "ballot", sources: [...base, "counting/", "counting/steps/"], packages: ["zod"] },
  {
    folder: "chair-rotation/policies",
    sources: base,
    types: ["chair-rotation/messages.ts"],
    packages: ["zod"],
  },
  { folder: "chair-rotation", sources: [...base, "chair-rotation/policies/"], packages: ["zod"] },
  // Formats read and write the papers and counts of others; no rule of counting needs them.
  {
    folder: "counting/formats",
    sources: [
      "kernel/fraction.ts",
      "kernel/fraction-text.ts",
      "kernel/input.ts",
      "kernel/problem.ts",
      "kernel/text.ts",
      "counting/",
      "counting/steps/",
    ],
    types: ["kernel/numbers.ts", "vocabulary/threshold.ts"],
    packages: [],
  },
  // The steps of a count. Rules import them for their types only.
  {
    folder: "counting/steps",
    sources: ["kernel/list.ts", "kernel/messages.ts", "kernel/numbers.ts", "vocabulary/threshold.ts"],
    packages: ["zod"],
  },
  // Counting is plain functions on plain data: exact fractions and typed errors, no package, no aggregate.
  {
    folder: "counting",
    sources: ["kernel/fraction.ts", "kernel/fraction-text.ts", "kernel/problem.ts", "vocabulary/bar.ts"],
    types: ["kernel/numbers.ts", "vocabulary/threshold.ts", "counting/steps/"],
    packages: [],
  },
  // A process knows no aggregate: it gets events, and gives commands with the names of theirs.
  { folder: "process", sources: base, types: ["stores/event-store.ts"], packages: ["immer", "zod"] },
  {
    folder: "season",
    sources: [...base, "*/messages.ts", "process/"],
    types: ["stores/event-store.ts"],
    packages: ["zod"],
  },
  // What an API answers, as plain data. It knows the words of the languages, and no server.
  { folder: "http", sources: [...base, "minutes/"], packages: [] },
  // A read model knows every aggregate, and none knows it.
  {
    folder: "read",
    sources: [
      ...base,
      "process/",
      // What would come of a command is tried over a store that forgets it.
      "stores/overlay-store.ts",
      ...["award", "ballot", "campaign", "chair-rotation", "conference", "pledge"].map((one) => `${one}/`),
    ],
    types: ["stores/event-store.ts", "season/claiming.ts", "season/messages.ts"],
    packages: [],
  },
  // A language explains whose turn a term is, from plain data.
  {
    folder: "minutes",
    sources: [...base, "*/messages.ts", "counting/steps/count-step.ts", "counting/steps/round-conclusion.ts"],
    types: ["chair-rotation/forecast/explanation.ts"],
    packages: ["zod"],
  },
  // What is made of a rotation for people: from plain data, in the languages of the minutes.
  {
    folder: "calendar",
    sources: [...base, "minutes/"],
    types: ["chair-rotation/"],
    packages: ["ical-generator"],
  },
  {
    folder: "timeline",
    sources: [
      ...base,
      "minutes/",
      "calendar/language.ts",
      "calendar/printable.ts",
      "calendar/vi.ts",
      "calendar/en.ts",
    ],
    types: ["chair-rotation/"],
    packages: [],
  },
  // A database is what its user hands over; no driver is imported.
  ...["stores/postgres", "stores/sqlite"].map((folder) => ({
    folder,
    sources: ["kernel/", "stores/"],
    packages: [],
  })),
  // Emmett is known by its forms, and its tables are asked for as those of our own.
  { folder: "stores/emmett", sources: ["kernel/", "stores/", "stores/postgres/"], packages: [] },
  // A log that is read back is held against the head of its chain. There is one chain, that of the evidence.
  { folder: "stores", sources: ["kernel/", "evidence/chain.ts"], packages: ["immer", "zod"] },
  { folder: "evidence", sources: ["kernel/"], packages: ["@noble/hashes", "zod"] },
  // The contract of the event store knows the port and what handles commands over it, and no store.
  {
    folder: "testing/store-contract",
    sources: ["kernel/", "stores/command-handler.ts", "stores/loading.ts"],
    types: ["stores/event-store.ts"],
    packages: ["zod"],
  },
  {
    folder: "testing",
    sources: [...base, "*/messages.ts", "process/", "testing/store-contract/"],
    packages: ["fast-check", "immer", "zod"],
  },
];

/** `kernel/` is each file of that folder, `kernel/input.ts` that file, and `*` any folder of `src`. */
function matches(pattern: string, path: string): boolean {
  if (pattern.endsWith("/")) return pattern === `${ruleOf(path)?.folder}/`;
  if (!pattern.startsWith("*/")) return pattern === path;
  const [, name, ...deeper] = path.split("/");
  return deeper.length === 0 && `*/${name}` === pattern;
}

/** Folders that run without any package: nothing that they import at run time, at any distance, imports one. */
const runAlone = ["counting"];

/** What is about all of the library. */
const whole = ["index.ts", "aggregates.ts"];

/** Code that reads a clock, chance, the locale or the outside world. The domain has none of it. */
const impure: readonly [RegExp, string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b/, "clock"],
  [/\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bv[1467]\b(?=.*from "uuid")/, "randomness"],
  [/\blocaleCompare\b|\bIntl\b|\btoLocale\w*\b/, "locale"],
  [/\bimport\(|\brequire\(/, "a module found at run time"],
  [
    /\bconsole\b|\bprocess\.(?:env|argv|exit|std\w+|cwd|hrtime|nextTick|on)\b|\bsetTimeout\b|\bsetInterval\b|\bfetch\(/,
    "outside world",
  ],
];

/** To wait for other programs takes a timer and a random time. */
const waiting = ["randomness", "outside world"];
/** What each file at the edge may do that nothing of the domain does. */
const atTheEdge: ReadonlyMap<string, readonly string[]> = new Map([
  ["stores/attempts.ts", waiting],
  ["process/system-clock.ts", ["clock", ...waiting]],
]);

/** Everything in the sources that the architecture forbids, one line for each. */
export function violations(sources: Sources): string[] {
  const imports = [...sources].flatMap(([path, text]) => importsOf(path, text));
  return [
    ...imports.flatMap(forbidden),
    ...runAlone.flatMap((folder) => packagesBehind(folder, imports)),
    ...cycles(imports),
    ...[...sources].flatMap(([path, text]) => impurities(path, text)),
  ];
}

function forbidden({ from, to, typeOnly }: Import): string[] {
  if (to.startsWith("node:")) return [`${from} imports ${to}: the library runs anywhere`];
  const isPackage = !to.endsWith(".ts");
  if (!isPackage && to.endsWith("/index.ts") && !from.endsWith("index.ts"))
    return [`${from} imports the barrel ${to}`];
  if (whole.includes(from)) return isPackage ? [`${from} imports ${to}`] : [];
  const rule = ruleOf(from);
  if (!rule) return [`${from} is in no folder of the architecture`];
  if (isPackage)
    return rule.packages.includes(
      to
        .split("/")
        .slice(0, to.startsWith("@") ? 2 : 1)
        .join("/"),
    )
      ? []
      : [`${from} imports ${to}`];
  const isNamed = (patterns: readonly string[] = []) => patterns.some((pattern) => matches(pattern, to));
  if (ruleOf(to) === rule || isNamed(rule.sources)) return [];
  if (!isNamed(rule.types)) return [`${from} imports ${to}`];
  return typeOnly ? [] : [`${from} imports ${to} at run time`];
}

/** Each import of a package in a file that the folder runs, directly or through others, but does not hold. */
function packagesBehind(folder: string, imports: readonly Import[]): string[] {
  const atRunTime = imports.filter(({ typeOnly }) => !typeOnly);
  const isWithin = (path: string) => ruleOf(path)?.folder === folder;
  const reached = new Set(atRunTime.map(({ from }) => from).filter(isWithin));
  // The set grows during the loop, and the loop visits each file once.
  for (const path of reached)
    for (const { from, to } of atRunTime) if (from === path && to.endsWith(".ts")) reached.add(to);
  return atRunTime
    .filter(({ from, to }) => reached.has(from) && !isWithin(from) && !to.endsWith(".ts"))
    .map(({ from, to }) => `${folder} runs ${to}, which ${from} imports`);
}

function ruleOf(path: string) {
  return importRules.find(({ folder }) => path.startsWith(`${folder}/`));
}

function importsOf(from: string, text: string): Import[] {
  const file = ts.createSourceFile(from, text, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const typeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return [{ from, to: resolved(from, statement.moduleSpecifier.text), typeOnly }];
  });
}

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

/** Each import cycle once, from its first file back to it. */
function cycles(imports: readonly Import[]): string[] {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`import cycle: ${[...trail.slice(at), path].join(" -> ")}`);
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function impurities(path: string, text: string): string[] {
  const code = withoutComments(text);
  const allowed = atTheEdge.get(path) ?? [];
  const applied = impure.filter(([, what]) => !allowed.includes(what));
  return applied.flatMap(([pattern, what]) =>
    pattern.test(code) ? [`${path} touches ${what}: ${pattern.exec(code)?.[0]}`] : [],
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
