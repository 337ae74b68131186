import { grouped } from "../seats.ts";
import { arithmetic, type Cambridge, type CambridgeState, type Choice } from "./cambridge-transfer.ts";
import { openSeats } from "./seating.ts";
import { conclude, type Log, pickedByLot, stvStatus, withStatus } from "./stv.ts";

type Tied = { readonly action: Choice["action"]; readonly tied: readonly number[] };

/** Who is elected with more papers than the quota, and may still pass some on. */
export function surpluses({ status, votes, quota }: CambridgeState): number[] {
  return withStatus(status, stvStatus.pending).filter((nominee) => (votes[nominee] ?? 0n) > quota);
}

/** The next of those who go together, the largest surplus, or else the lowest; of several, as 9 (k) says. */
export function choose(count: Cambridge, state: CambridgeState, log: Log): Choice | Tied {
  const { field } = count;
  const withSurplus = state.waiting.length > 0 ? [] : surpluses(state);
  const action: Choice["action"] = withSurplus.length > 0 ? "transfer" : "exclude";
  const lowest = state.waiting.length > 0 ? state.waiting : withStatus(state.status, stvStatus.continuing);
  const level = extreme(withSurplus.length > 0 ? withSurplus : lowest, state.votes, action);
  const [only = 0] = level;
  if (level.length === 1) return { action, nominee: only };
  const names = (nominees: readonly number[]) => nominees.map((nominee) => field.nominees[nominee] ?? "");
  const picked = (
    tied: readonly number[],
    nominee: number,
    by: "earlierRound" | "tieOrder" | "immaterial",
  ) => {
    conclude(log, {
      type: "TieBroken",
      data: { action, tied: names(tied), picked: names([nominee])[0] ?? "", by },
    });
    return { action, nominee };
  };
  let tied = level;
  for (const votes of [...state.history].reverse()) tied = extreme(tied, votes, action);
  const [first = 0] = tied;
  if (tied.length === 1) return picked(level, first, "earlierRound");
  const drawn = pickedByLot(field.lot, tied);
  if (drawn !== undefined) return picked(tied, drawn, "tieOrder");
  return isImmaterial(count, state, tied) ? picked(tied, first, "immaterial") : { action, tied };
}

/** Everybody who may still be compared, grouped by their earlier figures, the latest first: what looking back depends on. */
export function standings({ status, history, waiting }: CambridgeState): number[][] {
  const compared = [...waiting, ...withStatus(status, stvStatus.continuing, stvStatus.pending)];
  return grouped(compared, (a, b) => {
    const stage = history.findLastIndex((votes) => votes[a] !== votes[b]);
    return arithmetic.order(history[stage]?.[a] ?? 0n, history[stage]?.[b] ?? 0n);
  });
}

/** The tied hold no paper and all of them go, one after the other: nothing moves, whatever the order. */
function isImmaterial({ field }: Cambridge, state: CambridgeState, tied: readonly number[]): boolean {
  if (tied.some((nominee) => state.votes[nominee] !== 0n)) return false;
  const continuing = withStatus(state.status, stvStatus.continuing);
  return state.waiting.length > 0 || continuing.length - tied.length >= openSeats(field, state);
}

function extreme(among: readonly number[], votes: readonly bigint[], action: Choice["action"]): number[] {
  const direction = action === "transfer" ? -1 : 1;
  const compared = (a: number, b: number) => direction * arithmetic.order(votes[a] ?? 0n, votes[b] ?? 0n);
  const best = among.reduce(
    (found, nominee) => (compared(nominee, found) < 0 ? nominee : found),
    among[0] ?? 0,
  );
  return among.filter((nominee) => compared(nominee, best) === 0);
}
