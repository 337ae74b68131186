import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { Span } from "../calendar.ts";
import { heirIn } from "../members.ts";
import { type OpenedRotation, policyAt } from "../state.ts";
import type { TermId } from "../words.ts";
import { unitIn } from "./coming-terms.ts";
import { type ForecastTerm, plannedIn } from "./forecast.ts";
import { comingTerms } from "./reckoning.ts";
import { isLastIn, type Until } from "./until.ts";

/** The next term of a unit or, where it is elected in rotation, the first term for which it stands. */
export type NextTurn = ForecastTerm & {
  /** The unit that was asked for or, from a merger or split on, its heir. */
  unit: UnitId;
  /**
   * Only of a term with certainty `open`: the last term of the lap for which the unit stands. It is left out where the
   * lap goes on beyond `until`.
   */
  upTo?: TermId;
};

/**
 * The next term that a unit chairs, of those that have not begun, up to `until`. For a unit that has merged or was split
 * up its heir is named. Where it chairs by swap or as a substitute, `nominal` names the unit whose turn the term is.
 *
 * Where chairs are elected in rotation, a unit that has had no turn in this lap is given the next term for which it
 * stands, with certainty `open`, and with `upTo` the last one.
 *
 * Undefined where there is none up to `until`: the rotation is closed, or the unit is no member then, has had its turn,
 * or its terms lie beyond.
 * Undefined too where the rule goes in no rotation and the chair is still to be elected, assigned or drawn.
 *
 * The source of the rule: 1122/BTĐKT-VI (2011), for units that are elected in rotation.
 * @param askedOn the day on which one asks, as for `forecast`
 * @throws {InvalidInput} for an `until` that is out of range
 */
export function whenIsTurn(
  rotation: OpenedRotation & { closedOn?: CivilDate | undefined },
  unit: UnitId,
  until: Until,
  askedOn?: CivilDate,
): NextTurn | undefined {
  const isLast = isLastIn(rotation, until);
  if (rotation.closedOn !== undefined) return undefined;
  const terms = askedOf(rotation, unit, { enough: oneBeyond(isLast), askedOn });
  const last = terms.findIndex(({ row }) => isLast(row));
  const first = terms.findIndex(({ chairs, stands }) => chairs || stands);
  const found = terms[first];
  if (!found || (last >= 0 && first > last)) return undefined;
  const turn = { ...found.row, unit: found.heir };
  if (found.chairs) return turn;
  const lap = terms.slice(first);
  const end = lap.findIndex(({ isNewLap }, at) => at > 0 && isNewLap);
  const chosen = lap.slice(0, end < 0 ? lap.length : end).find(({ chairs }) => chairs);
  const upTo = chosen ?? (end < 0 ? undefined : lap.slice(0, end).findLast(({ stands }) => stands));
  return { ...turn, ...(upTo && { upTo: upTo.row.term }) };
}

/** Each coming term, and whether the unit or its heir of that term's day chairs it or stands for it. */
function askedOf(
  rotation: OpenedRotation,
  unit: UnitId,
  asked: { enough: (span: Span) => boolean; askedOn: CivilDate | undefined },
) {
  const planned = plannedIn(rotation);
  return comingTerms(rotation, asked, (term) => {
    const row = planned(term);
    const heir = heirIn(term.roster, unit);
    const { chair } = row;
    const isElected = policyAt(rotation, row.number).succession.kind === "electedInRotation";
    const stands = isElected && chair.kind === "open" && chair.among.includes(heir);
    return { row, heir, chairs: unitIn(chair) === heir, stands, isNewLap: term.isNewLap };
  });
}

/** One term more: it tells whether a lap has ended with the term before. */
function oneBeyond(isLast: (span: Span) => boolean): (span: Span) => boolean {
  let isOver = false;
  return (span) => {
    const enough = isOver;
    isOver = isLast(span);
    return enough;
  };
}
