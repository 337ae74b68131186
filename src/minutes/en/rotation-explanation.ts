import type {
  Counterfactual,
  Explanation,
  RuleStep,
  Seat,
} from "../../chair-rotation/forecast/explanation.ts";
import { together } from "../figures.ts";
import type { Say } from "../language.ts";
import { type Teller, telling } from "../rotation-telling.ts";
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
 * Why a unit has a term, as sentences: what happened, the step of the rule, the verdict, and what would be so without
 * each event.
 */
export function rotationExplanationEn(explanation: Explanation, teller: Teller): string[] {
  const { from, because, begun, since, otherwise } = explanation;
  const say = teller.sayIn(explanation.names);
  const { sentence, deed } = telling(explanation, teller, words);
  const happened = [...(from ? [from] : []), ...because, ...(begun ? [begun] : [])];
  return [
    ...happened.map((one) => (one.kind === "rule" ? rule(one, say) : sentence(one))),
    verdict(explanation, say),
    ...since.map(sentence),
    ...otherwise.map((one) => `Without ${deed(one.without, rotationDeedsEn)} ${difference(one, teller)}.`),
  ];
}

const words: Parameters<typeof telling>[2] = {
  called: ({ unit, terms }, say) =>
    unit === undefined ? terms.join(" / ") : `${say.unit(unit)}, term ${terms.join(" / ")}`,
  recorded: (day, say) => `recorded on ${say.date(day)}`,
};

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

/** What would be another: the chair, or whose turn it is, the first day, or only a name. */
function difference(one: Counterfactual, { sayIn }: Teller): string {
  const say = sayIn(one.names);
  const { differs } = one;
  const parts = [
    ...(differs.has("chair") ? [otherwiseSeat(one.chair, say)] : []),
    ...(differs.has("turn") ? [`it would be the turn of ${seat(one.turn, say)}`] : []),
    ...(differs.has("firstDay") ? [`the term would begin on ${say.date(one.startsOn)}`] : []),
  ];
  return parts.join(", ") || `it would still be called ${seat(one.chair, say)}`;
}

function seat(where: Seat, say: Say): string {
  if (where.kind === "unit") return say.unit(where.unit);
  if (where.kind === "vacant") return "nobody";
  return `still to be chosen among ${say.units(where.among)}`;
}

const otherwiseSeat = (where: Seat, say: Say): string =>
  where.kind === "open" ? `the chair would be ${seat(where, say)}` : `it would be ${seat(where, say)}`;
