import { describe, expect, it } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { ScoreboardEvent } from "../../src/scoreboard/messages.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import type { MatterText, SeasonEvent } from "../../src/season/messages.ts";
import { nextBallotId } from "../../src/season/round-terms.ts";
import type { Terms } from "../../src/season/rounds-known.ts";
import { runOffId } from "../../src/season/run-offs-known.ts";
import { givenProcess, logOf } from "../../src/testing/process-scenario.ts";
import { adopted, bylawsWith, certificate, certified, convened, flag, terms, units } from "./certified.ts";

type Fact = readonly [stream: string, event: SeasonEvent];
const { create } = BallotEvent;
const document = { kind: "decision", number: "1/QĐ", issuedOn: "2022-01-01", issuer: "UBND tỉnh" } as const;

const bloc = (event: SeasonEvent, id = "bloc"): Fact => [`Bloc-${id}`, event];
const vote = (id: string, event: SeasonEvent): Fact => [`Ballot-${id}`, event];
const meeting: Fact = [`Conference-${terms.conference}`, convened("bloc")];
const constituted = bloc(
  BlocEvent.create.BlocConstituted({
    ...{ name: "Khối", kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2022-01-01" },
    members: units.map((unit) => ({ unit, name: `Đơn vị ${unit}` })),
    decision: document,
  }),
);
const suspended = (unit: string, suspendedOn = "2023-01-05") =>
  bloc(BlocEvent.create.MemberSuspended({ unit, reason: "Điều tra", suspendedOn }));
const reinstated = (unit: string) =>
  bloc(BlocEvent.create.MemberReinstated({ unit, reinstatedOn: "2023-01-07" }));
const admitted = (unit: string, admittedOn = "2023-01-05") =>
  bloc(BlocEvent.create.MemberAdmitted({ unit, name: `Đơn vị ${unit}`, admittedOn, decision: document }));
const bylaws = (certificates: number, version = 1, effectiveFrom = "2022-01-01") =>
  bloc(adopted(bylawsWith(certificates), { version, effectiveFrom }));
const disciplined = (unit: string, season = "2022") =>
  bloc(
    BlocEvent.create.UnitDisciplined({
      ...{ discipline: `of-${unit}`, unit, form: "reprimand", season },
      ...{ disciplinedOn: "2023-01-05", decision: document },
    }),
  );
const lifted = (unit: string) =>
  bloc(
    BlocEvent.create.DisciplineLifted({
      ...{ discipline: `of-${unit}`, unit, liftedOn: "2023-01-06", decision: document },
    }),
  );

const opened = (change: Partial<Terms> = {}, id = "flag") =>
  vote(id, create.BallotOpened({ ...terms, ...change }));
const revised = (change: Partial<Terms>, id = "flag") =>
  vote(id, create.BallotRevised({ ...terms, ...change }));
const paper = (id = "flag") => vote(id, create.PaperIssued({ unit: "police", receivedBy: "police" }));
const signed = (elected: string[], change: object = {}, id = "flag") => vote(id, certified(elected, change));
const again = (elected: string[], certification = 2) =>
  signed(elected, { certification, supersedes: certification - 1, certifiedOn: "2023-01-12" });
const annulled = (id = "flag") =>
  vote(
    id,
    create.BallotAnnulled({ ground: "irregularity", reason: "Sai thủ tục", annulledOn: "2023-01-13" }),
  );
const round = nextBallotId("flag", certificate);
const roundTerms = {
  purpose: { kind: "honour", honour: certificate },
  follows: { kind: "round", ballot: "flag" },
} as const;
const roundSigned = (elected: string[], id = round, ballot = "flag") =>
  signed(elected, { purpose: roundTerms.purpose, follows: { kind: "round", ballot } }, id);

const start = [bylaws(2), meeting];
const given = (...facts: Fact[]) => givenProcess(holdRounds, logOf<SeasonEvent>(...facts));
const wanted = (...facts: Fact[]) =>
  given(...facts).wanted.map(({ id, command: { type, data } }) => ({ id, type, data }));
const open = (...facts: Fact[]) => holdRounds.matters(given(...facts).state.facts, "bloc/2022");
const codes = (...facts: Fact[]) => open(...facts).map(({ law, what: { type } }) => [law, type]);

describe("the next round (C7)", () => {
  const flagWon = [...start, opened(), signed(["procuracy"])];

  it("is opened on the same terms without whom the flag went to, for the seats of the bylaws", () => {
    expect(wanted(...flagWon)).toEqual([
      {
        id: round,
        type: "OpenBallot",
        data: { ...terms, ...roundTerms, nominees: ["police", "military", "court"], seats: 2 },
      },
    ]);
    expect(given(...flagWon).wanted[0]?.claim).toMatchObject({ law: "C7" });
  });

  it("has all nominees where nobody got the flag, and never more seats than nominees", () => {
    expect(wanted(...start, opened(), signed([]))).toMatchObject([{ data: { nominees: units, seats: 2 } }]);
    const few = opened({ nominees: ["procuracy", "police"] });
    expect(wanted(...start, few, signed(["procuracy"]))).toMatchObject([
      { data: { nominees: ["police"], seats: 1 } },
    ]);
    expect(wanted(...start, opened({ nominees: ["procuracy"] }), signed(["procuracy"]))).toEqual([]);
  });

  it("asks for no more names on a paper than there are nominees left", () => {
    const method = { kind: "forAndAgainst" as const, namesMax: 4 };
    expect(wanted(...start, opened({ method }), signed(["procuracy"]))).toMatchObject([
      { data: { method: { namesMax: 3 } } },
    ]);
  });

  it("has the seats of its own bloc, and of the version that the first ballot names", () => {
    const elsewhere = bloc(adopted(bylawsWith(5)), "other");
    const newer = bylaws(1, 2, "2022-09-10");
    expect(wanted(elsewhere, ...start, newer, opened(), signed(["procuracy"]))).toMatchObject([
      { data: { seats: 2, bylawsVersion: 1 } },
    ]);
    const underNewer = [...start, newer, opened({ bylawsVersion: 2 }), signed(["procuracy"])];
    expect(wanted(...underNewer)).toMatchObject([{ data: { seats: 1, bylawsVersion: 2 } }]);
  });

  it("of a re-vote has the seats of the version that the first ballot names", () => {
    const follows = { kind: "revote", ballot: "flag", annulledOn: "2023-01-13" } as const;
    const revote = opened({ bylawsVersion: 2, follows }, "flag-again");
    const facts = [...start, bylaws(1, 2, "2022-09-10"), opened(), signed(["court"]), annulled(), revote];
    expect(wanted(...facts, signed(["police"], { follows, bylawsVersion: 2 }, "flag-again"))).toMatchObject([
      { id: nextBallotId("flag-again", certificate), data: { seats: 2, bylawsVersion: 1 } },
    ]);
  });

  it("does not follow the last honour, one that the bylaws do not name, an office, or a bloc without bylaws", () => {
    const last = { purpose: { kind: "honour", honour: certificate } } as const;
    const other = { purpose: { kind: "honour", honour: { ...flag, authority: "Bộ" } } } as const;
    for (const change of [last, other, { purpose: { kind: "chair" } } as const])
      expect(wanted(...start, opened(change), signed(["police"], change))).toEqual([]);
    expect(wanted(meeting, opened(), signed(["police"]))).toEqual([]);
    const alone = { ...bylawsWith(1), honours: [{ honour: flag, seats: 1 }] };
    expect(wanted(bloc(adopted(alone)), meeting, opened(), signed(["police"]))).toEqual([]);
  });

  it("is opened once its bloc and the bylaws are known, whichever is recorded last", () => {
    expect(wanted(opened(), signed(["procuracy"]), meeting, bylaws(2))).toMatchObject([{ id: round }]);
    expect(wanted(opened(), signed(["procuracy"]), bylaws(2), meeting)).toMatchObject([{ id: round }]);
  });

  it("is not owed where people vote on the honour apart, and is set aside where they come to do so", () => {
    const apart = opened({ purpose: roundTerms.purpose }, "apart");
    expect(wanted(...start, apart, opened(), signed(["procuracy"]))).toEqual([]);
    expect(wanted(...flagWon, apart)).toMatchObject([
      { id: round, type: "AnnulBallot", data: { ground: "setAside", annulledOn: "2023-01-09" } },
    ]);
  });

  it("is the one that people opened to follow the round before", () => {
    const byHand = opened({ ...roundTerms, nominees: ["police", "military", "court"], seats: 2 }, "by-hand");
    expect(wanted(...start, opened(), byHand, signed(["procuracy"]))).toEqual([]);
  });

  it("that confirms the highest scores has the highest of those who are left", () => {
    const scores = units.map((unit, at) => ({ unit, points: 9_000 - 100 * at }));
    const voting = { ...terms.voting, selection: "scoreThenConfirm" as const };
    const confirming = opened({ nominees: ["procuracy"], voting, tieData: { ...terms.tieData, scores } });
    expect(wanted(...start, confirming, signed(["procuracy"]))).toMatchObject([
      { data: { nominees: ["police", "military"], seats: 2, tieData: { scores: scores.slice(1) } } },
    ]);
  });
});

describe("a round at a conference (C18, C18c)", () => {
  const { create: told } = ConferenceEvent;
  const at = (event: SeasonEvent): Fact => [meeting[0], event];
  const person = { name: "An" };
  const sitting = at(
    told.ConferenceOpened({
      ...{ openedOn: "2023-01-09", chair: person, secretary: person },
      ...{ present: units, needed: 3 },
    }),
  );
  const putOff = at(
    told.ConferenceAdjourned({
      from: "2023-01-09",
      to: "2023-01-10",
      place: "Hội trường",
      reason: "Mất điện",
    }),
  );
  const closed = at(
    told.ConferenceClosed({
      ...{ closedOn: "2023-01-09", chair: person, secretary: person, summary: "Xong" },
      minutes: { kind: "minutes", number: "1/BB", issuedOn: "2023-01-09", issuer: "Khối" },
    }),
  );
  const held = { ballot: round, matter: "Bình chọn đơn vị đề nghị tặng Bằng khen của UBND tỉnh" };
  const flagWon = [opened(), signed(["procuracy"])];
  const { conference: _, ...apart } = { ...terms, ...roundTerms, bloc: "bloc" };
  const lists = { nominees: ["police", "military", "court"], seats: 2 };

  it("is named in the minutes of the conference while that is open, and once it is open again", () => {
    expect(wanted(...start, sitting, ...flagWon)).toMatchObject([
      { id: round, type: "OpenBallot", data: { conference: terms.conference } },
      { id: terms.conference, type: "HoldBallot", data: held },
    ]);
    expect(wanted(...start, ...flagWon).map(({ type }) => type)).toEqual(["OpenBallot"]);
    const reopened = [...start, sitting, putOff, ...flagWon, sitting];
    expect(wanted(...reopened)).toEqual([{ id: terms.conference, type: "HoldBallot", data: held }]);
  });

  it("is named by people, where they were first", () => {
    const byHand = at(told.BallotHeld({ ...held, matter: "Bình chọn Bằng khen", present: units }));
    expect(wanted(...start, sitting, byHand, ...flagWon).map(({ type }) => type)).toEqual(["OpenBallot"]);
  });

  it("belongs to no conference that is closed, and to the bloc as before", () => {
    expect(wanted(...start, sitting, closed, ...flagWon)).toEqual([
      { id: round, type: "OpenBallot", data: { ...apart, ...lists } },
    ]);
    expect(wanted(...start, sitting, ...flagWon, closed)).toEqual([
      { id: round, type: "ReviseBallot", data: { ...apart, ...lists } },
    ]);
    expect(wanted(...start, sitting, ...flagWon, paper(round), closed)).toEqual([]);
  });

  it("is a run-off as well, which is held apart in the same way", () => {
    const call = create.RunOffCalled({ step: 1, round: 1, field: ["military", "police"], seats: 1 });
    const runOff = runOffId("flag", { step: 1, round: 1 });
    const called = [...start, sitting, opened(), paper(), vote("flag", call)];
    const matter = "Bầu lại đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh";
    expect(wanted(...called)).toMatchObject([
      { id: runOff, type: "OpenBallot" },
      { id: terms.conference, type: "HoldBallot", data: { ballot: runOff, matter } },
    ]);
    expect(wanted(...called, closed)).toMatchObject([
      { id: runOff, type: "ReviseBallot", data: { bloc: "bloc", nominees: ["military", "police"] } },
    ]);
    expect(wanted(...called, closed)[0]?.data).not.toHaveProperty("conference");
  });

  it("follows a ballot that names its bloc and no conference on the same terms", () => {
    const { conference: __, ...byLetter } = terms;
    const flag = vote("flag", create.BallotOpened({ ...byLetter, bloc: "bloc" }));
    const record = vote("flag", certified(["procuracy"], { conference: undefined, bloc: "bloc" }));
    expect(wanted(bylaws(2), flag, record)).toEqual([
      { id: round, type: "OpenBallot", data: { ...apart, ...lists } },
    ]);
    expect(wanted(constituted, bylaws(2), flag, suspended("police"), record)).toMatchObject([{ id: round }]);
  });
});

describe("a second ballot on the same, which is no re-vote (X12)", () => {
  const flagWon = [...start, opened(), signed(["procuracy"])];
  const later = { certifiedOn: "2023-01-10" };
  const second = [opened({}, "other"), signed(["police"], later, "other")];
  const roundOf = (id: string) => nextBallotId(id, certificate);

  it("has no round of its own, and is listed", () => {
    expect(wanted(...flagWon, ...second)).toEqual([]);
    expect(open(...flagWon, paper(), ...second, paper("other"))).toMatchObject([
      {
        key: "results/bloc/2022/other",
        law: "X12",
        what: { type: "TwoResults", data: { purpose: terms.purpose, season: "2022" } },
        since: "2023-01-10",
      },
    ]);
  });

  it("takes the place of the first one with its round, where it was certified sooner", () => {
    const sooner = signed(["police"], { certifiedOn: "2023-01-08" }, "other");
    expect(wanted(...flagWon, opened({}, "other"), sooner)).toMatchObject([
      { id: round, type: "AnnulBallot", data: { ground: "setAside", annulledOn: "2023-01-09" } },
      { id: roundOf("other"), type: "OpenBallot", data: { nominees: ["procuracy", "military", "court"] } },
    ]);
    expect(wanted(...flagWon, paper(round), opened({}, "other"), sooner)).toMatchObject([
      { id: roundOf("other"), type: "OpenBallot" },
    ]);
  });

  it("counts, and has its round, once the first one is annulled", () => {
    expect(wanted(...flagWon, paper(round), ...second, annulled())).toMatchObject([
      { id: round, type: "AnnulBallot", data: { ground: "roundVoid" } },
      { id: roundOf("other"), type: "OpenBallot" },
    ]);
  });
});

describe("a round without a paper (C8)", () => {
  const flagWon = [...start, opened(), signed(["procuracy"])];

  it("is revised when a recount gives the flag to another, and not when it confirms", () => {
    expect(wanted(...flagWon, again(["police"]))).toMatchObject([
      { id: round, type: "ReviseBallot", data: { nominees: ["procuracy", "military", "court"] } },
    ]);
    expect(wanted(...flagWon, again(["procuracy"]))).toEqual([]);
  });

  it("keeps what people set in it, and the list that they made, until the round before is another", () => {
    const tellers = { head: { name: "Dũng" }, members: [{ name: "Hà" }] };
    const byHand = revised({ ...roundTerms, nominees: ["police", "court"], seats: 2, tellers }, round);
    expect(wanted(...flagWon, byHand)).toEqual([]);
    expect(wanted(...flagWon, byHand, again(["police"]))).toMatchObject([
      { type: "ReviseBallot", data: { nominees: ["procuracy", "military", "court"], tellers } },
    ]);
  });

  it("stands once it has one; who has won since is listed, and who could not be voted for", () => {
    const voted = [...flagWon, paper(round), roundSigned(["police", "court"]), again(["police"])];
    expect(wanted(...voted)).toEqual([]);
    expect(open(...voted)).toMatchObject([
      {
        key: `round/bloc/2022/${round}`,
        law: "C8",
        what: { type: "RoundVotedOnOldList", data: { won: ["police"], missing: ["procuracy"] } },
        since: "2023-01-12",
      },
    ]);
    expect(open(...voted, again(["procuracy"], 3))).toEqual([]);
  });

  it.each<[string, SeasonEvent]>([
    ["a call", create.VoteCalled({ unit: "police", vote: { kind: "blank" } })],
    [
      "a show of hands",
      create.TallySubmitted({
        teller: "An",
        reading: 1,
        tally: { valid: 0, invalid: 0, blank: 0, lines: [] },
      }),
    ],
    [
      "a consensus",
      create.NomineesAcclaimed({ elected: ["police"], outcome: certified(["police"]).data.outcome }),
    ],
  ])("has begun by %s, too", (_, event) => {
    expect(wanted(...flagWon, vote(round, event), again(["police"]))).toEqual([]);
  });
});

describe("a round after a round", () => {
  const letter = { kind: "letterOfCommendation", authority: "UBND tỉnh" } as const;
  const honours = [...bylawsWith(1).honours, { honour: letter, seats: 1 }];
  const first = [bloc(adopted({ ...bylawsWith(1), honours })), meeting, opened(), signed(["procuracy"])];
  const letters = nextBallotId(round, letter);
  const certificates = [...first, paper(round), roundSigned(["court"])];

  it("nominates whom no round before has elected, also where the flag moves to a unit by a recount (C8)", () => {
    expect(wanted(...certificates)).toMatchObject([
      { id: letters, type: "OpenBallot", data: { nominees: ["police", "military"], seats: 1 } },
    ]);
    expect(wanted(...certificates, again(["police"]))).toMatchObject([
      { id: letters, type: "ReviseBallot", data: { nominees: ["military"] } },
    ]);
  });

  it("is annulled or listed with the flag, and so is what came of its ties (C10)", () => {
    expect(wanted(...certificates, annulled())).toMatchObject([
      { id: letters, type: "AnnulBallot", data: { ground: "roundVoid", annulledOn: "2023-01-13" } },
    ]);
    const call = create.RunOffCalled({ step: 1, round: 1, field: ["military", "police"], seats: 1 });
    const runOff = runOffId(letters, { step: 1, round: 1 });
    const by = { kind: "runOff" as const, round: 1, ballot: runOff, elected: ["police"], tied: [] };
    const purpose = { kind: "honour", honour: letter } as const;
    const voted = [
      ...[...certificates, paper(letters), vote(letters, call)],
      signed(
        ["police"],
        { purpose, follows: { kind: "runOff", ballot: letters, step: 1, round: 1 } },
        runOff,
      ),
      signed(["police"], { purpose, follows: { kind: "round", ballot: round }, brokenBy: [by] }, letters),
    ];
    expect(wanted(...voted, annulled())).toMatchObject([
      { id: runOff, type: "AnnulBallot", data: { ground: "noTieLeft", annulledOn: "2023-01-13" } },
    ]);
    expect(codes(...voted, annulled())).toEqual([
      ["X12", "RevoteAwaited"],
      ["C10", "RoundOfVoidBallot"],
      ["C10", "RoundOfVoidBallot"],
    ]);
  });
});

describe("a run-off (C9)", () => {
  const call = create.RunOffCalled({ step: 1, round: 1, field: ["military", "police"], seats: 1 });
  const runOff = runOffId("flag", { step: 1, round: 1 });
  const follows = { kind: "runOff", ballot: "flag", step: 1, round: 1 } as const;
  const count = create.BallotCounted({
    ...{ reading: 1, base: { of: "validPapers", figure: 4, votesNeeded: 3 }, secrecyImpossible: [] },
    figures: {
      electors: 4,
      present: 4,
      consulted: 0,
      issued: 4,
      spoiled: 0,
      returned: 4,
      valid: 4,
      invalid: 0,
      blank: 0,
    },
    lines: [{ nominee: "police", for: 2, against: 2, noOpinion: 0 }],
    outcome: {
      ...{ kind: "undecided", elected: [], notElected: ["procuracy", "court"], vacant: 0 },
      undecided: { tied: ["military", "police"], seats: 1 },
    },
  });
  const called = [...start, opened(), paper(), vote("flag", count), vote("flag", call)];
  const ran = (elected: string[], id = runOff) => signed(elected, { follows }, id);
  const revoted = { kind: "revote", ballot: runOff, annulledOn: "2023-01-13" } as const;
  const runOffAgain = (change: Partial<Terms> = {}) =>
    opened(
      {
        ...{ nominees: ["military", "police"], seats: 1, follows: revoted },
        ...{ voting: { ...terms.voting, tieLadder: [] }, ...change },
      },
      "again",
    );

  it("is opened among exactly the tied, on the terms of its parent and without a ladder", () => {
    expect(wanted(...called)).toMatchObject([
      { id: runOff, type: "OpenBallot", data: { nominees: ["military", "police"], seats: 1, follows } },
    ]);
  });

  it("needs no bloc and no bylaws", () => {
    const facts = called.filter(([stream]) => stream.startsWith("Ballot-"));
    expect(wanted(...facts)).toMatchObject([{ id: runOff, type: "OpenBallot" }]);
  });

  it("tells its parent what it came to, and no more when a recount confirms that", () => {
    expect(wanted(...called, ran(["police"]))).toEqual([
      {
        id: "flag",
        type: "RecordRunOff",
        data: { step: 1, round: 1, ballot: runOff, elected: ["police"], tied: [] },
      },
    ]);
    const confirmed = signed(["police"], { follows, certification: 2, supersedes: 1 }, runOff);
    expect(wanted(...called, ran(["police"]), confirmed)).toEqual([]);
  });

  it("that is annulled is void for its parent (C9b), and its re-vote is told in its place", () => {
    const facts = [...called, ran(["police"]), annulled(runOff)];
    expect(given(...facts).wanted).toMatchObject([
      { id: "flag", command: { type: "VoidRunOff", data: { ballot: runOff } }, claim: { law: "C9b" } },
    ]);
    expect(wanted(...facts, runOffAgain())).toEqual([]);
    const told = wanted(...facts, runOffAgain(), signed(["military"], { follows: revoted }, "again"));
    expect(told).toMatchObject([
      { id: "flag", type: "VoidRunOff", data: { ballot: runOff } },
      {
        id: "flag",
        type: "RecordRunOff",
        data: { step: 1, round: 1, ballot: "again", elected: ["military"], insteadOf: runOff },
      },
    ]);
  });

  it("is told by no re-vote on other terms", () => {
    const other = runOffAgain({ nominees: ["military", "court"] });
    const facts = [...called, ran(["police"]), annulled(runOff), other];
    expect(wanted(...facts, signed(["court"], { follows: revoted }, "again"))).toEqual([]);
  });

  it("proposes nobody to a round, and has none itself", () => {
    const facts = [...called, ran(["police"])];
    expect(wanted(...facts).filter(({ type }) => type === "OpenBallot")).toEqual([]);
  });

  it("counts for nothing once its parent is certified without it, or is annulled (C10)", () => {
    const without = signed(["court"]);
    expect(wanted(...called, without)).toContainEqual({
      ...{ id: runOff, type: "AnnulBallot" },
      data: expect.objectContaining({ ground: "noTieLeft", annulledOn: "2023-01-09" }),
    });
    expect(wanted(...called, annulled())).toMatchObject([
      { id: runOff, type: "AnnulBallot", data: { ground: "noTieLeft", annulledOn: "2023-01-13" } },
    ]);
  });

  it("counts where its parent was certified with its re-vote", () => {
    const by = { kind: "runOff" as const, round: 1, ballot: "again", elected: ["military"], tied: [] };
    const facts = [...called, ran(["police"]), annulled(runOff), runOffAgain()];
    const told = [...facts, signed(["military"], { follows: revoted }, "again")];
    expect(wanted(...told, signed(["military"], { brokenBy: [by] })).map(({ type }) => type)).toEqual([
      "OpenBallot",
    ]);
  });
});

describe("ballots that say that they follow each other", () => {
  const behind = (ballot: string) => ({ ...roundTerms, follows: { kind: "round", ballot } }) as const;
  const circle = [["a", "b"] as const, ["b", "a"] as const, ["c", "a"] as const];
  const facts = [
    ...circle.map(([id, before]) => opened(behind(before), id)),
    ...circle.map(([id, before]) => signed(["court"], behind(before), id)),
  ];

  it("are as they were set, and count for nothing together", () => {
    expect(wanted(...start, ...facts).filter(({ id }) => id === "a" || id === "b")).toEqual([]);
    expect(codes(...start, ...facts, annulled("b"))).toEqual([
      ["C10", "RoundOfVoidBallot"],
      ["C10", "RoundOfVoidBallot"],
    ]);
  });
});

describe("what came of an annulled ballot (C10)", () => {
  const flagWon = [...start, opened(), signed(["procuracy"])];
  const follows = { kind: "revote", ballot: "flag", annulledOn: "2023-01-13" } as const;
  const second = nextBallotId("flag-again", certificate);

  it("is annulled where its record is not signed, on the day of the annulment", () => {
    expect(given(...flagWon, paper(round), annulled()).wanted).toMatchObject([
      {
        id: round,
        command: { type: "AnnulBallot", data: { ground: "roundVoid", annulledOn: "2023-01-13" } },
        claim: { law: "C10" },
      },
    ]);
  });

  it("is listed where it is signed, until the honour has a result again", () => {
    const void_ = [...flagWon, paper(round), roundSigned(["court"]), annulled()];
    expect(wanted(...void_)).toEqual([]);
    expect(open(...void_)).toMatchObject([
      { key: "revote/bloc/2022/flag", law: "X12", what: { type: "RevoteAwaited" } },
      { key: `round/bloc/2022/${round}/next`, law: "C10", what: { type: "RoundOfVoidBallot" } },
    ]);
    const revote = [opened({ follows }, "flag-again"), signed(["police"], { follows }, "flag-again")];
    expect(codes(...void_, ...revote)).toEqual([["C10", "RoundOfVoidBallot"]]);
    expect(codes(...void_, ...revote, paper(second), roundSigned(["court"], second, "flag-again"))).toEqual(
      [],
    );
  });

  it("is no round of the re-vote, which has its own", () => {
    const facts = [...flagWon, annulled(), opened({ follows }, "flag-again")];
    expect(wanted(...facts, signed(["police"], { follows }, "flag-again"))).toMatchObject([
      { id: second, type: "OpenBallot", data: { nominees: ["procuracy", "military", "court"] } },
    ]);
  });

  it("is the re-vote of a round, too", () => {
    const again_ = { ...roundTerms, follows: { ...follows, ballot: round } };
    const facts = [
      ...flagWon,
      paper(round),
      roundSigned(["court"]),
      annulled(round),
      opened(again_, "r-again"),
    ];
    expect(wanted(...facts, annulled())).toMatchObject([
      { id: "r-again", type: "AnnulBallot", data: { ground: "roundVoid" } },
    ]);
  });
});

describe("the lists of a ballot (C24, C31)", () => {
  const prepared = [constituted, ...start, opened()];

  it("lose who is no active member on the day, and get it back", () => {
    const without = ["procuracy", "military", "court"];
    expect(given(...prepared, suspended("police")).wanted).toMatchObject([
      {
        id: "flag",
        command: { type: "ReviseBallot", data: { electors: without, nominees: without } },
        claim: { law: "C24" },
      },
    ]);
    expect(wanted(...prepared, suspended("police"), reinstated("police"))).toMatchObject([
      { type: "ReviseBallot", data: { electors: units, nominees: units } },
    ]);
    expect(wanted(...prepared, suspended("police", "2023-01-10"))).toEqual([]);
  });

  it("have who has joined among the electors; nobody is nominated by that", () => {
    expect(wanted(...prepared, admitted("border"))).toMatchObject([
      { data: { electors: [...units, "border"], nominees: units } },
    ]);
  });

  it("have fewer seats where fewer are left, and no elector that takes no part", () => {
    const two = opened({ nominees: ["police", "court"], seats: 2, recused: ["police"] });
    expect(wanted(constituted, ...start, two, suspended("police"))).toMatchObject([
      { data: { nominees: ["court"], seats: 1, recused: [] } },
    ]);
  });

  it("are those of the day to which the conference is put off, and of the day of a re-vote", () => {
    const putOff: Fact = [
      meeting[0],
      ConferenceEvent.create.ConferenceAdjourned({
        from: "2023-01-09",
        to: "2023-01-20",
        place: "Hội trường",
        reason: "Mất điện",
      }),
    ];
    expect(wanted(...prepared, suspended("police", "2023-01-15"), putOff)).toMatchObject([
      { data: { nominees: ["procuracy", "military", "court"] } },
    ]);
    const follows = { kind: "revote", ballot: "flag", annulledOn: "2023-01-13" } as const;
    const facts = [...prepared, suspended("police", "2023-01-12"), signed(["court"]), annulled()];
    expect(wanted(...facts, opened({ follows }, "flag-again"))).toMatchObject([
      { id: "flag-again", data: { nominees: ["procuracy", "military", "court"] } },
    ]);
  });

  it("stay after the first paper: a change that is recorded late is listed", () => {
    const voted = [...prepared, paper()];
    expect(wanted(...voted, suspended("police"))).toEqual([]);
    expect(open(...voted, suspended("police"))).toMatchObject([
      { law: "C24", what: { type: "ListsOlderThanMembers", data: { units: ["police"] } } },
    ]);
    expect(codes(...voted, suspended("police"), annulled())).toEqual([["X12", "RevoteAwaited"]]);
  });

  it("were right where the bloc is dissolved later on that day", () => {
    const dissolved = (dissolvedOn: string) =>
      bloc(BlocEvent.create.BlocDissolved({ dissolvedOn, reason: "Sáp nhập", decision: document }));
    const voted = [...prepared, paper(), signed(["court"])];
    const laws = (...facts: Fact[]) => codes(...facts).map(([law]) => law);
    expect(laws(...voted, dissolved("2023-01-09"))).not.toContain("C24");
    expect(laws(...voted, dissolved("2023-01-08"))).toContain("C24");
  });

  it("lose from the nominees for an honour who is disciplined for the season, until that is lifted", () => {
    const without = ["procuracy", "military", "court"];
    expect(wanted(...prepared, disciplined("police"))).toMatchObject([
      { type: "ReviseBallot", data: { electors: units, nominees: without } },
    ]);
    expect(wanted(...prepared, disciplined("police", "2021"))).toEqual([]);
    const chair = [constituted, ...start, opened({ purpose: { kind: "chair" } }, "chair")];
    expect(wanted(...chair, disciplined("police"))).toEqual([]);
    expect(wanted(...prepared, disciplined("police"), lifted("police"))).toMatchObject([
      { data: { nominees: units } },
    ]);
  });

  it("of a round follow, too", () => {
    const facts = [...prepared, paper(), signed(["procuracy"])];
    expect(wanted(...facts, suspended("police"))).toMatchObject([
      { id: round, type: "ReviseBallot", data: { electors: ["procuracy", "military", "court"] } },
    ]);
  });
});

describe("the scores of a ballot (C30)", () => {
  const board = (event: SeasonEvent): Fact => ["Scoreboard-board", event];
  const result = (unit: string, points: number) => ({
    ...{ unit, rank: 1, points, assigned: 10_000, tiedWith: [] },
    lines: [{ criterion: "t1", points }],
  });
  const scored = board(ScoreboardEvent.create.ScoreboardOpened({ bloc: "bloc", season: "2022", units }));
  const finalised = board(
    ScoreboardEvent.create.ScoreboardFinalised({
      ...{ finalisedOn: "2022-12-28", excluded: [] },
      results: units.map((unit) => result(unit, 9_000)),
    }),
  );
  const correctedTo = (pointsOf: (at: number) => number) =>
    board(
      ScoreboardEvent.create.ScoreboardCorrected({
        ...{ findings: [], exclusions: [], reinstated: [], reason: "Chấm sai", correctedOn: "2023-01-10" },
        ...{ excluded: [], results: units.map((unit, at) => result(unit, pointsOf(at))) },
      }),
    );
  const corrected = correctedTo((at) => 9_000 - at);
  const scores = units.map((unit) => ({ unit, points: 9_000 }));
  const voting = { ...terms.voting, tieLadder: [{ kind: "score" as const }] };
  const ready = [...start, scored, finalised, opened({ voting, tieData: { ...terms.tieData, scores } })];

  it("are those last finalised or corrected, as long as it has no paper", () => {
    expect(wanted(...ready)).toEqual([]);
    expect(given(...ready, corrected).wanted).toMatchObject([
      {
        command: {
          type: "ReviseBallot",
          data: { tieData: { scores: units.map((unit, at) => ({ unit, points: 9_000 - at })) } },
        },
        claim: { law: "C30" },
      },
    ]);
  });

  it("are listed after the first paper where they broke a tie, and not otherwise", () => {
    const outcome = certified(["police"]).data.outcome;
    const step = vote("flag", create.TieStepTaken({ step: 1, by: { kind: "score" }, outcome }));
    expect(wanted(...ready, paper(), corrected)).toEqual([]);
    expect(codes(...ready, paper(), corrected)).toEqual([]);
    expect(codes(...ready, paper(), step, corrected)).toEqual([["C30", "ScoresCorrectedAfterVote"]]);
    const without = signed(["police"], { brokenBy: [] });
    expect(codes(...ready, paper(), step, without, corrected)).toEqual([]);
  });

  it("are in a run-off those of the ballot that called it, whose first paper fixed them", () => {
    const call = create.RunOffCalled({ step: 1, round: 1, field: ["military", "police"], seats: 1 });
    const called = [...ready, paper(), vote("flag", call)];
    expect(wanted(...called)).toMatchObject([{ type: "OpenBallot", data: { tieData: { scores } } }]);
    expect(wanted(...called, corrected)).toEqual([]);
    expect(codes(...called, corrected)).toEqual([]);
  });

  it("choose the nominees of a vote that confirms the highest", () => {
    const confirming = { ...voting, selection: "scoreThenConfirm" as const };
    const facts = [
      ...start,
      scored,
      finalised,
      opened({ voting: confirming, tieData: { ...terms.tieData, scores } }),
    ];
    expect(wanted(...facts, corrected)).toMatchObject([
      { type: "ReviseBallot", data: { nominees: ["procuracy"], seats: 1 } },
    ]);
    expect(codes(...facts, paper(), corrected)).toEqual([]);
    const otherwise = correctedTo((at) => 9_000 + at);
    const few = opened({
      ...{ voting: confirming, nominees: ["procuracy"] },
      tieData: { ...terms.tieData, scores: units.map((unit, at) => ({ unit, points: 9_000 - at })) },
    });
    expect(codes(...start, scored, few, paper(), otherwise)).toEqual([["C30", "ScoresCorrectedAfterVote"]]);
  });
});

describe("new bylaws (C32)", () => {
  it("list what was prepared under the old ones and has no paper, and nothing else", () => {
    const prepared = [...start, opened()];
    const newer = bylaws(3, 2, "2023-01-05");
    expect(open(...prepared, newer)).toMatchObject([
      { law: "C32", since: "2023-01-05", what: { type: "BylawsChangedMeanwhile" } },
    ]);
    expect(wanted(...prepared, newer)).toEqual([]);
    expect(open(...prepared, bylaws(3, 2, "2023-01-10"))).toEqual([]);
    expect(open(...prepared, paper(), newer)).toEqual([]);
    expect(open(...prepared, newer, revised({ bylawsVersion: 2 }))).toEqual([]);
    expect(codes(...prepared, newer, signed(["procuracy"])).length).toBe(2);
  });
});

describe("a complaint that was upheld (X12)", () => {
  const complaint = { challenge: "c", challenger: "court", ground: "Kiểm nhầm", raisedOn: "2023-01-10" };
  const raised = vote("flag", create.ResultChallenged(complaint));
  const answer = { challenge: "c", reason: "Đúng", decidedOn: "2023-01-11" };
  const upheld = vote("flag", create.ChallengeUpheld(answer));
  const doubted = [...start, opened(), signed(["procuracy"]), raised];
  const confirmed = vote("flag", create.ResultConfirmed({ reading: 2, certification: 1 }));

  it("awaits a recount or an annulment, within the days of the bylaws", () => {
    expect(open(...doubted)).toEqual([]);
    expect(open(...doubted, upheld)).toEqual([
      {
        ...{ key: "remedy/bloc/2022/flag/c", law: "X12", since: "2023-01-11", due: "2023-01-21", ready: [] },
        what: {
          type: "RemedyAwaited",
          data: { purpose: terms.purpose, season: "2022", upheldOn: "2023-01-11" },
        },
      },
    ]);
    expect(open(...doubted, upheld, again(["procuracy"]))).toEqual([]);
    expect(open(...doubted, upheld, confirmed)).toEqual([]);
    expect(codes(...doubted, upheld, annulled())).toEqual([["X12", "RevoteAwaited"]]);
    expect(open(...doubted, vote("flag", create.ChallengeDismissed(answer)))).toEqual([]);
  });

  it("does so of every vote, that on the deputy chair too", () => {
    const purpose = { kind: "deputyChair" } as const;
    const deputy = [...start, opened({ purpose }), signed(["procuracy"], { purpose }), raised, upheld];
    expect(codes(...deputy)).toEqual([["X12", "RemedyAwaited"]]);
  });
});

describe("a vote that was annulled (X12)", () => {
  const follows = { kind: "revote", ballot: "flag", annulledOn: "2023-01-13" } as const;
  const flagVoid = [...start, opened(), signed(["procuracy"]), annulled()];
  const onGround = (ground: "setAside" | "noQuorum", id = "flag") =>
    vote(id, create.BallotAnnulled({ ground, reason: "Không tiến hành", annulledOn: "2023-01-09" }));
  const isAwaited = (...facts: Fact[]) =>
    open(...facts).flatMap(({ key, what }) => (what.type === "RevoteAwaited" ? [key] : []));
  const cancelled: Fact = [
    `Conference-${terms.conference}`,
    ConferenceEvent.create.ConferenceCancelled({ cancelledOn: "2023-01-14", reason: "Hoãn" }),
  ];
  const dissolved = bloc(
    BlocEvent.create.BlocDissolved({ dissolvedOn: "2023-01-20", reason: "Sáp nhập", decision: document }),
  );

  it("is to be held again within the days of the bylaws, until its re-vote is certified", () => {
    const awaited = {
      ...{ key: "revote/bloc/2022/flag", law: "X12", since: "2023-01-13", due: "2023-02-12", ready: [] },
      what: {
        type: "RevoteAwaited",
        data: { purpose: terms.purpose, season: "2022", annulledOn: "2023-01-13" },
      },
    };
    expect(open(...flagVoid)).toEqual([awaited]);
    const prepared = [...flagVoid, opened({ follows }, "again")];
    expect(open(...prepared)).toEqual([awaited]);
    expect(open(...prepared, signed(["police"], { follows }, "again"))).toEqual([]);
  });

  it("is due by the bylaws that were in force on the day of its annulment (C32)", () => {
    const quick = (effectiveFrom: string) =>
      bloc(
        adopted({ ...bylawsWith(2), policies: { awaited: { revote: 5 } } }, { version: 2, effectiveFrom }),
      );
    expect(open(...flagVoid, quick("2023-01-13"))).toMatchObject([{ due: "2023-01-18" }]);
    expect(open(...flagVoid, quick("2023-01-14"))).toMatchObject([{ due: "2023-02-12" }]);
  });

  it("is awaited once, for the last vote, where the re-vote was annulled, too", () => {
    const revoted = [...flagVoid, opened({ follows }, "again"), signed(["police"], { follows }, "again")];
    expect(isAwaited(...revoted, annulled("again"))).toEqual(["revote/bloc/2022/again"]);
    const second = { kind: "revote", ballot: "again", annulledOn: "2023-01-13" } as const;
    const third = [opened({ follows: second }, "third"), signed(["court"], { follows: second }, "third")];
    expect(isAwaited(...revoted, annulled("again"), ...third)).toEqual([]);
  });

  it("is still awaited where its re-vote was set aside, and not where it was set aside itself", () => {
    const prepared = [...flagVoid, opened({ follows }, "again")];
    expect(isAwaited(...prepared, onGround("setAside", "again"))).toEqual(["revote/bloc/2022/flag"]);
    expect(isAwaited(...start, opened(), onGround("setAside"))).toEqual([]);
    expect(isAwaited(...start, opened(), onGround("noQuorum"))).toEqual(["revote/bloc/2022/flag"]);
  });

  it("is a round of its own, as long as the round before it counts", () => {
    const rounds = [...start, opened(), signed(["procuracy"]), paper(round), roundSigned(["court"])];
    expect(isAwaited(...rounds, annulled(round))).toEqual([`revote/bloc/2022/${round}`]);
    expect(isAwaited(...rounds, annulled(round), annulled())).toEqual(["revote/bloc/2022/flag"]);
  });

  it("is not awaited where the honour has a result, the conference was cancelled or the bloc is dissolved", () => {
    expect(isAwaited(...flagVoid, opened({}, "other"), signed(["police"], {}, "other"))).toEqual([]);
    expect(isAwaited(...flagVoid, cancelled)).toEqual([]);
    expect(isAwaited(constituted, ...flagVoid, dissolved)).toEqual([]);
    expect(isAwaited(constituted, ...flagVoid)).toEqual(["revote/bloc/2022/flag"]);
  });

  it("is said in both languages", () => {
    const what = open(...flagVoid)[0]?.what as MatterText;
    expect(sentence(vi, what, () => undefined)).toBe(
      "Cuộc bình chọn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh năm 2022 đã bị hủy ngày 13/01/2023, chờ bỏ phiếu lại.",
    );
    expect(sentence(en, what, () => undefined)).toContain(
      "was annulled on 13 January 2023: a re-vote is awaited.",
    );
  });
});

describe("what is open about ballots", () => {
  it("is said in both languages, and without an id", () => {
    const facts = [...start, opened(), signed(["procuracy"]), paper(round), roundSigned(["police"])];
    const [matter] = open(...facts, again(["police"]));
    const what = matter?.what as MatterText;
    const names = (unit: string) => ({ procuracy: "Viện kiểm sát", police: "Công an" })[unit];
    expect(sentence(vi, what, names)).toBe(
      "Vòng bình chọn đơn vị đề nghị tặng Bằng khen của UBND tỉnh năm 2022 đã bỏ phiếu với danh sách cũ; Công an đã trúng ở vòng trước; Viện kiểm sát chưa được đưa ra bỏ phiếu. Xử lý suất bị trùng hoặc bỏ phiếu lại.",
    );
    expect(sentence(en, what, names)).toContain("was voted with the old list; Công an won");
  });
});
