import ts from "typescript";

/** Sources by their path. The paths of the library begin below `src`. */
export type Sources = ReadonlyMap<string, string>;

type Import = { from: string; to: string; typeOnly: boolean };

/**
 * What each folder may import beside itself: folders and files of `src`, and packages. A file belongs to the first
 * folder in this list that holds it. So an inner folder comes before the outer one, and has a rule of its own.
 */
const mayImport: readonly { folder: string; folders: readonly RegExp[]; packages: readonly string[] }[] = [
  { folder: "kernel", folders: [], packages: ["immer", "zod", "uuid"] },
  // The verifiable lot, which ballots and rotations share, needs the hash of RFC 3797.
  { folder: "vocabulary", folders: [/^kernel\//], packages: ["zod", "@noble/hashes"] },
  // Formats read and write the papers and counts of others; no rule of counting needs them.
  {
    folder: "counting/formats",
    folders: [/^kernel\/(fraction|fraction-text|input|text)\.ts$/, /^counting\//],
    packages: [],
  },
  // The steps of a count. Rules import them for their types only.
  {
    folder: "counting/steps",
    folders: [/^kernel\/(messages|numbers)\.ts$/, /^vocabulary\/threshold\.ts$/],
    packages: ["zod"],
  },
  // Counting is plain functions on plain data: exact fractions and typed errors, no package, no aggregate.
  {
    folder: "counting",
    folders: [/^kernel\/(fraction|fraction-text|input)\.ts$/, /^vocabulary\/bar\.ts$/, /^counting\/steps\//],
    packages: [],
  },
  { folder: "chair-rotation/policies", folders: [/^vocabulary\//, /^kernel\//], packages: ["zod"] },
  // A ballot counts its papers; a rotation follows its policies.
  {
    folder: "ballot",
    folders: [/^kernel\//, /^vocabulary\//, /^counting\/(?!formats\/)/],
    packages: ["zod"],
  },
  {
    folder: "chair-rotation",
    folders: [/^kernel\//, /^vocabulary\//, /^chair-rotation\/policies\//],
    packages: ["zod"],
  },
  ...["bloc", "campaign", "pledge", "scoreboard", "conference", "award"].map((folder) => ({
    folder,
    folders: [/^kernel\//, /^vocabulary\//],
    packages: ["zod"],
  })),
  ...["season", "projections", "minutes"].map((folder) => ({
    folder,
    folders: [
      /^kernel\//,
      /^vocabulary\//,
      /^[\w-]+\/messages\.ts$/,
      /^counting\/steps\/(count-step|round-conclusion)\.ts$/,
    ],
    packages: ["zod"],
  })),
  // The calendar and the timeline show a rotation to people, from plain data, in the languages of the minutes.
  { folder: "calendar", folders: [/^kernel\//, /^vocabulary\//, /^minutes\//], packages: ["ical-generator"] },
  {
    folder: "timeline",
    folders: [/^kernel\//, /^vocabulary\//, /^minutes\//, /^calendar\/(language|printable|vi|en)\.ts$/],
    packages: [],
  },
  { folder: "stores", folders: [/^kernel\//], packages: ["zod", "immer"] },
  { folder: "evidence", folders: [/^kernel\//], packages: ["zod", "@noble/hashes"] },
  {
    folder: "testing",
    folders: [/^kernel\//, /^vocabulary\//, /^[\w-]+\/messages\.ts$/],
    packages: ["zod", "immer", "fast-check"],
  },
];

/** Folders that run without any package. Nothing that they import at run time, even through others, imports one. */
const runAlone = ["counting"];

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
  if (from === "index.ts") return isPackage ? [`${from} imports ${to}`] : [];
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
  if (!typeOnly && rule.folder === "counting" && to.startsWith("counting/steps/"))
    return [`${from} imports ${to} at run time`];
  if (ruleOf(to) === rule || rule.folders.some((pattern) => pattern.test(to))) return [];
  // Policies may name types of their aggregate's messages.
  if (typeOnly && from.startsWith("chair-rotation/policies/") && to === "chair-rotation/messages.ts")
    return [];
  // A language explains from plain data why a unit has a term.
  if (typeOnly && from.startsWith("minutes/") && to === "chair-rotation/forecast/explanation.ts") return [];
  if (typeOnly && /^(calendar|timeline)\//.test(from) && to.startsWith("chair-rotation/")) return [];
  // Counting may name the types of stored figures and of bases; it never runs their schemas.
  if (typeOnly && from.startsWith("counting/") && /^(kernel\/numbers|vocabulary\/threshold)\.ts$/.test(to))
    return [];
  return [`${from} imports ${to}`];
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
  return mayImport.find(({ folder }) => path.startsWith(`${folder}/`));
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
  return impure.flatMap(([pattern, what]) =>
    pattern.test(code) ? [`${path} touches ${what}: ${pattern.exec(code)?.[0]}`] : [],
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
