import type { RotationDeeds } from "../rotation-telling.ts";
import { owedTurnEn } from "./rotation-words.ts";

/** What an event of the rotation did, as the object of "without". */
export const rotationDeedsEn: RotationDeeds = {
  ChairDesignated: ({ term, chair }, say) => `the choice of ${say.unit(chair)} for ${term}`,
  ChairUndesignated: ({ term, chair }, say) =>
    `the taking back of the choice of ${say.unit(chair)} for ${term}`,
  DeputyDesignated: ({ term, deputy }, say) =>
    `the choice of ${say.unit(deputy)} as deputy chair for ${term}`,
  DeputyReleased: ({ term, deputy }, say) => `the release of ${say.unit(deputy)} as deputy chair for ${term}`,
  ChairInstalled: ({ term, chair }, say) => `the installation of ${say.unit(chair)} for ${term}`,
  ActingChairAppointed: ({ unit }, say) => `the appointment of ${say.unit(unit)} to act as chair`,
  ActingChairEnded: ({ unit }, say) => `the end of the time in which ${say.unit(unit)} acted as chair`,
  TermVacated: ({ term }) => `the vacancy of ${term}`,
  SubstituteNamed: ({ term, unit, chair }, say) =>
    `the substitution of ${say.unit(chair)} for ${say.unit(unit)} in ${term}`,
  TermEndChanged: ({ term }) => `the new last day of ${term}`,
  ChairHeldOver: ({ term }) => `the decision to hold over ${term}`,
  TurnDeclined: ({ term, unit }, say) => `the refusal of ${term} by ${say.unit(unit)}`,
  TurnSkipped: ({ term, unit }, say) => `the passing over of ${say.unit(unit)} in ${term}`,
  OwedTurnClaimed: ({ term, unit }, say) => `the claim of ${term} by ${say.unit(unit)}`,
  ObligationBroken: (owed, say) => `the end of ${owedTurnEn(owed, say)}`,
  UnitJoinedRotation: ({ unit }, say) => `the joining of ${say.unit(unit)}`,
  UnitLeftRotation: ({ unit, ceases }, say) =>
    `the ${ceases ? "dissolution" : "leaving"} of ${say.unit(unit)}`,
  UnitRenamedInRotation: ({ unit }, say) => `the new name of ${say.unit(unit)}`,
  UnitSuspendedFromRotation: ({ unit }, say) => `the suspension of ${say.unit(unit)}`,
  UnitReinstatedInRotation: ({ unit }, say) => `the return of ${say.unit(unit)}`,
  UnitsMergedInRotation: ({ units, into, name }, say) =>
    `the merger of ${say.units(units)} into ${name ?? say.unit(into)}`,
  UnitSplitInRotation: ({ unit }, say) => `the split of ${say.unit(unit)}`,
  UnitPlacedInOrder: ({ term, unit }, say) => `the new place of ${say.unit(unit)} from ${term} on`,
  UnitRemovedFromOrder: ({ term, unit }, say) =>
    `the removal of ${say.unit(unit)} from the order from ${term} on`,
  OrderReplaced: ({ term }) => `the new order from ${term} on`,
  RotationPolicyAdopted: ({ term }) => `the new rules from ${term} on`,
  OrderLotAnnounced: ({ term }) => `the lot for the order from ${term} on`,
  OrderDrawn: ({ term }) => `the lot for the order from ${term} on`,
  SwapProposed: ({ a, b }) => `the swap of ${a.term} and ${b.term}`,
  SwapConsented: ({ unit }, say) => `the consent of ${say.unit(unit)} to the swap`,
  SwapRatified: () => "the ratification of the swap",
  FlagReceived: () => "the receipt of the rotating flag",
  FlagLost: () => "the loss of the rotating flag",
  FlagFound: () => "the return of the lost flag",
  FlagReplaced: () => "the replacement of the rotating flag",
  SwapExpired: () => "the expiry of the swap",
};
