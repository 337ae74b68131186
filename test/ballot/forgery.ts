import type { BallotEvent } from "../../src/ballot/messages.ts";
import type { CountFacts, CountResult } from "../../src/ballot/publish.ts";
import { recountPublished } from "../../src/ballot/publish.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import { type Published, recordOf } from "./published.ts";

// Forgeries of a published ballot. The tellers lie together: they seal, chain and sign whatever they have made up. So
// no signature gives them away, and only what the record says against itself, or against the log, does.

/** What is handed to the verifier; without `events`, it has the record alone. */
export type Forgery = { record: unknown; events?: readonly unknown[] };

/** Chance, as whole numbers. */
export type Dice = readonly [number, number, number];

/** Makes a forgery of an honest ballot; `undefined` where the ballot has nothing to forge in this way. */
export type Forger = (honest: Published, dice: Dice) => Forgery | undefined;

export const strangers = ["Ai đó", "Người khác", "Người thứ ba"];
export const oneOf = <T>(all: readonly T[], die: number): T | undefined => all[die % Math.max(1, all.length)];

/** The record of a changed ballot, signed by its own tellers, and the log that goes with it. */
export function forged(honest: Published, changes: Partial<Published>, withLog = true): Forgery {
  const lie = { ...honest, ...changes };
  return { record: recordOf(lie), ...(withLog && { events: lie.events }) };
}

/** The result that a forger would work out from changed terms, facts or papers, or the honest one where none comes. */
export function reckoned(honest: Published, changes: Partial<Published>): CountResult {
  const { terms, facts, papers } = { ...honest, ...changes };
  try {
    return recountPublished({ terms, facts, papers: papers.map(({ paper }) => paper) });
  } catch {
    return honest.result;
  }
}

/** Exchanges two units wherever a value names them. */
export function exchanged<T>(value: T, one: string, other: string): T {
  const swap = (item: unknown): unknown => {
    if (item === one) return other;
    if (item === other) return one;
    if (Array.isArray(item)) return item.map(swap).sort();
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, swap(inner)]));
  };
  return swap(value) as T;
}

/** An elected unit, and one that is not. */
export function rivals({ result, terms }: Published, die: number): [string, string] | undefined {
  const { elected } = result.outcome.certified;
  const one = oneOf(elected, die);
  const other = oneOf(
    terms.nominees.filter((unit) => !elected.includes(unit) && unit !== one),
    die,
  );
  return one === undefined || other === undefined ? undefined : [one, other];
}

/** The log with the nth event of a type changed. */
export function withEvent<K extends BallotEvent["type"]>(
  { events }: Published,
  type: K,
  change: (event: Extract<BallotEvent, { type: K }>) => object,
  die = 0,
): readonly BallotEvent[] | undefined {
  const places = events.flatMap((event, at) => (event.type === type ? [at] : []));
  const at = oneOf(places, die);
  const event = at === undefined ? undefined : events[at];
  if (at === undefined || event === undefined) return undefined;
  const data = { ...event.data, ...change(event as Extract<BallotEvent, { type: K }>) };
  return events.with(at, { type, data } as BallotEvent);
}

export function without({ events }: Published, types: readonly BallotEvent["type"][], die: number) {
  const places = events.flatMap((event, at) => (types.includes(event.type) ? [at] : []));
  const at = oneOf(places, die);
  return at === undefined ? undefined : events.toSpliced(at, 1);
}

export const log = (honest: Published, events: readonly BallotEvent[] | undefined): Forgery | undefined =>
  events && forged(honest, { events });

/** Other terms, in one thing. */
export function otherTerms(terms: Terms, die: number): Terms {
  const { voting, tieData, tellers, procedure } = terms;
  const [first] = terms.nominees;
  const changes: Partial<Terms>[] = [
    { seats: terms.seats === 1 ? 2 : 1 },
    { voting: { ...voting, threshold: { ...voting.threshold, base: "allEligible" } } },
    { voting: { ...voting, threshold: { ...voting.threshold, numerator: 0 } } },
    { voting: { ...voting, quorum: { ...voting.quorum, numerator: voting.quorum.numerator - 1 } } },
    { voting: { ...voting, selfVote: !voting.selfVote } },
    {
      voting: {
        ...voting,
        tieLadder: voting.tieLadder.length > 1 ? voting.tieLadder.slice(1) : [{ kind: "vacantSeat" }],
      },
    },
    { voting: { ...voting, proxiesMax: voting.proxiesMax + 1 } },
    { tieData: { ...tieData, seniority: tieData.seniority.toReversed() } },
    { tieData: { ...tieData, lotSources: ["Xổ số khác"] } },
    { tieData: { ...tieData, scores: tieData.scores.map((score) => ({ ...score, points: 1 })) } },
    { tellers: { ...tellers, members: tellers.members.slice(0, 1) } },
    { procedure: { ...procedure, recusedInBase: !procedure.recusedInBase } },
    { procedure: { ...procedure, blankPapers: procedure.blankPapers === "valid" ? "invalid" : "valid" } },
    { bylawsVersion: terms.bylawsVersion + 1 },
    { season: terms.season === "2022" ? "2021" : "2022" },
    { electors: terms.electors.slice(0, -1) },
    { electors: [...terms.electors, "guest"] },
    { nominees: terms.nominees.filter((unit) => unit !== first) },
    { purpose: { kind: "chair" } },
  ];
  return { ...terms, ...oneOf(changes, die) };
}

/** The facts of a record with one unit of the roll otherwise. */
export function onRoll(
  { attendance, ties }: CountFacts,
  die: number,
  change: (unit: CountFacts["attendance"][number]) => readonly CountFacts["attendance"][number][],
): CountFacts | undefined {
  const at = die % Math.max(1, attendance.length);
  const unit = attendance[at];
  return unit && { attendance: attendance.toSpliced(at, 1, ...change(unit)), ties };
}

export function withFacts(
  honest: Published,
  facts: CountFacts | undefined,
  withLog: boolean,
): Forgery | undefined {
  return facts && forged(honest, { facts, result: reckoned(honest, { facts }) }, withLog);
}
