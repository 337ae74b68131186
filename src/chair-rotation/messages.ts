// The words of a chair's rotation (luân phiên Khối trưởng). They are stored: rename nothing, only add.
export { ChairRotationCommand } from "./commands.ts";
export { ChairRotationEvent } from "./events.ts";
export type { Citation, Counterfactual, Explanation, Seat } from "./explanation.ts";
export { ChairRotationRejection } from "./rejections.ts";
export {
  Basis,
  Custodian,
  FlagReceipt,
  NamedTerm,
  Place,
  RosterEntry,
  RotatingFlag,
  SortKey,
  SwapSide,
  TermCalendar,
  TermId,
  termsMax,
  unitsMax,
} from "./words.ts";
