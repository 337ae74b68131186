import type { BallotEvent, BallotRejection, BallotStatus } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { VotingRules } from "../../vocabulary/voting-rules.ts";
import type { Say } from "../language.ts";
import { roundsEn } from "./count-conclusions.ts";
import { basesAloudEn, basesEn } from "./say.ts";
import { thresholdEn } from "./voting-words.ts";

// The parts of sentences about a ballot.

type AnnulmentGround = DataOf<BallotEvent, "BallotAnnulled">["ground"];
type BrokenBy = DataOf<BallotEvent, "TieStepTaken">["by"];
type Discrepancy = DataOf<BallotEvent, "DiscrepancyFound">["discrepancy"];
type InvalidReason = DataOf<BallotRejection, "VoteInvalid">["reason"];
type Outcome = DataOf<BallotEvent, "BallotCounted">["outcome"];
type Purpose = DataOf<BallotEvent, "BallotOpened">["purpose"];
type Tally = DataOf<BallotEvent, "TallySubmitted">["tally"];

export const ballotStatusesEn: Record<BallotStatus, string> = {
  blank: "not yet opened",
  preparing: "in preparation",
  voting: "open for voting",
  closed: "closed and not yet counted",
  unsealed: "being counted",
  discrepancy: "held up by a discrepancy",
  undecided: "tied",
  decided: "decided",
  certified: "certified",
  final: "final",
  annulled: "annulled",
};

export const openings = {
  secret: "A secret ballot",
  showOfHands: "A vote by show of hands",
  rollCall: "A roll-call vote",
  consensus: "A selection by consensus",
};

export const groundsEn: Record<AnnulmentGround, string> = {
  noQuorum: "no quorum",
  irregularity: "breach of the bylaws",
  discrepancy: "figures that do not agree",
  challengeUpheld: "challenge upheld",
  setAside: "set aside before it was held",
  noTieLeft: "the ballot that called it no longer has the tie",
  authority: "a decision of a competent authority",
};

type Unlisted = NonNullable<DataOf<BallotEvent, "TieLeftVacant">["tie"]["unlisted"]>;

/** Why nobody lists which of the tied may be elected together. */
export const unlistedEn: Record<Unlisted, (say: Say) => string> = {
  tooMany: (say) =>
    `more than ${say.count(1_000)} combinations of them may be elected, and not every one, so they are not listed`,
  notFollowed: () =>
    "the count did not follow all its ties to the end, so it is not known which of them may be elected together",
};

export const invalidReasonsEn: Record<InvalidReason, string> = {
  notIssued: "it is not a paper that was issued",
  tooManyNames: "it keeps too many names",
  addedName: "it adds a name that is not on the list",
  unreadable: "it cannot be read",
  contradictory: "it contradicts itself",
  severalFirst: "it places several first",
};

const secrecy = {
  fewPapers: "too few papers are valid",
  fewHands: "too few units received the papers",
  unanimous: "the papers are all the same",
  sameOpinion: "the papers all say the same of one nominee",
  heavyUnit: "only one choice has enough papers for a unit with many votes",
  noSelfVote: "no unit may vote for itself, and so it is known how some have voted",
  signatures: "one paper is unlike all others, and its voter may have marked it so",
};

const figureNames = {
  valid: "valid papers",
  invalid: "invalid papers",
  blank: "blank papers",
  for: "papers in favour",
  against: "papers against",
  points: "points",
};

export const among = (units: readonly string[], seats: number, say: Say) =>
  `${say.count(seats)} to be elected out of ${say.count(units.length)} (${say.units(units)})`;

/** What the votes have to reach. By consensus nothing is counted, so nothing has to be reached. */
export function rulesEn({ form, selection, threshold, tieLadder }: VotingRules, say: Say): string {
  if (selection === "consensus") return "";
  const confirms = selection === "scoreThenConfirm" ? "; the vote confirms the highest scores" : "";
  return `${confirms}; ${thresholdEn(threshold, say, form)}; in a tie: ${say.ladder(tieLadder)}`;
}

export function purposeEn(purpose: Purpose, season: string, say: Say): string {
  switch (purpose.kind) {
    case "honour":
      return `${say.honour(purpose.honour)} for ${season}`;
    case "chair":
      return `the chair for the term after ${season}`;
    case "deputyChair":
      return `the deputy chair for the term after ${season}`;
    case "other":
      return `${purpose.title} for ${season}`;
  }
}

export const proxyEndsEn: Record<DataOf<BallotEvent, "ProxyRevoked">["ground"], string> = {
  principalPresent: "the principal is present",
  holderLeft: "the holder left",
  withdrawn: "the principal took it back",
};

/** Who is there and how many must be: those represented, and those asked in writing, are told apart. */
export function quorumEn(
  {
    eligible,
    present,
    needed,
    byProxy,
    consulted,
    inVotes,
    quorumInRoom,
  }: DataOf<BallotEvent, "VotingOpened">,
  say: Say,
): string {
  const kind = inVotes ? "votes" : "units";
  const represented = byProxy === undefined ? "" : ` (by proxy: ${say.count(byProxy)})`;
  const inWriting = consulted === undefined ? "" : `, asked in writing: ${say.count(consulted)}`;
  return `${say.count(present)} of ${say.count(eligible)} ${kind} present${represented}${inWriting}, at least ${say.count(needed)} needed${quorumInRoom ? " in the room" : ""}`;
}

/** The particulars of a record, each where it is given. */
export function particularsEn(given: DataOf<BallotEvent, "ParticularsRecorded">, say: Say): string {
  const { number, place, startedAt, endedAt, absences, printed, leftOver, unreturned, copies } = given;
  const absent = absences?.map(
    ({ unit, reason }) => `${say.unit(unit)}${reason === undefined ? "" : ` (${reason})`}`,
  );
  return [
    number !== undefined && `number ${number}`,
    place !== undefined && `place: ${place}`,
    startedAt && `begun at ${hourEn(startedAt)}`,
    endedAt && `ended at ${hourEn(endedAt)}`,
    absent && `absent: ${absent.length > 0 ? say.list(absent) : "nobody"}`,
    printed !== undefined && `papers printed: ${say.count(printed)}`,
    leftOver !== undefined && `never handed out: ${say.count(leftOver)}`,
    unreturned !== undefined && `never returned: ${say.count(unreturned)}`,
    copies !== undefined && `originals: ${say.count(copies)}`,
  ]
    .filter((part) => typeof part === "string")
    .join("; ");
}

/** `8:05`, on a clock of 24 hours. */
export function hourEn({ hour, minute }: { hour: number; minute: number }): string {
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

/** Without the votes of any nominee: the count prints them, or withholds them, once two tellers agree. */
export function tallyEn({ valid, invalid, blank }: Tally, say: Say): string {
  return `${say.count(valid)} valid, ${say.count(invalid)} invalid, ${say.count(blank)} blank`;
}

export function discrepancyEn(discrepancy: Discrepancy, say: Say): string {
  switch (discrepancy.kind) {
    case "issued":
      return `papers issued: ${say.count(discrepancy.issued)}, papers found in the box: ${say.count(discrepancy.found)}`;
    case "deposits":
      return `papers counted before: ${say.count(discrepancy.deposited)}, papers found in the box: ${say.count(discrepancy.found)}`;
    case "seal":
      return `papers sealed: ${say.count(discrepancy.sealed)}, papers found in the box: ${say.count(discrepancy.found)}`;
    case "selfVote":
      return "a unit voted for itself, which the terms do not allow";
    default: {
      const items = discrepancy.differences.map(({ figure, nominee, first, second }) =>
        nominee === undefined
          ? `${figureNames[figure]} ${say.count(first)} and ${say.count(second)}`
          : `${figureNames[figure]} for ${say.unit(nominee)}: ${say.count(Math.abs(first - second))} apart`,
      );
      const between = discrepancy.kind === "tallies" ? "two tellers" : "the tellers and the papers";
      return `${between} differ (${say.list(items)})`;
    }
  }
}

export function voteEn(vote: DataOf<BallotEvent, "VoteCalled">["vote"], say: Say): string {
  switch (vote.kind) {
    case "opinions":
      return vote.for.length > 0 ? `for ${say.units(vote.for)}` : "for nobody";
    case "names":
      return `for ${say.units(vote.names)}`;
    case "ranking":
      return `in the order ${say.list(vote.ranking.map((group) => (group.length > 0 ? say.units(group) : "a place left empty")))}`;
    case "scores":
      return say.list(vote.scores.map(({ nominee, points }) => `${say.unit(nominee)}: ${say.count(points)}`));
    case "blank":
      return "no opinion";
    case "invalid":
      return `invalid, since ${invalidReasonsEn[vote.reason]}`;
  }
}

export function countEn(count: DataOf<BallotEvent, "BallotCounted">, say: Say): string {
  const {
    figures,
    base,
    invalidReasons = [],
    lines,
    secrecyImpossible,
    withheld,
    equalFirst,
    rounds = [],
    form,
  } = count;
  const isAloud = form !== undefined;
  const { issued, returned, valid, invalid, blank } = figures;
  const votes = lines.map(
    (line) =>
      `${say.unit(line.nominee)}: ${say.count(line.for)} for (${say.percent({ votes: line.for, base: base.figure })}), ${say.count(line.against)} against, ${say.count(line.noOpinion)} with no opinion`,
  );
  const why = invalidReasons.map(({ reason, papers }) => `${invalidReasonsEn[reason]}: ${say.count(papers)}`);
  const reasons = why.length > 0 ? ` (${why.join("; ")})` : "";
  const severalFirst = equalFirst
    ? ` Papers that place several first: ${say.count(equalFirst.papers)}, ${equalFirst.are === "invalid" ? "invalid as the terms say" : "each counted in equal parts for those it places first, as the terms say"}.`
    : "";
  const result = withheld
    ? " The votes for each nominee are not published."
    : ` Votes for each nominee, ${baseEn(base, isAloud ? basesAloudEn : basesEn, say)}: ${votes.join("; ")}.`;
  const inRounds = rounds.length > 0 && !withheld ? ` ${roundsEn(rounds, say)}` : "";
  const open =
    secrecyImpossible.length > 0 && !withheld
      ? ` The secrecy of the vote cannot be guaranteed, since ${say.list(secrecyImpossible.map((one) => secrecy[one]))}.`
      : "";
  const papers = isAloud
    ? `Result of the vote: votes in all ${say.count(issued)}, given ${say.count(returned)}`
    : `Result of the count: papers issued ${say.count(issued)}, returned ${say.count(returned)}`;
  const among = isAloud ? "given" : "returned";
  return `${papers}, valid ${say.count(valid)}, invalid ${say.count(invalid)}${reasons}; blank among those ${among}: ${say.count(blank)}.${result}${severalFirst}${open}${inRounds}`;
}

/** What the percentages are of, and how many votes reach the threshold where there is one. */
function baseEn(
  { of, figure, votesNeeded = 0 }: DataOf<BallotEvent, "BallotCounted">["base"],
  bases: typeof basesEn,
  say: Say,
): string {
  const needed = votesNeeded > 0 ? `, at least ${say.count(votesNeeded)} needed` : "";
  return `in percent of ${bases[of]} (${say.count(figure)})${needed}`;
}

export function outcomeEn({ elected, undecided, vacant }: Outcome, say: Say): string {
  const parts = [
    elected.length > 0 ? `Elected: ${say.units(elected)}` : "Nobody is elected",
    ...(undecided
      ? [
          `tied for the ${undecided.seats === 1 ? "remaining seat" : `${say.count(undecided.seats)} remaining seats`}: ${say.units(undecided.tied)}`,
        ]
      : []),
    ...(vacant > 0 ? [`seats vacant: ${say.count(vacant)}`] : []),
  ];
  return `${parts.join("; ")}.`;
}

export function brokenByEn(by: BrokenBy, say: Say): string {
  switch (by.kind) {
    case "runOff":
      return `run-off no. ${say.count(by.round)}`;
    case "score":
      return "the emulation scores";
    case "seniority":
      return "seniority";
    case "chairDecision":
      return `the decision of the chair, ${say.unit(by.chair)}, on ${say.date(by.decidedOn)}`;
    case "lot":
      return `the lot (${say.list(by.drawn.map(({ source, values }) => `${source}: ${values.join(", ")}`))})`;
    case "vacantSeat":
      return "the rule that the seat stays vacant";
  }
}
