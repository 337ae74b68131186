import type { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { addDays, type CivilDate } from "../../src/kernel/time.ts";

/** The same command, so many days later; what is never dated before the rotation, or is soon after, accordingly. */
export function redated(command: ChairRotationCommand, days = 0): ChairRotationCommand {
  const later = (day: CivilDate) => addDays(day, days);
  const notEarlier = (day: CivilDate) => addDays(day, Math.max(days, 0));
  const inTerm = (day: CivilDate) => addDays(day, Math.max(days, 0) % 300);
  switch (command.type) {
    case "JoinRotation":
      return { ...command, data: { ...command.data, joinedOn: later(command.data.joinedOn) } };
    case "LeaveRotation":
      return { ...command, data: { ...command.data, leftOn: later(command.data.leftOn) } };
    case "RenameInRotation":
      return { ...command, data: { ...command.data, renamedOn: later(command.data.renamedOn) } };
    case "SuspendFromRotation":
      return { ...command, data: { ...command.data, suspendedOn: later(command.data.suspendedOn) } };
    case "ReinstateInRotation":
      return { ...command, data: { ...command.data, reinstatedOn: later(command.data.reinstatedOn) } };
    case "MergeInRotation":
      return { ...command, data: { ...command.data, mergedOn: later(command.data.mergedOn) } };
    case "SplitInRotation":
      return { ...command, data: { ...command.data, splitOn: later(command.data.splitOn) } };
    case "RecordVacancy":
      return { ...command, data: { ...command.data, from: inTerm(command.data.from) } };
    case "DeclineTurn":
      return { ...command, data: { ...command.data, declinedOn: notEarlier(command.data.declinedOn) } };
    case "ProposeSwap":
      return { ...command, data: { ...command.data, proposedOn: notEarlier(command.data.proposedOn) } };
    case "ConsentToSwap":
      return { ...command, data: { ...command.data, consentedOn: notEarlier(command.data.consentedOn) } };
    default:
      return command;
  }
}
