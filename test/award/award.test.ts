import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { excludedBy, usualExclusions } from "../../src/award/exclusion.ts";
import {
  AwardCommand,
  AwardEvent,
  type AwardStatus,
  Ground,
  VoidReason,
  WithdrawalReason,
} from "../../src/award/messages.ts";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { expectNotAhead } from "../support/not-ahead.ts";
import {
  approve,
  certificate,
  confer,
  confirm,
  confirmOf,
  cut,
  decide,
  decline,
  document,
  flag,
  propose,
  proposeByDecision,
  proposeOn,
  recover,
  resubmit,
  resume,
  revoke,
  sendBack,
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

describe("the result that an award rests on", () => {
  const approved = [propose, vet, approve];

  it("has to be final before the authority decides; vetting and approval may come before", () => {
    given(award, done(...approved))
      .when(decide)
      .thenRejected("BasisNotFinal", { ballot: "flag-ballot", certification: 1 });
    given(award, done(...approved, confirm))
      .when(decide)
      .thenEvents({ type: "AwardDecided", data: decide.data });
  });

  it("may have become final before a step that is recorded already", () => {
    const late = { ...confirm.data, finalisedOn: "2023-01-10" };
    given(award, done(...approved))
      .when(create.ConfirmBasis(late))
      .thenEvents({ type: "BasisConfirmed", data: late });
  });

  it("is final by the day of the decision", () => {
    const late = create.ConfirmBasis({ ...confirm.data, finalisedOn: "2023-02-21" });
    given(award, done(...approved, late))
      .when(decide)
      .thenRejected("DateOutside", { date: "2023-02-20", earliest: "2023-02-21" });
  });

  it("need not be final where the bylaws do not ask for it, nor where it is no ballot's", () => {
    const { data } = propose;
    const bases = [
      { kind: "ballot", ballot: "flag-ballot", certification: 1, decideAfterFinal: false },
      { kind: "consensus", conference: "2022" },
    ] as const;
    for (const basis of bases)
      expect(
        given(award, done(create.ProposeAward({ ...data, basis }), vet, approve)).when(decide).state,
      ).toMatchObject({ status: "decided" });
  });

  it("is that of a later record too, which elects the unit after a recount", () => {
    const recounted = { ...confirm.data, certification: 2 };
    given(award, done(propose))
      .when(create.ConfirmBasis(recounted))
      .thenEvents({ type: "BasisConfirmed", data: recounted });
  });

  it("is not that of another ballot, nor of an earlier record, nor any where it rests on none", () => {
    const onSecond = create.ProposeAward({
      ...propose.data,
      basis: { kind: "ballot", ballot: "flag-ballot", certification: 2 },
    });
    const other = create.ConfirmBasis({ ...confirm.data, ballot: "certificate-ballot" });
    const { basis } = propose.data;
    given(award, done(propose))
      .when(other)
      .thenRejected("OtherBasis", { basis, ballot: "certificate-ballot", certification: 1 });
    given(award, done(onSecond))
      .when(confirm)
      .thenRejected("OtherBasis", { basis: onSecond.data.basis, ballot: "flag-ballot", certification: 1 });
    given(award, done(proposeByDecision))
      .when(voidBasis)
      .thenRejected("OtherBasis", { basis: proposeByDecision.data.basis, ballot: "flag-ballot" });
  });

  it("becomes final once", () => {
    given(award, done(propose, confirm)).when(confirm).thenNothing();
    given(award, done(propose, confirm))
      .when(create.ConfirmBasis({ ...confirm.data, finalisedOn: "2023-01-18" }))
      .thenRejected("BasisConfirmedAlready", { finalisedOn: "2023-01-17" });
  });

  it("does not hold by a recount for this record and those before it, and for a later one it does", () => {
    const recounted = create.VoidBasis({
      ballot: "flag-ballot",
      certification: 1,
      voidOn: "2023-01-12",
      reason: "recounted",
    });
    const onThird = create.ProposeAward({
      ...propose.data,
      basis: { kind: "ballot", ballot: "flag-ballot", certification: 3 },
      proposedOn: "2023-01-14",
    });
    const { excludedBy: _, ...proposal } = onThird.data;
    given(award, done(propose, recounted))
      .when(onThird)
      .thenEvents({ type: "AwardProposed", data: proposal });
    given(award, done(propose, voidBasis))
      .when(onThird)
      .thenRejected("BasisIsVoid", { ballot: "flag-ballot", voidOn: "2023-01-13", reason: "annulled" });
  });
});

describe("an award whose result is void", () => {
  const lives = {
    proposed: [propose],
    vetted: [propose, vet],
    returned: [propose, sendBack],
    approved: [propose, vet, approve],
    decided: [propose, vet, approve, confirm, decide],
    conferred: [propose, vet, approve, confirm, decide, confer],
  } satisfies Partial<Record<AwardStatus, AwardCommand[]>>;
  const statuses = Object.keys(lives) as (keyof typeof lives)[];
  const forbidden = [vet, sendBack, resubmit, approve, cut, decide, confer, confirm, transfer] as const;
  const voided = { ballot: "flag-ballot", voidOn: "2023-01-13", reason: "annulled" } as const;

  it.each(statuses)("goes no further while it is %s", (status) => {
    const history = done(...lives[status], voidBasis);
    expect(award.fold(history)).toMatchObject({ status, voided });
    for (const command of forbidden) {
      const isItsTime = award.during.get(command.type)?.includes(status);
      if (isItsTime) given(award, history).when(command).thenRejected("BasisIsVoid", voided);
    }
    const otherwise = create.VoidBasis({ ...voidBasis.data, voidOn: "2023-01-14" });
    given(award, history).when(voidBasis).thenNothing();
    given(award, history).when(otherwise).thenRejected("BasisIsVoid", voided);
    given(award, history).when(propose).thenNothing();
  });

  it.each(statuses)("is taken back while it is %s: withdrawn, declined or revoked", (status) => {
    const history = done(...lives[status], voidBasis);
    const back = [
      create.WithdrawProposal({ withdrawnOn: "2023-03-05", reason: "annulled" }),
      create.DeclineAward({ ...decline.data, declinedOn: "2023-03-05" }),
      revoke,
    ];
    const timely = back.filter(({ type }) => award.during.get(type)?.includes(status));
    expect(timely.length).toBeGreaterThan(0);
    for (const command of timely)
      expect(["withdrawn", "declined", "revoked"]).toContain(
        given(award, history).when(command).state.status,
      );
  });

  it.each(statuses.slice(0, 4))("begins anew on another basis while it is %s", (status) => {
    const again = proposeOn("re-vote", "2023-02-16");
    const { excludedBy: _, ...proposal } = again.data;
    const { state } = given(award, done(...lives[status], voidBasis)).when(again);
    expect(state).toMatchObject({ status: "proposed", proposal });
    expect(state).not.toHaveProperty("voided");
    expect(state).not.toHaveProperty("confirmed");
  });

  it.each(statuses.slice(4))("stays %s on another basis, and is conferred once that is final", (status) => {
    const again = proposeOn("re-vote", "2023-03-05");
    const { excludedBy: _, ...proposal } = again.data;
    const history = done(...lives[status], voidBasis);
    const replaced = { type: "BasisReplaced", data: proposal } as const;
    given(award, history).when(again).thenEvents(replaced);
    expect(award.fold([...history, replaced])).toMatchObject({ status, basis: again.data.basis });
    const later = create.ConferAward({ ...confer.data, conferredOn: "2023-03-20" });
    if (status === "decided") {
      given(award, [...history, replaced])
        .when(later)
        .thenRejected("BasisNotFinal", { ballot: "re-vote", certification: 1 });
      expect(
        done(...lives[status], voidBasis, again, confirmOf("re-vote", "2023-03-15"), later),
      ).toHaveLength(9);
    }
  });

  it("keeps its suspension, for an investigation is no matter of the basis", () => {
    const history = done(propose, vet, suspend, voidBasis, proposeOn("re-vote", "2023-01-28"));
    given(award, history)
      .when(vetLater)
      .thenRejected("AwardSuspended", { ground: "underInvestigation", suspendedOn: "2023-01-25" });
    expect(given(award, done(propose, vet, suspend, voidBasis)).when(resume).state).toMatchObject({
      status: "vetted",
    });
  });

  it("is void after its withdrawal too, and takes another basis then", () => {
    const history = done(propose, voidBasis, withdraw);
    given(award, history)
      .when(create.ProposeAward({ ...propose.data, proposedOn: "2023-02-01" }))
      .thenRejected("BasisIsVoid", voided);
    expect(given(award, history).when(proposeOn("re-vote", "2023-02-01")).state).toMatchObject({
      status: "proposed",
    });
  });
});

describe("a unit that the bloc did not propose", () => {
  it("is decided on by the authority, which needs nobody's vetting or approval", () => {
    given(award, done(proposeByDecision))
      .when(decide)
      .thenEvents({ type: "AwardDecided", data: decide.data });
    given(award, done(propose))
      .when(decide)
      .thenRejected("WrongState", { aggregate: "Award", status: "proposed", allowed: ["approved"] });
  });

  it("is proposed by a decision only, and not before its day", () => {
    const plan = document("plan", "2023-02-20");
    given(award)
      .when(create.ProposeAward({ ...proposeByDecision.data, basis: { kind: "decision", decision: plan } }))
      .thenRejected("NotADecision", { document: plan });
    given(award)
      .when(create.ProposeAward({ ...proposeByDecision.data, proposedOn: "2023-02-19" }))
      .thenRejected("DateOutside", { date: "2023-02-19", earliest: "2023-02-20" });
  });
});

describe("the award of a unit that has ended", () => {
  const ended = create.SuspendConsideration({ ...suspend.data, ground: "unitEnded", reason: "Sáp nhập" });

  it("passes on to its heir by a decision, and is considered again", () => {
    const { excludedBy: _, ...data } = transfer.data;
    given(award, done(propose, vet, ended))
      .when(transfer)
      .thenEvents({ type: "AwardTransferred", data: { from: "procuracy", ...data } });
    const state = award.fold(done(propose, vet, ended, transfer));
    expect(state).toMatchObject({ status: "vetted", unit: "border", proposal: { unit: "procuracy" } });
    expect(state).not.toHaveProperty("suspended");
    given(award, done(propose, vet, ended, transfer))
      .when(transfer)
      .thenNothing();
  });

  it("stays suspended where it was so on another ground", () => {
    expect(award.fold(done(propose, vet, suspend, transfer))).toMatchObject({
      unit: "border",
      suspended: { ground: "underInvestigation" },
    });
  });

  it("passes on once it is decided, and not any more once it is conferred", () => {
    const later = create.TransferAward({
      ...transfer.data,
      transferredOn: "2023-02-25",
      decision: document("decision", "2023-02-25"),
    });
    const history = [propose, vet, approve, confirm, decide];
    expect(given(award, done(...history)).when(later).state).toMatchObject({ unit: "border" });
    given(award, done(...history, confer))
      .when(create.TransferAward({ ...later.data, transferredOn: "2023-03-02" }))
      .thenRejected("WrongState", {
        aggregate: "Award",
        status: "conferred",
        allowed: [...considered, "decided"],
      });
  });

  it("does not pass on where another honour of the heir excludes it, nor by a plan, nor before the decision", () => {
    const plan = document("plan", "2023-02-13");
    given(award, done(propose))
      .when(create.TransferAward({ ...transfer.data, excludedBy: [certificate] }))
      .thenRejected("AchievementAlreadyHonoured", { honour: flag, excludedBy: [certificate] });
    given(award, done(propose))
      .when(create.TransferAward({ ...transfer.data, decision: plan }))
      .thenRejected("NotADecision", { document: plan });
    given(award, done(propose))
      .when(create.TransferAward({ ...transfer.data, transferredOn: "2023-02-12" }))
      .thenRejected("DateOutside", { date: "2023-02-12", earliest: "2023-02-13" });
  });

  it("is the heir's from then on: what is proposed anew is proposed for the heir", () => {
    const history = done(
      propose,
      transfer,
      create.WithdrawProposal({ withdrawnOn: "2023-02-14", reason: "byBloc" }),
    );
    const again = proposeOn("re-vote", "2023-02-15");
    given(award, history)
      .when(again)
      .thenRejected("AwardTaken", { unit: "border", honour: flag, season: "2022" });
    expect(
      given(award, history).when(create.ProposeAward({ ...again.data, unit: "border" })).state,
    ).toMatchObject({ status: "proposed", unit: "border" });
  });
});

describe.each([
  ["vi", vi],
  ["en", en],
])("the codes of an award in %s", (_, language) => {
  const { create: happened } = AwardEvent;
  const said = (event: AwardEvent) => sentence(language, event, () => undefined);
  const each = <T extends string>(codes: readonly T[], event: (code: T) => AwardEvent) => {
    const sentences = codes.map((code) => said(event(code)));
    expect(new Set(sentences).size).toBe(codes.length);
    // A code of two words is no word of a language.
    const joined = codes.filter((code) => /[A-Z]/.test(code));
    for (const code of joined) for (const text of sentences) expect(text).not.toContain(code);
  };

  it("have each a sentence of their own, and what is noted stands beside it", () => {
    each(WithdrawalReason.options, (reason) =>
      happened.AwardWithdrawn({ withdrawnOn: "2023-01-27", reason }),
    );
    each(VoidReason.options, (reason) => happened.BasisVoid({ ...voidBasis.data, reason }));
    each(
      Ground.options.filter((ground) => ground !== "disciplined" && ground !== "other"),
      (ground) => happened.ConsiderationSuspended({ ground, suspendedOn: "2023-01-25", reason: "Lý do" }),
    );
    expect(said(happened.BasisVoid(voidBasis.data))).toContain("Sai thủ tục");
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
