import { type Decider, decider } from "../kernel/decider.ts";
import { accept } from "../kernel/decision.ts";
import { chairDecisions } from "./decide-chair.ts";
import { flagDecisions } from "./decide-flag.ts";
import { handoverDecisions } from "./decide-handover.ts";
import { officeDecisions } from "./decide-office.ts";
import { orderDecisions } from "./decide-order.ts";
import { rosterDecisions } from "./decide-roster.ts";
import { swapDecisions } from "./decide-swap.ts";
import { turnDecisions } from "./decide-turns.ts";
import { chairFolds } from "./evolve-chair.ts";
import { orderFolds } from "./evolve-order.ts";
import { swapFolds } from "./evolve-swap.ts";
import { ChairRotationCommand, ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { movedSwaps } from "./moved-turns.ts";
import type { ChairRotation, OpenedRotation } from "./state.ts";

const rotation = /* @__PURE__ */ decider<
  ChairRotation,
  ChairRotationCommand,
  ChairRotationEvent,
  ChairRotationRejection
>({
  name: "ChairRotation",
  commands: ChairRotationCommand,
  events: ChairRotationEvent,
  rejections: ChairRotationRejection,
  initialState: { status: "blank" },
  decide: {
    ...chairDecisions,
    ...handoverDecisions,
    ...officeDecisions,
    ...turnDecisions,
    ...rosterDecisions,
    ...orderDecisions,
    ...swapDecisions,
    ...flagDecisions,
  },
  evolve: { ...chairFolds, ...orderFolds, ...swapFolds },
});

/** Only then may a command take something from what was agreed. */
const hasSwapInForce = ({ swaps }: OpenedRotation) =>
  [...swaps.values()].some(({ status }) => status === "inForce");

/**
 * The rotation of a bloc's chair (luân phiên Khối trưởng), in three layers kept apart: whose turn each term is by
 * order and roster; what was agreed about single terms (swaps, substitutes, vacancies); and what happened, which
 * is facts and never computed again. The chair is a unit. Its flag is a token of office with a chain of custody.
 */
export const chairRotation: Decider<
  ChairRotation,
  ChairRotationCommand,
  ChairRotationEvent,
  ChairRotationRejection
> = {
  ...rotation,
  decide(command, state) {
    const decision = rotation.decide(command, state);
    if (!decision.ok || state.status === "blank" || !hasSwapInForce(state)) return decision;
    const { events } = decision;
    const after = events.reduce(rotation.evolve, state as ChairRotation);
    return after.status === "blank" ? decision : accept(...events, ...movedSwaps(state, after, events));
  },
};
