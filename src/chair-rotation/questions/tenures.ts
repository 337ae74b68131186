import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { TermId } from "../words.ts";

/** The days of a term from `from` up to, but not including, `until`, and the unit that had the chair, if any. */
export type Tenure = { unit?: UnitId | undefined; from: CivilDate; until: CivilDate };
/** The days on which a unit acted for the chair; without `until` it still acts. */
export type Interim = { unit: UnitId; from: CivilDate; until?: CivilDate };

/** The chairs of a term that has begun. Its tenures follow each other without a gap; interims are on top of them. */
export type Sittings = { tenures: readonly Tenure[]; interims: readonly Interim[] };

type Begun = { changes: { unit?: UnitId | undefined; from: CivilDate }[]; interims: Interim[] };

/** Reads the chairs of all terms from the events; the answer gives those of one term. */
export function sittingsOf(
  events: readonly ChairRotationEvent[],
): (span: { term: TermId; startsOn: CivilDate; endsOn: CivilDate }) => Sittings {
  const begun = new Map<TermId, Begun>();
  let running: Begun = { changes: [], interims: [] };
  for (const event of events) {
    const change = changeOf(event);
    if (change) {
      endInterim(running, change.from);
      running = begun.get(change.term) ?? { changes: [], interims: [] };
      begun.set(change.term, running);
      running.changes.push(change);
    } else if (event.type === "TermVacated")
      begun.get(event.data.term)?.changes.push({ from: event.data.from });
    else if (event.type === "ActingChairAppointed")
      running.interims.push({ unit: event.data.unit, from: event.data.from });
    else if (event.type === "ActingChairEnded") endInterim(running, event.data.endedOn);
  }
  return (span) => {
    const { changes = [], interims = [] } = begun.get(span.term) ?? {};
    return { tenures: tiled(changes, span), interims };
  };
}

function changeOf(
  event: ChairRotationEvent,
): { term: TermId; unit?: UnitId | undefined; from: CivilDate } | undefined {
  switch (event.type) {
    case "RotationOpened": {
      const { chair, calendar } = event.data;
      return chair === undefined ? undefined : { term: calendar.term, unit: chair, from: calendar.startsOn };
    }
    case "ChairHandedOver":
      return { term: event.data.term, unit: event.data.to, from: event.data.handedOverOn };
    case "ChairInstalled":
      return { term: event.data.term, unit: event.data.chair, from: event.data.installedOn };
    case "VacantTermBegun":
      return { term: event.data.term, from: event.data.begunOn };
    default:
      return undefined;
  }
}

function endInterim({ interims }: Begun, until: CivilDate) {
  const last = interims.at(-1);
  if (last && last.until === undefined) last.until = until;
}

/** The first chair counts from the term's first day, whenever the handover was; each chair counts up to the next. */
function tiled(changes: Begun["changes"], span: { startsOn: CivilDate; endsOn: CivilDate }): Tenure[] {
  return changes
    .map(({ unit, from }, at) => ({
      unit,
      from: at === 0 || from < span.startsOn ? span.startsOn : from,
      until: earlierOf(changes[at + 1]?.from ?? span.endsOn, span.endsOn),
    }))
    .filter(({ from, until }) => from < until);
}

const earlierOf = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
