/**
 * Whether a claim holds. Verifiers read what anybody may have written: a claim that lacks a part, or that throws when it
 * is read, does not hold.
 */
export function holds(claim: () => boolean): boolean {
  try {
    return claim();
  } catch {
    return false;
  }
}
