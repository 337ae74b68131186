import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { same } from "../../src/kernel/same.ts";
import type { Addressed } from "../../src/process/messages.ts";
import type { Claim } from "../../src/season/claim.ts";
import { claiming } from "../../src/season/claiming.ts";
import { givenProcess, logOf } from "../../src/testing/process-scenario.ts";

/** A flag goes to whom the ballots elect: each unit once, whatever ballot elects it. */
type Fact =
  | { type: "Elected"; data: { season: string; unit: string; by: string } }
  | { type: "Unelected"; data: { season: string; unit: string } }
  | { type: "FlagRefused"; data: { season: string; unit: string } };
type Facts = { elected: Map<string, Map<string, string>>; seasons: Map<string, string> };

const flag = (type: string, unit: string): Addressed => ({
  aggregate: "Flag",
  id: unit,
  command: { type, data: { unit } },
});
const unmet = { type: "FlagNotGiven", data: {} };
const keyOf = (season: string, unit: string) => `flag/${season}/${unit}`;

const flags = claiming<Facts, Fact>({
  name: "flags",
  version: 1,
  facts: { elected: new Map(), seasons: new Map() },
  evolve: {
    Elected({ elected, seasons }, { season, unit, by }, { stream }) {
      seasons.set(stream, season);
      elected.set(season, new Map(elected.get(season)).set(unit, by));
    },
    Unelected({ elected }, { season, unit }) {
      elected.get(season)?.delete(unit);
    },
    FlagRefused() {},
  },
  scopes: (_, { stream }) => [stream.slice("Season-".length)],
  all: ({ elected }) => elected.keys(),
  claims: ({ elected }, season) =>
    new Map(
      [...(elected.get(season) ?? [])].map(([unit, by]): [string, Claim] => [
        keyOf(season, unit),
        { law: "C1", content: { by }, commands: [flag("GiveFlag", unit)], unmet },
      ]),
    ),
  undo: ({ key }) => ({ commands: [flag("TakeFlag", key.split("/")[2] ?? "")], unmet }),
  byHand: { FlagRefused: (_, { season, unit }) => keyOf(season, unit) },
});

const elected = (unit: string, by = "ballot"): Fact => ({
  type: "Elected",
  data: { season: "2022", unit, by },
});
const unelected = (unit: string): Fact => ({ type: "Unelected", data: { season: "2022", unit } });
const refused = (unit: string): Fact => ({ type: "FlagRefused", data: { season: "2022", unit } });
const history = (...facts: Fact[]) =>
  logOf(...facts.map((one) => [`Season-${one.data.season}`, one] as const));
const wanted = (...facts: Fact[]) =>
  givenProcess(flags, history(...facts)).wanted.map(({ command, id }) => `${command.type} ${id}`);

describe("a process of claims", () => {
  it("wants what is owed and was not before, with the key and the law of the claim", () => {
    const claim = { key: "flag/2022/police", law: "C1", unmet };
    givenProcess(flags, history(elected("police"))).wants({ ...flag("GiveFlag", "police"), claim });
  });

  it("says of what it wants back that nothing is owed any more", () => {
    const claim = { key: "flag/2022/police", law: "C1", unmet, takesBack: true as const };
    const facts = history(elected("police"), unelected("police"));
    givenProcess(flags, facts).wants({ ...flag("TakeFlag", "police"), claim });
  });

  it.each<[string, Fact[], string[]]>([
    ["nothing of what is owed as before", [elected("police"), elected("police")], []],
    [
      "anew what is owed for another reason",
      [elected("police"), elected("police", "re-vote")],
      ["GiveFlag police"],
    ],
    [
      "back what is owed no more",
      [elected("police"), elected("court"), unelected("police")],
      ["TakeFlag police"],
    ],
    ["nothing of what nobody claimed", [unelected("police")], []],
    [
      "anew what was taken back",
      [elected("police"), unelected("police"), elected("police")],
      ["GiveFlag police"],
    ],
    ["nothing once a person decides otherwise", [elected("police"), refused("police")], []],
    [
      "nothing while it is as that person saw it",
      [elected("police"), refused("police"), elected("police")],
      [],
    ],
    [
      "it again for another reason",
      [elected("police"), refused("police"), elected("police", "b")],
      ["GiveFlag police"],
    ],
    ["nothing back of what a person took", [elected("police"), refused("police"), unelected("police")], []],
    [
      "it again once the unit is elected anew",
      [elected("police"), refused("police"), unelected("police"), elected("police")],
      ["GiveFlag police"],
    ],
    ["it although a person refused it ahead", [refused("police"), elected("police")], ["GiveFlag police"]],
  ])("wants %s", (_, facts, wants) => {
    expect(wanted(...facts)).toEqual(wants);
  });

  it("wants no want of another scope", () => {
    const other: Fact = { type: "Elected", data: { season: "2023", unit: "police", by: "ballot" } };
    expect(wanted(elected("police"), other)).toEqual(["GiveFlag police"]);
    expect(wanted(other, elected("court"))).toEqual(["GiveFlag court"]);
  });
});

const unit = fc.constantFrom("police", "court", "toString");
const season = fc.constantFrom("2022", "2023");
const fact = fc.oneof(
  fc.record({ season, unit, by: fc.constantFrom("a", "b") }).map((data): Fact => ({ type: "Elected", data })),
  fc.record({ season, unit }).map((data): Fact => ({ type: "Unelected", data })),
);
const byHand = fc.record({ season, unit }).map((data): Fact => ({ type: "FlagRefused", data }));
const historyOf = (facts: readonly Fact[]) => history(...facts);

describe("the laws of a process of claims", () => {
  it("leave what is owed when all wants are carried out, whatever came before", () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 20 }), (facts) => {
        const given = new Map<string, boolean>();
        let state = flags.initialState();
        for (const event of historyOf(facts)) {
          for (const { command, claim } of flags.want(state, event))
            given.set(claim?.key ?? "", command.type === "GiveFlag");
          state = flags.evolve(state, event);
        }
        const owed = ["2022", "2023"].flatMap((one) => [...flags.claims(state.facts, one).keys()]);
        expect([...given].flatMap(([key, isGiven]) => (isGiven ? [key] : [])).sort()).toEqual(owed.sort());
      }),
    );
  });

  it("remember one by one what they remember at once, also what rests", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fact, byHand), { maxLength: 20 }), (facts) => {
        const events = historyOf(facts);
        const oneByOne = events.reduce((state, event) => flags.evolve(state, event), flags.initialState());
        expect(same(oneByOne, flags.fold(events))).toBe(true);
      }),
    );
  });

  it("want nothing of what rests, until another fact is there for it", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fact, byHand), { maxLength: 20 }), (facts) => {
        let state = flags.initialState();
        for (const event of historyOf(facts)) {
          const wants = flags.want(state, event);
          state = flags.evolve(state, event);
          for (const { claim } of wants) expect(state.rests.has(claim?.key ?? "")).toBe(false);
        }
      }),
    );
  });
});
