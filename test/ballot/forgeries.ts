import type { BallotEvent } from "../../src/ballot/messages.ts";
import type { CountFacts, CountResult } from "../../src/ballot/publish.ts";
import { recountPublished } from "../../src/ballot/publish.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import type { PublishedBallot } from "../../src/evidence/published-ballot.ts";
import { shredded } from "../../src/evidence/published-ballot.ts";
import { salt } from "../evidence/box.ts";
import { type Published, recordOf } from "./published.ts";

// Forgeries of a published ballot. The tellers lie together: they seal, chain and sign whatever they have made up. So
// no signature gives them away, and only what the record says against itself, or against the log, does.

/** What is handed to the verifier; without `events`, it has the record alone. */
export type Forgery = { record: unknown; events?: readonly unknown[] };

/** Chance, as whole numbers. */
export type Dice = readonly [number, number, number];

/** Makes a forgery of an honest ballot; `undefined` where the ballot has nothing to forge in this way. */
type Forger = (honest: Published, dice: Dice) => Forgery | undefined;

const strangers = ["Ai đó", "Người khác", "Người thứ ba"];
const oneOf = <T>(all: readonly T[], die: number): T | undefined => all[die % Math.max(1, all.length)];

/** The record of a changed ballot, signed by its own tellers, and the log that goes with it. */
function forged(honest: Published, changes: Partial<Published>, withLog = true): Forgery {
  const lie = { ...honest, ...changes };
  return { record: recordOf(lie), ...(withLog && { events: lie.events }) };
}

/** The result that a forger would work out from changed terms, facts or papers, or the honest one where none comes. */
function reckoned(honest: Published, changes: Partial<Published>): CountResult {
  const { terms, facts, papers } = { ...honest, ...changes };
  try {
    return recountPublished({ terms, facts, papers: papers.map(({ paper }) => paper) });
  } catch {
    return honest.result;
  }
}

/** Exchanges two units wherever a value names them. */
function exchanged<T>(value: T, one: string, other: string): T {
  const swap = (item: unknown): unknown => {
    if (item === one) return other;
    if (item === other) return one;
    if (Array.isArray(item)) return item.map(swap).sort();
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, swap(inner)]));
  };
  return swap(value) as T;
}

/** An elected unit, and one that is not. */
function rivals({ result, terms }: Published, die: number): [string, string] | undefined {
  const { elected } = result.outcome.certified;
  const one = oneOf(elected, die);
  const other = oneOf(
    terms.nominees.filter((unit) => !elected.includes(unit) && unit !== one),
    die,
  );
  return one === undefined || other === undefined ? undefined : [one, other];
}

/** The log with the nth event of a type changed. */
function withEvent<K extends BallotEvent["type"]>(
  { events }: Published,
  type: K,
  change: (event: Extract<BallotEvent, { type: K }>) => object,
  die = 0,
): readonly BallotEvent[] | undefined {
  const places = events.flatMap((event, at) => (event.type === type ? [at] : []));
  const at = oneOf(places, die);
  const event = at === undefined ? undefined : events[at];
  if (at === undefined || event === undefined) return undefined;
  const data = { ...event.data, ...change(event as Extract<BallotEvent, { type: K }>) };
  return events.with(at, { type, data } as BallotEvent);
}

function without({ events }: Published, types: readonly BallotEvent["type"][], die: number) {
  const places = events.flatMap((event, at) => (types.includes(event.type) ? [at] : []));
  const at = oneOf(places, die);
  return at === undefined ? undefined : events.toSpliced(at, 1);
}

const log = (honest: Published, events: readonly BallotEvent[] | undefined): Forgery | undefined =>
  events && forged(honest, { events });

/** Other terms, in one thing. */
function otherTerms(terms: Terms, die: number): Terms {
  const { voting, tieData, tellers, procedure } = terms;
  const [first] = terms.nominees;
  const changes: Partial<Terms>[] = [
    { seats: terms.seats === 1 ? 2 : 1 },
    { voting: { ...voting, threshold: { ...voting.threshold, base: "allEligible" } } },
    { voting: { ...voting, threshold: { ...voting.threshold, numerator: 0 } } },
    { voting: { ...voting, quorum: { ...voting.quorum, numerator: voting.quorum.numerator - 1 } } },
    { voting: { ...voting, selfVote: !voting.selfVote } },
    {
      voting: {
        ...voting,
        tieLadder: voting.tieLadder.length > 1 ? voting.tieLadder.slice(1) : [{ kind: "vacantSeat" }],
      },
    },
    { voting: { ...voting, proxiesMax: voting.proxiesMax + 1 } },
    { tieData: { ...tieData, seniority: tieData.seniority.toReversed() } },
    { tieData: { ...tieData, lotSources: ["Xổ số khác"] } },
    { tieData: { ...tieData, scores: tieData.scores.map((score) => ({ ...score, points: 1 })) } },
    { tellers: { ...tellers, members: tellers.members.slice(0, 1) } },
    { procedure: { ...procedure, recusedInBase: !procedure.recusedInBase } },
    { procedure: { ...procedure, blankPapers: procedure.blankPapers === "valid" ? "invalid" : "valid" } },
    { bylawsVersion: terms.bylawsVersion + 1 },
    { season: terms.season === "2022" ? "2021" : "2022" },
    { electors: terms.electors.slice(0, -1) },
    { electors: [...terms.electors, "guest"] },
    { nominees: terms.nominees.filter((unit) => unit !== first) },
    { purpose: { kind: "chair" } },
  ];
  return { ...terms, ...oneOf(changes, die) };
}

/** The facts of a record with one unit of the roll otherwise. */
function onRoll(
  { attendance, ties }: CountFacts,
  die: number,
  change: (unit: CountFacts["attendance"][number]) => readonly CountFacts["attendance"][number][],
): CountFacts | undefined {
  const at = die % Math.max(1, attendance.length);
  const unit = attendance[at];
  return unit && { attendance: attendance.toSpliced(at, 1, ...change(unit)), ties };
}

function withFacts(honest: Published, facts: CountFacts | undefined, withLog: boolean): Forgery | undefined {
  return facts && forged(honest, { facts, result: reckoned(honest, { facts }) }, withLog);
}

/** Kinds of forgery, by name. */
export const forgers: { readonly [kind: string]: Forger } = {
  "another unit is elected in the record": (honest, [die]) => {
    const pair = rivals(honest, die);
    if (!pair) return undefined;
    const { figures, outcome } = honest.result;
    const certified = exchanged(outcome.certified, ...pair);
    return forged(honest, { result: { figures, outcome: { ...outcome, certified } } }, die % 2 === 0);
  },
  "another unit is elected in the record and in the log": (honest, [die]) => {
    const pair = rivals(honest, die);
    if (!pair) return undefined;
    const events = honest.events.map((event) =>
      "outcome" in event.data
        ? ({
            ...event,
            data: { ...event.data, outcome: exchanged(event.data.outcome, ...pair) },
          } as BallotEvent)
        : event,
    );
    const { figures, outcome } = honest.result;
    return forged(honest, { events, result: { figures, outcome: exchanged(outcome, ...pair) } });
  },
  "other figures in the record": (honest, [die, other, third]) => {
    const result = structuredClone(honest.result);
    const line = oneOf(result.figures.lines, die);
    if (line && other % 2 === 0) line.for += 1 + (third % 3);
    else result.figures.valid += 1 + (third % 3);
    return forged(honest, { result }, third % 2 === 0);
  },
  "other figures in the log": (honest, [die, other]) =>
    log(
      honest,
      withEvent(honest, "BallotCounted", ({ data: { lines, figures } }) =>
        die % 2 === 0
          ? { figures: { ...figures, present: figures.present + 1 } }
          : {
              lines: lines.map((line, at) =>
                at === other % lines.length ? { ...line, for: line.for + 1 } : line,
              ),
            },
      ),
    ),
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
  "strangers sign the certificate in the log": (honest, [die, other]) => {
    const signatories = die % 2 === 0 ? strangers : [...honest.tellers.slice(0, 1), ...strangers];
    return log(
      honest,
      withEvent(honest, other % 2 === 0 ? "BallotCertified" : "BoxSealed", () => ({ signatories })),
    );
  },
  "a stuffed box": (honest, [die, other]) => {
    const more = Array.from({ length: 1 + (die % 12) }, (_, at) => ({
      paper: oneOf(honest.papers, other)?.paper,
      salt: salt(1_000 + at),
    }));
    const papers = [...honest.papers, ...more];
    return forged(honest, { papers, result: reckoned(honest, { papers }) }, die % 2 === 0);
  },
  "a box that is stuffed in the log": (honest, [die]) =>
    log(
      honest,
      withEvent(honest, "BoxOpened", ({ data }) => ({
        papers: data.papers.map((group, at) =>
          at === die % data.papers.length ? { ...group, papers: group.papers + 1 + (die % 20) } : group,
        ),
      })),
    ),
  "a late seal": (honest, [die]) => {
    const at = honest.events.findIndex(({ type }) => type === "BoxSealed");
    const seal = honest.events[at];
    const opening = honest.events.findIndex(({ type }) => type === "BoxOpened");
    if (!seal || opening < 0) return undefined;
    const rest = honest.events.toSpliced(at, 1);
    const later = opening + (die % (rest.length - opening + 1));
    return log(honest, rest.toSpliced(later, 0, seal));
  },
  "no seal in the log": (honest) => log(honest, without(honest, ["BoxSealed"], 0)),
  "another seal in the log": (honest, [die]) =>
    log(
      honest,
      withEvent(honest, "BoxSealed", ({ data }) =>
        die % 3 === 0 ? { sealed: data.sealed - 1 } : { root: salt(`another root ${die}`) },
      ),
    ),
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
    return forged(honest, { terms, result: reckoned(honest, { terms }) });
  },
  "terms revised after the first paper": (honest, [die, other]) => {
    const issued = honest.events.findIndex(({ type }) => type === "PaperIssued");
    if (issued < 0) return undefined;
    const terms = otherTerms(honest.terms, die);
    const revised: BallotEvent = { type: "BallotRevised", data: terms };
    const at = issued + 1 + (other % (honest.events.length - issued));
    return forged(honest, { terms, events: honest.events.toSpliced(at, 0, revised) });
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
  "a quorum made up": (honest, [die]) =>
    log(
      honest,
      withEvent(honest, "VotingOpened", ({ data }) =>
        die % 2 === 0 ? { present: data.present + 1 + (die % 5) } : { needed: data.needed - 1 },
      ),
    ),
  "a paper for a stranger, or twice": (honest, [die, other]) => {
    const at = honest.events.findIndex(({ type }) => type === "PaperIssued");
    const again = honest.events[at];
    if (!again) return undefined;
    if (die % 2 === 0) return log(honest, honest.events.toSpliced(at + 1 + (other % 3), 0, again));
    return log(
      honest,
      withEvent(honest, "PaperIssued", () => ({ unit: "guest", receivedBy: "guest" }), other),
    );
  },
  "a missing reading or tally": (honest, [die]) =>
    log(
      honest,
      without(
        honest,
        ["BoxOpened", "PapersRecounted", "TallySubmitted", "DiscrepancyFound", "BoxClosed"],
        die,
      ),
    ),
  "another certificate": (honest, [die]) => {
    const changes = [
      { certification: 2 },
      { supersedes: 1 },
      { seats: 3 },
      { nominees: ["guest"] },
      { form: "showOfHands" },
      { bylawsVersion: 9 },
      { brokenBy: [{ kind: "seniority" }] },
      { purpose: { kind: "deputyChair" } },
      { complaintsUntil: "2022-01-01" },
      { tellers: { head: { name: "Ai đó" }, members: [{ name: "Người khác" }] } },
      { count: undefined },
    ];
    return log(
      honest,
      withEvent(honest, "BallotCertified", ({ data }) => {
        const change = oneOf(changes, die) ?? {};
        return JSON.stringify({ ...data, ...change }) === JSON.stringify(data) ? { seats: 3 } : change;
      }),
    );
  },
  "a log that is not the one certified": (honest, [die, other]) => {
    const at = die % honest.events.length;
    const event = honest.events[at];
    const events = [
      honest.events.toSpliced(at, 1),
      event ? honest.events.toSpliced(at, 0, event) : [],
      honest.events.slice(0, at),
      honest.events.toReversed(),
    ];
    return { record: recordOf(honest), events: oneOf(events, other) ?? [] };
  },
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
