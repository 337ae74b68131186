import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import type { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import { votesOf } from "../../src/ballot/roll.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import { hostileNames } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import {
  assembled,
  bothSubmit,
  closeBox,
  deposits,
  electors,
  half,
  issue,
  kept,
  openBox,
  terms,
} from "./life.ts";
import { paths } from "./paths.ts";

type Weights = NonNullable<Terms["weights"]>;
type Cast = readonly PaperRead[];

const votes = fc.integer({ min: 1, max: 4 });
const weightsOf = (all: readonly number[]): Weights =>
  electors.map((unit, at) => ({ unit, votes: all[at] ?? 1 }));
const eachWeight = fc.array(votes, { minLength: electors.length, maxLength: electors.length });
const papers = fc.array(
  fc.constantFrom<PaperRead>(
    kept("procuracy"),
    kept("police"),
    kept("military"),
    { kind: "opinions", for: ["police"], against: [] },
    { kind: "blank" },
    { kind: "invalid", reason: "unreadable" },
  ),
  { minLength: electors.length, maxLength: electors.length },
);
const thresholds = fc.constantFrom<Terms["voting"]["threshold"]>(
  half,
  { ...half, strict: true, base: "papersIssued" },
  { numerator: 1, denominator: 3, strict: false, base: "allEligible" },
  { numerator: 1, denominator: 4, strict: true, base: "present" },
);

/** The log of a secret ballot in which each unit casts all its papers alike, those of the absent left out. */
function logOf(weights: Weights, cast: Cast, threshold: Terms["voting"]["threshold"]): BallotEvent[] {
  const box = cast.map((paper, at) => ({
    papers: votesOf({ weights }, electors.slice(at, at + 1)),
    paper,
  }));
  const commands = [
    ...assembled({ weights, voting: { threshold } }),
    ...electors.map(issue),
    deposits(votesOf({ weights }, electors)),
    closeBox,
    openBox(...box.map(({ papers: count, paper }) => [count, paper] as const)),
    ...bothSubmit(tallyOf(terms, canonicalPapers(terms, box))),
  ];
  return eventsOf(commands);
}

function eventsOf(commands: readonly BallotCommand[]): BallotEvent[] {
  return historyOf(ballot, commands);
}

function resultOf(log: readonly BallotEvent[]) {
  const counted = log.find(({ type }) => type === "BallotCounted");
  if (counted?.type !== "BallotCounted") throw new RangeError("no count");
  return counted.data;
}

/** The same commands, every elector given a weight of one. */
const weighedAlike = (command: BallotCommand): BallotCommand =>
  command.type === "OpenBallot" || command.type === "ReviseBallot"
    ? {
        ...command,
        data: { weights: command.data.electors.map((unit) => ({ unit, votes: 1 })), ...command.data },
      }
    : command;

/** Without what the terms say of weights. */
const withoutTerms = (log: readonly BallotEvent[]) =>
  JSON.stringify(log.filter(({ type }) => type !== "BallotOpened" && type !== "BallotRevised"));

describe("weights of one", () => {
  it.each(paths.map((path, at) => [at, path] as const))(
    "change nothing in what happens after the terms, byte for byte: life %i",
    (_, path) => {
      expect(withoutTerms(eventsOf(path.map(weighedAlike)))).toBe(withoutTerms(eventsOf(path)));
    },
  );
});

describe("a ballot of electors with weights", () => {
  it("elects whoever it elects when all have k times their votes", () => {
    fc.assert(
      fc.property(eachWeight, papers, thresholds, fc.integer({ min: 2, max: 200 }), (all, cast, bar, k) => {
        const once = resultOf(logOf(weightsOf(all), cast, bar));
        const scaled = resultOf(logOf(weightsOf(all.map((one) => one * k)), cast, bar));
        expect(scaled.outcome).toEqual(once.outcome);
        expect(scaled.lines.map((line) => line.for)).toEqual(once.lines.map((line) => line.for * k));
        expect(scaled.secrecyImpossible).toEqual(once.secrecyImpossible);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps its laws in votes, from the electors to the opinions on each nominee", () => {
    fc.assert(
      fc.property(eachWeight, papers, thresholds, (all, cast, bar) => {
        const log = logOf(weightsOf(all), cast, bar);
        const { figures, lines, base } = resultOf(log);
        const total = all.reduce((sum, one) => sum + one, 0);
        const issued = log.map((event) => (event.type === "PaperIssued" ? (event.data.issued ?? 1) : 0));
        expect(issued.reduce((sum, one) => sum + one, 0)).toBe(total);
        expect(figures).toMatchObject({ electors: total, present: total, issued: total, returned: total });
        expect(figures.valid + figures.invalid).toBe(figures.returned);
        for (const line of lines) expect(line.for + line.against + line.noOpinion).toBe(figures.valid);
        expect(base.figure).toBeLessThanOrEqual(total);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves the same log whoever of two with equal weight cast what", () => {
    fc.assert(
      fc.property(eachWeight, papers, thresholds, fc.nat(7), fc.nat(7), (all, cast, bar, one, other) => {
        const weights = weightsOf(all.with(other, all[one] ?? 1));
        const swapped = cast.map(
          (paper, at) => (at === one ? cast[other] : at === other ? cast[one] : paper) ?? paper,
        );
        expect(JSON.stringify(logOf(weights, swapped, bar))).toBe(JSON.stringify(logOf(weights, cast, bar)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the votes of units", () => {
  it("are the sum of theirs, in any order and under any name", () => {
    const units = fc.uniqueArray(fc.constantFrom(...hostileNames, ...electors));
    fc.assert(
      fc.property(units, units, votes, (weighed, asked, each) => {
        const weights = weighed.map((unit) => ({ unit, votes: each }));
        const expected = asked.map((unit) => (weighed.includes(unit) ? each : 1));
        expect(votesOf({ weights }, asked)).toBe(expected.reduce((sum, one) => sum + one, 0));
        expect(votesOf({ weights: weights.toReversed() }, asked.toReversed())).toBe(
          votesOf({ weights }, asked),
        );
        expect(votesOf({}, asked)).toBe(asked.length);
      }),
    );
  });
});
