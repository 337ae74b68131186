import { afterTheCount, runOffTerms, ties } from "./refusals-after.ts";
import { particularsThatCannotBe } from "./refusals-particulars.ts";
import { termsThatCannotBe } from "./refusals-terms.ts";
import { counts, roll, votes, wrongTimes } from "./refusals-voting.ts";

/** Everything that a ballot refuses, by phase. */
export const allRefusals = {
  termsThatCannotBe,
  wrongTimes,
  roll,
  votes,
  counts,
  ties,
  runOffTerms,
  afterTheCount,
  particularsThatCannotBe,
};
