export { type Decider, decider, type Sent, UnknownMessage } from "./decider.ts";
export { accept, type Decision, reject } from "./decision.ts";
export {
  compare,
  decimal,
  dividedBy,
  type Fraction,
  floor,
  fraction,
  fractionOf,
  minus,
  one,
  plus,
  round,
  times,
  zero,
} from "./fraction.ts";
export { derivedId, Id } from "./ids.ts";
export {
  type Checked,
  check,
  checked,
  InvalidInput,
  type Problem,
} from "./input.ts";
export {
  type DataOf,
  type Message,
  type Messages,
  messages,
} from "./messages.ts";
export { Count, Decimal, integer, Ratio } from "./numbers.ts";
export { CommandMetadata, EventMetadata, type Recorded, StreamName } from "./recorded.ts";
export { same } from "./same.ts";
export { canonicalLine, prose, type TextLimits, text } from "./text.ts";
export {
  addDays,
  addMonths,
  CivilDate,
  civilDateOf,
  dateOfDay,
  dayNumber,
  daysBetween,
  Instant,
  instantOf,
} from "./time.ts";
