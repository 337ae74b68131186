import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import { namesOf } from "../../src/ballot/signatures.ts";
import { seal } from "../../src/evidence/sealed-box.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { salt } from "../evidence/box.ts";
import { clear, electors, kept, openBox, recount, sealBox, terms, voted } from "./life.ts";

const { create } = BallotCommand;
const ballotWith = (...commands: BallotCommand[]) =>
  given(ballot, historyOf(ballot, [...voted(), ...commands]));

describe("the seal of a box", () => {
  it("is an event before the opening, with its root and with the names under it", () => {
    ballotWith()
      .when(sealBox(8))
      .thenEvents(BallotEvent.create.BoxSealed(sealBox(8).data));
    ballotWith(sealBox(8)).when(sealBox(8)).thenNothing();
  });

  it("may be left out where the terms do not ask for it", () => {
    const { decision } = ballotWith().when(openBox(...clear));
    expect(decision).toMatchObject({ ok: true, events: [{ type: "BoxOpened" }] });
  });

  it("is held against the papers found: fewer or more are a discrepancy, and a recount may clear it", () => {
    const fewer = openBox([5, kept("procuracy")], [2, kept("police")]);
    const discrepancy = { kind: "seal", sealed: 8, found: 7 } as const;
    const { decision } = ballotWith(sealBox(8)).when(fewer);
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: "BoxOpened" }, { type: "DiscrepancyFound", data: { reading: 1, discrepancy } }],
    });
    const { state } = ballotWith(sealBox(8), fewer).when(recount(2, ...clear));
    expect(state.status).toBe("unsealed");
  });

  it("is needed by the log as by the command: a log that opens without it is impossible", () => {
    const unsealed = historyOf(ballot, [...voted(), openBox(...clear)]);
    const [opened, ...others] = unsealed;
    if (opened?.type !== "BallotOpened") throw new Error("a ballot begins with its opening");
    const asked = BallotEvent.create.BallotOpened({
      ...terms,
      procedure: { ...terms.procedure, sealed: true },
    });
    expect(() => ballot.fold([asked, ...others])).toThrow("the box is not sealed");
  });

  const papers = fc.array(fc.constantFrom<PaperRead>(kept("procuracy"), kept("police"), kept()), {
    minLength: electors.length,
    maxLength: electors.length,
  });
  const worlds = papers.chain((cast) =>
    fc.tuple(
      fc.constant(cast),
      fc.shuffledSubarray(cast, { minLength: cast.length, maxLength: cast.length }),
    ),
  );

  /** The seal of papers whose salts are given out in the order of their contents. */
  function sealOf(cast: readonly PaperRead[]): BallotCommand {
    const groups = canonicalPapers(terms, openBox(...cast.map((paper) => [1, paper] as const)).data.papers);
    const all = groups.flatMap(({ papers: many, paper }) => Array.from({ length: many }, () => paper));
    const tellers = namesOf(terms.tellers);
    const salted = all.map((paper, at) => ({ paper, salt: salt(at) }));
    const { header } = seal({ ballot: "flag-2022", terms, tellers, papers: salted });
    return create.SealBox({ sealed: header.count, root: header.root, signatories: tellers.slice(0, 2) });
  }

  it("says nothing of who cast what: the log is the same, byte for byte", () => {
    fc.assert(
      fc.property(worlds, ([one, other]) => {
        const [first, second] = [one, other].map((cast) => {
          const read = cast.map((paper) => [1, paper] as const);
          return JSON.stringify(historyOf(ballot, [...voted(), sealOf(cast), openBox(...read)]));
        });
        expect(first).toContain('"BoxSealed"');
        expect(second).toBe(first);
      }),
      { numRuns: 100 },
    );
  });
});
