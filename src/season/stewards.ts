import type { CampaignCommand } from "../campaign/messages.ts";
import { termNumber } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import { type ChairsKnown, openRotations, type RotationKnown, type StewardedKnown } from "./chairs-known.ts";
import type { Claim } from "./claim.ts";
import { matterText } from "./messages.ts";
import { heldIn } from "./office-known.ts";
import type { OpenMatter } from "./open-matter.ts";

/** C27: whoever is in office is the steward of each campaign that runs on. */
export function stewards(facts: ChairsKnown, id: Id, { bloc }: RotationKnown): [key: string, claim: Claim][] {
  const held = heldIn(facts, id);
  const unit = held?.holder ?? held?.acting;
  if (!held || unit === undefined) return [];
  return [...(facts.ofBlocs.get(bloc)?.campaigns ?? [])].flatMap((campaign): [string, Claim][] => {
    const one = facts.campaigns.get(campaign);
    if (!one || one.isOver || one.launchedOn === undefined || one.closesOn <= held.since) return [];
    if (stewardsRotation(facts, one) !== id) return [];
    const since = [held.seat.others, one.launchedOn, one.stewardOn].reduce<CivilDate>(
      (day, other) => laterOf(day, other),
      held.since,
    );
    const command: CampaignCommand = { type: "NameCampaignSteward", data: { chair: unit, since } };
    const unmet = matterText("StewardNotNamed", { unit });
    const commands = [{ aggregate: "Campaign", id: campaign, command }];
    return [
      [`steward/${id}/${held.seat.term}/${campaign}`, { law: "C27", content: { unit }, commands, unmet }],
    ];
  });
}

/**
 * The open rotation whose chair is the steward of a campaign. Of several it is the one that has the term of the campaign's
 * season, and the one that has begun; where that is none or more than one, nobody can say.
 */
export function stewardsRotation(
  facts: ChairsKnown,
  { bloc, season }: Pick<StewardedKnown, "bloc" | "season">,
): Id | undefined {
  const open = openRotations(facts, bloc);
  if (open.length <= 1) return open[0];
  const known = open.flatMap((id) => facts.rotations.get(id) ?? []);
  const own = open.filter((_, at) => known[at] && termNumber(known[at].calendar, season) !== undefined);
  const begun = own.filter((id) => facts.rotations.get(id)?.seats.length);
  return begun.length === 1 ? begun[0] : undefined;
}

/** C27: a campaign runs, and the bloc has several rotations whose chair could be its steward. */
export function unclearStewards(facts: ChairsKnown, bloc: Id): OpenMatter[] {
  if (openRotations(facts, bloc).length <= 1 || facts.members.blocs.get(bloc)?.dissolved) return [];
  return [...(facts.ofBlocs.get(bloc)?.campaigns ?? [])].flatMap((campaign) => {
    const { launchedOn: since, season, isOver, stewardOn } = facts.campaigns.get(campaign) ?? {};
    if (since === undefined || season === undefined || isOver || stewardOn !== undefined) return [];
    if (stewardsRotation(facts, { bloc, season }) !== undefined) return [];
    const what = matterText("StewardUnclear", { season });
    return [{ key: `steward/${bloc}/${season}/${campaign}`, law: "C27", what, since, ready: [] }];
  });
}
