import * as z from "zod/mini";
import { WholeNumber } from "../../kernel/numbers.ts";
import { BranchNumber, figures, fixedList, Nominee, nominees, Votes } from "./values.ts";

/** A branch of a count that fills seats one by one: who is elected in it, and where each possible next seat leads. */
const seat = {
  branch: BranchNumber,
  elected: nominees,
  next: fixedList(z.strictObject({ nominee: Nominee, branch: BranchNumber })),
};

/** How many of each class of alike nominees are elected; classes that are left out have none yet. */
const classCounts = fixedList(WholeNumber);

/** The steps of rules that elect committees, and of those that fill seats one by one and follow every tie. */
export const committeeSteps = {
  /** Sequential PAV: the seat goes to the greatest sum. */
  SeatToGreatest: { ...seat, figures },
  /** STAR: the seat goes to the winner of the run-off, or of each run-off that ties allow. */
  SeatFilled: seat,
  /** Equal shares: the seat goes to whom the supporters can pay for at the least price each. */
  BoughtAtLeastPrice: { ...seat, prices: fixedList(z.strictObject({ nominee: Nominee, price: Votes })) },
  /** Equal shares: nobody is affordable. All papers receive money evenly until the first nominee is. */
  AffordableSoonest: { ...seat, waits: fixedList(z.strictObject({ nominee: Nominee, wait: Votes })) },
  /** Equal shares: nobody is affordable. The seat goes to whom most papers keep. */
  FilledByApprovals: { ...seat, figures },
  /** Equal shares: nobody is affordable, and the branch ends. */
  NobodyAffordable: seat,
  /**
   * Equal shares: the papers share the price of so many seats. `unfilled`: seats filled in each branch that
   * ended early.
   */
  SeatsPaid: {
    seatsPaid: Votes,
    papers: Votes,
    filled: WholeNumber,
    unfilled: fixedList(WholeNumber, 100_000),
  },
  /** PAV: nominees whom the same papers keep, in classes. */
  NomineesAlike: { classes: fixedList(nominees) },
  /** PAV: the score of all committees with so many of each class. */
  CommitteesScored: { counts: classCounts, score: Votes },
  /** PAV: no committee that begins so can score more than this, which is too little. */
  BranchPruned: { counts: classCounts, score: Votes },
  /** PAV: the greatest score of all, and which numbers of each class reach it. */
  GreatestScore: { score: Votes, counts: fixedList(classCounts, 100_000) },
  /** All committees that are equally good. */
  CommitteesElected: { committees: fixedList(nominees, 10_000) },
  /** Too many committees are equally good to fixedList: who is in all of them, and who may be in one. */
  TooManyCommittees: { certain: nominees, possible: nominees },
};
