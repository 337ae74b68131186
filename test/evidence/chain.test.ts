import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chained, chainOf, chainStart, linksOf, verifyChain } from "../../src/evidence/chain.ts";
import { consistencyProof, leafHash, merkleTree, rootOf } from "../../src/evidence/merkle.ts";
import { verifyConsistency } from "../../src/evidence/verify-merkle.ts";

const event = fc.record({
  type: fc.constantFrom("UnitCheckedIn", "PaperIssued", "__proto__"),
  data: fc.jsonValue({ maxDepth: 2 }),
});
const log = fc
  .array(event, { minLength: 1, maxLength: 12 })
  .map((events) => JSON.parse(JSON.stringify(events)) as unknown[]);

describe("a chain over a log", () => {
  it("confirms the log that it is over", () => {
    fc.assert(
      fc.property(log, (events) => {
        expect(verifyChain(events, chainOf(events))).toBeUndefined();
        expect(chainOf(events)).toEqual(events.reduce(chained, chainStart));
      }),
    );
  });

  it("notices every event left out, doubled, altered or exchanged, and which was the first", () => {
    fc.assert(
      fc.property(log, fc.nat(), (events, any) => {
        const at = any % events.length;
        const [head, links] = [chainOf(events), linksOf(events)];
        const altered = events.with(at, { type: "Forged", data: at });
        expect(verifyChain(altered, head, links)).toEqual({ type: "EventAltered", data: { event: at + 1 } });
        expect(verifyChain(altered, head)).toMatchObject({ type: "LogAltered" });
        expect(verifyChain(events.toSpliced(at, 1), head)).toMatchObject({ type: "LogTruncated" });
        expect(verifyChain(events.toSpliced(at, 0, events[at]), head)).toMatchObject({ type: "LogExtended" });
        const reversed = events.toReversed();
        const isSame = JSON.stringify(reversed) === JSON.stringify(events);
        expect(verifyChain(reversed, head) === undefined).toBe(isSame);
      }),
    );
  });

  it("notices that its end is cut off by the count alone", () => {
    const events = [{ type: "BoxClosed" }, { type: "BoxOpened" }];
    const cut = { count: 2, link: chainOf(events.slice(0, 1)).link };
    expect(verifyChain(events.slice(0, 1), cut)).toEqual({
      type: "LogTruncated",
      data: { expected: 2, found: 1 },
    });
  });

  it("does not trust links that do not end in the head", () => {
    const events = [{ type: "BoxClosed" }, { type: "BoxOpened" }];
    const forged = linksOf([{ type: "BoxClosed" }, { type: "Forged" }]);
    expect(verifyChain(events, chainOf(events), forged)).toBeUndefined();
  });

  it("over no event has a head of its own", () => {
    expect(chainOf([])).toEqual(chainStart);
    expect(verifyChain([], chainStart)).toBeUndefined();
  });

  it("published twice shows that the later log begins with the earlier, without the events", () => {
    const links = linksOf(["BallotOpened", "BoxClosed", "BoxOpened", "BallotCounted", "BallotCertified"]);
    const treeOf = (size: number) =>
      merkleTree(links.slice(0, size).map((link) => leafHash(new TextEncoder().encode(link))));
    const [earlier, later] = [treeOf(3), treeOf(5)];
    const claim = { oldSize: 3, newSize: 5, oldRoot: rootOf(earlier), newRoot: rootOf(later) };
    expect(verifyConsistency({ ...claim, proof: consistencyProof(later, 3) })).toBe(true);
    expect(
      verifyConsistency({ ...claim, oldRoot: rootOf(treeOf(2)), proof: consistencyProof(later, 3) }),
    ).toBe(false);
  });
});
