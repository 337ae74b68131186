import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { numberOf, type Span } from "../calendar.ts";
import { type OpenedRotation, policyAt, runningNumber, type ServedTerm } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Citation, Seat } from "./explanation.ts";
import { type NominalTerm, nominalTerms } from "./nominal.ts";
import { overlaid } from "./overlays.ts";

/**
 * How certain the chair of a term is.
 * - `served`: the term has begun, so the chair is a fact.
 * - `assigned`: a unit was designated, or has the term by swap, as a substitute or as an owed turn.
 * - `nominal`: the rule gives the term, within the horizon of the policy.
 * - `conditional`: the term is beyond the horizon, its chair is not chosen yet, or a swap of it is not agreed yet.
 */
export type Certainty = "served" | "assigned" | "nominal" | "conditional";

/** One term: whose turn it is, and who chairs it. */
export type ForecastTerm = Span & {
  /** Whose turn it is by order and roster alone (the nominal layer). */
  nominal: Seat;
  /** Who chairs it, with swaps, substitutes and vacancies; in a term that has begun, who did. */
  chair: Seat;
  deputy?: UnitId | undefined;
  certainty: Certainty;
  because: readonly Citation[];
};

/**
 * The last term to look at.
 * - `date`: the term that runs on that day.
 * - `number`: the term with that number, counted from 0: `{ number: 7 }` is the eighth term of the rotation.
 * - `terms`: 1 or more; `{ terms: 5 }` is the fifth term after the running one.
 */
export type Until = { date: CivilDate } | { number: number } | { terms: number };

/** Says of a term whether it is the last one to look at. */
export function isLastIn(rotation: OpenedRotation, until: Until): (span: Span) => boolean {
  if ("date" in until) return ({ endsOn }) => endsOn > until.date;
  const last = "terms" in until ? runningNumber(rotation) + until.terms : until.number;
  return ({ number }) => number >= last;
}

/**
 * All terms from the first one up to `until`: the past as it was, the future as the policy gives it. The last five
 * rows of `forecast(rotation, { terms: 5 })` are the next five terms; the rows before them have begun, and their
 * certainty is `served`. Pure; its cost is linear in the terms and in the facts.
 */
export function forecast(rotation: OpenedRotation, until: Until): ForecastTerm[] {
  const pending = pendingSwapTerms(rotation);
  return nominalTerms(rotation, isLastIn(rotation, until)).map((term) => {
    const served = rotation.served[term.number];
    return served ? asServed(term, served) : asPlanned(rotation, term, pending);
  });
}

/** The forecast of one term; undefined where the calendar has no term of that name. */
export function forecastOf(rotation: OpenedRotation, term: TermId): ForecastTerm | undefined {
  const number = numberOf(rotation.calendar, term);
  return number === undefined ? undefined : forecast(rotation, { number })[number];
}

/** The terms with a swap that is proposed and not in force yet. */
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

/** Events that decide the chair of a coming term, whatever the rule says. */
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
