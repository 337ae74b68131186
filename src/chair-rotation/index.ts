export { type Agenda, type AgendaHandover, type AgendaTerm, agenda, type Departure } from "./agenda.ts";
export { type Calendar, type Span, spansUntil } from "./calendar.ts";
export { chairRotation } from "./chair-rotation.ts";
export type { Custody, CustodyStep } from "./custody.ts";
export { explain, seatFrom } from "./explain.ts";
export type { Citation, Counterfactual, Explanation, Seat } from "./explanation.ts";
export { type FairnessReport, fairnessOf, turnsAhead, type UnitFairness } from "./fairness.ts";
export { type Certainty, type ForecastTerm, forecast, forecastOf, type Until } from "./forecast.ts";
export {
  Basis,
  ChairRotationCommand,
  ChairRotationEvent,
  ChairRotationRejection,
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
} from "./messages.ts";
export { type NominalTerm, nominalTerms } from "./nominal.ts";
export { drawnOrder } from "./policies/lottery.ts";
export {
  DeputyPolicy,
  HandoverPolicy,
  JoinerPlacement,
  LeaverPolicy,
  MergePolicy,
  RotationPolicy,
  SkipPolicy,
  SuspensionPolicy,
  SwapPolicy,
} from "./policies/policy.ts";
export { asean, emulationBloc, euCouncil, g7, swiss, unsc } from "./policies/presets.ts";
export { Succession } from "./policies/succession.ts";
export { type SimulatedTerm, simulate } from "./simulate.ts";
export type { Acting, ChairRotation, Member, Obligation, OpenedRotation, ServedTerm, Swap } from "./state.ts";
export type { Interim, Sittings, Tenure } from "./tenures.ts";
export {
  type Conflict,
  conflicts,
  diffForecast,
  type ForecastDifference,
  type Move,
  resolvingSwap,
  whenIsTurn,
} from "./when-is-turn.ts";
