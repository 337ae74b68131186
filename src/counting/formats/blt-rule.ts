import type { NameRule } from "./problem.ts";

/** Why a text is not a BLT file. */
export type BltRule =
  | NameRule
  /** There is nothing but blanks and comments. */
  | "empty"
  /** The first two words are not the numbers of nominees and of seats, 1 to 10,000. */
  | "header"
  | "nomineeOutOfRange"
  /** Twice on a paper, or in the order for ties. */
  | "nomineeRepeated"
  | "withdrawnRepeated"
  /** Not a whole number from 1, or of more than 30 digits. */
  | "weight"
  /** A paper begins with an id, which the library keeps of no paper. */
  | "ballotId"
  /** A paper without its closing 0 among papers that have theirs, or one that goes on on the next line. */
  | "paperNotEnded"
  /** The 0 after the last paper is not there: the file was cut, most likely. */
  | "papersNotEnded"
  | "quoteNotClosed"
  | "commentNotClosed"
  /** Neither `[nick ...]` nor `[tie ...]`, or one of them again. */
  | "optionUnknown"
  | "optionNotClosed"
  /** Not one word for each nominee, all different and none like a number. */
  | "nicknames"
  | "nameNotQuoted"
  /** Fewer names than nominees, or no title after them. */
  | "namesMissing"
  /** Something follows the title. */
  | "namesTooMany";
