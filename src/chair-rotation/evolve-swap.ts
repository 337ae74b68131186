import type { DataOf } from "../kernel/messages.ts";
import { issued, pass } from "./custody.ts";
import type { ChairRotationEvent } from "./events.ts";
import { owe } from "./evolve-order.ts";
import { numberIn, opened } from "./facts.ts";
import { addOverlay, voidSwap } from "./overlays.ts";
import { type OpenedRotation, policyAt, runningNumber, type Swap } from "./state.ts";

type Data<K extends ChairRotationEvent["type"]> = DataOf<ChairRotationEvent, K>;

/** How swaps come into force, and where the flag goes. */
export const swapFolds = {
  SwapProposed: opened((state, data: Data<"SwapProposed">) => {
    const { swap, a, b, proposedBy, proposedOn, expiresOn } = data;
    const at = { a: numberIn(state, a.term), b: numberIn(state, b.term) };
    const consents = [proposedBy];
    const sides = { a: { ...a }, b: { ...b } };
    state.swaps.set(swap, {
      swap,
      ...sides,
      at,
      consents,
      proposedOn,
      expiresOn,
      status: "proposed",
      event: data,
    });
  }),
  SwapConsented: opened((state, { swap, unit }: Data<"SwapConsented">) => {
    const found = state.swaps.get(swap);
    if (!found) return;
    found.consents.push(unit);
    if (policyAt(state, runningNumber(state)).swap === "bothUnits") comeIntoForce(state, found);
    else found.status = "agreed";
  }),
  SwapRatified: opened((state, { swap }: Data<"SwapRatified">) => {
    const found = state.swaps.get(swap);
    if (found) comeIntoForce(state, found);
  }),
  SwapExpired: opened((state, { swap }: Data<"SwapExpired">) => {
    const found = state.swaps.get(swap);
    if (found) found.status = "expired";
  }),
  SwapVoided: opened((state, { swap, from, owed }: Data<"SwapVoided">) => {
    const found = state.swaps.get(swap);
    if (!found) return;
    found.status = "voided";
    const given = found.at.a < found.at.b ? found.a : found.b;
    owe(state, { ...given, owed });
    voidSwap(state.overlays, swap, numberIn(state, from));
  }),

  FlagReceived: opened((state, { to, receivedOn, flag }: Data<"FlagReceived">) => {
    if (state.custody) pass(state.custody, { to, on: receivedOn, receipt: flag, event: "FlagReceived" });
  }),
  FlagLost: opened((state, { lostOn }: Data<"FlagLost">) => {
    if (state.custody) pass(state.custody, { to: { kind: "lost" }, on: lostOn, event: "FlagLost" });
  }),
  FlagReplaced: opened((state, { flag, to }: Data<"FlagReplaced">) => {
    if (!state.custody) {
      state.custody = issued(flag, to, "FlagReplaced");
      return;
    }
    const step = {
      flag: flag.flag,
      from: state.custody.custodian,
      to,
      on: flag.issuedOn,
      event: "FlagReplaced",
    } as const;
    state.custody.steps.push(step);
    state.custody.flag = flag;
    state.custody.custodian = to;
  }),
};

/** Each takes the other's term; whose turn it is does not change. */
function comeIntoForce(state: OpenedRotation, swap: Swap) {
  const event: ChairRotationEvent = { type: "SwapProposed", data: swap.event };
  swap.status = "inForce";
  addOverlay(state.overlays, swap.at.a, { kind: "swap", swap: swap.swap, unit: swap.b.unit, event });
  addOverlay(state.overlays, swap.at.b, { kind: "swap", swap: swap.swap, unit: swap.a.unit, event });
}
