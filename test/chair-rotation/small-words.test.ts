import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { whenIsTurn } from "../../src/chair-rotation/forecast/when-is-turn.ts";
import {
  ChairRotationCommand,
  ChairRotationEvent,
  type ChairRotationRejection,
} from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { conflicts } from "../../src/chair-rotation/questions/conflicts.ts";
import { sent } from "../../src/kernel/sent.ts";
import { conference, decision, flag, hand, install, opening, timed } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const running = (policy: Partial<RotationPolicy> = {}) => [opening("abcd", policy), install("2022", "a")];
const group = (...groups: string[]) =>
  ({ kind: "group", groups: groups.map((units) => [...units]), within: "longestWaiting" }) as const;
const refused = (
  before: ChairRotationCommand[],
  command: ChairRotationCommand,
  type: ChairRotationRejection["type"],
  data: object = {},
) =>
  expect(chairRotation.decide(timed(command), chairRotation.fold(done(...before)))).toEqual({
    ok: false,
    rejection: { type, data },
  });

describe("a rotation without a flag", () => {
  const first = (issuedOn: string) =>
    create.ReplaceFlag({ flag: { ...flag, issuedOn }, to: { kind: "unit", unit: "b" } });
  const begun = [...running(), hand("2023", "a", "b")];

  it("is given none on a closed day", () => {
    refused(begun, first("2022-06-01"), "DateOutside", { date: "2022-06-01", earliest: "2023-01-01" });
  });

  it("has its first flag from the day on which it was issued", () => {
    const state = once(...begun, first("2023-06-01"));
    expect(custodyOn(state, "2023-05-31")).toBe(undefined);
    expect(custodyOn(state, "2023-06-01")?.custodian).toEqual({ kind: "unit", unit: "b" });
    expect(state.doneOn).toBe("2023-06-01");
  });

  it("gives its first flag to a unit that left once and has come back", () => {
    const away = create.LeaveRotation({ unit: "b", leftOn: "2022-03-01", reason });
    const back = create.JoinRotation({ unit: "b", joinedOn: "2022-05-01", place: { kind: "first" } });
    const state = once(
      ...running(),
      away,
      back,
      hand("2023", "a", "c"),
      hand("2024", "c", "d"),
      hand("2025", "d", "b"),
      first("2025-06-01"),
    );
    const kept = { kind: "unit", unit: "b" };
    expect(custodyOn(state, "2025-06-01")?.custodian).toEqual(kept);
  });
});

describe("groups", () => {
  it("name members, and each once", () => {
    const grouped = (...groups: string[]) => opening("abcd", { succession: group(...groups) });
    refused([], grouped("az"), "UnitNotInRotation", { unit: "z" });
    refused([], grouped("ab", "ca"), "UnitTwiceInRotation", { unit: "a" });
    const adopt = (...groups: string[]) =>
      create.AdoptRotationPolicy({
        term: "2023",
        policy: { ...opening("a").data.policy, succession: group(...groups) },
        basis: decision,
      });
    refused(running(), adopt("az"), "UnitNotInRotation", { unit: "z" });
    refused(running(), adopt("ab", "ca"), "UnitTwiceInRotation", { unit: "a" });
  });

  it("have the heir of a unit that merges before the policy is in force", () => {
    const adopt = create.AdoptRotationPolicy({
      term: "2024",
      policy: { ...opening("a").data.policy, succession: group("ab", "cd") },
      basis: decision,
    });
    const merge = create.MergeInRotation({ units: ["b", "c"], into: "n", mergedOn: "2023-06-01" });
    const rows = forecast(once(...running(), adopt, merge), { number: 5 });
    expect(rows.map(({ chair }) => (chair.kind === "unit" ? chair.unit : chair.kind)).join(" ")).toBe(
      "a b d n d a",
    );
  });

  it("leave a place in the order without effect", () => {
    const grouped = running({ succession: group("ab", "cd") });
    const place = create.PlaceInOrder({ term: "2023", unit: "d", place: { kind: "first" }, reason });
    refused(grouped, place, "WithoutEffect");
  });
});

describe("a place in the order", () => {
  const place = (unit: string, after: string) =>
    create.PlaceInOrder({ term: "2023", unit, place: { kind: "after", unit: after }, reason });
  const remove = (unit: string) => create.RemoveFromOrder({ term: "2023", unit, reason });
  const unplaced = [
    ...running({ joiner: "notEligible" }),
    create.JoinRotation({ unit: "x", joinedOn: "2022-02-01" }),
  ];

  it("is not given where the unit has it already, nor taken from a unit that has none", () => {
    refused(running(), place("b", "a"), "WithoutEffect");
    refused(unplaced, remove("x"), "WithoutEffect");
    expect(done(...unplaced, place("x", "b")).at(-1)?.type).toBe("UnitPlacedInOrder");
  });
});

describe("a rotation that is closed", () => {
  const close = create.CloseRotation({ closedOn: "2022-06-01", reason });

  it("has nobody in an office after its last day, and no conflict in a term that it does not reach", () => {
    const state = chairRotation.fold(done(...running(), close));
    if (state.status !== "closed") expect.fail();
    expect(officeOn(state, "2022-06-01").holder).toBe("a");
    expect(officeOn(state, "2022-06-02")).toEqual({ why: "rotationClosed", isFinishing: false });
    expect(whenIsTurn(state, "b", { terms: 3 })).toBe(undefined);
    const other = once(...running());
    expect(conflicts(state, other, { terms: 3 })).toEqual([]);
    expect(conflicts(other, state, { terms: 3 })).toEqual([]);
    expect(conflicts(other, other, { terms: 3 })).toHaveLength(3);
  });
});

describe("the deputy of a term whose first day has passed", () => {
  const named = create.DesignateDeputy({
    term: "2023",
    deputy: "x",
    basis: conference,
    designatedOn: "2023-02-20",
  });
  const overdue = [
    ...running({ deputy: "designated" }),
    create.JoinRotation({ unit: "x", joinedOn: "2023-02-01" }),
  ];
  const typesAt = (history: ChairRotationEvent[], command: ChairRotationCommand) => {
    const metadata = { now: new Date("2023-03-01T05:00:00Z"), commandId: "one", actor: "office" };
    const decision = chairRotation.decide(sent(command, metadata), chairRotation.fold(history));
    return decision.ok ? decision.events.map(({ type }) => type) : decision.rejection.type;
  };

  it("is named once, and released, though it was no member on that first day", () => {
    const before = done(...overdue);
    const after = [...before, ChairRotationEvent.create.DeputyDesignated(named.data)];
    expect(typesAt(before, named)).toEqual(["DeputyDesignated"]);
    expect(typesAt(after, named)).toEqual([]);
    const release = create.ReleaseDeputy({ term: "2023", deputy: "x", releasedOn: "2023-02-25", reason });
    expect(typesAt(after, release)).toEqual(["DeputyReleased"]);
  });

  it("is no unit that was suspended on the day of the choice, though it is reinstated by now", () => {
    const suspended = create.SuspendFromRotation({ unit: "x", suspendedOn: "2023-02-10", reason });
    const reinstated = create.ReinstateInRotation({ unit: "x", reinstatedOn: "2023-02-25" });
    expect(typesAt(done(...overdue, suspended), named)).toBe("UnitSuspended");
    expect(typesAt(done(...overdue, suspended, reinstated), named)).toBe("UnitSuspended");
  });
});

describe("a refusal tells what is the matter", () => {
  const substitute = create.NameSubstitute({ term: "2023", unit: "b", chair: "d", reason });
  const vacancy = create.RecordVacancy({ term: "2023", from: "2023-05-01", reason });

  it("to a substitute that declines: it is another unit's turn", () => {
    const decline = create.DeclineTurn({ term: "2023", unit: "d", declinedOn: "2022-02-01", reason });
    const turn = { term: "2023", chair: "d", holder: "b" };
    refused([...running(), substitute], decline, "ChairOutOfTurn", turn);
  });

  it("to a unit that declines a turn before it exists, and to none from that day on (L47)", () => {
    const merge = create.MergeInRotation({ units: ["b"], into: "n", mergedOn: "2022-07-01" });
    const decline = (declinedOn: string) =>
      create.DeclineTurn({ term: "2023", unit: "n", declinedOn, reason });
    refused([...running(), merge], decline("2022-06-30"), "UnitNotInRotation", { unit: "n" });
    expect(done(...running(), merge, decline("2022-07-01")).at(-1)?.type).toBe("TurnDeclined");
  });

  it("to a later vacancy of a term that is partly vacant", () => {
    const later = create.RecordVacancy({ term: "2023", from: "2023-06-01", reason });
    refused([...running(), vacancy], later, "TermVacantAlready", { term: "2023" });
  });

  it("to a stranger that hands over while the deputy acts: who acts, and not who holds the chair", () => {
    const open = create.OpenRotation({
      ...opening("abcd", { leaver: "deputyActs" }).data,
      chair: "a",
      deputy: "d",
    });
    const left = [open, create.LeaveRotation({ unit: "a", leftOn: "2022-03-01", reason })];
    refused(left, hand("2023", "b", "b"), "NotHolderOfChair", { unit: "b", acting: "d" });
  });
});
