import { describe, expect, it } from "vitest";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { euCouncil } from "../../src/chair-rotation/policies/presets.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { decision, install, opening } from "./life.ts";
import { once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const suspend = (unit: string, suspendedOn: string) =>
  create.SuspendFromRotation({ unit, suspendedOn, reason });
const reinstate = (unit: string, reinstatedOn: string) => create.ReinstateInRotation({ unit, reinstatedOn });
const leave = (unit: string, leftOn: string) => create.LeaveRotation({ unit, leftOn, reason });
const join = (unit: string, joinedOn: string) => create.JoinRotation({ unit, joinedOn });
const merge = (units: string[], into: string, mergedOn: string) =>
  create.MergeInRotation({ units, into, mergedOn });

const chairs = (...commands: ChairRotationCommand[]) =>
  forecast(once(...commands), { number: 5 })
    .map(({ chair }) => (chair.kind === "unit" ? chair.unit : chair.kind))
    .join(" ");
const suspended = (day: string, ...commands: ChairRotationCommand[]) =>
  [...rosterOn(once(...commands), day).members].flatMap(([unit, { suspension }]) =>
    suspension ? [unit] : [],
  );

describe("a suspension of a unit that leaves and comes back", () => {
  const away = [opening("abcd"), install("2022", "a"), suspend("b", "2022-02-01"), leave("b", "2022-03-01")];

  it("is still in force, because nobody has lifted it", () => {
    const back = [...away, join("b", "2022-04-01")];
    expect(suspended("2022-04-01", ...back)).toEqual(["b"]);
    expect(chairs(...back)).toBe("a c d a c d");
    expect(chairs(...back, reinstate("b", "2022-05-01"))).toBe("a c d b a c");
  });

  it("is lifted by one reinstatement, and a second leave does not bring it back", () => {
    const twice = [
      ...away,
      join("b", "2022-04-01"),
      reinstate("b", "2022-05-01"),
      leave("b", "2022-06-01"),
      join("b", "2022-07-01"),
    ];
    expect(suspended("2022-07-01", ...twice)).toEqual([]);
  });

  it("is in force for a unit that comes back as the heir of others", () => {
    expect(suspended("2022-04-01", ...away, merge(["c"], "b", "2022-04-01"))).toEqual(["b"]);
    const split = create.SplitInRotation({ unit: "c", heir: "c", others: ["b"], splitOn: "2022-04-01" });
    expect(suspended("2022-04-01", ...away, split)).toEqual(["b"]);
  });
});

describe("a reinstatement under a policy by which a suspension loses the place", () => {
  const losing: Partial<RotationPolicy> = { suspension: "losesPlace" };
  const open = (policy: Partial<RotationPolicy> = losing) => [opening("abcd", policy), install("2022", "a")];
  const around = (unit: string) => [suspend(unit, "2022-03-01"), reinstate(unit, "2022-04-01")];

  it("gives the last place, also when the policy has changed since", () => {
    const adopt = create.AdoptRotationPolicy({
      term: "2023",
      policy: { ...euCouncil, joiner: "end", horizonTerms: 5, suspension: "keepsPlace" },
      basis: decision,
    });
    const kept = [...open(), suspend("b", "2022-02-01"), adopt, reinstate("b", "2023-03-01")];
    expect(chairs(...kept)).toBe("a c d b a c");
  });

  it("gives none to a unit that had none: a joiner that is not eligible, or one that was taken out", () => {
    const joined = [...open({ ...losing, joiner: "notEligible" }), join("x", "2022-02-01"), ...around("x")];
    expect(chairs(...joined)).toBe("a b c d a b");
    const remove = create.RemoveFromOrder({ term: "2023", unit: "b", reason });
    const removed = [...open(), remove, suspend("b", "2023-03-01"), reinstate("b", "2023-04-01")];
    expect(chairs(...removed)).toBe("a c d a c d");
  });

  it("lets a unit that waits for the next lap wait again", () => {
    const waiting = [...open({ ...losing, joiner: "nextLap" }), join("x", "2022-02-01"), ...around("x")];
    expect(chairs(...waiting)).toBe("a b c d a b");
  });

  it("gives the last place to the heir of suspended units", () => {
    const merged = [...open(), suspend("b", "2022-02-01"), merge(["b"], "n", "2022-03-01")];
    expect(chairs(...merged, reinstate("n", "2022-04-01"))).toBe("a c d n a c");
  });
});
