import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalShares } from "../../src/counting/committees/equal-shares.ts";
import { pav } from "../../src/counting/committees/pav.ts";
import { sequentialPav } from "../../src/counting/committees/sequential-pav.ts";
import type { Count } from "../../src/counting/rule.ts";
import { approval, block, limited } from "../../src/counting/votes/approval.ts";
import { score } from "../../src/counting/votes/score.ts";
import { star } from "../../src/counting/votes/star.ts";
import { approvalElections, scoreElections, sets, sorted } from "./choice-papers.ts";
import { verifiedByFigures, verifiedCommittees, verifiedPav } from "./choice-verifier.ts";

const quick = { numRuns: 60 };

function expectRecomputed(count: Count): void {
  const { elected, tied, open } = verifiedByFigures(count);
  expect({ elected: sorted(elected), tied: sorted(tied), open }).toEqual(
    (({ elected, tied, open }) => ({ elected, tied, open }))(sets(count)),
  );
}

describe("an explanation alone, without the papers, gives the verdict again", () => {
  it("of approval, limited and block votes", () => {
    fc.assert(
      fc.property(approvalElections({ namesMax: 1 }), fc.boolean(), (election, frozen) => {
        const options = frozen ? { tieOrder: election.nominees } : {};
        for (const rule of [approval, limited, block]) expectRecomputed(rule(election, options));
      }),
      quick,
    );
  });

  it("of score votes", () => {
    fc.assert(
      fc.property(scoreElections(), (election) => {
        expectRecomputed(score(election));
      }),
      quick,
    );
  });

  it("of PAV", () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const count = pav(election);
        expect(verifiedPav(count, election.seats)).toEqual(sets(count).committees);
      }),
      quick,
    );
  });

  it("of sequential PAV", () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const count = sequentialPav(election);
        expect(verifiedCommittees(count, election.nominees)).toEqual(sets(count).committees);
      }),
      quick,
    );
  });

  it.each(["seqphragmen", "approvals"] as const)("of equal shares completed by %s", (completion) => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const count = equalShares(election, { completion });
        expect(verifiedCommittees(count, election.nominees)).toEqual(sets(count).committees);
      }),
      quick,
    );
  });

  it("of equal shares completed by increment", () => {
    fc.assert(
      fc.property(approvalElections({ weight: fc.integer({ min: 1, max: 3 }) }), (election) => {
        const count = equalShares(election, { completion: "increment" });
        const full = Math.min(election.seats, election.nominees.length);
        const committees = verifiedCommittees(count, election.nominees).filter(
          (names) => JSON.parse(names).length === full,
        );
        expect(committees).toEqual(sets(count).committees);
      }),
      quick,
    );
  });

  it.each(["official", "simple"] as const)("of STAR by the %s protocol", (protocol) => {
    fc.assert(
      fc.property(scoreElections({ scoreMax: 3 }), fc.boolean(), (election, frozen) => {
        const count = star(election, {
          protocol,
          scoreMax: 3,
          ...(frozen && { tieOrder: election.nominees }),
        });
        expect(verifiedCommittees(count, election.nominees)).toEqual(sets(count).committees);
      }),
      quick,
    );
  });
});
