import { areExclusive, type Bylaws, type HonourRule } from "../vocabulary/bylaws.ts";
import { type Honour, sameHonour } from "../vocabulary/honour.ts";
import type { BlocRejection } from "./messages.ts";

// Whether the honours of bylaws go together: how many there are, which exclude each other, and which need others.

/** What makes the honours of bylaws useless for a bloc of so many members; undefined when nothing does. */
export function objectionToHonours(bylaws: Bylaws, members: number): BlocRejection | undefined {
  for (const [at, rule] of bylaws.honours.entries()) {
    const { honour, seats } = rule;
    if (bylaws.honours.findIndex((other) => sameHonour(other.honour, honour)) !== at)
      return { type: "BylawsHonourRepeated", data: { honour } };
    if (seats > members) return { type: "BylawsSeatsBeyondMembers", data: { honour, seats, members } };
    const objection = objectionToExclusions(bylaws, rule);
    if (objection) return objection;
  }
  return objectionToNeeds(bylaws);
}

function objectionToExclusions(
  { honours }: Bylaws,
  { honour, excludes = [] }: HonourRule,
): BlocRejection | undefined {
  if (excludes.some((other) => sameHonour(other, honour)))
    return { type: "BylawsHonourExcludesItself", data: { honour } };
  const unknown = excludes.find((other) => !ruleOf(honours, other));
  return unknown && { type: "BylawsExcludedUnknown", data: { honour, excludes: unknown } };
}

function objectionToNeeds(bylaws: Bylaws): BlocRejection | undefined {
  for (const { honour } of bylaws.honours) {
    const { needed, circle } = allNeededFor(bylaws.honours, honour);
    if (circle) return { type: "BylawsNeedsInCircle", data: { honours: circle } };
    for (const [at, one] of needed.entries()) {
      const other = needed.slice(at + 1).find((later) => areExclusive(bylaws, one, later));
      if (other) return { type: "BylawsHonourOutOfReach", data: { honour, excluding: [one, other] } };
    }
  }
  return undefined;
}

/**
 * The honour, and all that a unit needs for it, and needs for that, each once; or the circle through the honour in
 * which they need each other. A circle elsewhere is found at its own honours.
 */
function allNeededFor(
  honours: readonly HonourRule[],
  honour: Honour,
): { needed: Honour[]; circle?: Honour[] } {
  const needed: { honour: Honour; way: Honour[] }[] = [{ honour, way: [honour] }];
  for (const { honour: one, way } of needed) {
    for (const next of ruleOf(honours, one)?.needs?.holds ?? []) {
      if (sameHonour(next, honour)) return { needed: [], circle: way };
      if (!needed.some((known) => sameHonour(known.honour, next)))
        needed.push({ honour: next, way: [...way, next] });
    }
  }
  return { needed: needed.map((known) => known.honour) };
}

const ruleOf = (honours: readonly HonourRule[], one: Honour) =>
  honours.find(({ honour }) => sameHonour(honour, one));
