import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameOf } from "../../src/chair-rotation/calendar.ts";
import { diffForecast } from "../../src/chair-rotation/questions/diff-forecast.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { history, lived, type Step } from "./histories.ts";
import { timed } from "./life.ts";

/** What is agreed about turns, each as a line. */
function agreed({ overlays, decisions, served, swaps, calendar }: OpenedRotation): string[] {
  const lines: string[] = [];
  const line = (what: string, number: number, unit: string | undefined) =>
    lines.push([what, nameOf(calendar, number), unit].join(" "));
  for (const { swap, status } of swaps.values())
    if (status !== "voided" && status !== "expired") lines.push(`swap ${swap}`);
  for (const [number, laid] of overlays)
    for (const one of laid)
      if (one.kind !== "swap") line(one.kind === "vacant" ? "vacancy" : one.kind, number, one.bound);
  // A term that has begun keeps what was decided about it.
  const begun = served.map(({ number, decided }) => [number, decided] as const);
  for (const [number, decided] of [...begun, ...decisions])
    for (const { event } of decided) {
      if (event.type === "ChairDesignated") line("designation", number, event.data.chair);
      if (event.type === "ChairHeldOver") line("holdOver", number, event.data.unit);
      if (event.type === "OwedTurnClaimed") line("claim", number, event.data.unit);
      if (event.type === "UnitPlacedInOrder") line("placement", number, event.data.unit);
    }
  return lines;
}

/** The lines of the first list that the second one has not, each as often. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function expectTold({ command, before, after }: Step) {
  const told = diffForecast({ status: "open", ...before }, timed(command), { number: 4 });
  if (!told.ok) throw new Error("it was accepted");
  const voided = told.voided.map((one) =>
    one.what === "swap" ? `swap ${one.swap}` : [one.what, one.term, one.unit].join(" "),
  );
  const broken = told.debts.filter(({ becomes }) => becomes === "broken");
  const gone = without(agreed(before), agreed(after));
  // A claim goes with the turn that is owed no longer.
  const claims = broken.length > 0 ? gone.filter((line) => line.startsWith("claim ")) : [];
  const expired = command.type === "ExpireSwap" ? [`swap ${command.data.swap}`] : [];
  // Whoever takes a designation back needs not be told that it is gone.
  const { type, data } = command;
  const takenBack = (line: string) =>
    type === "UndesignateChair" && line === `designation ${data.term} ${data.chair}`;
  const others = without(gone, [...claims, ...expired]).filter((line) => !takenBack(line));
  expect(voided.toSorted()).toEqual(others.toSorted());
  expectDebts({ before, after }, told.debts);
}

function expectDebts(
  { before, after }: Pick<Step, "before" | "after">,
  told: readonly { obligation: string; becomes: string }[],
) {
  const open = ({ obligations }: OpenedRotation) =>
    [...obligations.values()].filter(({ status }) => status === "open").map(({ obligation }) => obligation);
  const arisen = without(open(after), open(before)).map((one) => `${one} open`);
  const ended = without(open(before), open(after)).map(
    (one) => `${one} ${after.obligations.get(one)?.status ?? "gone"}`,
  );
  expect(told.map(({ obligation, becomes }) => `${obligation} ${becomes}`)).toEqual([...arisen, ...ended]);
}

describe("a dry run", () => {
  it("tells just the agreements that the command voids, and what becomes of owed turns", () => {
    fc.assert(
      fc.property(history, (one) => {
        for (const step of lived(one).steps) expectTold(step);
      }),
      { numRuns: 60 },
    );
  });
});
