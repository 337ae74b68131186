import type { Citation, Explanation, Seat } from "../../chair-rotation/forecast/explanation.ts";
import type { ChairRotationEvent } from "../../chair-rotation/messages.ts";
import { lineOf, together } from "../figures.ts";
import type { Say } from "../language.ts";

const rules: Record<Extract<Citation, { kind: "rule" }>["rule"], string> = {
  cycle: "the next in the order",
  alphabetical: "the next by sort key",
  longestWaiting: "the unit that has waited longest",
  deputySucceeds: "the deputy succeeds",
  group: "the group whose turn it is",
  elected: "elected for each term",
  electedInRotation: "elected among those who have had no turn in this lap",
  owed: "a turn that is owed",
  assigned: "assigned by decision",
  lottery: "the next in the drawn order",
  prefix: "the beginning of the new order",
};

const hindrances = {
  notMember: "no longer, or not yet, a member",
  suspended: "suspended",
  skipped: "its turn was given up",
  turnTaken: "has had this turn already",
};

/**
 * Why a unit has a term, as sentences: the rule, what happened, the verdict, and what would be so otherwise. `event`
 * makes the sentence of an event.
 */
export function rotationExplanationEn(
  explanation: Explanation,
  { say, event }: { say: Say; event: (event: ChairRotationEvent) => string },
): string[] {
  const { term, chair, isServed, because, otherwise } = explanation;
  const steps = because.map((one) => {
    if (one.kind === "event") return event(one.event);
    const after = one.after === undefined ? "" : `, after ${say.unit(one.after)}`;
    const passed = one.passed.map(({ unit, hindrance }) => `${say.unit(unit)} (${hindrances[hindrance]})`);
    return `Rule: ${rules[one.rule]}${after}: ${seat(one.gives, say)}${passed.length > 0 ? `, passing over ${together(passed, "and")}` : ""}.`;
  });
  const verdict = `${isServed ? `Term ${term} (has begun)` : `So term ${term}`}: ${seat(chair, say)}.`;
  const others = otherwise.map((one) => {
    const line = lineOf(one.without, because);
    return line > 0
      ? `Without line ${line} ${otherwiseSeat(one.chair, say)}.`
      : `Without the following ${otherwiseSeat(one.chair, say)}: ${event(one.without)}`;
  });
  return [...steps, verdict, ...others];
}

function seat(where: Seat, say: Say): string {
  if (where.kind === "unit") return say.unit(where.unit);
  if (where.kind === "vacant") return "nobody";
  return `still to be chosen among ${say.units(where.among)}`;
}

const otherwiseSeat = (where: Seat, say: Say): string =>
  where.kind === "open" ? `the chair would be ${seat(where, say)}` : `it would be ${seat(where, say)}`;
