import { equalSharesCase, pavCase, sequentialPavCase } from "./approval-committees.ts";
import type { CaseRunner, HistoryRunner } from "./case.ts";
import { approvalCase, blockCase, limitedCase } from "./kept-names.ts";
import { scoreCase, starCase } from "./scored.ts";
import { stv } from "./stv.ts";

/** Who runs the cases of which method. A method that is not here is not in the library's list. */
export const methods: ReadonlyMap<string, CaseRunner> = new Map<string, CaseRunner>([
  ["approval", approvalCase],
  ["block", blockCase],
  ["bloc-star", starCase],
  ["equal-shares", equalSharesCase],
  ["limited", limitedCase],
  ["pav", pavCase],
  ["score", scoreCase],
  ["seq-pav", sequentialPavCase],
  ["star", starCase],
  ["stv", stv],
]);

/** Who runs rotation histories; while nobody does they are skipped. */
export const rotation: HistoryRunner | undefined = undefined;
