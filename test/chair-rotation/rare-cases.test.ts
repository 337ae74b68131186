import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { emulationBloc, euCouncil } from "../../src/chair-rotation/policies/presets.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { conference, decision, timed } from "./life.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const handover = { consent: "outgoing", daysBeforeMax: 366, daysAfterMax: 366 } as const;

/** A rotation of yearly terms from 2022 on, in which the first unit is the chair. */
const opened = (units: string, policy: Partial<RotationPolicy> = {}) =>
  create.OpenRotation({
    bloc: "bloc",
    roster: [...units].map((unit) => ({ unit })),
    policy: { ...euCouncil, handover, joiner: "end", ...policy },
    calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
    chair: units[0] ?? "",
  });
const designate = (term: string, chair: string, basis: typeof decision | typeof conference = conference) =>
  create.DesignateChair({ term, chair, basis, designatedOn: "2022-02-02" });
const handOver = (term: string, from: string, to: string) =>
  create.HandOverChair({ term, from, to, handedOverOn: `${term}-01-01` });
const suspend = (unit: string, suspendedOn: string) =>
  create.SuspendFromRotation({ unit, suspendedOn, reason });
const adopt = (term: string, policy: Partial<RotationPolicy>) =>
  create.AdoptRotationPolicy({
    term,
    policy: { ...euCouncil, handover, joiner: "end", ...policy },
    basis: decision,
  });

function stateAfter(...commands: ChairRotationCommand[]) {
  const state = chairRotation.fold(historyOf(chairRotation, commands.map(timed)));
  if (state.status !== "open") throw new Error("the rotation is not open");
  return state;
}

/** The chairs of the first terms; of an open term those who stand. */
const chairs = (terms: number, ...commands: ChairRotationCommand[]) =>
  forecast(stateAfter(...commands), { number: terms - 1 }).map(({ chair }) => {
    if (chair.kind === "open") return `{${chair.among.join("")}}`;
    return chair.kind === "unit" ? chair.unit : "-";
  });

describe("where a substitute may be anybody", () => {
  const substitute = create.NameSubstitute({ term: "2023", unit: "b", chair: "x", reason });

  it("takes the chair over, and hands it on", () => {
    const history = [opened("abc", { substitutes: "anybody" }), substitute, handOver("2023", "a", "x")];
    expect(officeOn(stateAfter(...history), "2023-06-01")).toMatchObject({ holder: "x" });
    expect(chairs(4, ...history, handOver("2024", "x", "c"))).toEqual(["a", "x", "c", "a"]);
  });

  it("has its term though it is suspended, and whoever is suspended in its own turn has not", () => {
    const history = [
      opened("abc", { substitutes: "anybody" }),
      suspend("c", "2022-05-01"),
      create.NameSubstitute({ term: "2023", unit: "b", chair: "c", reason }),
      handOver("2023", "a", "c"),
    ];
    expect(officeOn(stateAfter(...history), "2023-06-01")).toMatchObject({ holder: "c" });
    const itself = [opened("abc", { substitutes: "anybody" }), suspend("a", "2022-05-01")];
    expect(officeOn(stateAfter(...itself), "2022-06-01")).toMatchObject({ why: "suspended" });
  });

  it("takes no suspended unit into a term that nobody was chosen for: that unit is no substitute", () => {
    const { chair: _, ...drawn } = opened("ab", {
      succession: { kind: "lottery" },
      substitutes: "anybody",
    }).data;
    const basis = decision;
    given(
      chairRotation,
      historyOf(chairRotation, [create.OpenRotation(drawn), suspend("a", "2022-01-01")].map(timed)),
    )
      .when(timed(create.InstallChair({ term: "2022", chair: "a", installedOn: "2022-01-01", basis })))
      .thenRejected("UnitSuspended", { unit: "a" });
  });
});

describe("an acting chair that is suspended", () => {
  it("acts no more, and another unit is appointed in its place", () => {
    const acting = (unit: string, from: string) =>
      create.AppointActingChair({ term: "2022", unit, from, reason });
    const state = stateAfter(
      opened("abcd", { leaver: "reassign" }),
      create.RecordVacancy({ term: "2022", from: "2022-03-01", reason }),
      acting("b", "2022-03-01"),
      suspend("b", "2022-04-01"),
      acting("c", "2022-04-02"),
    );
    expect(officeOn(state, "2022-04-01").acting).toBeUndefined();
    expect(officeOn(state, "2022-04-02").acting).toBe("c");
  });
});

describe("a deputy that was named for a coming term and is suspended by then", () => {
  it("gives way to the one that the rule names", () => {
    const policy = { deputy: "nextChair" } as const;
    const name = create.DesignateDeputy({
      term: "2023",
      deputy: "d",
      basis: conference,
      designatedOn: "2022-02-02",
    });
    const before = [opened("abcd", policy), name];
    const deputyOf2023 = (...commands: ChairRotationCommand[]) =>
      forecast(stateAfter(...before, ...commands), { number: 1 }).at(-1)?.deputy;
    expect(deputyOf2023()).toBe("d");
    expect(deputyOf2023(suspend("d", "2022-06-01"))).toBe("c");
  });
});

describe("elected in rotation", () => {
  const preset = opened("abcde", emulationBloc);

  it("a term that begins without a chair takes nobody's turn", () => {
    const vacant = create.BeginVacantTerm({ term: "2023", begunOn: "2023-01-01" });
    const install = create.InstallChair({
      term: "2024",
      chair: "b",
      installedOn: "2024-01-01",
      basis: conference,
    });
    const terms = [
      vacant,
      designate("2024", "b"),
      install,
      designate("2025", "c"),
      handOver("2025", "b", "c"),
    ];
    expect(chairs(7, preset, ...terms).slice(1)).toEqual(["-", "b", "c", "{de}", "{de}", "{abcde}"]);
  });

  it("the authority gives a term to whom it decides, also after an election", () => {
    const history = [preset, designate("2023", "d"), designate("2023", "c", decision)];
    expect(chairs(3, ...history)).toEqual(["a", "c", "{bde}"]);
    expect(chairs(2, preset, designate("2023", "a", decision))).toEqual(["a", "a"]);
    given(chairRotation, historyOf(chairRotation, [timed(preset)]))
      .when(timed(designate("2023", "a")))
      .thenRejected("UnitHadItsTurn", { term: "2023", unit: "a" });
  });
});

describe("another rule", () => {
  it.each(["elected", "electedInRotation", "longestWaiting"] as const)(
    "that goes round an order goes on after the last chair: before it was %s",
    (kind) => {
      const terms = [designate("2023", "b"), handOver("2023", "a", "b")];
      expect(chairs(5, opened("abcd", { succession: { kind } }), ...terms, adopt("2024", {}))).toEqual([
        ..."abcda",
      ]);
    },
  );

  it("goes on from the last chair where a new key has moved its place in the order", () => {
    const alphabetical = opened("abcd", { succession: { kind: "alphabetical" } });
    const rename = create.RenameInRotation({ unit: "d", name: "D", sortKey: "0", renamedOn: "2022-02-01" });
    expect(chairs(5, alphabetical, rename)).toEqual([..."abcda"]);
    expect(chairs(5, alphabetical, rename, adopt("2023", {}))).toEqual([..."abcda"]);
  });

  it("elects in rotation among those who had no turn in the running lap", () => {
    const terms = [handOver("2023", "a", "b"), adopt("2024", { succession: { kind: "electedInRotation" } })];
    expect(chairs(5, opened("abcd"), ...terms)).toEqual(["a", "b", "{cd}", "{cd}", "{abcd}"]);
  });

  it("keeps its pointer where only other parts of the policy change", () => {
    const owed = { skip: { kind: "defer", terms: 1 } } as const;
    const skip = create.SkipTurn({ term: "2023", unit: "b", reason });
    const terms = [opened("abcd", owed), skip, handOver("2023", "a", "c"), handOver("2024", "c", "b")];
    expect(chairs(5, ...terms)).toEqual([..."acbda"]);
    expect(chairs(5, ...terms, adopt("2025", { horizonTerms: 3 }))).toEqual([..."acbda"]);
  });
});

describe("a term that is held over", () => {
  it("goes to the unit whose turn the term before was, also where a substitute sat in it", () => {
    const substitute = create.NameSubstitute({ term: "2023", unit: "b", chair: "d", reason });
    const hold = create.HoldOver({ term: "2024", reason });
    expect(chairs(4, opened("abcd"), substitute, handOver("2023", "a", "d"), hold)).toEqual([..."adbc"]);
  });
});
