import { ballotsIn, electedBy, inForce, type Slot } from "./results.ts";
import type { Known, Story } from "./told.ts";

/** C4: what a person withdrew is not proposed again by a process, unless the unit was elected anew in between. */
export function restsByHand(
  known: Known,
  award: Story,
  { slot, unit, honour }: { slot: Slot; unit: string; honour: string },
): boolean {
  const bloc = known.story("Bloc", slot.bloc);
  // Whether the unit is elected and may be proposed: each change of that begins the matter anew.
  const claimAt = (n: number) => {
    const result = inForce(known, slot, honour, n);
    const isElected = electedBy(result).includes(unit);
    const barred = bloc?.all("UnitDisciplined").filter((it) => it.n < n && it.data.unit === unit).length;
    const freed = bloc?.all("DisciplineLifted").filter((it) => it.n < n && it.data.unit === unit).length;
    return isElected ? `${result?.ballot.id} ${barred} ${freed}` : "";
  };
  const turns = ballotsIn(known, slot).flatMap((ballot) =>
    ballot.inOrder("BallotCertified", "BallotAnnulled").map(({ n }) => n),
  );
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
