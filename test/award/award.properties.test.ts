import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { type AwardSubject, awardIdOf } from "../../src/award/award-id.ts";
import { ProposalBasis } from "../../src/award/messages.ts";
import { type Award, restsOn } from "../../src/award/state.ts";
import { Id } from "../../src/kernel/ids.ts";
import { same } from "../../src/kernel/same.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { Honour } from "../../src/vocabulary/honour.ts";
import { Season } from "../../src/vocabulary/season.ts";
import { describeLaws } from "../support/laws.ts";
import { type Place, start, waits, walk } from "./diagram.ts";
import { paths } from "./life.ts";
import { reaches } from "./reaches.ts";

describeLaws({
  decider: award,
  paths,
  reaches,
  mayLieAhead: [],
  takenAsSo: {
    "ProposeAward.excludedBy[]": "What would stand against the proposal does not undo it.",
    "TransferAward.decision": "Whoever has the award has it, by whatever decision.",
    "TransferAward.excludedBy[]": "What would stand against the heir does not undo it.",
    "TransferAward.transferredOn": "Whoever has the award has it, since whatever day.",
  },
  hints: hintsOf,
  invariant(state, history) {
    const place = history.reduce(walk, start);
    expect(state.status).toBe(place.status);
    if (state.status === "blank") return expect(history).toEqual([]);
    expectSamePlace(state, place);
    // A decided award rests on what is final, unless that became void since, or it rests on something else since.
    const isGranted = place.status === "decided" || place.status === "conferred";
    if (isGranted && waits(place)) expect(place.isFinal || place.isVoid || place.isReplaced).toBe(true);
  },
});

/** What the state holds under another name than that which a command gives it. */
function hintsOf(state: Award): Record<string, readonly unknown[]> {
  if (state.status === "blank") return {};
  const others = [{ kind: "ballot", ballot: "another", certification: 1 }, state.basis];
  return { basis: others, excludedBy: [[]], kind: ["decision"] };
}

function expectSamePlace(state: Exclude<Award, { status: "blank" }>, place: Place) {
  const { unit, basis, confirmed, voided, suspended } = state;
  const isVoid = voided !== undefined;
  const found = { unit, basis, isFinal: confirmed !== undefined, isVoid, suspendedFor: suspended?.ground };
  const { status: _, isReplaced: __, ...expected } = place;
  expect(found).toEqual({ suspendedFor: undefined, ...expected });
  if (voided) expect(restsOn(basis, voided)).toBe(true);
}

describe("the id of an award", () => {
  // What separates the parts of an id, in whatever way these are joined.
  const hostile = fc.constantFrom('"', '","', "\\", "[", "]", ",", "-", ":", "|", "/", "a", "b");
  const part = fc.oneof(
    arbitraryOf(Id),
    fc.array(hostile, { minLength: 1, maxLength: 4 }).map((parts) => `a${parts.join("")}`),
  );
  const subject: fc.Arbitrary<AwardSubject> = fc.record({
    bloc: part,
    season: arbitraryOf(Season),
    unit: part,
    honour: fc.record({ kind: arbitraryOf(Honour.shape.kind), authority: part }),
  });

  it("is another one for another bloc, season, unit or honour, whatever stands in their ids", () => {
    fc.assert(
      fc.property(subject, subject, (one, other) => {
        expect(awardIdOf(one) === awardIdOf(other)).toBe(same(one, other));
      }),
      { numRuns: 500 },
    );
  });

  it("is another one where a text moves from one part to the next", () => {
    fc.assert(
      fc.property(subject, part, (one, moved) => {
        const longer = { ...one, bloc: one.bloc + moved };
        expect(awardIdOf(longer)).not.toBe(awardIdOf({ ...one, unit: moved + one.unit }));
      }),
    );
  });

  it("is the same for the same text in another normal form, and for fields in another order", () => {
    const one = {
      bloc: "b",
      season: "2022",
      unit: "u",
      honour: { kind: "emulationFlag", authority: "Tỉnh" },
    } as const;
    const { kind, authority } = one.honour;
    const other = {
      honour: { authority: authority.normalize("NFD"), kind },
      unit: "u",
      season: "2022",
      bloc: "b",
    };
    expect(awardIdOf(other)).toBe(awardIdOf(one));
  });
});

describe("what a basis is", () => {
  it("is a record of its ballot up to the one that is named, or any record", () => {
    fc.assert(
      fc.property(arbitraryOf(ProposalBasis), fc.integer({ min: 1, max: 100 }), (basis, certification) => {
        if (basis.kind !== "ballot") {
          expect(restsOn(basis, { ballot: "b" })).toBe(false);
          return;
        }
        const { ballot } = basis;
        expect(restsOn(basis, { ballot })).toBe(true);
        expect(restsOn(basis, { ballot, certification })).toBe(basis.certification <= certification);
        expect(restsOn(basis, { ballot: `${ballot}x` })).toBe(false);
      }),
    );
  });
});
