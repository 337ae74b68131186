import type { HonourRule } from "../../../../src/vocabulary/bylaws.ts";
import { disciplinesOf, isMember, membersOf } from "./members.ts";
import { type Result, type Slot, votedOn } from "./results.ts";
import type { Known, Story } from "./told.ts";

type Asked = { unit: string; rule: HonourRule | undefined; result: Result | undefined };

/** Why a unit cannot be proposed for an honour that it was elected to; nothing where it can (C6, C31). */
export function barsTo(known: Known, { bloc, season }: Slot, { unit, rule, result }: Asked): string[] {
  const story = known.story("Bloc", bloc);
  const day = result && votedOn(result.ballot);
  // A bloc that was dissolved later that day had voted by then.
  const dissolved = story?.first("BlocDissolved");
  const hasVotedBy = dissolved?.data.dissolvedOn === day ? dissolved?.n : undefined;
  const pledges = pledgesOf(known, { bloc, season, unit });
  const { registered, verdictAtLeast } = rule?.needs ?? {};
  const isRegistered = pledges.some(
    (pledge) =>
      !pledge.has("PledgeWithdrawn") &&
      !pledge.has("PledgeVoided") &&
      pledge.all("TitleRegistered").some(({ data }) => sameName(data.honour, rule?.honour)),
  );
  const verdicts = pledges.flatMap((pledge) => pledge.last("PledgeAssessed")?.data.verdict ?? []);
  const enough = verdictAtLeast === "fulfilled" ? ["fulfilled"] : ["fulfilled", "partly"];
  return [
    ...(day !== undefined && !isMember(membersOf(story, hasVotedBy), unit, day) ? ["no member"] : []),
    ...(registered && !isRegistered ? ["not registered"] : []),
    ...(verdictAtLeast && !verdicts.some((one) => enough.includes(one)) ? ["verdict"] : []),
    ...(disciplinesOf(story, { unit, season }).length > 0 ? ["disciplined"] : []),
  ];
}

const sameName = (a: HonourRule["honour"], b: HonourRule["honour"] | undefined) =>
  a.kind === b?.kind && a.authority === b.authority;

/** The pledges that a unit has for a season: its own, and those that passed to it. */
export function pledgesOf(known: Known, of: { bloc: string; season: string; unit: string }): Story[] {
  return known.of("Pledge").filter((pledge) => {
    const drafted = pledge.first("PledgeDrafted")?.data;
    return drafted?.bloc === of.bloc && drafted.season === of.season && holderOf(pledge) === of.unit;
  });
}

/** Whose pledge it is now. */
export const holderOf = (pledge: Story): string =>
  pledge.last("PledgeTransferred")?.data.to ?? pledge.first("PledgeDrafted")?.data.unit ?? "";
