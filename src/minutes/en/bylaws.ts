import type { BlocEvent } from "../../bloc/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { HonourRule } from "../../vocabulary/bylaws.ts";
import { type AwaitedFact, ownPoliciesOf, type Policies } from "../../vocabulary/policies.ts";
import type { Say } from "../language.ts";
import { thresholdEn } from "./voting-words.ts";

// Bylaws as they were adopted: how the bloc votes, what it proposes, and the policies that are not the usual ones.

type Adoption = DataOf<BlocEvent, "BylawsAdopted">;

export function bylawsAdoptedEn(adoption: Adoption, say: Say): string {
  const { version, bylaws, adoptedOn, effectiveFrom, document } = adoption;
  const { quorum, threshold, selfVote, tieLadder } = bylaws.voting;
  const honours = bylaws.honours.map((rule) => honourSaid(rule, say));
  const parts = [
    `Version ${say.count(version)} of the bylaws was adopted on ${say.date(adoptedOn)} (${say.document(document)})`,
    `in force from ${say.date(effectiveFrom)}`,
    `quorum: ${say.bar(quorum)}`,
    thresholdEn(threshold, say),
    `a unit ${selfVote ? "may" : "may not"} vote for itself`,
    `in a tie: ${say.ladder(tieLadder)}`,
    honours.length > 0
      ? `honours that the bloc proposes: ${say.list(honours)}`
      : "the bloc proposes no honours",
    ...policiesSaid(adoption, say),
  ];
  return `${parts.join("; ")}.`;
}

/** `the Emulation Flag of the committee (1, only for units that registered for it)`. */
function honourSaid({ honour, seats, excludes = [], needs = {} }: HonourRule, say: Say): string {
  const { registered, verdictAtLeast, holds = [] } = needs;
  const terms = [
    say.count(seats),
    registered && "only for units that registered for it",
    verdictAtLeast && `only for pledges that were ${verdicts[verdictAtLeast]}`,
    holds.length > 0 && `only for units that have ${say.list(holds.map(say.honour))}`,
    excludes.length > 0 && `not beside ${say.either(excludes.map(say.honour))}`,
  ];
  return `${say.honour(honour)} (${terms.filter((term) => typeof term === "string").join(", ")})`;
}

const verdicts = { fulfilled: "fulfilled", partly: "at least partly fulfilled" } as const;

/** What the bylaws say otherwise than `defaultPolicies`, each as a part of the sentence. */
function policiesSaid({ bylaws }: Adoption, say: Say): string[] {
  const { pledgeOf = {}, awaited = {}, ...others } = ownPoliciesOf(bylaws);
  const days = (count: number) => `${say.count(count)} ${count === 1 ? "day" : "days"}`;
  const { vacatedSeat, complaintHoldsHandover, handover, joinerScoredUntil } = others;
  const { proxyCountsForQuorum, decideAfterFinal, pledgeGrace } = others;
  const pledges = entriesOf(pledgeOf).map(([how, course]) => `${pledgesOf[how]} ${courses[course]}`);
  const waits = entriesOf(awaited).map(([what, count]) => `${awaitedFacts[what]} ${days(count)}`);
  return [
    vacatedSeat && seats[vacatedSeat],
    complaintHoldsHandover !== undefined &&
      `a complaint ${complaintHoldsHandover ? "holds" : "does not hold"} up the handover of the chair`,
    handover && handovers[handover],
    ...pledges,
    joinerScoredUntil !== undefined && joinersSaid(joinerScoredUntil, say),
    proxyCountsForQuorum !== undefined &&
      `units represented by proxy ${proxyCountsForQuorum ? "count" : "do not count"} for the quorum`,
    decideAfterFinal !== undefined &&
      `awards ${decideAfterFinal ? "are decided only once" : "may be decided before"} the result of the vote is final`,
    waits.length > 0 && `time allowed: ${waits.join(", ")}`,
    pledgeGrace !== undefined && `pledges are concluded within ${days(pledgeGrace)} after their last day`,
  ].filter((part) => typeof part === "string");
}

const joinersSaid = (month: number, say: Say) =>
  month === 0
    ? "units that join during a season are not scored in it"
    : `units that join by the end of month ${say.count(month)} of a season are scored in it`;

const seats: Record<Policies["vacatedSeat"], string> = {
  vacant: "a seat that falls vacant stays vacant",
  voteAgain: "the bloc votes again on a seat that falls vacant",
};

const handovers: Record<Policies["handover"], string> = {
  atClose: "the chair is handed over at the close of the conference",
  byHand: "the chair is not handed over by the close of the conference alone",
};

const courses: Record<Policies["pledgeOf"]["merged"], string> = {
  transfer: "passes to its successor",
  void: "is void",
  choose: "is decided case by case",
};

const pledgesOf: Record<keyof Policies["pledgeOf"], string> = {
  merged: "the pledge of a unit that is merged",
  consolidated: "the pledge of a unit that is consolidated",
  split: "the pledge of a unit that is split",
  dissolved: "the pledge of a unit that is dissolved",
  transferred: "the pledge of a unit that goes to another bloc",
  withdrawn: "the pledge of a unit that withdraws from the bloc",
  mergedElsewhere: "the pledge of a unit that is merged into one outside the bloc",
  reconstituted: "the pledge of a unit that a reconstitution leaves out",
};

const awaitedFacts: Record<AwaitedFact, string> = {
  document: "the document of an adopted draft",
  remedy: "what an upheld complaint asks for",
  revote: "the vote after an annulled one",
  installation: "a chair after a vacancy",
  dossier: "the dossier of an award",
  resubmission: "a dossier that was sent back",
  publication: "the publication of an award",
  conferral: "the conferral of an award",
  recovery: "the return of a revoked award",
  directive: "the directive of the next season",
  plan: "the plan of the next season",
  pledge: "the pledges of the next season",
  scale: "the scoring scale of the next season",
};

const entriesOf = <T extends object>(object: T) =>
  Object.entries(object) as { [K in keyof T]-?: [K, NonNullable<T[K]>] }[keyof T][];
