import { describe, expect, it } from "vitest";
import { bloc } from "../../src/bloc/bloc.ts";
import { bylawsOn } from "../../src/bloc/bylaws.ts";
import { BlocCommand, type BlocEvent, type NamedUnit } from "../../src/bloc/messages.ts";
import { activeMembersOn, blocNameOn, membersOn, nameOn } from "../../src/bloc/questions.ts";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  admit,
  adopt,
  adoptAnew,
  consolidate,
  constitute,
  court,
  decision,
  dissolve,
  enforcement,
  justice,
  merge,
  police,
  procuracy,
  reconstitute,
  reinstate,
  release,
  rename,
  split,
  suspend,
} from "./life.ts";

const { create } = BlocCommand;

/** What has happened once these were accepted. */
const done = (...commands: BlocCommand[]) => historyOf(bloc, commands);
const once = (...commands: BlocCommand[]) => bloc.fold(done(...commands));
const constitutedWith = (members: NamedUnit[]): BlocEvent => {
  return { type: "BlocConstituted", data: { ...constitute.data, members } };
};
const { members: _, ...reconstitution } = reconstitute.data;
const reconstituted: BlocEvent = { type: "BlocReconstituted", data: reconstitution };
const metadata = { now: new Date("2022-01-02T10:00:00Z"), commandId: "c1", actor: "office" };

describe("a bloc", () => {
  it("is constituted under a decision, with its first members", () => {
    given(bloc).when(constitute).thenEvents({ type: "BlocConstituted", data: constitute.data });
    const state = once(constitute);
    expect(membersOn(state, "2022-01-09")).toEqual([]);
    expect(membersOn(state, "2022-01-10")).toEqual([
      "police",
      "procuracy",
      "military",
      "court",
      "enforcement",
    ]);
    expect(blocNameOn(state, "2022-01-09")).toBeUndefined();
    expect(blocNameOn(state, "2022-01-10")).toBe("Khối thi đua Nội chính");
  });

  it("is constituted once", () => {
    given(bloc, done(constitute)).when(constitute).thenNothing();
    given(bloc, done(constitute))
      .when(create.ConstituteBloc({ ...constitute.data, kind: "cluster" }))
      .thenRejected("BlocTaken", { name: "Khối thi đua Nội chính", constitutedOn: "2022-01-10" });
  });

  it.each([
    { members: [police, police], type: "MemberNamedTwice", data: { unit: "police" } },
    {
      members: [police, { unit: "other", name: "Công an tỉnh" }],
      type: "MemberNameTaken",
      data: { name: "Công an tỉnh", unit: "police" },
    },
  ] as const)("is not constituted with $type", ({ members, type, data }) => {
    const { decision } = given(bloc).when(
      create.ConstituteBloc({ ...constitute.data, members: [...members] }),
    );
    expect(decision).toEqual({ ok: false, rejection: { type, data } });
  });

  it("is not constituted under a decision dated after today", () => {
    given(bloc)
      .when({ ...constitute, metadata })
      .thenRejected("DateInFuture", { date: "2022-01-05", today: "2022-01-02" });
  });

  it("does nothing before it is constituted, and nothing once it is dissolved", () => {
    given(bloc)
      .when(admit)
      .thenRejected("WrongState", { aggregate: "Bloc", status: "blank", allowed: ["constituted"] });
    const history = done(constitute, admit, dissolve);
    given(bloc, history)
      .when(adopt)
      .thenRejected("WrongState", { aggregate: "Bloc", status: "dissolved", allowed: ["constituted"] });
    given(bloc, history).when(dissolve).thenNothing();
    const state = bloc.fold(history);
    expect(membersOn(state, "2023-06-29")).toHaveLength(6);
    expect(membersOn(state, "2023-06-30")).toEqual([]);
    expect(nameOn(state, "justice", "2023-06-30")).toBe("Sở Tư pháp");
  });

  it.each([
    { facts: [], earliest: "2022-01-10" },
    { facts: [adopt], earliest: "2022-03-02" },
    { facts: [admit], earliest: "2022-04-01" },
    { facts: [rename], earliest: "2022-06-01" },
    { facts: [release], earliest: "2022-07-01" },
    { facts: [suspend], earliest: "2022-10-05" },
    { facts: [suspend, reinstate], earliest: "2022-11-05" },
    { facts: [reconstitute], earliest: "2022-12-01" },
  ])("is not dissolved before its last fact, of $earliest", ({ facts, earliest }) => {
    given(bloc, done(constitute, ...facts))
      .when(create.DissolveBloc({ ...dissolve.data, dissolvedOn: "2022-01-09" }))
      .thenRejected("DateOutside", { date: "2022-01-09", earliest });
  });

  it("is not dissolved ahead of the day, since until then things still happen in it", () => {
    given(bloc, done(constitute))
      .when({ ...dissolve, metadata: { ...metadata, now: new Date("2023-06-29T10:00:00Z") } })
      .thenRejected("DateInFuture", { date: "2023-06-30", today: "2023-06-29" });
  });

  const underDecision = { decision: decision("1/QĐ-UBND", "2022-01-03") };
  it.each<BlocCommand>([
    constitute,
    admit,
    { type: "RenameMember", data: { ...rename.data, ...underDecision } },
    release,
    merge,
    consolidate,
    split,
    { type: "SuspendMember", data: { ...suspend.data, ...underDecision } },
    { type: "ReinstateMember", data: { ...reinstate.data, ...underDecision } },
    reconstitute,
    adopt,
    dissolve,
  ])("takes no $type under a document dated after the day on which it is recorded", (command) => {
    const history = command === constitute ? [] : done(constitute);
    const result = given(bloc, history).when({ ...command, metadata });
    expect(result.decision).toMatchObject({
      ok: false,
      rejection: { type: "DateInFuture", data: { today: "2022-01-02" } },
    });
  });

  it("judges both days of bylaws: the adoption and the document", () => {
    const document = { ...adopt.data.document, issuedOn: "2022-03-03" };
    given(bloc, done(constitute))
      .when({
        ...create.AdoptBylaws({ ...adopt.data, document }),
        metadata: { ...metadata, now: new Date("2022-03-02T10:00:00Z") },
      })
      .thenRejected("DateInFuture", { date: "2022-03-03", today: "2022-03-02" });
  });

  it.each<[string, BlocEvent[], BlocEvent]>([
    ["is constituted twice", done(constitute), { type: "BlocConstituted", data: constitute.data }],
    ["has a member named twice", [], constitutedWith([police, police])],
    ["takes a member before it is constituted", [], { type: "MemberAdmitted", data: admit.data }],
    ["takes a member twice", done(constitute, admit), { type: "MemberAdmitted", data: admit.data }],
    ["renames a stranger", done(constitute), { type: "MemberRenamed", data: { ...rename.data, unit: "x" } }],
    ["loses a member twice", done(constitute, release), { type: "MemberLeft", data: release.data }],
    ["merges into a stranger", done(constitute), { type: "MembersMerged", data: merge.data }],
    [
      "consolidates a stranger",
      done(constitute),
      { type: "MembersConsolidated", data: { ...consolidate.data, units: ["justice"] } },
    ],
    ["splits a stranger", done(constitute), { type: "MemberSplit", data: split.data }],
    ["takes the same name twice", done(constitute, rename), { type: "MemberRenamed", data: rename.data }],
    [
      "changes a member before its first day",
      done(constitute),
      { type: "MemberSuspended", data: { ...suspend.data, suspendedOn: "1999-01-01" } },
    ],
    [
      "loses a member before its last change",
      done(constitute, suspend, reinstate),
      { type: "MemberLeft", data: { ...release.data, unit: "police", leftOn: "2022-11-04" } },
    ],
    ["suspends a member twice", done(constitute, suspend), { type: "MemberSuspended", data: suspend.data }],
    ["reinstates an active member", done(constitute), { type: "MemberReinstated", data: reinstate.data }],
    ["skips a version of its bylaws", done(constitute), { type: "BylawsAdopted", data: adoptAnew.data }],
    ["is reconstituted after its end", done(constitute, dissolve), reconstituted],
    ["is dissolved twice", done(constitute, dissolve), { type: "BlocDissolved", data: dissolve.data }],
  ])("has no history in which it %s", (_, history, event) => {
    expect(() => bloc.fold([...history, event])).toThrow(ImpossibleEvent);
  });
});

describe("a member", () => {
  it("is admitted from a day on, which may lie ahead", () => {
    const state = once(constitute, admit);
    expect(membersOn(state, "2022-03-31")).not.toContain("justice");
    expect(membersOn(state, "2022-04-01")).toContain("justice");
  });

  it("is not admitted under a decision dated after today", () => {
    const now = new Date("2022-03-24T10:00:00Z");
    given(bloc, done(constitute))
      .when({ ...admit, metadata: { ...metadata, now } })
      .thenRejected("DateInFuture", { date: "2022-03-25", today: "2022-03-24" });
  });

  it("is not admitted twice", () => {
    given(bloc, done(constitute, admit)).when(admit).thenNothing();
    given(bloc, done(constitute, admit))
      .when(create.AdmitMember({ ...admit.data, admittedOn: "2022-05-01" }))
      .thenRejected("MemberAlready", { unit: "justice", since: "2022-04-01" });
  });

  it("is not admitted before the bloc is there", () => {
    given(bloc, done(constitute))
      .when(create.AdmitMember({ ...admit.data, admittedOn: "2022-01-09" }))
      .thenRejected("DateOutside", { date: "2022-01-09", earliest: "2022-01-10" });
  });

  it("is not admitted when the bloc is as large as blocs may be", () => {
    const members = Array.from({ length: 200 }, (_, at) => ({ unit: `u${at}`, name: `Đơn vị ${at}` }));
    given(bloc, done(create.ConstituteBloc({ ...constitute.data, members })))
      .when(admit)
      .thenRejected("TooManyMembers", { membersMax: 200 });
  });

  it("keeps its id and its past name when it is renamed", () => {
    const state = once(constitute, rename);
    expect(nameOn(state, "enforcement", "2022-05-31")).toBe("Cục Thi hành án dân sự tỉnh");
    expect(nameOn(state, "enforcement", "2022-06-01")).toBe("Thi hành án dân sự tỉnh");
    expect(nameOn(state, "enforcement", "2022-01-01")).toBeUndefined();
    expect(nameOn(state, "constructor", "2022-06-01")).toBeUndefined();
    given(bloc, done(constitute, rename)).when(rename).thenNothing();
    // From an earlier day on it would have had the name before it took it.
    given(bloc, done(constitute, rename))
      .when(create.RenameMember({ ...rename.data, renamedOn: "2022-05-31" }))
      .thenRejected("DateOutside", { date: "2022-05-31", earliest: "2022-06-01" });
  });

  it("does not take another member's name, but takes one that has come free", () => {
    const toCourt = create.RenameMember({ unit: "police", name: court.name, renamedOn: "2022-05-01" });
    given(bloc, done(constitute))
      .when(toCourt)
      .thenRejected("MemberNameTaken", { name: court.name, unit: "court" });
    const renameCourt = create.RenameMember({
      unit: "court",
      name: "Tòa án khu vực",
      renamedOn: "2022-05-01",
    });
    given(bloc, done(constitute, renameCourt)).when(toCourt).thenEvents({
      type: "MemberRenamed",
      data: toCourt.data,
    });
    given(bloc, done(constitute, renameCourt))
      .when(create.RenameMember({ ...toCourt.data, renamedOn: "2022-04-30" }))
      .thenRejected("MemberNameTaken", { name: court.name, unit: "court" });
  });

  it("that is none is neither renamed nor released", () => {
    given(bloc, done(constitute))
      .when(create.RenameMember({ unit: "__proto__", name: "X1", renamedOn: "2022-05-01" }))
      .thenRejected("NotMemberOfBloc", { unit: "__proto__", date: "2022-05-01" });
    given(bloc, done(constitute))
      .when(create.ReleaseMember({ ...release.data, unit: "justice" }))
      .thenRejected("NotMemberOfBloc", { unit: "justice", date: "2022-07-01" });
  });

  it("leaves on a day for a ground, stays in the history, and may come back", () => {
    const state = once(constitute, release);
    expect(membersOn(state, "2022-06-30")).toContain("military");
    expect(membersOn(state, "2022-07-01")).not.toContain("military");
    expect(nameOn(state, "military", "2022-12-01")).toBe("Bộ Chỉ huy Quân sự tỉnh");
    given(bloc, done(constitute, release)).when(release).thenNothing();
    const back = (admittedOn: string) =>
      create.AdmitMember({
        unit: "military",
        name: "Bộ CHQS tỉnh",
        admittedOn,
        decision: admit.data.decision,
      });
    given(bloc, done(constitute, release))
      .when(back("2022-06-15"))
      .thenRejected("DateOutside", { date: "2022-06-15", earliest: "2022-07-01" });
    const returned = once(constitute, release, back("2022-09-01"));
    expect(["2022-06-30", "2022-08-31", "2022-09-01"].map((day) => membersOn(returned, day).length)).toEqual([
      5, 4, 5,
    ]);
    expect(nameOn(returned, "military", "2022-09-01")).toBe("Bộ CHQS tỉnh");
  });

  it("does not leave the bloc empty", () => {
    const alone = create.ConstituteBloc({ ...constitute.data, members: [police] });
    const leave = create.ReleaseMember({ ...release.data, unit: "police" });
    given(bloc, done(alone)).when(leave).thenRejected("BlocLeftEmpty", { date: "2022-07-01" });
    const late = create.AdmitMember({ ...admit.data, admittedOn: "2022-07-02" });
    given(bloc, done(alone, late)).when(leave).thenRejected("BlocLeftEmpty", { date: "2022-07-01" });
    const inTime = create.AdmitMember({ ...admit.data, admittedOn: "2022-07-01" });
    given(bloc, done(alone, inTime)).when(leave).thenEvents({ type: "MemberLeft", data: leave.data });
  });

  it("is suspended and reinstated: it stays a member, and takes no part in between", () => {
    const state = once(constitute, suspend, reinstate);
    expect(membersOn(state, "2022-10-05")).toContain("police");
    const active = (day: string) => activeMembersOn(state, day).includes("police");
    expect(["2022-10-04", "2022-10-05", "2022-11-04", "2022-11-05"].map(active)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    given(bloc, done(constitute, suspend)).when(suspend).thenNothing();
    given(bloc, done(constitute, suspend, reinstate))
      .when(reinstate)
      .thenNothing();
    given(bloc, done(constitute, suspend))
      .when(create.SuspendMember({ ...suspend.data, suspendedOn: "2022-10-20" }))
      .thenRejected("MemberSuspendedAlready", { unit: "police", since: "2022-10-05" });
    given(bloc, done(constitute)).when(reinstate).thenRejected("MemberNotSuspended", { unit: "police" });
    const leave = create.ReleaseMember({ ...release.data, unit: "police", leftOn: "2022-11-05" });
    given(bloc, done(constitute, suspend, leave))
      .when(reinstate)
      .thenRejected("NotMemberOfBloc", { unit: "police", date: "2022-11-05" });
  });

  it("that left while it was suspended comes back without the suspension", () => {
    const leave = create.ReleaseMember({ ...release.data, unit: "police", leftOn: "2022-10-20" });
    const back = create.AdmitMember({ ...admit.data, ...police, admittedOn: "2022-12-01" });
    expect(activeMembersOn(once(constitute, suspend, leave, back), "2022-12-01")).toContain("police");
  });
});

describe("members", () => {
  it("are merged into one of them, which stays what it is", () => {
    const state = once(constitute, admit, merge);
    expect(membersOn(state, "2022-07-31")).toContain("enforcement");
    expect(membersOn(state, "2022-08-01")).toEqual(["police", "procuracy", "military", "court", "justice"]);
    expect(state).toMatchObject({ status: "constituted" });
    if (state.status === "constituted")
      expect(state.members.get("enforcement")?.memberships).toEqual([
        { from: "2022-01-10", until: "2022-08-01", ground: "merged", successors: ["justice"] },
      ]);
    given(bloc, done(constitute, admit, merge))
      .when(merge)
      .thenNothing();
  });

  it("are consolidated into a new one", () => {
    const state = once(constitute, consolidate);
    expect(membersOn(state, "2022-08-31")).toHaveLength(5);
    expect(membersOn(state, "2022-09-01")).toEqual(["police", "military", "enforcement", "law-office"]);
    expect(nameOn(state, "court", "2022-09-01")).toBe("Tòa án nhân dân tỉnh");
    given(bloc, done(constitute, consolidate)).when(consolidate).thenNothing();
    given(bloc, done(constitute, consolidate))
      .when(create.ConsolidateMembers({ ...consolidate.data, units: ["court"] }))
      .thenRejected("NotMemberOfBloc", { unit: "court", date: "2022-09-01" });
  });

  it("may hand a name on to what they become", () => {
    const into = { unit: "new-court", name: court.name };
    const state = once(constitute, create.ConsolidateMembers({ ...consolidate.data, into }));
    expect(nameOn(state, "new-court", "2022-09-01")).toBe(court.name);
  });

  it.each([
    { command: create.MergeMembers({ ...merge.data, units: ["court", "justice"] }), unit: "justice" },
    { command: create.ConsolidateMembers({ ...consolidate.data, into: court }), unit: "court" },
  ])("are never merged into themselves", ({ command, unit }) => {
    given(bloc, done(constitute, admit)).when(command).thenRejected("MemberMergedIntoItself", { unit });
  });

  it("are merged once each, and only those who are members", () => {
    given(bloc, done(constitute, admit))
      .when(create.MergeMembers({ ...merge.data, units: ["court", "court"] }))
      .thenRejected("MemberNamedTwice", { unit: "court" });
    given(bloc, done(constitute))
      .when(merge)
      .thenRejected("NotMemberOfBloc", { unit: "justice", date: "2022-08-01" });
    given(bloc, done(constitute, admit))
      .when(create.MergeMembers({ ...merge.data, mergedOn: "2022-03-01" }))
      .thenRejected("NotMemberOfBloc", { unit: "justice", date: "2022-03-01" });
    given(bloc, done(constitute))
      .when(create.ConsolidateMembers({ ...consolidate.data, into: enforcement }))
      .thenRejected("MemberAlready", { unit: "enforcement", since: "2022-01-10" });
  });

  it("live on in a unit that is still a member when they end: it does not leave before a merger into it", () => {
    const leaving = (leftOn: string) =>
      create.ReleaseMember({
        ...{ unit: "justice", ground: "withdrawn", leftOn },
        decision: release.data.decision,
      });
    const merged = given(bloc, done(constitute, admit, merge));
    merged
      .when(leaving("2022-07-31"))
      .thenRejected("DateOutside", { date: "2022-07-31", earliest: "2022-08-01" });
    merged.when(leaving("2022-08-01")).thenEvents({ type: "MemberLeft", data: leaving("2022-08-01").data });
    merged
      .when(create.MergeMembers({ ...merge.data, units: ["justice"], into: "court", mergedOn: "2022-07-31" }))
      .thenRejected("DateOutside", { date: "2022-07-31", earliest: "2022-08-01" });
  });

  it("are split: the unit stays where it is one of the parts, and ends where it is not", () => {
    const stayed = once(constitute, admit, split);
    expect(membersOn(stayed, "2022-10-01")).toEqual(expect.arrayContaining(["justice", "registry"]));
    given(bloc, done(constitute, admit, split))
      .when(split)
      .thenNothing();
    const divide = create.SplitMember({
      ...split.data,
      into: [
        { unit: "civil", name: "Sở Hộ tịch" },
        { unit: "registry", name: "Trung tâm Đăng ký" },
      ],
    });
    const ended = once(constitute, admit, divide);
    expect(membersOn(ended, "2022-10-01")).toEqual(expect.arrayContaining(["civil", "registry"]));
    expect(membersOn(ended, "2022-10-01")).not.toContain("justice");
    given(bloc, done(constitute, admit, divide))
      .when(divide)
      .thenNothing();
  });
});

describe("a reconstituted bloc", () => {
  it("has the members of the new list, and says who came, went and changed the name", () => {
    const list = create.ReconstituteBloc({
      ...reconstitute.data,
      members: [police, { ...procuracy, name: "VKSND tỉnh" }, justice],
    });
    const { decision, state } = given(bloc, done(constitute)).when(list);
    expect(
      decision.ok && decision.events.map(({ type, data }) => [type, "unit" in data && data.unit]),
    ).toEqual([
      ["MemberAdmitted", "justice"],
      ["MemberRenamed", "procuracy"],
      ["MemberLeft", "military"],
      ["MemberLeft", "court"],
      ["MemberLeft", "enforcement"],
      ["BlocReconstituted", false],
    ]);
    expect(membersOn(state, "2022-12-01")).toEqual(["police", "procuracy", "justice"]);
    expect(membersOn(state, "2022-11-30")).toHaveLength(5);
    expect(blocNameOn(state, "2022-11-30")).toBe("Khối thi đua Nội chính");
    expect(blocNameOn(state, "2022-12-01")).toBe("Khối thi đua các cơ quan Nội chính");
    given(bloc, done(constitute, list)).when(list).thenNothing();
  });

  it("may exchange the names of two members", () => {
    const members = [
      { unit: "police", name: court.name },
      { unit: "court", name: police.name },
    ];
    const state = once(constitute, create.ReconstituteBloc({ ...reconstitute.data, members }));
    expect(nameOn(state, "court", "2022-12-01")).toBe("Công an tỉnh");
  });

  it("names nobody twice, and is not reconstituted backwards", () => {
    given(bloc, done(constitute))
      .when(create.ReconstituteBloc({ ...reconstitute.data, members: [police, police] }))
      .thenRejected("MemberNamedTwice", { unit: "police" });
    const twice = [...reconstitute.data.members, police];
    given(bloc, done(constitute, reconstitute))
      .when(create.ReconstituteBloc({ ...reconstitute.data, members: twice }))
      .thenRejected("MemberNamedTwice", { unit: "police" });
    given(bloc, done(constitute, reconstitute))
      .when(create.ReconstituteBloc({ ...reconstitute.data, reconstitutedOn: "2022-11-30" }))
      .thenRejected("DateOutside", { date: "2022-11-30", earliest: "2022-12-01" });
    // The first day that it names is one on which the list can hold, for the bloc and for its members.
    given(bloc, done(constitute, admit))
      .when(create.ReconstituteBloc({ ...reconstitute.data, reconstitutedOn: "2022-01-09" }))
      .thenRejected("DateOutside", { date: "2022-01-09", earliest: "2022-04-01" });
  });
});

describe("the bylaws in force", () => {
  it("are the last version that has taken effect", () => {
    const state = once(constitute, adopt, adoptAnew);
    const version = (day: string) => bylawsOn(state, day)?.version;
    expect(["2022-01-09", "2022-01-10", "2023-01-31", "2023-02-01"].map(version)).toEqual([
      undefined,
      1,
      1,
      2,
    ]);
    given(bloc, done(constitute, adopt, adoptAnew))
      .when(adopt)
      .thenNothing();
  });

  it("end with the bloc", () => {
    expect(bylawsOn(once(constitute, adopt, dissolve), "2023-06-30")).toBeUndefined();
  });
});
