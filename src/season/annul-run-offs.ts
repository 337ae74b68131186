import type { BallotCommand, BallotEvent } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";
import { type At, type Process, process } from "../process/pure-process.ts";
import type { SeasonEvent } from "./messages.ts";
import { noRunOffs, type RunOffsKnown, rememberRunOffs } from "./run-off-memory.ts";

/** In the language of the documents, because the reason is stored and printed with them. */
const reason = "Cuộc bình chọn trước không còn trường hợp bằng phiếu phải bầu lại này";

/**
 * A run-off for a tie that its parent no longer has counts for nothing: it is annulled once the parent is certified
 * without it, or is annulled itself. It stands apart from `holdRunOffs`, which tells the parent of every annulment,
 * whoever it comes from.
 */
export const annulRunOffs: Process<RunOffsKnown, SeasonEvent> = /* @__PURE__ */ process<
  RunOffsKnown,
  SeasonEvent
>({
  name: "annul-run-offs",
  version: 1,
  initialState: noRunOffs,
  evolve: {
    ...rememberRunOffs,
    // It remembers what it asked for, and does not ask again.
    BallotCertified(state, data, at) {
      rememberRunOffs.BallotCertified(state, data, at);
      for (const { id } of withoutTie(state, { used: usedBy(data), at })) voidBy(state, id);
    },
    BallotAnnulled(state, data, at) {
      rememberRunOffs.BallotAnnulled(state, data, at);
      for (const { id } of withoutTie(state, { used: new Set(), at })) voidBy(state, id);
    },
  },
  want: {
    BallotCertified: (state, data, at) => withoutTie(state, { used: usedBy(data), at }),
    BallotAnnulled: (state, _, at) => withoutTie(state, { used: new Set(), at }),
  },
});

function voidBy({ runOffs }: RunOffsKnown, id: Id): void {
  const runOff = runOffs.get(id);
  if (runOff) runOff.voidFor = reason;
}

function usedBy({ brokenBy }: DataOf<BallotEvent, "BallotCertified">): ReadonlySet<Id> {
  return new Set(brokenBy.flatMap((by) => (by.kind === "runOff" ? [by.ballot] : [])));
}

/** The run-offs of this ballot that it does not rest on count for nothing. */
function withoutTie(
  { runOffs }: RunOffsKnown,
  { used, at: { id: parent, metadata } }: { used: ReadonlySet<Id>; at: At },
): Addressed[] {
  const annulledOn: CivilDate = civilDateOf(new Date(metadata.recordedAt));
  const data = { ground: "noTieLeft" as const, reason, annulledOn };
  const command: BallotCommand = { type: "AnnulBallot", data };
  return [...runOffs].flatMap(([id, { follows, voidFor }]) =>
    follows.ballot === parent && voidFor === undefined && !used.has(id)
      ? [{ aggregate: "Ballot", id, command }]
      : [],
  );
}
