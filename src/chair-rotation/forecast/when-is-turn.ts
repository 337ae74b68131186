import type { UnitId } from "../../vocabulary/unit.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import { unitIn } from "./coming-terms.ts";
import { type ForecastTerm, forecast, type Until } from "./forecast.ts";

/**
 * The next term that a unit chairs, or undefined when there is none up to `until`. Terms that have begun do not
 * count, and neither do terms whose chair is still to be elected, assigned or drawn. Where it chairs by swap or as a
 * substitute, `nominal` names the unit whose turn the term is.
 */
export function whenIsTurn(rotation: OpenedRotation, unit: UnitId, until: Until): ForecastTerm | undefined {
  const running = runningNumber(rotation);
  return forecast(rotation, until).find(({ number, chair }) => number > running && unitIn(chair) === unit);
}
