import { describe, expect, it } from "vitest";
import { AwardEvent } from "../../src/award/messages.ts";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { ProcessEvent } from "../../src/process/messages.ts";
import { processLedger } from "../../src/process/process.ts";
import { pointsOf } from "../../src/read/points-of.ts";
import { followMembers } from "../../src/season/follow-members.ts";
import type { MatterText, SeasonEvent } from "../../src/season/messages.ts";
import { nominate } from "../../src/season/nominate.ts";
import { givenProcess, logOf } from "../../src/testing/process-scenario.ts";
import { minutes } from "../conference/life.ts";
import { certificate, flag, recorded, terms } from "./certified.ts";
import {
  adopted,
  annulled,
  apart,
  awardOf,
  begun,
  bylaws,
  certificatesTo,
  cleared,
  constituted,
  decision,
  disciplined,
  elects,
  type Fact,
  flagTo,
  investigated,
  left,
  lifted,
  merged,
  met,
  ofAward,
  ofBloc,
  pledged,
  pledgeWithdrawn,
  ranked,
  recount,
  scored,
} from "./nominated.ts";
import { reading } from "./reading.ts";

const scope = "bloc/2022";
const { create } = AwardEvent;
const names = new Map<string, string>();
for (const unit of ["procuracy", "police", "military", "court"])
  for (const honour of [flag, certificate]) names.set(awardOf(unit, honour), `${unit} ${honour.kind}`);

/** The facts as they are recorded at the end of the year, so that none of them was stated ahead. */
const history = (facts: readonly Fact[]) =>
  facts.map(([stream, event], at) => {
    const { metadata, ...rest } = recorded(stream, event, at + 1);
    return { ...rest, metadata: { ...metadata, recordedAt: "2023-12-31T03:00:00.000Z" } };
  });
const wanted = (...facts: Fact[]) => history(facts).map(reading(nominate));

/** What is wanted of the last fact: the command, for whom, and the word for why where it has one. */
const wants = (...facts: Fact[]) =>
  (wanted(...facts).at(-1) ?? []).map(({ id, command: { type, data } }) => {
    const { reason } = data as { reason?: string };
    const isCode = type === "WithdrawProposal" || type === "VoidBasis";
    return [type, names.get(id), ...(isCode ? [reason] : [])].join(" ");
  });
const datesOf = (...facts: Fact[]) =>
  (wanted(...facts).at(-1) ?? []).map(
    ({ command: { data } }) => Object.entries(data).find(([field]) => field.endsWith("On"))?.[1],
  );
const after = (...facts: Fact[]) => nominate.fold(history(facts) as never[]);
const open = (...facts: Fact[]) => nominate.matters(after(...facts).facts, scope);
const told = (...facts: Fact[]) => open(...facts).map(({ law, what }) => `${law} ${what.type}`);
/** What is open besides what is awaited. */
const untoward = (...facts: Fact[]) => told(...facts).filter((one) => !one.startsWith("C35"));
const sentences = (...facts: Fact[]) =>
  open(...facts).flatMap(({ what }) => [
    sentence(vi, what as MatterText, (id) => id),
    sentence(en, what as MatterText, (id) => id),
  ]);

const decide = create.AwardDecided({ decision: decision("2023-01-20") });
const confer = create.AwardConferred({ conferredOn: "2023-02-01", conferredBy: { name: "An" } });
const withdraw = create.AwardWithdrawn({ withdrawnOn: "2023-01-10", reason: "byBloc" });
const closed: Fact = [
  `Conference-${terms.conference}`,
  ConferenceEvent.create.ConferenceClosed({
    ...{ closedOn: "2023-01-09", minutes, chair: { name: "An" }, secretary: { name: "Bình" } },
    summary: "Xong",
  }),
];

describe("of honours that exclude each other (C3)", () => {
  it("the one that stands first in the bylaws is proposed, whichever was certified first", () => {
    const [first, second] = [flagTo("police"), certificatesTo("police", "court")];
    expect(wants(...begun, first, second)).toEqual(["ProposeAward court certificateOfMerit"]);
    expect(wants(...begun, second, first)).toEqual([
      "WithdrawProposal police certificateOfMerit excluded",
      "ProposeAward police emulationFlag",
    ]);
    for (const facts of [
      [first, second],
      [second, first],
    ])
      expect(untoward(...begun, ...facts)).toEqual(["C3 SeatLeftByExclusion"]);
  });

  it("the lower one comes back when a recount gives the higher one to another", () => {
    expect(
      wants(...begun, flagTo("police"), certificatesTo("police"), recount("flag", flag, ["court"])),
    ).toEqual([
      "WithdrawProposal police emulationFlag recounted",
      "ProposeAward police certificateOfMerit",
      "ProposeAward court emulationFlag",
    ]);
  });

  it("the lower one does not come back when the higher one is rejected or withdrawn by hand", () => {
    const before = [...begun, flagTo("police"), certificatesTo("police")];
    const reject = create.AwardRejected({ council: "Hội đồng", decidedOn: "2023-01-20", reason: "Vượt" });
    for (const event of [withdraw, reject]) {
      expect(wants(...before, ofAward("police", event))).toEqual([]);
      expect(untoward(...before, ofAward("police", event))).toEqual(["C3 SeatLeftByExclusion"]);
    }
  });

  it("one that the authority has granted goes before all", () => {
    const before = [...begun, certificatesTo("police"), ofAward("police", decide, certificate)];
    expect(wants(...before, flagTo("police"))).toEqual([]);
    expect(untoward(...before, flagTo("police"))).toEqual(["C3 SeatLeftByExclusion"]);
  });

  it("both are proposed where the bylaws say that they go together", () => {
    const together = adopted({
      honours: [
        { honour: flag, seats: 1, excludes: [] },
        { honour: certificate, seats: 2 },
      ],
    });
    const before = [constituted, together, met, flagTo("police")];
    expect(wants(...before, certificatesTo("police"))).toEqual(["ProposeAward police certificateOfMerit"]);
  });

  it("tells what people propose against it (X1)", () => {
    const byDecision = create.AwardProposed({
      ...{ unit: "police", bloc: "bloc", season: "2022", honour: certificate, proposedOn: "2023-01-12" },
      basis: { kind: "decision", decision: decision("2023-01-12") },
    });
    expect(untoward(...begun, flagTo("police"), ofAward("police", byDecision, certificate))).toEqual([
      "X1 HonoursExcludeEachOther",
    ]);
  });
});

describe("a decision by hand (C4)", () => {
  it("stands through a recount that says the same, and through an exclusion that comes and goes", () => {
    const before = [...begun, certificatesTo("police"), ofAward("police", withdraw, certificate)];
    expect(wants(...before, recount("certificates", certificate, ["police"]))).toEqual([]);
    expect(wants(...before, flagTo("police"), recount("flag", flag, []))).toEqual([
      "WithdrawProposal police emulationFlag recounted",
    ]);
  });

  it("leaves a seat that is not open, also where another honour excludes it later, or the unit is not eligible", () => {
    const before = [...begun, certificatesTo("police"), ofAward("police", withdraw, certificate)];
    expect(untoward(...before, flagTo("police"))).toEqual([]);
    expect(untoward(...before, left("police", "2022-12-31"))).toEqual([]);
  });

  it("ends when the unit is elected anew, by the same ballot or another one", () => {
    const before = [...begun, flagTo("police"), ofAward("police", withdraw)];
    const back = elects("flag", flag, ["police"], { certification: 3, certifiedOn: "2023-01-14" });
    expect(wants(...before, recount("flag", flag, ["court"]), back)).toContain(
      "ProposeAward police emulationFlag",
    );
    const again = elects("again", flag, ["police"], { certifiedOn: "2023-01-20" });
    expect(wants(...before, annulled("flag"), again)).toEqual(["ProposeAward police emulationFlag"]);
    // What was proposed anew is withdrawn again, once nothing stands behind it.
    expect(wants(...before, annulled("flag"), again, annulled("again", "2023-01-21"))).toEqual([
      "WithdrawProposal police emulationFlag annulled",
    ]);
  });
});

describe("who is elected and not eligible (C6)", () => {
  const needing = (needs: object) =>
    adopted({
      honours: [
        { honour: flag, seats: 1, needs },
        { honour: certificate, seats: 2 },
      ],
    });
  const start = (needs: object, ...facts: Fact[]) => [constituted, needing(needs), met, ...facts];

  it("is not proposed where it was no member on the day of the vote, and people are told", () => {
    const before = [...begun, left("police", "2022-12-31")];
    expect(wants(...before, flagTo("police"))).toEqual([]);
    expect(untoward(...before, flagTo("police"))).toEqual(["C6 ElectedNotEligible"]);
    expect(sentences(...before, flagTo("police"))).toEqual([
      "police được bầu nhận Cờ thi đua của UBND tỉnh năm 2022 nhưng không đủ điều kiện: không phải là thành viên Khối vào ngày bỏ phiếu.",
      "police was elected to the Emulation Flag of UBND tỉnh (2022) and is not eligible: it was no member on the day of the vote.",
    ]);
  });

  it("is a member by the day of the vote, and not by that of a recount", () => {
    const voted: Fact = ["Ballot-flag", BallotEvent.create.VotingDayCorrected({ openedOn: "2023-01-09" })];
    const opened: Fact = ["Ballot-flag", BallotEvent.create.BallotOpened(terms)];
    const before = [...begun, opened, voted, flagTo("police"), left("court", "2023-01-11")];
    expect(wants(...before, recount("flag", flag, ["court"]))).toEqual([
      "WithdrawProposal police emulationFlag recounted",
      "ProposeAward court emulationFlag",
      "SuspendConsideration court emulationFlag",
    ]);
  });

  it.each<[string, object, Fact[], Fact[]]>([
    [
      "it did not register",
      { registered: true },
      pledged("police", { titles: [certificate] }),
      pledged("police", { titles: [flag] }),
    ],
    [
      "its verdict is too low",
      { verdictAtLeast: "partly" },
      pledged("police", { verdict: "unfulfilled" }),
      pledged("police", { verdict: "partly" }),
    ],
    [
      "it was not assessed",
      { verdictAtLeast: "fulfilled" },
      pledged("police", {}),
      pledged("police", { verdict: "fulfilled" }),
    ],
    [
      "it does not hold another honour",
      { holds: [certificate] },
      [],
      [
        ofAward(
          "police",
          create.AwardProposed({
            ...{
              unit: "police",
              bloc: "bloc",
              season: "2022",
              honour: certificate,
              proposedOn: "2023-01-02",
            },
            basis: { kind: "decision", decision: decision("2023-01-02") },
          }),
          certificate,
        ),
        ofAward("police", create.AwardDecided({ decision: decision("2023-01-03") }), certificate),
      ],
    ],
  ])("is not proposed while %s, as the bylaws ask", (_, needs, not, enough) => {
    const together = { ...needs };
    expect(wants(...start(together, ...not, flagTo("police")))).toEqual([]);
    expect(untoward(...start(together, ...not, flagTo("police")))).toContain("C6 ElectedNotEligible");
    if ("holds" in needs) {
      const apartFromIt = adopted({
        honours: [
          { honour: flag, seats: 1, needs: needs as never, excludes: [] },
          { honour: certificate, seats: 2 },
        ],
      });
      expect(wants(constituted, apartFromIt, met, ...enough, flagTo("police"))).toEqual([
        "ProposeAward police emulationFlag",
      ]);
    } else
      expect(wants(...start(together, ...enough, flagTo("police")))).toEqual([
        "ProposeAward police emulationFlag",
      ]);
  });

  it("is withdrawn where its pledge is withdrawn later, on that day", () => {
    const before = start({ registered: true }, ...pledged("police", { titles: [flag] }), flagTo("police"));
    const facts = [...before, pledgeWithdrawn("police", "2023-01-15")];
    expect(wants(...facts)).toEqual(["WithdrawProposal police emulationFlag notEligible"]);
    expect(datesOf(...facts)).toEqual(["2023-01-15"]);
  });
});

describe("a unit that people propose again after they withdrew it, on the result that elects it", () => {
  const led = [
    ...begun,
    flagTo("police"),
    ofAward("police", create.AwardWithdrawn({ withdrawnOn: "2023-01-12", reason: "byBloc" })),
    ofAward(
      "police",
      create.AwardProposed({
        ...{ unit: "police", bloc: "bloc", season: "2022", honour: flag, proposedOn: "2023-01-13" },
        basis: { kind: "ballot", ballot: "flag", certification: 1 },
      }),
    ),
  ];

  it("is proposed by the process once a recount has taken it back and another one has elected it anew", () => {
    const lost = [
      ...led,
      elects("flag", flag, ["court"], { certification: 2, supersedes: 1, certifiedOn: "2023-01-14" }),
    ];
    expect(wants(...lost)).toContain("WithdrawProposal police emulationFlag recounted");
    expect(
      wants(
        ...lost,
        elects("flag", flag, ["police"], { certification: 3, supersedes: 2, certifiedOn: "2023-01-15" }),
      ),
    ).toContain("ProposeAward police emulationFlag");
  });

  it("is proposed by the process once a discipline has taken it back and is lifted", () => {
    const lost = [...led, disciplined("police", "2023-01-14")];
    expect(wants(...lost)).toEqual(["WithdrawProposal police emulationFlag disciplined"]);
    expect(wants(...lost, lifted("police", "2023-01-20"))).toEqual(["ProposeAward police emulationFlag"]);
  });
});

describe("a unit that is disciplined (C31)", () => {
  it("for the season is withdrawn, and not for another one", () => {
    expect(wants(...begun, flagTo("police"), disciplined("police", "2023-01-11"))).toEqual([
      "WithdrawProposal police emulationFlag disciplined",
    ]);
    expect(wants(...begun, flagTo("police"), disciplined("police", "2023-01-11", "2023"))).toEqual([]);
  });

  it("is not proposed where that was recorded before, and is once it is lifted", () => {
    const before = [...begun, disciplined("police", "2022-11-15")];
    expect(wants(...before, flagTo("police"))).toEqual([]);
    expect(wants(...before, flagTo("police"), lifted("police", "2023-01-20"))).toEqual([
      "ProposeAward police emulationFlag",
    ]);
  });

  it("is proposed anew on the day on which it is lifted, for its award is not proposed before it was withdrawn", () => {
    const before = [...begun, flagTo("police"), disciplined("police", "2023-01-11")];
    expect(wants(...before, lifted("police", "2023-01-20"))).toEqual(["ProposeAward police emulationFlag"]);
    expect(datesOf(...before, lifted("police", "2023-01-20"))).toEqual(["2023-01-20"]);
  });

  it("is withdrawn where only the scoreboard says it, and proposed again where that was wrong", () => {
    const before = [...begun, scored, flagTo("police"), apart("police", "disciplined")];
    expect(wants(...before)).toEqual(["WithdrawProposal police emulationFlag disciplined"]);
    expect(wants(...before, ranked("police"))).toEqual(["ProposeAward police emulationFlag"]);
  });

  it("is proposed once it is lifted, though the scoreboard was final and lists it apart for the discipline", () => {
    const before = [...begun, scored, disciplined("police", "2022-11-15"), apart("police", "disciplined")];
    const facts = history([...before, flagTo("police"), lifted("police", "2023-01-20")]).map((event) =>
      event.type === "UnitExcluded"
        ? { ...event, metadata: { ...event.metadata, actor: followMembers.name } }
        : event,
    );
    expect(
      facts
        .map(reading(nominate))
        .at(-1)
        ?.map(({ command }) => command.type),
    ).toEqual(["ProposeAward"]);
  });

  it("is told of where the authority has decided before", () => {
    const before = [...begun, flagTo("police"), ofAward("police", decide)];
    expect(wants(...before, disciplined("police", "2023-01-25"))).toEqual([]);
    expect(untoward(...before, disciplined("police", "2023-01-25"))).toEqual([
      "C31 DisciplinedThoughGranted",
    ]);
  });
});

describe("a unit under investigation (C31)", () => {
  it("is considered no further, and again when that ends", () => {
    const before = [...begun, flagTo("police"), investigated("police", "2023-01-11")];
    expect(wants(...before)).toEqual(["SuspendConsideration police emulationFlag"]);
    expect(wants(...before, cleared("police", "2023-01-18"))).toEqual([
      "ResumeConsideration police emulationFlag",
    ]);
    expect(datesOf(...before, cleared("police", "2023-01-18"))).toEqual(["2023-01-18"]);
  });

  it("is proposed and suspended at once where it was so before the vote", () => {
    expect(wants(...begun, investigated("police", "2023-01-08"), flagTo("police"))).toEqual([
      "ProposeAward police emulationFlag",
      "SuspendConsideration police emulationFlag",
    ]);
  });

  it("is not suspended again where a person has resumed it", () => {
    const resume = create.ConsiderationResumed({ resumedOn: "2023-01-12", reason: "Theo quyết định" });
    const before = [...begun, flagTo("police"), investigated("police", "2023-01-11")];
    expect(wants(...before, ofAward("police", resume))).toEqual([]);
    expect(wants(...before, ofAward("police", resume), cleared("police", "2023-01-18"))).toEqual([]);
  });

  it("is told nothing where what it had is withdrawn meanwhile", () => {
    const before = [...begun, flagTo("police"), investigated("police", "2023-01-11"), annulled("flag")];
    expect(wants(...before)).toEqual(["WithdrawProposal police emulationFlag annulled"]);
    expect(wants(...before, cleared("police", "2023-01-18"))).toEqual([]);
  });
});

describe("a unit that has ended (C25)", () => {
  const before = [...begun, flagTo("police")];
  const ended = merged("police", "court", "2023-01-18");

  it("has its proposal suspended until it is withdrawn or passes to the heir", () => {
    expect(wants(...before, ended)).toEqual(["SuspendConsideration police emulationFlag"]);
    expect(untoward(...before, ended)).toEqual(["C25 AwardOfFormerMember", "C25 ConsiderationStopped"]);
    const [{ ready = [], inOrder } = {}] = open(...before, ended);
    expect(inOrder).toBeUndefined();
    expect(ready.map(({ command }) => command)).toMatchObject([
      { type: "WithdrawProposal", data: { withdrawnOn: "2023-01-18", reason: "unitEnded" } },
      { type: "TransferAward", data: { to: "court", transferredOn: "2023-01-18", excludedBy: [] } },
    ]);
  });

  it("is settled by either, and nothing is resumed then", () => {
    const transfer = create.AwardTransferred({
      ...{ from: "police", to: "court", transferredOn: "2023-01-19", decision: decision("2023-01-18") },
    });
    for (const event of [transfer, withdraw]) {
      expect(wants(...before, ended, ofAward("police", event))).toEqual([]);
      expect(untoward(...before, ended, ofAward("police", event))).toEqual([]);
    }
  });

  it("is told apart from its proposal, which stays suspended until people go on with it", () => {
    const facts = [...begun, flagTo("police"), closed, ended];
    const [, stopped] = open(...facts);
    expect(stopped).toMatchObject({
      ...{ law: "C25", what: { type: "ConsiderationStopped", data: { endedOn: "2023-01-18" } } },
      ready: [{ command: { type: "ResumeConsideration", data: { resumedOn: "2023-01-18" } } }],
    });
    const resumed = ofAward(
      "police",
      create.ConsiderationResumed({ resumedOn: "2023-01-19", reason: "Tiếp tục" }),
    );
    expect(wants(...facts, resumed)).toEqual([]);
    expect(told(...facts, resumed)).toEqual(["C25 AwardOfFormerMember", "C35 AwardStepAwaited"]);
    const again = [
      annulled("flag", "2023-01-16"),
      elects("again", flag, ["police"], { certifiedOn: "2023-01-17" }),
    ];
    expect(told(...facts, resumed, ...again)).toEqual([
      "C25 AwardOfFormerMember",
      "C25 ConsiderationStopped",
    ]);
  });

  it("is told of once somebody has settled what becomes of the proposal, and not before", () => {
    const { state: held } = givenProcess(nominate, logOf<SeasonEvent>(...before, ended));
    const settled = (...keys: string[]) =>
      processLedger.fold([
        ProcessEvent.create.ProcessBegun({
          process: "nominate",
          version: 1,
          since: [{ type: "BallotCertified" }],
        }),
        ...keys.map((content) =>
          ProcessEvent.create.MatterSettled({ key: "k", content, by: "an", reason: "Đã rõ" }),
        ),
      ]);
    const points = (...contents: string[]) =>
      pointsOf(nominate, { held, ledger: settled(...contents), dayOf: () => undefined });
    const codesOf = (all: readonly { what: { type: string } }[]) => all.map(({ what }) => what.type);
    const { open: first } = points();
    expect(codesOf(first)).toEqual(["AwardOfFormerMember"]);
    const then = points(...first.map(({ content }) => content));
    expect([codesOf(then.open), codesOf(then.settled)]).toEqual([
      ["ConsiderationStopped"],
      ["AwardOfFormerMember"],
    ]);
    expect(points(...[...first, ...then.open].map(({ content }) => content)).open).toEqual([]);
  });

  it("hides nothing of what is awaited of an award that is granted", () => {
    expect(told(...before, ofAward("police", decide), ended)).toEqual([
      "C25 AwardOfFormerMember",
      "C35 AwardStepAwaited",
      "C35 AwardStepAwaited",
    ]);
  });

  it("leaves a seat vacant where it passes to a unit that was elected to the same (C3)", () => {
    const transfer = create.AwardTransferred({
      ...{ from: "police", to: "court", transferredOn: "2023-01-19", decision: decision("2023-01-18") },
    });
    const elected = [...begun, flagTo("police", "court"), ended];
    const facts = [...elected, ofAward("police", decide), ofAward("police", transfer)];
    expect(wants(...facts)).toEqual(["WithdrawProposal court emulationFlag excluded"]);
    expect(open(...facts).filter(({ law }) => law === "C3")).toMatchObject([
      { what: { type: "HonourHeldTwice", data: { unit: "court", honour: flag, isVacant: true } } },
    ]);
    const both = [...elected, ofAward("court", decide), ofAward("police", decide)];
    expect(untoward(...both, ofAward("police", transfer))).toContain("X1 HonourHeldTwice");
  });

  it("offers no heir who has an honour that excludes it", () => {
    const facts = [...before, certificatesTo("court"), ended];
    const [{ ready = [] } = {}] = open(...facts).filter(({ law }) => law === "C25");
    expect(ready.map(({ command }) => command.type)).toEqual(["WithdrawProposal"]);
  });

  it("is not a matter once the award is conferred", () => {
    const facts = [ofAward("police", decide), ofAward("police", confer), ended];
    expect(wants(...before, ...facts)).toEqual([]);
    expect(told(...before, ...facts)).toEqual([]);
  });

  it("leaves what its dissolved bloc has proposed to the authority (C26)", () => {
    const dissolved = ofBloc(
      BlocEvent.create.BlocDissolved({
        ...{ reason: "Sắp xếp", dissolvedOn: "2023-02-01", decision: decision("2023-02-01") },
      }),
    );
    expect(untoward(...before, dissolved)).toEqual(["C26 AwardOfDissolvedBloc"]);
  });
});

describe("what the authority has granted on a result that is void (C2b)", () => {
  const before = [...begun, flagTo("police"), ofAward("police", decide), annulled("flag", "2023-01-25")];

  it("is told of until it is revoked, or another ballot elects the unit", () => {
    const revoke = create.AwardRevoked({
      ...{ ground: "unlawfulProcedure", decision: decision("2023-02-01"), reason: "Sai" },
    });
    const again = elects("again", flag, ["police"], { certifiedOn: "2023-01-30" });
    expect(untoward(...before)).toEqual(["C2b GrantedOnVoidResult"]);
    expect(untoward(...before, ofAward("police", revoke))).toEqual([]);
    expect(untoward(...before, again)).toEqual([]);
  });

  it("is told of until a decision confirms it", () => {
    const confirmed = create.BasisReplaced({
      ...{ unit: "police", bloc: "bloc", season: "2022", honour: flag, proposedOn: "2023-02-01" },
      basis: { kind: "decision", decision: decision("2023-02-01") },
    });
    expect(untoward(...before, ofAward("police", confirmed))).toEqual([]);
  });
});

describe("two results that no re-vote links (C1)", () => {
  it("are one that counts, the earlier, and one of which people are told", () => {
    const later = elects("other", flag, ["court"], { certifiedOn: "2023-01-11" });
    expect(wants(...begun, flagTo("police"), later)).toEqual([]);
    expect(untoward(...begun, flagTo("police"), later)).toEqual(["C1 ElectedBySecondResult"]);
    expect(wants(...begun, later, flagTo("police"))).toEqual([
      "WithdrawProposal court emulationFlag recounted",
      "ProposeAward police emulationFlag",
    ]);
  });

  it("are told of where a round counts no more, since the ballot before it is annulled", () => {
    const round = elects("round", certificate, ["court"], { follows: { kind: "round", ballot: "flag" } });
    expect(wants(...begun, flagTo("police"), round, annulled("flag"))).toEqual([
      "WithdrawProposal police emulationFlag annulled",
      "WithdrawProposal court certificateOfMerit annulled",
    ]);
    expect(untoward(...begun, flagTo("police"), round, annulled("flag"))).toEqual(["C1 ElectedInVoidRound"]);
  });
});

describe("what people propose by hand", () => {
  const byHand = (basis: Parameters<typeof create.AwardProposed>[0]["basis"]) =>
    ofAward(
      "police",
      create.AwardProposed({
        ...{ unit: "police", bloc: "bloc", season: "2022", honour: flag, basis, proposedOn: "2023-01-10" },
      }),
    );

  it("rests on a result in force, a closed conference or a document, or people are told (X4)", () => {
    const consensus = byHand({ kind: "consensus", conference: terms.conference });
    expect(untoward(...begun, byHand({ kind: "ballot", ballot: "none", certification: 1 }))).toEqual([
      "C1 ProposedWithoutResult",
    ]);
    expect(untoward(...begun, consensus)).toEqual(["C1 ProposedWithoutResult"]);
    expect(untoward(...begun, consensus, closed)).toEqual([]);
    expect(untoward(...begun, byHand({ kind: "decision", decision: decision("2023-01-10") }))).toEqual([]);
  });

  it("is left as it is by a vote that elects the unit, too, and withdrawn once the unit is disciplined", () => {
    const document = byHand({ kind: "decision", decision: decision("2023-01-10") });
    expect(wants(...begun, document, flagTo("police"))).toEqual([]);
    expect(wants(...begun, document, disciplined("police", "2023-01-20"))).toEqual([
      "WithdrawProposal police emulationFlag disciplined",
    ]);
  });
});

describe("what is awaited (C35)", () => {
  const before = [...begun, flagTo("police"), closed];
  const due = (...facts: Fact[]) =>
    open(...facts).flatMap(({ what, due: day }) =>
      what.type === "AwardStepAwaited" ? [`${(what.data as { step: string }).step} ${day}`] : [],
    );

  it("is the dossier from the close of the conference on, until somebody deals with it", () => {
    expect(due(...begun, flagTo("police"))).toEqual([]);
    expect(due(...before)).toEqual(["dossier 2023-01-24"]);
    const vetted = create.AwardVetted({ body: "Ban", vettedOn: "2023-01-15" });
    const submitted = create.DossierSubmitted({
      ...{ submission: { ...decision("2023-01-12"), kind: "submission" }, submittedOn: "2023-01-12" },
    });
    for (const event of [vetted, submitted]) expect(due(...before, ofAward("police", event))).toEqual([]);
  });

  it("is the dossier anew once another ballot stands behind the award", () => {
    const vetted = create.AwardVetted({ body: "Ban", vettedOn: "2023-01-15" });
    const again = elects("again", flag, ["police"], { certifiedOn: "2023-01-20" });
    expect(due(...before, ofAward("police", vetted), annulled("flag"), again)).toEqual([
      "dossier 2023-02-04",
    ]);
  });

  it("is what was sent back, what was decided and not conferred, and what was revoked", () => {
    const returned = create.AwardReturned({
      ...{ body: "Ban", returnedOn: "2023-01-15", ground: "dossierIncomplete", reason: "Thiếu" },
    });
    const revoke = create.AwardRevoked({
      ...{ ground: "forgedDossier", decision: decision("2023-03-01"), reason: "Sai" },
    });
    const recover = create.AwardRecovered({ recoveredOn: "2023-03-10" });
    const of = (...events: Parameters<typeof ofAward>[1][]) =>
      events.map((event) => ofAward("police", event));
    expect(due(...before, ...of(returned))).toEqual(["resubmission 2023-01-25"]);
    const publish = create.AwardPublished({ publishedOn: "2023-01-22" });
    expect(due(...before, ...of(decide))).toEqual(["publication 2023-01-30", "conferral 2023-04-20"]);
    expect(due(...before, ...of(decide, publish))).toEqual(["conferral 2023-04-20"]);
    expect(due(...before, ...of(decide, confer))).toEqual([]);
    expect(due(...before, ...of(decide, confer, revoke))).toEqual(["recovery 2023-03-31"]);
    expect(due(...before, ...of(decide, confer, revoke, recover))).toEqual([]);
  });

  it("has the days that the bylaws give", () => {
    const quick = adopted({ policies: { awaited: { dossier: 3 } } });
    expect(due(constituted, quick, met, flagTo("police"), closed)).toEqual(["dossier 2023-01-12"]);
  });
});

describe("more proposals than the bylaws have seats (X11)", () => {
  it("are told of", () => {
    expect(untoward(...begun, flagTo("police"))).toEqual([]);
    expect(untoward(...begun, flagTo("police", "court"))).toEqual(["X11 MoreThanSeats"]);
  });
});

describe("a step of the process", () => {
  it("lets the authority decide early where the bylaws say so", () => {
    const early = adopted({ ...bylaws, policies: { decideAfterFinal: false } });
    const [want] = wanted(constituted, early, met, flagTo("police")).at(-1) ?? [];
    expect(want?.command.data).toMatchObject({ basis: { decideAfterFinal: false } });
  });

  it("is dated on the day of its cause, and on none before the last step", () => {
    const vetted = ofAward("police", create.AwardVetted({ body: "Ban", vettedOn: "2023-02-01" }));
    expect(datesOf(...begun, flagTo("police"), recount("flag", flag, ["court"]))).toEqual([
      "2023-01-12",
      "2023-01-12",
    ]);
    expect(datesOf(...begun, flagTo("police"), vetted, recount("flag", flag, ["court"]))).toEqual([
      "2023-02-01",
      "2023-01-12",
    ]);
    // It was suspended on the 15th, so the recount that is recorded later withdraws it on no day before.
    const paused = investigated("police", "2023-01-15");
    expect(datesOf(...begun, flagTo("police"), paused, recount("flag", flag, ["court"]))).toEqual([
      "2023-01-15",
      "2023-01-12",
    ]);
  });

  it("touches nothing of another bloc or season", () => {
    const elsewhere = elects("elsewhere", flag, ["court"], { conference: "another" });
    const before = elects("before", flag, ["court"], { season: "2021" });
    expect(wants(...begun, flagTo("police"), elsewhere)).toEqual([]);
    expect(wants(...begun, flagTo("police"), before)).toHaveLength(1);
    expect([...nominate.claims(after(...begun, flagTo("police"), before).facts, scope).keys()]).toHaveLength(
      1,
    );
  });
});

describe("a seat of an honour that falls vacant after the vote", () => {
  const again = [constituted, adopted({ policies: { vacatedSeat: "voteAgain" } }), met];
  const stays = [constituted, adopted({ policies: { vacatedSeat: "vacant" } }), met];
  const given = [flagTo("police"), ofAward("police", withdraw)];
  const purpose = { kind: "honour", honour: flag };

  it("is voted on again within the days of a re-vote, where the bylaws say so", () => {
    expect(untoward(...stays, ...given)).toEqual([]);
    expect(open(...again, ...given)).toMatchObject([
      { law: "X12", what: { type: "SeatToVoteAgain", data: { purpose, season: "2022", unit: "police" } } },
    ]);
    const bothWays = [flagTo("police"), certificatesTo("police")];
    const excluded = (facts: Fact[]) =>
      open(...facts, ...bothWays).filter(({ what }) => what.type === "SeatLeftByExclusion");
    expect(excluded(again)).toMatchObject([{ what: { data: { isVotedAgain: true } }, due: "2023-02-08" }]);
    expect(excluded(stays)[0]?.what.data).not.toHaveProperty("isVotedAgain");
    expect(excluded(stays)[0]).not.toHaveProperty("due");
  });

  it("is not, once a re-vote elects another unit", () => {
    const revote = elects("again", flag, ["court"], {
      follows: { kind: "revote", ballot: "flag", annulledOn: "2023-01-13" },
    });
    expect(untoward(...again, ...given, annulled("flag"), revote)).toEqual([]);
  });
});
