import * as z from "zod/mini";
import { text } from "../../kernel/text.ts";
import { CivilDate } from "../../kernel/time.ts";
import { Person } from "../../vocabulary/person.ts";
import { FlagReceipt, FlagTaker, RotatingFlag, reason } from "../words.ts";

// The words about the rotating flag, and who has it.

const flagReceipt = {
  from: FlagTaker,
  to: FlagTaker,
  receivedOn: CivilDate,
  place: z.optional(text({ max: 300 })),
  flag: FlagReceipt,
  witness: z.optional(Person),
};
const flagLoss = { custodian: FlagTaker, lostOn: CivilDate, reason };
/** The flag that was lost is found; from that day on `to` has it. */
const flagFinding = { to: FlagTaker, foundOn: CivilDate, note: z.optional(reason) };
const flagReplacement = { flag: RotatingFlag, to: FlagTaker };

/** The flag changes hands, is lost, found or replaced. */
export const flagCommands = {
  /** The rotating flag changes hands; refused from anybody but its custodian. */
  ReceiveFlag: flagReceipt,
  /** The custodian has the flag no longer. */
  ReportFlagLost: flagLoss,
  /** The flag that was lost is found again. */
  ReportFlagFound: flagFinding,
  /** Another flag takes the place of a lost one. */
  ReplaceFlag: flagReplacement,
};

/** The flag changed hands, was lost, found or replaced. */
export const flagEvents = {
  FlagReceived: flagReceipt,
  FlagLost: flagLoss,
  FlagFound: flagFinding,
  FlagReplaced: flagReplacement,
};
