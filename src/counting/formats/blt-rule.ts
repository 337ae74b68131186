import type { NameRule } from "./problem.ts";

/** Why a text is not a BLT file. */
export type BltRule =
  | NameRule
  /** The file has only blanks and comments. */
  | "empty"
  /** The first two words must be the number of nominees and the number of seats, each from 1 to 10,000. */
  | "header"
  | "nomineeOutOfRange"
  /** A nominee occurs twice on a paper, or in the order for ties. */
  | "nomineeRepeated"
  | "withdrawnRepeated"
  /** A weight must be a whole number from 1, of at most 30 digits. */
  | "weight"
  /** A paper begins with an id. The library keeps no ids of papers, because votes are secret. */
  | "ballotId"
  /** A paper has no closing 0 though others have it, or it goes on to the next line. */
  | "paperNotEnded"
  /** The 0 after the last paper is missing. Probably the end of the file is cut off. */
  | "papersNotEnded"
  | "quoteNotClosed"
  | "commentNotClosed"
  /** An option is neither `[nick ...]` nor `[tie ...]`, or occurs twice. */
  | "optionUnknown"
  | "optionNotClosed"
  /** Nicknames must be one word for each nominee, all different, and none may look like a number. */
  | "nicknames"
  | "nameNotQuoted"
  /** There are fewer names than nominees, or there is no title after them. */
  | "namesMissing"
  /** There is more text after the title. */
  | "namesTooMany";
