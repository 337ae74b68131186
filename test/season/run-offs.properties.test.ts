import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { type BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import type { Ballot } from "../../src/ballot/state.ts";
import type { Method, Terms } from "../../src/ballot/terms.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import { runOffId } from "../../src/season/run-offs-known.ts";
import { given } from "../../src/testing/scenario.ts";
import { plainMethods } from "../ballot/methods.ts";
import { recorded, terms, units } from "./certified.ts";
import { reading } from "./reading.ts";
import { create, expectAgreement, parent, season, type Votes } from "./run-offs.ts";

const level: Votes = ["police", "police", "procuracy", "procuracy"];
const otherwise: Votes = ["police", "police", "military", "military"];
const forPolice: Votes = ["police", "police", "police", "procuracy"];
const forProcuracy: Votes = ["procuracy", "procuracy", "procuracy", "police"];
const first = runOffId(parent, { step: 1, round: 1 });
const second = runOffId(parent, { step: 1, round: 1, call: 2 });

const runOffs = [{ kind: "runOff" as const, roundsMax: 1 }];
const methods: Method[] = [
  { kind: "forAndAgainst" },
  { kind: "forAndAgainst", namesMax: 3 },
  ...plainMethods,
  { kind: "stv", variant: "scottish" },
  { kind: "schulze", strength: "margins" },
  { kind: "pav" },
];
const bars = {
  none: { numerator: 0, denominator: 1, strict: false },
  half: { numerator: 1, denominator: 2, strict: true },
  most: { numerator: 3, denominator: 4, strict: false },
};

/** A tied ballot whose run-off elected the police, both certified. */
async function decided() {
  const held = await season();
  await held.hold(parent, level);
  await held.climb(1);
  await held.hold(first, forPolice);
  await held.certify(first);
  await held.certify(parent);
  expect(await held.stateOf(parent)).toMatchObject({ status: "certified", outcome: { elected: ["police"] } });
  return held;
}

describe("a ballot and its run-off", () => {
  it("are corrected together: another result of the run-off opens its parent again, certified or final", async () => {
    for (const isFinal of [false, true]) {
      const held = await decided();
      if (isFinal) await held.finalise(parent);
      await held.recount(first, forProcuracy);
      await held.certify(first);
      expect(await held.stateOf(parent)).toMatchObject({
        status: "decided",
        outcome: { elected: ["procuracy"] },
      });
      await held.certify(parent);
      expectAgreement(await held.logs());
      expect((await held.logs()).get(parent)?.at(-1)).toMatchObject({
        type: "BallotCertified",
        data: { certification: 2, supersedes: 1, brokenBy: [{ ballot: first, certification: 2 }] },
      });
    }
  });

  it("are both left alone by a recount that finds the same papers", async () => {
    const held = await decided();
    await held.recount(parent, level);
    await held.recount(first, forPolice);
    expect(await held.stateOf(parent)).toMatchObject({ status: "certified", certifications: 1 });
    expect(await held.stateOf(first)).toMatchObject({ status: "certified", certifications: 1 });
  });

  it("part where a recount finds another tie: the old run-off is void, and a new one is held", async () => {
    const held = await decided();
    await held.recount(parent, otherwise);
    await held.climb(1);
    await held.hold(second, ["military", "military", "military", "police"]);
    await held.certify(second);
    await held.certify(parent);
    expect(await held.stateOf(parent)).toMatchObject({ outcome: { elected: ["military"] } });
    expect(await held.stateOf(first)).toMatchObject({
      status: "annulled",
      annulment: { ground: "noTieLeft" },
    });
    expectAgreement(await held.logs());
  });

  it("wait for each other no longer when the run-off is annulled: it is called again", async () => {
    const held = await decided();
    await held.annul(first);
    expect(await held.stateOf(parent)).toMatchObject({ status: "undecided", ladder: { step: 1, round: 1 } });
    await held.climb(1);
    expect(await held.stateOf(second)).toMatchObject({ status: "preparing" });
    expectAgreement(await held.logs());
  });

  it("meet again when the result comes while the parent is counted again", async () => {
    const held = await season();
    await held.hold(parent, level);
    await held.climb(1);
    await held.recount(parent, otherwise);
    await held.hold(first, forPolice);
    await held.certify(first);
    await held.recount(parent, level);
    expect(await held.stateOf(parent)).toMatchObject({ status: "decided", outcome: { elected: ["police"] } });
  });
});

describe("a ballot that only says that it is a run-off", () => {
  it("decides nothing for the ballot that it names, where it has other terms than those called", async () => {
    const others: Partial<Terms>[] = [
      { electors: [...units, "guest"] },
      { nominees: ["police", "military"] },
      { bylawsVersion: 9 },
    ];
    for (const [at, other] of others.entries()) {
      const held = await season();
      await held.hold(parent, level);
      await held.climb(1);
      const called = (await held.stateOf(first)) as Extract<Ballot, { terms: Terms }>;
      const id = `by-hand-${at}`;
      await held.send(id, create.OpenBallot({ ...called.terms, ...other }));
      await held.hold(id, forPolice);
      await held.certify(id);
      expect(await held.stateOf(id)).toMatchObject({ status: "certified" });
      expect(await held.stateOf(parent)).toMatchObject({ status: "undecided" });
      await held.hold(first, forProcuracy);
      await held.certify(first);
      expect(await held.stateOf(parent)).toMatchObject({ outcome: { elected: ["procuracy"] } });
    }
  });
});

describe("the place of a run-off that another ballot has taken", () => {
  it("is free again once that ballot is annulled: the round is called again", async () => {
    const held = await season();
    await held.send(first, create.OpenBallot({ ...terms, nominees: ["court"] }));
    await held.hold(parent, level);
    await held.climb(1);
    await held.annul(first);
    expect(await held.stateOf(parent)).toMatchObject({ status: "undecided", ladder: { step: 1, round: 1 } });
    await held.climb(1);
    await held.hold(second, forPolice);
    await held.certify(second);
    expect(await held.stateOf(parent)).toMatchObject({ outcome: { elected: ["police"] } });
  });
});

describe("a run-off that a ballot calls", () => {
  /** The command with which the process opens the run-off among `field`. */
  function opening(terms: Terms, field: string[], seats: number): BallotCommand {
    const read = reading(holdRounds);
    read(recorded("Ballot-parent", BallotEvent.create.BallotOpened(terms), 1));
    const called = BallotEvent.create.RunOffCalled({ step: 1, round: 1, field, seats });
    const [wanted] = read(recorded("Ballot-parent", called, 2));
    return wanted?.command as BallotCommand;
  }
  const opens = (command: BallotCommand) => given(ballot).when(command).decision;

  it("is held although a nominee with a higher score is elected already", () => {
    const nominees = ["police", "procuracy", "military"];
    const scores = nominees.map((unit, at) => ({ unit, points: at === 0 ? 9_900 : 9_700 }));
    const voting = { ...terms.voting, selection: "scoreThenConfirm" as const, tieLadder: runOffs };
    const confirming = { ...terms, nominees, seats: 2, voting, tieData: { ...terms.tieData, scores } };
    expect(opens(create.OpenBallot(confirming))).toMatchObject({ ok: true });
    expect(opens(opening(confirming, ["military", "procuracy"], 1))).toMatchObject({ ok: true });
  });

  it("opens on whatever terms its parent did, among whomever is tied there", () => {
    const parents = fc.record({
      method: fc.constantFrom(...methods),
      bar: fc.constantFrom("none" as const, "half" as const, "most" as const),
      selfVote: fc.boolean(),
      seats: fc.integer({ min: 1, max: 3 }),
      names: fc.subarray(units, { minLength: 2 }),
    });
    fc.assert(
      fc.property(parents, fc.nat(3), ({ method, bar, selfVote, seats, names }, open) => {
        const threshold = { ...terms.voting.threshold, ...bars[bar] };
        const voting = { ...terms.voting, threshold, selfVote, tieLadder: runOffs };
        const parentTerms = { ...terms, method, seats, voting };
        fc.pre(opens(create.OpenBallot(parentTerms)).ok);
        const seatsOpen = 1 + (open % Math.min(seats, names.length - 1));
        expect(opens(opening(parentTerms, names, seatsOpen))).toMatchObject({ ok: true });
      }),
    );
  });
});

type Held = Awaited<ReturnType<typeof season>>;

const votes = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(level, otherwise, forPolice, forProcuracy) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom("police", "procuracy", "military"), { minLength: 4, maxLength: 4 }),
  },
);
/** `which`: the parent is 0, its run-offs follow in the order of their calls. */
const acts = <A extends string>(act: A, which: fc.Arbitrary<number>) =>
  fc.record({
    act: fc.constant(act),
    which,
    votes,
    certify: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  });
const anyOne = fc.nat(3);
const runOff = fc.integer({ min: 1, max: 3 });
const move = fc.oneof(
  { weight: 4, arbitrary: acts("hold", runOff) },
  { weight: 6, arbitrary: acts("recount", anyOne) },
  { weight: 3, arbitrary: acts("climb", fc.constant(0)) },
  { weight: 1, arbitrary: acts("uphold", anyOne) },
  { weight: 1, arbitrary: acts("finalise", anyOne) },
  { weight: 1, arbitrary: acts("annul", runOff) },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

async function makes(held: Held, { act, which, votes, certify }: Move, at: number) {
  const id = [...(await held.logs()).keys()][which];
  if (id === undefined) return;
  if (act === "hold" || act === "recount") await held[act](id, votes);
  if (act === "finalise" || act === "annul") await held[act](id);
  if (act === "uphold") await held.uphold(id, `k${at}`);
  if (act === "climb") await held.climb(at);
  if (certify && act !== "uphold") await held.certify(id);
}

describe("whatever is corrected, recounted and annulled", () => {
  it("no certified ballot contradicts a run-off of its own, and none waits for ever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 25, size: "max" }), async (moves) => {
        const held = await decided();
        for (const [at, one] of moves.entries()) {
          await makes(held, one, at);
          expectAgreement(await held.logs());
        }
      }),
      { numRuns: 60 },
    );
  });
});
