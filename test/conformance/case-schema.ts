import * as z from "zod";
import { type Checked, check } from "../../src/kernel/input.ts";
import type { TallyCase } from "./case.ts";

const text = z.string().max(1_000);
const nominees = z.array(text).max(10_000);

// Objects are loose: a field that the corpus adds later is no reason to refuse the case.
const Ballot = z
  .looseObject({
    weight: z.union([z.number().min(0), z.bigint().min(0n)]),
    ranking: z.array(nominees).max(10_000).optional(),
    approvals: nominees.optional(),
    scores: z.looseObject({}).optional(),
  })
  .check(({ value, issues }) => {
    if (value.ranking ?? value.approvals ?? value.scores) return;
    const params = { rule: "content", expected: "ranking, approvals or scores" };
    issues.push({ code: "custom", input: value, params });
  });

const Case = z.looseObject({
  id: text.min(1),
  method: text.min(1),
  options: z.looseObject({ seats: z.number().int().min(0).max(10_000) }),
  candidates: nominees,
  names: z.record(z.string(), z.unknown()).optional(),
  ballots: z.array(Ballot).max(10_000_000),
  validBallots: z.number().int().min(0).optional(),
  expected: z.looseObject({}),
  flags: z.array(text).max(100),
});

/**
 * Reads a line of the corpus as a case. It returns the object of the line itself, because zod drops a nominee named
 * `__proto__`. Nominees that are numbers get their digits as names, because JSON's keys are texts.
 */
export function caseOf(json: unknown): Checked<TallyCase> {
  const named = fullyNamed(numbersNamed(json));
  const result = check(Case, named);
  return result.ok ? { ok: true, value: named as TallyCase } : result;
}

/** The case with full names in the place of short ones: a source writes its results, and some options, with either. */
function fullyNamed(json: unknown): unknown {
  if (typeof json !== "object" || json === null || !("names" in json) || !("candidates" in json)) return json;
  const { names, candidates } = json;
  if (typeof names !== "object" || names === null || !Array.isArray(candidates)) return json;
  const full = new Map(Object.entries(names).filter(([, name]) => typeof name === "string"));
  const after = candidates.map((name) => full.get(name) ?? name);
  if (new Set(after).size < candidates.length) return json;
  const parts = Object.entries(json).map(([key, part]) =>
    withNames.has(key) ? [key, renamed(part, full)] : [key, part],
  );
  return { ...Object.fromEntries(parts), candidates: after };
}

const withNames = new Set(["options", "ballots", "tallies", "expected"]);

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [names.get(key) ?? key, renamed(item, names)]),
  );
}

function numbersNamed(json: unknown): unknown {
  if (typeof json !== "object" || json === null || !("candidates" in json)) return json;
  const { candidates } = json;
  if (!Array.isArray(candidates)) return json;
  const numbers = new Set(candidates.filter((name) => typeof name === "number"));
  return numbers.size === 0 ? json : listedAsText(json, numbers);
}

/** `value`, with the `numbers` that are in a list as texts. Names are in lists; weights and totals are not. */
function listedAsText(value: unknown, numbers: ReadonlySet<number>): unknown {
  if (Array.isArray(value))
    return value.map((item) => (numbers.has(item) ? String(item) : listedAsText(item, numbers)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, listedAsText(item, numbers)]));
}
