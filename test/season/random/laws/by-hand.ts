import { ballotsIn, electedBy, inForce, type Slot } from "./results.ts";
import type { Known, Story } from "./told.ts";

type Of = { slot: Slot; unit: string; honour: string };

/** C4: what a person withdrew is not proposed again by a process, unless the unit was elected anew in between. */
export function restsByHand(known: Known, award: Story, of: Of): boolean {
  const { slot, unit } = of;
  const bloc = known.story("Bloc", slot.bloc);
  // Whether the unit is elected and may be proposed: each change of that begins the matter anew.
  const claimAt = (n: number) => {
    const ballot = electingAt(known, of, n);
    const barred = bloc?.all("UnitDisciplined").filter((it) => it.n < n && it.data.unit === unit).length;
    const freed = bloc?.all("DisciplineLifted").filter((it) => it.n < n && it.data.unit === unit).length;
    return ballot === undefined ? "" : `${ballot} ${barred} ${freed}`;
  };
  const turns = turnsOf(known, slot);
  return award
    .all("AwardWithdrawn")
    .filter((it) => it.byHand)
    .every(({ n: from }) => {
      const again = award.all("AwardProposed").find((it) => it.n > from && !it.byHand);
      if (!again) return true;
      const was = claimAt(from);
      const others = known
        .of("Award")
        .flatMap((it) => it.inOrder("AwardWithdrawn", "AwardRevoked").map(({ n }) => n));
      return [...turns, ...others, again.n].some((n) => n > from && n <= again.n && claimAt(n + 1) !== was);
    });
}

/**
 * C4: whether people left the seat of a unit that is elected: they withdrew its proposal, and the same ballot elects it
 * ever since. It is decided by hand then, and not open, whatever befalls the unit besides.
 */
export function isLeftByHand(known: Known, award: Story, of: Of): boolean {
  const last = award.inOrder("AwardProposed", "BasisReplaced", "AwardWithdrawn").at(-1);
  if (last?.type !== "AwardWithdrawn" || !last.byHand) return false;
  const was = electingAt(known, of, last.n);
  const later = turnsOf(known, of.slot).filter((n) => n > last.n);
  return was !== undefined && later.every((n) => electingAt(known, of, n + 1) === was);
}

/** The ballot that elects the unit, before a place in the log. */
function electingAt(known: Known, { slot, unit, honour }: Of, n: number): string | undefined {
  const result = inForce(known, slot, honour, n);
  return electedBy(result).includes(unit) ? result?.ballot.id : undefined;
}

/** The places in the log where another result may come to count. */
const turnsOf = (known: Known, slot: Slot): number[] =>
  ballotsIn(known, slot).flatMap((ballot) =>
    ballot.inOrder("BallotCertified", "BallotAnnulled").map(({ n }) => n),
  );
