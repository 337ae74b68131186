import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { AwardCommand, type AwardStatus } from "../../src/award/messages.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  approve,
  confer,
  confirm,
  confirmOf,
  cut,
  decide,
  decline,
  document,
  propose,
  proposeByDecision,
  proposeOn,
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
const done = (...commands: AwardCommand[]) => historyOf(award, commands);

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
