import { derivedId } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { nameOf } from "./calendar.ts";
import { type Fault, faultsOf, overlaid } from "./forecast/overlays.ts";
import { comingTerms } from "./forecast/reckoning.ts";
import type { ChairRotationEvent } from "./messages.ts";
import { type OpenedRotation, policyAt, type Swap } from "./state.ts";

type SwapVoided = Extract<ChairRotationEvent, { type: "SwapVoided" }>;
type Void = Extract<ChairRotationEvent, { type: "SwapVoided" | "AgreementVoided" }>;

/**
 * The first agreement that no longer finds its turn, as the event that voids it. Everything agreed is about a turn,
 * that is a term and the unit that has it. If the turn goes to somebody else that unit has agreed to nothing, so the
 * agreement is void for good, and whoever has the turn now may agree anew (ASEAN and BRICS agree on years for reasons
 * that lie in the year). Undefined where everything stands.
 */
export function firstVoid(state: OpenedRotation, askedOn: CivilDate | undefined): Void | undefined {
  const begun = begunProposal(state);
  if (begun) return voidSwap(state, begun, "termBegun");
  const numbers = boundTerms(state);
  const last = Math.max(...numbers);
  if (numbers.size === 0) return undefined;
  let found: { number: number; fault: Fault } | undefined;
  const enough = ({ number }: { number: number }) => number >= last || found !== undefined;
  comingTerms(state, { enough, askedOn }, (term) => {
    const { number } = term;
    if (found || !numbers.has(number)) return;
    const isAnybody = policyAt(state, number).substitutes === "anybody";
    const { chair, faults } = overlaid(term, state.overlays.get(number), isAnybody);
    const sits = chair.kind === "unit" ? chair.unit : undefined;
    const [fault] = faults.length > 0 ? faults : faultsOf(term, sits, state);
    if (fault) found = { number, fault };
  });
  return found && voidOf(state, found);
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

/** Whether something is agreed about a turn that has not begun, or is agreed by these events. */
export const isAnythingBound = (state: OpenedRotation, events: readonly ChairRotationEvent[]): boolean =>
  events.some(({ type }) => agreeing.has(type)) ||
  begunProposal(state) !== undefined ||
  boundTerms(state).size > 0;

const agreeing: ReadonlySet<string> = new Set([...binding, "SwapProposed", "SubstituteNamed", "TermVacated"]);

/** The coming terms with something that is bound to their turn. */
function boundTerms({ overlays, decisions, swaps, served }: OpenedRotation): Set<number> {
  const numbers = new Set<number>();
  for (const [number, agreed] of overlays) if (agreed.length > 0) numbers.add(number);
  for (const [number, decided] of decisions)
    if (decided.some(({ event }) => binding.has(event.type))) numbers.add(number);
  for (const swap of swaps.values()) if (isProposed(swap)) numbers.add(swap.at.a).add(swap.at.b);
  for (const number of numbers) if (number < served.length) numbers.delete(number);
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

/** A swap that is void in all terms that have not begun. A unit that has given its term already is owed a turn. */
export function voidSwap(
  state: OpenedRotation,
  swap: Swap,
  because: SwapVoided["data"]["because"],
): SwapVoided {
  const next = state.served.length;
  const from = nameOf(state.calendar, next);
  const giver = swap.status === "inForce" ? giverOf(swap, next) : undefined;
  const owed =
    giver === undefined ? {} : { owed: { obligation: derivedId("owedSwap", state.bloc, swap.swap) } };
  return { type: "SwapVoided", data: { swap: swap.swap, from, because, ...owed } };
}

/** The unit that gave a term that has begun and was to take one that has not. */
function giverOf({ a, b, at }: Swap, next: number): UnitId | undefined {
  if (at.a < next && at.b >= next) return a.unit;
  return at.b < next && at.a >= next ? b.unit : undefined;
}
