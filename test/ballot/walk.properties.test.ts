import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotEvent } from "../../src/ballot/messages.ts";
import { publishedCount } from "../../src/ballot/publish.ts";
import { climb } from "../../src/ballot/tie-replay.ts";
import { factsOf } from "../../src/ballot/verify/attendance.ts";
import { recordOf } from "./published.ts";
import { honestLives } from "./sealed-lives.ts";
import { moves, termsOfAnyForm, Walk } from "./walk.ts";

const commands = 90;
const walks = 150;
const [life] = honestLives();
if (!life) throw new Error("there are honest ballots");
const record = recordOf(life);

/** What a certified ballot says of a run-off is what the run-off's own last record says. */
function expectAgreed({ ballots }: Walk): void {
  const certified = [...ballots.values()].filter(({ state }) => state.status === "certified");
  const held = certified.flatMap((parent) =>
    (parent.model.certified?.brokenBy ?? []).map((by) => ({ parent, by })),
  );
  for (const { parent, by } of held) {
    if (by.kind !== "runOff") continue;
    const runOff = ballots.get(by.ballot) ?? expect.unreachable();
    expect(runOff.state.status).not.toBe("annulled");
    const { elected, notElected } = runOff.model.certified?.outcome ?? expect.unreachable();
    const { tieData: _, ...terms } = parent.model.terms;
    expect(terms.electors).toEqual(runOff.model.terms.electors);
    expect(terms.voting.threshold).toEqual(runOff.model.terms.voting.threshold);
    // A method that elects committees takes only a whole one.
    if (terms.method.kind === "pav") continue;
    expect(parent.model.certified?.outcome.elected).toEqual(expect.arrayContaining(elected));
    const isFull = elected.length === runOff.model.terms.seats;
    if (isFull)
      expect(parent.model.certified?.outcome.notElected).toEqual(expect.arrayContaining(notElected));
  }
}

/** What is published of an honest ballot is nothing that its own terms do not allow, and its ladder gives its outcome. */
function expectPublishable(log: readonly BallotEvent[]): boolean {
  const count = publishedCount(log);
  if (count === undefined) return false;
  expect(factsOf({ ...count, record: { ...record, papers: [] } })).toEqual([]);
  const { counted, certified } = count.result.outcome;
  expect(climb(count.terms, counted, count.facts.ties)).toEqual(certified);
  return true;
}

describe("a ballot of any form, whatever is sent to it and to its run-offs", () => {
  it("keeps terms, papers, base, seats and records as a model of its events has them", () => {
    const reached = new Set<string>();
    let [sent, published] = [0, 0];
    fc.assert(
      fc.property(termsOfAnyForm, moves(commands), (terms, steps) => {
        const walk = new Walk(terms);
        for (const step of steps) walk.step(step);
        for (const { state, model } of walk.ballots.values()) {
          model.expectReplayed(state);
          for (const { type } of model.log) reached.add(type);
          if (expectPublishable(model.log)) published += 1;
        }
        expectAgreed(walk);
        sent += walk.sent;
      }),
      { numRuns: walks },
    );
    expect(published).toBeGreaterThan(walks / 10);
    expect(sent).toBeGreaterThanOrEqual(walks * commands);
    for (const type of ["BallotCounted", "NomineesAcclaimed", "BallotCertified", "ResultFinalised"])
      expect(reached).toContain(type);
    for (const type of ["TieStepTaken", "RunOffCalled", "ResultConfirmed", "DiscrepancyFound"])
      expect(reached).toContain(type);
  });
});
