import { derivedId } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { laterOf, nameOf, numberOf, spanOf } from "./calendar.ts";
import type { NominalTerm } from "./forecast/nominal-term.ts";
import { type Fault, faultsOf, overlaid } from "./forecast/overlays.ts";
import { comingTerms } from "./forecast/reckoning.ts";
import type { Standing } from "./forecast/standing.ts";
import { heirIn } from "./members.ts";
import type { ChairRotationEvent } from "./messages.ts";
import { rosterOn } from "./roster-on.ts";
import { endsIn } from "./seating.ts";
import { type OpenedRotation, policyAt, type Swap, type TermDecision } from "./state.ts";
import type { SwapSide } from "./words.ts";

type SwapVoided = Extract<ChairRotationEvent, { type: "SwapVoided" }>;
type ObligationBroken = Extract<ChairRotationEvent, { type: "ObligationBroken" }>;
type Void = Extract<ChairRotationEvent, { type: "SwapVoided" | "AgreementVoided" }>;

/**
 * The agreements that no longer find their turns, as the events that void them, from the first one on up to one that may
 * move other turns. Everything agreed is about a turn, that is a term and the unit that has it. If the turn goes to another
 * unit, that unit has agreed to nothing, so the agreement is void for good, and whoever has the turn now may agree anew
 * (ASEAN and BRICS agree on years for reasons that lie in the year). Empty where everything stands. Without a substitute
 * all turns stay, so that all of them fall in one pass over the terms. `concerned` are the terms that may be otherwise than
 * before; unless given, all of them.
 */
export function nextVoids(
  state: OpenedRotation,
  askedOn: CivilDate | undefined,
  concerned?: ReadonlySet<number>,
): Void[] {
  const begun = begunProposal(state);
  if (begun) return [voidSwap(state, begun, "termBegun")];
  const bound = boundTerms(state);
  const numbers = concerned ? new Set([...bound].filter((number) => concerned.has(number))) : bound;
  if (numbers.size === 0) return [];
  const last = Math.max(...numbers);
  const found: { number: number; fault: Fault }[] = [];
  let isMoving = false;
  const enough = ({ number }: { number: number }) => number >= last || isMoving;
  comingTerms(state, { enough, askedOn }, (term, after) => {
    const { number } = term;
    if (isMoving || !numbers.has(number)) return;
    const faults = faultsIn(state, term, after);
    for (const fault of faults) found.push({ number, fault });
    isMoving = faults.some((fault) => !isStill(fault));
  });
  return found.flatMap((one) => voidOf(state, one) ?? []);
}

/** A turn that has another substitute, or none, is nobody else's. */
const isStill = (fault: Fault): boolean => "what" in fault && fault.what === "substitute";

/** What falls of a term: what lies on a substitute that falls does so after it. */
function faultsIn(state: OpenedRotation, term: NominalTerm, after: Standing): Fault[] {
  const { substitutes, succession } = policyAt(state, term.number);
  const found: Fault[] = [];
  let overlays = state.overlays.get(term.number) ?? [];
  for (;;) {
    const { chair, faults } = overlaid(term, overlays, substitutes === "anybody");
    const sits = chair.kind === "unit" ? chair.unit : undefined;
    const had = succession.kind === "electedInRotation" ? after.had : new Set<UnitId>();
    const [fault] = faults.length > 0 ? faults : faultsOf(term, { sits, had }, state);
    if (fault) found.push(fault);
    if (!fault || !isStill(fault) || !("layer" in fault) || fault.layer === undefined) return found;
    overlays = overlays.toSpliced(fault.layer - 1, 1);
  }
}

const isProposed = ({ status }: Swap): boolean => status === "proposed" || status === "agreed";

/** A swap that is only proposed when one of its terms begins. */
function begunProposal({ swaps, served }: OpenedRotation): Swap | undefined {
  let first: Swap | undefined;
  for (const swap of swaps.values()) {
    if (!isProposed(swap) || Math.min(swap.at.a, swap.at.b) >= served.length) continue;
    if (!first || Math.min(swap.at.a, swap.at.b) < Math.min(first.at.a, first.at.b)) first = swap;
  }
  return first;
}

const binding: ReadonlySet<string> = new Set(["ChairDesignated", "ChairHeldOver", "OwedTurnClaimed"]);

/** Whether a decision may become void; a place after another unit does when that one loses its own. */
const isBinding = ({ type, data }: TermDecision): boolean =>
  binding.has(type) || (type === "UnitPlacedInOrder" && data.place.kind === "after");

/** Whether something is agreed about a turn that has not begun, or is agreed by these events, or a turn is owed. */
export const isAnythingBound = (state: OpenedRotation, events: readonly ChairRotationEvent[]): boolean =>
  events.some(({ type }) => agreeing.has(type)) ||
  begunProposal(state) !== undefined ||
  boundTerms(state).size > 0 ||
  [...state.obligations.values()].some(({ status }) => status === "open");

const agreeing: ReadonlySet<string> = new Set([...binding, "SwapProposed", "SubstituteNamed", "TermVacated"]);

/**
 * The terms on which these events lay something, where they move no other turn, so that whatever is agreed about other
 * terms stands as before. Undefined where they may: where deputies succeed, who sits in a term is not only about that
 * term, and once the next term should have begun it is reckoned on the day of the question.
 */
export function laidOn(
  state: OpenedRotation,
  events: readonly ChairRotationEvent[],
  askedOn: CivilDate | undefined,
): ReadonlySet<number> | undefined {
  const first = spanOf(state.calendar, state.served.length)?.startsOn ?? "";
  if (laterOf(askedOn ?? "", state.doneOn ?? "") > first || isByDeputies(state)) return undefined;
  const numbers = new Set<number>();
  for (const { type, data } of events) {
    if (type === "SubstituteNamed") numbers.add(numberOf(state.calendar, data.term) ?? -1);
    else if (type === "SwapProposed" || type === "SwapConsented" || type === "SwapRatified")
      for (const number of Object.values(state.swaps.get(data.swap)?.at ?? {})) numbers.add(number);
    else return undefined;
  }
  return numbers;
}

const isByDeputies = ({ standing, policies }: OpenedRotation): boolean =>
  [standing, ...policies].some(({ policy }) => policy.succession.kind === "deputySucceeds");

/** The coming terms with something that is bound to their turn. */
function boundTerms({ overlays, decisions, swaps, served }: OpenedRotation): Set<number> {
  const next = served.length;
  const numbers = new Set<number>();
  for (const [number, agreed] of overlays) if (number >= next && agreed.length > 0) numbers.add(number);
  for (const [number, decided] of decisions)
    if (number >= next && decided.some(({ event }) => isBinding(event))) numbers.add(number);
  for (const swap of swaps.values())
    if (isProposed(swap))
      for (const number of [swap.at.a, swap.at.b]) if (number >= next) numbers.add(number);
  return numbers;
}

function voidOf(
  state: OpenedRotation,
  { number, fault }: { number: number; fault: Fault },
): Void | undefined {
  if ("swap" in fault) {
    const swap = state.swaps.get(fault.swap);
    return swap && voidSwap(state, swap, fault.because);
  }
  const { unit, ...rest } = fault;
  const term = nameOf(state.calendar, number);
  return { type: "AgreementVoided", data: { term, ...(unit !== undefined && { unit }), ...rest } };
}

/** The sides of a swap, by which a sentence calls it. */
export const sidesOf = ({ a, b }: Swap): { a: SwapSide; b: SwapSide } => ({ a: { ...a }, b: { ...b } });

/** A swap that is void in all terms that have not begun. A unit that has given its term already is owed a turn. */
export function voidSwap(
  state: OpenedRotation,
  swap: Swap,
  because: SwapVoided["data"]["because"],
): SwapVoided {
  const next = state.served.length;
  const from = nameOf(state.calendar, next);
  const giver = swap.status === "inForce" ? giverOf(swap, next) : undefined;
  const isGone = giver !== undefined && goneOn(state, heirNow(state, giver), undefined) !== undefined;
  // Where both parties have become one unit it had both terms, so it has lost nothing.
  const owed =
    giver === undefined || isGone || because === "sameUnit"
      ? {}
      : { owed: { obligation: derivedId("owedSwap", state.bloc, swap.swap) } };
  return { type: "SwapVoided", data: { swap: swap.swap, ...sidesOf(swap), from, because, ...owed } };
}

/**
 * The first owed turn whose unit is gone without an heir before the next term, as the event that breaks it. Undefined
 * where every unit can still have what it is owed.
 */
export function firstBroken(
  state: OpenedRotation,
  askedOn: CivilDate | undefined,
): ObligationBroken | undefined {
  for (const { obligation, unit } of state.standing.debts) {
    const brokenOn = goneOn(state, unit, askedOn);
    const owed = state.obligations.get(obligation);
    if (brokenOn === undefined || owed?.status !== "open") continue;
    const { passed } = owed;
    return { type: "ObligationBroken", data: { obligation, brokenOn, because: "unitLeft", unit, passed } };
  }
  return undefined;
}

/** The day from which a unit, or its heir, is no member, if that is before the next term is reckoned. */
function goneOn(
  { pending, calendar, served }: OpenedRotation,
  unit: UnitId,
  askedOn: CivilDate | undefined,
): CivilDate | undefined {
  const day = laterOf(spanOf(calendar, served.length)?.startsOn ?? "", askedOn ?? "");
  let now = unit;
  for (const { on, event } of pending) {
    if (on > day) return undefined;
    if (event.type === "UnitLeftRotation" && event.data.unit === now) return on;
    if (event.type === "UnitsMergedInRotation" || event.type === "UnitSplitInRotation") {
      const { ends, heir } = endsIn(event);
      if (ends.includes(now)) now = heir;
    }
  }
  return undefined;
}

/** The heir of a unit by the facts that the standing after the running term knows. */
export function heirNow(state: OpenedRotation, unit: UnitId): UnitId {
  const running = state.served.at(-1);
  return running ? heirIn(rosterOn(state, laterOf(running.startsOn, running.begunOn)), unit) : unit;
}

/** The unit that gave a term that has begun and was to take one that has not. */
function giverOf({ a, b, at }: Swap, next: number): UnitId | undefined {
  if (at.a < next && at.b >= next) return a.unit;
  return at.b < next && at.a >= next ? b.unit : undefined;
}
