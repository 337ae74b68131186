import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { run } from "../../src/kernel/run.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { paths, timed } from "../chair-rotation/life.ts";

const name = (unit: string) => `Sở ${unit.toUpperCase()}`;

describe("a sentence about a swap or an owed turn", () => {
  it("tells its terms and units, and no number of a file", () => {
    const lives = paths.map((path) => run(chairRotation, path.map(timed)));
    const told = lives
      .flatMap((life) => (life.ok ? life.events : []))
      .filter(({ type }) => /Swap|Owed|Obligation/.test(type));
    expect(new Set(told.map(({ type }) => type)).size).toBeGreaterThan(3);
    for (const event of told)
      for (const language of [vi, en]) expect(sentence(language, event, name)).not.toContain("“");
  });
});
