import {
  annul,
  assembled,
  checkIn,
  clear,
  clearTally,
  deposits,
  electors,
  issue,
  open,
  openBox,
  openVoting,
  ranked,
  recount,
  submit,
  tally,
  terms,
  voted,
} from "./life.ts";
import {
  call,
  consensus,
  create,
  differing,
  hands,
  noBar,
  opened,
  others,
  type Row,
  rollCall,
  wrong,
} from "./refusals.ts";

const sevenVoted = voted({}, electors.slice(0, 7));

export const wrongTimes: Row[] = [
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
  [
    "the box is closed to papers",
    sevenVoted,
    issue("border"),
    { type: "BoxIsClosed", data: { deposited: 7 } },
  ],
  ["the box is open, and what is in it is read", opened, deposits(7), wrong("unsealed", "voting", "closed")],
  [
    "the box is closed to spoiled papers",
    sevenVoted,
    create.ReplacePaper({ unit: "court", spoiled: 1 }),
    { type: "BoxIsClosed", data: { deposited: 7 } },
  ],
  ["the vote is not open, nor the box", [open()], issue("court"), wrong("preparing", "voting")],
  [
    "it was annulled before any paper was out, and its terms count for nothing",
    [open(), annul("setAside")],
    create.ReviseBallot({ ...terms, seats: 2 }),
    wrong("annulled", "preparing", "voting"),
  ],
  [
    "it was annulled before its box was closed",
    [...assembled(), issue("court"), annul("irregularity")],
    issue("border"),
    wrong("annulled", "voting"),
  ],
  ["the box was opened once", opened, openBox(...clear), wrong("unsealed", "closed")],
  [
    "there is no result before the box is closed",
    [...assembled(), issue("court"), deposits(1)],
    submit("Trần Thị B", clearTally),
    wrong("voting", "unsealed"),
  ],
];

export const roll: Row[] = [
  ["a guest never votes", [open()], checkIn("guest"), { type: "NotAnElector", data: { unit: "guest" } }],
  [
    "the matter is its own",
    [...assembled({ recused: ["court"] }).filter(({ data }) => !("unit" in data && data.unit === "court"))],
    issue("court"),
    { type: "UnitRecused", data: { unit: "court" } },
  ],
  [
    "the chair may decide a tie, and the vote has no day",
    [open(), ...electors.map(checkIn)],
    create.OpenVoting({}),
    { type: "VotingDayMissing", data: {} },
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
  [
    "its paper is out already",
    [...assembled(), issue("court")],
    issue("court"),
    { type: "PaperAlreadyIssued", data: { unit: "court" } },
  ],
  [
    "it came when the vote was open",
    [open(), ...electors.slice(0, 6).map(checkIn), openVoting, checkIn("border")],
    issue("border"),
    { type: "VoteBeganWithout", data: { unit: "border" } },
  ],
];

export const votes: Row[] = [
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
    { type: "CountLeaps", data: { given: 2, recorded: 0 } },
  ],
  [
    "more papers than were issued",
    [...assembled(), issue("court"), issue("border")],
    deposits(3),
    { type: "MorePapersThanIssued", data: { papers: 3, issued: 2 } },
  ],
  [
    "spoiled papers are not taken back",
    [
      ...assembled(),
      ...electors.map(issue),
      ...[1, 2].map((n) => create.ReplacePaper({ unit: "court", spoiled: n })),
    ],
    create.ReplacePaper({ unit: "court", spoiled: 1 }),
    { type: "CountRunsBackwards", data: { given: 1, recorded: 2 } },
  ],
  [
    "all papers are in the box, so none can be spoiled",
    [...assembled(), ...electors.map(issue), deposits(8)],
    create.ReplacePaper({ unit: "court", spoiled: 1 }),
    { type: "AllPapersInBox", data: { deposited: 8 } },
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
    "it votes for itself with the vote of its principal",
    [
      open({ voting: { form: "rollCall", selfVote: false } }),
      ...electors.slice(0, 6).map(checkIn),
      create.AcceptProxy({ principal: "border", holder: "police" }),
      openVoting,
    ],
    call("border", "police"),
    { type: "SelfVote", data: { unit: "police" } },
  ],
  [
    "it ranks itself second",
    assembled({
      method: { kind: "instantRunoff" },
      voting: { form: "rollCall", selfVote: false, threshold: noBar },
    }),
    create.RecordCalledVote({ unit: "police", vote: ranked("military", "police") }),
    { type: "SelfVote", data: { unit: "police" } },
  ],
  [
    "the same names are acclaimed again, to which a unit objected",
    [
      ...consensus,
      create.AcclaimNominees({ elected: ["police"] }),
      create.ObjectToAcclamation({ unit: "court", reason: "Chưa thống nhất" }),
      openVoting,
    ],
    create.AcclaimNominees({ elected: ["police"] }),
    { type: "NoConsensusOn", data: { unit: "court", elected: ["police"] } },
  ],
  [
    "it has voted",
    [...rollCall, call("court", "police")],
    call("court", "military"),
    { type: "VoteTaken", data: { unit: "court" } },
  ],
];

export const counts: Row[] = [
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
    "there are more votes than a count can hold",
    opened,
    submit("Phạm D", { ...clearTally, invalid: 1_000_000_000 }),
    { type: "TallyImpossible", data: { votes: 1_000_000_008, votesMax: 8 } },
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
