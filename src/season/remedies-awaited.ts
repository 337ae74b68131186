import type { Id } from "../kernel/ids.ts";
import { addDays } from "../kernel/time.ts";
import { defaultPolicies } from "../vocabulary/policies.ts";
import { policiesOn } from "./members-known.ts";
import { matterText } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import { blocOfBallot } from "./results-known.ts";
import { termsOf } from "./round-terms.ts";
import type { RoundsKnown } from "./rounds-known.ts";

/**
 * X12: a complaint was upheld, so the votes are counted again or the ballot is annulled, within the days of the bylaws. A
 * later result of the ballot, or the same one anew, closes it, and so does the annulment: then a re-vote is awaited.
 */
export function remediesAwaited(known: RoundsKnown, scope: string, id: Id): OpenMatter[] {
  const { complaints } = known.results.ballots.get(id) ?? {};
  const voted = complaints?.size ? termsOf(known, id) : undefined;
  if (!complaints || !voted) return [];
  const { purpose, season } = voted;
  const members = known.members.blocs.get(blocOfBallot(known.results, voted) ?? "");
  if (members?.dissolved) return [];
  return [...complaints].flatMap(([complaint, { upheldOn: since, isRemedied }]) => {
    if (since === undefined || isRemedied) return [];
    const { remedy } = (members ? policiesOn(members, since) : defaultPolicies).awaited;
    const what = matterText("RemedyAwaited", { purpose, season, upheldOn: since });
    const key = `remedy/${scope}/${id}/${complaint}`;
    return [{ key, law: "X12", what, since, due: addDays(since, remedy), ready: [] }];
  });
}
