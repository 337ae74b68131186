import { check } from "../../kernel/input.ts";
import { list } from "../../kernel/list.ts";
import { canonicalPapers, objectionToPapers } from "../canonical-paper.ts";
import { tallyOf } from "../count.ts";
import type { BallotRejection } from "../messages.ts";
import { repeated } from "../outcome.ts";
import { PaperRead } from "../paper.ts";
import { objectionToHolder, objectionToPair } from "../proxies.ts";
import { rollOf } from "../publish.ts";
import { quorumOf } from "../quorum.ts";
import type { Tally } from "../result.ts";
import { objectionToVoter, presenceOf, type Roll, rollCount, withoutProxy } from "../roll.ts";
import { objectionToWriting } from "../room.ts";
import { selfVoteOn } from "../self-vote.ts";
import type { Terms } from "../terms.ts";
import type { BallotFinding, FactsAnswer, Known } from "./findings.ts";

// What a record says of who took part, held against its own terms, by the rules of the ballot itself.

type Registered = { terms: Terms; roll: Roll };

/** What the ballot would have answered to these facts, and papers that nobody was given. */
export function factsOf(known: Known): BallotFinding[] {
  const { record, terms, facts } = known;
  const registered = { terms, roll: rollOf(facts) };
  const units = facts.attendance.map(({ unit }) => unit);
  const twice = repeated(units);
  const answers: FactsAnswer[] = [
    ...heldOtherwise(terms),
    ...(twice === undefined ? [] : [{ type: "ElectorTwice", data: { unit: twice } } as const]),
    ...units.flatMap((unit) => objectionsTo(registered, unit)),
    ...withoutQuorum(registered),
  ];
  // Two principals of one holder have the same answer.
  const distinct = new Map(answers.map((answer) => [JSON.stringify(answer), answer]));
  const { issued } = rollCount(registered);
  const found = record.papers.length;
  const tally = tallyOfAll(known);
  return [
    ...[...distinct.values()].map(impossible),
    ...(tally ? forOneself(registered, tally) : []),
    ...(found > issued ? [{ type: "BoxStuffed", data: { issued, found } } as const] : []),
  ];
}

/** A forbidden vote for oneself that the figures prove: the ballot would have no result. */
export function forOneself(registered: Registered, tally: Tally): BallotFinding[] {
  const discrepancy = selfVoteOn(registered, tally);
  return discrepancy ? [impossible({ type: "DiscrepancyFound", data: { reading: 1, discrepancy } })] : [];
}

const impossible = (answer: FactsAnswer): BallotFinding => ({ type: "FactsImpossible", data: { answer } });

/** Only a secret ballot that counts papers is published. */
function heldOtherwise({ voting: { form, selection } }: Terms): FactsAnswer[] {
  if (form === "secret" && selection !== "consensus") return [];
  return [{ type: "BallotHeldOtherwise", data: { form, selection } }];
}

/** What stands against each thing that the roll says of a unit. Whoever came or left after the opening stays as it was. */
function objectionsTo({ terms, roll }: Registered, unit: string): BallotRejection[] {
  const { here, consulted, holder, takesPart, paper, spoiled } = presenceOf(roll, unit);
  const isAsked = consulted || takesPart === "inWriting" || paper === "inWriting";
  const isRepresented = takesPart === "byProxy" && terms.voting.proxiesMax > 0;
  const isThere = takesPart === "inWriting" || paper === "inWriting" ? consulted : takesPart !== "byProxy";
  const objections = [
    objectionToVoter(terms, unit),
    holder === undefined ? undefined : objectionToProxy({ terms, roll }, unit, holder),
    here && holder !== undefined && !paper && ({ type: "UnitPresent", data: { unit } } as const),
    isAsked && objectionToWriting(terms),
    !isThere && !isRepresented && ({ type: "UnitAbsent", data: { unit } } as const),
    paper && !takesPart && ({ type: "VoteBeganWithout", data: { unit } } as const),
    spoiled > 0 && !paper && ({ type: "PaperNotIssued", data: { unit } } as const),
  ];
  return objections.flatMap((objection) => objection || []);
}

/** What stood against this proxy when it was given; the others of the holder may have been given before. */
function objectionToProxy({ terms, roll }: Registered, principal: string, holder: string) {
  const before: Roll = new Map(roll);
  withoutProxy(before, principal);
  return (
    objectionToPair(terms, principal, holder) ?? objectionToHolder({ terms, roll: before }, principal, holder)
  );
}

/** The vote opened with whoever takes part, or it did not open. */
function withoutQuorum({ terms, roll }: Registered): FactsAnswer[] {
  const isOpened = [...roll.values()].some(({ takesPart }) => takesPart !== undefined);
  const { isReached, figures } = quorumOf(terms, isOpened ? roll : new Map());
  return isReached ? [] : [{ type: "QuorumNotReached", data: figures }];
}

/** The tally of the papers, where all are at hand and the method counts them. */
function tallyOfAll({ record, terms }: Known): Tally | undefined {
  const opened = record.papers.flatMap((paper) => ("salt" in paper ? [paper.paper] : []));
  const read = check(list(PaperRead, { max: 100_000 }), opened);
  if (!read.ok || opened.length < record.papers.length) return undefined;
  const groups = read.value.map((paper) => ({ papers: 1, paper }));
  return objectionToPapers(terms, groups) ? undefined : tallyOf(terms, canonicalPapers(terms, groups));
}
