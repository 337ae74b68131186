import type { ChairRotationEvent } from "../../chair-rotation/messages.ts";
import { together } from "../figures.ts";
import type { Phrases, Say } from "../language.ts";
import {
  basisEn,
  custodianEn,
  deputyEn,
  owedEn,
  owedTurnEn,
  placeEn,
  swapEn,
  swapSidesEn,
} from "./rotation-words.ts";

/** Older versions gave a code as the reason for what follows when the chair leaves. */
const cause = (reason: string | undefined) => {
  const told = reason?.startsWith("leaver: ") ? "the chair left the rotation" : reason;
  return told === undefined ? "" : `; reason: ${told}`;
};
const named = (unit: string, name: string | undefined, say: Say) => name ?? say.unit(unit);

const voidedEn = {
  newOrder: "a new order was laid down",
  unitLeft: "one of its units left",
  unitSuspended: "one of its units was suspended",
  turnMoved: "one of its turns went to another unit",
  sameUnit: "both terms would have one unit",
  termBegun: "one of its terms has begun",
};

const inTurnOf = (unit: string | undefined) => (unit === undefined ? "" : ` in the turn of ${unit}`);

/** What was agreed, about the turn of a unit; a turn that nobody has yet is of none. */
const agreementsEn = {
  substitute: (unit?: string) => `the substitution${inTurnOf(unit)}`,
  vacancy: (unit?: string) => `the vacancy${inTurnOf(unit)}`,
  designation: (unit = "a unit") => `the designation of ${unit} as chair`,
  claim: (unit = "a unit") => `the claim of ${unit} to an owed turn`,
  holdOver: (unit = "the chair") => `the hold-over of ${unit}`,
  placement: (unit = "a unit") => `the new place of ${unit} in the order`,
};

const agreementVoidedEn = {
  newOrder: "a new order was laid down",
  unitLeft: "the unit that was to take the turn is no longer a member then",
  unitSuspended: "the unit that was to take the turn is suspended",
  turnMoved: "that unit no longer has the turn",
  sameUnit: "the unit that has the turn and its substitute are one by now",
  hadTurn: "that unit has another turn in this lap",
  daysMoved: "the days of the term have changed",
  notInOrder: "the unit that it was to stand after has no place in the order by then",
  superseded: "the authority has decided on another unit",
};

const undesignatedEn = {
  annulled: "the vote was annulled",
  recounted: "the recount has another result",
  superseded: "the authority has decided otherwise",
  unitEnded: "the unit is no member any more",
  byBloc: "the bloc decides anew",
};

export const chairRotationStatusesEn = { blank: "not yet opened", open: "open", closed: "closed" };

export const chairRotationEventsEn: Phrases<ChairRotationEvent> = {
  RotationOpened: ({ roster, calendar, chair, deputy }, say) =>
    `The chair's rotation was opened among ${say.count(roster.length)} units from term ${calendar.term} (beginning on ${say.date(calendar.startsOn)})${chair === undefined ? "" : `; chair: ${say.unit(chair)}`}${deputyEn(deputy, say)}.`,
  RotationClosed: ({ closedOn, reason }, say) =>
    `The chair's rotation was closed on ${say.date(closedOn)}${cause(reason)}.`,
  ChairDesignated: ({ term, chair, deputy, basis, designatedOn }, say) =>
    `On ${say.date(designatedOn)}, ${say.unit(chair)} was designated chair for ${term}${deputyEn(deputy, say)} (${basisEn(basis, say)}).`,
  ChairUndesignated: ({ term, chair, code, undesignatedOn, note }, say) =>
    `On ${say.date(undesignatedOn)}, the choice of ${say.unit(chair)} as chair for ${term} was taken back, because ${undesignatedEn[code]}${note === undefined ? "" : ` (${note})`}.`,
  DeputyDesignated: ({ term, deputy, basis, designatedOn }, say) =>
    `On ${say.date(designatedOn)}, ${say.unit(deputy)} was designated deputy chair for ${term} (${basisEn(basis, say)}).`,
  DeputyReleased: ({ term, deputy, releasedOn, reason, ground }, say) =>
    ground === undefined
      ? `${say.unit(deputy)} ceased to be deputy chair for ${term} on ${say.date(releasedOn)}${cause(reason)}.`
      : `${say.unit(deputy)} was designated chair for ${term}, and so ceased to be deputy chair for it on ${say.date(releasedOn)}.`,
  ChairHandedOver: ({ term, from, to, deputy, handedOverOn, place, flag, witness }, say) =>
    from === to
      ? `On ${say.date(handedOverOn)}${place === undefined ? "" : `, at ${place}`}, ${say.unit(to)} went on as chair for ${term}${deputyEn(deputy, say)}${witness === undefined ? "" : `; witness: ${say.person(witness)}`}.`
      : `On ${say.date(handedOverOn)}${place === undefined ? "" : `, at ${place}`}, ${say.unit(from)} handed the chair for ${term}${flag === undefined ? "" : ` and the rotating flag${flag.condition === undefined ? "" : ` (${flag.condition})`}`} over to ${say.unit(to)}${deputyEn(deputy, say)}${witness === undefined ? "" : `; witness: ${say.person(witness)}`}.`,
  ChairInstalled: ({ term, chair, deputy, installedOn, basis }, say) =>
    `On ${say.date(installedOn)}, ${say.unit(chair)} took the chair for ${term}${deputyEn(deputy, say)} (${basisEn(basis, say)}).`,
  VacantTermBegun: ({ term, begunOn }, say) =>
    `Term ${term} began on ${say.date(begunOn)} with nobody in the chair.`,
  ActingChairAppointed: ({ term, unit, from, reason }, say) =>
    `${say.unit(unit)} acts as chair in ${term} from ${say.date(from)}${cause(reason)}.`,
  ActingChairEnded: ({ term, unit, endedOn }, say) =>
    `${say.unit(unit)} ceased to act as chair in ${term} on ${say.date(endedOn)}.`,
  TermVacated: ({ term, from, reason }, say) =>
    `The chair for ${term} is vacant from ${say.date(from)}${cause(reason)}.`,
  SubstituteNamed: ({ term, unit, chair, reason }, say) =>
    `${say.unit(chair)} chairs ${term} in place of ${say.unit(unit)}, whose turn is spent${cause(reason)}.`,
  TurnDeclined: ({ term, unit, declinedOn, reason, owed }, say) =>
    `On ${say.date(declinedOn)}, ${say.unit(unit)} declined its turn in ${term}${cause(reason)}${owedEn(owed)}.`,
  TurnSkipped: ({ term, unit, reason, owed }, say) =>
    `The turn of ${say.unit(unit)} in ${term} was skipped${cause(reason)}${owedEn(owed)}.`,
  OwedTurnClaimed: ({ unit, term }, say) => `${say.unit(unit)} takes the turn owed to it in ${term}.`,
  ObligationBroken: (owed, say) =>
    owed.because === undefined
      ? `${owedTurnEn(owed, say)} was not honoured, as noted on ${say.date(owed.brokenOn)}${cause(owed.reason)}.`
      : `${owedTurnEn(owed, say)} ended on ${say.date(owed.brokenOn)}, because the unit left the rotation.`,
  TermEndChanged: ({ term, endsOn, reason }, say) =>
    `Term ${term} now lasts until ${say.dayBefore(endsOn)}; later terms follow on from there${cause(reason)}.`,
  ChairHeldOver: ({ term, unit, reason }, say) =>
    `${unit === undefined ? "The unit that had the turn before" : say.unit(unit)} holds ${term} as well${cause(reason)}.`,
  UnitJoinedRotation: ({ unit, name, joinedOn, place }, say) =>
    `${named(unit, name, say)} joins the rotation on ${say.date(joinedOn)}${place === undefined ? "" : `, ${placeEn(place, say)}`}.`,
  UnitLeftRotation: ({ unit, leftOn, ceases, reason }, say) =>
    `${say.unit(unit)} ${ceases ? "is dissolved and leaves" : "leaves"} the rotation after ${say.date(leftOn)}${cause(reason)}.`,
  UnitRenamedInRotation: ({ unit, name, renamedOn }, say) =>
    `${say.unit(unit)} is called ${name} from ${say.date(renamedOn)}.`,
  UnitsMergedInRotation: ({ units, into, name, mergedOn }, say) =>
    `${together(units.map(say.unit), "and")} ${units.length === 1 ? "merges" : "merge"} ${name === undefined || units.length === 1 ? "into" : "to form"} ${named(into, name, say)} on ${say.date(mergedOn)}.`,
  UnitSplitInRotation: ({ unit, heir, others, splitOn }, say) =>
    `${say.unit(unit)} splits on ${say.date(splitOn)}: ${say.unit(heir)} keeps its place, ${say.units(others)} ${others.length === 1 ? "joins" : "join"}.`,
  UnitSuspendedFromRotation: ({ unit, suspendedOn, reason }, say) =>
    `${say.unit(unit)} is suspended from the rotation from ${say.date(suspendedOn)} on${cause(reason)}.`,
  UnitReinstatedInRotation: ({ unit, reinstatedOn }, say) =>
    `${say.unit(unit)} is reinstated in the rotation on ${say.date(reinstatedOn)}.`,
  UnitPlacedInOrder: ({ term, unit, place, reason }, say) =>
    `${say.unit(unit)} gets a place in the order from ${term} on, ${placeEn(place, say)}${cause(reason)}.`,
  UnitRemovedFromOrder: ({ term, unit, reason }, say) =>
    `${say.unit(unit)} was taken out of the order from ${term} on${cause(reason)}.`,
  OrderReplaced: ({ term, order, prefix = [], effective, reason }, say) =>
    `New order, in force ${effective === "atOnce" ? "from" : "when the running lap has ended, and not before"} ${term}: ${say.units([...prefix, ...order])}${cause(reason)}.`,
  RotationPolicyAdopted: ({ term, basis }, say) =>
    `New rules of rotation were adopted from ${term} on (${basisEn(basis, say)}).`,
  OrderLotAnnounced: ({ term, units, sources, announcedOn }, say) =>
    `On ${say.date(announcedOn)} a lot was announced for the order from ${term} on, among ${say.units(units)}, by ${say.list(sources)}.`,
  OrderDrawn: ({ term, drawn, order, drawnOn }, say) =>
    `The lot was drawn on ${say.date(drawnOn)} (${drawn.map(({ source, values }) => `${source}: ${values.join(" ")}`).join("; ")}); the order from ${term} on: ${say.units(order)}.`,
  SwapProposed: ({ a, b, proposedBy, proposedOn, expiresOn }, say) =>
    `On ${say.date(proposedOn)}, ${say.unit(proposedBy)} proposed a swap: ${swapSidesEn(a, b, say)}${expiresOn === undefined ? "" : `; open until ${say.date(expiresOn)}`}.`,
  SwapConsented: (swap, say) =>
    `On ${say.date(swap.consentedOn)}, ${say.unit(swap.unit)} consented to ${swapEn(swap, say)}.`,
  SwapRatified: (swap, say) =>
    `On ${say.date(swap.ratifiedOn)}, the bloc ratified ${swapEn(swap, say)} (${basisEn(swap.basis, say)}).`,
  SwapExpired: (swap, say) => `The proposal of ${swapEn(swap, say)} lapsed on ${say.date(swap.expiredOn)}.`,
  SwapVoided: ({ from: term, because, owed, ...swap }, say) =>
    `${swapEn(swap, say)} is void from ${term} on, because ${voidedEn[because]}${owed ? "; the unit that has already given up its term is owed a turn" : ""}.`,
  AgreementVoided: ({ what, term, unit, because }, say) =>
    `For ${term}, ${agreementsEn[what](unit && say.unit(unit))} is void, because ${agreementVoidedEn[because]}.`,
  FlagReceived: ({ from: giver, to, receivedOn, place, flag, witness }, say) =>
    `On ${say.date(receivedOn)}${place === undefined ? "" : `, at ${place}`}, the rotating flag went from ${custodianEn(giver, say)} to ${custodianEn(to, say)}${flag.condition === undefined ? "" : `; condition: ${flag.condition}`}${witness === undefined ? "" : `; witness: ${say.person(witness)}`}.`,
  FlagLost: ({ custodian, lostOn, reason }, say) =>
    `The rotating flag (kept by ${custodianEn(custodian, say)}) was lost on ${say.date(lostOn)}${cause(reason)}.`,
  FlagFound: ({ to, foundOn, note }, say) =>
    `The rotating flag that was lost was found on ${say.date(foundOn)}; it is with ${custodianEn(to, say)}${note === undefined ? "" : ` (${note})`}.`,
  FlagReplaced: ({ flag, to }, say) =>
    `${flag.issuer} issued a new rotating flag on ${say.date(flag.issuedOn)}${to.kind === "issuer" ? ", which no unit has yet" : ` to ${custodianEn(to, say)}`}.`,
  RotationIncidentNoted: ({ term, incident, note }) =>
    `Noted in ${term}: ${incident}${note === undefined ? "" : ` (${note})`}; nobody's turn is changed.`,
};
