import type { Id } from "../kernel/ids.ts";
import { addDays } from "../kernel/time.ts";
import {
  type BlocKnown,
  type CampaignKnown,
  isMember,
  type PledgeKnown,
  policiesOn,
} from "./members-known.ts";
import { matterText } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import { holderOf } from "./pledge-holders.ts";

/** The campaign of a pledge: the one that it names, or the only one of its season. */
export function campaignOf(
  { campaigns }: BlocKnown,
  { season, campaign }: Pick<PledgeKnown, "season" | "campaign">,
): CampaignKnown | undefined {
  if (campaign !== undefined) return campaigns.get(campaign);
  const [one, ...others] = [...campaigns.values()].filter((known) => known.season === season);
  return others.length === 0 ? one : undefined;
}

/** The pledges of a campaign, and those of its season: a pledge that names none is of the only one. */
export function pledgesAround({ pledges, campaigns }: BlocKnown, campaign: Id): BlocKnown["pledges"] {
  const season = campaigns.get(campaign)?.season;
  return new Map([...pledges].filter(([, one]) => one.campaign === campaign || one.season === season));
}

/** C28: whoever has to sign a pledge of a campaign and has not. A pledge that it took over binds a unit as its own does. */
export function unsigned(bloc: BlocKnown): OpenMatter[] {
  return [...bloc.campaigns].flatMap(([id, { season, enrolled, cancelledOn, summedUpOn }]) => {
    const isOver = (bloc.dissolved ?? cancelledOn ?? summedUpOn) !== undefined;
    if (!enrolled || isOver) return [];
    const { since, closesOn, event: cause } = enrolled;
    const signed = pledgesOf(bloc, id).filter(({ isSigned }) => isSigned);
    const units = [...bloc.members.keys()].filter(
      (unit) => isMember(bloc, unit, closesOn) && !signed.some((one) => holderOf(bloc, one) === unit),
    );
    if (units.length === 0) return [];
    const what = matterText("PledgesAwaited", { season, units });
    return [{ key: `signing/${id}`, law: "C28", what, since, cause, due: addDays(closesOn, -1), ready: [] }];
  });
}

const pledgesOf = (bloc: BlocKnown, campaign: Id): PledgeKnown[] =>
  [...bloc.pledges.values()].filter((one) => campaignOf(bloc, one) === bloc.campaigns.get(campaign));

/** C28: once a campaign is summed up, each pledge of it is concluded by the last day that the bylaws give. */
export function unconcluded(bloc: BlocKnown): OpenMatter[] {
  return [...bloc.campaigns].flatMap(([id, { season, summedUpOn, summedUpBy: cause }]) => {
    if (summedUpOn === undefined || cause === undefined) return [];
    // A void pledge has come to its end.
    const open = pledgesOf(bloc, id).filter((one) => one.isOpen && holderOf(bloc, one) !== undefined);
    if (open.length === 0) return [];
    const lastDue =
      open
        .map(({ dueOn }) => dueOn)
        .sort()
        .at(-1) ?? summedUpOn;
    const due = addDays(lastDue, policiesOn(bloc, lastDue).pledgeGrace);
    const what = matterText("PledgesUnconcluded", {
      season,
      units: open.map((one) => holderOf(bloc, one) ?? one.unit),
    });
    return [{ key: `pledges/${id}`, law: "C28", what, since: summedUpOn, cause, due, ready: [] }];
  });
}
