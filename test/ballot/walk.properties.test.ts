import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moves, termsOfAnyForm, Walk } from "./walk.ts";

const commands = 90;
const walks = 150;

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

describe("a ballot of any form, whatever is sent to it and to its run-offs", () => {
  it("keeps terms, papers, base, seats and records as a model of its events has them", () => {
    const reached = new Set<string>();
    let sent = 0;
    fc.assert(
      fc.property(termsOfAnyForm, moves(commands), (terms, steps) => {
        const walk = new Walk(terms);
        for (const step of steps) walk.step(step);
        for (const { state, model } of walk.ballots.values()) {
          model.expectReplayed(state);
          for (const { type } of model.log) reached.add(type);
        }
        expectAgreed(walk);
        sent += walk.sent;
      }),
      { numRuns: walks },
    );
    expect(sent).toBeGreaterThanOrEqual(walks * commands);
    for (const type of ["BallotCounted", "NomineesAcclaimed", "BallotCertified", "ResultFinalised"])
      expect(reached).toContain(type);
    for (const type of ["TieStepTaken", "RunOffCalled", "ResultConfirmed", "DiscrepancyFound"])
      expect(reached).toContain(type);
  });
});
