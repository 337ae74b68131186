import type { CaseRunner, HistoryRunner } from "./case.ts";

/** Who runs the cases of which method. A method that is not here is not in the library's list. */
export const methods: ReadonlyMap<string, CaseRunner> = new Map<string, CaseRunner>([]);

/** Who runs rotation histories; while nobody does they are skipped. */
export const rotation: HistoryRunner | undefined = undefined;
