import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { excludedBy, usualExclusions } from "../../src/award/exclusion.ts";
import { AwardCommand, AwardEvent, type AwardStatus } from "../../src/award/messages.ts";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { expectNotAhead } from "../support/not-ahead.ts";
import {
  approve,
  certificate,
  confer,
  confirm,
  cut,
  decide,
  decline,
  document,
  flag,
  propose,
  proposeByDecision,
  publish,
  recover,
  resubmit,
  resume,
  revoke,
  sendBack,
  submit,
  suspend,
  transfer,
  vet,
  vetLater,
  voidBasis,
  withdraw,
} from "./life.ts";

const { create } = AwardCommand;
const considered: AwardStatus[] = ["proposed", "vetted", "returned", "approved"];
const done = (...commands: AwardCommand[]) => historyOf(award, commands);

describe("an award", () => {
  it("is proposed on the strength of a ballot", () => {
    const { excludedBy: _, ...proposal } = propose.data;
    given(award).when(propose).thenEvents({ type: "AwardProposed", data: proposal });
  });

  it("is proposed once; the same proposal again changes nothing", () => {
    given(award, done(propose)).when(propose).thenNothing();
    const { unit, honour, season } = propose.data;
    for (const other of [
      { proposedOn: "2023-01-10" },
      { submission: document("submission", "2023-01-09") },
    ]) {
      const otherwise = create.ProposeAward({ ...propose.data, ...other });
      for (const history of [done(propose), done(propose, vet)])
        given(award, history).when(otherwise).thenRejected("AwardTaken", { unit, honour, season });
    }
    given(award, done(propose))
      .when(create.ProposeAward({ ...propose.data, unit: "court" }))
      .thenRejected("AwardTaken", { unit: "procuracy", honour: flag, season: "2022" });
  });

  it("that was withdrawn is proposed again when a further recount elects the unit after all", () => {
    const again = create.ProposeAward({ ...propose.data, proposedOn: "2023-01-28" });
    const { excludedBy: _, ...proposal } = again.data;
    given(award, done(propose, withdraw)).when(again).thenEvents({ type: "AwardProposed", data: proposal });
    given(award, done(propose, withdraw)).when(propose).thenNothing();
    given(award, done(propose, withdraw))
      .when(create.ProposeAward({ ...propose.data, proposedOn: "2023-01-26" }))
      .thenRejected("DateOutside", { date: "2023-01-26", earliest: "2023-01-27" });
    expect(done(propose, withdraw, again, vetLater).map(({ type }) => type)).toContain("AwardVetted");
  });

  it("that was withdrawn on the day of the proposal is proposed again on the same day", () => {
    const onTheDay = create.WithdrawProposal({ ...withdraw.data, withdrawnOn: propose.data.proposedOn });
    const { excludedBy: _, ...proposal } = propose.data;
    given(award, done(propose, onTheDay)).when(propose).thenEvents({ type: "AwardProposed", data: proposal });
  });

  it("is refused where another honour for the same achievement excludes it", () => {
    given(award)
      .when(create.ProposeAward({ ...propose.data, honour: certificate, excludedBy: [flag] }))
      .thenRejected("AchievementAlreadyHonoured", { honour: certificate, excludedBy: [flag] });
  });

  it("is not conferred because the council approved it: the authority has to decide first", () => {
    given(award, done(propose, vet, approve))
      .when(confer)
      .thenRejected("WrongState", { aggregate: "Award", status: "approved", allowed: ["decided"] });
  });

  it("is decided by a decision, not by a plan", () => {
    const plan = document("plan", "2023-02-20");
    given(award, done(propose, vet, approve))
      .when(create.DecideAward({ decision: plan }))
      .thenRejected("NotADecision", { document: plan });
  });

  it("goes back to the bloc with a ground, and comes again", () => {
    const { state } = given(award, done(propose, sendBack)).when(resubmit);
    expect(state).toMatchObject({ status: "proposed", lastOn: "2023-01-30" });
  });

  it("waits while its unit is under investigation", () => {
    given(award, done(propose, vet, suspend))
      .when(approve)
      .thenRejected("AwardSuspended", { ground: "underInvestigation", suspendedOn: "2023-01-25" });
    const { state } = given(award, done(propose, vet, suspend, resume)).when(approve);
    expect(state).toMatchObject({ status: "approved" });
    given(award, done(propose)).when(resume).thenRejected("AwardNotSuspended", {});
  });

  it("is resumed again where it was suspended again on the day on which it was resumed", () => {
    const again = create.SuspendConsideration({ ...suspend.data, suspendedOn: resume.data.resumedOn });
    given(award, done(propose, vet, suspend, resume, again))
      .when(resume)
      .thenEvents({ type: "ConsiderationResumed", data: resume.data });
  });

  it("may be declined by its unit, even under suspension, and then goes no further", () => {
    const { state } = given(award, done(propose, vet, suspend)).when(decline);
    expect(state).toMatchObject({ status: "declined" });
    given(award, done(propose, vet, approve, decline))
      .when(decide)
      .thenRejected("WrongState", { aggregate: "Award", status: "declined", allowed: ["approved"] });
  });

  it("is not resumed once it was declined", () => {
    given(award, done(propose, vet, suspend, decline))
      .when(create.ResumeConsideration({ resumedOn: "2023-02-20", reason: "Kết luận không vi phạm" }))
      .thenRejected("WrongState", { aggregate: "Award", status: "declined", allowed: considered });
  });

  it("that the council cut is cut: nothing else happens to it", () => {
    given(award, done(propose, vet, cut))
      .when(cut)
      .thenNothing();
    given(award, done(propose, vet, cut))
      .when(approve)
      .thenRejected("WrongState", { aggregate: "Award", status: "rejected", allowed: ["vetted"] });
  });

  it("takes no step dated before the one that it follows", () => {
    given(award, done(propose))
      .when(create.VetAward({ body: "Ban", vettedOn: "2023-01-08" }))
      .thenRejected("DateOutside", { date: "2023-01-08", earliest: "2023-01-09" });
  });

  it("is revoked on a statutory ground, and the item recovered", () => {
    const history = done(propose, vet, approve, confirm, decide, confer, revoke);
    const { state } = given(award, history).when(create.RecordRecovery({ recoveredOn: "2024-06-01" }));
    expect(state).toMatchObject({ status: "revoked", recoveredOn: "2024-06-01" });
  });

  it("is recovered once", () => {
    const history = done(propose, vet, approve, confirm, decide, confer, revoke, recover);
    given(award, history).when(recover).thenNothing();
    given(award, history)
      .when(create.RecordRecovery({ recoveredOn: "2024-06-02" }))
      .thenRejected("AwardRecoveredAlready", { recoveredOn: "2024-06-01" });
  });

  it("is published once, before or after it is conferred", () => {
    const before = done(propose, vet, approve, confirm, decide);
    const { state } = given(award, before).when(publish);
    expect(state).toMatchObject({ status: "decided", publishedOn: "2023-02-22" });
    const later = create.PublishAward({ publishedOn: "2023-03-02" });
    expect(
      given(award, done(propose, vet, approve, confirm, decide, confer)).when(later).state,
    ).toMatchObject({
      status: "conferred",
      publishedOn: "2023-03-02",
    });
    given(award, done(propose, vet, approve, confirm, decide, publish))
      .when(later)
      .thenRejected("AwardPublishedAlready", { publishedOn: "2023-02-22" });
  });

  it("waits to be vetted when its dossier is handed in, and is added to until then", () => {
    given(award, done(propose, submit)).when(submit).thenNothing();
    const { state } = given(award, done(propose)).when(submit);
    expect(state).toMatchObject({ status: "proposed", lastOn: "2023-01-16" });
    given(award, done(propose, vet))
      .when(submit)
      .thenRejected("WrongState", { aggregate: "Award", status: "vetted", allowed: ["proposed"] });
  });

  const paper = document("submission", "2024-07-01");
  it.each<[string, AwardCommand[], AwardCommand, string]>([
    ["proposal", [], propose, "2023-01-09"],
    [
      "submission",
      [],
      create.ProposeAward({ ...propose.data, proposedOn: "2022-12-01", submission: paper }),
      "2024-07-01",
    ],
    ["withdrawal", [propose], withdraw, "2023-01-27"],
    ["dossier", [propose], submit, "2023-01-16"],
    ["publication", [propose, vet, approve, confirm, decide], publish, "2023-02-22"],
    ["vetting", [propose], vet, "2023-01-20"],
    ["document of a vetting", [propose], create.VetAward({ ...vet.data, document: paper }), "2024-07-01"],
    ["return", [propose], sendBack, "2023-01-20"],
    ["resubmission", [propose, sendBack], resubmit, "2023-01-30"],
    ["suspension", [propose], suspend, "2023-01-25"],
    ["resumption", [propose, suspend], resume, "2023-02-10"],
    ["approval", [propose, vet], approve, "2023-02-15"],
    ["cut", [propose, vet], cut, "2023-02-15"],
    ["decision", [propose, vet, approve, confirm], decide, "2023-02-20"],
    ["conferral", [propose, vet, approve, confirm, decide], confer, "2023-03-01"],
    ["refusal", [propose], decline, "2023-02-16"],
    ["revocation", [propose, vet, approve, confirm, decide, confer], revoke, "2024-05-05"],
    ["finality", [propose], confirm, "2023-01-17"],
    ["voiding", [propose], voidBasis, "2023-01-13"],
    ["transfer", [propose], transfer, "2023-02-13"],
    ["proposal on a decision", [], proposeByDecision, "2023-02-20"],
    ["recovery", [propose, vet, approve, confirm, decide, revoke], recover, "2024-06-01"],
    [
      "document of a recovery",
      [propose, vet, approve, confirm, decide, revoke],
      create.RecordRecovery({ ...recover.data, document: paper }),
      "2024-07-01",
    ],
  ])("takes no %s dated after the day on which it is recorded", (_, history, command, date) => {
    expectNotAhead(award, done(...history), command, date);
  });

  const terms = AwardEvent.create.AwardProposed({
    ...{ unit: "procuracy", bloc: "noi-chinh", season: "2022", honour: flag },
    ...{ basis: { kind: "ballot", ballot: "flag-ballot", certification: 1 }, proposedOn: "2023-01-09" },
  });
  const { create: happened } = AwardEvent;
  const { excludedBy: _, ...transferred } = transfer.data;
  it.each<[string, AwardEvent[], AwardEvent]>([
    ["vetted before it was proposed", [], happened.AwardVetted(vet.data)],
    ["proposed twice", done(propose), terms],
    [
      "proposed for another unit after it was withdrawn",
      done(propose, withdraw),
      happened.AwardProposed({ ...terms.data, unit: "court" }),
    ],
    ["proposed again before it was withdrawn", done(propose, withdraw), terms],
    [
      "vetted before the day of its proposal",
      done(propose),
      happened.AwardVetted({ ...vet.data, vettedOn: "2023-01-08" }),
    ],
    [
      "suspended before the day of its proposal",
      done(propose),
      happened.ConsiderationSuspended({ ...suspend.data, suspendedOn: "2023-01-08" }),
    ],
    ["approved before it was vetted", done(propose), happened.AwardApproved(approve.data)],
    ["approved under suspension", done(propose, vet, suspend), happened.AwardApproved(approve.data)],
    ["suspended twice", done(propose, suspend), happened.ConsiderationSuspended(suspend.data)],
    ["resumed without a suspension", done(propose), happened.ConsiderationResumed(resume.data)],
    ["decided before it was approved", done(propose, vet), happened.AwardDecided(decide.data)],
    ["conferred before it was decided", done(propose, vet, approve), happened.AwardConferred(confer.data)],
    ["revoked before it was decided", done(propose, vet, approve), happened.AwardRevoked(revoke.data)],
    [
      "recovered twice",
      done(propose, vet, approve, confirm, decide, revoke, recover),
      happened.AwardRecovered(recover.data),
    ],
    [
      "published twice",
      done(propose, vet, approve, confirm, decide, publish),
      happened.AwardPublished(publish.data),
    ],
    ["decided after the council cut it", done(propose, vet, cut), happened.AwardDecided(decide.data)],
    ["decided before its result was final", done(propose, vet, approve), happened.AwardDecided(decide.data)],
    [
      "decided on the day before its result became final",
      done(propose, vet, approve, create.ConfirmBasis({ ...confirm.data, finalisedOn: "2023-02-21" })),
      happened.AwardDecided(decide.data),
    ],
    ["vetted on a void basis", done(propose, voidBasis), happened.AwardVetted(vet.data)],
    ["proposed anew on a void basis", done(propose, voidBasis), terms],
    ["confirmed by another ballot", done(propose), happened.BasisConfirmed({ ...confirm.data, ballot: "x" })],
    ["confirmed on a void basis", done(propose, voidBasis), happened.BasisConfirmed(confirm.data)],
    ["confirmed twice", done(propose, confirm), happened.BasisConfirmed(confirm.data)],
    ["void by another ballot", done(propose), happened.BasisVoid({ ...voidBasis.data, ballot: "x" })],
    ["void twice", done(propose, voidBasis), happened.BasisVoid(voidBasis.data)],
    [
      "given another basis while its own holds",
      done(propose, vet, approve, confirm, decide),
      happened.BasisReplaced({ ...terms.data, proposedOn: "2023-02-22" }),
    ],
    [
      "passed on by a unit that has it not",
      done(propose),
      happened.AwardTransferred({ from: "court", ...transferred }),
    ],
    [
      "passed on, on a void basis",
      done(propose, voidBasis),
      happened.AwardTransferred({ from: "procuracy", ...transferred }),
    ],
  ])("cannot have been %s", (_, history, event) => {
    expect(() => award.fold([...history, event])).toThrow(ImpossibleEvent);
  });
});

describe("what excludes an honour", () => {
  it("is the flag of the same authority, not that of another, nor the honour itself", () => {
    const ministry = { kind: "emulationFlag", authority: "Bộ Công an" } as const;
    expect(excludedBy(certificate, [flag, ministry, certificate], usualExclusions)).toEqual([flag]);
  });

  it("is symmetric", () => {
    expect(excludedBy(flag, [certificate], usualExclusions)).toEqual([certificate]);
  });
});
