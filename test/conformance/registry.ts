import { equalSharesCase, pavCase, sequentialPavCase } from "./approval-committees.ts";
import type { CaseRunner, HistoryRunner } from "./case.ts";
import { irvCase, irvThresholdCase, multiRoundCase } from "./elimination.ts";
import { bordaCase, pluralityCase, sntvCase, twoRoundCase } from "./first-preferences.ts";
import { approvalCase, blockCase, limitedCase } from "./kept-names.ts";
import { copelandCase, minimaxCase, rankedPairsCase, schulzeCase } from "./pairwise.ts";
import { rotationHistory } from "./rotation.ts";
import { scoreCase, starCase } from "./scored.ts";
import { stv } from "./stv.ts";
import { thresholdCase } from "./threshold.ts";

/** The runner for each method. The library does not have a method that is not here. */
export const methods: ReadonlyMap<string, CaseRunner> = new Map<string, CaseRunner>([
  ["approval", approvalCase],
  ["block", blockCase],
  ["bloc-star", starCase],
  ["borda", bordaCase],
  ["copeland", copelandCase],
  ["equal-shares", equalSharesCase],
  ["irv", irvCase],
  ["irv-threshold", irvThresholdCase],
  ["limited", limitedCase],
  ["minimax", minimaxCase],
  ["multi-round", multiRoundCase],
  ["pav", pavCase],
  ["plurality", pluralityCase],
  ["ranked-pairs", rankedPairsCase],
  ["schulze", schulzeCase],
  ["score", scoreCase],
  ["seq-pav", sequentialPavCase],
  ["sntv", sntvCase],
  ["star", starCase],
  ["stv", stv],
  ["threshold-block", thresholdCase],
  ["threshold-round", thresholdCase],
  ["two-round", twoRoundCase],
]);

/** The runner of rotation histories. */
export const rotation: HistoryRunner = rotationHistory;
