import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import { verifyLog } from "../../src/ballot/verify/verify-ballot.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import {
  bothSubmit,
  type Changes,
  done,
  electors,
  kept,
  open,
  openBox,
  type Papers,
  ranked,
  voted,
} from "./life.ts";
import { create, drawn, noBar } from "./refusals.ts";

const base: Changes = { voting: { threshold: noBar, tieLadder: [{ kind: "lot" }] } };

/** A ballot that was counted with these papers. */
function counted(changes: Changes, papers: Papers, units = electors) {
  const { data } = open(changes);
  const tally = tallyOf(data, canonicalPapers(data, openBox(...papers).data.papers));
  return [...voted(changes, units), openBox(...papers), ...bothSubmit(tally)];
}

const undecidedIn = (changes: Changes, papers: Papers) => {
  const state = ballot.fold(done(counted(changes, papers)));
  return "counted" in state ? state.counted.undecided : undefined;
};

const scottish: Changes = {
  ...{ ...base, method: { kind: "stv", variant: "scottish" }, nominees: ["a", "b", "c", "d"], seats: 2 },
};
const halves: Papers = [
  [4, ranked("a", "b")],
  [4, ranked("c", "d")],
];

describe("a tie for several seats", () => {
  it("keeps, by STV, who may be elected together: nobody but the first of each half", () => {
    // Each half has more than the quota of three, and so one seat, and the next is between b and d.
    const state = ballot.fold(done(counted(scottish, halves)));
    expect(state).toMatchObject({ counted: { elected: ["a", "c"] } });
  });

  it("keeps, by STV without a quota reached, only what some branch of the count elects", () => {
    const papers: Papers = [
      [2, ranked("a", "b")],
      [2, ranked("b", "a")],
      [2, ranked("c", "d")],
      [2, ranked("d", "c")],
    ];
    expect(undecidedIn(scottish, papers)).toEqual({
      ...{ tied: ["a", "b", "c", "d"], seats: 2 },
      completions: [
        ["a", "c"],
        ["a", "d"],
        ["b", "c"],
        ["b", "d"],
      ],
    });
    for (let value = 0; value < 12; value++) {
      const draw = create.DrawLot({
        step: 1,
        drawn: [{ source: drawn[0]?.source ?? "", values: [`${value}`] }],
      });
      const state = ballot.fold(done([...counted(scottish, papers), create.AnnounceLot({ step: 1 }), draw]));
      const elected = "outcome" in state ? state.outcome.elected : [];
      expect([elected.includes("a"), elected.includes("c")]).toEqual([
        !elected.includes("b"),
        !elected.includes("d"),
      ]);
    }
  });

  it("keeps, by the Schulze method, that nobody is elected without those above", () => {
    const changes: Changes = {
      ...{ ...scottish, method: { kind: "schulze", strength: "margins" } },
    };
    const papers: Papers = [
      [4, ranked("a", "b", "c", "d")],
      [4, ranked("c", "d", "a", "b")],
    ];
    expect(undecidedIn(changes, papers)?.completions).toEqual([
      ["a", "b"],
      ["a", "c"],
      ["c", "d"],
    ]);
  });

  it("has no combination at all where nothing binds the tied to each other", () => {
    const changes: Changes = {
      ...{ ...base, method: { kind: "borda" }, nominees: ["a", "b", "c"], seats: 2 },
    };
    const papers: Papers = [
      [2, ranked("a", "b", "c")],
      [2, ranked("b", "c", "a")],
      [2, ranked("c", "a", "b")],
      [2, { kind: "blank" }],
    ];
    expect(undecidedIn(changes, papers)).toEqual({ tied: ["a", "b", "c"], seats: 2 });
  });
});

describe("a tie of which nobody lists who may be elected together", () => {
  const camps = ["a", "b", "c"].map((camp) => Array.from({ length: 6 }, (_, at) => `${camp}${at}`));
  const large: Changes = {
    ...{ ...base, method: { kind: "pav" }, nominees: camps.flat(), seats: 6 },
  };
  // Each camp has two of the six seats: 15 x 15 x 15 combinations.
  const papers: Papers = camps.map((camp) => [2, kept(...camp)] as const);

  it("leaves its seats vacant at once, and no step of the ladder is taken", () => {
    const history = done(counted(large, papers, electors.slice(0, 6)));
    expect(history.slice(-2)).toMatchObject([
      { type: "BallotCounted", data: { outcome: { undecided: { seats: 6, unlisted: "tooMany" } } } },
      { type: "TieLeftVacant", data: { outcome: { kind: "unfilled", elected: [], vacant: 6 } } },
    ]);
    expect(verifyLog(history)).toEqual({ ok: true });
    const [last] = history
      .slice(-1)
      .map((event) => [sentence(en, event, (unit) => unit), sentence(vi, event, (unit) => unit)]);
    expect(last?.[0]).toContain(
      "; more than 1,000 combinations of them may be elected, and not every one, so they are not listed;",
    );
    expect(last?.[1]).toContain("có hơn 1.000 tổ hợp có thể cùng trúng nên không liệt kê;");
  });

  it("is told apart from one whose branches are not all followed", () => {
    const nominees = Array.from({ length: 26 }, (_, at) => `n${at}`);
    // No two are alike: each paper goes on to all others, by another step.
    const ways: Papers = [3, 5, 7, 9, 11, 15, 17, 19].map((step, from) => [
      1,
      ranked(...nominees.map((_, at) => `n${(from + step * at) % 26}`)),
    ]);
    const changes = { ...scottish, nominees, seats: 10 };
    const tie = undecidedIn(changes, ways);
    expect(tie).toMatchObject({ unlisted: "notFollowed" });
  });

  it("lists up to a thousand, of which a step takes one", () => {
    const two = camps.slice(0, 2).map((camp) => [4, kept(...camp)] as const);
    const changes = { ...large, nominees: camps.slice(0, 2).flat(), seats: 4 };
    expect(undecidedIn(changes, two)?.completions).toHaveLength(225);
    const lot = [create.AnnounceLot({ step: 1 }), create.DrawLot({ step: 1, drawn })];
    const state = ballot.fold(done([...counted(changes, two), ...lot]));
    const elected = "outcome" in state ? state.outcome.elected : [];
    expect(elected.filter((unit) => unit.startsWith("a"))).toHaveLength(2);
  });
});

describe("nominees whom nobody voted for", () => {
  it("complete no committee, and leave whoever stood with them not elected together", () => {
    const changes: Changes = {
      ...{ ...base, method: { kind: "pav" }, nominees: ["a", "b", "c", "d"], seats: 2 },
    };
    const state = ballot.fold(done(counted(changes, [[8, kept("a")]])));
    expect(state).toMatchObject({ outcome: { elected: ["a"], vacant: 1 } });
  });
});
