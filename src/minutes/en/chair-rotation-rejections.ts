import type { ChairRotationRejection } from "../../chair-rotation/messages.ts";
import type { Phrases } from "../language.ts";
import { custodianEn } from "./rotation-words.ts";

export const chairRotationStatusesEn = { blank: "not yet opened", open: "open", closed: "closed" };

const signatures = { handedBy: "of the one who hands over", receivedBy: "of the one who receives" };

const obligations = { open: "still open", honoured: "already honoured", broken: "already broken" };

const swaps = {
  proposed: "only proposed",
  agreed: "agreed by both units",
  inForce: "in force",
  expired: "expired",
  voided: "void",
};

export const chairRotationRejectionsEn: Phrases<ChairRotationRejection> = {
  RotationInWrongState: ({ status, allowed }, say) =>
    `The rotation is ${chairRotationStatusesEn[status]}; this can only be done while it is ${say.either(allowed.map((one) => chairRotationStatusesEn[one]))}.`,
  RotationTaken: () => "This rotation has already been opened with different contents.",
  RosterEmpty: () => "The roster of the rotation holds no unit.",
  UnitTwiceInRotation: ({ unit }, say) => `${say.unit(unit)} is named twice.`,
  UnitNotInRotation: ({ unit }, say) => `${say.unit(unit)} is not in the rotation at that time.`,
  UnitInRotationAlready: ({ unit }, say) => `${say.unit(unit)} is already in the rotation.`,
  UnitNotSuspended: ({ unit }, say) => `${say.unit(unit)} is not suspended.`,
  UnitSuspended: ({ unit }, say) => `${say.unit(unit)} is suspended in that term.`,
  TooManyUnitsInRotation: ({ unitsMax }, say) => `A rotation has at most ${say.count(unitsMax)} units.`,
  OrderEmpty: () => "The order holds no unit.",
  TermUnknown: ({ term }) => `There is no term ${term}.`,
  TermBegunAlready: ({ term, running }) =>
    `Term ${term} has begun (the running term is ${running}), so it is a fact and cannot be changed.`,
  TermNotNext: ({ term, next }) => `The next term is ${next}, not ${term}.`,
  TermNotRunning: ({ term, running }) =>
    `Term ${term} is not the running one${running === undefined ? "" : ` (${running})`}.`,
  TermEndsBeforeItStarts: ({ term, startsOn, endsOn }, say) =>
    `Term ${term} starts on ${say.date(startsOn)}, so its last day cannot be ${say.dayBefore(endsOn)}.`,
  DateBeyondCalendar: ({ date }, say) => `The calendar of the rotation does not reach ${say.date(date)}.`,
  RotationDateInFuture: ({ date, today }, say) =>
    `${say.date(date)} has not come yet (today is ${say.date(today)}).`,
  RotationDateOutOfOrder: ({ date, notBefore }, say) =>
    `${say.date(date)} is too early: it must not be before ${say.date(notBefore)}.`,
  DeputyIsChair: ({ unit }, say) => `${say.unit(unit)} cannot be both chair and deputy chair.`,
  NotDeputyOfTerm: ({ term, unit }, say) => `${say.unit(unit)} is not the deputy chair for ${term}.`,
  ChairOutOfTurn: ({ term, chair, holder }, say) =>
    `Term ${term} is the turn of ${say.unit(holder)}, not of ${say.unit(chair)}.`,
  ChairNotInGroup: ({ term, chair, group }, say) =>
    `Term ${term} is the turn of the group of ${say.units(group)}, to which ${say.unit(chair)} does not belong.`,
  ChairDesignatedAlready: ({ term, chair }, say) =>
    `${say.unit(chair)} has already been designated chair for ${term}.`,
  TermWithoutChair: ({ term }) => `Nobody has been chosen as chair for ${term} yet.`,
  TermHasChair: ({ term, chair }, say) => `Term ${term} has a chair: ${say.unit(chair)}.`,
  NotHolderOfTerm: ({ term, unit, holder }, say) =>
    `Term ${term} is not held by ${say.unit(unit)}${holder === undefined ? "" : ` but by ${say.unit(holder)}`}.`,
  NotHolderOfChair: ({ unit, holder }, say) =>
    `${say.unit(unit)} does not hold the chair${holder === undefined ? "" : `; ${say.unit(holder)} does`}.`,
  ChairHeldAlready: ({ term, holder }, say) =>
    `${say.unit(holder)} holds the chair in ${term}; there cannot be two chairs.`,
  HandoverOutsideTolerance: ({ date, from, until }, say) =>
    `A handover on ${say.date(date)} is outside what the rules allow (from ${say.date(from)} until ${say.date(until)}).`,
  HandoverUnsigned: ({ missing }, say) =>
    `The handover lacks a signature: ${say.list(missing.map((side) => signatures[side]))}.`,
  ActingChairAlready: ({ unit }, say) => `${say.unit(unit)} is already acting as chair.`,
  ActingChairHoldsChair: ({ unit }, say) => `${say.unit(unit)} holds the chair, so it cannot act for itself.`,
  NobodyActing: ({ unit }, say) => `${say.unit(unit)} is not acting as chair.`,
  TermVacantAlready: ({ term }) => `The chair for ${term} is already vacant.`,
  SubstituteIsHolder: ({ term, unit }, say) =>
    `${say.unit(unit)} holds ${term} itself, so it cannot be its own substitute.`,
  NothingToHoldOver: ({ term }) => `No chair comes before ${term} that could hold it over.`,
  ObligationUnknown: ({ obligation }) => `There is no owed turn “${obligation}”.`,
  ObligationNotOpen: ({ obligation, status }) => `The owed turn “${obligation}” is ${obligations[status]}.`,
  MergeIntoItself: ({ unit }, say) => `${say.unit(unit)} cannot merge into itself.`,
  SplitIntoItself: ({ unit }, say) => `${say.unit(unit)} cannot be a new unit split off from itself.`,
  SwapUnknown: ({ swap }) => `There is no swap “${swap}”.`,
  SwapTaken: ({ swap }) => `Swap “${swap}” already exists with different contents.`,
  SwapOfOneTerm: ({ term }) => `Term ${term} cannot be swapped with itself.`,
  SwapOfOneUnit: ({ unit }, say) => `${say.unit(unit)} cannot swap with itself.`,
  SwapHolderStale: ({ term, unit, holder }, say) =>
    `The swap does not stand: ${term} is not now held by ${say.unit(unit)}${holder === undefined ? "" : ` but by ${say.unit(holder)}`}.`,
  SwapConsentNotSought: ({ swap, unit }, say) => `Swap “${swap}” does not concern ${say.unit(unit)}.`,
  SwapNotOpen: ({ swap, status }) => `Swap “${swap}” is ${swaps[status]}.`,
  SwapNotConsented: ({ swap, missing }, say) =>
    `Swap “${swap}” still lacks the consent of ${say.units(missing)}.`,
  SwapStillOpen: ({ swap, expiresOn }, say) => `Swap “${swap}” stays open until ${say.date(expiresOn)}.`,
  LotUnknown: ({ lot }) => `There is no lot “${lot}”.`,
  LotTaken: ({ lot }) => `Lot “${lot}” has already been announced with another list.`,
  LotDrawnAlready: ({ lot }) => `Lot “${lot}” has already been drawn.`,
  LotDrawnOtherwise: ({ announced }, say) =>
    `The lot goes by the sources that were announced: ${say.list(announced)}.`,
  NoFlag: () => "This bloc has no rotating flag.",
  NotCustodian: ({ named, custodian }, say) =>
    `The rotating flag is with ${custodianEn(custodian, say)}, not with ${custodianEn(named, say)}.`,
  FlagIsLost: () => "The rotating flag is lost; it has to be replaced first.",
  FlagNotLost: ({ custodian }, say) =>
    `The rotating flag is not lost; it is with ${custodianEn(custodian, say)}.`,
  FlagWithoutOffice: ({ unit }, say) =>
    `${say.unit(unit)} neither holds the chair nor is next, so the rotating flag does not go to it.`,
};
