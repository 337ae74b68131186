import { figureOf } from "./campaigns.ts";
import { membersIn } from "./members.ts";
import { boardOf, type Desk, hours, january, pledgeOf, type Year } from "./office.ts";

/** The scoreboard of a season: each unit scores itself by the figure of its pledge, or mistypes it. */
export function scores(year: Year): void {
  const { bloc, season, names, luck, on } = year;
  const about = luck("scores");
  const id = boardOf(year);
  const mistyped = names.filter(() => about.has("mistyped"));
  on(`${season}-06-01`, hours.midday, "scores", (desk) => {
    const units = membersIn(desk, bloc, desk.day);
    if (units.length === 0) return;
    desk.send("Scoreboard", id, { type: "OpenScoreboard", data: { bloc, season, units } });
    const measure = { kind: "quantitative", max: 10_000, target: "100", formula: "proportional.v1" } as const;
    const criteria = [
      { criterion: "figure-cases", name: "Án đã xử", measure },
      {
        criterion: "figure-order",
        name: "Chấp hành quy chế",
        measure: { kind: "graded" as const, max: 1_000 },
      },
    ];
    const data = { name: "Thang điểm", version: 1, total: 11_000, criteria, adoptedOn: desk.day };
    desk.send("Scoreboard", id, { type: "AdoptScale", data });
  });
  on(`${season}-12-28`, hours.midday, "scores", (desk) => {
    for (const unit of scoredIn(desk, id)) score(desk, year, { unit, isMistyped: mistyped.includes(unit) });
    const members = membersIn(desk, bloc, desk.day);
    for (const unit of scoredIn(desk, id)) {
      const reviewer = members.find((one) => one !== unit);
      if (reviewer === undefined || !members.includes(unit)) continue;
      const data = { unit, reviewer, capacity: "peer" as const, findings: [], reviewedOn: desk.day };
      desk.send("Scoreboard", id, { type: "ReviewSheet", data });
    }
    // Who left without being taken from the board has no sheet, and without all sheets nothing is final.
    const state = desk.stateOf("Scoreboard", id);
    if (state.status === "scoring" && scoredIn(desk, id).every((unit) => members.includes(unit)))
      desk.send("Scoreboard", id, { type: "FinaliseScoreboard", data: { finalisedOn: desk.day } });
  });
  rankByHand(year);
  if (!about.has("scoresCorrected")) return;
  const day = january(year, about.one([8, 14]));
  on(day, hours.midday, "scores", (desk) => {
    const state = desk.stateOf("Scoreboard", id);
    const unit = scoredIn(desk, id)[0];
    if (state.status !== "finalised" || unit === undefined) return;
    const findings = [
      { unit, criterion: "figure-cases", finding: { kind: "actual" as const, actual: "10" } },
    ];
    const data = { findings, exclusions: [], reinstated: [], reason: "Chấm sai", correctedOn: day };
    desk.send("Scoreboard", id, { type: "CorrectScoreboard", data });
  });
}

/** People say themselves who is ranked: of one unit before anything stands against it, of others although something does. */
function rankByHand(year: Year): void {
  const { season, units, luck, on } = year;
  const id = boardOf(year);
  const about = luck("ranked");
  const unit = about.one(units);
  if (about.has("apartByHand"))
    on(`${season}-09-01`, hours.midday, "scores", (desk) => {
      const data = { unit, ground: "notRegistered" as const, reason: "Không đăng ký thi đua" };
      if (scoredIn(desk, id).includes(unit)) desk.send("Scoreboard", id, { type: "ExcludeUnit", data });
    });
  // After the disciplines of the first day and before the changes of its evening; of the second one, after an investigation
  // has begun, and before what was found may be disciplined.
  if (about.has("rankedByHand"))
    for (const day of [`${season}-11-15`, `${season}-12-10`])
      on(day, hours.midday + 1, "scores", (desk) => {
        const state = desk.stateOf("Scoreboard", id);
        if (state.status === "blank") return;
        for (const { unit: one, ground } of state.exclusions)
          if (ground === "disciplined" || ground === "underInvestigation")
            desk.send("Scoreboard", id, { type: "ReinstateUnit", data: { unit: one, reason: "Đã xem xét" } });
      });
}

function score(desk: Desk, year: Year, { unit, isMistyped }: { unit: string; isMistyped: boolean }): void {
  const { bloc, season } = year;
  const id = boardOf(year);
  // A unit that is gone hands in nothing.
  if (!membersIn(desk, bloc, desk.day).includes(unit)) return;
  const value = Number(figureOf(year, pledgeOf(unit, season)));
  const finding = { kind: "actual" as const, actual: String(value - (isMistyped ? 9 : 0)) };
  const own = { unit, criterion: "figure-cases", finding, evidence: [] };
  desk.send("Scoreboard", id, { type: "EnterSelfScore", data: own });
  const points = { kind: "points" as const, points: 900 };
  const graded = { unit, criterion: "figure-order", finding: points, evidence: [] };
  desk.send("Scoreboard", id, { type: "EnterSelfScore", data: graded });
  desk.send("Scoreboard", id, { type: "SubmitSheet", data: { unit, submittedOn: desk.day } });
}

/** The units that are ranked. */
export function scoredIn(desk: Desk, id: string): string[] {
  const state = desk.stateOf("Scoreboard", id);
  if (state.status === "blank") return [];
  return state.units.filter((unit) => !state.exclusions.some((one) => one.unit === unit));
}

/** The points that ties are broken by. */
export function pointsIn(desk: Desk, id: string): { unit: string; points: number }[] {
  const state = desk.stateOf("Scoreboard", id);
  return state.status === "finalised" ? state.results.map(({ unit, points }) => ({ unit, points })) : [];
}
