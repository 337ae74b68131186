import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { fairnessOf } from "../../src/chair-rotation/forecast/fairness.ts";
import { ChairRotationCommand, ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { conference, flag, hand, opening, timed } from "./life.ts";
import { once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const begun = (units: string, policy: Parameters<typeof opening>[1] = {}) =>
  create.OpenRotation({ ...opening(units, policy).data, chair: units[0], flag });
const merge = (unit: string, into: string, mergedOn: string) =>
  create.MergeInRotation({ units: [unit], into, mergedOn });

function answer(...commands: ChairRotationCommand[]) {
  const last = commands.at(-1) ?? opening("a");
  const decision = chairRotation.decide(timed(last), once(...commands.slice(0, -1)));
  return decision.ok ? "accepted" : decision.rejection.type;
}

describe("a merger of the chair that lies ahead", () => {
  const ahead = [begun("abcd"), merge("a", "c", "2022-07-01")];
  const lost = (unit: string, lostOn: string) =>
    create.ReportFlagLost({ custodian: { kind: "unit", unit }, lostOn, reason });

  it("lets the chair report the flag lost up to its day, and the heir from then on (H2)", () => {
    expect(answer(...ahead, lost("a", "2022-03-01"))).toBe("accepted");
    expect(answer(...ahead, lost("c", "2022-03-01"))).toBe("NotCustodian");
    expect(answer(...ahead, lost("a", "2022-07-01"))).toBe("NotCustodian");
    expect(answer(...ahead, lost("c", "2022-07-01"))).toBe("accepted");
  });

  it("has the flag back from nobody when it was lost before (H2)", () => {
    const state = once(...ahead, lost("a", "2022-03-01"));
    expect(custodyOn(state, "2022-07-01")?.custodian).toEqual({ kind: "lost" });
  });
});

describe("a flag that was lost", () => {
  const unit = (id: string) => ({ kind: "unit", unit: id }) as const;
  const lost = create.ReportFlagLost({ custodian: unit("a"), lostOn: "2022-03-01", reason });
  const found = create.ReportFlagFound({ to: unit("a"), foundOn: "2022-04-01", note: "trong kho" });

  it("may be found again: the same flag goes on in the chain of custody", () => {
    const custody = custodyOn(once(begun("ab"), lost, found), "2022-05-01");
    expect(custody?.flag).toEqual(flag);
    expect(custody?.custodian).toEqual(unit("a"));
    expect(custody?.steps.map(({ on, from, to }) => [on, from.kind, to.kind])).toEqual([
      ["2021-01-10", "issuer", "unit"],
      ["2022-03-01", "unit", "lost"],
      ["2022-04-01", "lost", "unit"],
    ]);
  });

  it("is found once, and not after another has taken its place", () => {
    const other = create.ReplaceFlag({
      flag: { ...flag, flag: "flag-2", issuedOn: "2022-03-15" },
      to: unit("a"),
    });
    const again = create.ReportFlagFound({ to: unit("a"), foundOn: "2022-04-02" });
    expect(answer(begun("ab"), lost, found, again)).toBe("FlagNotLost");
    expect(answer(begun("ab"), lost, other, found)).toBe("FlagNotLost");
  });

  it("comes to a member of that day, and is not given before", () => {
    const given = create.ReceiveFlag({
      from: unit("a"),
      to: { kind: "issuer" },
      receivedOn: "2022-02-01",
      flag: { condition: "tốt" },
    });
    expect(answer(begun("ab"), lost, merge("a", "b", "2022-03-15"), found)).toBe("FlagWithoutOffice");
    expect(answer(begun("ab"), lost, given)).toBe("DateOutside");
  });
});

describe("a word that would do nothing", () => {
  const suspended = create.SuspendFromRotation({ unit: "b", suspendedOn: "2024-01-01", reason });
  const owing = [
    begun("abcd", { skip: { kind: "whenReady" } }),
    create.SkipTurn({ term: "2023", unit: "b", reason }),
  ];
  const claim = (term: string) => {
    const [owed = ""] = once(...owing).obligations.keys();
    return create.ClaimOwedTurn({ obligation: owed, term });
  };

  it("is no claim of a turn: its unit is suspended in that term, or the chair is designated (M14)", () => {
    expect(answer(...owing, claim("2025"))).toBe("accepted");
    expect(answer(...owing, suspended, claim("2025"))).toBe("UnitSuspended");
    const designated = create.DesignateChair({
      term: "2025",
      chair: "a",
      basis: {
        kind: "document",
        document: { kind: "decision", number: "1", issuedOn: "2022-02-01", issuer: "I" },
      },
      designatedOn: "2022-02-01",
    });
    expect(answer(...owing, designated, claim("2025"))).toBe("ChairDesignatedAlready");
  });

  it("is no hold-over by a unit that is suspended then (M14)", () => {
    const away = create.SuspendFromRotation({ unit: "a", suspendedOn: "2022-06-01", reason });
    expect(answer(begun("abcd"), away, create.HoldOver({ term: "2023", reason }))).toBe("WithoutEffect");
    expect(answer(begun("abcd"), create.HoldOver({ term: "2023", reason }))).toBe("accepted");
  });

  it("is no designation and no substitution of a unit whose suspension is to be lifted only later (M4)", () => {
    const back = create.ReinstateInRotation({ unit: "c", reinstatedOn: "2025-01-01" });
    const before = [
      begun("abcd"),
      create.SuspendFromRotation({ unit: "c", suspendedOn: "2022-06-01", reason }),
      back,
    ];
    const elect = create.DesignateChair({
      term: "2024",
      chair: "c",
      basis: conference,
      designatedOn: "2022-07-01",
    });
    const substitute = create.NameSubstitute({ term: "2023", unit: "b", chair: "c", reason });
    expect([answer(...before, elect), answer(...before, substitute)]).toEqual([
      "UnitSuspended",
      "UnitSuspended",
    ]);
  });
});

describe("a fairness report after a merger", () => {
  it("shares the terms that have begun among the members, and tells of a former one beside them (L4)", () => {
    const terms = [hand("2023", "a", "b"), merge("b", "c", "2023-06-01"), hand("2024", "c", "d")];
    const state = once(begun("abcd", { merge: { place: "later", turns: "sum" } }), ...terms);
    const { units, elapsed } = fairnessOf(state);
    const isMember = ({ unit }: { unit: string }) => state.lastRoster.members.has(unit);
    const told = (of: typeof units) => of.map(({ unit, turns }) => `${unit} ${turns}`);
    expect(told(units.filter(isMember))).toEqual(["a 1", "c 1", "d 1"]);
    expect(told(units.filter((one) => !isMember(one)))).toEqual(["b 1"]);
    expect(elapsed).toBe(3);
  });
});

describe("what an older version recorded when the chair left", () => {
  it("is told in the words of an office, with no code (M11)", () => {
    const code = "leaver: deputyActs";
    const events = [
      ChairRotationEvent.create.TermVacated({ term: "2025", from: "2025-09-16", reason: code }),
      ChairRotationEvent.create.ActingChairAppointed({
        term: "2025",
        unit: "b",
        from: "2025-09-16",
        reason: code,
      }),
    ];
    const told = [vi, en].flatMap((language) => events.map((one) => sentence(language, one, () => "Sở B")));
    expect(told).toEqual([
      "Nhiệm kỳ 2025 khuyết Khối trưởng từ ngày 16/09/2025; lý do: Khối trưởng thôi tham gia luân phiên.",
      "Sở B tạm thời điều hành Khối trong nhiệm kỳ 2025 từ ngày 16/09/2025; lý do: Khối trưởng thôi tham gia luân phiên.",
      "The chair for 2025 is vacant from 16 September 2025; reason: the chair left the rotation.",
      "Sở B acts as chair in 2025 from 16 September 2025; reason: the chair left the rotation.",
    ]);
  });
});
