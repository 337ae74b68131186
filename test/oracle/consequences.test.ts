import { describe, expect, it } from "vitest";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { OpenPoint } from "../../src/read/what-is-open.ts";
import { brokenWhenCalm, generator } from "./consequences-laws.ts";
import { lawsToday, withoutWithdrawn } from "./consequences-listed.ts";
import { type Reference, referenceOfConsequences, whereItIs } from "./consequences-model.ts";
import { judgeSeason, type Setting } from "./consequences-season.ts";
import { consequencesTable } from "./consequences-table.ts";
import { asOracleReads, toToday } from "./consequences-today.ts";
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

describe("what the laws read in the words of today", () => {
  const event = (type: string, data: object) => ({ type, data, metadata: {} }) as unknown as Recorded;
  const asRead = (...events: Recorded[]) => {
    const read: Recorded[] = [];
    for (const one of events) read.push(...asOracleReads(one, read));
    return read;
  };
  const checkedIn = (...events: Recorded[]) =>
    asRead(...events).flatMap(({ type, data }) =>
      type === "UnitCheckedIn" ? [(data as { unit: string }).unit] : [],
    );
  const room = (...present: string[]) => event("RoomTaken", { present, proxies: [] });
  const lists = (type: string, ...electors: string[]) => event(type, { electors });
  const vote = event("VotingOpened", {});

  it("is of a vote which electors were in the room when it opened, and nobody who was there before (C17)", () => {
    const opened = lists("BallotOpened", "A1", "A2", "A3");
    expect(checkedIn(opened, room("A1", "A2"))).toEqual([]);
    expect(checkedIn(opened, room("A1", "A2"), room("A1"), vote)).toEqual(["A1"]);
    expect(checkedIn(opened, room("A1", "A2"), lists("BallotRevised", "A1", "A3"), vote)).toEqual(["A1"]);
  });

  it("is a scoreboard without any of the units that left, also of those that were entered before", () => {
    const entered = ["A3", "A4"].map((unit) => event("UnitEntered", { unit }));
    const left = ["A3", "A4", "A1"].map((unit) => event("UnitExcluded", { unit, ground: "leftBloc" }));
    const read = asRead(event("ScoreboardOpened", { units: ["A1", "A2"] }), ...entered, ...left);
    expect(read.at(-1)?.data).toEqual({ units: ["A2"] });
  });
});

describe("what the laws say of today's library", () => {
  const event = (stream: string, type: string, data: object, actor = "office") =>
    ({ type, data, metadata: { stream, actor } }) as unknown as Recorded;
  const honour = { kind: "emulationFlag", authority: "UBND tỉnh" };
  const proposed = event("Award-a", "AwardProposed", { unit: "A1", season: "2022", honour });
  const ended = event("Bloc-A", "MemberLeft", { unit: "A1" });
  const found = (law: string) => [{ law, key: "A/2022/A1/emulationFlag", ok: false, detail: "" }];
  const judged = (law: string, log: readonly Recorded[], open: string[] = []) =>
    lawsToday(found(law), {
      ...{ told: [], lost: [], log, openAfter: () => [] },
      open: open.map((one) => ({ law: one, key: "any/A/2022/A1/emulationFlag/x" }) as unknown as OpenPoint),
    }).map(({ ok }) => ok);

  it("is met where it is listed under the law that is named for it, and under no other", () => {
    expect(judged("C1", [], ["C6"])).toEqual([true]);
    expect(judged("C1", [], ["C25"])).toEqual([false]);
    expect(judged("C2", [], ["C6"])).toEqual([false]);
  });

  it("is not asked of an award that was decided before its unit ended, and is of one that was not (C25)", () => {
    const vetted = event("Award-a", "AwardVetted", {});
    const conferred = event("Award-a", "AwardConferred", {});
    expect(judged("C25", [proposed, vetted, conferred, ended])).toEqual([true]);
    expect(judged("C25", [proposed, vetted, ended, conferred])).toEqual([false]);
    expect(judged("C25", [ended, proposed])).toEqual([false]);
  });

  it("is not asked of the scores of a run-off, which keeps the terms of the ballot that called it (C30)", () => {
    const opened = (follows?: object) => event("Ballot-b", "BallotOpened", { follows });
    const judgedOf = (log: readonly Recorded[]) =>
      lawsToday([{ law: "C30", key: "b", ok: false, detail: "" }], {
        ...{ told: [], lost: [], open: [], log, openAfter: () => [] },
      }).map(({ ok }) => ok);
    expect(judgedOf([opened({ kind: "runOff", ballot: "a", step: 1, round: 1 })])).toEqual([true]);
    expect(judgedOf([opened({ kind: "revote", ballot: "a", annulledOn: "2023-01-12" })])).toEqual([false]);
    expect(judgedOf([opened()])).toEqual([false]);
  });

  it("does not take a run-off for the vote of a chair: one that is void lets the ballot stand that called it (C16)", () => {
    const opened = (id: string, follows?: object) =>
      event(`Ballot-${id}`, "BallotOpened", {
        ...{ season: "2022", conference: "year-end", purpose: { kind: "chair" }, follows },
      });
    const annulled = (id: string) => event(`Ballot-${id}`, "BallotAnnulled", {});
    const signed = (elected: string) =>
      event("Ballot-chair", "BallotCertified", { outcome: { elected: [elected] } });
    const runOff = opened("run-off", { kind: "runOff", ballot: "chair", step: 1, round: 1 });
    const again = opened("again", { kind: "revote", ballot: "run-off" });
    const convened = event("Conference-year-end", "ConferenceConvened", { bloc: "A" });
    const votes = [convened, opened("chair"), runOff, again, signed("A1")];
    const judgedOf = (...more: Recorded[]) =>
      lawsToday([{ law: "C16", key: "A/2022", ok: false, detail: "" }], {
        ...{ told: [], lost: [], open: [], log: [...votes, ...more], openAfter: () => [] },
      }).map(({ ok }) => ok);
    expect(judgedOf(annulled("run-off"), annulled("again"), signed("A1"))).toEqual([true]);
    expect(judgedOf(annulled("run-off"), signed("A2"))).toEqual([false]);
    expect(judgedOf(annulled("run-off"), annulled("chair"))).toEqual([false]);
  });

  it("takes what a process withdrew for what was never proposed, and not what a person did (X6)", () => {
    const ends = { awards: ["a A1 emulationFlag 2022 withdrawn"], chairs: [], ballots: [] };
    const awardsAfter = (actor: string) =>
      withoutWithdrawn(
        ends,
        [proposed, event("Award-a", "AwardWithdrawn", {}, actor)],
        (one) => one === "nominate",
      ).awards;
    expect(awardsAfter("nominate")).toEqual([]);
    expect(awardsAfter("office")).toEqual(ends.awards);
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
