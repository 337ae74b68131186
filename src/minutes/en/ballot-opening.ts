import type { BallotEvent } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import { isInFavour } from "../ballot-figures.ts";
import type { Say } from "../language.ts";
import { among, purposeEn } from "./ballot-words.ts";
import { methodsEn, thresholdEn } from "./voting-words.ts";

// The terms of a ballot as a sentence.

type Terms = DataOf<BallotEvent, "BallotOpened">;
type Method = Terms["method"];

const openings = {
  secret: "A secret ballot",
  showOfHands: "A vote by show of hands",
  rollCall: "A roll-call vote",
  consensus: "A selection by consensus",
};

export function openedEn(terms: Terms, say: Say): string {
  const { voting, purpose, season, follows } = terms;
  const kind = voting.selection === "consensus" ? "consensus" : voting.form;
  return `${openings[kind]} was opened${followsEn(follows, say)} for ${purposeEn(purpose, season, say)}: ${termsEn(terms, say)}`;
}

function followsEn(follows: Terms["follows"], say: Say): string {
  switch (follows?.kind) {
    case undefined:
      return "";
    case "runOff":
      return ` as run-off no. ${say.count(follows.round)} among those tied${follows.call === undefined ? "" : ` (call no. ${say.count(follows.call)})`}`;
    case "revote":
      return ` in place of the ballot that was annulled on ${say.date(follows.annulledOn)},`;
    case "round": {
      const before = say.known?.ballot(follows.ballot);
      return ` as the round after ${before ? `the ballot for ${purposeEn(before.purpose, before.season, say)}` : "a ballot before it"},`;
    }
  }
}

/** Who may vote, how votes are counted, and what they have to reach. By consensus nothing is counted. */
export function termsEn(terms: Terms, say: Say): string {
  const { nominees, seats, electors, recused, weights = [], voting, procedure, tellers } = terms;
  const isConsensus = voting.selection === "consensus";
  const several = weights.map(({ unit, votes }) => `${say.unit(unit)} ${say.count(votes)}`);
  const inVotes = several.length > 0 ? ", counted in votes" : "";
  const members = tellers.members.map(({ name }) => name);
  return [
    among(nominees, seats, say),
    `units entitled to ${isConsensus ? "take part" : "vote"}: ${say.count(electors.length)}`,
    recused.length > 0 && `recused: ${say.units(recused)}`,
    several.length > 0 && `units with more votes than one: ${say.list(several)}`,
    !isConsensus && `method: ${methodEn(terms, say)}`,
    voting.quorum.numerator === 0 && !voting.quorum.strict
      ? "no quorum is asked for"
      : `quorum: ${say.bar(voting.quorum)}${inVotes}${procedure.quorumInRoom ? ", in the room" : ""}`,
    ...(isConsensus ? [] : votingEn(terms, say)),
    `${isConsensus ? "record to be signed by" : "tellers"}: ${say.list([`${tellers.head.name} (head)`, ...members])}`,
  ]
    .filter((part) => typeof part === "string")
    .join("; ");
}

function votingEn({ voting, method, procedure, follows }: Terms, say: Say): (string | false)[] {
  const { form, selection, threshold, selfVote, proxiesMax, tieLadder } = voting;
  const isSecret = form === "secret";
  return [
    selection === "scoreThenConfirm" && "the vote confirms the highest scores",
    isInFavour(method.kind) && thresholdEn(threshold, say, form),
    `units ${selfVote ? "may" : "may not"} vote for themselves`,
    proxiesMax === 0 && "no proxies",
    proxiesMax > 1 && `proxies that one unit may hold: ${say.count(proxiesMax)}`,
    procedure.writtenVotes && "absent units may vote in writing",
    `${isSecret ? "blank papers" : "votes without an opinion"} count as ${procedure.blankPapers}`,
    procedure.equalFirst === "counted" && "a paper that places several first counts for each in equal parts",
    procedure.sealed === true && isSecret && "the box is sealed before it is opened",
    follows?.kind === "runOff"
      ? `in a tie: ${tieLadder.length > 0 ? `${say.ladder(tieLadder)}, then ` : ""}the ballot that called this run-off goes on`
      : `in a tie: ${say.ladder(tieLadder)}`,
  ];
}

/** The method with those of its options that change a result. */
function methodEn({ method, seats }: Pick<Terms, "method" | "seats">, say: Say): string {
  const option = optionEn(method, seats, say);
  return `${methodsEn[method.kind]}${option === undefined ? "" : ` (${option})`}`;
}

const strengths = {
  "winning-votes": "by winning votes",
  margins: "by margins",
  "pairwise-opposition": "by pairwise opposition",
};

const stvVariants: Record<Extract<Method, { kind: "stv" }>["variant"], string> = {
  scottish: "Scottish rules",
  wigm: "weighted inclusive Gregory method",
  referenceWigm: "weighted inclusive Gregory method, reference rule",
  minneapolis: "Minneapolis rules",
  ers97: "ERS97 rules",
  meek: "Meek",
  referenceMeek: "Meek, reference rule",
};

const copelandVariants: Record<Extract<Method, { kind: "copeland" }>["variant"], string> = {
  wins: "pairs won",
  "wins-minus-losses": "pairs won less pairs lost",
  "second-order": "pairs won and half of those drawn, then those of the beaten",
};

function optionEn(method: Method, seats: number, say: Say): string | undefined {
  switch (method.kind) {
    case "forAndAgainst":
      return `for at most ${say.count(method.namesMax ?? seats)} on a paper`;
    case "limited":
      return `at most ${say.count(method.namesMax)} on a paper`;
    case "score":
    case "star":
      return `0 to ${say.count(method.pointsMax)} points`;
    case "twoRound":
      return method.tiedForRunoff === "all" ? "all who are tied for the run-off come in" : undefined;
    case "stv":
      return stvVariants[method.variant];
    case "schulze":
    case "rankedPairs":
    case "minimax":
      return strengths[method.strength];
    case "copeland":
      return copelandVariants[method.variant];
    case "equalShares":
      return method.completion === "approvals"
        ? "last seats by votes"
        : "last seats by money that comes in evenly";
    default:
      return undefined;
  }
}
