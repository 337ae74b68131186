import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bloc } from "../../src/bloc/bloc.ts";
import { bylawsOn, strengthOn } from "../../src/bloc/bylaws.ts";
import { BlocCommand, type BlocEvent } from "../../src/bloc/messages.ts";
import {
  activeMembersOn,
  disciplinesFor,
  investigationsOn,
  membersOn,
  nameOn,
} from "../../src/bloc/questions.ts";
import type { Bloc } from "../../src/bloc/state.ts";
import { sent } from "../../src/kernel/sent.ts";
import { addDays, dateOfDay, dayNumber } from "../../src/kernel/time.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { meets } from "../../src/vocabulary/bar.ts";
import { expectExactBounds } from "../support/day-laws.ts";
import { describeLaws } from "../support/laws.ts";
import {
  adopt,
  bylaws,
  constitute,
  particular,
  paths,
  police,
  reinstate,
  suspend,
  unfitHonours,
} from "./life.ts";
import { reaches } from "./reaches.ts";

const noDecisionKept = "The state keeps no decision: what it cites would not change the members.";

describeLaws({
  decider: bloc,
  paths,
  reaches,
  mayLieAhead: [
    "AdmitMember.admittedOn",
    "AdoptBylaws.effectiveFrom",
    "ConsolidateMembers.consolidatedOn",
    "ConstituteBloc.constitutedOn",
    "MergeMembers.mergedOn",
    "ReconstituteBloc.reconstitutedOn",
    "ReinstateMember.reinstatedOn",
    "ReleaseMember.leftOn",
    "RenameMember.renamedOn",
    "SplitMember.splitOn",
    "SuspendMember.suspendedOn",
  ],
  takenAsSo: {
    "AdmitMember.decision": noDecisionKept,
    "ConsolidateMembers.decision": noDecisionKept,
    "MergeMembers.decision": noDecisionKept,
    "ReinstateMember.decision": noDecisionKept,
    "ReleaseMember.decision": noDecisionKept,
    "RenameMember.decision": noDecisionKept,
    "SplitMember.decision": noDecisionKept,
    "SuspendMember.decision": noDecisionKept,
    "MergeMembers.units[]":
      "Units that are all merged into that one are merged, however often the list names them.",
    "SplitMember.into[]": "Each of the parts is there, however often the list names it.",
    "RenameMember.renamedOn": "On a later day the unit has that name, too.",
  },
  hints: (state) => ({
    version: state.status === "blank" ? [1] : [state.bylaws.length + 1],
    bylaws: [bylaws(), particular, ...unfitHonours.map((honours) => ({ ...bylaws(), honours }))],
  }),
  invariant(state, history) {
    if (state.status === "blank") return expect(history).toEqual([]);
    const { constitutedOn } = state.constitution;
    const days = new Set([constitutedOn]);
    for (const [id, { unit, names, memberships, suspensions }] of state.members) {
      expect(unit).toBe(id);
      for (const list of [names, memberships, suspensions]) {
        const firsts = list.map(({ from }) => from);
        expect(firsts).toEqual(firsts.toSorted());
      }
      for (const { from } of names) days.add(from);
      // Times of one unit follow one another: none begins before the one before it has ended.
      for (const times of [memberships, suspensions]) {
        for (const [at, { from, until }] of times.entries()) {
          expect(from >= constitutedOn).toBe(true);
          if (at < times.length - 1)
            expect(until !== undefined && until <= (times[at + 1]?.from ?? "")).toBe(true);
          if (until) expect(from <= until).toBe(true);
          days.add(from);
          if (until) days.add(until);
        }
      }
      for (const { successors = [] } of memberships) {
        for (const successor of successors) expect(state.members.has(successor)).toBe(true);
      }
    }
    for (const day of days) {
      if (state.status === "dissolved" && day >= state.dissolvedOn) {
        expect(membersOn(state, day)).toEqual([]);
        continue;
      }
      const members = membersOn(state, day);
      expect(members.length).toBeGreaterThan(0);
      expect(new Set(members).size).toBe(members.length);
      const names = members.map((unit) => nameOn(state, unit, day));
      expect(names).not.toContain(undefined);
      expect(new Set(names).size, `names on ${day}: ${names}`).toBe(names.length);
      for (const unit of activeMembersOn(state, day)) expect(members).toContain(unit);
    }
    for (const [at, { version, effectiveFrom }] of state.bylaws.entries()) {
      expect(version).toBe(at + 1);
      expect(effectiveFrom >= (state.bylaws[at - 1]?.effectiveFrom ?? constitutedOn)).toBe(true);
    }
    // Only what befell a unit is recorded of a bloc that is dissolved.
    const afterTheEnd = history.slice(history.findIndex(({ type }) => type === "BlocDissolved") + 1);
    if (state.status === "dissolved")
      for (const { type } of afterTheEnd) expect(type).toMatch(/Disciplin|Investigation/);
    expectDisciplineKept(state, history);
  },
});

const date = fc.integer({ min: dayNumber("2021-12-01"), max: dayNumber("2023-06-30") }).map(dateOfDay);
const metadata = { now: new Date("9999-12-31T00:00:00Z"), commandId: "c1", actor: "office" };
const commands = fc.array(arbitraryOf(BlocCommand), { maxLength: 25, size: "max" });

describe("the past of a bloc", () => {
  it("stays as it was: facts that begin later change nothing on an earlier day", () => {
    fc.assert(
      fc.property(commands, date, fc.constantFrom(...paths), (random, day, path) => {
        let state = bloc.fold([]);
        for (const command of [...path, ...random]) {
          const decision = bloc.decide(sent<BlocCommand>(command, metadata), state);
          const next = decision.ok ? bloc.fold(decision.events, state) : state;
          if (
            decision.ok &&
            decision.events.length > 0 &&
            firstDayOf(command) > day &&
            state.status !== "blank"
          ) {
            expect(membersOn(next, day)).toEqual(membersOn(state, day));
            expect(activeMembersOn(next, day)).toEqual(activeMembersOn(state, day));
            expect(bylawsOn(next, day)).toEqual(bylawsOn(state, day));
          }
          state = next;
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the bylaws of a bloc", () => {
  it("never ask for more votes than a nominee can get on the day on which they take effect", () => {
    const rules = arbitraryOf(BlocCommand.data.AdoptBylaws);
    const size = fc.integer({ min: 1, max: 14 });
    fc.assert(
      fc.property(rules, size, (adoption, members) => {
        const units = Array.from({ length: members }, (_, at) => ({ unit: `u${at}`, name: `Đơn vị ${at}` }));
        const { data } = constitute;
        const constituted = bloc.fold([
          { type: "BlocConstituted", data: { ...data, members: units, constitutedOn: "2021-12-01" } },
        ]);
        const command = { type: "AdoptBylaws", data: { ...adoption, version: 1 } } as const;
        const decision = bloc.decide(sent<BlocCommand>(command, metadata), constituted);
        const { threshold, selfVote } = adoption.bylaws.voting;
        const best = selfVote ? members : members - 1;
        if (decision.ok) expect(meets(threshold, { votes: best, base: members })).toBe(true);
        else if (decision.rejection.type === "BylawsThresholdUnreachable")
          expect(meets(threshold, { votes: best, base: members })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("are judged on the members of that day, whatever happens to them later", () => {
    const state = bloc.fold([
      { type: "BlocConstituted", data: constitute.data },
      { type: "BylawsAdopted", data: { ...adopt.data, bylaws: bylaws({ selfVote: false }) } },
    ]);
    expect(strengthOn(state, adopt.data.effectiveFrom)).toEqual({ members: 5, electors: 5 });
    expect(strengthOn(state, addDays(constitute.data.constitutedOn, -1))).toEqual({
      members: 0,
      electors: 0,
    });
  });
});

describe("a name that a member has had since before", () => {
  const at = (renamedOn: string) => BlocCommand.create.RenameMember({ ...police, renamedOn });
  const since = historyOf(bloc, [constitute, suspend, reinstate]);

  it("is its name already on any day since then, and no other change says from when it may be given", () => {
    given(bloc, since).when(at("2022-11-04")).thenNothing();
    expectExactBounds(bloc, bloc.fold(since), at("2022-01-04"));
  });
});

/** Each fact of discipline and investigation is kept under its id, of a unit of the bloc, and ends no earlier than it began. */
function expectDisciplineKept(state: Exclude<Bloc, { status: "blank" }>, history: readonly BlocEvent[]) {
  const recorded = (type: BlocEvent["type"]) => history.filter((event) => event.type === type).length;
  const [disciplines, investigations] = [[...state.disciplines], [...state.investigations]];
  expect(disciplines).toHaveLength(recorded("UnitDisciplined"));
  expect(investigations).toHaveLength(recorded("InvestigationOpened"));
  expect(disciplines.filter(([, { lifting }]) => lifting)).toHaveLength(recorded("DisciplineLifted"));
  expect(investigations.filter(([, { end }]) => end)).toHaveLength(recorded("InvestigationClosed"));
  for (const [id, { discipline, unit, season, disciplinedOn: day, lifting }] of disciplines) {
    expect(discipline).toBe(id);
    expect(state.members.has(unit)).toBe(true);
    const counts = (date: string) =>
      disciplinesFor(state, unit, { season, date }).some((one) => one.discipline === id);
    expect(counts(day)).toBe(lifting?.liftedOn !== day);
    if (lifting) expect([lifting.unit, lifting.liftedOn >= day]).toEqual([unit, true]);
    if (lifting) expect(counts(lifting.liftedOn)).toBe(false);
  }
  for (const [id, { investigation, unit, openedOn: day, end }] of investigations) {
    expect(investigation).toBe(id);
    expect(state.members.has(unit)).toBe(true);
    const isOpen = (date: string) =>
      investigationsOn(state, unit, date).some((one) => one.investigation === id);
    expect(isOpen(day)).toBe(end?.closedOn !== day);
    if (end) expect([end.unit, end.closedOn >= day]).toEqual([unit, true]);
    if (end) expect(isOpen(end.closedOn)).toBe(false);
  }
}

/** The first day on which what a command asks for would hold. */
function firstDayOf({ data }: BlocCommand): string {
  const days = Object.entries(data).flatMap(([key, value]) =>
    /On$|From$/.test(key) && key !== "adoptedOn" && typeof value === "string" ? [value] : [],
  );
  return days.toSorted()[0] ?? "0001-01-01";
}
