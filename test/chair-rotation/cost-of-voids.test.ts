import { expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { nextVoids } from "../../src/chair-rotation/voiding.ts";
import { install, opening, timed } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

/** The decisions of a rotation, which are looked up once for each term that is reckoned. */
class Counted extends Map<number, never[]> {
  readonly #looks: number[] = [];
  get looks(): number {
    return this.#looks.length;
  }
  override get(number: number) {
    this.#looks.push(number);
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

it("What is agreed about one term is held against no agreement about a later one (L58)", () => {
  const named = Array.from({ length: 60 }, (_, at) =>
    create.NameSubstitute({
      term: String(at + 2023),
      unit: "bcda"[at % 4] ?? "",
      chair: "abcd"[at % 4] ?? "",
      reason,
    }),
  );
  const state = once(opening("abcd"), install("2022", "a"), ...named);
  const looksOf = (term: string, unit: string, chair: string) => {
    const decisions = new Counted();
    const command = create.NameSubstitute({ term, unit, chair, reason });
    expect(chairRotation.decide(timed(command), { ...state, decisions })).toMatchObject({ ok: true });
    return decisions.looks;
  };
  expect(looksOf("2024", "b", "d")).toBeLessThan(10);
  expect(looksOf("2082", "d", "b")).toBeGreaterThan(60);
});
