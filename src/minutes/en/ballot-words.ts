import type { BallotEvent, BallotStatus } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { Say } from "../language.ts";
import { invalidReasonsEn } from "./ballot-count.ts";

// The parts of sentences about a ballot.

type AnnulmentGround = DataOf<BallotEvent, "BallotAnnulled">["ground"];
type BrokenBy = DataOf<BallotEvent, "TieStepTaken">["by"];
type Discrepancy = DataOf<BallotEvent, "DiscrepancyFound">["discrepancy"];
type Purpose = DataOf<BallotEvent, "BallotOpened">["purpose"];
type Quorum = DataOf<BallotEvent, "QuorumNotReached">;
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

/** How a vote begins, by how it is held. */
export const beginningsEn: Record<NonNullable<Quorum["form"]> | "secret", string> = {
  secret: "Voting began",
  showOfHands: "The vote by show of hands began",
  rollCall: "The roll-call began",
  consensus: "The search for a consensus began",
};

export const groundsEn: Record<AnnulmentGround, string> = {
  noQuorum: "no quorum",
  irregularity: "breach of the bylaws",
  discrepancy: "figures that do not agree",
  challengeUpheld: "challenge upheld",
  setAside: "set aside before it was held",
  noTieLeft: "the ballot that called it no longer has the tie",
  roundVoid: "the round before it was annulled",
  conferenceCancelled: "the conference was cancelled",
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

/** The ballot of whose event a sentence tells, by its purpose where that is known. */
export function thisBallotEn(say: Say): string {
  const about = say.known?.about;
  return about?.kind === "ballot"
    ? `the ballot for ${purposeEn(about.purpose, about.season, say)}`
    : "the ballot";
}

/** A complaint by who made it and when. Where that is not known, `unknown` is said. */
export function complaintEn(challenge: string, unknown: string, say: Say): string {
  const known = say.known?.complaint(challenge);
  return known ? `the challenge of ${say.unit(known.challenger)} of ${say.date(known.raisedOn)}` : unknown;
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

export function brokenByEn(by: BrokenBy, say: Say): string {
  switch (by.kind) {
    case "runOff":
      return `run-off no. ${say.count(by.round)}`;
    case "score":
      return "the emulation scores";
    case "seniority":
      return "seniority";
    case "chairDecision":
      return `the decision of ${say.unit(by.chair)}, named to decide in a tie, on ${say.date(by.decidedOn)}`;
    case "lot":
      return `the lot (${say.list(by.drawn.map(({ source, values }) => `${source}: ${values.join(", ")}`))})`;
    case "vacantSeat":
      return "the rule that the seat stays vacant";
  }
}
