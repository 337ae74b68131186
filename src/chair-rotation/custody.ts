import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ChairRotationEvent } from "./messages.ts";
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
 * Where the rotating flag is, and the chain of its custodians. The chain begins with the issuer. Each link begins
 * with the custodian of the link before, and not on an earlier day. At any time there is exactly one custodian, or
 * the flag is lost.
 */
export type Custody = { flag: RotatingFlag; custodian: Custodian; steps: CustodyStep[] };

/** A flag that was issued to `to`. */
export function issued(flag: RotatingFlag, to: Custodian, event: ChairRotationEvent["type"]): Custody {
  const issuer: Custodian = { kind: "issuer" };
  const step: CustodyStep = { flag: flag.flag, from: issuer, to, on: flag.issuedOn, event };
  return { flag, custodian: to, steps: to.kind === "issuer" ? [] : [step] };
}

/** The flag goes to `step.to`: one more link. */
export function pass(custody: Custody, step: Omit<CustodyStep, "flag" | "from">) {
  custody.steps.push({ flag: custody.flag.flag, from: custody.custodian, ...step });
  custody.custodian = step.to;
}

/** Whether the last link is just this one. */
export function isLastStep(custody: Custody | undefined, step: Omit<CustodyStep, "flag">): boolean {
  return custody !== undefined && same(custody.steps.at(-1), { flag: custody.flag.flag, ...step });
}

/** Who had the flag first: the issuer, where it was given to nobody. */
export function firstCustodian({ flag, steps }: Custody): Custodian {
  return steps.find((step) => step.flag === flag.flag)?.to ?? { kind: "issuer" };
}

/** The day of the last link; the next link is not earlier. */
export const custodySince = ({ flag, steps }: Custody): CivilDate => steps.at(-1)?.on ?? flag.issuedOn;

/** The custodian of a flag that goes with the chair; without a chair the issuer keeps it. */
export const custodianOf = (chair: UnitId | undefined): Custodian =>
  chair === undefined ? { kind: "issuer" } : { kind: "unit", unit: chair };

/** The custody that an event moves; without a flag the event cannot have happened. */
export const knownCustody = ({ custody }: { custody?: Custody | undefined }): Custody =>
  custody ?? contradiction("there is no flag");

/** For events: this is the custodian of the flag, or the event cannot have happened. */
export function expectCustodian(state: { custody?: Custody | undefined }, custodian: Custodian) {
  if (!same(knownCustody(state).custodian, custodian)) contradiction("another has the flag");
}
