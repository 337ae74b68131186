import { expect } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotEvent } from "../../src/ballot/messages.ts";
import { rollCount, voters, votesOf } from "../../src/ballot/roll.ts";
import type { Ballot } from "../../src/ballot/state.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import type { DataOf } from "../../src/kernel/messages.ts";
import { describeLaws } from "../support/laws.ts";
import { allRefusals } from "./all-refusals.ts";
import { clearTally, levelTally, tied } from "./life.ts";
import { paths } from "./paths.ts";
import { decide } from "./refusals.ts";

type Counted = DataOf<BallotEvent, "BallotCounted">;

const refusals = Object.values(allRefusals).flat();

describeLaws({
  decider: ballot,
  paths,
  reaches: [...refusals, ["the chair decides a tie", tied({ kind: "chairDecision" }), decide("police")]],
  mayLieAhead: ["CertifyBallot.complaintsUntil"],
  takenAsSo: {
    "CorrectCalledVote.reason": "the vote is written down so already, for whatever reason",
    "OpenVoting.openedOn": "without a day, a vote that is opened again keeps its day",
    "RecordRunOff.certification":
      "a later record of a run-off that gives the same result changes nothing here",
    "RecordRunOff.insteadOf": "its result is recorded already, in whatever place it was voted",
    "RecountPapers.reason": "the papers were read again before, for the first reason",
    "VoidRunOff.ballot": "a run-off is void once, by its round and call",
    "VoidRunOff.reason": "it was void before, for the first reason",
  },
  invariant: expectPossible,
  // A tally agrees with the papers, which a state without a tally does not add up.
  hints: () => ({ tally: [clearTally, levelTally] }),
  numRuns: 100,
});

function expectPossible(state: Ballot, history: readonly BallotEvent[]) {
  if (state.status === "blank") return expect(history).toEqual([]);
  expectLifeInOrder(history);
  expectFrozen(history);
  expectRoll(state);
  let { terms } = state;
  let opened: DataOf<BallotEvent, "VotingOpened"> | undefined;
  for (const event of history) {
    if (event.type === "VotingOpened") opened = event.data;
    if (event.type === "BallotCounted") expectSameRoom(opened, event.data);
    // A voided acclamation was one by the terms before the revision.
    if (event.type === "BallotOpened" || event.type === "BallotRevised") terms = event.data;
    if (event.type === "BallotCounted") expectFigures(event.data);
    if ("outcome" in event.data) expectShared(terms, event.data.outcome);
    if (event.type === "BallotCounted" && state.terms.voting.form !== "secret")
      expect(event.data.secrecyImpossible).toEqual([]);
  }
}

/** No result before the close, no paper after it, one opening of the box, nothing after the end. */
function expectLifeInOrder(history: readonly BallotEvent[]) {
  const types = history.map(({ type }) => type);
  expect(types[0]).toBe("BallotOpened");
  const firstAt = (type: BallotEvent["type"]) => types.indexOf(type);
  const [closed, opened] = [firstAt("BoxClosed"), firstAt("BoxOpened")];
  for (const [at, type] of types.entries()) {
    if (type === "PaperIssued") expect(closed < 0 || at < closed).toBe(true);
    if (type === "DepositsCounted") expect(opened < 0 || at < opened).toBe(true);
    if (type === "BoxOpened") expect(closed >= 0 && closed < at).toBe(true);
    if (type === "TallySubmitted" || type === "VoteCalled" || type === "PaperIssued")
      expect(types.lastIndexOf("VotingOpened", at)).toBeGreaterThanOrEqual(0);
    if (type === "BallotCertified")
      expect(types.slice(0, at).some((one) => one === "BallotCounted" || one === "NomineesAcclaimed")).toBe(
        true,
      );
  }
  expect(types.filter((type) => type === "BoxOpened").length).toBeLessThanOrEqual(1);
  expect(types.filter((type) => type === "BoxClosed").length).toBeLessThanOrEqual(1);
  for (const end of ["BallotAnnulled", "ResultFinalised"] as const)
    if (types.includes(end)) expect(types.slice(types.indexOf(end) + 1).every(comesFromOutside)).toBe(true);
}

/** What reaches even a final result: an annulment from outside, and what becomes of its run-offs, with what follows. */
function comesFromOutside(type: BallotEvent["type"], _: number, after: readonly BallotEvent["type"][]) {
  const reopening = after.findIndex((one) => one === "RunOffCorrected" || one === "RunOffVoided");
  return type === "BallotAnnulled" || reopening >= 0;
}

/** Terms are what they were when the first paper was issued or the first vote called. */
function expectFrozen(history: readonly BallotEvent[]) {
  const first = history.findIndex(({ type }) =>
    ["PaperIssued", "VoteCalled", "TallySubmitted"].includes(type),
  );
  const revised = history.findLastIndex(({ type }) => type === "BallotRevised");
  if (first >= 0) expect(revised).toBeLessThan(first);
}

/** Its own votes for each entitled unit, one hop of proxy, its limit kept, no more papers out than may vote. */
function expectRoll(state: Exclude<Ballot, { status: "blank" }>) {
  const { roll, terms, voting } = state;
  const count = rollCount(state);
  expect(count.issued).toBeLessThanOrEqual(count.present + count.consulted);
  expect(count.present + count.consulted).toBeLessThanOrEqual(votesOf(terms, voters(terms)));
  if (voting.form === "secret") expect(voting.deposited ?? 0).toBeLessThanOrEqual(count.issued);
  for (const [unit, { holder }] of roll) {
    expect(voters(terms)).toContain(unit);
    if (holder === undefined) continue;
    expect(roll.get(holder)?.holder).toBeUndefined();
    const held = [...roll.values()].filter((presence) => presence.holder === holder);
    expect(held.length).toBeLessThanOrEqual(terms.voting.proxiesMax);
  }
}

/** Whoever took part when the vote opened takes part in its result, whoever left or came in between. */
function expectSameRoom(opened: DataOf<BallotEvent, "VotingOpened"> | undefined, { figures }: Counted) {
  const { present, byProxy = 0, consulted = 0 } = opened ?? { present: -1 };
  expect(figures).toMatchObject({ present, consulted });
  expect(figures.byProxy ?? 0).toBe(byProxy);
}

/** The lines that practice draws under every record of a count. */
function expectFigures({ figures, base, lines }: Counted) {
  const { issued, returned, present, consulted, valid, invalid, blank } = figures;
  expect(returned).toBeLessThanOrEqual(issued);
  expect(issued).toBeLessThanOrEqual(present + consulted);
  expect(valid + invalid).toBe(returned);
  expect(blank).toBeLessThanOrEqual(Math.max(valid, invalid));
  for (const line of lines) {
    expect(line.for + line.against + line.noOpinion).toBe(valid);
    expect(Math.min(line.for, line.against, line.noOpinion)).toBeGreaterThanOrEqual(0);
  }
  expect(base.figure).toBeLessThanOrEqual(figures.electors);
}

/** Elected, not elected and tied share the nominees; elected, tied-for and vacant seats are all the seats. */
function expectShared(terms: Terms, outcome: Counted["outcome"]) {
  const { elected, notElected, undecided, vacant } = outcome;
  const all = [...elected, ...notElected, ...(undecided?.tied ?? [])];
  expect(all.toSorted()).toEqual(terms.nominees.toSorted());
  expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(terms.seats);
  if (undecided) expect(undecided.tied.length).toBeGreaterThan(undecided.seats);
  expect(outcome.kind === "undecided").toBe(undecided !== undefined);
}
