import { reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { firstTwice } from "./opening.ts";
import { recordFact } from "./record.ts";
import { acceptFact, isRecorded } from "./roster.ts";
import type { CommandSlice, EventSlice } from "./state.ts";

/** Units merge into one, or one is split up; from that day on the heir stands for a unit that ends in everything. */
export const decideReorganisation: CommandSlice<"MergeInRotation" | "SplitInRotation"> = {
  MergeInRotation: during(["open"], {
    already: (state, data) => isRecorded(state, { type: "UnitsMergedInRotation", data }),
    decide(state, data) {
      const { units, into } = data;
      if (units.includes(into)) return reject({ type: "MergeIntoItself", data: { unit: into } });
      const twice = firstTwice(units);
      if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
      return acceptFact(state, { type: "UnitsMergedInRotation", data });
    },
  }),

  SplitInRotation: during(["open"], {
    already: (state, data) => isRecorded(state, { type: "UnitSplitInRotation", data }),
    decide(state, data) {
      const { unit, heir, others } = data;
      const twice = firstTwice([heir, ...others]);
      if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
      if (others.includes(unit)) return reject({ type: "SplitIntoItself", data: { unit } });
      return acceptFact(state, { type: "UnitSplitInRotation", data });
    },
  }),
};

export const evolveReorganisation: EventSlice<"UnitsMergedInRotation" | "UnitSplitInRotation"> = {
  UnitsMergedInRotation: from(["open"], (state, data) =>
    recordFact(state, { type: "UnitsMergedInRotation", data }),
  ),
  UnitSplitInRotation: from(["open"], (state, data) =>
    recordFact(state, { type: "UnitSplitInRotation", data }),
  ),
};
