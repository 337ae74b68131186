import { describe, expect, it } from "vitest";
import { campaign } from "../../src/campaign/campaign.ts";
import { CampaignCommand, type CampaignEvent } from "../../src/campaign/messages.ts";
import { enrolsOn, runsOn, stewardOn } from "../../src/campaign/questions.ts";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  cancel,
  directive,
  draft,
  dropEmulation,
  duties,
  emulation,
  extend,
  issuePlan,
  launch,
  practice,
  recognise,
  recogniseHigher,
  replicate,
  review,
  steward,
  sumUp,
} from "./life.ts";

const { create } = CampaignCommand;

/** What has happened once these were accepted. */
const done = (...commands: CampaignCommand[]) => historyOf(campaign, commands);
const ready = [draft, duties, emulation];
const launched = [...ready, launch];
const at = (now: string) => ({ now: new Date(now), commandId: "c1", actor: "office" });

describe("a campaign", () => {
  it("is drafted for a season of a bloc, once", () => {
    given(campaign).when(draft).thenEvents({ type: "CampaignDrafted", data: draft.data });
    given(campaign, done(...launched))
      .when(draft)
      .thenNothing();
    given(campaign, done(draft))
      .when(create.DraftCampaign({ ...draft.data, kind: "thematic" }))
      .thenRejected("CampaignTaken", { bloc: "noi-chinh", season: "2022", theme: draft.data.theme });
  });

  it("may be of a school year", () => {
    const schoolYear = create.DraftCampaign({
      ...draft.data,
      season: "2022-2023",
      opensOn: "2022-09-05",
      closesOn: "2023-06-01",
    });
    given(campaign).when(schoolYear).thenEvents({ type: "CampaignDrafted", data: schoolYear.data });
  });

  it("opens before it closes", () => {
    given(campaign)
      .when(create.DraftCampaign({ ...draft.data, closesOn: "2022-01-01" }))
      .thenRejected("CampaignWindowEmpty", { opensOn: "2022-01-01", closesOn: "2022-01-01" });
  });

  it("is launched under the directive", () => {
    given(campaign, done(...ready))
      .when(launch)
      .thenEvents({ type: "CampaignLaunched", data: launch.data });
    given(campaign, done(...launched))
      .when(launch)
      .thenNothing();
  });

  it("is not launched without criteria", () => {
    given(campaign, done(draft)).when(launch).thenRejected("CampaignWithoutCriteria", {});
    given(campaign, done(draft, emulation, dropEmulation))
      .when(launch)
      .thenRejected("CampaignWithoutCriteria", {});
  });

  it.each([
    {
      change: { launchedOn: "2021-12-28" },
      rejection: {
        type: "LaunchBeforeDirective",
        data: { launchedOn: "2021-12-28", issuedOn: "2021-12-29" },
      },
    },
    {
      change: { launchedOn: "2023-01-01" },
      rejection: {
        type: "DateOutside",
        data: { date: "2023-01-01", latest: "2022-12-31" },
      },
    },
    {
      change: { enrolment: { who: "volunteers", opensOn: "2022-03-01", closesOn: "2022-03-01" } },
      rejection: {
        type: "EnrolmentWindowEmpty",
        data: { opensOn: "2022-03-01", closesOn: "2022-03-01" },
      },
    },
    {
      change: { enrolment: { who: "allMembers", opensOn: "2022-03-01", closesOn: "2023-01-02" } },
      rejection: {
        type: "EnrolmentBeyondCampaign",
        data: { enrolmentClosesOn: "2023-01-02", campaignClosesOn: "2023-01-01" },
      },
    },
  ] as const)("is not launched when $rejection.type", ({ change, rejection }) => {
    const { decision } = given(campaign, done(...ready)).when(
      create.LaunchCampaign({ ...launch.data, ...change }),
    );
    expect(decision).toEqual({ ok: false, rejection });
  });

  it("may take pledges from before its first day to its last", () => {
    const enrolment = { who: "volunteers", opensOn: "2021-12-01", closesOn: "2023-01-01" } as const;
    const open = create.LaunchCampaign({ ...launch.data, enrolment });
    given(campaign, done(...ready))
      .when(open)
      .thenEvents({ type: "CampaignLaunched", data: open.data });
  });

  it("is not launched tomorrow", () => {
    given(campaign, done(...ready))
      .when({ ...launch, metadata: at("2021-12-28T10:00:00Z") })
      .thenRejected("DateInFuture", { date: "2021-12-29", today: "2021-12-28" });
  });

  it("keeps its criteria from the launch on", () => {
    const renamed = create.SetCampaignCriterion({ criterion: "duties", name: "Chuyên môn" });
    given(campaign, done(...ready))
      .when(renamed)
      .thenEvents({
        type: "CampaignCriterionSet",
        data: renamed.data,
      });
    for (const command of [renamed, dropEmulation])
      given(campaign, done(...launched))
        .when(command)
        .thenRejected("CampaignCriteriaFrozen", { launchedOn: "2021-12-29" });
    given(campaign, done(...launched))
      .when(duties)
      .thenNothing();
  });

  it("has no more than a hundred criteria", () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      create.SetCampaignCriterion({ criterion: `c${index}`, name: `Tiêu chí ${index}` }),
    );
    given(campaign, done(draft, ...many))
      .when(duties)
      .thenRejected("TooManyForCampaign", { what: "criteria", max: 100 });
  });

  it("takes nothing that follows a launch before it is launched", () => {
    for (const command of [issuePlan, practice, replicate, recognise, review, extend, sumUp])
      given(campaign, done(...ready))
        .when(command)
        .thenRejected("WrongState", { aggregate: "Campaign", status: "draft", allowed: ["launched"] });
  });
});

describe("the plan of a campaign", () => {
  it("cites the directive and names the unit that chaired the bloc", () => {
    given(campaign, done(...launched, steward))
      .when(issuePlan)
      .thenEvents({ type: "CampaignPlanIssued", data: issuePlan.data });
    given(campaign, done(...launched, issuePlan))
      .when(issuePlan)
      .thenNothing();
  });

  it("may follow practices already found, and a review", () => {
    const late = create.IssueCampaignPlan({
      ...issuePlan.data,
      plan: { ...issuePlan.data.plan, issuedOn: "2022-08-01" },
    });
    given(campaign, done(...launched, practice, review))
      .when(late)
      .thenEvents({ type: "CampaignPlanIssued", data: late.data });
  });

  it("cites no other directive, however its title is quoted", () => {
    const cited = { ...directive, number: "13/CT-UBND" };
    given(campaign, done(...launched))
      .when(create.IssueCampaignPlan({ ...issuePlan.data, directive: cited }))
      .thenRejected("PlanCitesOtherDirective", { cited, directive });
    const titled = { ...directive, title: "về việc phát động phong trào thi đua" };
    const quoting = create.IssueCampaignPlan({ ...issuePlan.data, directive: titled });
    expect(given(campaign, done(...launched)).when(quoting).decision.ok).toBe(true);
  });

  it("is not older than the directive", () => {
    const plan = { ...issuePlan.data.plan, issuedOn: "2021-12-28" };
    given(campaign, done(...launched))
      .when(create.IssueCampaignPlan({ ...issuePlan.data, plan }))
      .thenRejected("PlanBeforeDirective", { planIssuedOn: "2021-12-28", directiveIssuedOn: "2021-12-29" });
  });

  it("is not of a unit that did not chair the bloc that day, nor issued twice under one number", () => {
    given(campaign, done(...launched, steward))
      .when(create.IssueCampaignPlan({ ...issuePlan.data, chair: "police" }))
      .thenRejected("PlanOfOtherChair", { chair: "police", steward: "enforcement" });
    given(campaign, done(...launched, issuePlan))
      .when(create.IssueCampaignPlan({ ...issuePlan.data, chair: "police" }))
      .thenRejected("PlanTaken", { plan: issuePlan.data.plan });
  });
});

describe("the steward of a campaign", () => {
  it("changes with the chair, and nothing else does", () => {
    const next = create.NameCampaignSteward({ chair: "police", since: "2022-06-01" });
    const { state } = given(campaign, done(...launched, steward)).when(next);
    expect(
      ["2022-01-04", "2022-01-05", "2022-05-31", "2022-06-01"].map((day) => stewardOn(state, day)),
    ).toEqual([undefined, "enforcement", "enforcement", "police"]);
    given(campaign, done(...launched, steward))
      .when(steward)
      .thenNothing();
    given(campaign, done(...launched, next))
      .when(steward)
      .thenRejected("DateOutside", { date: "2022-01-05", earliest: "2022-06-01" });
  });
});

describe("the window of a campaign", () => {
  it("is extended forward, before it closes", () => {
    const { state } = given(campaign, done(...launched)).when(extend);
    expect([runsOn(state, "2023-01-09"), runsOn(state, "2023-01-10")]).toEqual([true, false]);
    given(campaign, done(...launched, extend))
      .when(extend)
      .thenNothing();
    given(campaign, done(...launched))
      .when(create.ExtendCampaign({ ...extend.data, closesOn: "2022-12-31" }))
      .thenRejected("ExtensionNotForward", { closesOn: "2022-12-31", current: "2023-01-01" });
    given(campaign, done(...launched))
      .when(create.ExtendCampaign({ ...extend.data, extendedOn: "2023-01-01" }))
      .thenRejected("DateOutside", { date: "2023-01-01", earliest: "2021-12-29", latest: "2022-12-31" });
  });

  it("and the time to sign pledges are two things", () => {
    const state = campaign.fold(done(...launched));
    expect(
      ["2021-12-31", "2022-01-01", "2022-03-31", "2022-04-01"].map((day) => enrolsOn(state, day)),
    ).toEqual([false, true, true, false]);
    expect(enrolsOn(campaign.fold(done(...ready)), "2022-01-01")).toBeUndefined();
    expect(runsOn(campaign.fold(done(...ready)), "2022-01-01")).toBe(false);
  });
});

describe("the bounds of a campaign's days", () => {
  it("let a fact be of the first day and of today", () => {
    const first = create.RecordPractice({ ...practice.data, foundOn: "2021-12-29" });
    expect(given(campaign, done(...launched)).when(first).decision.ok).toBe(true);
    const today = { ...practice, metadata: at("2022-02-15T01:00:00Z") };
    expect(given(campaign, done(...launched)).when(today).decision.ok).toBe(true);
  });

  it("do not let it be extended to the day on which it closes anyway, nor extensions go back", () => {
    given(campaign, done(...launched))
      .when(create.ExtendCampaign({ ...extend.data, closesOn: "2023-01-01" }))
      .thenRejected("ExtensionNotForward", { closesOn: "2023-01-01", current: "2023-01-01" });
    const further = { ...extend.data, closesOn: "2023-02-01", extendedOn: "2022-12-19" };
    given(campaign, done(...launched, extend))
      .when(create.ExtendCampaign(further))
      .thenRejected("DateOutside", { date: "2022-12-19", earliest: "2022-12-20", latest: "2023-01-09" });
  });

  it.each([
    { fact: issuePlan, earliest: "2022-03-02" },
    { fact: replicate, earliest: "2022-05-20" },
    { fact: review, earliest: "2022-07-15" },
    { fact: extend, earliest: "2022-12-20" },
  ])("do not let it be summed up before $fact.type of $earliest", ({ fact, earliest }) => {
    given(campaign, done(...launched, practice, fact))
      .when(create.SumUpCampaign({ ...sumUp.data, summedUpOn: "2022-03-01" }))
      .thenRejected("DateOutside", { date: "2022-03-01", earliest });
  });
});

describe("a practice", () => {
  it("is found in one unit and replicated by others", () => {
    given(campaign, done(...launched))
      .when(practice)
      .thenEvents({
        type: "PracticeFound",
        data: practice.data,
      });
    given(campaign, done(...launched, practice))
      .when(practice)
      .thenNothing();
    const { decision, state } = given(campaign, done(...launched, practice)).when(replicate);
    expect(decision).toEqual({ ok: true, events: [{ type: "PracticeReplicated", data: replicate.data }] });
    if (state.status === "launched")
      expect(state.course.practices.get("one-stop")?.replicas).toEqual([
        { unit: "procuracy", replicatedOn: "2022-05-20" },
      ]);
    given(campaign, done(...launched, practice, replicate))
      .when(replicate)
      .thenNothing();
  });

  it.each([
    {
      command: create.RecordPractice({ ...practice.data, title: "Khác" }),
      rejection: { type: "PracticeTaken", data: { practice: "one-stop" } },
    },
    {
      command: create.RecordPractice({ ...practice.data, practice: "p2", foundOn: "2023-01-01" }),
      rejection: {
        type: "DateOutside",
        data: { date: "2023-01-01", earliest: "2021-12-29", latest: "2022-12-31" },
      },
    },
    {
      command: create.ReplicatePractice({ ...replicate.data, practice: "__proto__" }),
      rejection: { type: "PracticeUnknown", data: { practice: "__proto__" } },
    },
    {
      command: create.ReplicatePractice({ ...replicate.data, unit: "police" }),
      rejection: { type: "PracticeOfOwn", data: { practice: "one-stop", unit: "police" } },
    },
    {
      command: create.ReplicatePractice({ ...replicate.data, unit: "court", replicatedOn: "2022-02-14" }),
      rejection: {
        type: "DateOutside",
        data: { date: "2022-02-14", earliest: "2022-02-15" },
      },
    },
    {
      command: create.ReplicatePractice({ ...replicate.data, replicatedOn: "2022-05-21" }),
      rejection: {
        type: "PracticeReplicatedAlready",
        data: { practice: "one-stop", unit: "procuracy", replicatedOn: "2022-05-20" },
      },
    },
  ])("is refused when $rejection.type", ({ command, rejection }) => {
    const { decision } = given(campaign, done(...launched, practice, replicate)).when(command);
    expect(decision).toEqual({ ok: false, rejection });
  });
});

describe("an exemplary case", () => {
  it("is commended at every level, each once", () => {
    const history = done(...launched, recognise, recogniseHigher);
    const state = campaign.fold(history);
    if (state.status === "launched")
      expect(state.course.exemplars.get("desk-7")?.recognitions.map(({ level }) => level)).toEqual([
        "unit",
        "province",
      ]);
    given(campaign, history).when(recognise).thenNothing();
    given(campaign, history)
      .when(create.RecogniseExemplar({ ...recognise.data, merit: "Khác" }))
      .thenRejected("ExemplarRecognisedAlready", {
        exemplar: "desk-7",
        level: "unit",
        authority: "Viện Kiểm sát nhân dân tỉnh",
      });
  });

  it("stays the same person, and is not commended before the campaign", () => {
    given(campaign, done(...launched, recognise))
      .when(create.RecogniseExemplar({ ...recogniseHigher.data, who: { kind: "unit", unit: "court" } }))
      .thenRejected("ExemplarTaken", { exemplar: "desk-7" });
    given(campaign, done(...launched))
      .when(create.RecogniseExemplar({ ...recognise.data, recognisedOn: "2021-12-28" }))
      .thenRejected("DateOutside", { date: "2021-12-28", earliest: "2021-12-29" });
  });
});

describe("a mid-term review", () => {
  it("is held within the campaign, and once a day", () => {
    given(campaign, done(...launched))
      .when(review)
      .thenEvents({
        type: "MidtermReviewHeld",
        data: review.data,
      });
    given(campaign, done(...launched, review))
      .when(review)
      .thenNothing();
    given(campaign, done(...launched, review))
      .when(create.HoldMidtermReview({ ...review.data, findings: [] }))
      .thenRejected("MidtermReviewTaken", { heldOn: "2022-07-15" });
    given(campaign, done(...launched))
      .when(create.HoldMidtermReview({ ...review.data, heldOn: "2021-12-28" }))
      .thenRejected("DateOutside", { date: "2021-12-28", earliest: "2021-12-29", latest: "2022-12-31" });
  });
});

describe("a summed-up campaign", () => {
  it("needs no plan, no practice and no mid-term review", () => {
    given(campaign, done(...launched))
      .when(sumUp)
      .thenEvents({ type: "CampaignSummedUp", data: sumUp.data });
  });

  it("is final", () => {
    const history = done(...launched, sumUp);
    given(campaign, history).when(sumUp).thenNothing();
    for (const command of [
      create.SumUpCampaign({ ...sumUp.data, conclusions: [] }),
      practice,
      recognise,
      extend,
    ])
      given(campaign, history)
        .when(command)
        .thenRejected("WrongState", { aggregate: "Campaign", status: "summedUp", allowed: ["launched"] });
    given(campaign, history)
      .when(cancel)
      .thenRejected("WrongState", {
        aggregate: "Campaign",
        status: "summedUp",
        allowed: ["draft", "launched"],
      });
  });

  it("gives one result a field, each for a criterion that it has", () => {
    const [first = { field: "Chuyên môn", result: "Tốt" }] = sumUp.data.results;
    given(campaign, done(...launched))
      .when(create.SumUpCampaign({ ...sumUp.data, results: [first, first] }))
      .thenRejected("FieldNamedTwice", { field: "Chuyên môn" });
    given(campaign, done(...launched))
      .when(create.SumUpCampaign({ ...sumUp.data, results: [{ ...first, criterion: "constructor" }] }))
      .thenRejected("CampaignCriterionUnknown", { criterion: "constructor" });
  });

  it("is not older than what it sums up", () => {
    given(campaign, done(...launched, practice, recognise, review, recogniseHigher))
      .when(create.SumUpCampaign({ ...sumUp.data, summedUpOn: "2022-09-01" }))
      .thenRejected("DateOutside", { date: "2022-09-01", earliest: "2022-09-02" });
  });
});

describe("a cancelled campaign", () => {
  it("takes nothing more, whether it was launched or not", () => {
    for (const history of [done(draft, cancel), done(...launched, cancel)]) {
      given(campaign, history).when(cancel).thenNothing();
      given(campaign, history)
        .when(sumUp)
        .thenRejected("WrongState", { aggregate: "Campaign", status: "cancelled", allowed: ["launched"] });
    }
  });

  it("was not cancelled before what happened in it", () => {
    given(campaign, done(...launched, recogniseHigher))
      .when(cancel)
      .thenRejected("DateOutside", { date: "2022-08-01", earliest: "2022-09-02" });
  });
});

describe("a day of a campaign", () => {
  const document = (issuedOn: string) => ({ ...directive, issuedOn });
  it.each([
    { command: launch, history: ready, date: "2021-12-29" },
    { command: issuePlan, history: launched, date: "2022-03-02" },
    { command: extend, history: launched, date: "2022-12-20" },
    { command: practice, history: launched, date: "2022-02-15" },
    { command: replicate, history: [...launched, practice], date: "2022-05-20" },
    { command: recognise, history: launched, date: "2022-06-30" },
    { command: review, history: launched, date: "2022-07-15" },
    { command: sumUp, history: launched, date: "2023-01-09" },
    { command: cancel, history: launched, date: "2022-08-01" },
  ])("is not after the day on which $command.type is recorded", ({ command, history, date }) => {
    given(campaign, done(...history))
      .when({ ...command, metadata: at("2021-12-01T10:00:00Z") })
      .thenRejected("DateInFuture", { date, today: "2021-12-01" });
  });

  it.each<{ command: CampaignCommand; now: string }>([
    {
      command: { type: "LaunchCampaign", data: { ...launch.data, directive: document("2024-01-01") } },
      now: "2022-01-01",
    },
    {
      command: { type: "IssueCampaignPlan", data: { ...issuePlan.data, directive: document("2024-01-01") } },
      now: "2022-04-01",
    },
    {
      command: { type: "ExtendCampaign", data: { ...extend.data, document: document("2024-01-01") } },
      now: "2022-12-31",
    },
    {
      command: { type: "RecogniseExemplar", data: { ...recognise.data, document: document("2024-01-01") } },
      now: "2022-12-31",
    },
    {
      command: { type: "HoldMidtermReview", data: { ...review.data, document: document("2024-01-01") } },
      now: "2022-12-31",
    },
    {
      command: { type: "SumUpCampaign", data: { ...sumUp.data, report: document("2024-01-01") } },
      now: "2023-06-01",
    },
    {
      command: { type: "CancelCampaign", data: { ...cancel.data, document: document("2024-01-01") } },
      now: "2022-12-31",
    },
  ])("on a document of $command.type is not after it either", ({ command, now }) => {
    const history = command.type === "LaunchCampaign" ? ready : launched;
    given(campaign, done(...history))
      .when({ ...command, metadata: at(`${now}T10:00:00Z`) })
      .thenRejected("DateInFuture", { date: "2024-01-01", today: now });
  });

  it("may lie ahead where somebody takes the chair or a time ends", () => {
    const early = at("2022-01-01T10:00:00Z");
    for (const command of [steward, create.NameCampaignSteward({ chair: "police", since: "2030-01-01" })])
      expect(given(campaign, done(draft)).when({ ...command, metadata: early }).decision.ok).toBe(true);
    expect(given(campaign).when({ ...draft, metadata: early }).decision.ok).toBe(true);
  });
});

describe("the history of a campaign", () => {
  const other = { kind: "unit", unit: "court" } as const;
  it.each<[string, CampaignCommand[], CampaignEvent]>([
    ["is drafted twice", [draft], { type: "CampaignDrafted", data: draft.data }],
    ["gets a criterion after its launch", launched, { type: "CampaignCriterionSet", data: duties.data }],
    [
      "drops a criterion that it has not",
      [draft],
      { type: "CampaignCriterionDropped", data: { criterion: "x" } },
    ],
    ["is launched twice", launched, { type: "CampaignLaunched", data: launch.data }],
    ["has a plan before its launch", ready, { type: "CampaignPlanIssued", data: issuePlan.data }],
    ["has a steward before its draft", [], { type: "CampaignStewardNamed", data: steward.data }],
    ["is extended before its launch", ready, { type: "CampaignExtended", data: extend.data }],
    ["finds one practice twice", [...launched, practice], { type: "PracticeFound", data: practice.data }],
    ["replicates an unknown practice", launched, { type: "PracticeReplicated", data: replicate.data }],
    [
      "commends two units as one exemplary case",
      [...launched, recognise],
      { type: "ExemplarRecognised", data: { ...recogniseHigher.data, who: other } },
    ],
    ["is reviewed before its launch", ready, { type: "MidtermReviewHeld", data: review.data }],
    ["sets a criterion twice", ready, { type: "CampaignCriterionSet", data: duties.data }],
    ["is launched without criteria", [draft], { type: "CampaignLaunched", data: launch.data }],
    ["issues a plan twice", [...launched, issuePlan], { type: "CampaignPlanIssued", data: issuePlan.data }],
    ["names a chair twice", [...ready, steward], { type: "CampaignStewardNamed", data: steward.data }],
    ["is extended twice", [...launched, extend], { type: "CampaignExtended", data: extend.data }],
    ["holds a review twice", [...launched, review], { type: "MidtermReviewHeld", data: review.data }],
    [
      "replicates a practice twice",
      [...launched, practice, replicate],
      { type: "PracticeReplicated", data: replicate.data },
    ],
    [
      "recognises an exemplar twice",
      [...launched, recognise],
      { type: "ExemplarRecognised", data: recognise.data },
    ],
    [
      "sums up by an unknown criterion",
      launched,
      {
        type: "CampaignSummedUp",
        data: { ...sumUp.data, results: [{ field: "Kinh tế", result: "Đạt", criterion: "x" }] },
      },
    ],
    ["is summed up twice", [...launched, sumUp], { type: "CampaignSummedUp", data: sumUp.data }],
    [
      "is cancelled after it is summed up",
      [...launched, sumUp],
      { type: "CampaignCancelled", data: cancel.data },
    ],
  ])("is none in which it %s", (_, commands, event) => {
    expect(() => campaign.fold([...done(...commands), event])).toThrow(ImpossibleEvent);
  });
});
