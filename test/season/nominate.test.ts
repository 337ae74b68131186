import { describe, expect, it } from "vitest";
import { awardIdOf } from "../../src/award/award-id.ts";
import { AwardEvent } from "../../src/award/messages.ts";
import { BallotEvent } from "../../src/ballot/messages.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { nominate } from "../../src/season/nominate.ts";
import { certified, convened, flag, terms } from "./certified.ts";
import { wanted } from "./reading.ts";

const first = "Ballot-flag";

/** What `nominate` wants, event by event, once the conference of the ballots is convened; without why it does. */
function proposing(...events: [stream: string, event: SeasonEvent][]) {
  const [, ...answers] = wanted(nominate, [`Conference-${terms.conference}`, convened("bloc")], ...events);
  return answers.map((wants) => wants.map(({ claim: _, ...want }) => want));
}

const awardOf = (unit: string, bloc = "bloc") => awardIdOf({ bloc, season: "2022", unit, honour: flag });
const award = (unit: string) => `Award-${awardOf(unit)}`;
const annulled = BallotEvent.create.BallotAnnulled({
  ground: "irregularity",
  reason: "Sai thủ tục",
  annulledOn: "2023-01-13",
});
const recounted = (elected: string[], certifiedOn = "2023-01-12") =>
  certified(elected, { certification: 2, supersedes: 1, certifiedOn });
const finalised = (elected: string[], certification = 1) => {
  const { outcome } = certified(elected).data;
  return BallotEvent.create.ResultFinalised({ certification, outcome, finalisedOn: "2023-01-17" });
};
const decision = { kind: "decision", number: "1/QĐ", issuedOn: "2023-01-18", issuer: "UBND tỉnh" } as const;
const decided = AwardEvent.create.AwardDecided({ decision });
const proposalOn = (ballot: string, unit: string, proposedOn = "2023-01-09") => ({
  unit,
  bloc: "bloc",
  season: "2022",
  honour: flag,
  basis: { kind: "ballot" as const, ballot, certification: 1 },
  proposedOn,
});

describe("a certified ballot", () => {
  it("proposes whom it elects, on the day on which it was certified, for the bloc of its conference", () => {
    const [proposals] = proposing([first, certified(["procuracy"])]);
    expect(proposals).toEqual([
      {
        aggregate: "Award",
        id: awardOf("procuracy"),
        command: {
          type: "ProposeAward",
          data: { ...proposalOn("flag", "procuracy"), excludedBy: [] },
        },
      },
    ]);
  });

  it("proposes nobody where it elects nobody, or to the chair, or as a run-off for another", () => {
    const follows = { kind: "runOff" as const, ballot: "flag", step: 1, round: 1 };
    expect(proposing([first, certified([])])).toEqual([[]]);
    expect(proposing([first, certified(["police"], { purpose: { kind: "chair" } })])).toEqual([[]]);
    expect(proposing([first, certified(["police"], { follows })])).toEqual([[]]);
  });

  it("proposes for the bloc that it names, where it has no conference", () => {
    const { conference: _, ...data } = certified(["police"]).data;
    const record = BallotEvent.create.BallotCertified({ ...data, bloc: "other" });
    const [proposals, withdrawals] = proposing([first, record], [first, annulled]);
    expect(proposals).toMatchObject([{ id: awardOf("police", "other"), command: { type: "ProposeAward" } }]);
    expect(withdrawals).toMatchObject([{ command: { type: "WithdrawProposal" } }]);
  });

  it("proposes nobody where it has no conference and names no bloc, for nothing says which one voted", () => {
    const { conference: _, ...data } = certified(["police"]).data;
    expect(proposing([first, BallotEvent.create.BallotCertified(data)], [first, annulled])).toEqual([[], []]);
  });

  it("proposes for the season and by the conference that its terms name last", () => {
    const opened = BallotEvent.create.BallotOpened({ ...terms, season: "2021", conference: "other" });
    const revised = BallotEvent.create.BallotRevised({ ...terms });
    const asked = wanted(
      nominate,
      ["Conference-other", convened("bloc")],
      [first, opened],
      [`Conference-${terms.conference}`, convened("bloc")],
      [first, revised],
      [first, certified(["procuracy"])],
    );
    expect(asked.at(-1)).toMatchObject([{ id: awardOf("procuracy"), command: { type: "ProposeAward" } }]);
  });

  it("proposes once its conference is convened, where that is recorded later", () => {
    const [certification, convening, again] = wanted(
      nominate,
      [first, certified(["procuracy"])],
      [`Conference-${terms.conference}`, convened("other")],
      [first, annulled],
    );
    expect(certification).toEqual([]);
    expect(convening).toMatchObject([{ id: awardOf("procuracy", "other") }]);
    expect(again).toMatchObject([
      { id: awardOf("procuracy", "other"), command: { type: "WithdrawProposal" } },
    ]);
  });

  it("that a recount overturns withdraws one proposal and makes another", () => {
    const [, answers] = proposing([first, certified(["procuracy"])], [first, recounted(["police"])]);
    expect(answers).toMatchObject([
      {
        id: awardOf("procuracy"),
        command: { type: "WithdrawProposal", data: { withdrawnOn: "2023-01-12", reason: "recounted" } },
      },
      {
        id: awardOf("police"),
        command: { type: "ProposeAward", data: { basis: { certification: 2 }, proposedOn: "2023-01-12" } },
      },
    ]);
  });

  it("that a recount confirms changes nothing, also where somebody withdrew the proposal", () => {
    const withdrawn = AwardEvent.create.AwardWithdrawn({ withdrawnOn: "2023-01-10", reason: "byBloc" });
    for (const before of [[], [[award("procuracy"), withdrawn]]] as [string, SeasonEvent][][])
      expect(
        proposing([first, certified(["procuracy"])], ...before, [first, recounted(["procuracy"])]).at(-1),
      ).toEqual([]);
  });

  it("that is annulled withdraws what it had proposed, once", () => {
    const [, withdrawals, again] = proposing(
      [first, certified(["procuracy"])],
      [first, annulled],
      [first, annulled],
    );
    expect(withdrawals).toEqual([
      {
        aggregate: "Award",
        id: awardOf("procuracy"),
        command: {
          type: "WithdrawProposal",
          data: { withdrawnOn: "2023-01-13", reason: "annulled", note: "Sai thủ tục" },
        },
      },
    ]);
    expect(again).toEqual([]);
  });

  it("that is annulled withdraws nothing that somebody withdrew or the council rejected before", () => {
    const ended = [
      AwardEvent.create.AwardWithdrawn({ withdrawnOn: "2023-01-10", reason: "byBloc" }),
      AwardEvent.create.AwardRejected({ council: "Hội đồng", decidedOn: "2023-01-10", reason: "Vượt" }),
    ];
    for (const event of ended)
      expect(
        proposing([first, certified(["procuracy"])], [award("procuracy"), event], [first, annulled]).at(-1),
      ).toEqual([]);
  });

  it("that is annulled withdraws on the day of the last step, where that is later", () => {
    const vetted = AwardEvent.create.AwardVetted({ body: "Ban", vettedOn: "2023-02-01" });
    const [, , withdrawals] = proposing(
      [first, certified(["procuracy"])],
      [award("procuracy"), vetted],
      [first, annulled],
    );
    expect(withdrawals).toMatchObject([{ command: { data: { withdrawnOn: "2023-02-01" } } }]);
  });
});

describe("a re-vote", () => {
  const second = "Ballot-flag-again";
  const revote = certified(["procuracy"], { certifiedOn: "2023-01-20" });

  it("that elects the unit again proposes it by the same award on another basis", () => {
    const [, withdrawn, proposed] = proposing(
      [first, certified(["procuracy"])],
      [first, annulled],
      [second, revote],
    );
    expect(withdrawn).toMatchObject([{ id: awardOf("procuracy") }]);
    expect(proposed).toEqual([
      {
        aggregate: "Award",
        id: awardOf("procuracy"),
        command: {
          type: "ProposeAward",
          data: { ...proposalOn("flag-again", "procuracy", "2023-01-20"), excludedBy: [] },
        },
      },
    ]);
  });

  it("that is certified before the annulment is recorded stands behind the award from then on", () => {
    const [, none, turned] = proposing(
      [first, certified(["procuracy"])],
      [second, revote],
      [first, annulled],
    );
    expect(none).toEqual([]);
    expect(turned).toMatchObject([
      { command: { type: "WithdrawProposal", data: { withdrawnOn: "2023-01-13" } } },
      {
        command: {
          type: "ProposeAward",
          data: { basis: { ballot: "flag-again" }, proposedOn: "2023-01-20" },
        },
      },
    ]);
  });

  it("that elects again whom somebody had withdrawn proposes it anew, not before that day", () => {
    const withdrawn = AwardEvent.create.AwardWithdrawn({ withdrawnOn: "2023-01-25", reason: "byBloc" });
    const answers = proposing(
      [first, certified(["procuracy"])],
      [award("procuracy"), withdrawn],
      [first, annulled],
      [second, revote],
    );
    expect(answers.slice(2)).toMatchObject([
      [],
      [{ command: { type: "ProposeAward", data: { proposedOn: "2023-01-25" } } }],
    ]);
  });
});

describe("a result that is final", () => {
  const confirm = (certification = 1) => ({
    aggregate: "Award",
    id: awardOf("procuracy"),
    command: {
      type: "ConfirmBasis",
      data: { ballot: "flag", certification, finalisedOn: "2023-01-17" },
    },
  });

  it("confirms the basis of each proposal that rests on it, by its last record", () => {
    const [, wants] = proposing([first, certified(["procuracy"])], [first, finalised(["procuracy"])]);
    expect(wants).toEqual([confirm()]);
    const after = proposing(
      [first, certified(["procuracy"])],
      [first, recounted(["procuracy"])],
      [first, finalised(["procuracy"], 2)],
    );
    expect(after.at(-1)).toEqual([confirm(2)]);
  });

  it("says nothing to an award that somebody withdrew, and does once it is proposed again", () => {
    const withdrawn = AwardEvent.create.AwardWithdrawn({ withdrawnOn: "2023-01-10", reason: "byBloc" });
    const again = AwardEvent.create.AwardProposed(proposalOn("flag", "procuracy", "2023-01-18"));
    const answers = proposing(
      [first, certified(["procuracy"])],
      [award("procuracy"), withdrawn],
      [first, finalised(["procuracy"])],
      [award("procuracy"), again],
    );
    expect(answers.slice(2)).toEqual([[], [confirm()]]);
  });

  it("says nothing of another ballot, nor of one that elects to an office", () => {
    expect(proposing([first, finalised(["procuracy"])])).toEqual([[]]);
    const chair = certified(["procuracy"], { purpose: { kind: "chair" } });
    expect(proposing([first, chair], [first, finalised(["procuracy"])]).at(-1)).toEqual([]);
  });

  it("confirms at once a proposal that turns to it", () => {
    const second = "Ballot-flag-again";
    const answers = proposing(
      [first, certified(["procuracy"])],
      [second, certified(["procuracy"])],
      [second, finalised(["procuracy"])],
      [first, annulled],
    );
    expect(answers.at(-2)).toEqual([]);
    expect(answers.at(-1)?.map(({ command }) => command.type)).toEqual([
      "WithdrawProposal",
      "ProposeAward",
      "ConfirmBasis",
    ]);
  });
});

describe("a decided award", () => {
  const before: [string, SeasonEvent][] = [
    [first, certified(["procuracy"])],
    [award("procuracy"), decided],
  ];
  const voiding = { ballot: "flag", voidOn: "2023-01-13", reason: "annulled", note: "Sai thủ tục" };

  it("is not withdrawn when its ballot is annulled: its basis is void", () => {
    const wants = proposing(...before, [first, annulled]).at(-1);
    expect(wants).toEqual([
      { aggregate: "Award", id: awardOf("procuracy"), command: { type: "VoidBasis", data: voiding } },
    ]);
  });

  it("has a void basis when a recount elects another, by the record before it", () => {
    const [voided, proposed] = proposing(...before, [first, recounted(["police"])]).at(-1) ?? [];
    expect(voided?.command).toEqual({
      type: "VoidBasis",
      data: { ballot: "flag", certification: 1, voidOn: "2023-01-12", reason: "recounted" },
    });
    expect(proposed).toMatchObject({ id: awardOf("police"), command: { type: "ProposeAward" } });
  });

  it("rests on a re-vote that elects the unit again", () => {
    const revote = certified(["procuracy"], { certifiedOn: "2023-01-20" });
    const wants = proposing(...before, [first, annulled], ["Ballot-again", revote]).at(-1);
    expect(wants).toMatchObject([
      { command: { type: "ProposeAward", data: { basis: { ballot: "again" }, proposedOn: "2023-01-20" } } },
    ]);
  });

  it("has a void basis too where it was decided just when its proposal was to be withdrawn", () => {
    const answers = proposing(
      [first, certified(["procuracy"])],
      [first, annulled],
      [award("procuracy"), decided],
    );
    expect(answers.at(-1)).toMatchObject([{ command: { type: "VoidBasis", data: voiding } }]);
  });

  it("is left alone once it was revoked", () => {
    const revoked = AwardEvent.create.AwardRevoked({ ground: "forgedDossier", decision, reason: "Sai" });
    const wants = proposing(...before, [award("procuracy"), revoked], [first, annulled]).at(-1);
    expect(wants).toEqual([]);
  });
});
