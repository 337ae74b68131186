/**
 * Six units elect their chair in rotation, each once in a lap. One joins, two swap, one merges: who chairs when, who
 * stands, why, and what would be so otherwise.
 */
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
import type { Seat } from "thidua/chair-rotation";

const { create } = ChairRotationCommand;
const names = (unit: string) => `Đơn vị ${unit}`;

const elect = (term: string, chair: string) =>
  create.DesignateChair({
    term,
    chair,
    basis: { kind: "conference", conference: "conference-2024" },
    designatedOn: "2024-05-20",
  });

const commands = [
  create.OpenRotation({
    bloc: "bloc",
    roster: ["A", "B", "C", "D", "E", "F"].map((unit) => ({ unit })),
    policy: emulationBloc,
    calendar: { term: "2024", startsOn: "2024-01-01", months: 12 },
    chair: "A",
    flag: { flag: "rotating-flag", issuer: "UBND tỉnh", issuedOn: "2024-01-02" },
  }),
  create.JoinRotation({ unit: "G", joinedOn: "2024-05-01" }),
  elect("2025", "B"),
  elect("2026", "D"),
  create.ProposeSwap({
    swap: "B-and-D",
    a: { term: "2025", unit: "B" },
    b: { term: "2026", unit: "D" },
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
const seat = (chair: Seat) =>
  chair.kind === "unit"
    ? names(chair.unit)
    : chair.kind === "open"
      ? `one of ${chair.among.join(", ")}`
      : "nobody";
for (const { term, chair, certainty } of forecast(rotation, { number: 6 }))
  console.log(`  ${term}  ${seat(chair)}  (${certainty})`);

console.log("\nWhy D in 2025:");
const reasons = explain(result.events, "2025");
for (const reason of reasons ? explained(vi, reasons, names) : []) console.log(`  ${reason}`);

console.log("\nWhen is the turn of:");
for (const unit of ["B", "E", "G"]) {
  const turn = whenIsTurn(rotation, unit, { terms: 20 });
  if (turn)
    console.log(
      `  ${unit}: ${names(turn.unit)} in ${turn.term}${turn.upTo ? `, or a later year up to ${turn.upTo}` : ""}`,
    );
}

console.log("\nWhat if D left at the end of 2024:");
const leave = create.LeaveRotation({ unit: "D", leftOn: "2024-12-31", reason: "Thôi tham gia Khối" });
const difference = diffForecast(rotation, { ...leave, metadata }, { number: 6 });
for (const { term, before, after } of difference.ok ? difference.terms : [])
  console.log(`  ${term}: ${seat(before)} → ${seat(after)}`);
for (const one of difference.ok ? difference.voided : []) console.log(`  void: the ${one.what}`);
