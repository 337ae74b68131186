import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nominate } from "../../src/season/nominate.ts";
import { excludeEachOther } from "../../src/vocabulary/exclusions.ts";
import type { Honour } from "../../src/vocabulary/honour.ts";
import { certificate, flag, recorded, units } from "./certified.ts";
import {
  adopted,
  annulled,
  apart,
  bylaws,
  cleared,
  constituted,
  disciplined,
  elects,
  type Fact,
  investigated,
  left,
  lifted,
  merged,
  met,
  pledged,
  pledgeWithdrawn,
  ranked,
  recount,
  scored,
} from "./nominated.ts";

const scope = "bloc/2022";
const unit = fc.constantFrom(...units);
const some = fc.subarray(units);
const honour = fc.constantFrom(flag, certificate);

/** The facts of one stream, in their order. */
type Stream = Fact[];
const maybe = (facts: fc.Arbitrary<Stream>) => fc.option(facts, { nil: [] });

const ballot = (name: string, of: Honour): fc.Arbitrary<Stream> =>
  fc
    .record({
      first: some,
      second: fc.option(some),
      isAnnulled: fc.boolean(),
      day: fc.integer({ min: 5, max: 9 }),
    })
    .map(({ first, second, isAnnulled, day }) => [
      elects(name, of, first, { certifiedOn: `2023-01-0${day}` }),
      ...(second ? [recount(name, of, second)] : []),
      ...(isAnnulled ? [annulled(name)] : []),
    ]);

const bloc: fc.Arbitrary<Stream> = fc
  .record({
    registered: fc.boolean(),
    gone: fc.option(unit),
    into: fc.option(fc.tuple(unit, unit)),
    punished: fc.option(unit),
    isLifted: fc.boolean(),
    watched: fc.option(unit),
    isCleared: fc.boolean(),
  })
  .map(({ registered, gone, into, punished, isLifted, watched, isCleared }) => [
    constituted,
    adopted({
      honours: [
        { honour: flag, seats: 1, ...(registered && { needs: { registered } }) },
        { honour: certificate, seats: 2 },
      ],
    }),
    ...(gone ? [left(gone, "2023-01-11")] : []),
    ...(into && into[0] !== into[1] && into[0] !== gone ? [merged(...into, "2023-01-08")] : []),
    ...(punished ? [disciplined(punished, "2023-01-10")] : []),
    ...(punished && isLifted ? [lifted(punished, "2023-01-14")] : []),
    ...(watched ? [investigated(watched, "2023-01-07")] : []),
    ...(watched && isCleared ? [cleared(watched, "2023-01-15")] : []),
  ]);

const pledge = (of: string): fc.Arbitrary<Stream> =>
  fc
    .record({ titles: fc.subarray([flag, certificate]), isWithdrawn: fc.boolean() })
    .map(({ titles, isWithdrawn }) => [
      ...pledged(of, { titles }),
      ...(isWithdrawn ? [pledgeWithdrawn(of, "2023-01-13")] : []),
    ]);

const board: fc.Arbitrary<Stream> = fc
  .record({ one: unit, isRanked: fc.boolean() })
  .map(({ one, isRanked }) => [scored, apart(one, "disciplined"), ...(isRanked ? [ranked(one)] : [])]);

const streams = fc.tuple(
  fc.constant<Stream>([met]),
  bloc,
  ballot("flag", flag),
  ballot("certificates", certificate),
  maybe(honour.chain((of) => ballot("more", of))),
  maybe(pledge("police")),
  maybe(pledge("court")),
  maybe(board),
);

/** The facts of all streams, each in its order, in the order of the numbers. */
function mixed(all: readonly Stream[], numbers: readonly number[]): Fact[] {
  const left = all.map((stream) => [...stream]);
  const facts: Fact[] = [];
  for (let at = 0; left.some((stream) => stream.length > 0); at += 1) {
    const open = left.filter((stream) => stream.length > 0);
    const fact = open[(numbers[at % numbers.length] ?? 0) % open.length]?.shift();
    if (fact) facts.push(fact);
  }
  return facts;
}

const history = (facts: readonly Fact[]) =>
  facts.map(([stream, event], at) => recorded(stream, event, at + 1)) as never[];
/** What is owed and what is open, without the days of steps. */
function endOf(facts: readonly Fact[]) {
  const { facts: known } = nominate.fold(history(facts));
  return {
    claims: [...nominate.claims(known, scope)]
      .map(([key, { law, content }]) => ({ key, law, content }))
      .sort(byKey),
    matters: nominate
      .matters(known, scope)
      .map(({ key, law, what }) => ({ key, law, what }))
      .sort(byKey),
  };
}
const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
const numbers = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 40 });

describe("the facts of a season", () => {
  it("lead to the same claims and the same matters in whatever order they are recorded", () => {
    fc.assert(
      fc.property(streams, numbers, numbers, (all, one, other) => {
        expect(endOf(mixed(all, one))).toEqual(endOf(mixed(all, other)));
      }),
      { numRuns: 300 },
    );
  });

  it("never lead to two claims for one unit of honours that exclude each other", () => {
    fc.assert(
      fc.property(streams, numbers, (all, order) => {
        const { facts } = nominate.fold(history(mixed(all, order)));
        const proposed = [...nominate.claims(facts, scope)].flatMap(([key, { content }]) => {
          const award = facts.seasons.get(scope)?.awards.get((content as { award: string }).award);
          return key.startsWith("award/") && award ? [award] : [];
        });
        for (const a of proposed)
          for (const b of proposed)
            expect(a !== b && a.unit === b.unit && excludeEachOther(bylaws, a.honour, b.honour)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("are remembered one by one as they are at once", () => {
    fc.assert(
      fc.property(streams, numbers, (all, order) => {
        const events = history(mixed(all, order));
        const oneByOne = events.reduce(
          (state, event) => nominate.evolve(state, event),
          nominate.initialState(),
        );
        expect(oneByOne).toEqual(nominate.fold(events));
      }),
      { numRuns: 50 },
    );
  });
});
