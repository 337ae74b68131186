import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { numberOf, type Span } from "../calendar.ts";
import { type OpenedRotation, policyAt, runningNumber, type ServedTerm } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Citation, Seat } from "./explanation.ts";
import { type NominalTerm, nominalTerms } from "./nominal.ts";
import { overlaid } from "./overlays.ts";

/**
 * How sure a forecast is of a term: served, it has begun and is a fact; assigned, somebody was designated,
 * swapped in or named for it; nominal, the rule gives it within the horizon; conditional, it lies beyond the
 * horizon, or is still open, or hangs on a swap that is not agreed yet.
 */
export type Certainty = "served" | "assigned" | "nominal" | "conditional";

/** One term on its layers: whose turn it is, and who chairs it. */
export type ForecastTerm = Span & {
  /** The nominal layer: order and roster alone. */
  nominal: Seat;
  /** With the overlays; of a term that has begun, what happened. */
  chair: Seat;
  deputy?: UnitId | undefined;
  certainty: Certainty;
  because: readonly Citation[];
};

/**
 * How far to look, the last term included: `date`, the term that is running on that day; `number`, a term's number,
 * counted from 0, so that `{ number: 7 }` is the eighth term of the rotation; `terms`, 1 or more, so many terms that
 * have not begun, so that `{ terms: 5 }` is the fifth after the one that is running.
 */
export type Until = { date: CivilDate } | { number: number } | { terms: number };

/** Whether a term is the last that is looked at. */
export function isLastIn(rotation: OpenedRotation, until: Until): (span: Span) => boolean {
  if ("date" in until) return ({ endsOn }) => endsOn > until.date;
  const last = "terms" in until ? runningNumber(rotation) + until.terms : until.number;
  return ({ number }) => number >= last;
}

/**
 * All terms from the first up to `until`: the past as it was, the future as the policy gives it. Pure, and
 * linear in the terms and in what has happened. Who chairs the next five terms are the last five of
 * `forecast(rotation, { terms: 5 })`; those before them have begun, and their certainty is `served`.
 */
export function forecast(rotation: OpenedRotation, until: Until): ForecastTerm[] {
  const pending = pendingSwapTerms(rotation);
  return nominalTerms(rotation, isLastIn(rotation, until)).map((term) => {
    const served = rotation.served[term.number];
    return served ? asServed(term, served) : asPlanned(rotation, term, pending);
  });
}

/** The forecast of one term; undefined where the calendar has none of that name. */
export function forecastOf(rotation: OpenedRotation, term: TermId): ForecastTerm | undefined {
  const number = numberOf(rotation.calendar, term);
  return number === undefined ? undefined : forecast(rotation, { number })[number];
}

/** Terms that a swap is proposed for and not in force yet. */
function pendingSwapTerms({ swaps }: OpenedRotation): Set<number> {
  const pending = new Set<number>();
  for (const { status, at } of swaps.values())
    if (status === "proposed" || status === "agreed") pending.add(at.a).add(at.b);
  return pending;
}

function asServed(term: NominalTerm, served: ServedTerm): ForecastTerm {
  const { chair, turnOf, deputy, event } = served;
  return {
    ...term,
    nominal: turnOf === undefined ? term.seat : { kind: "unit", unit: turnOf },
    chair: chair === undefined ? { kind: "vacant" } : { kind: "unit", unit: chair },
    deputy,
    certainty: "served",
    because: [{ kind: "event", event }],
  };
}

function asPlanned(
  rotation: OpenedRotation,
  { seat, deputy, because, ...span }: NominalTerm,
  pending: ReadonlySet<number>,
): ForecastTerm {
  const overlays = rotation.overlays.get(span.number);
  const overlay = overlays?.at(-1);
  const chair = overlaid(seat, overlays);
  const isChair = chair.kind === "unit" && chair.unit === deputy;
  return {
    ...span,
    nominal: seat,
    chair,
    deputy: isChair ? undefined : deputy,
    certainty: certaintyOf(rotation, {
      number: span.number,
      chair,
      because,
      pending,
      isOverlaid: overlay !== undefined,
    }),
    because: overlay ? [...because, { kind: "event", event: overlay.event }] : because,
  };
}

/** Events that settle a coming term, whatever the rule would give. */
const settling = new Set<string>(["ChairDesignated", "OwedTurnClaimed"]);

function certaintyOf(
  rotation: OpenedRotation,
  term: {
    number: number;
    chair: Seat;
    because: readonly Citation[];
    pending: ReadonlySet<number>;
    isOverlaid: boolean;
  },
): Certainty {
  if (term.pending.has(term.number) || term.chair.kind === "open") return "conditional";
  const isSettled = term.because.some((one) => one.kind === "event" && settling.has(one.event.type));
  if (term.isOverlaid || isSettled) return "assigned";
  const ahead = term.number - runningNumber(rotation);
  return ahead <= policyAt(rotation, Math.max(runningNumber(rotation), 0)).horizonTerms
    ? "nominal"
    : "conditional";
}
