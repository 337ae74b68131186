import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ballot } from "../../src/ballot/state.ts";
import { BlocCommand } from "../../src/bloc/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { nextBallotId } from "../../src/season/round-terms.ts";
import { logOf } from "../../src/testing/process-scenario.ts";
import { adopted, atConference, bylawsWith, certificate, recorded, units } from "./certified.ts";
import { beginning, type Fact, streams } from "./rounds.ts";
import { create, parent, season, type Votes } from "./run-offs.ts";

/** What is owed and what is open, by key; in which order it was learned does not show. */
function owedAfter(facts: readonly Fact[]) {
  const { facts: known } = holdRounds.fold(logOf<SeasonEvent>(...facts));
  const scopes = [...holdRounds.all(known)].sort();
  return scopes.map((scope) => ({
    scope,
    claims: [...holdRounds.claims(known, scope)].sort(([a], [b]) => (a < b ? -1 : 1)),
    matters: holdRounds.matters(known, scope).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  }));
}

/** The facts of several streams in another order: of one stream they stay in theirs. */
function woven(all: readonly (readonly Fact[])[], dice: readonly number[]): Fact[] {
  const left = all.map((facts) => [...facts]);
  const next: Fact[] = [];
  for (let at = 0; left.some(({ length }) => length > 0); at += 1) {
    const open = left.filter(({ length }) => length > 0);
    const [fact] = open[(dice[at % dice.length] ?? 0) % open.length]?.splice(0, 1) ?? [];
    if (fact) next.push(fact);
  }
  return next;
}

describe("what is owed of ballots", () => {
  const chosen = fc.tuple(...streams.map(({ length }) => fc.nat(length)));
  const dice = fc.array(fc.nat(20), { minLength: 1, maxLength: 40 });

  it("is the same in whatever order the facts of several streams came, as long as no paper is issued", () => {
    fc.assert(
      fc.property(chosen, dice, (lengths, throws) => {
        const told = streams.map((facts, at) => facts.slice(0, lengths[at]));
        const inOrder = [...beginning, ...told.flat()];
        expect(owedAfter([...beginning, ...woven(told, throws)])).toEqual(owedAfter(inOrder));
      }),
      { numRuns: 300 },
    );
  });

  it("is remembered one by one as it is at once", () => {
    fc.assert(
      fc.property(chosen, dice, (lengths, throws) => {
        const told = streams.map((facts, at) => facts.slice(0, lengths[at]));
        const log = logOf<SeasonEvent>(...beginning, ...woven(told, throws));
        const oneByOne = log.reduce(
          (state, event) => holdRounds.evolve(state, event),
          holdRounds.initialState(),
        );
        expect(oneByOne).toEqual(holdRounds.fold(log));
      }),
      { numRuns: 50 },
    );
  });

  it("wants each ballot opened once, whatever came before, unless it was set aside in between", () => {
    fc.assert(
      fc.property(chosen, dice, (lengths, throws) => {
        const told = streams.map((facts, at) => facts.slice(0, lengths[at]));
        const open = new Set<string>();
        const twice: string[] = [];
        let state = holdRounds.initialState();
        for (const event of logOf<SeasonEvent>(...beginning, ...woven(told, throws))) {
          for (const { id, command } of holdRounds.want(state, event)) {
            // Another result may come to count, and may then be annulled: its round was not owed for a while.
            if (command.type === "AnnulBallot") open.delete(id);
            if (command.type !== "OpenBallot") continue;
            if (open.has(id)) twice.push(id);
            open.add(id);
          }
          state = holdRounds.evolve(state, event);
        }
        expect(twice).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const votes: fc.Arbitrary<Votes> = fc.oneof(
  fc.constantFrom<Votes>(
    ["police", "police", "police", "procuracy"],
    ["procuracy", "procuracy", "procuracy", "police"],
  ),
  fc.array(fc.constantFrom("police", "procuracy", "military"), { minLength: 4, maxLength: 4 }),
);
const acts = [
  "hold",
  "recount",
  "uphold",
  "certify",
  "annul",
  "again",
  "round",
  "suspend",
  "reinstate",
] as const;
const move = fc.record({
  act: fc.constantFrom(...acts),
  which: fc.nat(3),
  votes,
  unit: fc.constantFrom(...units),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;
type Held = Awaited<ReturnType<typeof season>>;

/** The bloc and its bylaws, the conference, and the ballot for the flag, which is certified. */
async function flagWon(): Promise<Held> {
  const held = await season([
    recorded("Bloc-bloc", beginning[0]?.[1] as SeasonEvent, 1),
    recorded("Bloc-bloc", adopted(bylawsWith(2)), 2),
    ...atConference().filter(({ metadata }) => metadata.stream.startsWith("Conference-")),
  ] as Recorded[]);
  await held.hold(parent, ["police", "police", "police", "procuracy"]);
  await held.certify(parent);
  return held;
}

async function makes(held: Held, { act, which, votes: kept, unit }: Move, at: number): Promise<void> {
  const ids = [...(await held.logs()).keys()];
  const id = ids[which % ids.length] ?? parent;
  const state = await held.stateOf(id);
  if (act === "suspend")
    await held.tell(
      "Bloc",
      "bloc",
      BlocCommand.create.SuspendMember({ unit, reason: "Điều tra", suspendedOn: "2023-01-05" }),
    );
  if (act === "reinstate")
    await held.tell("Bloc", "bloc", BlocCommand.create.ReinstateMember({ unit, reinstatedOn: "2023-01-08" }));
  if (act === "hold" || act === "recount") await held[act](id, kept);
  if (act === "certify" || act === "annul") await held[act](id);
  if (act === "uphold") await held.uphold(id, `k${at}`);
  if (act === "round") await held.hold(nextBallotId(parent, certificate), kept);
  if (act === "again" && state.status === "annulled") {
    const follows = { kind: "revote", ballot: id, annulledOn: "2023-01-12" } as const;
    await held.send(`again-${at}`, create.OpenBallot({ ...state.terms, follows }));
    await held.hold(`again-${at}`, kept);
    await held.certify(`again-${at}`);
  }
}

type Begun = Exclude<Ballot, { status: "blank" }>;
const hasPaper = (state: Begun) => [...state.roll.values()].some(({ paper }) => paper !== undefined);

/** Each round follows the ballot before it, or says that it does not. */
async function expectRounds(held: Held): Promise<void> {
  const log = await held.whole();
  const facts = log.filter(
    ({ metadata }) => metadata.actor !== holdRounds.name && !metadata.stream.startsWith("Process-"),
  );
  const { facts: known } = holdRounds.fold(facts as Recorded<SeasonEvent>[]);
  const listed = holdRounds.matters(known, "bloc/2022").map(({ key }) => key);
  for (const [id] of await held.logs()) {
    const before = await held.stateOf(id);
    const round = await held.stateOf(nextBallotId(id, certificate));
    if (before.status === "blank" || round.status === "blank" || round.status === "annulled") continue;
    const key = `round/bloc/2022/${nextBallotId(id, certificate)}`;
    if (before.status === "annulled") {
      expect(round.certifications, "a round of an annulled ballot has a signed record").toBeGreaterThan(0);
      continue;
    }
    if (before.status !== "certified" && before.status !== "final") continue;
    const won = round.terms.nominees.filter((unit) => before.outcome.elected.includes(unit));
    expect([hasPaper(round) && won.length > 0, won]).toEqual([listed.includes(key) && won.length > 0, won]);
    if (hasPaper(round)) continue;
    const left = before.terms.nominees.filter((unit) => !before.outcome.elected.includes(unit));
    for (const unit of round.terms.nominees) expect(left).toContain(unit);
    expect(round.terms.seats).toBe(Math.min(2, round.terms.nominees.length));
  }
}

describe("whatever is recounted, annulled and voted again, and whoever is suspended", () => {
  it("no round goes on after a void one, and each follows the one before or is listed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 14, size: "max" }), async (moves) => {
        const held = await flagWon();
        for (const [at, one] of moves.entries()) {
          await makes(held, one, at);
          await expectRounds(held);
        }
      }),
      { numRuns: 40 },
    );
  });
});
