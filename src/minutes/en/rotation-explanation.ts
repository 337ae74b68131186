import type { Explanation, RuleStep, Seat } from "../../chair-rotation/forecast/explanation.ts";
import { together } from "../figures.ts";
import type { Say } from "../language.ts";
import { rotationExplanation } from "../rotation-telling.ts";
import { rotationDeedsEn } from "./rotation-deeds.ts";

const rules: Record<RuleStep["rule"], string> = {
  cycle: "the next in the order",
  alphabetical: "the next by sort key",
  longestWaiting: "the unit that has waited longest",
  deputySucceeds: "the deputy succeeds",
  group: "the group whose turn it is",
  elected: "elected for each term",
  electedInRotation: "elected among those who have had no turn in this lap",
  owed: "a turn that is owed",
  heldOver: "held over by the unit that has the turn before",
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

/** Why a unit has a term, as sentences. */
export const rotationExplanationEn = /* @__PURE__ */ rotationExplanation({
  deeds: rotationDeedsEn,
  called: ({ unit, terms }, say) =>
    unit === undefined ? terms.join(" / ") : `${say.unit(unit)}, term ${terms.join(" / ")}`,
  recorded: (day, say) => `recorded on ${say.date(day)}`,
  rule,
  verdict,
  without: (deed, otherwise) => `Without ${deed} ${otherwise}.`,
  chair: otherwiseSeat,
  turn: (turn, say) => `it would be the turn of ${seat(turn, say)}`,
  firstDay: (day, say) => `the term would begin on ${say.date(day)}`,
  name: (chair, say) => `the unit would still be called ${seat(chair, say)}`,
});

function rule({ rule: kind, after: last, passed, gives }: RuleStep, say: Say): string {
  const after = last === undefined ? "" : `, after ${say.unit(last)}`;
  const others = passed.map(({ unit, hindrance }) => `${say.unit(unit)} (${hindrances[hindrance]})`);
  return `Rule: ${rules[kind]}${after}: ${seat(gives, say)}${others.length > 0 ? `, passing over ${together(others, "and")}` : ""}.`;
}

function verdict({ term, turn, chair, isServed }: Explanation, say: Say): string {
  const isOther = turn.kind === "unit" && (chair.kind !== "unit" || chair.unit !== turn.unit);
  const of = isOther ? ` (the turn of ${say.unit(turn.unit)})` : "";
  return `${isServed ? `Term ${term} (has begun)` : `So term ${term}`}: ${seat(chair, say)}${of}.`;
}

function seat(where: Seat, say: Say): string {
  if (where.kind === "unit") return say.unit(where.unit);
  if (where.kind === "vacant") return "nobody";
  return `still to be chosen among ${say.units(where.among)}`;
}

function otherwiseSeat(where: Seat, say: Say): string {
  if (where.kind === "unit") return `the chair would be ${say.unit(where.unit)}`;
  return where.kind === "open"
    ? `the chair would still have to be chosen among ${say.units(where.among)}`
    : "nobody would be in the chair";
}
