import type * as z from "zod/mini";
import { messages } from "../kernel/messages.ts";
import { chairCommands, chairEvents, openingCommands, openingEvents } from "./messages/chair.ts";
import { flagCommands, flagEvents } from "./messages/flag.ts";
import { orderCommands, orderEvents } from "./messages/orders.ts";
import { rosterCommands, rosterEvents } from "./messages/roster.ts";
import { swapCommands, swapEvents, turnCommands, turnEvents } from "./messages/turns.ts";

// The messages of a chair's rotation (luân phiên Khối trưởng). They are stored, so names are never changed, only added.
// Each phase has its words in a file of `messages/`.

export { ChairRotationRejection } from "./rejections.ts";
export { type NumberedTerm, startOfTerm, termAfterSeason, termNumber } from "./term-of-season.ts";
export type { Basis, Custodian, FlagTaker, Place, SwapSide, TermCalendar } from "./words.ts";

export const ChairRotationCommand = /* @__PURE__ */ messages({
  ...openingCommands,
  ...chairCommands,
  ...turnCommands,
  ...rosterCommands,
  ...orderCommands,
  ...swapCommands,
  ...flagCommands,
});
export type ChairRotationCommand = z.infer<typeof ChairRotationCommand>;

export const ChairRotationEvent = /* @__PURE__ */ messages({
  ...openingEvents,
  ...chairEvents,
  ...turnEvents,
  ...rosterEvents,
  ...orderEvents,
  ...swapEvents,
  ...flagEvents,
});
export type ChairRotationEvent = z.infer<typeof ChairRotationEvent>;

/** The facts about the members: they act from their day on, which may lie ahead, or be late. */
export type RosterEvent = Extract<
  ChairRotationEvent,
  {
    type:
      | "UnitJoinedRotation"
      | "UnitLeftRotation"
      | "UnitRenamedInRotation"
      | "UnitSuspendedFromRotation"
      | "UnitReinstatedInRotation"
      | "UnitsMergedInRotation"
      | "UnitSplitInRotation";
  }
>;
