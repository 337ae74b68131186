export { type Audit, audit, type HistoryFault } from "./audit.ts";
export { canonicalText } from "./canonical.ts";
export {
  type AnyDecider,
  type CommandOf,
  type CommandRules,
  type Decider,
  decider,
  type EventOf,
  type EventRules,
  type RejectionOf,
  type StateOf,
} from "./decider.ts";
export {
  accept,
  type DateOutside,
  type Decision,
  objectionToDate,
  reject,
  sharedRejections,
  unless,
} from "./decision.ts";
export { type CommandRule, type During, during, type EventRule, from, type State } from "./during.ts";
export {
  BrokenUpcasters,
  contradiction,
  DamagedEvent,
  type EventPlace,
  ImpossibleEvent,
  MetadataMissing,
  NewerEvent,
  UnknownMessage,
} from "./errors.ts";
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
export { type Checked, check, checked } from "./input.ts";
export { jsonSchema } from "./json-schema.ts";
export { eachOnce, list } from "./list.ts";
export {
  type DataOf,
  type Message,
  type Messages,
  messages,
} from "./messages.ts";
export { Decimal, integer, Ratio, WholeNumber } from "./numbers.ts";
export { fromPlain, type PlainState, toPlain } from "./plain-state.ts";
export { InvalidInput, type Problem } from "./problem.ts";
export { known } from "./reading.ts";
export { CommandMetadata, EventMetadata, type Recorded, type Sent, StreamName } from "./recorded.ts";
export { type Run, run } from "./run.ts";
export { same } from "./same.ts";
export { sent } from "./sent.ts";
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
