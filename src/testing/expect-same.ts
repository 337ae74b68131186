import { same } from "../kernel/same.ts";

/** A scenario did not end as its `then` says. The message holds both sides, so any test runner shows them. */
export class ScenarioFailed extends Error {
  override readonly name = "ScenarioFailed";
}

/** @throws {ScenarioFailed} where the two are not the same, with both */
export function expectSame(got: unknown, expected: unknown): void {
  if (same(got, expected)) return;
  throw new ScenarioFailed(
    `expected ${JSON.stringify(expected, null, 2)}\nbut got ${JSON.stringify(got, null, 2)}`,
  );
}

/** Plain data, frozen through and through: a rule that edits what it is given throws. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}
