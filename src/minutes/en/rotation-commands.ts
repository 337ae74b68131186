import type { ChairRotationCommand } from "../../chair-rotation/messages.ts";
import type { Phrases } from "../language.ts";

/** What each command does, as what somebody is to do. */
export const chairRotationCommandsEn: Phrases<ChairRotationCommand> = {
  OpenRotation: () => "open the rotation of the chair",
  CloseRotation: () => "close the rotation",
  DesignateChair: ({ term, chair }, say) => `designate ${say.unit(chair)} as chair for ${term}`,
  UndesignateChair: ({ term, chair }, say) =>
    `take back the designation of ${say.unit(chair)} as chair for ${term}`,
  DesignateDeputy: ({ term, deputy }, say) => `designate ${say.unit(deputy)} as deputy chair for ${term}`,
  ReleaseDeputy: ({ term, deputy }, say) => `release ${say.unit(deputy)} as deputy chair for ${term}`,
  HandOverChair: ({ term, to }, say) => `hand the chair over to ${say.unit(to)} for ${term}`,
  SeatChair: ({ term, chair }, say) => `let ${say.unit(chair)} take the chair for ${term}`,
  InstallChair: ({ term, chair }, say) => `install ${say.unit(chair)} as chair for ${term}`,
  BeginVacantTerm: ({ term }) => `begin ${term} without a chair`,
  AppointActingChair: ({ unit, term }, say) => `appoint ${say.unit(unit)} to act as chair in ${term}`,
  EndActing: ({ unit }, say) => `end the time in which ${say.unit(unit)} acts as chair`,
  RecordVacancy: ({ term }) => `record that the chair of ${term} is vacant`,
  NameSubstitute: ({ term, unit, chair }, say) =>
    `name ${say.unit(chair)} in place of ${say.unit(unit)} for ${term}`,
  ChangeTermEnd: ({ term, endsOn }, say) => `let ${term} end on ${say.date(endsOn)}`,
  HoldOver: ({ term }) => `hold over the chair in ${term}`,
  NoteIncident: ({ term }) => `note an incident of ${term}`,
  DeclineTurn: ({ term, unit }, say) => `record that ${say.unit(unit)} declines ${term}`,
  SkipTurn: ({ term, unit }, say) => `pass over ${say.unit(unit)} in ${term}`,
  ClaimOwedTurn: ({ term }) => `claim the owed turn in ${term}`,
  BreakObligation: () => "end the owed turn",
  JoinRotation: ({ unit, name }, say) => `let ${name ?? say.unit(unit)} join the rotation`,
  LeaveRotation: ({ unit }, say) => `let ${say.unit(unit)} leave the rotation`,
  RenameInRotation: ({ unit, name }, say) => `rename ${say.unit(unit)} in the rotation as ${name}`,
  SuspendFromRotation: ({ unit }, say) => `suspend ${say.unit(unit)} from the rotation`,
  ReinstateInRotation: ({ unit }, say) => `reinstate ${say.unit(unit)} in the rotation`,
  MergeInRotation: ({ units, into, name }, say) =>
    `merge ${say.units(units)} in the rotation into ${name ?? say.unit(into)}`,
  SplitInRotation: ({ unit }, say) => `split ${say.unit(unit)} in the rotation`,
  PlaceInOrder: ({ term, unit }, say) => `give ${say.unit(unit)} a place in the order from ${term} on`,
  RemoveFromOrder: ({ term, unit }, say) => `take ${say.unit(unit)} out of the order from ${term} on`,
  ReplaceOrder: ({ term }) => `replace the order from ${term} on`,
  AdoptRotationPolicy: ({ term }) => `adopt the rules of the rotation from ${term} on`,
  AnnounceOrderLot: ({ term }) => `announce the lot for the order from ${term} on`,
  DrawOrder: () => "record the drawing of the order",
  ProposeSwap: ({ a, b }) => `propose to swap ${a.term} and ${b.term}`,
  ConsentToSwap: ({ unit }, say) => `record that ${say.unit(unit)} consents to the swap`,
  RatifySwap: () => "ratify the swap",
  ExpireSwap: () => "record that the swap has expired",
  ReceiveFlag: ({ to }, say) =>
    `record that ${to.kind === "unit" ? say.unit(to.unit) : "the issuer"} has received the rotating flag`,
  ReportFlagLost: () => "report the rotating flag lost",
  ReportFlagFound: () => "report the rotating flag found",
  ReplaceFlag: () => "replace the rotating flag",
};
