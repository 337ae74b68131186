import { copyOfStanding } from "../forecast/standing.ts";
import { copyOf } from "../members.ts";
import type { ChairRotation, OpenedRotation } from "../state.ts";

/** A copy to change in place. It shares with the rotation what no event changes, such as the terms before the running one. */
export function workingCopy(state: ChairRotation): ChairRotation {
  if (state.status === "blank") return state;
  return {
    ...state,
    ...keptByTerm(state),
    calendar: { ...state.calendar, ends: new Map(state.calendar.ends) },
    facts: [...state.facts],
    pending: [...state.pending],
    roster: copyOf(state.roster),
    lastRoster: copyOf(state.lastRoster),
    standing: copyOfStanding(state.standing),
    swaps: mapped(state.swaps, (swap) => ({ ...swap, consents: [...swap.consents] })),
    obligations: mapped(state.obligations, (owed) => ({ ...owed })),
    lots: mapped(state.lots, (lot) => ({ ...lot })),
    flag: state.flag && { ...state.flag, acts: [...state.flag.acts] },
    incidents: new Set(state.incidents),
  };
}

/** Of the terms that have begun only the running one is changed. */
function keptByTerm({ served, decisions, lastOrders, overlays, policies }: OpenedRotation) {
  const running = served.at(-1);
  return {
    served: running
      ? [...served.slice(0, -1), { ...running, acts: [...running.acts], decided: [...running.decided] }]
      : [],
    decisions: new Map(decisions),
    lastOrders: { ...lastOrders, units: new Map(lastOrders.units) },
    overlays: new Map(overlays),
    policies: [...policies],
  };
}

const mapped = <T>(map: ReadonlyMap<string, T>, copy: (one: T) => T): Map<string, T> =>
  new Map([...map].map(([id, one]) => [id, copy(one)]));
