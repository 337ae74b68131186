import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { whenIsTurn } from "../../src/chair-rotation/forecast/when-is-turn.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { given } from "../../src/testing/scenario.ts";
import { conference, consent, decision, hand, install, opening, propose } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const inRotation = { succession: { kind: "electedInRotation" } } as const;
const elect = (term: string, chair: string) =>
  create.DesignateChair({ term, chair, basis: conference, designatedOn: "2022-01-05" });
const begun = (units: string, policy: Parameters<typeof opening>[1] = {}) => [
  opening(units, { ...inRotation, ...policy }),
  elect("2022", "a"),
  install("2022", "a"),
];
const join = create.JoinRotation({ unit: "x", joinedOn: "2022-06-01" });
const leave = (unit: string, leftOn: string) => create.LeaveRotation({ unit, leftOn, reason });
const vacant = (term: string) => create.RecordVacancy({ term, from: `${term}-01-01`, reason });
const seats = (number: number, ...commands: ChairRotationCommand[]) =>
  forecast(once(...commands), { number })
    .map(({ chair }) => {
      if (chair.kind === "open") return `{${chair.among.join("")}}`;
      return chair.kind === "unit" ? chair.unit : "-";
    })
    .join(" ");

describe("a unit that waits for the next lap", () => {
  it("has its turns there when the unit that it was split off from merges (seed 286326898)", () => {
    const policy = { succession: { kind: "cycle" }, joiner: "nextLap" } as const;
    const opened = [opening("abc", policy), install("2022", "a")];
    const waits = create.JoinRotation({ unit: "x", joinedOn: "2022-03-01" });
    const split = create.SplitInRotation({ unit: "x", heir: "x", others: ["y"], splitOn: "2022-05-01" });
    const merge = create.MergeInRotation({ units: ["x"], into: "c", mergedOn: "2022-06-01" });
    expect(seats(7, ...opened, waits, split, merge)).toBe("a b c a b c y a");
  });
});

describe("elected in rotation", () => {
  it("a joiner of the next lap stands with all others in it, and not alone before it", () => {
    const joined = [...begun("abc", { joiner: "nextLap" }), join];
    expect(seats(4, ...joined, elect("2023", "b"), elect("2024", "c"))).toBe("a b c {abx} {abcx}");
  });

  it("a joiner of the next lap stands in the first one, if that has not begun", () => {
    const policy = { ...inRotation, joiner: "nextLap" } as const;
    const early = create.JoinRotation({ unit: "x", joinedOn: "2021-06-01" });
    expect(seats(1, opening("abc", policy), early)).toBe("{abcx} {abcx}");
  });

  it("a unit of the order that waits for the end of the lap stands with all others", () => {
    const order = create.ReplaceOrder({ term: "2023", order: [..."abcx"], effective: "lapEnds", reason });
    const joined = [...begun("abc", { joiner: "notEligible" }), join, order];
    expect(seats(3, ...joined, elect("2023", "b"), elect("2024", "c"))).toBe("a b c {abx}");
  });

  it("a term that stays vacant takes nobody's turn, before it begins as after", () => {
    const left = [...begun("abc"), vacant("2023")];
    const begin = create.BeginVacantTerm({ term: "2023", begunOn: "2023-01-01" });
    const upTo = (...commands: ChairRotationCommand[]) =>
      whenIsTurn(once(...commands), "b", { number: 6 })?.upTo;
    expect([seats(4, ...left), upTo(...left)]).toEqual(["a - {bc} {bc} {abc}", "2025"]);
    expect([seats(4, ...left, begin), upTo(...left, begin)]).toEqual([seats(4, ...left), upTo(...left)]);
  });

  const swapped = [
    ...begun("abcd"),
    elect("2023", "b"),
    elect("2024", "c"),
    propose("b2023", "c2024"),
    consent("c"),
  ];
  const owed = [...swapped, hand("2023", "a", "c"), leave("c", "2023-06-30")];
  const obligation = [...once(...owed).obligations.keys()][0] ?? "";
  const claim = create.ClaimOwedTurn({ obligation, term: "2024" });

  it("a turn that is owed for half a swap can be claimed, and takes no turn of the lap (L48)", () => {
    expect(seats(4, ...owed, claim)).toBe("a c b {d} {abd}");
    given(chairRotation, done(...owed, claim))
      .when(elect("2024", "d"))
      .thenRejected("ChairOutOfTurn", { term: "2024", chair: "d", holder: "b" });
  });

  it("a turn that is owed can be claimed in the next lap, and its unit stands in that lap too", () => {
    const later = create.ClaimOwedTurn({ obligation, term: "2025" });
    expect(seats(6, ...owed, elect("2024", "d"), later)).toBe("a c d b {ad} {abd} {abd}");
  });
});

describe("a debt", () => {
  const swapped = [
    opening("abcd"),
    install("2022", "a"),
    propose("b2023", "d2025"),
    consent("d"),
    hand("2023", "a", "d"),
  ];
  const merge = (unit: string, mergedOn: string) =>
    create.MergeInRotation({ units: [unit], into: "n", mergedOn });

  it("does not arise where both parties of a swap become one unit: it had both terms (L24)", () => {
    const merged = [...swapped, merge("b", "2023-06-01"), merge("d", "2023-07-01")];
    expect([...once(...merged).obligations]).toEqual([]);
    expect(seats(6, ...merged)).toBe("a d c n a c n");
  });

  it("arises as before where the party that has taken its term leaves", () => {
    expect(once(...swapped, leave("d", "2023-06-30")).obligations.size).toBe(1);
  });
});

describe("a policy of the same kind of succession", () => {
  const adopt = (policy: Parameters<typeof opening>[1]) =>
    create.AdoptRotationPolicy({
      term: "2024",
      policy: { ...opening("abcd", policy).data.policy, horizonTerms: 2 },
      basis: decision,
    });

  it("keeps the order that was drawn", () => {
    const lottery = { succession: { kind: "lottery" } } as const;
    const drawn = [
      opening("abcd", lottery),
      create.AnnounceOrderLot({
        lot: "lot",
        term: "2022",
        units: [..."abcd"],
        sources: ["X"],
        announcedOn: "2021-06-01",
      }),
      create.DrawOrder({ lot: "lot", drawn: [{ source: "X", values: ["735182"] }], drawnOn: "2021-06-02" }),
    ];
    expect(seats(8, ...drawn, adopt(lottery))).toBe(seats(8, ...drawn));
  });

  it("keeps an order that was laid down under an alphabetical rule", () => {
    const alphabetical = { succession: { kind: "alphabetical" } } as const;
    const order = create.ReplaceOrder({ term: "2023", order: [..."dcba"], effective: "atOnce", reason });
    const laidDown = [opening("abcd", alphabetical), install("2022", "a"), order];
    expect(seats(8, ...laidDown, adopt(alphabetical))).toBe("a d c b a d c b a");
    expect(seats(8, opening("abcd", alphabetical), install("2022", "a"), adopt(alphabetical))).toBe(
      "a b c d a b c d a",
    );
  });
});

describe("a group", () => {
  const groups = [
    ["a", "b"],
    ["c", "d"],
  ];
  const policy = { succession: { kind: "group", within: "designated", groups } } as const;

  it("gives its open term by vote to one of its units only, also where the chair is taken at once", () => {
    const take = (chair: string, basis: typeof conference | typeof decision) =>
      create.InstallChair({ term: "2022", chair, installedOn: "2022-01-01", basis });
    const opened = opening("abcd", policy as never);
    given(chairRotation, done(opened))
      .when(take("c", conference))
      .thenRejected("ChairNotInGroup", { term: "2022", chair: "c", group: ["a", "b"] });
    expect(seats(0, opened, take("b", conference))).toBe("b");
    expect(seats(0, opened, take("c", decision))).toBe("c");
  });
});
