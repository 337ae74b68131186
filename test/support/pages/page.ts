import type { Aggregate } from "./aggregate.ts";
import { methodsSection } from "./methods.ts";
import { sampleSentence } from "./sample.ts";

const notes = `In any other status than those of its row, a command is refused: \`WrongState\`, or a refusal of its row that says
more exactly why. A command that would change nothing is accepted without an event. A row shows all events and refusals
that the code of the command has; an earlier check may make one of them impossible.`;

/** The page of an aggregate, in Markdown. */
export function pageOf(aggregate: Aggregate): string {
  const { name, doc } = aggregate;
  return [
    `# ${name}`,
    "<!-- Written by `npm run pages` from the source. Change the source, not this file. -->",
    doc,
    "## States",
    diagramOf(aggregate),
    "An event that keeps the status is in the table of events only.",
    ...(name === "Ballot" ? ["## Methods", methodsSection()] : []),
    "## Commands",
    notes,
    commandsOf(aggregate),
    "## Events",
    eventsOf(aggregate),
    "## Refusals",
    "Where a value stands, here is the ‹name› of its field.",
    refusalsOf(aggregate),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Where each event leads from each status that it can meet. */
export function stepsOf({ decider, statuses }: Aggregate): { from: string; event: string; to: string }[] {
  return [...decider.from].flatMap(([event, sources]) =>
    sources.flatMap((from: string) => {
      const named = [...(statuses.get(event) ?? [])];
      return (named.length > 0 ? named : [from]).map((to) => ({ from, event, to }));
    }),
  );
}

function diagramOf(aggregate: Aggregate): string {
  const moves = stepsOf(aggregate).filter(({ from, to }) => from !== to);
  const met = new Set([...aggregate.decider.from.values()].flat());
  const last = new Set(moves.map(({ to }) => to).filter((to) => !met.has(to)));
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...moves.map(({ from, event, to }) => `  ${from === "blank" ? "[*]" : from} --> ${to}: ${event}`),
    ...[...last].map((status) => `  ${status} --> [*]`),
    "```",
  ].join("\n");
}

function commandsOf({ decider, commands, docs }: Aggregate): string {
  const rows = [...decider.during].map(([command, allowed]) => {
    const { events = [], rejections = [] } = commands.get(command) ?? {};
    const refusals = [...rejections].filter((type) => type !== "WrongState");
    return [
      `\`${command}\``,
      listed(allowed),
      codes(events),
      codes(refusals.sort()),
      docs.get(command) ?? "",
    ];
  });
  return table(["command", "while it is", "events", "refusals", "what it does"], rows);
}

function eventsOf(aggregate: Aggregate): string {
  const { decider, docs } = aggregate;
  const steps = stepsOf(aggregate);
  const rows = [...decider.from.keys()].map((event) => {
    const own = steps.filter((step) => step.event === event);
    const keeps = own.every(({ from, to }) => from === to);
    const to = keeps ? "the same" : listed([...new Set(own.map((step) => step.to))]);
    return [`\`${event}\``, listed([...new Set(own.map(({ from }) => from))]), to, docs.get(event) ?? ""];
  });
  return table(["event", "from", "to", "what it says"], rows);
}

function refusalsOf({ rejections, docs }: Aggregate): string {
  const rows = Object.entries(rejections).map(([type, data]) => {
    return [`\`${type}\``, sampleSentence(type, data), docs.get(type) ?? ""];
  });
  return table(["refusal", "sentence", "why"], rows);
}

const listed = (items: Iterable<string>) => [...items].join(", ");
const codes = (types: Iterable<string>) => listed([...types].map((type) => `\`${type}\``));

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
