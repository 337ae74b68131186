import { describe, expect, it } from "vitest";
import { excludeEachOther, rankOf } from "../../src/vocabulary/exclusions.ts";

const flag = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;
const certificate = { kind: "certificateOfMerit", authority: "UBND tỉnh" } as const;
const letter = { kind: "letterOfCommendation", authority: "UBND tỉnh" } as const;

describe("honours of one season", () => {
  it("exclude each other as flag and certificate of one authority, where the bylaws say nothing", () => {
    const honours = [flag, certificate, letter].map((honour) => ({ honour, seats: 1 }));
    for (const bylaws of [{ honours: [] }, { honours }]) {
      expect(excludeEachOther(bylaws, flag, certificate)).toBe(true);
      expect(excludeEachOther(bylaws, certificate, flag)).toBe(true);
      expect(excludeEachOther(bylaws, flag, letter)).toBe(false);
      expect(excludeEachOther(bylaws, flag, { ...certificate, authority: "Chính phủ" })).toBe(false);
      expect(excludeEachOther(bylaws, flag, flag)).toBe(false);
    }
  });

  it("exclude each other as the bylaws say, and only so, once they say anything of it", () => {
    const honours = [
      { honour: flag, seats: 1, excludes: [letter] },
      { honour: certificate, seats: 2 },
    ];
    expect(excludeEachOther({ honours }, letter, flag)).toBe(true);
    expect(excludeEachOther({ honours }, flag, certificate)).toBe(false);
  });

  it("have the order of the bylaws' list, and that of the kinds after it", () => {
    const honours = [
      { honour: certificate, seats: 2 },
      { honour: flag, seats: 1 },
    ];
    const inOrder = (of: typeof honours) =>
      [letter, flag, certificate].toSorted((a, b) => rankOf({ honours: of }, a) - rankOf({ honours: of }, b));
    expect(inOrder(honours)).toEqual([certificate, flag, letter]);
    expect(inOrder([])).toEqual([flag, certificate, letter]);
  });
});
