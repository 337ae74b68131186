/** Six units take the chair in turn. One joins, two swap, one merges: who chairs when, why, and what would be so otherwise. */
import {
  ChairRotationCommand,
  chairRotation,
  diffForecast,
  emulationBloc,
  explain,
  explained,
  forecast,
  run,
  sentence,
  vi,
  whenIsTurn,
} from "thidua";

const { create } = ChairRotationCommand;
const names = (unit: string) => `Đơn vị ${unit}`;

const commands = [
  create.OpenRotation({
    bloc: "bloc",
    roster: ["A", "B", "C", "D", "E", "F"].map((unit) => ({ unit })),
    policy: { ...emulationBloc, succession: { kind: "cycle" }, horizonTerms: 3 },
    calendar: { term: "2024", startsOn: "2024-01-01", months: 12 },
    chair: "A",
    flag: { flag: "rotating-flag", issuer: "UBND tỉnh", issuedOn: "2024-01-02" },
  }),
  create.JoinRotation({ unit: "G", joinedOn: "2024-05-01" }),
  create.ProposeSwap({
    swap: "B-and-D",
    a: { term: "2025", unit: "B" },
    b: { term: "2027", unit: "D" },
    proposedBy: "B",
    proposedOn: "2024-06-01",
    reason: "Đơn vị B đăng cai đại hội năm 2025",
  }),
  create.ConsentToSwap({ swap: "B-and-D", unit: "B", consentedOn: "2024-06-01" }),
  create.ConsentToSwap({ swap: "B-and-D", unit: "D", consentedOn: "2024-06-10" }),
  create.MergeInRotation({ units: ["E"], into: "F", mergedOn: "2025-07-01" }),
];

const metadata = { now: new Date("2025-07-01T03:00:00Z"), commandId: "example", actor: "office" };
const result = run(
  chairRotation,
  commands.map((command) => ({ ...command, metadata })),
);
if (!result.ok) throw new Error(sentence(vi, result.rejection, names));
const rotation = result.state;
if (rotation.status === "blank") throw new Error("it was opened above");

console.log("Who chairs:");
for (const { term, chair, certainty } of forecast(rotation, { number: 7 })) {
  console.log(`  ${term}  ${chair.kind === "unit" ? names(chair.unit) : chair.kind}  (${certainty})`);
}

console.log("\nWhy D in 2025:");
const reasons = explain(result.events, "2025");
for (const reason of reasons ? explained(vi, reasons, names) : []) console.log(`  ${reason}`);

console.log("\nWhen is G's turn:", whenIsTurn(rotation, "G", { number: 20 })?.term);

console.log("\nWhat if C were passed over in 2026:");
const skip = create.SkipTurn({ term: "2026", unit: "C", reason: "Đang kiện toàn" });
const difference = diffForecast(rotation, skip, { number: 12 });
for (const { unit, laterBy } of difference.ok ? difference.moves : []) {
  console.log(
    `  ${names(unit)}: ${laterBy === undefined ? "no turn to compare" : `${laterBy > 0 ? "+" : ""}${laterBy} terms`}`,
  );
}
for (const one of difference.ok ? difference.voided : []) console.log(`  void: the ${one.what}`);
