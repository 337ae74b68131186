import { equalSharesCase, pavCase, sequentialPavCase } from "./approval-committees.ts";
import type { CaseRunner, HistoryRunner } from "./case.ts";
import { irvCase, irvThresholdCase, multiRoundCase } from "./elimination.ts";
import { bordaCase, pluralityCase, sntvCase, twoRoundCase } from "./first-preferences.ts";
import { approvalCase, blockCase, limitedCase } from "./kept-names.ts";
import { copelandCase, minimaxCase, rankedPairsCase, schulzeCase } from "./pairwise.ts";
import {
  approvalReads,
  committeeReads,
  eliminationReads,
  firstReads,
  irvReads,
  keptReads,
  pairwiseReads,
  scoredReads,
  strengthsOf,
  stvReads,
} from "./reads.ts";
import { rotationHistory } from "./rotation.ts";
import { scoreCase, starCase } from "./scored.ts";
import { stv } from "./stv.ts";
import { thresholdCase, thresholdReads } from "./threshold.ts";
import { strictly } from "./unread.ts";

const pathReads = strengthsOf("winning-votes", "margins", "ratio");
const minimaxReads = strengthsOf("winning-votes", "margins", "ratio", "pairwise-opposition");

/** The runner for each method. The library does not have a method that is not here. */
export const methods: ReadonlyMap<string, CaseRunner> = new Map<string, CaseRunner>([
  ["approval", strictly(approvalReads, approvalCase)],
  ["block", strictly(keptReads, blockCase)],
  ["bloc-star", strictly(scoredReads, starCase)],
  ["borda", strictly(firstReads, bordaCase)],
  ["copeland", strictly(pairwiseReads, copelandCase)],
  ["equal-shares", strictly(committeeReads, equalSharesCase)],
  ["irv", strictly(irvReads, irvCase)],
  ["irv-threshold", strictly(irvReads, irvThresholdCase)],
  ["limited", strictly(keptReads, limitedCase)],
  ["minimax", strictly(minimaxReads, minimaxCase)],
  ["multi-round", strictly(eliminationReads, multiRoundCase)],
  ["pav", strictly(committeeReads, pavCase)],
  ["plurality", strictly(firstReads, pluralityCase)],
  ["ranked-pairs", strictly(pathReads, rankedPairsCase)],
  ["schulze", strictly(pathReads, schulzeCase)],
  ["score", strictly(scoredReads, scoreCase)],
  ["seq-pav", strictly(committeeReads, sequentialPavCase)],
  ["sntv", strictly(firstReads, sntvCase)],
  ["star", strictly(scoredReads, starCase)],
  ["stv", strictly(stvReads, stv)],
  ["threshold-block", strictly(thresholdReads, thresholdCase)],
  ["threshold-round", strictly(thresholdReads, thresholdCase)],
  ["two-round", strictly(eliminationReads, twoRoundCase)],
]);

/** The runner of rotation histories. */
export const rotation: HistoryRunner = rotationHistory;
