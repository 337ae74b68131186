import type { Ledger, Want } from "./process.ts";
import type { AnyProcess } from "./pure-process.ts";

/**
 * The wants of which something is still asked. Of a process that says what it owes: under each key those that it wanted
 * last, while that is owed, or is to be taken back and came about, and while no person has decided it otherwise.
 */
export function stillAsked(
  { owes }: Pick<AnyProcess, "owes">,
  { state, ledger }: { state: unknown; ledger: Ledger },
): Want[] {
  if (ledger.status === "blank") return [];
  const all = [...ledger.wants.values()];
  if (!owes) return all;
  const { owed, byHand } = owes(state);
  const byKey = new Map<string | undefined, Want[]>();
  for (const want of all) byKey.set(want.claim?.key, [...(byKey.get(want.claim?.key) ?? []), want]);
  return [...byKey].flatMap(([key, wants]) => {
    if (key === undefined) return wants;
    if (byHand.has(key)) return [];
    const event = wants.at(-1)?.event;
    // What was never brought about needs not be taken back, and what nobody owes any more needs not be brought about.
    const isDone = wants.some(({ outcome }) => outcome?.kind === "carried" || outcome?.kind === "void");
    const isAsked = ({ claim }: Want) => owed.has(key) || (isDone && claim?.takesBack === true);
    return wants.filter((want) => want.event === event && isAsked(want));
  });
}
