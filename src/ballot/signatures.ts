import type { BallotRejection } from "./messages.ts";
import type { Tellers, Terms } from "./terms.ts";

/** The names of all tellers, the head first. */
export function namesOf({ head, members }: Tellers): string[] {
  return [head, ...members].map(({ name }) => name);
}

/** What stands against the signatures: the head signs, and at least one more of the tellers. */
export function objectionToSignatures(
  { tellers }: Terms,
  signatories: readonly string[],
): BallotRejection | undefined {
  const names = namesOf(tellers);
  const stranger = signatories.find((name) => !names.includes(name));
  if (stranger !== undefined) return { type: "NotATeller", data: { name: stranger } };
  if (!signatories.includes(tellers.head.name))
    return { type: "HeadDidNotSign", data: { head: tellers.head.name } };
  const signatures = new Set(signatories).size;
  return signatures < 2 ? { type: "TooFewSignatures", data: { signatures, needed: 2 } } : undefined;
}
