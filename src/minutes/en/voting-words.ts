import type { BallotRejection } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { Threshold } from "../../vocabulary/threshold.ts";
import type { BallotForm, SelectionMode, TieStep } from "../../vocabulary/voting-rules.ts";
import type { Say } from "../language.ts";

type MethodKind = DataOf<BallotRejection, "MethodDoesNotConfirm">["method"];
type PaperKind = DataOf<BallotRejection, "PaperOfWrongKind">["kind"];

/** The words of voting in English. */
export const formsEn: Record<BallotForm, string> = {
  secret: "secret ballot",
  showOfHands: "show of hands",
  rollCall: "roll-call",
};

export const selectionsEn: Record<SelectionMode, string> = {
  byVote: "by votes",
  scoreThenConfirm: "by score, which the vote confirms",
  consensus: "by consensus",
};

export const tieStepsEn: Record<TieStep["kind"], string> = {
  runOff: "a run-off",
  score: "the emulation scores",
  seniority: "seniority",
  chairDecision: "the chair's decision",
  lot: "a lot",
  vacantSeat: "a vacant seat",
};

export const methodsEn: Record<MethodKind, string> = {
  forAndAgainst: "for and against each nominee",
  plurality: "one name, most votes",
  block: "as many names as seats",
  limited: "a limited number of names",
  approval: "any number of names",
  score: "points added up",
  star: "points, then the top two compared",
  twoRound: "two rounds",
  exhaustiveBallot: "exhaustive ballot",
  borda: "Borda",
  instantRunoff: "instant run-off",
  stv: "single transferable vote",
  schulze: "Schulze",
  rankedPairs: "ranked pairs",
  copeland: "Copeland",
  minimax: "minimax",
  pav: "proportional approval",
  sequentialPav: "sequential proportional approval",
  equalShares: "equal shares",
};

export const paperKindsEn: Record<PaperKind, string> = {
  opinions: "that gives an opinion on each nominee",
  names: "that holds names",
  ranking: "that ranks",
  scores: "that gives points",
  blank: "that is blank",
  invalid: "that is invalid",
  kept: "with names kept",
  struck: "with names struck out",
};

/** What a nominee has to reach. Methods without papers in favour have the bar "at least 0", which asks for nothing. */
export const thresholdEn = (threshold: Threshold, say: Say, form: BallotForm = "secret"): string =>
  threshold.numerator === 0 && !threshold.strict
    ? "no threshold"
    : `to be elected, a nominee needs ${say.bar(threshold, { aloud: form !== "secret" })}`;
