import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { AwardCommand, type AwardStatus } from "../../src/award/messages.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  approve,
  certificate,
  confer,
  confirm,
  decide,
  document,
  flag,
  propose,
  proposeOn,
  suspend,
  transfer,
  vet,
} from "./life.ts";

const { create } = AwardCommand;
const done = (...commands: AwardCommand[]) => historyOf(award, commands);
const considered: AwardStatus[] = ["proposed", "vetted", "returned", "approved"];

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
