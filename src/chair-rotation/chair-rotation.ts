import { decider } from "../kernel/decider.ts";
import { evolveAgreements } from "./agreement.ts";
import { decideDesignation, evolveDesignation } from "./designation.ts";
import { decideFlag, evolveFlag } from "./flag.ts";
import { decideHandover, evolveHandover } from "./handover.ts";
import { ChairRotationCommand, ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { decideOffice, evolveOffice } from "./office.ts";
import { decideOpening, evolveOpening } from "./opening.ts";
import { decideOrders, evolveOrders } from "./orders.ts";
import { decideReorganisation, evolveReorganisation } from "./reorganisation.ts";
import { decideRoster, evolveRoster } from "./roster.ts";
import { settling } from "./settling.ts";
import type { ChairRotation } from "./state.ts";
import { decideSwaps, evolveSwaps } from "./swaps.ts";
import { decideTurns, evolveTurns } from "./turns.ts";

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
    ...decideHandover,
    ...decideOffice,
    ...decideTurns,
    ...decideRoster,
    ...decideReorganisation,
    ...decideOrders,
    ...decideSwaps,
    ...decideFlag,
  },
  evolve: {
    ...evolveOpening,
    ...evolveDesignation,
    ...evolveHandover,
    ...evolveOffice,
    ...evolveTurns,
    ...evolveRoster,
    ...evolveReorganisation,
    ...evolveOrders,
    ...evolveSwaps,
    ...evolveFlag,
    ...evolveAgreements,
  },
});

/** A command may also void what was agreed about turns that it moves. */
export const chairRotation = /* @__PURE__ */ settling(rules);
