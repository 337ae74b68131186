/**
 * Seven units vote in secret for one certificate. Two nominees tie, and so do their scores. A lot that anybody can
 * repeat decides.
 */
import { BallotCommand, ballot, defaultVotingRules, run, sentence, vi } from "thidua";
import { explainCount } from "thidua/ballot";
import { countStepsEn, countStepsVi, stepSentence } from "thidua/minutes/counting";

const { create } = BallotCommand;
const units = ["A", "B", "C", "D", "E", "F", "G"];
const names = (unit: string) => `Đơn vị ${unit}`;
const tellers = {
  head: { name: "Trần Văn Bình" },
  members: [{ name: "Lê Thị Chi" }, { name: "Phạm Văn Dũng" }],
};

const votes = new Map([
  ["A", 3],
  ["B", 3],
  ["C", 1],
]);
const tally = {
  valid: 7,
  invalid: 0,
  blank: 0,
  lines: [...votes].map(([nominee, papers]) => ({ nominee, for: papers, against: 0 })),
};

const commands = [
  create.OpenBallot({
    season: "2024",
    purpose: { kind: "honour", honour: { kind: "certificateOfMerit", authority: "UBND tỉnh" } },
    bylawsVersion: 1,
    electors: units,
    nominees: [...votes.keys()],
    seats: 1,
    voting: {
      ...defaultVotingRules,
      threshold: { numerator: 0, denominator: 1, strict: false, base: "validPapers" },
      // Fixed before the vote: first the scores, then a lot.
      tieLadder: [{ kind: "score" }, { kind: "lot" }],
    },
    method: { kind: "plurality" },
    tellers,
    tieData: {
      scores: [...votes.keys()].map((unit) => ({ unit, points: 9_750 })),
      seniority: [],
      // The source is named before anybody can know its result.
      lotSources: ["Xổ số Tây Ninh, giải đặc biệt, ngày 16/01/2025"],
    },
  }),
  ...units.map((unit) => create.CheckIn({ unit })),
  create.OpenVoting({ openedOn: "2025-01-16" }),
  ...units.map((unit) => create.IssuePaper({ unit })),
  create.CountDeposits({ deposited: 7 }),
  create.CloseBox({}),
  create.OpenBox({
    papers: [...votes].map(([name, papers]) => ({ papers, paper: { kind: "names", names: [name] } })),
  }),
  create.SubmitTally({ teller: "Trần Văn Bình", tally }),
  create.SubmitTally({ teller: "Lê Thị Chi", tally }),
  create.TakeTieStep({ step: 1 }),
  create.AnnounceLot({ step: 2 }),
  create.DrawLot({
    step: 2,
    drawn: [{ source: "Xổ số Tây Ninh, giải đặc biệt, ngày 16/01/2025", values: ["735182"] }],
  }),
  create.CertifyBallot({
    signatories: ["Trần Văn Bình", "Lê Thị Chi", "Phạm Văn Dũng"],
    certifiedOn: "2025-01-16",
    complaintsUntil: "2025-01-23",
  }),
];

const quiet = new Set(["UnitCheckedIn", "PaperIssued", "TallySubmitted"]);
const metadata = { now: new Date("2025-01-16T03:00:00Z"), commandId: "example", actor: "tellers" };
const result = run(
  ballot,
  commands.map((command) => ({ ...command, metadata })),
);
if (!result.ok) throw new Error(sentence(vi, result.rejection, names));
for (const event of result.events) {
  if (!quiet.has(event.type)) console.log(`- ${sentence(vi, event, names)}`);
}

console.log("\nGiải thích kết quả kiểm phiếu:");
for (const step of explainCount(result.state) ?? []) {
  console.log(`- ${stepSentence(countStepsVi, step, names)}`);
  console.log(`  ${stepSentence(countStepsEn, step, (unit) => unit)}`);
}
