import type { ChairRotationRejection } from "../../chair-rotation/messages.ts";
import type { OwnPhrases, Say } from "../language.ts";
import { custodianEn, owedTurnEn, swapEn } from "./rotation-words.ts";

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
