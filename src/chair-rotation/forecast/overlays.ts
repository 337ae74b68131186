import type { Id } from "../../kernel/ids.ts";
import { type CivilDate, earlierOf } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { laterOf } from "../calendar.ts";
import { heirIn, type Roster } from "../members.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { Decided, OpenedRotation, Overlay, Swap } from "../state.ts";
import { isAssignment } from "../words.ts";
import type { Seat } from "./explanation.ts";
import type { NominalTerm } from "./nominal-term.ts";

type AgreementVoided = Extract<ChairRotationEvent, { type: "AgreementVoided" }>["data"];
type Because = AgreementVoided["because"];
/** Only a designation falls because its unit has had its turn, or because the authority decides anew, and only a vacancy because the days of its term have moved. */
type LayerBecause = Exclude<Because, "hadTurn" | "notInOrder" | "superseded">;
type SwapBecause = Exclude<LayerBecause, "daysMoved">;

/** An agreement that no longer finds the turn that it was made for. */
export type Fault =
  | { swap: Id; because: SwapBecause | "termBegun" }
  | Pick<AgreementVoided, "what" | "unit" | "layer" | "obligation" | "because">;

/** Who chairs a coming term, from the unit whose turn it is through each agreement that lies on it. */
type Laid = {
  chair: Seat;
  vacantFrom?: CivilDate | undefined;
  laid: readonly Overlay[];
  faults: readonly Fault[];
};

type Agreements = Pick<OpenedRotation, "overlays" | "decisions" | "swaps" | "policies" | "opening">;

/** The overlays of a term, one upon the other: each is bound to the unit that has the term beneath it. */
export function overlaid(term: NominalTerm, overlays: readonly Overlay[] = [], isAnybody = false): Laid {
  const { roster, seat } = term;
  if (overlays.length === 0) return { chair: seat, laid: [], faults: [] };
  let sits = unitOf(seat);
  let vacantFrom: CivilDate | undefined;
  const laid: Overlay[] = [];
  const faults: Fault[] = [];
  for (const [below, one] of overlays.entries()) {
    const bound = one.bound === undefined ? undefined : heirIn(roster, one.bound);
    const gives = one.kind === "vacant" ? undefined : heirIn(roster, one.gives);
    // Of a term that is vacant from the first day on nobody has the turn; of one that is so later, its chair.
    const isMoved = bound !== sits || (vacantFrom !== undefined && vacantFrom <= term.day);
    const fault = faultOf(one, below + 1, isMoved ? "turnMoved" : objection(one, term, isAnybody));
    if (fault) {
      faults.push(fault);
      continue;
    }
    laid.push(one);
    if (one.kind === "vacant") {
      const from = laterOf(one.from, term.startsOn);
      vacantFrom = earlierOf(vacantFrom ?? from, from);
      if (vacantFrom <= term.day) sits = undefined;
    } else sits = gives;
  }
  const isVacant = vacantFrom !== undefined && vacantFrom <= term.day;
  const chair =
    sits !== undefined
      ? ({ kind: "unit", unit: sits } as const)
      : isVacant
        ? ({ kind: "vacant" } as const)
        : seat;
  return { chair, vacantFrom, laid, faults };
}

/** Whether a unit sits as a substitute: of the agreements that give a unit the term, the last one is not a swap. */
export const isBySubstitute = (laid: readonly Overlay["kind"][]): boolean =>
  laid.findLast((kind) => kind !== "vacant") === "substitute";

/** What stands against the taker of a turn on the day of the term. */
function objection(one: Overlay, term: NominalTerm, isAnybody: boolean): LayerBecause | undefined {
  if (one.kind === "vacant") return isWithin(one, term) ? undefined : "daysMoved";
  const { members, ended } = term.roster;
  const [bound, gives] = [heirIn({ ended }, one.bound), heirIn({ ended }, one.gives)];
  // Under an order that kept the swaps a unit may take by swap what is its own turn.
  if (gives === bound && one.gives !== one.bound) return "sameUnit";
  if (isAnybody && one.kind === "substitute") return undefined;
  return absence({ members }, gives);
}

/**
 * A vacancy of the last part of a term costs that part, and not the turn (L52). Where the term has got other days since,
 * so that it would cost all of them or none, the agreement does not find its days and is void like one that does not
 * find its turn (L46).
 */
const isWithin = (
  { from, isWhole }: Extract<Overlay, { kind: "vacant" }>,
  { startsOn, endsOn }: NominalTerm,
): boolean => from < endsOn && (isWhole || from > startsOn);

/** Why a unit can take no turn on a day: it has left, or it is suspended. */
function absence(
  { members }: Pick<Roster, "members">,
  unit: UnitId,
): "unitLeft" | "unitSuspended" | undefined {
  const member = members.get(unit);
  if (!member) return "unitLeft";
  return member.suspension ? "unitSuspended" : undefined;
}

function faultOf(overlay: Overlay, layer: number, because: LayerBecause | undefined): Fault | undefined {
  if (because === undefined) return undefined;
  if (overlay.kind === "swap") return because === "daysMoved" ? undefined : { swap: overlay.swap, because };
  const what = overlay.kind === "vacant" ? "vacancy" : "substitute";
  return { what, unit: overlay.bound, layer, because };
}

/**
 * What else is bound to the turn: a designation, a hold-over, a claim, and the proposed swaps of the term. `had` are
 * those who, elected in rotation, have had their turn in the lap.
 */
export function faultsOf(
  term: NominalTerm,
  { sits, had }: { sits: UnitId | undefined; had: ReadonlySet<UnitId> },
  state: Agreements,
): Fault[] {
  const { number, seat, by, debt, roster } = term;
  const nominal = unitOf(seat);
  const faults: { seq: number; fault: Fault }[] = [];
  const decided = state.decisions.get(number) ?? [];
  for (const [at, { seq, event }] of decided.entries()) {
    const fault = (lost: Omit<AgreementVoided, "term" | "because">, stands: boolean, because: Because) => {
      if (!stands) faults.push({ seq, fault: { ...lost, because } });
    };
    if (event.type === "ChairDesignated") {
      const { chair: unit } = event.data;
      const later = decided.slice(at + 1).flatMap((one) => designationIn(one) ?? []);
      // A decision that confirms a vote is one designation with it.
      if (later.some(({ chair }) => chair === unit)) continue;
      const heir = heirIn(roster, unit);
      const moved = had.has(heir) ? "hadTurn" : "turnMoved";
      const lost = later.some(({ basis }) => isAssignment(basis)) ? "superseded" : moved;
      fault({ what: "designation", unit }, nominal === heir, absence(roster, heir) ?? lost);
    } else if (event.type === "ChairHeldOver") {
      const { unit } = event.data;
      const heir = unit === undefined ? nominal : heirIn(roster, unit);
      const because = (heir === undefined ? undefined : absence(roster, heir)) ?? "turnMoved";
      fault({ what: "holdOver", unit }, by === "held" && nominal === heir, because);
    } else if (event.type === "OwedTurnClaimed") {
      const { unit, obligation } = event.data;
      const because = absence(roster, heirIn(roster, unit)) ?? "turnMoved";
      fault({ what: "claim", unit, obligation }, debt === obligation, because);
    } else if (event.type === "UnitPlacedInOrder") {
      const { unit } = event.data;
      fault({ what: "placement", unit }, !term.unplaced.has(unit), "notInOrder");
    }
  }
  for (const swap of proposedFor(state.swaps, number)) {
    const sides = [swap.at.a === number && swap.a, swap.at.b === number && swap.b];
    const isMoved = sides.some((side) => side && heirIn(roster, side.unit) !== sits);
    if (isMoved) faults.push({ seq: swap.seq, fault: { swap: swap.swap, because: "turnMoved" } });
  }
  return faults.sort((a, b) => a.seq - b.seq).map(({ fault }) => fault);
}

const designationIn = ({ event }: Decided) => (event.type === "ChairDesignated" ? event.data : undefined);

const isProposed = ({ status }: Swap): boolean => status === "proposed" || status === "agreed";

/** The swaps of a term that are not in force yet. */
function proposedFor(swaps: OpenedRotation["swaps"], number: number): Swap[] {
  return [...swaps.values()].filter(
    (swap) => isProposed(swap) && (swap.at.a === number || swap.at.b === number),
  );
}

const unitOf = (seat: Seat): UnitId | undefined => (seat.kind === "unit" ? seat.unit : undefined);

export function addOverlay(overlays: Map<number, Overlay[]>, number: number, overlay: Overlay) {
  overlays.set(number, [...(overlays.get(number) ?? []), overlay]);
}

/** Removes the overlays that are `void` from the terms from `from` on. */
export function removeOverlays(
  overlays: Map<number, Overlay[]>,
  from: number,
  isVoid: (overlay: Overlay) => boolean,
) {
  for (const [number, agreed] of overlays) {
    if (number < from) continue;
    const kept = agreed.filter((one) => !isVoid(one));
    if (kept.length === 0) overlays.delete(number);
    else if (kept.length < agreed.length) overlays.set(number, kept);
  }
}
