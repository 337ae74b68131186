import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { forecast, forecastOf } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import type { ChairRotation } from "../../src/chair-rotation/state.ts";
import { given } from "../../src/testing/scenario.ts";
import { consent, decision, designate, handOver, install, open, opening, propose } from "./life.ts";
import { done } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo thỏa thuận";

/** The chairs of the terms from the first on, as their units' ids; - for a vacant one, ? for an open one. */
function chairs(commands: ChairRotationCommand[], count = 8): string {
  return chairsOf(chairRotation.fold(done(...commands)), count);
}
function chairsOf(state: ChairRotation, count: number): string {
  if (state.status === "blank") return "";
  return forecast(state, { number: count - 1 })
    .map(({ chair }) => (chair.kind === "unit" ? chair.unit : chair.kind === "open" ? "?" : "-"))
    .join("");
}

/** The office on a day, and who has the flag. */
function onDay(state: ChairRotation, day: string) {
  if (state.status === "blank") return {};
  return { ...officeOn(state, day), flag: custodyOn(state, day)?.custodian };
}

describe("the rotation of Tây Ninh's bloc", () => {
  it("stays with the outgoing chair into January, until it hands over", () => {
    const { state } = given(chairRotation, done(open, designate));
    expect(onDay(state, "2023-01-08")).toMatchObject({ holder: "judgment", flag: { unit: "judgment" } });
  });

  it("is handed over nine days into the term, with the rotating flag", () => {
    const { state, decision: answer } = given(chairRotation, done(open, designate)).when(handOver);
    expect(answer).toMatchObject({
      ok: true,
      events: [
        { type: "ChairHandedOver", data: { startsOn: "2023-01-01", deputy: "procuracy", turnOf: "police" } },
      ],
    });
    expect(onDay(state, "2023-01-08")).toMatchObject({ holder: "judgment", flag: { unit: "judgment" } });
    expect(onDay(state, "2023-01-09")).toMatchObject({ holder: "police", flag: { unit: "police" } });
    expect(state).toMatchObject({
      served: [{ chair: "judgment" }, { chair: "police", begunOn: "2023-01-09" }],
    });
  });

  it("knows nobody for 2024: the deputy does not succeed of itself", () => {
    const state = chairRotation.fold(done(open, designate, handOver));
    const row = state.status === "blank" ? undefined : forecastOf(state, "2024");
    expect(row).toMatchObject({ chair: { kind: "open" }, certainty: "open" });
  });

  it("is told the same twice without a trace", () => {
    given(chairRotation, done(open, designate)).when(designate).thenNothing();
    given(chairRotation, done(open, designate, handOver))
      .when(handOver)
      .thenNothing();
    given(chairRotation, done(open)).when(open).thenNothing();
  });

  it("takes no fact dated after the day on which it is recorded", () => {
    const metadata = { now: new Date("2023-01-08T10:00:00Z"), commandId: "c1", actor: "office" };
    given(chairRotation, done(open))
      .when({ ...designate, metadata })
      .thenRejected("DateInFuture", { date: "2023-01-09", today: "2023-01-08" });
  });
});

describe("an order", () => {
  it("goes round", () => expect(chairs([opening("abc")])).toBe("abcabcab"));
  it("passes neither of two units with one sort key, however it is spelled", () =>
    expect(
      chairs([
        opening("ab", { succession: { kind: "alphabetical" } }),
        create.JoinRotation({ unit: "c", name: "E\u0301cole", joinedOn: "2023-01-01" }),
        create.JoinRotation({ unit: "d", name: "\u00c9cole", joinedOn: "2023-01-01" }),
      ]),
    ).toBe("abcdabcd"));
  it("skips a turn, which is lost", () =>
    expect(chairs([opening("abc"), create.SkipTurn({ term: "2023", unit: "b", reason })])).toBe("acabcabc"));
  it("owes a deferred turn, which moves nobody else's place", () =>
    expect(
      chairs([
        opening("abc", { skip: { kind: "defer", terms: 2 } }),
        create.SkipTurn({ term: "2023", unit: "b", reason }),
      ]),
    ).toBe("acabbcab"));
  it("lets a joiner in at its end", () =>
    expect(chairs([opening("abc"), create.JoinRotation({ unit: "d", joinedOn: "2023-01-01" })])).toBe(
      "abcdabcd",
    ));
  it("lets a joiner wait for the next lap", () =>
    expect(
      chairs(
        [opening("abc", { joiner: "nextLap" }), create.JoinRotation({ unit: "d", joinedOn: "2023-01-01" })],
        9,
      ),
    ).toBe("abcabcdab"));
  it("passes the suspended over and takes them back", () =>
    expect(
      chairs([
        opening("abc"),
        create.SuspendFromRotation({ unit: "b", suspendedOn: "2023-01-01", reason }),
        create.ReinstateInRotation({ unit: "b", reinstatedOn: "2026-06-01" }),
      ]),
    ).toBe("acacabca"));
  it("starts anew after a prefix", () =>
    expect(
      chairs([
        opening("abc"),
        create.ReplaceOrder({
          term: "2023",
          order: ["c", "b", "a"],
          prefix: ["b"],
          effective: "atOnce",
          reason,
        }),
      ]),
    ).toBe("abcbacba"));
  it("waits with a new order until the running lap has ended", () =>
    expect(
      chairs([
        opening("abc"),
        create.ReplaceOrder({ term: "2023", order: ["c", "b", "a"], effective: "lapEnds", reason }),
      ]),
    ).toBe("abccbacb"));
  it("keeps two swaps apart that do not commute (G20, 2018 and 2020)", () => {
    const open2021 = opening("abc");
    const first = [propose("a2022", "b2023", "1"), consent("b", "1")];
    const second = [propose("a2023", "c2024", "2"), consent("c", "2")];
    expect(chairs([open2021, ...first, ...second], 4)).toBe("bcaa");
    given(chairRotation, done(open2021))
      .when(propose("a2023", "c2024", "2"))
      .thenRejected("SwapHolderStale", { term: "2023", unit: "a", holder: "b" });
  });
  it("holds a term over without anybody losing a turn", () =>
    expect(chairs([opening("abc"), create.HoldOver({ term: "2023", reason })])).toBe("aabcabca"));
  it("spends a substituted turn and a vacant one", () => {
    expect(
      chairs([opening("abc"), create.NameSubstitute({ term: "2023", unit: "b", chair: "c", reason })], 6),
    ).toBe("accabc");
    expect(
      chairs([opening("abc"), create.RecordVacancy({ term: "2023", from: "2023-01-01", reason })], 6),
    ).toBe("a-cabc");
  });
  it("keeps a published term where it is when somebody joins before it", () =>
    expect(
      chairs([
        opening("abc"),
        create.DesignateChair({ term: "2024", chair: "c", basis: decision, designatedOn: "2022-01-01" }),
        create.JoinRotation({ unit: "d", joinedOn: "2023-01-01", place: { kind: "after", unit: "a" } }),
      ]),
    ).toBe("adcbadbc"));
  it("lets two units merge, and keeps the earlier turn", () =>
    expect(
      chairs([
        opening("abcd"),
        create.MergeInRotation({ units: ["b", "d"], into: "z", mergedOn: "2023-01-01" }),
      ]),
    ).toBe("azcazcaz"));
});

const cycle = opening("abc");
const left = create.LeaveRotation({ unit: "c", leftOn: "2022-06-30", reason });

describe("a chair that leaves in its term", () => {
  const leave = create.LeaveRotation({ unit: "a", leftOn: "2022-05-31", reason });
  const begun = (policy: Parameters<typeof opening>[1]) => done(opening("abc", policy), install("2022", "a"));

  it.each<[string, Parameters<typeof opening>[1], object]>([
    ["finishes it", { leaver: "finish" }, { holder: "a", isFinishing: true }],
    [
      "leaves it to its deputy",
      { leaver: "deputyActs", deputy: "nextChair" },
      { holder: undefined, why: "left", acting: "b" },
    ],
    [
      "leaves it vacant, to be filled again",
      { leaver: "reassign" },
      { holder: undefined, acting: undefined },
    ],
  ])("%s", (_, policy, office) => {
    const { state } = given(chairRotation, begun(policy)).when(leave);
    expect(onDay(state, "2022-05-31")).toMatchObject({ holder: "a" });
    expect(onDay(state, "2022-06-01")).toMatchObject(office);
  });
  it("is acted for by what its deputy became, from that day on", () => {
    const policy = { leaver: "deputyActs", deputy: "nextChair" } as const;
    const merge = create.MergeInRotation({ units: ["b"], into: "z", mergedOn: "2022-07-01" });
    const state = chairRotation.fold(done(opening("abc", policy), install("2022", "a"), leave, merge));
    expect(onDay(state, "2022-06-30")).toMatchObject({ acting: "b" });
    expect(onDay(state, "2022-07-01")).toMatchObject({ acting: "z" });
  });
  it("takes its agreed swaps with it", () => {
    const swapped = [cycle, propose("b2023", "c2024"), consent("c")];
    expect(chairs(swapped, 4)).toBe("acba");
    expect(chairs([...swapped, left], 4)).toBe("abab");
  });
});
