import { beforeAll, describe, expect, it } from "vitest";
import { CampaignEvent } from "../../src/campaign/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { PledgeEvent } from "../../src/pledge/messages.ts";
import { awardRows, awards } from "../../src/read/awards.ts";
import { rotations, whoChairs } from "../../src/read/chairs.ts";
import { desk, whatIsDue } from "../../src/read/due.ts";
import { ledgers, openMatters } from "../../src/read/matters.ts";
import { pledgeRows, pledges } from "../../src/read/pledges.ts";
import { flag, recorded } from "../season/certified.ts";
import { mattersOf } from "../season/simulator/standing.ts";
import { seasonLog } from "./season-log.ts";

let log: readonly Recorded[] = [];
beforeAll(async () => {
  log = await seasonLog();
});
const of = <S>({
  reads,
  fold,
}: {
  reads: (event: Recorded) => boolean;
  fold: (events: Iterable<never>) => S;
}): S => fold(log.filter(reads) as never[]);

describe("the list of pledges", () => {
  const { create } = PledgeEvent;
  const goal = { baseline: "1", goal: "2", measure: "vụ" };
  const stored = [
    recorded(
      "Pledge-b",
      create.PledgeDrafted({ bloc: "noi-chinh", unit: "police", season: "2022", dueOn: "2022-12-31" }),
    ),
    recorded(
      "Pledge-a",
      create.PledgeDrafted({ bloc: "noi-chinh", unit: "police", season: "2023", dueOn: "2023-12-31" }),
    ),
    recorded("Pledge-b", create.TitleRegistered({ honour: flag }), 2),
    recorded("Pledge-b", create.TargetPromised({ target: "t", name: "Chỉ tiêu", goal }), 3),
    recorded("Pledge-b", create.PledgeSigned({ signatory: { name: "An" }, signedOn: "2022-02-10" }), 4),
    recorded(
      "Pledge-c",
      create.PledgeDrafted({ bloc: "noi-chinh", unit: "court", season: "2022", dueOn: "2022-12-31" }),
    ),
  ];

  it("says of each how far it has come, by unit", () => {
    const rows = pledgeRows(pledges.fold(stored));
    expect(rows.map(({ unit, pledge, status }) => `${unit} ${pledge} ${status}`)).toEqual([
      "court c draft",
      "police a draft",
      "police b signed",
    ]);
    expect(rows.at(-1)).toEqual({
      pledge: "b",
      bloc: "noi-chinh",
      unit: "police",
      season: "2022",
      status: "signed",
      dueOn: "2022-12-31",
      signedOn: "2022-02-10",
      targets: 1,
      titles: [flag],
    });
    expect(pledgeRows(pledges.fold(stored), { season: "2023" })).toHaveLength(1);
  });

  it("is due until it is assessed", () => {
    const due = whatIsDue(desk.fold(stored));
    expect(due).toEqual([{ on: "2022-12-31", what: "pledgeEnds", aggregate: "Pledge", id: "b" }]);
    expect(whatIsDue(desk.fold(stored), { until: "2022-12-30" })).toEqual([]);
  });
});

describe("the list of awards", () => {
  it("has each proposal with its basis and its last step, also what was withdrawn", () => {
    const rows = awardRows(of(awards));
    expect(rows.length).toBeGreaterThan(0);
    const stored = log.filter(({ type }) => type === "AwardProposed");
    expect(new Set(rows.map(({ award }) => `Award-${award}`))).toEqual(
      new Set(stored.map(({ metadata }) => metadata.stream)),
    );
    const withdrawn = log
      .filter(({ type }) => type === "AwardWithdrawn")
      .map(({ metadata }) => metadata.stream);
    for (const { award, status } of rows)
      expect(status).toBe(withdrawn.includes(`Award-${award}`) ? "withdrawn" : "proposed");
  });
});

describe("who chairs and has the flag", () => {
  it("is told for a day: before a handover the one, from it on the other", () => {
    const all = of(rotations);
    const handed = log
      .filter(({ type }) => type === "ChairHandedOver")
      .map(({ metadata }) => metadata.stream);
    expect(handed).not.toEqual([]);
    for (const { rotation, holder, flagWith } of whoChairs(all, "2023-01-08"))
      expect([rotation, holder, flagWith]).toEqual([rotation, "court", { kind: "unit", unit: "court" }]);
    for (const { rotation, holder, flagWith } of whoChairs(all, "2023-01-09")) {
      const chair = handed.includes(`ChairRotation-${rotation}`) ? "police" : "court";
      expect([holder, flagWith]).toEqual([chair, { kind: "unit", unit: chair }]);
    }
  });
});

describe("what an office has to look at", () => {
  it("is every want that came to nothing, as the ledgers have it", () => {
    const matters = openMatters(of(ledgers)).map(({ want }) => want);
    expect(matters.sort()).toEqual(
      mattersOf(log)
        .map(({ want }) => want)
        .sort(),
    );
  });

  it("is due by day: complaints, conferences and the next terms", () => {
    const due = whatIsDue(of(desk));
    expect(due.map(({ on }) => on)).toEqual(due.map(({ on }) => on).sort());
    const kinds = new Set(due.map(({ what }) => what));
    expect(kinds).toContain("complaintsEnd");
    expect(kinds).toContain("termBegins");
    for (const { aggregate, id, what } of due)
      if (what === "complaintsEnd") {
        const last = log.findLast(({ metadata }) => metadata.stream === `${aggregate}-${id}`);
        expect(last?.type).not.toBe("BallotAnnulled");
      }
  });

  it("is due of a campaign: its enrolment, and its end", () => {
    const { create } = CampaignEvent;
    const directive = { kind: "directive", number: "1/CT", issuedOn: "2021-12-01", issuer: "UBND" } as const;
    const launched = [
      create.CampaignDrafted({
        bloc: "b",
        season: "2022",
        theme: "Thi đua",
        kind: "standing",
        opensOn: "2022-01-01",
        closesOn: "2023-02-01",
      }),
      create.CampaignCriterionSet({ criterion: "work", name: "Kết quả công tác" }),
      create.CampaignLaunched({
        directive,
        launchedOn: "2021-12-29",
        enrolment: { who: "allMembers", opensOn: "2022-01-01", closesOn: "2022-04-01" },
        assessor: "Hội đồng",
      }),
    ].map((event, at) => recorded("Campaign-2022", event, at + 1));
    expect(whatIsDue(desk.fold(launched)).map(({ on, what }) => `${on} ${what}`)).toEqual([
      "2022-04-01 enrolmentCloses",
      "2023-02-01 campaignCloses",
    ]);
  });
});
