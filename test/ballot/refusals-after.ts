import {
  annul,
  assembled,
  bothSubmit,
  type Changes,
  certify,
  challenge,
  checkIn,
  clear,
  clearTally,
  closeBox,
  dismiss,
  electors,
  finalise,
  half,
  issue,
  kept,
  level,
  levelTally,
  open,
  openBox,
  openVoting,
  otherwiseTied,
  recount,
  tally,
  terms,
  tied,
  uphold,
  voted,
} from "./life.ts";

import {
  calledRunOff,
  certified,
  consensus,
  counted,
  create,
  decide,
  differing,
  drawn,
  hands,
  lotSource,
  noBar,
  type Row,
  runOff,
} from "./refusals.ts";

/** Level, for this chair to decide. */
const tiedUnder = (chair: string) => [
  ...voted({
    voting: { threshold: half, tieLadder: [{ kind: "chairDecision" }] },
    tieData: { ...terms.tieData, chair },
  }),
  openBox([4, kept("procuracy")], [4, kept("police")]),
  ...bothSubmit(levelTally),
];
const name = (chair: string) => create.NameChair({ chair, namedOn: "2023-01-09" });

const today = { now: new Date("2023-01-08T10:00:00Z"), commandId: "c", actor: "office" };

const drawnBefore = [
  ...tied({ kind: "lot" }),
  create.AnnounceLot({ step: 1 }),
  create.DrawLot({ step: 1, drawn }),
];

export const ties: Row[] = [
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
    create.DecideTie({ step: 2, elected: ["police"], chair: "inspectorate", decidedOn: "2023-01-09" }),
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
    "a stranger decides in the chair",
    tied({ kind: "chairDecision" }),
    create.DecideTie({ step: 1, elected: ["police"], chair: "stranger", decidedOn: "2023-01-09" }),
    { type: "NotTheChair", data: { chair: "stranger", named: "inspectorate" } },
  ],
  [
    "the chair is tied and decides for itself",
    tiedUnder("police"),
    create.DecideTie({ step: 1, elected: ["police"], chair: "police", decidedOn: "2023-01-09" }),
    { type: "ChairIsTied", data: { chair: "police" } },
  ],
  [
    "the chair decides before the vote",
    tied({ kind: "chairDecision" }),
    create.DecideTie({ step: 1, elected: ["police"], chair: "inspectorate", decidedOn: "1999-01-01" }),
    { type: "DateOutside", data: { date: "1999-01-01", earliest: "2023-01-09" } },
  ],
  [
    "the conference names one of the tied",
    tiedUnder("police"),
    name("procuracy"),
    { type: "ChairIsTied", data: { chair: "procuracy" } },
  ],
  [
    "the conference names another than the chair of the terms, who is not tied",
    tiedUnder("justice"),
    name("court"),
    { type: "ChairTaken", data: { chair: "justice" } },
  ],
  [
    "the conference names a chair that no step asks",
    tied({ kind: "score" }),
    name("court"),
    { type: "ChairNotAsked", data: {} },
  ],
  [
    "it is named twice",
    consensus,
    create.AcclaimNominees({ elected: ["police", "police"] }),
    { type: "NamedTwice", data: { unit: "police" } },
  ],
  [
    "all agree on nobody",
    assembled({ seats: 2, voting: { selection: "consensus" } }),
    create.AcclaimNominees({ elected: [] }),
    { type: "NobodyNamed", data: {} },
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
    "the source gave other values before, for another tie",
    [...drawnBefore, ...otherwiseTied, create.AnnounceLot({ step: 1 })],
    create.DrawLot({ step: 1, drawn: [{ source: lotSource, values: ["8"] }] }),
    { type: "SourceDrawnBefore", data: { drawn } },
  ],
  [
    "the same record of a run-off says two things",
    [...calledRunOff, runOff(1, ["police"], [])],
    runOff(1, ["procuracy"], []),
    { type: "RunOffTaken", data: { ballot: "run-off", certification: 1 } },
  ],
  [
    "a run-off is void that gave no result",
    [...calledRunOff, runOff(1, ["police"], [])],
    create.VoidRunOff({ step: 1, round: 1, ballot: "other", reason: "Bị hủy" }),
    { type: "RunOffTaken", data: { ballot: "run-off", certification: 1 } },
  ],
  [
    "one ballot is the run-off of two rounds",
    [...calledRunOff, runOff(1, [], ["police", "procuracy"]), create.CallRunOff({ step: 1, round: 2 })],
    runOff(2, ["police"], []),
    { type: "RunOffBallotTaken", data: { ballot: "run-off", round: 1 } },
  ],
  [
    "a run-off is void that was not called",
    calledRunOff,
    create.VoidRunOff({ step: 1, round: 2, ballot: "other", reason: "Bị hủy" }),
    { type: "RunOffNotCalled", data: { round: 2 } },
  ],
  [
    "a run-off has a result that was not called",
    tied({ kind: "runOff", roundsMax: 2 }),
    runOff(1, ["police"], []),
    { type: "RunOffNotCalled", data: { round: 1 } },
  ],
  [
    "one is tied with nobody",
    calledRunOff,
    runOff(1, [], ["police"]),
    { type: "RunOffDoesNotFit", data: { open: 1, tied: 1 } },
  ],
  [
    "one is tied where the only seat is taken",
    calledRunOff,
    runOff(1, ["police"], ["procuracy"]),
    { type: "RunOffDoesNotFit", data: { open: 0, tied: 1 } },
  ],
  [
    "one is elected and tied",
    calledRunOff,
    runOff(1, ["police"], ["police"]),
    { type: "NamedTwice", data: { unit: "police" } },
  ],
];

const asRunOff = {
  nominees: ["police", "procuracy"],
  voting: { threshold: half, tieLadder: [] },
  follows: { kind: "runOff", ballot: "parent", step: 1, round: 1 },
} satisfies Changes;
const revised = (...changes: [Changes]) => create.ReviseBallot(open(...changes).data);

export const runOffTerms: Row[] = [
  [
    "a run-off is given another field",
    assembled(asRunOff),
    revised({ ...asRunOff, nominees: ["police"] }),
    { type: "RunOffTermsFixed", data: { ballot: "parent" } },
  ],
  [
    "a run-off is given other electors",
    assembled(asRunOff),
    revised({ ...asRunOff, electors: electors.slice(0, 3) }),
    { type: "RunOffTermsFixed", data: { ballot: "parent" } },
  ],
  [
    "a run-off is given a lower bar",
    [open(asRunOff)],
    revised({ ...asRunOff, voting: { threshold: noBar, tieLadder: [] } }),
    { type: "RunOffTermsFixed", data: { ballot: "parent" } },
  ],
  [
    "a run-off is to be a ballot of its own",
    [open(asRunOff)],
    create.ReviseBallot(terms),
    { type: "RunOffTermsFixed", data: { ballot: "parent" } },
  ],
  [
    "a ballot of its own is to be a run-off",
    [open()],
    revised(asRunOff),
    { type: "RunOffTermsFixed", data: { ballot: "parent" } },
  ],
];

export const afterTheCount: Row[] = [
  [
    "not one paper is as before, and nobody complained",
    certified,
    recount(2, [8, kept("military")]),
    { type: "NoChallengeUpheld", data: {} },
  ],
  [
    "the hands were counted and certified, and nobody complained",
    [...hands, ...bothSubmit(clearTally), certify],
    create.RetakeHands({ reading: 2 }),
    { type: "NoChallengeUpheld", data: {} },
  ],
  [
    "complaints were possible for longer",
    [...certified, challenge, uphold, recount(2, ...level), ...bothSubmit(levelTally)],
    create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-13", complaintsUntil: "2023-01-18" }),
    { type: "DateOutside", data: { date: "2023-01-18", earliest: "2023-01-19" } },
  ],
  [
    "the result is final, and nothing from outside speaks against it",
    [...certified, finalise],
    create.AnnulBallot({ ...annul("irregularity").data, annulledOn: "2023-02-01" }),
    { type: "AnnulmentGroundAbsent", data: { ground: "irregularity" } },
  ],
  [
    "nobody wrote down on which day the vote was held, and the record is of any day",
    [
      open({ voting: { tieLadder: [] } }),
      ...electors.map(checkIn),
      create.OpenVoting({}),
      ...electors.map(issue),
      closeBox,
      openBox(...clear),
      ...bothSubmit(clearTally),
    ],
    create.CertifyBallot({ ...certify.data, certifiedOn: "1990-01-01", complaintsUntil: "1990-01-02" }),
    { type: "VotingDayMissing", data: {} },
  ],
  [
    "the tellers differ, and sign",
    differing,
    certify,
    { type: "RecountDue", data: { form: "secret", reading: 2 } },
  ],
  [
    "its tie is not broken yet",
    tied({ kind: "score" }, { kind: "lot" }),
    certify,
    { type: "TieStepsLeft", data: { due: 1, kind: "score" } },
  ],
  [
    "nothing is discrepant",
    counted,
    annul("discrepancy"),
    { type: "AnnulmentGroundAbsent", data: { ground: "discrepancy" } },
  ],
  [
    "there was no quorum at first, and all are present by now",
    [open(), checkIn("court"), openVoting, ...electors.filter((unit) => unit !== "court").map(checkIn)],
    annul("noQuorum"),
    { type: "AnnulmentGroundAbsent", data: { ground: "noQuorum" } },
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
    { type: "DateOutside", data: { date: "2023-01-20", earliest: "2023-01-09", latest: "2023-01-19" } },
  ],
  [
    "it is certified tomorrow",
    counted,
    { ...certify, metadata: today },
    { type: "DateInFuture", data: { date: "2023-01-09", today: "2023-01-08" } },
  ],
  [
    "another complaint has the id",
    [...certified, challenge],
    create.ChallengeResult({ ...challenge.data, ground: "Lý do khác" }),
    { type: "ChallengeTaken", data: { challenge: "c1" } },
  ],
  ["no record is signed yet", counted, challenge, { type: "RecordNotSigned", data: {} }],
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
