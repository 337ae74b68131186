import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { numberOf, type Span, spanOf } from "../calendar.ts";
import { heirIn, type Roster } from "../members.ts";
import type { RotationPolicy } from "../policies/policy.ts";
import { type OpenedRotation, type Overlay, policyAt, runningNumber, type ServedTerm } from "../state.ts";
import type { TermId } from "../words.ts";
import type { Citation, Seat } from "./explanation.ts";
import type { NominalTerm } from "./nominal-term.ts";
import { overlaid } from "./overlays.ts";
import { comingTerms } from "./reckoning.ts";
import { isLastIn, type Until } from "./until.ts";

export type { Until } from "./until.ts";

/**
 * How certain the chair of a term is.
 * - `served`: the term has begun, so the chair is a fact.
 * - `assigned`: a unit was designated, or has the term by swap, as a substitute or as an owed turn.
 * - `nominal`: the rule gives the term, within the horizon of the policy.
 * - `conditional`: the rule gives the term beyond the horizon, or a swap of it is not agreed yet.
 * - `open`: the chair is still to be elected, assigned or drawn; `chair` names the units that it can be.
 */
export type Certainty = "served" | "assigned" | "nominal" | "conditional" | "open";

/** One term: whose turn it is, and who chairs it. */
export type ForecastTerm = Span & {
  /** Whose turn it is by order and roster alone (the nominal layer). */
  nominal: Seat;
  /** Who chairs it, with swaps, substitutes and vacancies; in a term that has begun, who did. */
  chair: Seat;
  deputy?: UnitId | undefined;
  /** An agreement leaves the term, or the rest of it, without a chair from this day on. */
  vacantFrom?: CivilDate;
  certainty: Certainty;
  because: readonly Citation[];
};

/**
 * All terms from the first one up to `until`: the past as it was, the future as the policy gives it. The last five
 * rows of `forecast(rotation, { terms: 5 })` are the next five terms; the rows before them have begun, and their
 * certainty is `served`. A coming term is reckoned with the members of its first day or, where that is later, of
 * `askedOn` or of the last day on which something was done. Of a rotation that is closed the coming rows tell what would
 * have been; `agenda` marks them as cancelled. Pure; its cost is linear in the terms and in the facts.
 * @throws {InvalidInput} for an `until` that is out of range
 */
export function forecast(rotation: OpenedRotation, until: Until, askedOn?: CivilDate): ForecastTerm[] {
  const isLast = isLastIn(rotation, until);
  const begun: ForecastTerm[] = [];
  for (const row of rotation.served) {
    const served = asServed(rotation, row);
    begun.push(served);
    if (isLast(served)) return begun;
  }
  const planned = plannedIn(rotation);
  const coming = comingTerms(rotation, { enough: isLast, askedOn }, planned);
  return [...begun, ...coming];
}

/** The forecast of one term; undefined where the calendar has no term of that name. */
export function forecastOf(
  rotation: OpenedRotation,
  term: TermId,
  askedOn?: CivilDate,
): ForecastTerm | undefined {
  const number = numberOf(rotation.calendar, term);
  return number === undefined ? undefined : forecast(rotation, { number }, askedOn)[number];
}

/** The row of a term that has begun. */
export function asServed({ served, calendar }: OpenedRotation, row: ServedTerm): ForecastTerm {
  const { number, term, startsOn, chair, deputy, event, nominal, vacantFrom } = row;
  const endsOn = served[number + 1]?.startsOn ?? spanOf(calendar, number)?.endsOn ?? startsOn;
  const sits: Seat = chair === undefined ? { kind: "vacant" } : { kind: "unit", unit: chair };
  return {
    number,
    term,
    startsOn,
    endsOn,
    nominal,
    chair: sits,
    deputy,
    ...(vacantFrom !== undefined && { vacantFrom }),
    certainty: "served",
    because: [{ kind: "event", event, gives: sits }],
  };
}

/** The last term that the rule gives for certain. */
export function horizonOf(rotation: OpenedRotation): number {
  const running = runningNumber(rotation);
  return running + policyAt(rotation, Math.max(running, 0)).horizonTerms;
}

/** Who sits in a coming term, without the reasons; `laid` are the agreements that stand. */
type Seated = Pick<ForecastTerm, "chair" | "deputy" | "certainty"> & {
  vacantFrom?: CivilDate | undefined;
  laid: readonly Overlay[];
};

/** Seats a coming term, from whose turn it is. */
export function seatingIn(rotation: OpenedRotation): (term: NominalTerm) => Seated {
  const policies = policyWalk(rotation);
  const horizon = horizonOf(rotation);
  const proposed = new Set(
    [...rotation.swaps.values()].flatMap(({ status, at }) =>
      status === "proposed" || status === "agreed" ? [at.a, at.b] : [],
    ),
  );
  return (term) => {
    const { number, deputy } = term;
    const isAnybody = policies(number).substitutes === "anybody";
    const { chair, vacantFrom, laid } = overlaid(term, rotation.overlays.get(number), isAnybody);
    // Where nobody chairs, nobody is deputy; a chair is not its own.
    const hasNone = chair.kind === "vacant" || (chair.kind === "unit" && chair.unit === deputy);
    const [isProposed, isOverlaid] = [proposed.has(number), laid.length > 0];
    const certainty = certaintyOf(term, { chair, horizon, isProposed, isOverlaid });
    return { chair, deputy: hasNone ? undefined : deputy, vacantFrom, certainty, laid };
  };
}

/** Makes the row of a coming term from whose turn it is. */
export function plannedIn(rotation: OpenedRotation): (term: NominalTerm) => ForecastTerm {
  const seating = seatingIn(rotation);
  return (term) => {
    const { roster, number, startsOn, endsOn, seat, because: given } = term;
    const { chair, deputy, vacantFrom, certainty, laid } = seating(term);
    // A vacancy of the last part of a term leaves the chair to the unit that has it.
    const seats = laid.filter((one) => one.kind !== "vacant" || one.from <= term.day);
    return {
      number,
      term: term.term,
      startsOn,
      endsOn,
      nominal: seat,
      chair,
      deputy,
      ...(vacantFrom !== undefined && { vacantFrom }),
      certainty,
      because: [...given, ...seats.map((one) => laidOn(one, roster))],
    };
  };
}

/** An agreement as a reason, with who has the term by it; after a merger or split that is the heir. */
function laidOn(overlay: Overlay, roster: Roster): Citation {
  const { event } = overlay;
  if (overlay.kind === "vacant") return { kind: "event", event, gives: { kind: "vacant" } };
  return { kind: "event", event, gives: { kind: "unit", unit: heirIn(roster, overlay.gives) } };
}

/** The policy of one term after the other. */
function policyWalk({ opening, policies }: OpenedRotation): (number: number) => RotationPolicy {
  let [next, policy] = [0, opening.policy];
  return (number) => {
    for (let one = policies[next]; one && one.at <= number; one = policies[next]) {
      policy = one.policy;
      next += 1;
    }
    return policy;
  };
}

function certaintyOf(
  { number, by, because }: NominalTerm,
  term: { chair: Seat; horizon: number; isProposed: boolean; isOverlaid: boolean },
): Certainty {
  if (term.chair.kind === "open") return "open";
  if (term.isProposed) return "conditional";
  const isConfirmed = because.some((one) => one.kind === "event" && one.event.type === "ChairDesignated");
  if (term.isOverlaid || by === "designated" || by === "owed" || isConfirmed) return "assigned";
  return number <= term.horizon ? "nominal" : "conditional";
}
