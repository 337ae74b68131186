export { pointsBy } from "./formulas.ts";
export {
  Criterion,
  ExclusionGround,
  Finding,
  Formula,
  Measure,
  Result,
  ReviewCapacity,
  ScoreboardCommand,
  ScoreboardEvent,
  ScoreboardRejection,
} from "./messages.ts";
export { type Contender, type Place, placesOf } from "./ranking.ts";
export { scoreboard } from "./scoreboard.ts";
export type { Score, Scoreboard, Sheet } from "./state.ts";
