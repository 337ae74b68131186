import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { objectionToSpeaker } from "./acts.ts";
import { askedOn } from "./asked.ts";
import { comingTerm, holderField, unitIn } from "./forecast/coming-terms.ts";
import type { ForecastTerm } from "./forecast/forecast.ts";
import { addOverlay, removeOverlays } from "./forecast/overlays.ts";
import { heirIn, objectionIn, type Roster } from "./members.ts";
import type { ChairRotationRejection } from "./messages.ts";
import { knownUnit, nextSeq, numberIn } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import {
  type CommandSlice,
  type EventSlice,
  type OpenedRotation,
  policyAt,
  runningNumber,
  type Swap,
} from "./state.ts";
import { owe } from "./turns.ts";
import { heirNow, sidesOf } from "./voiding.ts";
import { dayOfBasis, type SwapSide } from "./words.ts";

type Objection = ChairRotationRejection | undefined;

/** Two units trade one term each: both agree, and the assembly ratifies it where the policy asks for that. */
export const decideSwaps: CommandSlice<"ProposeSwap" | "ConsentToSwap" | "RatifySwap" | "ExpireSwap"> = {
  ProposeSwap: during(["open"], {
    already: ({ swaps }, data) => same(swaps.get(data.swap)?.event, data),
    done: ({ proposedOn }) => proposedOn,
    decide(state, data, metadata) {
      const { swap, a, b, proposedBy, proposedOn, expiresOn } = data;
      if (state.swaps.has(swap)) return reject({ type: "SwapTaken", data: { swap } });
      if (a.term === b.term) return reject({ type: "SwapOfOneTerm", data: { term: a.term } });
      if (a.unit === b.unit) return reject({ type: "SwapOfOneUnit", data: { unit: a.unit } });
      if (proposedBy !== a.unit && proposedBy !== b.unit)
        return reject({ type: "SwapConsentNotSought", data: { swap, unit: proposedBy, a, b } });
      const objection =
        objectionToDate(expiresOn ?? proposedOn, { earliest: proposedOn }) ??
        objectionToSides(state, { a, b, askedOn: askedOn(state, metadata) }) ??
        objectionToSpeaker(state, { unit: proposedBy, day: proposedOn });
      return unless(objection, { type: "SwapProposed", data });
    },
  }),

  ConsentToSwap: during(["open"], {
    already: ({ swaps }, { swap, unit }) => swaps.get(swap)?.consents.includes(unit) === true,
    done: ({ consentedOn }) => consentedOn,
    decide(state, data) {
      const { swap, unit, consentedOn } = data;
      const known = state.swaps.get(swap);
      if (!known) return reject({ type: "SwapUnknown", data: { swap } });
      const { status } = known;
      if (status !== "proposed")
        return reject({ type: "SwapNotOpen", data: { swap, status, ...sidesOf(known) } });
      if (unit !== otherParty(state, known, consentedOn))
        return reject({ type: "SwapConsentNotSought", data: { swap, unit, ...sidesOf(known) } });
      const objection =
        objectionToDay(known, consentedOn) ?? objectionToSpeaker(state, { unit, day: consentedOn });
      return unless(objection, { type: "SwapConsented", data: { ...data, ...sidesOf(known) } });
    },
  }),

  RatifySwap: during(["open"], {
    already: ({ swaps }, { swap }) => swaps.get(swap)?.status === "inForce",
    done: ({ ratifiedOn, basis }) => [ratifiedOn, dayOfBasis(basis)],
    decide(state, data) {
      const { swap, ratifiedOn } = data;
      const known = state.swaps.get(swap);
      if (!known) return reject({ type: "SwapUnknown", data: { swap } });
      const { status } = known;
      if (status === "proposed") {
        const missing = [otherParty(state, known, ratifiedOn)];
        return reject({ type: "SwapNotConsented", data: { swap, missing, ...sidesOf(known) } });
      }
      if (status !== "agreed")
        return reject({ type: "SwapNotOpen", data: { swap, status, ...sidesOf(known) } });
      return unless(objectionToDay(known, ratifiedOn), {
        type: "SwapRatified",
        data: { ...data, ...sidesOf(known) },
      });
    },
  }),

  ExpireSwap: during(["open"], {
    already: ({ swaps }, { swap }) => swaps.get(swap)?.status === "expired",
    done: ({ expiredOn }) => expiredOn,
    decide(state, data) {
      const { swap, expiredOn } = data;
      const known = state.swaps.get(swap);
      if (!known) return reject({ type: "SwapUnknown", data: { swap } });
      const { status, expiresOn } = known;
      if (status !== "proposed" && status !== "agreed")
        return reject({ type: "SwapNotOpen", data: { swap, status, ...sidesOf(known) } });
      const isStillOpen = expiresOn !== undefined && expiredOn <= expiresOn;
      const objection = isStillOpen
        ? { type: "SwapStillOpen" as const, data: { swap, expiresOn, ...sidesOf(known) } }
        : objectionToDate(expiredOn, { earliest: known.agreedOn ?? known.proposedOn });
      return unless(objection, { type: "SwapExpired", data: { ...data, ...sidesOf(known) } });
    },
  }),
};

export const evolveSwaps: EventSlice<
  "SwapProposed" | "SwapConsented" | "SwapRatified" | "SwapExpired" | "SwapVoided"
> = {
  SwapProposed: from(["open"], (state, data) => {
    const { swap, a, b, proposedBy, proposedOn, expiresOn } = data;
    if (state.swaps.has(swap)) contradiction(`swap ${JSON.stringify(swap)} is proposed already`);
    for (const { unit } of [a, b]) knownUnit(state, unit);
    state.swaps.set(swap, {
      swap,
      a: { ...a },
      b: { ...b },
      at: { a: numberIn(state, a.term), b: numberIn(state, b.term) },
      consents: [proposedBy],
      proposedOn,
      expiresOn,
      status: "proposed",
      seq: nextSeq(state),
      event: data,
    });
  }),
  SwapConsented: from(["open"], (state, { swap, unit, consentedOn }) => {
    const known = knownSwap(state, swap, ["proposed"]);
    if (known.consents.includes(unit)) contradiction(`unit ${JSON.stringify(unit)} has consented already`);
    if (unit !== otherParty(state, known, consentedOn))
      contradiction(`unit ${JSON.stringify(unit)} has no part in the swap`);
    known.consents.push(unit);
    known.agreedOn = consentedOn;
    if (policyAt(state, runningNumber(state)).swap === "bothUnits") comeIntoForce(state, known);
    else known.status = "agreed";
  }),
  SwapRatified: from(["open"], (state, { swap }) => comeIntoForce(state, knownSwap(state, swap, ["agreed"]))),
  SwapExpired: from(["open"], (state, { swap }) => {
    knownSwap(state, swap, ["proposed", "agreed"]).status = "expired";
  }),
  SwapVoided: from(["open"], (state, { swap, from: term, owed }) => {
    const known = knownSwap(state, swap, ["proposed", "agreed", "inForce"]);
    const first = numberIn(state, term);
    known.status = "voided";
    const isInFirst = known.at.a < known.at.b;
    const given = isInFirst ? known.a : known.b;
    owe(state, { ...given, owed });
    const passed = isInFirst ? known.at.a : known.at.b;
    const unit = heirNow(state, given.unit);
    if (owed) state.standing.debts.push({ obligation: owed.obligation, unit, passed });
    removeOverlays(state.overlays, first, (one) => one.kind === "swap" && one.swap === swap);
  }),
};

/** The swap of an event: it is known and in one of these statuses, or the event cannot have happened. */
function knownSwap({ swaps }: OpenedRotation, id: Id, allowed: readonly Swap["status"][]): Swap {
  const swap = swaps.get(id) ?? contradiction(`swap ${JSON.stringify(id)} is unknown`);
  if (!allowed.includes(swap.status)) contradiction(`swap ${JSON.stringify(id)} is "${swap.status}"`);
  return swap;
}

/** Each unit takes the other's term. Whose turn a term is by the rule does not change. */
function comeIntoForce({ overlays }: OpenedRotation, known: Swap) {
  const { swap, a, b, at } = known;
  const event = { type: "SwapProposed", data: known.event } as const;
  known.status = "inForce";
  addOverlay(overlays, at.a, { kind: "swap", swap, bound: a.unit, gives: b.unit, event });
  addOverlay(overlays, at.b, { kind: "swap", swap, bound: b.unit, gives: a.unit, event });
}

/** Who speaks for the party that has not proposed the swap: the unit itself and, after a merger or split, its heir. */
function otherParty(state: OpenedRotation, { a, b, event }: Swap, day: CivilDate) {
  const other = event.proposedBy === a.unit ? b.unit : a.unit;
  return heirIn(rosterOn(state, day), other);
}

/** A swap is agreed on from the day of its proposal up to its last day, and ratified once both have agreed. */
function objectionToDay(known: Swap, date: CivilDate): Objection {
  const { swap, proposedOn, expiresOn } = known;
  if (expiresOn !== undefined && date > expiresOn)
    return { type: "SwapNotOpen", data: { swap, status: "expired", ...sidesOf(known) } };
  return objectionToDate(date, { earliest: known.agreedOn ?? proposedOn });
}

/**
 * What stands against a swap: a term that has begun, a unit that does not hold its term now, or a unit that may not
 * chair the term that it takes.
 */
function objectionToSides(
  state: OpenedRotation,
  { a, b, askedOn: day }: { a: SwapSide; b: SwapSide; askedOn?: CivilDate | undefined },
): Objection {
  for (const { side, other } of [
    { side: a, other: b },
    { side: b, other: a },
  ]) {
    const coming = comingTerm(state, side.term, day);
    if (!coming.ok) return coming.rejection;
    const { row } = coming;
    const objection = objectionToSide(row, { side, taker: other.unit, roster: rosterOn(state, row.day) });
    if (objection) return objection;
  }
  return undefined;
}

/** The same for one side alone, by the row of its term and the members of the day on which it is reckoned. */
export function objectionToSide(
  { chair }: Pick<ForecastTerm, "chair">,
  { side, taker, roster }: { side: SwapSide; taker: UnitId; roster: Roster },
): Objection {
  const holder = unitIn(chair);
  if (holder !== side.unit) return { type: "SwapHolderStale", data: { ...side, ...holderField(holder) } };
  return objectionIn(roster, taker);
}
