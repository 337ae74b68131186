import { addDays, type CivilDate, earlierOf } from "../../kernel/time.ts";
import type { ForecastTerm } from "../forecast/forecast.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Sittings } from "./tenures.ts";

/** A rotation that was opened, and may have been closed. */
export type KnownRotation = OpenedRotation & { closedOn?: CivilDate };

/** Why another unit chairs the term than the one whose turn it is; `with` is the term that was given in exchange. */
export type Departure = { kind: "swap"; with: TermId } | { kind: "substitute" } | { kind: "vacant" };

/** A term, for a calendar. */
export type AgendaTerm = Omit<ForecastTerm, "because"> &
  Sittings & {
    departure?: Departure | undefined;
    /** The rotation was closed before the term began. */
    isCancelled: boolean;
    /** How often the entry of the term has changed; it never falls, and equal events give equal numbers. */
    revision: number;
  };

/** The entry of a term, without its revision. */
export function entryOf(
  rotation: KnownRotation,
  { because: _, ...row }: ForecastTerm,
  sittings: Sittings,
): Omit<AgendaTerm, "revision"> {
  const closedOn = rotation.closedOn;
  const span = { ...row, endsOn: lastDayAfter(rotation, row, closedOn) };
  const departure = departureOf(rotation, row);
  const isCancelled = closedOn !== undefined && !isHeld(rotation, row, closedOn);
  return {
    ...span,
    ...untilClosed(sittings, closedOn),
    ...(departure && { departure }),
    // The opening named its chair, and the first day never came.
    ...(isCancelled && row.certainty === "served" && { certainty: "assigned" }),
    isCancelled,
  };
}

/** Whether somebody held the term before the rotation was closed; the first term may lie ahead of the opening. */
const isHeld = (
  { served }: OpenedRotation,
  { number }: Pick<ForecastTerm, "number">,
  closedOn: CivilDate,
): boolean => (served[number]?.begunOn ?? "9999") <= closedOn;

/** In a rotation that is closed nobody has the chair, is deputy or acts. */
function untilClosed(sittings: Sittings, closedOn: CivilDate | undefined): Sittings {
  if (closedOn === undefined) return sittings;
  const end = addDays(closedOn, 1);
  const cut = <T extends { from: CivilDate; until: CivilDate }>(spans: readonly T[]): T[] =>
    spans.filter(({ from }) => from < end).map((one) => ({ ...one, until: earlierOf(one.until, end) }));
  const acted = sittings.interims.filter(({ from }) => from < end);
  return {
    tenures: cut(sittings.tenures),
    deputies: cut(sittings.deputies),
    interims: acted.map(({ until, ...one }) =>
      until !== undefined && until < end ? { ...one, until } : one,
    ),
  };
}

/** The first day after the term; a running term ends with the rotation. */
function lastDayAfter(
  rotation: OpenedRotation,
  row: Omit<ForecastTerm, "because">,
  closedOn: CivilDate | undefined,
): CivilDate {
  const { number, startsOn, endsOn } = row;
  if (closedOn === undefined || number !== runningNumber(rotation)) return endsOn;
  if (!isHeld(rotation, row, closedOn)) return endsOn;
  const next = addDays(closedOn < startsOn ? startsOn : closedOn, 1);
  return earlierOf(next, endsOn);
}

/** Why another unit chairs the term than the one whose turn it is; undefined where it is its own turn. */
export function departureOf(
  { overlays, served, swaps }: OpenedRotation,
  { number, chair, nominal }: Pick<ForecastTerm, "number" | "chair" | "nominal">,
): Departure | undefined {
  if (chair.kind === "vacant") return { kind: "vacant" };
  // The unit has its own turn again: a swap was swapped back.
  if (chair.kind === "unit" && nominal.kind === "unit" && chair.unit === nominal.unit) return undefined;
  const laid = served[number]?.laid;
  const last = overlays
    .get(number)
    ?.findLast(({ kind }) => kind !== "vacant" && laid?.includes(kind) !== false);
  if (last === undefined || last.kind === "vacant") return undefined;
  if (last.kind === "substitute") return { kind: "substitute" };
  const swap = swaps.get(last.swap);
  return swap && { kind: "swap", with: swap.at.a === number ? swap.b.term : swap.a.term };
}
