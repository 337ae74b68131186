import type { CivilDate } from "../kernel/time.ts";
import type { ChairRotationEvent } from "./events.ts";
import type { Custodian, FlagReceipt, RotatingFlag } from "./words.ts";

/** One link of the chain: the flag went from one custodian to another on a day. */
export type CustodyStep = {
  flag: RotatingFlag["flag"];
  from: Custodian;
  to: Custodian;
  on: CivilDate;
  receipt?: FlagReceipt | undefined;
  event: ChairRotationEvent["type"];
};

/**
 * Where the rotating flag is, and how it got there. The chain begins with the issuer; each link begins where the
 * one before ended, and not earlier; there is exactly one custodian at any time, or the flag is lost.
 */
export type Custody = { flag: RotatingFlag; custodian: Custodian; steps: CustodyStep[] };

/** A flag as it was issued; it is the first chair's where there is one. */
export function issued(flag: RotatingFlag, to: Custodian, event: ChairRotationEvent["type"]): Custody {
  const issuer: Custodian = { kind: "issuer" };
  const step: CustodyStep = { flag: flag.flag, from: issuer, to, on: flag.issuedOn, event };
  return { flag, custodian: to, steps: to.kind === "issuer" ? [] : [step] };
}

/** The flag goes to `to`: one more link. */
export function pass(custody: Custody, step: Omit<CustodyStep, "flag" | "from">) {
  custody.steps.push({ flag: custody.flag.flag, from: custody.custodian, ...step });
  custody.custodian = step.to;
}

/** The day of the last link; the chain goes on from there and not before. */
export const custodySince = ({ flag, steps }: Custody): CivilDate => steps.at(-1)?.on ?? flag.issuedOn;
