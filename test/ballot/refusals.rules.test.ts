import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand, BallotRejection } from "../../src/ballot/messages.ts";
import type { Sent } from "../../src/kernel/decider.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  annul,
  assembled,
  bothSubmit,
  certify,
  challenge,
  checkIn,
  clear,
  clearTally,
  deposits,
  dismiss,
  electors,
  finalise,
  half,
  issue,
  kept,
  levelTally,
  open,
  openBox,
  openVoting,
  ranked,
  recount,
  submit,
  tally,
  terms,
  tied,
  uphold,
  voted,
} from "./life.ts";

const { create } = BallotCommand;

type Row = [
  why: string,
  before: readonly BallotCommand[],
  command: Sent<BallotCommand>,
  rejection: BallotRejection,
];

const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
const most = { numerator: 9, denominator: 10, strict: false, base: "allEligible" } as const;
const rollCall = assembled({ voting: { form: "rollCall", selfVote: false } });
const consensus = assembled({ voting: { selection: "consensus" } });
const hands = assembled({ voting: { form: "showOfHands" } });
const opened = [...voted(), openBox(...clear)];
const differing = [...opened, submit("Trần Thị B", clearTally), submit("Lê Văn C", levelTally)];
const counted = [...opened, ...bothSubmit(clearTally)];
const certified = [...counted, certify];
const call = (unit: string, ...names: string[]) => create.RecordCalledVote({ unit, vote: kept(...names) });
const lotSource = terms.tieData.lotSources[0] ?? "";
const drawn = [{ source: lotSource, values: ["7"] }];
const decide = (...elected: string[]) =>
  create.DecideTie({ step: 1, elected, chair: "court", decidedOn: "2023-01-09" });
const runOff = (round: number, elected: string[], still: string[]) =>
  create.RecordRunOff({ step: 1, round, ballot: "run-off", elected, tied: still });
const calledRunOff = [...tied({ kind: "runOff", roundsMax: 2 }), create.CallRunOff({ step: 1, round: 1 })];
const wrong = (status: "blank", ...allowed: "voting"[]): BallotRejection => ({
  type: "BallotInWrongState",
  data: { status, allowed },
});
const others = ["procuracy", "police", "military"].map((nominee) => ({ nominee, for: 0, against: 0 }));

const termsThatCannotBe: Row[] = [
  ["nobody stands", [], open({ nominees: [] }), { type: "NoNominee", data: {} }],
  [
    "somebody stands twice",
    [],
    open({ nominees: ["court", "court"] }),
    { type: "NomineeTwice", data: { nominee: "court" } },
  ],
  [
    "there are more seats than nominees",
    [],
    open({ seats: 4 }),
    { type: "MoreSeatsThanNominees", data: { seats: 4, nominees: 3 } },
  ],
  [
    "somebody has two votes",
    [],
    open({ electors: ["court", "court"] }),
    { type: "ElectorTwice", data: { unit: "court" } },
  ],
  [
    "nine tenths of eight are asked for and nobody votes for itself",
    [],
    open({ voting: { threshold: most, selfVote: false } }),
    { type: "ThresholdUnreachable", data: { nominee: "procuracy", needed: 8, possible: 7, base: 8 } },
  ],
  [
    "points are counted, and a share of papers is asked for",
    [],
    open({ method: { kind: "borda" } }),
    { type: "ThresholdNotApplicable", data: { method: "borda" } },
  ],
  [
    "the recused count in the quorum and leave too few",
    [],
    open({ recused: ["court", "police", "border"], procedure: { recusedInBase: true } }),
    { type: "QuorumImpossible", data: { needed: 6, possible: 5 } },
  ],
  [
    "everybody is recused",
    [],
    open({ recused: electors }),
    { type: "QuorumImpossible", data: { needed: 1, possible: 0 } },
  ],
  [
    "the absent vote in writing over a base of those present",
    [],
    open({ voting: { threshold: { ...most, base: "present" } }, procedure: { writtenVotes: true } }),
    { type: "BaseLeavesOutWritten", data: {} },
  ],
  [
    "rankings are to be counted by hands",
    [],
    open({
      method: { kind: "schulze", strength: "margins" },
      voting: { form: "showOfHands", threshold: noBar },
    }),
    { type: "MethodNeedsPapers", data: { method: "schulze", form: "showOfHands" } },
  ],
  [
    "two rounds are to fill two seats",
    [],
    open({ method: { kind: "twoRound" }, seats: 2, voting: { threshold: noBar } }),
    { type: "MethodFillsFewerSeats", data: { method: "twoRound", seatsMax: 1 } },
  ],
  [
    "PAV is to compare the committees of nineteen",
    [],
    open({
      method: { kind: "pav" },
      voting: { threshold: noBar },
      nominees: Array.from({ length: 19 }, (_, n) => `u${n}`),
    }),
    { type: "MethodTakesFewerNominees", data: { method: "pav", nomineesMax: 18 } },
  ],
  [
    "the vote is to confirm, and compares instead",
    [],
    open({ method: { kind: "plurality" }, voting: { selection: "scoreThenConfirm" } }),
    { type: "MethodDoesNotConfirm", data: { method: "plurality" } },
  ],
  [
    "the vote is to confirm the highest score, and others stand",
    [],
    open({ voting: { selection: "scoreThenConfirm" } }),
    { type: "NomineesNotHighest", data: { highest: ["procuracy"] } },
  ],
  [
    "a paper may keep more names than there are",
    [],
    open({ method: { kind: "limited", namesMax: 4 } }),
    { type: "NamesMaxAboveNominees", data: { namesMax: 4, nominees: 3 } },
  ],
  [
    "one teller counts twice",
    [],
    open({ tellers: { head: { name: "An" }, members: [{ name: "An" }] } }),
    { type: "TellerTwice", data: { teller: "An" } },
  ],
  [
    "a teller is of a unit that stands",
    [],
    open({ tellers: { head: { name: "An", unit: "police" }, members: [{ name: "Bình" }] } }),
    { type: "TellerIsNominee", data: { teller: "An", unit: "police" } },
  ],
  [
    "the ladder asks for scores that were not frozen",
    [],
    open({ tieData: { scores: [{ unit: "police", points: 1 }], seniority: [], lotSources: [] } }),
    { type: "TieDataMissing", data: { kind: "score", nominees: ["procuracy", "military"] } },
  ],
  [
    "a unit has two places in seniority",
    [],
    open({ tieData: { ...terms.tieData, seniority: ["police", "police"] } }),
    { type: "TieDataTwice", data: { kind: "seniority", unit: "police" } },
  ],
  [
    "a lot has no source",
    [],
    open({ voting: { tieLadder: [{ kind: "lot" }] }, tieData: { ...terms.tieData, lotSources: [] } }),
    { type: "LotWithoutSource", data: {} },
  ],
  [
    "a lot has one source twice",
    [],
    open({ tieData: { ...terms.tieData, lotSources: ["Xổ số", "Xổ số"] } }),
    { type: "LotSourceTwice", data: { source: "Xổ số" } },
  ],
];

const wrongTimes: Row[] = [
  ["it is not open", [], issue("court"), wrong("blank", "voting")],
  ["it is open on other terms", [open()], open({ seats: 2 }), { type: "BallotTaken", data: {} }],
  [
    "a paper is out",
    [...assembled(), issue("court")],
    create.ReviseBallot({ ...terms, seats: 2 }),
    { type: "RulesFrozen", data: { issued: 1 } },
  ],
  [
    "it is a roll-call, and has no papers",
    rollCall,
    issue("court"),
    { type: "BallotHeldOtherwise", data: { form: "rollCall", selection: "byVote" } },
  ],
  [
    "it is secret, and nobody calls a vote aloud",
    assembled(),
    call("court", "police"),
    { type: "BallotHeldOtherwise", data: { form: "secret", selection: "byVote" } },
  ],
  ["the box is closed to papers", voted(), issue("court"), { type: "BoxIsClosed", data: { deposited: 8 } }],
  ["the box is closed to deposits", voted(), deposits(8), { type: "BoxIsClosed", data: { deposited: 8 } }],
  [
    "the box was opened once",
    opened,
    openBox(...clear),
    { type: "BallotInWrongState", data: { status: "unsealed", allowed: ["closed"] } },
  ],
  [
    "there is no result before the box is closed",
    [...assembled(), issue("court"), deposits(1)],
    submit("Trần Thị B", clearTally),
    { type: "BallotInWrongState", data: { status: "voting", allowed: ["unsealed"] } },
  ],
];

const roll: Row[] = [
  ["a guest never votes", [open()], checkIn("guest"), { type: "NotAnElector", data: { unit: "guest" } }],
  [
    "the matter is its own",
    [...assembled({ recused: ["court"] }).filter(({ data }) => !("unit" in data && data.unit === "court"))],
    issue("court"),
    { type: "UnitRecused", data: { unit: "court" } },
  ],
  [
    "it is not there",
    [open(), ...electors.slice(0, 6).map(checkIn), openVoting],
    issue("border"),
    { type: "UnitAbsent", data: { unit: "border" } },
  ],
  [
    "it is in the room itself",
    assembled(),
    create.AcceptProxy({ principal: "court", holder: "police" }),
    { type: "UnitPresent", data: { unit: "court" } },
  ],
  [
    "nobody is proxy for itself",
    [open()],
    create.AcceptProxy({ principal: "court", holder: "court" }),
    { type: "ProxyToSelf", data: { unit: "court" } },
  ],
  [
    "its holder is represented by somebody else",
    [open(), create.AcceptProxy({ principal: "court", holder: "police" })],
    create.AcceptProxy({ principal: "border", holder: "court" }),
    { type: "ProxyChained", data: { principal: "border", holder: "court" } },
  ],
  [
    "it represents somebody else",
    [open(), create.AcceptProxy({ principal: "court", holder: "police" })],
    create.AcceptProxy({ principal: "police", holder: "border" }),
    { type: "ProxyChained", data: { principal: "police", holder: "border" } },
  ],
  [
    "somebody else holds its proxy",
    [open(), create.AcceptProxy({ principal: "court", holder: "police" })],
    create.AcceptProxy({ principal: "court", holder: "border" }),
    { type: "ProxyTaken", data: { principal: "court", holder: "police" } },
  ],
  [
    "one delegate may vote for one absent unit",
    [open(), create.AcceptProxy({ principal: "court", holder: "police" })],
    create.AcceptProxy({ principal: "border", holder: "police" }),
    { type: "TooManyProxies", data: { holder: "police", proxiesMax: 1 } },
  ],
  [
    "the absent are not asked",
    [open()],
    create.ConsultInWriting({ unit: "court" }),
    { type: "WrittenVotesNotAllowed", data: {} },
  ],
  [
    "its paper is out, and it has left",
    [...assembled(), issue("court"), create.RecordDeparture({ unit: "court" })],
    create.AcceptProxy({ principal: "court", holder: "police" }),
    { type: "PaperAlreadyIssued", data: { unit: "court" } },
  ],
];

const votes: Row[] = [
  [
    "it has no paper to give back",
    assembled(),
    create.ReplacePaper({ unit: "court", spoiled: 1 }),
    { type: "PaperNotIssued", data: { unit: "court" } },
  ],
  [
    "papers are spoiled one by one",
    [...assembled(), issue("court")],
    create.ReplacePaper({ unit: "court", spoiled: 2 }),
    { type: "CountLeaps", data: { given: 2, standing: 0 } },
  ],
  [
    "more papers than were issued",
    [...assembled(), issue("court"), issue("border")],
    deposits(3),
    { type: "MorePapersThanIssued", data: { papers: 3, issued: 2 } },
  ],
  [
    "papers do not leave the box",
    [...assembled(), ...electors.map(issue), deposits(3)],
    deposits(2),
    { type: "CountRunsBackwards", data: { given: 2, standing: 3 } },
  ],
  [
    "names are counted, not rankings",
    voted(),
    openBox([8, ranked("police")]),
    { type: "PaperOfWrongKind", data: { method: "forAndAgainst", kind: "ranking" } },
  ],
  [
    "aloud, two names are too many",
    rollCall,
    call("court", "police", "military"),
    { type: "VoteInvalid", data: { unit: "court", reason: "tooManyNames" } },
  ],
  [
    "aloud, a name is added",
    rollCall,
    call("court", "border"),
    { type: "VoteInvalid", data: { unit: "court", reason: "addedName" } },
  ],
  ["it votes for itself", rollCall, call("police", "police"), { type: "SelfVote", data: { unit: "police" } }],
  [
    "it has voted",
    [...rollCall, call("court", "police")],
    call("court", "military"),
    { type: "VoteTaken", data: { unit: "court" } },
  ],
];

const counts: Row[] = [
  ["a stranger counts", opened, submit("Ai đó", clearTally), { type: "NotATeller", data: { name: "Ai đó" } }],
  [
    "votes are counted for somebody who does not stand",
    opened,
    submit("Phạm D", tally(8, [["court", 1, 0]])),
    { type: "NotNominated", data: { unit: "court" } },
  ],
  [
    "a nominee has two lines",
    opened,
    submit("Phạm D", { ...clearTally, lines: [...others, ...others] }),
    { type: "TallyLineTwice", data: { nominee: "procuracy" } },
  ],
  [
    "a nominee has no line",
    opened,
    submit("Phạm D", { ...clearTally, lines: others.slice(1) }),
    { type: "TallyLineMissing", data: { nominee: "procuracy" } },
  ],
  [
    "there are more votes than valid papers",
    opened,
    submit("Phạm D", { ...clearTally, lines: others.map((line) => ({ ...line, for: 9 })) }),
    { type: "TallyImpossible", data: { nominee: "procuracy", votes: 9, votesMax: 8 } },
  ],
  [
    "there are more names than the papers may hold",
    opened,
    submit("Phạm D", { ...clearTally, lines: others.map((line) => ({ ...line, for: 8 })) }),
    { type: "TallyImpossible", data: { votes: 24, votesMax: 8 } },
  ],
  [
    "more hands are raised than units are present",
    hands,
    submit(
      "Phạm D",
      tally(9, [
        ["procuracy", 9, 0],
        ["police", 0, 0],
        ["military", 0, 0],
      ]),
    ),
    { type: "TallyImpossible", data: { votes: 9, votesMax: 8 } },
  ],
  [
    "the second reading comes first",
    differing,
    recount(3, ...clear),
    { type: "ReadingNotDue", data: { reading: 3, due: 2 } },
  ],
];

const ties: Row[] = [
  [
    "a run-off ended level, and its parent decides",
    [
      ...voted({
        voting: { threshold: half, tieLadder: [] },
        follows: { kind: "runOff", ballot: "parent", step: 1, round: 1 },
      }),
      openBox([4, kept("procuracy")], [4, kept("police")]),
      ...bothSubmit(levelTally),
    ],
    create.TakeTieStep({ step: 1 }),
    { type: "NoTie", data: {} },
  ],
  [
    "the chair is not asked yet",
    tied({ kind: "score" }, { kind: "chairDecision" }),
    create.DecideTie({ step: 2, elected: ["police"], chair: "court", decidedOn: "2023-01-09" }),
    { type: "TieStepNotDue", data: { step: 2, due: 1, kind: "score" } },
  ],
  [
    "the second round comes first",
    tied({ kind: "runOff", roundsMax: 2 }),
    create.CallRunOff({ step: 1, round: 2 }),
    { type: "RoundNotDue", data: { round: 2, due: 1 } },
  ],
  [
    "it is not among the tied",
    tied({ kind: "chairDecision" }),
    decide("military"),
    { type: "NotTied", data: { unit: "military" } },
  ],
  [
    "it is named twice",
    consensus,
    create.AcclaimNominees({ elected: ["police", "police"] }),
    { type: "NamedTwice", data: { unit: "police" } },
  ],
  [
    "two are named for one seat",
    tied({ kind: "chairDecision" }),
    decide("police", "procuracy"),
    { type: "TooManyElected", data: { elected: 2, seats: 1 } },
  ],
  [
    "the chair decides on nobody",
    tied({ kind: "chairDecision" }),
    decide(),
    { type: "TooFewElected", data: { elected: 0, seats: 1 } },
  ],
  [
    "the two cannot be elected together",
    [
      ...voted({
        method: { kind: "pav" },
        nominees: ["a", "b", "c", "d"],
        seats: 2,
        voting: { threshold: noBar, tieLadder: [{ kind: "chairDecision" }] },
      }),
      openBox([4, kept("a", "b")], [4, kept("c", "d")]),
      ...bothSubmit(
        tally(8, [
          ["a", 4, 0],
          ["b", 4, 0],
          ["c", 4, 0],
          ["d", 4, 0],
        ]),
      ),
    ],
    decide("a", "b"),
    { type: "NotACompletion", data: { elected: ["a", "b"] } },
  ],
  [
    "sources are drawn that nobody announced",
    tied({ kind: "lot" }),
    create.DrawLot({ step: 1, drawn }),
    { type: "LotNotAnnounced", data: { step: 1 } },
  ],
  [
    "other sources are drawn",
    [...tied({ kind: "lot" }), create.AnnounceLot({ step: 1 })],
    create.DrawLot({ step: 1, drawn: [{ source: "Khác", values: ["7"] }] }),
    { type: "LotSourcesDiffer", data: { announced: [lotSource] } },
  ],
  [
    "one is tied with nobody",
    calledRunOff,
    runOff(1, [], ["police"]),
    { type: "RunOffDoesNotFit", data: { field: ["police", "procuracy"], seats: 1 } },
  ],
];

const today = { now: new Date("2023-01-08T10:00:00Z"), commandId: "c", actor: "office" };
const afterTheCount: Row[] = [
  [
    "nothing is discrepant",
    counted,
    annul("discrepancy"),
    { type: "AnnulmentGroundAbsent", data: { ground: "discrepancy" } },
  ],
  [
    "the head has not signed",
    counted,
    create.CertifyBallot({ ...certify.data, signatories: ["Lê Văn C", "Phạm D"] }),
    { type: "HeadDidNotSign", data: { head: "Trần Thị B" } },
  ],
  [
    "the head has signed alone",
    counted,
    create.CertifyBallot({ ...certify.data, signatories: ["Trần Thị B", "Trần Thị B"] }),
    { type: "TooFewSignatures", data: { signatures: 1, needed: 2 } },
  ],
  [
    "the complaint comes too late",
    certified,
    create.ChallengeResult({ ...challenge.data, raisedOn: "2023-01-20" }),
    { type: "DateOutsideBallot", data: { date: "2023-01-20", from: "2023-01-09", until: "2023-01-19" } },
  ],
  [
    "it is certified tomorrow",
    counted,
    { ...certify, metadata: today },
    { type: "BallotDateInFuture", data: { date: "2023-01-09", today: "2023-01-08" } },
  ],
  [
    "another complaint has the id",
    [...certified, challenge],
    create.ChallengeResult({ ...challenge.data, ground: "Lý do khác" }),
    { type: "ChallengeTaken", data: { challenge: "c1" } },
  ],
  ["nobody complained", certified, uphold, { type: "ChallengeUnknown", data: { challenge: "c1" } }],
  [
    "it was answered",
    [...certified, challenge, uphold],
    dismiss,
    { type: "ChallengeDecided", data: { challenge: "c1" } },
  ],
  [
    "a complaint is open",
    [...certified, challenge],
    finalise,
    { type: "ChallengesPending", data: { challenges: ["c1"] } },
  ],
  [
    "there is still time to complain",
    certified,
    create.FinaliseResult({ finalisedOn: "2023-01-19" }),
    { type: "ComplaintsStillPossible", data: { until: "2023-01-19" } },
  ],
  [
    "there are as many complaints as there may be",
    [
      ...certified,
      ...Array.from({ length: 200 }, (_, n) =>
        create.ChallengeResult({ ...challenge.data, challenge: `x${n}` }),
      ),
    ],
    challenge,
    { type: "TooManyChallenges", data: { challengesMax: 200 } },
  ],
];

const all = { termsThatCannotBe, wrongTimes, roll, votes, counts, ties, afterTheCount };

describe.each(Object.entries(all))("a ballot refuses: %s", (_, rows) => {
  it.each(rows)("%s", (_why, before, command, rejection) => {
    given(ballot, historyOf(ballot, before)).when(command).thenRejected(rejection);
  });
});

describe("the refusals of a ballot", () => {
  it("are all shown above", () => {
    const shown = new Set(Object.values(all).flatMap((rows) => rows.map(([, , , { type }]) => type)));
    expect(BallotRejection.types.filter((type) => !shown.has(type))).toEqual([]);
  });
});
