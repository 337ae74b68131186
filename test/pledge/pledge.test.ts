import { describe, expect, it } from "vitest";
import { audit } from "../../src/kernel/audit.ts";
import { PledgeCommand, PledgeEvent } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  assess,
  draft,
  lapse,
  progress,
  promise,
  report,
  sign,
  title,
  transfer,
  voiding,
  withdraw,
} from "./life.ts";

const { create } = PledgeCommand;

/** What has happened once these were accepted. */
const done = (...commands: PledgeCommand[]) => historyOf(pledge, commands);

describe("a pledge", () => {
  it("is signed with its targets", () => {
    given(pledge, done(draft, promise))
      .when(sign)
      .thenEvents({
        type: "PledgeSigned",
        data: { signatory: { name: "Nguyễn Văn A" }, signedOn: "2022-02-10" },
      });
  });

  it("is refused a signature while it holds no target", () => {
    given(pledge, done(draft)).when(sign).thenRejected("PledgeEmpty", {});
  });

  it("may be signed before any plan exists, but not after it is due", () => {
    const late = create.SignPledge({ signatory: { name: "Nguyễn Văn A" }, signedOn: "2023-01-01" });
    given(pledge, done(draft, promise))
      .when(late)
      .thenRejected("DateOutside", { date: "2023-01-01", latest: "2022-12-31" });
  });

  it("takes no progress before it is signed", () => {
    given(pledge, done(draft, promise))
      .when(progress)
      .thenRejected("WrongState", { aggregate: "Pledge", status: "draft", allowed: ["signed"] });
  });

  it("takes no progress dated after the day on which it is recorded", () => {
    const metadata = { now: new Date("2022-11-29T10:00:00Z"), commandId: "c1", actor: "office" };
    given(pledge, done(draft, promise, sign))
      .when({ ...progress, metadata })
      .thenRejected("DateInFuture", { date: "2022-11-30", today: "2022-11-29" });
  });

  it.each([
    ["signature", done(draft, promise), sign, "2022-02-10"],
    ["assessment", done(draft, promise, sign, progress), assess, "2022-12-20"],
    ["withdrawal", done(draft, promise, sign), withdraw, "2022-06-01"],
    ["voiding", done(draft, promise, sign), voiding, "2022-09-01"],
    ["transfer", done(draft, promise, sign), transfer, "2022-08-01"],
    ["lapse", done(draft, promise, sign), lapse, "2023-01-15"],
  ] as const)("takes no %s dated after the day on which it is recorded", (_, history, command, date) => {
    const now = new Date("2022-02-01T10:00:00Z");
    given(pledge, history)
      .when({ ...command, metadata: { now, commandId: "c1", actor: "office" } })
      .thenRejected("DateInFuture", { date, today: "2022-02-01" });
  });

  it("takes no evidence dated after the day on which it is recorded", () => {
    const metadata = { now: new Date("2022-11-30T10:00:00Z"), commandId: "c1", actor: "office" };
    const evidence = [{ ...report, issuedOn: "2022-12-01" }];
    given(pledge, done(draft, promise, sign))
      .when({ ...progress, data: { ...progress.data, evidence }, metadata })
      .thenRejected("DateInFuture", { date: "2022-12-01", today: "2022-11-30" });
  });

  it("names the target that it does not know", () => {
    const unknown = create.ReportProgress({
      target: "constructor",
      value: "1",
      observedOn: "2022-11-30",
      evidence: [],
    });
    given(pledge, done(draft, promise, sign))
      .when(unknown)
      .thenRejected("TargetUnknown", { target: "constructor" });
  });

  it("is not assessed by the unit that made it", () => {
    const own = create.AssessPledge({ assessor: "police", assessedOn: "2022-12-20" });
    given(pledge, done(draft, promise, sign))
      .when(own)
      .thenRejected("AssessorIsPledger", { unit: "police" });
  });

  it.each([
    { value: "86.5", evidence: [report], verdict: "fulfilled" },
    { value: "85", evidence: [report], verdict: "fulfilled" },
    { value: "80.5", evidence: [report], verdict: "partly" },
    { value: "80.4", evidence: [report], verdict: "unfulfilled" },
    { value: "86.5", evidence: [], verdict: "notAssessable" },
  ])("is found $verdict at $value with $evidence.length documents", ({ value, evidence, verdict }) => {
    const reported = create.ReportProgress({ target: "cases", value, observedOn: "2022-11-30", evidence });
    const { decision } = given(pledge, done(draft, promise, sign, reported)).when(assess);
    expect(decision).toMatchObject({ ok: true, events: [{ data: { verdict } }] });
  });

  it("is assessed on what was observed last, and of one day on what was reported last", () => {
    const observed = (value: string, observedOn: string) =>
      create.ReportProgress({ target: "cases", value, observedOn, evidence: [report] });
    const history = done(
      draft,
      promise,
      sign,
      observed("90", "2022-10-01"),
      observed("60", "2022-10-01"),
      observed("95", "2022-05-01"),
    );
    const { decision } = given(pledge, history).when(assess);
    expect(decision).toMatchObject({ ok: true, events: [{ data: { verdict: "unfulfilled" } }] });
  });

  it("lets a report be corrected and corrected back", () => {
    const observed = (value: string) =>
      create.ReportProgress({ target: "cases", value, observedOn: "2022-10-01", evidence: [] });
    const history = done(draft, promise, sign, observed("90"), observed("60"));
    expect(given(pledge, history).when(observed("90")).decision).toMatchObject({ ok: true, events: [{}] });
    given(pledge, history).when(observed("60")).thenNothing();
  });

  it("keeps what it was signed for: targets change by amendment, within its time", () => {
    given(pledge, done(draft, promise, sign))
      .when(create.DropTarget({ target: "cases" }))
      .thenRejected("WrongState", { aggregate: "Pledge", status: "signed", allowed: ["draft"] });
    const amendment = create.AmendTarget({
      target: "cases",
      goal: { baseline: "70", goal: "80", measure: "%" },
      reason: "Điều chỉnh theo Kế hoạch mới",
      amendedOn: "2022-07-01",
    });
    const { decision, state } = given(pledge, done(draft, promise, sign)).when(amendment);
    expect(decision).toMatchObject({ ok: true, events: [{ type: "TargetAmended" }] });
    expect(state).toMatchObject({ targets: [{ goal: { goal: "80" } }] });
  });

  it("is withdrawn before it is due, and then takes nothing more", () => {
    const history = done(draft, promise, sign, withdraw);
    given(pledge, history).when(withdraw).thenNothing();
    given(pledge, history)
      .when(title)
      .thenRejected("WrongState", { aggregate: "Pledge", status: "withdrawn", allowed: ["draft", "signed"] });
  });

  it("is not withdrawn on a day before it was signed", () => {
    const early = create.WithdrawPledge({ ...withdraw.data, withdrawnOn: "2022-02-09" });
    given(pledge, done(draft, promise, sign))
      .when(early)
      .thenRejected("DateOutside", { date: "2022-02-09", earliest: "2022-02-10", latest: "2022-12-31" });
    expect(given(pledge, done(draft, promise)).when(early).decision).toMatchObject({ ok: true });
  });

  it("is not assessed on a day before the last observation that the verdict rests on", () => {
    given(pledge, done(draft, promise, sign, progress))
      .when(create.AssessPledge({ ...assess.data, assessedOn: "2022-11-29" }))
      .thenRejected("DateOutside", { date: "2022-11-29", earliest: "2022-11-30" });
  });

  it("belongs to one unit and one season", () => {
    given(pledge, done(draft)).when(draft).thenNothing();
    given(pledge, done(draft))
      .when(create.DraftPledge({ bloc: "noi-chinh", unit: "court", season: "2022", dueOn: "2022-12-31" }))
      .thenRejected("PledgeTaken", { unit: "police", season: "2022" });
  });
});

describe("a pledge of a unit that is merged", () => {
  const transferred = { from: "police", ...transfer.data };

  it.each([
    ["draft", done(draft, promise)],
    ["signed pledge", done(draft, promise, sign)],
  ])("passes to the successor as a %s, with its targets and titles", (_, history) => {
    const passed = given(pledge, history).when(transfer);
    passed.thenEvents({ type: "PledgeTransferred", data: transferred });
    expect(passed.state).toMatchObject({
      unit: "border-guard",
      targets: [{ target: "cases" }],
      transfers: [transferred],
    });
  });

  it("is not passed to the unit that has it, and passes once", () => {
    given(pledge, done(draft))
      .when(create.TransferPledge({ to: "police", transferredOn: "2022-08-01" }))
      .thenRejected("PledgeTransferredToItself", { unit: "police" });
    given(pledge, done(draft, transfer)).when(transfer).thenNothing();
    given(pledge, done(draft, transfer)).when(draft).thenNothing();
  });

  it("does not pass on before it was signed, where that is known", () => {
    const early = create.TransferPledge({ ...transfer.data, transferredOn: "2022-02-09" });
    given(pledge, done(draft, promise, sign))
      .when(early)
      .thenRejected("DateOutside", { date: "2022-02-09", earliest: "2022-02-10" });
    expect(given(pledge, done(draft, promise)).when(early).decision).toMatchObject({ ok: true });
  });

  it("takes a signature that the unit gave before the merger, and that is recorded after it", () => {
    given(pledge, done(draft, promise, transfer))
      .when(sign)
      .thenEvents({ type: "PledgeSigned", data: sign.data });
  });

  it.each(["police", "border-guard"])("is not assessed by %s, before or after", (assessor) => {
    given(pledge, done(draft, promise, sign, transfer, progress))
      .when(create.AssessPledge({ assessor, assessedOn: "2022-12-20" }))
      .thenRejected("AssessorIsPledger", { unit: assessor });
  });

  it("keeps the verdict that it has", () => {
    given(pledge, done(draft, promise, sign, progress, assess))
      .when(transfer)
      .thenRejected("WrongState", { aggregate: "Pledge", status: "assessed", allowed: ["draft", "signed"] });
  });
});

describe("a pledge of a campaign that is cancelled", () => {
  it("is void, and gets no verdict after it", () => {
    const history = done(draft, promise, sign, progress, voiding);
    given(pledge, history).when(voiding).thenNothing();
    given(pledge, history)
      .when(assess)
      .thenRejected("WrongState", { aggregate: "Pledge", status: "void", allowed: ["signed"] });
  });

  it("keeps the verdict that it has", () => {
    given(pledge, done(draft, promise, sign, progress, assess))
      .when(voiding)
      .thenRejected("WrongState", { aggregate: "Pledge", status: "assessed", allowed: ["draft", "signed"] });
  });
});

describe("a pledge of which nothing came", () => {
  it.each([
    ["a draft that nobody signed", done(draft, promise)],
    ["a signed one of which nothing was reported", done(draft, promise, sign)],
  ])("lapses once its last day is over: %s", (_, history) => {
    given(pledge, history)
      .when(create.LapsePledge({ lapsedOn: "2022-12-31" }))
      .thenRejected("PledgeNotDue", { dueOn: "2022-12-31" });
    given(pledge, history)
      .when(create.LapsePledge({ lapsedOn: "2023-01-01" }))
      .thenEvents({ type: "PledgeLapsed", data: { lapsedOn: "2023-01-01" } });
  });

  it("does not lapse where the unit reported, even without evidence: that is for the verdict to say", () => {
    const bare = create.ReportProgress({ ...progress.data, evidence: [] });
    given(pledge, done(draft, promise, sign, bare))
      .when(lapse)
      .thenRejected("PledgeReportedOn", { targets: ["cases"] });
  });
});

describe("the log of a pledge", () => {
  const { create: happened } = PledgeEvent;
  const stranger = [{ target: "x", verdict: "fulfilled" } as const];
  const assessed = { ...assess.data, verdicts: stranger, verdict: "fulfilled" } as const;

  it.each<[string, PledgeCommand[], PledgeEvent]>([
    ["promises a target once", [draft, promise], happened.TargetPromised(promise.data)],
    ["drops targets that there are", [draft, promise], happened.TargetDropped({ target: "x" })],
    ["registers a title once", [draft, title], happened.TitleRegistered(title.data)],
    ["signs targets", [draft], happened.PledgeSigned(sign.data)],
    ["reports the same once", [draft, promise, sign, progress], happened.ProgressReported(progress.data)],
    ["assesses targets that there are", [draft, promise, sign], happened.PledgeAssessed(assessed)],
    [
      "passes from the unit that has it",
      [draft],
      happened.PledgeTransferred({ from: "court", to: "army", transferredOn: "2022-08-01" }),
    ],
    [
      "passes to another unit",
      [draft],
      happened.PledgeTransferred({ from: "police", to: "police", transferredOn: "2022-08-01" }),
    ],
    ["lapses without a report", [draft, promise, sign, progress], happened.PledgeLapsed(lapse.data)],
    [
      "assesses another unit",
      [draft, promise, sign],
      happened.PledgeAssessed({ ...assessed, assessor: "police", verdicts: [] }),
    ],
  ])("%s", (_, commands, event) => {
    const history = done(...commands);
    expect(audit(pledge, [...history, event])).toMatchObject({
      ok: false,
      place: { position: history.length + 1 },
      fault: { kind: "impossible", type: event.type },
    });
  });
});
