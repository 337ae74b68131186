import type { AnyProcess } from "../../../src/process/pure-process.ts";
import { seasonProcesses } from "../../../src/season/season-processes.ts";

/** The processes that follow a random season: this is the one place that says so. */
export const processesOf = (): readonly AnyProcess[] => seasonProcesses;
