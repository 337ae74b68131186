import { describe, expect, it } from "vitest";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import type { BallotCommand } from "../../src/ballot/messages.ts";
import type { CountResult } from "../../src/ballot/publish.ts";
import type { Method, Terms } from "../../src/ballot/terms.ts";
import { verifyBallot } from "../../src/ballot/verify/verify-ballot.ts";
import { verification } from "../evidence/box.ts";
import { bothSubmit, certify, kept, type Papers, terms, voted } from "./life.ts";
import { type Published, recordOf, sealedLife } from "./published.ts";

const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
const scores = (...points: [string, number][]) =>
  ({ kind: "scores", scores: points.map(([nominee, given]) => ({ nominee, points: given })) }) as const;

/** A certified ballot with these papers; by default two seats among three, and ties stay. */
function certifiedBy(method: Method, papers: Papers, changes: Partial<Pick<Terms, "seats">> = {}): Published {
  const changed = { seats: 2, ...changes, method };
  const held: Terms = { ...terms, ...changed };
  const box = canonicalPapers(
    held,
    papers.map(([many, paper]) => ({ papers: many, paper })),
  );
  const after: BallotCommand[] = [...bothSubmit(tallyOf(held, box)), certify];
  return sealedLife(
    voted({ ...changed, voting: { threshold: noBar, tieLadder: [] }, procedure: { sealed: true } }),
    papers,
    after,
  );
}

/** Five keep procuracy and police, three the military. */
const twoCamps: Papers = [
  [4, kept("procuracy", "police")],
  [1, kept("procuracy")],
  [3, kept("military")],
];
const figures = (...votes: [string, string][]) => votes.map(([nominee, of]) => ({ nominee, votes: of }));

describe("the certified record of seats that are filled one by one", () => {
  it("has the sums of sequential PAV that decided each seat: those of the first and of the next", () => {
    expect(certifiedBy({ kind: "sequentialPav" }, twoCamps).result.figures.seatBySeat).toEqual([
      { by: "sum", figures: figures(["procuracy", "5"], ["police", "4"]), first: ["procuracy"] },
      { by: "sum", figures: figures(["military", "3"], ["police", "2"]), first: ["military"] },
    ]);
  });

  it("has the prices of equal shares, and then how many papers keep each of those left", () => {
    const { result } = certifiedBy({ kind: "equalShares", completion: "approvals" }, twoCamps);
    expect(result.figures.seatBySeat).toEqual([
      { by: "price", figures: figures(["procuracy", "1/5"], ["police", "1/4"]), first: ["procuracy"] },
      { by: "approvals", figures: figures(["police", "4"], ["military", "3"]), first: ["police"] },
    ]);
  });

  it("has how much more money equal shares waits for, where the terms say so", () => {
    const { result } = certifiedBy({ kind: "equalShares", completion: "seqphragmen" }, twoCamps);
    expect(result.figures.seatBySeat?.at(-1)).toEqual({
      by: "wait",
      figures: figures(["military", "1/12"], ["police", "1/5"]),
      first: ["military"],
    });
  });

  it("has the papers for each of the last two of every seat by STAR", () => {
    const { result } = certifiedBy({ kind: "star", pointsMax: 5 }, [
      [4, scores(["procuracy", 5], ["police", 4], ["military", 1])],
      [1, scores(["procuracy", 5])],
      [3, scores(["police", 5], ["military", 3])],
    ]);
    expect(result.figures.seatBySeat).toEqual([
      { by: "papers", figures: figures(["procuracy", "5"], ["police", "3"]), first: ["procuracy"] },
      { by: "papers", figures: figures(["police", "7"], ["military", "0"]), first: ["police"] },
    ]);
    expect(result.figures.deciding).toBeUndefined();
  });

  it("has the points that decided one seat by STAR, where as many papers are for either of the last two", () => {
    const level: Papers = [
      [3, scores(["procuracy", 5], ["police", 1])],
      [1, scores(["procuracy", 5])],
      [4, scores(["police", 2])],
    ];
    const { result } = certifiedBy({ kind: "star", pointsMax: 5 }, level, { seats: 1 });
    expect(result.outcome.certified.elected).toEqual(["procuracy"]);
    expect(result.figures.seatBySeat).toEqual([
      { by: "points", figures: figures(["procuracy", "20"], ["police", "11"]), first: ["procuracy"] },
    ]);
    expect(result.figures.deciding).toBeUndefined();
  });

  it("ends with the first seat that several are level for, and says who they are", () => {
    const level: Papers = [
      [4, kept("procuracy")],
      [2, kept("police")],
      [2, kept("military")],
    ];
    expect(certifiedBy({ kind: "sequentialPav" }, level).result.figures.seatBySeat?.at(-1)).toEqual({
      by: "sum",
      figures: figures(["police", "2"], ["military", "2"]),
      first: ["police", "military"],
    });
  });

  it("gives no seat to whom nobody voted for", () => {
    const one: Papers = [
      [5, kept("procuracy")],
      [3, { kind: "blank" }],
    ];
    const { result } = certifiedBy({ kind: "sequentialPav" }, one);
    expect(result.outcome.certified).toMatchObject({ elected: ["procuracy"], vacant: 1 });
    expect(result.figures.seatBySeat?.flatMap(({ first }) => first)).toEqual(["procuracy"]);
  });

  it("has the greatest score of PAV, which elects a committee as a whole", () => {
    const { figures } = certifiedBy({ kind: "pav" }, twoCamps).result;
    expect(figures).toMatchObject({ committeeScore: "8" });
    expect(figures.seatBySeat).toBeUndefined();
  });

  it("has none of them where they would tell of a vote that can be known", () => {
    const alike: Papers = [[8, kept("procuracy", "police")]];
    for (const method of [{ kind: "pav" }, { kind: "sequentialPav" }] as const) {
      const { figures } = certifiedBy(method, alike).result;
      expect(figures.secrecyImpossible).toContain("unanimous");
      expect(Object.keys(figures)).not.toContain("seatBySeat");
      expect(Object.keys(figures)).not.toContain("committeeScore");
    }
  });
});

describe("the verifier of a record of seats", () => {
  const forgedBy = (life: Published, change: (figures: CountResult["figures"]) => void) => {
    const result = structuredClone(life.result);
    change(result.figures);
    return recordOf({ ...life, result });
  };
  const { isSigned } = verification;

  it.each<[string, Published, (figures: CountResult["figures"]) => void]>([
    [
      "another unit is first",
      certifiedBy({ kind: "sequentialPav" }, twoCamps),
      ({ seatBySeat }) => Object.assign(seatBySeat?.[1] ?? {}, { first: ["police"] }),
    ],
    [
      "a seat is left out",
      certifiedBy({ kind: "equalShares", completion: "approvals" }, twoCamps),
      ({ seatBySeat }) => seatBySeat?.pop(),
    ],
    [
      "the score is another",
      certifiedBy({ kind: "pav" }, twoCamps),
      (figures) => Object.assign(figures, { committeeScore: "9" }),
    ],
  ])("says no where %s, with the log and without", (_, life, change) => {
    expect(verifyBallot(recordOf(life), { isSigned, events: life.events })).toMatchObject({ ok: true });
    const forged = forgedBy(life, change);
    expect(verifyBallot(forged, { isSigned })).toMatchObject({ ok: false });
    expect(verifyBallot(forged, { isSigned, events: life.events })).toMatchObject({ ok: false });
  });
});
