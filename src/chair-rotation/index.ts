export { type Calendar, type Span, spansUntil } from "./calendar.ts";
export { chairRotation } from "./chair-rotation.ts";
export { type Custody, type CustodyStep, custodyOn } from "./custody-on.ts";
export type {
  Called,
  Citation,
  CitedEvent,
  Counterfactual,
  Explanation,
  RuleStep,
  Seat,
} from "./forecast/explanation.ts";
export { type FairnessReport, fairnessOf, turnsAhead, type UnitFairness } from "./forecast/fairness.ts";
export { type Certainty, type ForecastTerm, forecast, forecastOf, type Until } from "./forecast/forecast.ts";
export { seatFrom } from "./forecast/seat-from.ts";
export { type SimulatedTerm, simulate } from "./forecast/simulate.ts";
export { type NextTurn, whenIsTurn } from "./forecast/when-is-turn.ts";
export { ChairRotationCommand, ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
export { type DatedName, nameOn } from "./names.ts";
export { membersOn, type Office, officeOn } from "./office-on.ts";
export { drawnOrder } from "./policies/lottery.ts";
export {
  DeputyPolicy,
  HandoverPolicy,
  JoinerPlacement,
  LeaverPolicy,
  MergedChairPolicy,
  MergePolicy,
  RotationPolicy,
  SkipPolicy,
  SubstitutePolicy,
  SuspensionPolicy,
  SwapPolicy,
} from "./policies/policy.ts";
export { asean, emulationBloc, euCouncil, g7, swiss, unsc } from "./policies/presets.ts";
export { Succession } from "./policies/succession.ts";
export {
  type Agenda,
  type AgendaHandover,
  type AgendaTerm,
  agenda,
  type Departure,
} from "./questions/agenda.ts";
export { type Conflict, conflicts, resolvingSwap } from "./questions/conflicts.ts";
export { diffForecast, type ForecastDifference, type Move } from "./questions/diff-forecast.ts";
export type { KnownRotation } from "./questions/entries.ts";
export { explain } from "./questions/explain.ts";
export type { FlagHolder } from "./questions/flag-holders.ts";
export type { RosterChange } from "./questions/roster-changes.ts";
export type { SuspendedSpan } from "./questions/suspensions.ts";
export type { Interim, Sittings, Tenure } from "./questions/tenures.ts";
export type { DebtChange, VoidedAgreement } from "./questions/voided.ts";
export type { Vacancy } from "./seating.ts";
export type { ChairRotation, Obligation, OpenedRotation, ServedTerm, Swap } from "./state.ts";
export {
  Basis,
  Custodian,
  FlagReceipt,
  FlagTaker,
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
