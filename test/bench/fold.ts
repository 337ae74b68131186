import type { DataOf } from "../../src/kernel/messages.ts";
import type { PledgeEvent } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import type { Pledge } from "../../src/pledge/state.ts";
import type { Bench, Contest } from "./measure.ts";

const targets = 100;

/** The life of one pledge: it is drafted, gets a hundred targets, is signed, and then gets one report after another. */
function historyOf(length: number): PledgeEvent[] {
  const goal = { baseline: "0", goal: "100", measure: "%" };
  const begun: PledgeEvent[] = [
    {
      type: "PledgeDrafted",
      data: { bloc: "noi-chinh", unit: "ca-tinh", season: "2022", dueOn: "2022-12-31" },
    },
    ...Array.from({ length: targets }, (_, at): PledgeEvent => {
      return { type: "TargetPromised", data: { target: `target-${at}`, name: `Target ${at}`, goal } };
    }),
    { type: "PledgeSigned", data: { signatory: { name: "Nguyễn Văn A" }, signedOn: "2022-03-01" } },
  ];
  const reports = Array.from({ length: length - begun.length }, (_, at): PledgeEvent => {
    const data = {
      target: `target-${(at * 37) % targets}`,
      value: String(at % 100),
      observedOn: "2022-06-30",
    };
    return { type: "ProgressReported", data: { ...data, evidence: [] } };
  });
  return [...begun, ...reports];
}

const begun = (terms: DataOf<PledgeEvent, "PledgeDrafted">): Pledge => {
  return { status: "draft", ...terms, targets: [], titles: [], transfers: [] };
};

/** A loop that somebody writes for this one purpose: it changes its state in place and freezes nothing. */
function byHand(events: readonly PledgeEvent[]): Pledge {
  let state = pledge.initialState();
  for (const event of events) {
    if (event.type === "PledgeDrafted") state = begun(event.data);
    else if (state.status === "blank") continue;
    else if (event.type === "TargetPromised") state.targets.push({ ...event.data, progress: [] });
    else if (event.type === "PledgeSigned" && state.status === "draft")
      state = { ...state, ...event.data, status: "signed" };
    else if (event.type === "ProgressReported") {
      const { target, ...progress } = event.data;
      state.targets.find((one) => one.target === target)?.progress.push(progress);
    }
  }
  return state;
}

/** Compares the fold of a decider with a hand-written loop; and, on small histories, with `evolve` event by event. */
export const fold: Bench = async () =>
  [1_000, 10_000, 100_000].map((length): Contest => {
    const events = historyOf(length);
    const evolved = () => events.reduce((state, event) => pledge.evolve(state, event), pledge.initialState());
    return {
      name: `${length.toLocaleString("en")} events of a pledge`,
      costMax: 1.1,
      ours: () => pledge.fold(events),
      peers: { "by hand": () => byHand(events), ...(length <= 10_000 && { evolve: evolved }) },
    };
  });
