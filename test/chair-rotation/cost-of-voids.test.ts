import { expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { nextVoids } from "../../src/chair-rotation/voiding.ts";
import { install, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

/** The decisions of a rotation, which are looked up once for each term that is reckoned. */
class Counted extends Map<number, never[]> {
  looks = 0;
  override get(number: number) {
    this.looks += 1;
    return super.get(number);
  }
}

it("All substitutions that one leave ends are found in one pass over the terms", () => {
  const terms = Array.from({ length: 60 }, (_, at) => at + 2023);
  const named = terms.map((year, at) =>
    create.NameSubstitute({
      term: String(year),
      unit: "bcda"[at % 4] ?? "",
      chair: "abcd"[at % 4] ?? "",
      reason,
    }),
  );
  const before = once(opening("abcd"), install("2022", "a"), ...named);
  const left = { type: "UnitLeftRotation", data: { unit: "b", leftOn: "2022-06-01", reason } } as const;
  const after = chairRotation.evolve(before, left) as OpenedRotation;
  const decisions = new Counted();
  const voids = nextVoids({ ...after, decisions }, undefined);
  // Every turn moves but the first ones, so all but few fall.
  expect(voids.length).toBeGreaterThan(40);
  expect(decisions.looks).toBeLessThan(3 * terms.length);
  const told = chairRotation.decide(
    { type: "LeaveRotation", data: left.data } as never,
    chairRotation.fold(done(opening("abcd"), install("2022", "a"), ...named)),
  );
  expect(told.ok && told.events.slice(1)).toEqual(voids);
});
