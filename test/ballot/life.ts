import { ballot } from "../../src/ballot/ballot.ts";
import type { AnnulmentGround } from "../../src/ballot/fields.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import type { Tally } from "../../src/ballot/result.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import { defaultProcedure } from "../../src/ballot/terms.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";

const { create } = BallotCommand;

/** The events of these commands, all of which are accepted. */
export const done = (commands: readonly BallotCommand[]) => historyOf(ballot, commands);

// Of these units the news item names three as elected; who else was a member, and every figure, is invented.
export const electors = [
  "procuracy",
  "police",
  "military",
  "court",
  "judgment",
  "justice",
  "inspectorate",
  "border",
];

export const flag = {
  kind: "honour",
  honour: { kind: "emulationFlag", authority: "UBND tỉnh Tây Ninh" },
} as const;

export const terms: Terms = {
  season: "2022",
  purpose: flag,
  bylawsVersion: 1,
  electors,
  recused: [],
  nominees: ["procuracy", "police", "military"],
  seats: 1,
  voting: defaultVotingRules,
  method: { kind: "forAndAgainst" },
  procedure: defaultProcedure,
  tellers: { head: { name: "Trần Thị B" }, members: [{ name: "Lê Văn C" }, { name: "Phạm D" }] },
  tieData: {
    scores: [
      { unit: "procuracy", points: 9_850 },
      { unit: "police", points: 9_700 },
      { unit: "military", points: 9_700 },
    ],
    seniority: ["military", "police", "procuracy"],
    lotSources: ["Xổ số Tây Ninh, giải đặc biệt, 12/01/2023"],
    chair: "inspectorate",
  },
};

/** The same ballot with some of its terms otherwise. */
export function open({ voting, procedure, ...other }: Changes = {}) {
  return create.OpenBallot({
    ...terms,
    ...other,
    voting: { ...terms.voting, ...voting },
    procedure: { ...terms.procedure, ...procedure },
  });
}
export type Changes = Partial<Omit<Terms, "voting" | "procedure">> & {
  voting?: Partial<Terms["voting"]>;
  procedure?: Partial<Terms["procedure"]>;
};

/** The room of the conference of a ballot, which is open: these units are there. */
export const takeRoom = (
  present: readonly string[],
  other: { openedOn?: string | undefined; proxies?: { principal: string; holder: string }[] } = {},
) => {
  const { openedOn, proxies = [] } = { openedOn: "2023-01-09", ...other };
  return create.TakeRoom({ present: [...present], proxies, ...(openedOn !== undefined && { openedOn }) });
};
/** The same at a conference, which is open: its room stands in place of the check-ins. */
export function atConference(commands: readonly BallotCommand[]): BallotCommand[] {
  const present = commands.flatMap(({ type, data }) => (type === "CheckIn" ? [data.unit] : []));
  return commands.flatMap((command): BallotCommand[] => {
    if (command.type === "CheckIn") return [];
    if (command.type !== "OpenBallot") return [command];
    const opened = create.OpenBallot({ ...command.data, conference: "conference-2022" });
    return [opened, ...(present.length > 0 ? [takeRoom(present)] : [])];
  });
}
export const checkIn = (unit: string) => create.CheckIn({ unit });
export const issue = (unit: string) => create.IssuePaper({ unit });
export const openVoting = create.OpenVoting({ openedOn: "2023-01-09" });
export const closeBox = create.CloseBox({});
export const deposits = (deposited: number) => create.CountDeposits({ deposited });

/** The tellers seal so many papers. The root is invented: the ballot records it and does not compute it. */
export const sealBox = (sealed: number) =>
  create.SealBox({ sealed, root: "5e".repeat(32), signatories: ["Trần Thị B", "Lê Văn C"] });

export const kept = (...kept: string[]): PaperRead => ({ kind: "kept", kept });
export const ranked = (...ranking: string[]): PaperRead => ({
  kind: "ranking",
  ranking: ranking.map((unit) => [unit]),
});
export const blank: PaperRead = { kind: "blank" };

/** `[how many, what they say]` */
export type Papers = readonly (readonly [number, PaperRead])[];
const groups = (papers: Papers) => papers.map(([count, paper]) => ({ papers: count, paper }));
export const openBox = (...papers: Papers) => create.OpenBox({ papers: groups(papers) });
export const recount = (reading: number, ...papers: Papers) =>
  create.RecountPapers({ reading, papers: groups(papers), reason: "Kiểm phiếu lại theo đề nghị" });

export function tally(
  valid: number,
  votes: readonly (readonly [string, number, number])[],
  other = {},
): Tally {
  const lines = votes.map(([nominee, forIt, against]) => ({ nominee, for: forIt, against }));
  return { valid, invalid: 0, blank: 0, lines, ...other };
}
export const submit = (teller: string, counted: Tally) => create.SubmitTally({ teller, tally: counted });
export const bothSubmit = (counted: Tally) => [submit("Trần Thị B", counted), submit("Lê Văn C", counted)];

/** Of the eight, border is away and justice is represented; ten papers were printed, and one was spoiled. */
export const particulars = create.RecordParticulars({
  number: "02/BB-KTĐ",
  place: "Hội trường Viện Kiểm sát nhân dân tỉnh",
  startedAt: { hour: 14, minute: 5 },
  endedAt: { hour: 15, minute: 0 },
  absences: [{ unit: "border", reason: "đi công tác" }, { unit: "justice" }],
  printed: 10,
  leftOver: 1,
  unreturned: 0,
  copies: 2,
});
export const certify = create.CertifyBallot({
  signatories: ["Trần Thị B", "Lê Văn C"],
  certifiedOn: "2023-01-09",
  complaintsUntil: "2023-01-19",
});
export const challenge = create.ChallengeResult({
  challenge: "c1",
  challenger: "court",
  ground: "Có phiếu tính sai",
  raisedOn: "2023-01-11",
});
export const uphold = create.UpholdChallenge({
  challenge: "c1",
  reason: "Khiếu nại đúng",
  decidedOn: "2023-01-12",
});
export const dismiss = create.DismissChallenge({
  challenge: "c1",
  reason: "Khiếu nại không có căn cứ",
  decidedOn: "2023-01-12",
});
export const finalise = create.FinaliseResult({ finalisedOn: "2023-01-20" });
export const annul = (ground: AnnulmentGround) =>
  create.AnnulBallot({ ground, reason: "Không đúng quy chế", annulledOn: "2023-01-15" });

/** All units in the room, the vote opened. */
export const assembled = (...changes: [Changes?]) => [open(...changes), ...electors.map(checkIn), openVoting];

/** A ballot as far as the closed box, with so many papers in it. */
export const voted = (changes: Changes = {}, units: readonly string[] = electors) => [
  ...assembled(changes),
  ...units.map(issue),
  deposits(units.length),
  closeBox,
];

/** Five keep the procuracy, three the police. */
export const clear: Papers = [
  [5, kept("procuracy")],
  [3, kept("police")],
];
export const clearTally = tally(8, [
  ["procuracy", 5, 3],
  ["police", 3, 5],
  ["military", 0, 8],
]);

/** The procuracy and the police level at four each. */
export const level: Papers = [
  [4, kept("procuracy")],
  [4, kept("police")],
];
export const levelTally = tally(8, [
  ["procuracy", 4, 4],
  ["police", 4, 4],
  ["military", 0, 8],
]);
/** The same tie in other figures: two papers keep too many names. */
export const levelOtherwise: Papers = [
  [3, kept("procuracy")],
  [3, kept("police")],
  [2, kept("procuracy", "police")],
];
export const levelOtherwiseTally = tally(
  6,
  [
    ["procuracy", 3, 3],
    ["police", 3, 3],
    ["military", 0, 6],
  ],
  { invalid: 2 },
);
export const half = { numerator: 1, denominator: 2, strict: false, base: "validPapers" } as const;
/** Level, where half of the papers are enough, so that the ladder decides. */
export const tied = (...tieLadder: Terms["voting"]["tieLadder"]) => [
  ...voted({ voting: { threshold: half, tieLadder } }),
  openBox(...level),
  ...bothSubmit(levelTally),
];

/** The procuracy is out of it, and the police and the military are level. */
export const otherwiseTied = [
  recount(2, [4, kept("police")], [4, kept("military")]),
  ...bothSubmit(
    tally(8, [
      ["procuracy", 0, 8],
      ["police", 4, 4],
      ["military", 4, 4],
    ]),
  ),
];

/** Electors with weights: the court is represented, the border guard is asked in writing, and all papers are out. */
export const weighedVote = (weights: NonNullable<Terms["weights"]>) => [
  open({ weights, voting: { proxiesMax: 1, selfVote: false }, procedure: { writtenVotes: true } }),
  ...electors.filter((unit) => unit !== "court" && unit !== "border").map(checkIn),
  create.AcceptProxy({ principal: "court", holder: "military" }),
  create.ConsultInWriting({ unit: "border" }),
  openVoting,
  ...electors.map(issue),
  create.ReplacePaper({ unit: "court", spoiled: 1 }),
];
