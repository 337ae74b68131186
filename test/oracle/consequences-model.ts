import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import type { Message } from "../../src/kernel/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { Honour } from "../../src/vocabulary/honour.ts";
import { root } from "../support/packed.ts";

/** A command of the office, in the words of the reference. */
export type OfficeCommand = { aggregate: string; id: string; command: Message };

/** The terms of a ballot, as far as somebody asks for them. */
export type OfficeTerms = { electors: string[]; nominees: string[]; seats: number };

/** What the office sees of the log when it acts. */
export type OfficeView = {
  push(event: Recorded): void;
  /** The events of each stream, by its name. */
  streams: ReadonlyMap<string, readonly Recorded[]>;
  terms(ballot: string): OfficeTerms | undefined;
};

/** A step of the office: on its day, in its phase of the day, it looks at the log and sends commands. */
export type OfficeStep = {
  bloc: string;
  day: string;
  phase: number;
  /** The steps of one lane follow one another in any order of the others. */
  lane: string;
  n: number;
  make(view: OfficeView): OfficeCommand[];
};

export type OfficePlan = {
  seed: number;
  blocs: readonly { bloc: string; seats: number }[];
  steps: readonly OfficeStep[];
};

/** A refusal of what a process wanted that somebody is told of. */
export type Told = {
  process: string;
  aggregate: string;
  id: string;
  type: string;
  rejection: string;
  bySeason: string;
};

/** What a law found in one place: as it should be, or otherwise. */
export type Finding = { law: string; key: string; ok: boolean; detail: string };

/** What stands at the end, for comparing two runs of the same facts. */
export type Ends = Record<"awards" | "chairs" | "ballots", string[]>;

export type Reference = {
  judge(
    log: readonly Recorded[],
    around: {
      isProcess(actor: string): boolean;
      told: readonly Told[];
      wishes: readonly { id: string; type: string; data: object }[];
    },
  ): Finding[];
  ends(log: readonly Recorded[]): Ends;
  season2x2(seed: number, terms: { policy: RotationPolicy }): OfficePlan;
  viewOf(): OfficeView;
  random(seed: number): { next(): number; int(below: number): number };
  /** How often each thing goes wrong. It is the one state of the reference. */
  weights: Record<string, number>;
  flag: Honour;
  certificate: Honour;
};

const folder = join(root, "..", "shared/oracle/consequences");
export const whereItIs = "../shared/oracle/consequences";

/** The laws and the random office; undefined where their folder is absent. */
export async function referenceOfConsequences(): Promise<Reference | undefined> {
  if (!existsSync(join(folder, "oracle.mjs"))) return undefined;
  const of = (file: string) => import(pathToFileURL(join(folder, file)).href);
  const [laws, office] = [await of("oracle.mjs"), await of("seasons.mjs")];
  return { ...laws, ...office };
}
