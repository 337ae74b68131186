import { describe, expect, it } from "vitest";
import { brokenWhenCalm, generator } from "./consequences-laws.ts";
import { type Reference, referenceOfConsequences, whereItIs } from "./consequences-model.ts";
import { judgeSeason, type Setting } from "./consequences-season.ts";
import { consequencesTable } from "./consequences-table.ts";
import { toToday } from "./consequences-today.ts";
import { plants } from "./season-processes.ts";

const reference = await referenceOfConsequences();

/** The laws that these seasons break, each with how often. */
async function brokenIn(laws: Reference, seeds: readonly number[], setting: Partial<Setting> = {}) {
  const table = consequencesTable();
  for (const seed of seeds)
    table.add(seed, (await judgeSeason(laws, seed, { modes: [], ...setting })).findings);
  const broken = [...table.rows].filter(([, { otherwise }]) => otherwise > 0);
  return new Map(broken.map(([law, { otherwise }]) => [law, otherwise]));
}

if (!reference) it.skip(`the laws of consequences: ${whereItIs} is not here`, () => {});
else theLaws(reference);

describe("what the office says in the words of today", () => {
  const view = { push: () => undefined, streams: new Map(), terms: () => undefined };
  const said = (type: string, data: object) =>
    toToday({ aggregate: "any", id: "one", command: { type, data } }, { day: "2023-02-01", view });

  it("opens a vote on the day on which the office does", () => {
    expect(said("OpenVoting", {})).toMatchObject([{ command: { data: { openedOn: "2023-02-01" } } }]);
  });

  it("records no day before it has come", () => {
    expect(said("ApproveAward", { decidedOn: "2023-02-02" })).toMatchObject([{ day: "2023-02-02" }]);
    expect(said("ApproveAward", { decidedOn: "2023-01-11" })).toMatchObject([{ day: "2023-02-01" }]);
  });

  it("is otherwise what the office said", () => {
    expect(said("CloseBox", {})).toMatchObject([
      { command: { type: "CloseBox", data: {} }, day: "2023-02-01" },
    ]);
  });
});

function theLaws(laws: Reference) {
  describe("the laws of consequences", () => {
    it("hold in a year in which nothing goes wrong, but for what no process does today", async () => {
      const broken = await brokenIn(laws, [1, 2], { calm: true });
      expect([...broken.keys()].filter((law) => !brokenWhenCalm.has(law))).toEqual([]);
    });

    it("find under C2 that the proposing process never reads of an annulment", async () => {
      const hidden = plants.get("annulments-hidden");
      expect(hidden?.law).toBe("C2");
      const broken = await brokenIn(laws, [1], hidden && { processes: hidden.plant() });
      expect(broken.get("C2")).toBeGreaterThan(0);
      expect((await brokenIn(laws, [1])).has("C2")).toBe(false);
    });

    it("are told of a command of the office that has no form today", async () => {
      const misspelt = {
        ...laws,
        season2x2(...asked: Parameters<Reference["season2x2"]>) {
          const plan = laws.season2x2(...asked);
          const [first, ...others] = plan.steps;
          const make = () => [{ aggregate: "Bloc", id: "A", command: { type: "AdmitMembers", data: {} } }];
          return { ...plan, steps: first ? [{ ...first, make }, ...others.slice(0, 3)] : [] };
        },
      };
      expect((await brokenIn(misspelt, [1])).get(generator.forms)).toBe(1);
    });
  });
}
