import { describe, expect, it } from "vitest";
import { merged, type Results, resultOf, unknownAmong } from "../../src/counting/results.ts";
import { type Branching, followTies } from "../../src/counting/ties.ts";

type Graph = Readonly<Record<string, readonly string[] | number>>;

/** Follows a drawn graph: a state leads to others, or ends with the election of a nominee. Returns what was visited. */
function followed(graph: Graph, options: Pick<Branching<string>, "order" | "branchesMax">, start = "a") {
  const visited: string[] = [];
  const cut: string[] = [];
  const named: string[] = [];
  const size = 5;
  const found = followTies([start], {
    ...options,
    keyOf: (state) => state,
    advance(state, number) {
      visited.push(`${state}${number}`);
      const next = graph[state] ?? [];
      if (typeof next === "number") return { ended: resultOf(size, [next]) };
      return { next, onMet: (place, met) => named.push(`${state}>${next[place]}${met}`) };
    },
    cutOff(state, number): Results {
      cut.push(`${state}${number}`);
      return unknownAmong(size, [...Array(size).keys()], {});
    },
  });
  return { ...found, visited, cut, named };
}

/** Two branches that meet again in `d`. */
const diamond: Graph = { a: ["b", "c"], b: ["d"], c: ["d", "e"], d: 1, e: 2 };

describe("the branches of ties", () => {
  it("are followed one after the other to the end, each state once, or all one state further at a time", () => {
    const deep = followed(diamond, { order: "depthFirst", branchesMax: 9 });
    expect(deep.visited).toEqual(["a0", "b1", "d2", "c3", "e4"]);
    expect(deep.named).toEqual(["a>b1", "b>d2", "a>c3", "c>d2", "c>e4"]);
    const broad = followed(diamond, { order: "breadthFirst", branchesMax: 9 });
    expect(broad.visited).toEqual(["a0", "b1", "c2", "d3", "e4"]);
    expect(broad.named).toEqual(["a>b1", "a>c2", "b>d3", "c>d3", "c>e4"]);
  });

  it("together elect whom all elect, and leave open whom some elect", () => {
    const { results, isCut, nextNumber } = followed(diamond, { order: "depthFirst", branchesMax: 5 });
    expect(merged(results)).toEqual({
      inAll: Uint8Array.of(0, 0, 0, 0, 0),
      inSome: Uint8Array.of(0, 1, 1, 0, 0),
      above: new Uint8Array(0),
    });
    expect([isCut, nextNumber]).toEqual([false, 5]);
    expect(() => merged([])).toThrow(RangeError);
  });

  it("are cut off, depth first, after so many states in all", () => {
    const { visited, cut, isCut, results } = followed(diamond, { order: "depthFirst", branchesMax: 3 });
    expect([visited, cut, isCut]).toEqual([["a0", "b1", "d2"], ["c3"], true]);
    expect([...merged(results).inSome]).toEqual([1, 1, 1, 1, 1]);
  });

  it("are cut off, breadth first, where one depth has more states, and all of it together", () => {
    const wide: Graph = { a: ["b", "c"], b: ["d"], c: ["e", "f"], d: 1, e: 1, f: 1 };
    const { visited, cut, isCut } = followed(wide, { order: "breadthFirst", branchesMax: 2 });
    expect([visited, cut, isCut]).toEqual([["a0", "b1", "c2"], ["d3", "e4", "f5"], true]);
    expect(followed(wide, { order: "breadthFirst", branchesMax: 3 }).isCut).toBe(false);
  });

  it("may end without a result, and then have no say", () => {
    const { results } = followed({ a: ["b", "c"], b: [], c: 3 }, { order: "breadthFirst", branchesMax: 9 });
    expect(results).toEqual([resultOf(5, [3])]);
  });

  it.each(["depthFirst", "breadthFirst"] as const)("may be a hundred thousand states long, %s", (order) => {
    const { results } = followTies([0], {
      order,
      branchesMax: 200_000,
      keyOf: String,
      advance: (state) => (state === 100_000 ? { ended: resultOf(1, [0]) } : { next: [state + 1] }),
      cutOff: () => unknownAmong(1, [0], {}),
    });
    expect(results).toHaveLength(1);
  });
});
