import type { CountResult } from "../../src/ballot/publish.ts";
import { type PublishedBallot, shredded } from "../../src/evidence/published-ballot.ts";
import { salt } from "../evidence/box.ts";
import { contradictions } from "./contradictions.ts";
import {
  exchanged,
  type Forger,
  forged,
  oneOf,
  onRoll,
  otherTerms,
  reckoned,
  rivals,
  strangers,
  withFacts,
} from "./forgery.ts";
import { recordOf } from "./published.ts";

/** Forgeries of the record, by kind. The log is the honest one, or is not there. */
export const forgeriesOfRecords: { readonly [kind: string]: Forger } = {
  "another unit is elected in the record": (honest, [die]) => {
    const pair = rivals(honest, die);
    if (!pair) return undefined;
    const { figures, outcome } = honest.result;
    const certified = exchanged(outcome.certified, ...pair);
    return forged(honest, { result: { figures, outcome: { ...outcome, certified } } }, die % 2 === 0);
  },
  "other figures in the record": (honest, [die, other, third]) => {
    const result = structuredClone(honest.result);
    const line = oneOf(result.figures.lines, die);
    if (line && other % 2 === 0) line.for += 1 + (third % 3);
    else result.figures.valid += 1 + (third % 3);
    return forged(honest, { result }, third % 2 === 0);
  },
  "steps of the ladder are left out": (honest, [die, other]) => {
    const { attendance, ties } = honest.facts;
    if (ties.length === 0) return undefined;
    const left = die % 2 === 0 ? ties.slice(1) : ties.slice(0, -1);
    if (left.length > 0 || die % 4 > 1) {
      const facts = { attendance, ties: left };
      return forged(honest, { facts, result: reckoned(honest, { facts }) }, other % 2 === 0);
    }
    const { elected, vacant, notElected } = honest.result.outcome.certified;
    const certified: CountResult["outcome"]["certified"] = {
      kind: "unfilled",
      elected: [],
      notElected: [...elected, ...notElected].sort(),
      vacant: vacant + elected.length,
    };
    const result = { ...honest.result, outcome: { ...honest.result.outcome, certified } };
    return forged(honest, { facts: { attendance, ties: [] }, result }, other % 2 === 0);
  },
  "steps of the ladder in another order": (honest, [die]) => {
    const { attendance, ties } = honest.facts;
    if (ties.length < 2) return undefined;
    return forged(honest, { facts: { attendance, ties: ties.toReversed() } }, die % 2 === 0);
  },
  "rounds of a run-off out of bound": (honest, [die, other]) => {
    const { attendance, ties } = honest.facts;
    const at = ties.findIndex(({ by }) => by.kind === "runOff");
    const step = ties[at];
    if (step?.by.kind !== "runOff") return undefined;
    const { by } = step;
    const again = [3, 7, 9, 10].map((round) => ({ ...step, by: { ...by, round } }));
    const facts =
      other % 2 === 0
        ? { attendance, ties: ties.with(at, oneOf(again, die) ?? step) }
        : { attendance, ties: ties.toSpliced(at, 0, ...again.slice(0, 1 + (die % 3))) };
    return forged(honest, { facts }, die % 2 === 0);
  },
  "a lot that was drawn from other values": (honest, [die, other]) => {
    const { attendance, ties } = honest.facts;
    const drawn = ties.map((step) =>
      step.by.kind === "lot"
        ? { ...step, by: { ...step.by, drawn: step.by.drawn.map((one) => ({ ...one, values: [`${die}`] })) } }
        : step,
    );
    if (JSON.stringify(drawn) === JSON.stringify(ties)) return undefined;
    const pair = rivals(honest, other);
    const lie = pair
      ? drawn.map((step) => (step.by.kind === "lot" ? exchanged(step, ...pair) : step))
      : drawn;
    const facts = { attendance, ties: other % 2 === 0 ? drawn : lie };
    return withFacts(honest, facts, true);
  },
  "strangers as tellers": (honest, [die]) => {
    const tellers = die % 3 === 0 ? strangers : [...honest.tellers.slice(0, die % 3), ...strangers];
    return { record: recordOf({ ...honest, tellers }), ...(die % 2 === 0 && { events: honest.events }) };
  },
  "strangers sign the record": (honest, [die]) => {
    const [head = ""] = honest.tellers;
    const signers = die % 2 === 0 ? strangers : [head, ...strangers];
    return { record: recordOf(honest, signers), ...(die % 4 > 1 && { events: honest.events }) };
  },
  ...Object.fromEntries(
    contradictions().map(([name, changed]): [string, Forger] => [
      `facts that contradict the terms: ${name}`,
      (honest, [die]) => forged(honest, { ...changed, result: reckoned(honest, changed) }, die % 2 === 0),
    ]),
  ),
  "a stuffed box": (honest, [die, other]) => {
    const more = Array.from({ length: 1 + (die % 12) }, (_, at) => ({
      paper: oneOf(honest.papers, other)?.paper,
      salt: salt(1_000 + at),
    }));
    const papers = [...honest.papers, ...more];
    return forged(honest, { papers, result: reckoned(honest, { papers }) }, die % 2 === 0);
  },
  "swapped papers": (honest, [die, other]) => {
    const at = die % honest.papers.length;
    const was = JSON.stringify(honest.papers[at]?.paper);
    const paper = oneOf(
      [...honest.papers.map((one) => one.paper), { kind: "invalid", reason: "unreadable" }].filter(
        (one) => JSON.stringify(one) !== was,
      ),
      other,
    );
    const papers = honest.papers.with(at, { paper, salt: salt(`swapped ${die}`) });
    return forged(honest, { papers, result: reckoned(honest, { papers }) });
  },
  "changed terms": (honest, [die]) => {
    const terms = otherTerms(honest.terms, die);
    if (JSON.stringify(terms) === JSON.stringify(honest.terms)) return undefined;
    return forged(honest, { terms, result: reckoned(honest, { terms }) });
  },
  "other weights": (honest, [die, other]) => {
    const unit = oneOf(honest.terms.electors, die) ?? "";
    const weights = (honest.terms.weights ?? []).filter((weight) => weight.unit !== unit);
    const before = honest.terms.weights?.find((weight) => weight.unit === unit)?.votes ?? 1;
    const terms = { ...honest.terms, weights: [...weights, { unit, votes: before + 1 + (other % 5) }] };
    return forged(honest, { terms, result: reckoned(honest, { terms }) });
  },
  "a shortened roll": (honest, [die, other]) =>
    withFacts(
      honest,
      onRoll(honest.facts, die, () => []),
      other % 2 === 0 || !honest.facts.attendance.every(({ paper }) => paper),
    ),
  "a stranger or a unit twice on the roll": (honest, [die, other]) =>
    withFacts(
      honest,
      onRoll(honest.facts, die, (unit) =>
        other % 3 === 0 ? [unit, unit] : [other % 3 === 1 ? unit : { ...unit }, { ...unit, unit: "guest" }],
      ),
      other % 2 === 0,
    ),
  "an absence made up, or a paper": (honest, [die, other]) =>
    withFacts(
      honest,
      onRoll(honest.facts, die, (unit) => [
        other % 2 === 0 ? { ...unit, spoiled: unit.spoiled + 1 } : { ...unit, consulted: !unit.consulted },
      ]),
      true,
    ),
  "figures that no deleted paper can explain": (honest, [die, other, third]) => {
    const result = structuredClone(honest.result);
    const line = oneOf(result.figures.lines, die);
    if (!line) return undefined;
    line.for += 2 + (third % 3);
    line.noOpinion -= 2 + (third % 3);
    const record = recordOf({ ...honest, result });
    const at = other % record.papers.length;
    const deleted: PublishedBallot["papers"] = record.papers.map((paper, index) =>
      index === at ? { commitment: paper.commitment } : paper,
    );
    return { record: { ...record, papers: deleted }, ...(die % 2 === 0 && { events: honest.events }) };
  },
  "another outcome where all papers are deleted": (honest, [die]) => {
    const pair = rivals(honest, die);
    if (!pair) return undefined;
    const { figures, outcome } = honest.result;
    const result = { figures, outcome: { ...outcome, certified: exchanged(outcome.certified, ...pair) } };
    return { record: shredded(recordOf({ ...honest, result })), events: honest.events };
  },
};
