import { electors, open, terms } from "./life.ts";

import { most, noBar, type Row } from "./refusals.ts";

export const termsThatCannotBe: Row[] = [
  [
    "it is of a conference, and names a bloc",
    [],
    open({ conference: "conference-2022", bloc: "bloc" }),
    { type: "BlocOfConference", data: {} },
  ],
  ["nobody stands", [], open({ nominees: [] }), { type: "NoNominee", data: {} }],
  ["nobody is to vote", [], open({ electors: [] }), { type: "NoElector", data: {} }],
  [
    "hands are shown, and the absent asked in writing",
    [],
    open({ voting: { form: "showOfHands" }, procedure: { writtenVotes: true } }),
    { type: "WrittenVotesNeedPapers", data: { form: "showOfHands" } },
  ],
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
    "somebody has a weight and no vote",
    [],
    open({ weights: [{ unit: "tax", votes: 2 }] }),
    { type: "NotAnElector", data: { unit: "tax" } },
  ],
  [
    "somebody is given a weight twice",
    [],
    open({ weights: ["court", "police", "court"].map((unit) => ({ unit, votes: 2 })) }),
    { type: "WeightTwice", data: { unit: "court" } },
  ],
  [
    "the electors have more votes than a box may hold papers",
    [],
    open({
      electors: Array.from({ length: 101 }, (_, n) => `u${n}`),
      weights: Array.from({ length: 100 }, (_, n) => ({ unit: `u${n}`, votes: 1_000 })),
    }),
    { type: "TooManyVotes", data: { votes: 100_001, votesMax: 100_000 } },
  ],
  [
    "the electors have more votes than papers with so many names can be counted",
    [],
    open({
      nominees: Array.from({ length: 200 }, (_, n) => `n${n}`),
      electors: Array.from({ length: 11 }, (_, n) => `u${n}`),
      weights: Array.from({ length: 11 }, (_, n) => ({ unit: `u${n}`, votes: 1_000 })),
    }),
    { type: "TooManyVotes", data: { votes: 11_000, votesMax: 10_000 } },
  ],
  [
    "the electors have more votes than Meek's rule counts in time for so many nominees and seats",
    [],
    open({
      method: { kind: "stv", variant: "meek" },
      voting: { threshold: noBar },
      nominees: Array.from({ length: 30 }, (_, n) => `n${n}`),
      seats: 20,
      electors: Array.from({ length: 13 }, (_, n) => `u${n}`),
      weights: Array.from({ length: 13 }, (_, n) => ({ unit: `u${n}`, votes: 100 })),
    }),
    { type: "TooManyVotes", data: { votes: 1_300, votesMax: 1_250 } },
  ],
  [
    "one of eight has four of eleven votes, may not vote for itself, and three quarters are asked for",
    [],
    open({
      weights: [{ unit: "police", votes: 4 }],
      voting: {
        selfVote: false,
        threshold: { numerator: 3, denominator: 4, strict: false, base: "allEligible" },
      },
    }),
    { type: "ThresholdUnreachable", data: { nominee: "police", needed: 9, possible: 7, base: 11 } },
  ],
  [
    "the recused have most of the votes and count in the quorum",
    [],
    open({
      weights: [{ unit: "court", votes: 6 }],
      recused: ["court"],
      procedure: { recusedInBase: true },
    }),
    { type: "QuorumImpossible", data: { needed: 9, possible: 7, inVotes: true } },
  ],
  [
    "nine tenths of eight are asked for and nobody votes for itself",
    [],
    open({ voting: { threshold: most, selfVote: false } }),
    { type: "ThresholdUnreachable", data: { nominee: "procuracy", needed: 8, possible: 7, base: 8 } },
  ],
  [
    "two seats ask for more than half of eight papers each, and a paper holds one name",
    [],
    open({ method: { kind: "plurality" }, seats: 2 }),
    { type: "SeatsNeverFilled", data: { seats: 2, fillable: 1, namesMax: 1, needed: 5, base: 8 } },
  ],
  [
    "two electors name one nominee each, without a bar, for three seats",
    [],
    open({
      method: { kind: "plurality" },
      electors: ["court", "border"],
      seats: 3,
      voting: { threshold: noBar },
    }),
    { type: "SeatsNeverFilled", data: { seats: 3, fillable: 2, namesMax: 1, needed: 1, base: 2 } },
  ],
  [
    "three seats ask for four fifths of all, and a paper keeps one name",
    [],
    open({
      method: { kind: "forAndAgainst", namesMax: 1 },
      seats: 3,
      voting: { threshold: { numerator: 4, denominator: 5, strict: false, base: "allEligible" } },
    }),
    { type: "SeatsNeverFilled", data: { seats: 3, fillable: 1, namesMax: 1, needed: 7, base: 8 } },
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
    "exact fractions are to pass on the surpluses of eleven seats",
    [],
    open({
      method: { kind: "stv", variant: "wigm" },
      voting: { threshold: noBar },
      nominees: electors.concat(["n1", "n2", "n3", "n4"]),
      seats: 11,
    }),
    { type: "MethodFillsFewerSeats", data: { method: "stv", seatsMax: 10 } },
  ],
  [
    "papers that place several first are to be counted by a rule that declares them invalid",
    [],
    open({
      method: { kind: "stv", variant: "scottish" },
      voting: { threshold: noBar },
      procedure: { equalFirst: "counted" },
    }),
    { type: "EqualFirstNotCounted", data: { method: "stv" } },
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
    "the vote is to confirm the highest score, and nobody has one",
    [],
    open({
      voting: { selection: "scoreThenConfirm", tieLadder: [] },
      tieData: { ...terms.tieData, scores: [] },
    }),
    { type: "NomineesNotScored", data: { nominees: ["procuracy", "police", "military"] } },
  ],
  [
    "a paper may keep more names than there are",
    [],
    open({ method: { kind: "limited", namesMax: 4 } }),
    { type: "NamesMaxAboveNominees", data: { namesMax: 4, nominees: 3 } },
  ],
  [
    "a box is to be sealed, and hands have none",
    [],
    open({ procedure: { sealed: true }, voting: { form: "showOfHands" } }),
    { type: "SealNeedsBox", data: { form: "showOfHands", selection: "byVote" } },
  ],
  [
    "one teller counts twice",
    [],
    open({ tellers: { head: { name: "An" }, members: [{ name: "An" }] } }),
    { type: "TellerTwice", data: { teller: "An" } },
  ],
  [
    "one teller counts twice, in small letters and in capitals",
    [],
    open({ tellers: { head: { name: "Trần Thị B" }, members: [{ name: "TRẦN THỊ  B" }] } }),
    { type: "TellerTwice", data: { teller: "TRẦN THỊ B" } },
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
    "a lot comes after the step that leaves the seat vacant",
    [],
    open({ voting: { tieLadder: [{ kind: "score" }, { kind: "vacantSeat" }, { kind: "lot" }] } }),
    { type: "TieStepUnreachable", data: { step: 3, kind: "lot" } },
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
