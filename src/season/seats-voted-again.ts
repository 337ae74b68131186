import { addDays, type CivilDate, laterOf } from "../kernel/time.ts";
import { policiesOf } from "../vocabulary/policies.ts";
import { matterText } from "./messages.ts";
import type { Nomination } from "./nomination.ts";
import type { Around } from "./nomination-claims.ts";
import { isLive, keyOf } from "./nomination-subject.ts";
import type { OpenMatter } from "./open-matter.ts";

/** By bylaws that say so the bloc votes again on a seat that fell vacant, within the days of a re-vote. */
export function votedAgain({ nominations: { bylaws } }: Around, since: CivilDate) {
  const { vacatedSeat, awaited } = policiesOf(bylaws);
  if (vacatedSeat !== "voteAgain") return undefined;
  return { said: { isVotedAgain: true as const }, by: { due: addDays(since, awaited.revote) } };
}

/** X12: people withdrew the proposal of a unit that is elected, so its seat is to be voted on again. */
export function leftVacant(around: Around, one: Nomination): OpenMatter[] {
  const { season, facts } = around;
  const { result, known, beatenBy } = one;
  const isDissolved = facts.members.blocs.get(season.bloc)?.dissolved !== undefined;
  const isOut = result && !isDissolved && known.restsFrom === result.ballot && !isLive(one);
  const since = laterOf(result?.certifiedOn ?? "", known.lastOn);
  const again = isOut && !beatenBy ? votedAgain(around, since) : undefined;
  if (!again) return [];
  const purpose = { kind: "honour" as const, honour: known.honour };
  const what = matterText("SeatToVoteAgain", { purpose, season: season.season, unit: known.unit });
  return [{ key: keyOf("vacated", season, one), law: "X12", what, since, ready: [], ...again.by }];
}
