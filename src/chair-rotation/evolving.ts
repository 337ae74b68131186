import { changing, walk } from "../kernel/changing.ts";
import { evolveAgreements } from "./agreement.ts";
import { evolveDeputies } from "./deputies.ts";
import { evolveDesignation } from "./designation.ts";
import { evolveFlag } from "./flag.ts";
import { evolveHandover } from "./handover.ts";
import type { ChairRotationEvent } from "./messages.ts";
import { evolveOffice } from "./office.ts";
import { evolveOpening } from "./opening.ts";
import { evolveOrders } from "./orders.ts";
import { evolveReorganisation } from "./reorganisation.ts";
import { evolveRoster } from "./roster.ts";
import { evolveTerms } from "./single-terms.ts";
import type { ChairRotation } from "./state.ts";
import { evolveSwaps } from "./swaps.ts";
import { evolveTurns } from "./turns.ts";

/** What each event changes. */
export const evolveRotation = /* @__PURE__ */ Object.freeze({
  ...evolveOpening,
  ...evolveDesignation,
  ...evolveDeputies,
  ...evolveHandover,
  ...evolveOffice,
  ...evolveTerms,
  ...evolveTurns,
  ...evolveRoster,
  ...evolveReorganisation,
  ...evolveOrders,
  ...evolveSwaps,
  ...evolveFlag,
  ...evolveAgreements,
});

/**
 * Changes a rotation by an event, in place: only for a copy that nobody else has. An event that is impossible changes
 * nothing, since each rule asks before it changes.
 * @throws {ImpossibleEvent} when the rotation cannot have the event
 */
export const changeRotation = /* @__PURE__ */ changing<ChairRotation, ChairRotationEvent>(
  "ChairRotation",
  evolveRotation,
);

/**
 * The rotation after each event of its stream, for questions that ask what each event changed. The next step changes
 * the state: keep nothing of it.
 * @throws {ImpossibleEvent} naming the first event that cannot have happened
 */
export const afterEach = (events: Iterable<ChairRotationEvent>) =>
  walk<ChairRotation, ChairRotationEvent>(changeRotation, events, {
    status: "blank",
  });
