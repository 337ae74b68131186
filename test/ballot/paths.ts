import { BallotCommand } from "../../src/ballot/messages.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import {
  annul,
  assembled,
  bothSubmit,
  certify,
  challenge,
  checkIn,
  clear,
  clearTally,
  closeBox,
  deposits,
  dismiss,
  electors,
  finalise,
  half,
  issue,
  kept,
  level,
  levelOtherwise,
  levelOtherwiseTally,
  levelTally,
  open,
  openBox,
  openVoting,
  particulars,
  recount,
  sealBox,
  submit,
  takeRoom,
  tally,
  terms,
  tied,
  uphold,
  voted,
  weighedVote,
} from "./life.ts";

const { create } = BallotCommand;

const proxied = [
  open({ voting: { proxiesMax: 2 }, procedure: { writtenVotes: true } }),
  ...electors.slice(0, 5).map(checkIn),
  create.AcceptProxy({ principal: "justice", holder: "court" }),
  create.AcceptProxy({ principal: "border", holder: "court" }),
  create.WithdrawProxy({ principal: "border" }),
  create.AcceptProxy({ principal: "border", holder: "police" }),
  create.ConsultInWriting({ unit: "inspectorate" }),
  openVoting,
  checkIn("border"),
  ...electors.map(issue),
  create.ReplacePaper({ unit: "court", spoiled: 1 }),
  create.RecordDeparture({ unit: "court" }),
  deposits(3),
  deposits(8),
  closeBox,
  openBox(...clear),
  ...bothSubmit(clearTally),
  create.RecordParticulars({ place: "Phòng họp" }),
  particulars,
  certify,
  challenge,
  dismiss,
  finalise,
];

const recounted = [
  ...voted(),
  openBox([4, kept("procuracy")], [4, kept("police")]),
  submit("Trần Thị B", levelTally),
  submit("Lê Văn C", clearTally),
  recount(2, ...clear),
  ...bothSubmit(clearTally),
  certify,
  challenge,
  uphold,
  recount(3, [6, kept("procuracy")], [2, kept("police")]),
  ...bothSubmit(
    tally(8, [
      ["procuracy", 6, 2],
      ["police", 2, 6],
      ["military", 0, 8],
    ]),
  ),
  create.CertifyBallot({
    signatories: ["Trần Thị B", "Lê Văn C", "Phạm D"],
    certifiedOn: "2023-01-14",
    complaintsUntil: "2023-01-19",
  }),
  finalise,
];

export const ladder: Terms["voting"]["tieLadder"] = [
  { kind: "runOff", roundsMax: 2 },
  { kind: "score" },
  { kind: "seniority" },
  { kind: "chairDecision" },
  { kind: "lot" },
  { kind: "vacantSeat" },
];
const runOff = (round: number, elected: string[], stillTied: string[]) =>
  create.RecordRunOff({ step: 1, round, ballot: `run-off-${round}`, elected, tied: stillTied });

const climbed = [
  ...tied({ kind: "runOff", roundsMax: 2 }, { kind: "lot" }),
  create.CallRunOff({ step: 1, round: 1 }),
  runOff(1, [], ["police", "procuracy"]),
  create.CallRunOff({ step: 1, round: 2 }),
  runOff(2, [], ["police", "procuracy"]),
  create.AnnounceLot({ step: 2 }),
  create.DrawLot({ step: 2, drawn: [{ source: terms.tieData.lotSources[0] ?? "", values: ["123456"] }] }),
  certify,
  annul("irregularity"),
];

/** A count that is done again finds the same, then the same tie in other figures; at last a run-off is corrected. */
const keptOn = [
  ...voted({ voting: { threshold: half, tieLadder: [{ kind: "runOff", roundsMax: 1 }, { kind: "lot" }] } }),
  openBox(...level),
  ...bothSubmit(levelTally),
  create.CallRunOff({ step: 1, round: 1 }),
  recount(2, ...level),
  ...bothSubmit(levelTally),
  runOff(1, [], ["police", "procuracy"]),
  create.AnnounceLot({ step: 2 }),
  create.DrawLot({ step: 2, drawn: [{ source: terms.tieData.lotSources[0] ?? "", values: ["123456"] }] }),
  certify,
  recount(3, ...level),
  ...bothSubmit(levelTally),
  challenge,
  uphold,
  recount(4, ...levelOtherwise),
  ...bothSubmit(levelOtherwiseTally),
  create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-14" }),
  finalise,
  create.RecordRunOff({ ...runOff(1, ["police"], []).data, certification: 2 }),
  create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-20", complaintsUntil: "2023-01-25" }),
  create.VoidRunOff({ step: 1, round: 1, ballot: "run-off-1", reason: "Kết quả bầu lại bị hủy" }),
  create.CallRunOff({ step: 1, round: 1 }),
  create.RecordRunOff({ ...runOff(1, ["procuracy"], []).data, call: 2, ballot: "run-off-1-again" }),
  create.AnnulBallot({ ...annul("irregularity").data, ground: "authority", annulledOn: "2023-02-01" }),
];

/** A run-off is void and voted again, and so is its re-vote, which a later record corrects. */
const votedAgain = [
  ...tied({ kind: "runOff", roundsMax: 1 }),
  create.CallRunOff({ step: 1, round: 1 }),
  runOff(1, ["police"], []),
  create.VoidRunOff({ step: 1, round: 1, ballot: "run-off-1", reason: "Kết quả bầu lại bị hủy" }),
  create.RecordRunOff({ ...runOff(1, ["procuracy"], []).data, ballot: "second", insteadOf: "run-off-1" }),
  create.VoidRunOff({ step: 1, round: 1, ballot: "second", reason: "Kết quả bầu lại bị hủy" }),
  create.RecordRunOff({ ...runOff(1, ["procuracy"], []).data, ballot: "third", insteadOf: "second" }),
  certify,
  create.RecordRunOff({ ...runOff(1, ["police"], []).data, ballot: "third", certification: 2 }),
  certify,
];

/** The chair of the terms is tied itself, so the conference names another one to decide. */
const decidedByChair = [
  ...voted({
    voting: { threshold: half, tieLadder: [{ kind: "chairDecision" }] },
    tieData: { ...terms.tieData, chair: "police" },
  }),
  openBox(...level),
  ...bothSubmit(levelTally),
  create.NameChair({ chair: "court", namedOn: "2023-01-10" }),
  create.DecideTie({ step: 1, elected: ["procuracy"], chair: "court", decidedOn: "2023-01-10" }),
  create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-10" }),
  create.FinaliseResult({ finalisedOn: "2023-01-20" }),
];

const called = [
  ...assembled({ voting: { form: "rollCall", selfVote: false } }),
  ...electors.map((unit, at) =>
    create.RecordCalledVote({ unit, vote: at === 0 ? kept("police") : kept("procuracy") }),
  ),
  create.CorrectCalledVote({ unit: "court", vote: kept("military"), reason: "Ghi nhầm" }),
  create.CorrectVotingDay({ openedOn: "2023-01-07" }),
  create.CloseRollCall({}),
  certify,
  finalise,
];

const raised = [
  ...assembled({ voting: { form: "showOfHands" } }),
  submit("Trần Thị B", levelTally),
  submit("Lê Văn C", clearTally),
  create.RetakeHands({ reading: 2 }),
  ...bothSubmit(clearTally),
  certify,
  finalise,
];

const agreed = [
  ...assembled({ voting: { selection: "consensus" } }),
  create.AcclaimNominees({ elected: ["procuracy"] }),
  create.ObjectToAcclamation({ unit: "court", reason: "Đề nghị bỏ phiếu kín" }),
  create.ReviseBallot(terms),
  openVoting,
  ...electors.map(issue),
  annul("irregularity"),
];

/** A run-off is certified with its tie: the ladder of the ballot that called it goes on. */
export const runningOff = [
  ...voted({
    voting: { threshold: half, tieLadder: [] },
    nominees: ["police", "procuracy"],
    follows: { kind: "runOff", ballot: "flag-2022", step: 1, round: 1 },
  }),
  openBox(...level),
  ...bothSubmit({ ...levelTally, lines: levelTally.lines.slice(0, 2) }),
  certify,
  finalise,
];

const leftVacant = [...tied(), certify, challenge, uphold, annul("challengeUpheld")];

const weighed = [
  ...weighedVote([
    { unit: "court", votes: 3 },
    { unit: "police", votes: 2 },
  ]),
  create.ReplacePaper({ unit: "court", spoiled: 2 }),
  deposits(3),
  deposits(11),
  closeBox,
  openBox([6, kept("procuracy")], [5, kept("police")]),
  ...bothSubmit(
    tally(11, [
      ["procuracy", 6, 5],
      ["police", 5, 6],
      ["military", 0, 11],
    ]),
  ),
  certify,
  finalise,
];

const weighedCalls = [
  ...assembled({ weights: [{ unit: "court", votes: 5 }], voting: { form: "rollCall" } }),
  ...electors.map((unit) =>
    create.RecordCalledVote({ unit, vote: unit === "court" ? kept("police") : kept("procuracy") }),
  ),
  create.CloseRollCall({}),
  certify,
  finalise,
];

/** The papers are sealed, and one of them sticks to the box when it is opened. */
const sealed = [
  ...voted({ procedure: { sealed: true } }),
  sealBox(8),
  openBox([5, kept("procuracy")], [2, kept("police")]),
  recount(2, ...clear),
  ...bothSubmit(clearTally),
  certify,
  finalise,
];

const inquorate = [open(), checkIn("court"), openVoting, checkIn("police"), openVoting, annul("noQuorum")];

/** Repeats a ballot that was annulled on the day before. */
const repeat = open({ follows: { kind: "revote", ballot: "flag-2021", annulledOn: "2023-01-08" } });
const repeated = [repeat, create.ReviseBallot({ ...repeat.data, bylawsVersion: 2 }), annul("setAside")];

/** A unit leaves the conference before the vote, another one is represented there, and a third comes too late. */
const roomTaken = [
  open({ conference: "conference-2022" }),
  takeRoom(electors.slice(0, 7)),
  takeRoom(electors.slice(0, 6), { proxies: [{ principal: "inspectorate", holder: "court" }] }),
  openVoting,
  ...electors.slice(0, 7).map(issue),
  takeRoom([]),
  takeRoom(electors.slice(0, 6), { openedOn: undefined }),
  closeBox,
  openBox([7, kept("procuracy")]),
  ...bothSubmit(
    tally(7, [
      ["procuracy", 7, 0],
      ["police", 0, 7],
      ["military", 0, 7],
    ]),
  ),
  certify,
  finalise,
];

/** Whole lives of ballots, of every form and with every turn that they may take. */
export const paths: readonly (readonly BallotCommand[])[] = [
  proxied,
  recounted,
  climbed,
  keptOn,
  votedAgain,
  decidedByChair,
  called,
  raised,
  agreed,
  runningOff,
  leftVacant,
  weighed,
  weighedCalls,
  sealed,
  inquorate,
  repeated,
  roomTaken,
];
