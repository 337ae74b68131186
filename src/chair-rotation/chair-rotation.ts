import { decider } from "../kernel/decider.ts";
import { decideDeputies } from "./deputies.ts";
import { decideDesignation } from "./designation.ts";
import { evolveRotation } from "./evolving.ts";
import { decideFlag } from "./flag.ts";
import { decideHandover } from "./handover.ts";
import { ChairRotationCommand, ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { decideOffice } from "./office.ts";
import { decideOpening } from "./opening.ts";
import { decideOrders } from "./orders.ts";
import { decideReorganisation } from "./reorganisation.ts";
import { decideRoster } from "./roster.ts";
import { decideSeat } from "./seat.ts";
import { settling } from "./settling.ts";
import { decideTerms } from "./single-terms.ts";
import type { ChairRotation } from "./state.ts";
import { decideSwaps } from "./swaps.ts";
import { decideTurns } from "./turns.ts";

/**
 * The rotation of a bloc's chair (luân phiên Khối trưởng), in three layers kept apart: whose turn each term is by
 * order and roster; what was agreed about single terms (swaps, substitutes, vacancies); and what happened, which
 * is facts and never computed again. The chair is a unit. Its flag is a token of office with a chain of custody.
 */
const rules = /* @__PURE__ */ decider<
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
    ...decideOpening,
    ...decideDesignation,
    ...decideDeputies,
    ...decideHandover,
    ...decideSeat,
    ...decideOffice,
    ...decideTerms,
    ...decideTurns,
    ...decideRoster,
    ...decideReorganisation,
    ...decideOrders,
    ...decideSwaps,
    ...decideFlag,
  },
  evolve: evolveRotation,
});

/** A command may also void what was agreed about turns that it moves. */
export const chairRotation = /* @__PURE__ */ settling(rules);
