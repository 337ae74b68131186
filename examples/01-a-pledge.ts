/** A unit signs a pledge, gets a refusal with its reason, and is assessed on its evidence. */
import { PledgeCommand, pledge, sentence, vi } from "thidua";

const { create } = PledgeCommand;
const report = {
  kind: "report",
  number: "15/BC-CAT",
  issuedOn: "2022-11-30",
  issuer: "Công an tỉnh",
} as const;

const commands = [
  create.DraftPledge({ bloc: "internal-affairs", unit: "police", season: "2022", dueOn: "2022-12-31" }),
  // Refused: the pledge has no target yet.
  create.SignPledge({ signatory: { name: "Nguyễn Văn A" }, signedOn: "2022-02-10" }),
  create.PromiseTarget({
    target: "cases",
    name: "Tỷ lệ điều tra, khám phá án",
    goal: { baseline: "70", goal: "85", measure: "%" },
  }),
  create.SignPledge({ signatory: { name: "Nguyễn Văn A" }, signedOn: "2022-02-10" }),
  create.ReportProgress({ target: "cases", value: "86.5", observedOn: "2022-11-30", evidence: [report] }),
  // Refused: a unit may not assess its own pledge.
  create.AssessPledge({ assessor: "police", assessedOn: "2022-12-20" }),
  create.AssessPledge({ assessor: "procuracy", assessedOn: "2022-12-20" }),
];

const names = new Map([
  ["police", "Công an tỉnh"],
  ["procuracy", "Viện Kiểm sát nhân dân tỉnh"],
]);

// The time comes from your clock. The day of what was done cannot be after it.
const metadata = { now: new Date("2022-12-20T03:00:00Z"), commandId: "example", actor: "office" };
let state = pledge.initialState();
for (const command of commands) {
  const decision = pledge.decide({ ...command, metadata }, state);
  for (const message of decision.ok ? decision.events : [decision.rejection]) {
    console.log(`${decision.ok ? "+" : "×"} ${sentence(vi, message, (unit) => names.get(unit))}`);
  }
  if (decision.ok) state = decision.events.reduce(pledge.evolve, state);
}
