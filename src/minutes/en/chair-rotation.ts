import type { ChairRotationEvent, ChairRotationRejection } from "../../chair-rotation/messages.ts";
import { together } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";
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

/** A fact that is recorded late acts from the first open day; the sentence after this tells what is so on that day. */
const lateEn = (actsOn: string | undefined, say: Say) =>
  actsOn === undefined ? "" : `Recorded now, this acts from ${say.date(actsOn)} only: `;

const standsLater = {
  passedOver: "it declined the term or is passed over in it",
  nextLap: "it stands from the next lap on",
  notPlaced: "it stands once it is given a place in the order",
  lastChair: "it chaired the term before the new lap",
};

const factsEn = {
  UnitJoinedRotation: (unit: string, on: string) => `${unit} joins on ${on}`,
  UnitLeftRotation: (unit: string, on: string) => `${unit} leaves and is no member from ${on} on`,
  UnitRenamedInRotation: (unit: string, on: string) => `${unit} gets another name on ${on}`,
  UnitsMergedInRotation: (unit: string, on: string) => `a merger takes place with ${unit} on ${on}`,
  UnitSplitInRotation: (unit: string, on: string) => `a split takes place with ${unit} on ${on}`,
  UnitSuspendedFromRotation: (unit: string, on: string) => `${unit} is suspended on ${on}`,
  UnitReinstatedInRotation: (unit: string, on: string) => `${unit} is reinstated on ${on}`,
};

const signatures = { handedBy: "of the one who hands over", receivedBy: "of the one who receives" };

const obligations = { open: "still open", honoured: "already honoured", broken: "already broken" };

const swaps = {
  proposed: "only proposed",
  agreed: "agreed by both units",
  inForce: "in force",
  expired: "expired",
  voided: "void",
};

export const chairRotationRejectionsEn: OwnPhrases<ChairRotationRejection> = {
  RotationTaken: () => "This rotation has already been opened with different contents.",
  RosterEmpty: () => "The roster of the rotation holds no unit.",
  UnitTwiceInRotation: ({ unit }, say) => `${say.unit(unit)} is named twice.`,
  UnitNotInRotation: ({ unit, into, since, actsOn }, say) =>
    since === undefined
      ? `${lateEn(actsOn, say)}${say.unit(unit)} is not in the rotation at that time.`
      : `${say.unit(unit)} is not in the rotation any more from ${say.date(since)} on${into === undefined ? "" : `; ${say.unit(into)} has taken its place`}.`,
  UnitInRotationAlready: ({ unit, actsOn }, say) =>
    `${lateEn(actsOn, say)}${say.unit(unit)} is already in the rotation${actsOn === undefined ? "" : " at that time"}.`,
  UnitNotSuspended: ({ unit, actsOn }, say) =>
    `${lateEn(actsOn, say)}${say.unit(unit)} is not suspended at that time.`,
  UnitSuspended: ({ unit }, say) => `${say.unit(unit)} is suspended at that time.`,
  TooManyUnitsInRotation: ({ unitsMax }, say) => `A rotation has at most ${say.count(unitsMax)} units.`,
  OrderGoesByKey: ({ term }) =>
    `In ${term} the order goes by sort key, so no unit is given another place in it.`,
  UnitNotInOrder: ({ term, unit }, say) => `${say.unit(unit)} has no place in the order of ${term}.`,
  PlacedAfterItself: ({ unit }, say) => `${say.unit(unit)} cannot stand after itself.`,
  UnitEnded: ({ unit, into }, say) =>
    `${say.unit(unit)} no longer exists${into === undefined ? "" : `; ${say.unit(into)} has taken its place`}.`,
  FactContradicted: ({ unit, on, fact }, say) =>
    `It is recorded already that ${factsEn[fact](say.unit(unit), say.date(on))}; that would no longer be possible.`,
  WithoutEffect: () => "This would change nothing.",
  OrderEmpty: () => "The order holds no unit.",
  TermUnknown: ({ term }) => `There is no term ${term}.`,
  TermBegunAlready: ({ term, running }) =>
    `Term ${term} has begun${term === running ? "" : ` (the running term is ${running})`}, so it is a fact and cannot be changed.`,
  TermNameUncountable: ({ term, months }, say) =>
    `From the name “${term}” the names of the next terms cannot be counted on, where each lasts ${months === 1 ? "a month" : `${say.count(months)} months`}; publish the name of each term.`,
  TermNotNext: ({ term, next }) => `The next term is ${next}, not ${term}.`,
  TermNotRunning: ({ term, running }) =>
    `Term ${term} is not the running one${running === undefined ? "" : ` (${running})`}.`,
  TermEndsBeforeLastAct: ({ term, doneOn, endsOn }, say) =>
    `In term ${term} the last act was on ${say.date(doneOn)}, so its last day cannot be ${say.dayBefore(endsOn)}.`,
  TermEndsBeforeItStarts: ({ term, startsOn, endsOn }, say) =>
    `Term ${term} starts on ${say.date(startsOn)}, so its last day cannot be ${say.dayBefore(endsOn)}.`,
  DateBeyondCalendar: ({ date }, say) => `The calendar of the rotation does not reach ${say.date(date)}.`,
  DeputyIsChair: ({ unit }, say) => `${say.unit(unit)} cannot be both chair and deputy chair.`,
  NotDeputyOfTerm: ({ term, unit }, say) => `${say.unit(unit)} is not the deputy chair for ${term}.`,
  ChairOutOfTurn: ({ term, chair, holder }, say) =>
    `Term ${term} is the turn of ${say.unit(holder)}, not of ${say.unit(chair)}.`,
  EarlierTermOpen: ({ term, earlier }) => `Term ${earlier} has no chair yet; it is chosen before ${term}.`,
  UnitHadItsTurn: ({ term, unit }, say) =>
    `${say.unit(unit)} has had its turn in this lap, so it does not stand for ${term}.`,
  UnitDoesNotStand: ({ term, unit, because }, say) =>
    `${say.unit(unit)} does not stand for ${term}: ${standsLater[because]}.`,
  ChairNotInGroup: ({ term, chair, group }, say) =>
    `Term ${term} is the turn of the group of ${say.units(group)}, to which ${say.unit(chair)} does not belong.`,
  ChairDesignatedAlready: ({ term, chair }, say) =>
    `${say.unit(chair)} has already been designated chair for ${term}.`,
  ChairNamedByDecision: ({ term, chair, decision }, say) =>
    `${say.unit(chair)} chairs ${term} under ${say.document(decision)}; no vote and no bloc replaces that decision.`,
  ChairNotDesignated: ({ term, chair, designated }, say) =>
    designated === undefined
      ? `${say.unit(chair)} is not designated chair for ${term}.`
      : `${say.unit(designated)} is designated chair for ${term}, not ${say.unit(chair)}.`,
  TermWithoutChair: ({ term }) => `Nobody has been chosen as chair for ${term} yet.`,
  TermHasChair: ({ term, chair }, say) => `Term ${term} has a chair: ${say.unit(chair)}.`,
  NotHolderOfTerm: ({ term, unit, holder }, say) =>
    `Term ${term} is not held by ${say.unit(unit)}${holder === undefined ? "" : ` but by ${say.unit(holder)}`}.`,
  NotHolderOfChair: ({ unit, holder, acting }, say) =>
    `${say.unit(unit)} does not hold the chair${holder === undefined ? "" : `; ${say.unit(holder)} does`}${acting === undefined ? "" : `; ${say.unit(acting)} acts for it`}.`,
  ChairHeldAlready: ({ term, holder }, say) =>
    `${say.unit(holder)} holds the chair in ${term}; there cannot be two chairs.`,
  HandoverOutsideTolerance: ({ date, earliest, latest }, say) =>
    `A handover on ${say.date(date)} is outside what the rules allow (from ${say.date(earliest)} until ${say.date(latest)}).`,
  HandoverUnsigned: ({ missing }, say) =>
    `The handover lacks a signature: ${say.list(missing.map((side) => signatures[side]))}.`,
  ActingChairAlready: ({ unit }, say) => `${say.unit(unit)} is already acting as chair.`,
  ActingChairHoldsChair: ({ unit }, say) => `${say.unit(unit)} holds the chair, so it cannot act for itself.`,
  NobodyActing: ({ unit }, say) => `${say.unit(unit)} was not appointed to act as chair.`,
  TermVacantAlready: ({ term }) => `The chair for ${term} is already vacant.`,
  SubstituteIsHolder: ({ term, unit }, say) =>
    `${say.unit(unit)} holds ${term} itself, so it cannot be its own substitute.`,
  NothingToHoldOver: ({ term }) => `No chair comes before ${term} that could hold it over.`,
  ObligationUnknown: ({ obligation }) => `There is no owed turn “${obligation}”.`,
  ObligationNotOpen: (owed, say) =>
    `${owedTurnEn(owed, say)} is ${obligations[owed.status]}${owed.due === undefined ? "" : ` and due in ${owed.due}`}.`,
  ObligationNotYetArisen: (owed, say) =>
    `${owedTurnEn(owed, say)} cannot be taken in ${owed.passed} or before.`,
  MergeIntoItself: ({ unit }, say) => `${say.unit(unit)} cannot merge into itself.`,
  SplitIntoItself: ({ unit }, say) => `${say.unit(unit)} cannot be a new unit split off from itself.`,
  SwapUnknown: ({ swap }) => `There is no swap “${swap}”.`,
  SwapTaken: ({ swap }) => `Swap “${swap}” already exists with different contents.`,
  SwapOfOneTerm: ({ term }) => `Term ${term} cannot be swapped with itself.`,
  SwapOfOneUnit: ({ unit }, say) => `${say.unit(unit)} cannot swap with itself.`,
  SwapHolderStale: ({ term, unit, holder }, say) =>
    `The swap is not possible now: ${term} is not held by ${say.unit(unit)}${holder === undefined ? "" : ` but by ${say.unit(holder)}`}.`,
  SwapConsentNotSought: (swap, say) => `${swapEn(swap, say)} does not concern ${say.unit(swap.unit)}.`,
  SwapNotOpen: (swap, say) => `${swapEn(swap, say)} is ${swaps[swap.status]}.`,
  SwapNotConsented: (swap, say) =>
    `${swapEn(swap, say)} still lacks the consent of ${say.units(swap.missing)}.`,
  SwapStillOpen: (swap, say) => `${swapEn(swap, say)} stays open until ${say.date(swap.expiresOn)}.`,
  LotUnknown: ({ lot }) => `There is no lot “${lot}”.`,
  LotTaken: ({ lot }) => `Lot “${lot}” has already been announced with another list.`,
  LotDrawnAlready: ({ lot }) => `Lot “${lot}” has already been drawn.`,
  LotDrawnOtherwise: ({ announced }, say) =>
    `The lot must use the announced sources: ${say.list(announced)}.`,
  NoFlag: () => "This bloc has no rotating flag.",
  NotCustodian: ({ named, custodian }, say) =>
    `The rotating flag is with ${custodianEn(custodian, say)}, not with ${custodianEn(named, say)}.`,
  FlagIsLost: () => "The rotating flag is lost; it has to be found or replaced first.",
  FlagNotLost: ({ custodian }, say) =>
    `The rotating flag is not lost; it is with ${custodianEn(custodian, say)}.`,
  FlagWithoutOffice: ({ unit }, say) =>
    `${say.unit(unit)} neither holds the chair nor is next, so the rotating flag does not go to it.`,
};
