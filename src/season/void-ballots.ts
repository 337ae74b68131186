import type { BallotCommand } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { ReasonCode } from "./messages.ts";
import { roundsBefore } from "./results-known.ts";
import type { Certified, RoundsKnown } from "./rounds-known.ts";
import { ballotsOfCall, callOf } from "./run-offs-known.ts";

// C10: what counts for nothing, because what it came of does not count.

type Annulment = DataOf<BallotCommand, "AnnulBallot">;

const reasons: Record<"noTieLeft" | "roundVoid" | "setAside", ReasonCode> = {
  noTieLeft: "noTieLeft",
  roundVoid: "roundVoid",
  setAside: "roundNotOwed",
};

/** Since when a ballot counts for nothing: it was annulled, or a round before it was. */
export function goneSince({ results }: RoundsKnown, ballot: Id): CivilDate | undefined {
  const days = [ballot, ...roundsBefore(results, ballot)].flatMap(
    (one) => results.ballots.get(one)?.annulled?.annulledOn ?? [],
  );
  return days.sort()[0];
}

/** How a ballot is annulled that counts for nothing and that nobody has annulled. */
export function voiding(known: RoundsKnown, ballot: Id): Annulment | undefined {
  const { annulled, record } = known.results.ballots.get(ballot) ?? {};
  if (annulled) return undefined;
  const since = tieGoneSince(known, ballot);
  if (since !== undefined) return annulment(known, ballot, { ground: "noTieLeft", since });
  const roundSince = record ? undefined : goneSince(known, ballot);
  return roundSince === undefined
    ? undefined
    : annulment(known, ballot, { ground: "roundVoid", since: roundSince });
}

/** How a round is set aside that nobody owes any more, before it is held. */
export const settingAside = (known: RoundsKnown, ballot: Id, since: CivilDate): Annulment =>
  annulment(known, ballot, { ground: "setAside", since });

function annulment(
  known: RoundsKnown,
  ballot: Id,
  { ground, since }: { ground: keyof typeof reasons; since: CivilDate },
): Annulment {
  return { ground, reason: reasons[ground], annulledOn: laterOf(since, lastDayOf(known, ballot)) };
}

/**
 * Since when the tie of a run-off is gone: the ballot that called it is annulled, or was certified since the call, and
 * neither with this run-off nor with one that it repeats or that repeats it. Its record may be signed: it elects nobody.
 */
function tieGoneSince(known: RoundsKnown, ballot: Id): CivilDate | undefined {
  const id = callOf(known, ballot);
  const call = id === undefined ? undefined : known.calls.get(id);
  if (id === undefined || !call) return undefined;
  const gone = goneSince(known, call.parent);
  const series = ballotsOfCall(known, id).find((one) => one.includes(ballot)) ?? [];
  const since = known.votes.get(call.parent)?.records.slice(call.records) ?? [];
  return gone ?? since.find((record) => !restsOn(record, series))?.certifiedOn;
}

const restsOn = ({ brokenBy }: Certified, ballots: readonly Id[]) =>
  brokenBy.some((by) => by.kind === "runOff" && ballots.includes(by.ballot));

/** The last day that is known of a ballot. */
function lastDayOf({ votes, results }: RoundsKnown, ballot: Id): CivilDate | undefined {
  const { record, finalisedOn, complaints } = results.ballots.get(ballot) ?? {};
  const answers = [...(complaints?.values() ?? [])].flatMap(({ upheldOn, dismissedOn }) => [
    upheldOn,
    dismissedOn,
  ]);
  const days = [votes.get(ballot)?.lastOn, record?.certifiedOn, finalisedOn, ...answers];
  return days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
}
