import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../support/packed.ts";

/** The reference model of a rotating office, as far as the driver asks it. Terms are numbered, days are text. */
export type ModelEvent = {
  type: string;
  term?: number;
  unit?: string;
  swap?: string;
  debt?: string;
  /** What is void. */
  of?: string;
  others?: string[];
  into?: string;
  heir?: string;
  id: string;
  seq: number;
  eff?: string;
  on?: string;
};
export type ModelLog = readonly ModelEvent[];
export type ModelCommand = {
  type: string;
  at: string;
  on?: string;
  term?: number;
  unit?: string;
  units?: string[];
  chair?: string;
  deputy?: string;
  from?: string;
  to?: string;
  flag?: boolean;
  ceases?: boolean;
  into?: string;
  heir?: string;
  others?: string[];
  name?: string;
  debt?: string;
  a?: { term: number; unit: string };
  b?: { term: number; unit: string };
  by?: string;
  swap?: string;
  order?: string[];
  endsOn?: string;
};
export type ModelPolicy = {
  rule: "cycle" | "elected";
  skip: "forfeit" | "whenReady" | { defer: number };
  leaver: "finish" | "deputyActs" | "reassign";
  heir: "takesOver" | "asLeaver";
  joiner: "end" | "nextLap";
  merge: "earlier" | "later";
  before: number;
  after: number;
};
export type ModelOpening = { units: string[]; policy: ModelPolicy; chair: string; startsOn: string };
export type ModelDecision = { ok: true; events: ModelEvent[]; log: ModelLog } | { ok: false; reason: string };
export type ModelRow = {
  t: number;
  day: string;
  nominal?: string;
  chair?: string;
  by: string;
  among: string[];
  vacantFrom?: string;
  /** The beginning of a term that has begun. */
  begun?: ModelEvent;
  /** `due` is infinite where the turn waits for a claim. */
  debts: { id: string; due: number }[];
};
export type ModelOffice = {
  term?: number;
  holder?: string;
  deputy?: string;
  acting?: string;
  why?: string;
  custodian: string;
  /** The chair that has left and finishes its term. */
  finishing?: string;
};

type Each = (log: ModelLog, command: ModelCommand, decision: ModelDecision) => boolean | undefined;
export type Model = {
  rows(log: ModelLog, askedOn: string, last: number): ModelRow[];
  office(log: ModelLog, day: string): ModelOffice;
  members(log: ModelLog, day: string): Map<string, string>;
  heir(log: ModelLog, unit: string, day: string): string;
  sealed(log: ModelLog): string;
  running(log: ModelLog): number;
  run(
    seed: number,
    each: Each,
    options: { kinds?: readonly string[]; opening(one: ModelOpening): ModelOpening },
  ): void;
  fault: { now: string | undefined };
};

const folder = join(root, "..", "shared/oracle/rotation");

/** The reference model; undefined where its folder is absent. */
export async function modelOfRotation(): Promise<Model | undefined> {
  if (!existsSync(join(folder, "check.mjs"))) return undefined;
  // Behind a link the generator would read a second copy of the model, which has no planted fault.
  const of = (file: string) => import(pathToFileURL(realpathSync(join(folder, file))).href);
  const [model, check] = [await of("model.mjs"), await of("check.mjs")];
  // The generator takes a planted fault from the command line, which is ours here.
  model.fault.now = undefined;
  return { ...model, run: check.run };
}
