import { holderOf } from "./eligible.ts";
import { membersOf, onDay } from "./members.ts";
import type { Finding, Known, Story } from "./told.ts";

/** C28, C29: campaigns and their pledges end together, and a figure is one wherever it stands. */
export function lawsOfCampaigns(known: Known): Finding[] {
  return [
    ...known.of("Campaign").flatMap((campaign) => campaignEnds(known, campaign)),
    ...known.of("Pledge").flatMap((pledge) => figures(known, pledge)),
  ];
}

const pledgesIn = (known: Known, { bloc, season }: { bloc: string; season: string }) =>
  known.of("Pledge").filter((one) => {
    const drafted = one.first("PledgeDrafted")?.data;
    return drafted?.bloc === bloc && drafted.season === season;
  });

const isOpen = (pledge: Story) =>
  !(["PledgeAssessed", "PledgeWithdrawn", "PledgeVoided", "PledgeLapsed"] as const).some((type) =>
    pledge.has(type),
  );

/** C28: a cancelled campaign leaves no pledge open and gives no verdict; one that is summed up lists what is open. */
function campaignEnds(known: Known, campaign: Story): Finding[] {
  const draft = campaign.first("CampaignDrafted")?.data;
  if (!draft) return [];
  const bloc = known.story("Bloc", draft.bloc);
  const [cancelled, summedUp] = [campaign.first("CampaignCancelled"), campaign.first("CampaignSummedUp")];
  const pledges = pledgesIn(known, draft);
  const ends = pledges.flatMap((pledge): Finding[] => {
    if (cancelled) {
      const isJudged = (pledge.first("PledgeAssessed")?.n ?? 0) > cancelled.n;
      const ok = (!isOpen(pledge) && !isJudged) || known.isListed("C28", pledge.id);
      return [{ law: "C28", key: pledge.id, ok, detail: "goes on after its campaign was cancelled" }];
    }
    if (!summedUp || !isOpen(pledge)) return [];
    const ok = known.isListed(["C28", "C22"], holderOf(pledge), draft.season);
    return [
      { law: "C28", key: pledge.id, ok, detail: "open after its campaign was summed up, and not listed" },
    ];
  });
  const launch = campaign.first("CampaignLaunched")?.data;
  if (!launch || cancelled || summedUp || bloc?.has("BlocDissolved")) return ends;
  if (launch.enrolment.who !== "allMembers") return ends;
  // Enrolment closed long ago: who has not signed is listed. A pledge that it took over binds a unit, too.
  const members = onDay(membersOf(bloc), launch.enrolment.closesOn);
  const missing = members.filter(
    (unit) =>
      !pledges.some(
        (one) =>
          one.has("PledgeSigned") &&
          // What is void as its unit ended binds it no more, also where it has come back.
          one.last("PledgeVoided")?.data.ground !== "unitEnded" &&
          [one.first("PledgeDrafted")?.data.unit, holderOf(one)].includes(unit),
      ),
  );
  const enrolled = missing.map((unit) => ({
    law: "C28e",
    key: `${campaign.id}/${unit}`,
    ok: known.isListed("C28", unit, draft.season),
    detail: `${unit} has not signed, and nobody is told`,
  }));
  return [...ends, ...enrolled];
}

/** C29: a criterion that names a target of the pledge has the figure of the assessment; a later difference is listed. */
function figures(known: Known, pledge: Story): Finding[] {
  const drafted = pledge.first("PledgeDrafted")?.data;
  const assessed = pledge.first("PledgeAssessed");
  if (!drafted || !assessed) return [];
  const unit = holderOf(pledge);
  const board = known.of("Scoreboard").find((one) => {
    const opened = one.first("ScoreboardOpened")?.data;
    return opened?.bloc === drafted.bloc && opened.season === drafted.season;
  });
  return pledge.all("TargetPromised").flatMap(({ data: { target } }): Finding[] => {
    const value = pledge
      .all("ProgressReported")
      .findLast(({ n, data }) => n < assessed.n && data.target === target)?.data.value;
    const entered = board
      ?.all("SelfScoreEntered")
      .findLast(({ data }) => data.unit === unit && data.criterion === target)?.data.finding;
    if (value === undefined || entered?.kind !== "actual") return [];
    const ok =
      entered.actual === value ||
      known.isListed("C29", unit, drafted.season) ||
      known.isListed("C29", pledge.id);
    return [
      { law: "C29", key: `${pledge.id}/${target}`, ok, detail: `pledge ${value}, sheet ${entered.actual}` },
    ];
  });
}
