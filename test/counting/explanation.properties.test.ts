import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical, elections, rules } from "./ranked-elections.ts";
import { verdictOf } from "./verdicts.ts";

describe.each(Object.entries(rules))("the explanation of %s", (_, rule) => {
  it("suffices to recompute the verdict, without the papers", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const count = rule(election);
        expect(canonical({ ...count, outcome: verdictOf(count) })).toEqual(canonical(count));
      }),
      { numRuns: 80 },
    );
  });
});

describe.each(Object.entries(rules).filter(([name]) => !/two|exhaustive/.test(name)))(
  "%s for two seats",
  (_, rule) => {
    it("shares the nominees and the seats out, each once", () => {
      fc.assert(
        fc.property(elections({ seats: 2 }), (election) => {
          const { elected, notElected, undecided, vacant } = rule(election).outcome;
          expect([...elected, ...notElected, ...(undecided?.tied ?? [])].sort()).toEqual(
            [...election.nominees].sort(),
          );
          expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(2);
          if (undecided) expect(undecided.tied.length).toBeGreaterThan(undecided.seats);
        }),
        { numRuns: 80 },
      );
    });
  },
);
