import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { excludedBy, usualExclusions } from "../../src/award/exclusion.ts";
import { AwardCommand } from "../../src/award/messages.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  approve,
  certificate,
  confer,
  cut,
  decide,
  decline,
  document,
  flag,
  propose,
  resubmit,
  resume,
  revoke,
  sendBack,
  suspend,
  vet,
  vetLater,
  withdraw,
} from "./life.ts";

const { create } = AwardCommand;
const done = (...commands: AwardCommand[]) => historyOf(award, commands);

describe("an award", () => {
  it("is proposed on the strength of a ballot", () => {
    const { excludedBy: _, ...proposal } = propose.data;
    given(award).when(propose).thenEvents({ type: "AwardProposed", data: proposal });
  });

  it("is proposed once; the same proposal again changes nothing", () => {
    given(award, done(propose)).when(propose).thenNothing();
    given(award, done(propose))
      .when(create.ProposeAward({ ...propose.data, unit: "court" }))
      .thenRejected("AwardTaken", { unit: "procuracy", honour: flag, season: "2022" });
  });

  it("that was withdrawn is proposed again when a further recount elects the unit after all", () => {
    const again = create.ProposeAward({ ...propose.data, proposedOn: "2023-01-28" });
    const { excludedBy: _, ...proposal } = again.data;
    given(award, done(propose, withdraw)).when(again).thenEvents({ type: "AwardProposed", data: proposal });
    given(award, done(propose, withdraw)).when(propose).thenNothing();
    expect(done(propose, withdraw, again, vetLater).map(({ type }) => type)).toContain("AwardVetted");
  });

  it("is refused where another honour for the same achievement excludes it", () => {
    given(award)
      .when(create.ProposeAward({ ...propose.data, honour: certificate, excludedBy: [flag] }))
      .thenRejected("AchievementAlreadyHonoured", { honour: certificate, excludedBy: [flag] });
  });

  it("is not conferred because the council approved it: the authority has to decide first", () => {
    given(award, done(propose, vet, approve))
      .when(confer)
      .thenRejected("AwardInWrongState", { status: "approved", allowed: ["decided"] });
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

  it("may be declined by its unit, even under suspension, and then goes no further", () => {
    const { state } = given(award, done(propose, vet, suspend)).when(decline);
    expect(state).toMatchObject({ status: "declined" });
    given(award, done(propose, vet, approve, decline))
      .when(decide)
      .thenRejected("AwardInWrongState", { status: "declined", allowed: ["approved"] });
  });

  it("is not resumed once it was declined", () => {
    given(award, done(propose, vet, suspend, decline))
      .when(create.ResumeConsideration({ resumedOn: "2023-02-20", reason: "Kết luận không vi phạm" }))
      .thenRejected("AwardNotSuspended", {});
  });

  it("that the council cut is cut: nothing else happens to it", () => {
    given(award, done(propose, vet, cut))
      .when(cut)
      .thenNothing();
    given(award, done(propose, vet, cut))
      .when(approve)
      .thenRejected("AwardInWrongState", { status: "rejected", allowed: ["vetted"] });
  });

  it("takes no step dated before the one that it follows", () => {
    given(award, done(propose))
      .when(create.VetAward({ body: "Ban", vettedOn: "2023-01-08" }))
      .thenRejected("AwardStepTooEarly", { date: "2023-01-08", notBefore: "2023-01-09" });
  });

  it("is revoked on a statutory ground, and the item recovered", () => {
    const history = done(propose, vet, approve, decide, confer, revoke);
    const { state } = given(award, history).when(create.RecordRecovery({ recoveredOn: "2024-06-01" }));
    expect(state).toMatchObject({ status: "revoked", recoveredOn: "2024-06-01" });
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
