import { chairIn } from "./conferences.ts";
import { membersIn } from "./members.ts";
import {
  campaignOf,
  certificate,
  type Desk,
  flag,
  hours,
  january,
  midtermOf,
  paperOf,
  person,
  pledgeOf,
  type Year,
} from "./office.ts";

/** The campaign of a season: launched under a directive, with a plan, and summed up or cancelled. */
export function campaign(year: Year): void {
  const { bloc, season, after, luck, on } = year;
  const about = luck("campaign");
  const id = campaignOf(year);
  const directive = paperOf("directive", "1/CT", `${season}-01-05`);
  on(`${season}-01-05`, hours.midday, "campaign", (desk) => {
    if (membersIn(desk, bloc, desk.day).length === 0) return;
    const dates = { opensOn: `${season}-01-01`, closesOn: `${after}-01-01` };
    const draft = { bloc, season, theme: `Thi đua ${season}`, kind: "standing" as const, ...dates };
    desk.send("Campaign", id, { type: "DraftCampaign", data: draft });
    const criterion = { criterion: "field-duty", name: "Nhiệm vụ chính trị" };
    desk.send("Campaign", id, { type: "SetCampaignCriterion", data: criterion });
    const enrolment = { who: "allMembers" as const, opensOn: `${season}-01-05`, closesOn: `${season}-03-31` };
    const data = { directive, launchedOn: `${season}-01-05`, enrolment, assessor: "Hội đồng" };
    desk.send("Campaign", id, { type: "LaunchCampaign", data });
  });
  const plan = paperOf("plan", `2/KH-${bloc}`, `${season}-01-20`);
  if (!about.has("planMissing"))
    on(`${season}-01-20`, hours.midday, "campaign", (desk) => {
      const chair = stewardOf(desk, year);
      if (chair !== undefined)
        desk.send("Campaign", id, { type: "IssueCampaignPlan", data: { plan, directive, chair } });
    });
  on(`${season}-07-20`, hours.midday, "campaign", (desk) => {
    const document = paperOf("report", `4/BC-${bloc}`, desk.day);
    const data = { heldOn: desk.day, findings: ["Đạt tiến độ"], document, conference: midtermOf(year) };
    const isMet = desk.stateOf("Conference", midtermOf(year)).status === "closed";
    if (isMet && isRunning(desk, id)) desk.send("Campaign", id, { type: "HoldMidtermReview", data });
  });
  if (about.has("campaignExtended"))
    on(`${season}-08-20`, hours.midday, "campaign", (desk) => {
      const document = paperOf("decision", "8/QĐ", desk.day);
      const data = {
        closesOn: `${after}-02-01`,
        extendedOn: desk.day,
        reason: "Kéo dài phong trào",
        document,
      };
      if (isRunning(desk, id)) desk.send("Campaign", id, { type: "ExtendCampaign", data });
    });
  if (about.has("campaignCancelled")) {
    on(`${season}-09-01`, hours.midday, "campaign", (desk) => {
      const document = paperOf("decision", "9/QĐ", desk.day);
      const data = { reason: "Dừng phong trào", cancelledOn: desk.day, document };
      if (isRunning(desk, id)) desk.send("Campaign", id, { type: "CancelCampaign", data });
    });
  } else if (about.has("summedUp"))
    on(january(year, 24), hours.midday, "campaign", (desk) => {
      const results = [{ field: "Chuyên môn", result: "Hoàn thành", criterion: "field-duty" }];
      const report = paperOf("report", `3/BC-${bloc}`, desk.day);
      const data = { summedUpOn: desk.day, report, results, conclusions: ["Tiếp tục"] };
      if (isRunning(desk, id)) desk.send("Campaign", id, { type: "SumUpCampaign", data });
    });
}

const isRunning = (desk: Desk, id: string) => desk.stateOf("Campaign", id).status === "launched";

/** Who runs the campaign by what it knows, or else whoever holds the chair. */
function stewardOf(desk: Desk, { rotation }: Year): string | undefined {
  const held = desk.stateOf("ChairRotation", rotation);
  return held.status === "blank" ? undefined : chairIn(desk, rotation);
}

/** Each unit pledges, and at the end of the year what it came to is assessed. */
export function pledges(year: Year): void {
  const { bloc, season, after, names, luck, on } = year;
  const about = luck("pledges");
  const missing = names.filter(() => about.has("pledgeMissing"));
  const taken = names.filter(() => about.has("pledgeWithdrawn"));
  const drafted = (desk: Desk) =>
    desk.idsOf("Pledge").filter((id) => {
      const state = desk.stateOf("Pledge", id);
      return state.status === "signed" && state.bloc === bloc && state.season === season;
    });
  on(`${season}-02-01`, hours.midday, "pledges", (desk) => {
    for (const unit of membersIn(desk, bloc, desk.day)) if (!missing.includes(unit)) sign(desk, year, unit);
  });
  on(`${season}-10-01`, hours.midday, "pledges", (desk) => {
    for (const id of drafted(desk)) {
      const state = desk.stateOf("Pledge", id);
      if (state.status !== "signed" || !taken.includes(state.unit)) continue;
      const data = { reason: "Không thực hiện được", withdrawnOn: desk.day };
      desk.send("Pledge", id, { type: "WithdrawPledge", data });
    }
  });
  on(`${season}-12-20`, hours.midday, "pledges", (desk) => {
    for (const id of drafted(desk)) {
      const report = {
        target: "figure-cases",
        value: figureOf(year, id),
        observedOn: `${season}-12-15`,
        evidence: [],
      };
      desk.send("Pledge", id, { type: "ReportProgress", data: report });
      // Nobody assesses what belongs to a campaign that was cancelled.
      if (desk.stateOf("Campaign", campaignOf(year)).status === "cancelled") continue;
      const data = { assessor: `${bloc}-council`, assessedOn: desk.day };
      desk.send("Pledge", id, { type: "AssessPledge", data });
    }
  });
  on(`${after}-04-15`, hours.midday, "pledges", (desk) => {
    for (const id of drafted(desk)) {
      const state = desk.stateOf("Pledge", id);
      if (state.status === "signed" && state.targets.every(({ progress }) => progress.length === 0))
        desk.send("Pledge", id, { type: "LapsePledge", data: { lapsedOn: desk.day } });
    }
  });
}

function sign(desk: Desk, { bloc, season }: Year, unit: string): void {
  const id = pledgeOf(unit, season);
  desk.send("Pledge", id, { type: "DraftPledge", data: { bloc, unit, season, dueOn: `${season}-12-31` } });
  const goal = { baseline: "0", goal: "60", measure: "%" };
  desk.send("Pledge", id, {
    type: "PromiseTarget",
    data: { target: "figure-cases", name: "Án đã xử", goal },
  });
  for (const honour of [flag, certificate])
    desk.send("Pledge", id, { type: "RegisterTitle", data: { honour } });
  const data = { signatory: person(`Thủ trưởng ${unit}`), signedOn: desk.day };
  desk.send("Pledge", id, { type: "SignPledge", data });
}

/** The figure that a unit reaches in a season, whoever writes it down. */
export const figureOf = ({ luck }: Year, pledge: string) => String(40 + luck("figure", pledge).below(60));
