import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalShares } from "../../src/counting/committees/equal-shares.ts";
import { pav } from "../../src/counting/committees/pav.ts";
import { sequentialPav } from "../../src/counting/committees/sequential-pav.ts";
import { instantRunoff } from "../../src/counting/elimination/instant-runoff.ts";
import type { ApprovalPaper, Count, Election } from "../../src/counting/rule.ts";
import { CountStep } from "../../src/counting/steps/count-step.ts";
import { RoundConclusion } from "../../src/counting/steps/round-conclusion.ts";
import { approval, block } from "../../src/counting/votes/approval.ts";
import { score } from "../../src/counting/votes/score.ts";
import { star } from "../../src/counting/votes/star.ts";
import { check } from "../../src/kernel/input.ts";
import { approvalElections, scoreElections } from "./choice-papers.ts";
import { explained } from "./explained.ts";
import { elections, rules } from "./ranked-elections.ts";
import { elections as stvElections, rules as stvRules } from "./stv/elections.ts";

const runs = { numRuns: 40 };

/** Each step reads by its schema as it is, and comes back from JSON as it went. */
function expectPlain({ explanation, rounds }: Count) {
  for (const step of [...explanation, ...rounds.flatMap(({ conclusions }) => conclusions)]) {
    expect(check(CountStep, step)).toEqual({ ok: true, value: step });
    expect(JSON.parse(JSON.stringify(step))).toEqual(step);
  }
}

describe("the steps of a count are plain data that read by their schema", () => {
  it.each(explained)("%s", (_, count) => {
    expectPlain(count);
  });

  it.each(Object.entries(rules))("%s, whatever the papers", (_, rule) => {
    fc.assert(
      fc.property(elections(), (election) => {
        expectPlain(rule(election));
      }),
      runs,
    );
  });

  it("instant run-off with all its options", () => {
    fc.assert(
      fc.property(elections(), fc.boolean(), (election, frozen) => {
        const tieOrder = frozen ? { tieOrder: election.nominees } : {};
        const [first = ""] = election.nominees;
        expectPlain(instantRunoff(election, { ...tieOrder, eliminate: "batch", untilTwoLeft: true }));
        expectPlain(instantRunoff(election, { ...tieOrder, lookBack: true, ineligible: [first] }));
        expectPlain(instantRunoff(election, { minimumVotes: 2, roundsMax: 2, overvotes: "skip" }));
      }),
      runs,
    );
  });

  it.each(stvRules)("%s, whatever the papers", (_, rule) => {
    fc.assert(
      fc.property(stvElections(), fc.boolean(), (election, lot) => {
        expectPlain(rule(election, lot ? { tieOrder: election.nominees } : {}));
      }),
      runs,
    );
  });

  const onNames: [string, (election: Election<ApprovalPaper>) => Count][] = [
    ["approval", approval],
    ["PAV", pav],
    ["sequential PAV", sequentialPav],
    ["equal shares", equalShares],
    ["equal shares, by approvals", (election) => equalShares(election, { completion: "approvals" })],
  ];
  it.each(onNames)("%s, whatever the papers", (_, rule) => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        expectPlain(rule(election));
      }),
      runs,
    );
  });

  it("block and score votes and STAR, whatever the papers", () => {
    fc.assert(
      fc.property(approvalElections({ namesMax: 1 }), scoreElections(), (named, scored) => {
        expectPlain(block(named, { tieOrder: named.nominees }));
        expectPlain(score(scored));
        expectPlain(star(scored));
      }),
      runs,
    );
  });
});

describe("the words of a count", () => {
  const seen = new Set(explained.flatMap(([, { explanation }]) => explanation.map(({ type }) => type)));

  it("are each said by some rule", () => {
    expect(CountStep.types.filter((type) => !seen.has(type))).toEqual([]);
  });

  it("include each conclusion of a round", () => {
    expect(RoundConclusion.types.filter((type) => !CountStep.types.includes(type))).toEqual([]);
  });

  it.each(explained)("end with who has the seats, as the outcome says: %s", (_, { explanation, outcome }) => {
    const last = explanation.findLast(({ type }) => type === "SeatsFilled");
    expect(last?.data).toEqual(outcome);
  });
});
