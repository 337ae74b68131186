import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { conference, decision, flag, install, open, opening, receipt } from "./life.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const today = "2023-01-01";
const tomorrow = "2023-01-02";
const metadata = { now: new Date("2023-01-01T16:59:59.999Z"), commandId: "c1", actor: "office" };
const basis = decision;
const decidedTomorrow = { ...decision, document: { ...decision.document, issuedOn: tomorrow } } as const;
const receivedTomorrow = { ...receipt, receipt: decidedTomorrow.document };
const unit = (id: string) => ({ kind: "unit", unit: id }) as const;

const designation = { term: "2023", chair: "police", basis, designatedOn: today };
const installation = { term: "2022", chair: "police", basis, installedOn: today };
const handover = { term: "2023", from: "judgment", to: "police", handedOverOn: today };
const reception = { from: unit("judgment"), to: unit("police"), receivedOn: today, flag: receipt };
const swap = {
  swap: "swap",
  a: { term: "2024", unit: "police" },
  b: { term: "2025", unit: "military" },
  proposedBy: "police",
};

describe("what has been done does not lie ahead", () => {
  it.each<ChairRotationCommand>([
    create.CloseRotation({ reason, closedOn: tomorrow }),
    create.DesignateChair({ ...designation, designatedOn: tomorrow }),
    create.DesignateChair({ ...designation, basis: decidedTomorrow }),
    create.DesignateDeputy({ term: "2023", deputy: "military", basis, designatedOn: tomorrow }),
    create.DesignateDeputy({
      term: "2023",
      deputy: "military",
      basis: decidedTomorrow,
      designatedOn: today,
    }),
    create.ReleaseDeputy({ term: "2022", deputy: "police", releasedOn: tomorrow, reason }),
    create.HandOverChair({ ...handover, handedOverOn: tomorrow }),
    create.HandOverChair({ ...handover, flag: receivedTomorrow }),
    create.InstallChair({ ...installation, installedOn: tomorrow }),
    create.InstallChair({ ...installation, basis: decidedTomorrow }),
    create.BeginVacantTerm({ term: "2023", begunOn: tomorrow }),
    create.AppointActingChair({ term: "2022", unit: "military", from: tomorrow, reason }),
    create.RecordVacancy({ term: "2022", from: tomorrow, reason }),
    create.EndActing({ unit: "military", endedOn: tomorrow }),
    create.DeclineTurn({ term: "2023", unit: "police", declinedOn: tomorrow, reason }),
    create.BreakObligation({ obligation: "x", brokenOn: tomorrow, reason }),
    create.AdoptRotationPolicy({
      term: "2024",
      policy: opening("a").data.policy,
      basis: decidedTomorrow,
    }),
    create.AnnounceOrderLot({
      lot: "lot",
      term: "2024",
      units: ["police"],
      sources: ["Xổ số"],
      announcedOn: tomorrow,
    }),
    create.DrawOrder({ lot: "lot", drawn: [{ source: "Xổ số", values: ["7"] }], drawnOn: tomorrow }),
    create.ProposeSwap({ ...swap, proposedOn: tomorrow }),
    create.ConsentToSwap({ swap: "swap", unit: "military", consentedOn: tomorrow }),
    create.RatifySwap({ swap: "swap", ratifiedOn: tomorrow, basis }),
    create.RatifySwap({ swap: "swap", ratifiedOn: today, basis: decidedTomorrow }),
    create.ExpireSwap({ swap: "swap", expiredOn: tomorrow }),
    create.ReceiveFlag({ ...reception, receivedOn: tomorrow }),
    create.ReceiveFlag({ ...reception, flag: receivedTomorrow }),
    create.ReportFlagLost({ custodian: unit("judgment"), lostOn: tomorrow, reason }),
    create.ReplaceFlag({ flag: { ...flag, flag: "flag-2", issuedOn: tomorrow }, to: unit("judgment") }),
  ])("$type", (command) => {
    given(chairRotation, historyOf(chairRotation, [open]))
      .when({ ...command, metadata })
      .thenRejected("DateInFuture", { date: tomorrow, today });
  });

  it("OpenRotation, for the day of the flag", () => {
    const command = create.OpenRotation({ ...open.data, flag: { ...flag, issuedOn: tomorrow } });
    given(chairRotation)
      .when({ ...command, metadata })
      .thenRejected("DateInFuture", { date: tomorrow, today });
  });
});

describe("what is decided before it happens may lie ahead", () => {
  const running = [opening("abcd"), install("2022", "a")];

  it.each<[ChairRotationCommand, ChairRotationCommand[]]>([
    [opening("abc"), []],
    [create.JoinRotation({ unit: "e", joinedOn: "2025-01-01" }), running],
    [create.LeaveRotation({ unit: "b", leftOn: "2025-01-01", reason }), running],
    [create.RenameInRotation({ unit: "b", name: "B", renamedOn: "2025-01-01" }), running],
    [create.SuspendFromRotation({ unit: "b", suspendedOn: "2025-01-01", reason }), running],
    [
      create.ReinstateInRotation({ unit: "b", reinstatedOn: "2026-01-01" }),
      [...running, create.SuspendFromRotation({ unit: "b", suspendedOn: "2025-01-01", reason })],
    ],
    [create.MergeInRotation({ units: ["b", "c"], into: "z", mergedOn: "2025-07-01" }), running],
    [create.SplitInRotation({ unit: "b", heir: "b", others: ["y"], splitOn: "2025-07-01" }), running],
    [create.RecordVacancy({ term: "2024", from: "2024-03-01", reason }), running],
    [create.ChangeTermEnd({ term: "2024", endsOn: "2025-07-01", reason }), running],
    [
      create.ProposeSwap({
        swap: "swap",
        a: { term: "2023", unit: "b" },
        b: { term: "2024", unit: "c" },
        proposedBy: "b",
        proposedOn: today,
        expiresOn: "2023-06-01",
      }),
      running,
    ],
  ])("$0.type", (command, before) => {
    const { decision: answer } = given(chairRotation, historyOf(chairRotation, before)).when({
      ...command,
      metadata,
    });
    expect(answer).toMatchObject({ ok: true, events: [{}] });
  });
});

describe("a rotation", () => {
  it("is not closed before the chair was taken last, or the flag changed hands", () => {
    const close = create.CloseRotation({ reason, closedOn: "2021-12-31" });
    given(chairRotation, historyOf(chairRotation, [opening("abc"), install("2022", "a")]))
      .when({ ...close, metadata })
      .thenRejected("DateOutside", { date: "2021-12-31", earliest: "2022-01-01" });
    given(chairRotation, historyOf(chairRotation, [open]))
      .when({ ...create.CloseRotation({ reason, closedOn: "2021-01-09" }), metadata })
      .thenRejected("DateOutside", { date: "2021-01-09", earliest: "2021-01-10" });
  });
});

describe("a command that is sent again", () => {
  it("changes nothing, also when the rotation is closed since", () => {
    const designated = create.DesignateChair({ ...designation, basis: conference });
    const close = create.CloseRotation({ reason, closedOn: today });
    const history = historyOf(chairRotation, [open, designated, close]);
    for (const command of [open, designated, close])
      given(chairRotation, history).when(command).thenNothing();
  });
});
