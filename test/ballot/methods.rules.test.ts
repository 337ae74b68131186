import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { given } from "../../src/testing/scenario.ts";
import { byMethod, named, votes } from "./by-method.ts";
import {
  bothSubmit,
  type Changes,
  done,
  openBox,
  openVoting,
  type Papers,
  type submit,
  voted,
} from "./life.ts";

/** What the ballot comes to when it holds these papers and the tellers count them so. */
function outcomeOf(changes: Changes, papers: Papers, counted: Parameters<typeof submit>[1]) {
  const [first, second] = bothSubmit(counted);
  const history = done([...voted(changes), openBox(...papers), ...(first ? [first] : [])]);
  return given(ballot, history).when(second ?? openVoting).decision;
}
const counted = (outcome: object) => ({
  ok: true,
  events: [{}, { type: "BallotCounted", data: { outcome } }],
});

describe("every method of a ballot", () => {
  const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;

  it.each([...byMethod])("$kind $variant elects whom a clear majority wants", (method, papers, counts) => {
    expect(outcomeOf({ method, voting: { threshold: noBar } }, papers, counts)).toMatchObject(
      counted({ kind: "filled", elected: ["procuracy"] }),
    );
  });

  it("of names alone has a bar as well: to have the most is not to pass", () => {
    const bar = { numerator: 3, denominator: 4, strict: false, base: "allEligible" } as const;
    expect(
      outcomeOf({ method: { kind: "plurality" }, voting: { threshold: bar } }, named, votes),
    ).toMatchObject(counted({ kind: "unfilled" }));
  });
});
