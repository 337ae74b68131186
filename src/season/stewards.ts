import type { CampaignCommand } from "../campaign/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import { type ChairsKnown, openRotations, type RotationKnown } from "./chairs-known.ts";
import type { Claim } from "./claim.ts";
import { matterText } from "./messages.ts";
import { heldIn } from "./office-known.ts";

/** C27: whoever is in office is the steward of each campaign that runs on. */
export function stewards(facts: ChairsKnown, id: Id, { bloc }: RotationKnown): [key: string, claim: Claim][] {
  const held = heldIn(facts, id);
  const unit = held?.holder ?? held?.acting;
  if (!held || unit === undefined || openRotations(facts, bloc).join() !== id) return [];
  return [...(facts.ofBlocs.get(bloc)?.campaigns ?? [])].flatMap((campaign): [string, Claim][] => {
    const one = facts.campaigns.get(campaign);
    if (!one || one.isOver || one.launchedOn === undefined || one.closesOn <= held.since) return [];
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
