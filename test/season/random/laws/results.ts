import type { Id } from "../../../../src/kernel/ids.ts";
import type { CivilDate } from "../../../../src/kernel/time.ts";
import { nextSeason } from "../../../../src/vocabulary/season.ts";
import type { Known, Story, Told } from "./told.ts";

// What ballots have come to, by their records and annulments alone.

type Terms = Told<"BallotOpened">["data"];
export type Purpose = Terms["purpose"];
export type Slot = { bloc: Id; season: string };
/** A result that counts. */
export type Result = { ballot: Story; record: Told<"BallotCertified"> };

/** The terms of a ballot, as they were last set before a place in the log. */
export const termsOf = (ballot: Story, before?: number): Terms | undefined =>
  ballot
    .inOrder("BallotOpened", "BallotRevised")
    .findLast(({ n }) => n < (before ?? Number.POSITIVE_INFINITY))?.data;

/** The first vote that is given: from then on nothing about the ballot changes. */
export const firstVote = (ballot: Story): number =>
  Math.min(
    ...[ballot.first("PaperIssued"), ballot.first("VoteCalled"), ballot.first("TallySubmitted")].map(
      (told) => told?.n ?? Number.POSITIVE_INFINITY,
    ),
  );

/** The day of the vote. */
export const votedOn = (ballot: Story): CivilDate | undefined => {
  const opened = ballot.last("VotingOpened");
  return opened?.data.openedOn ?? opened?.day;
};

export const purposeKey = (purpose: Purpose): string =>
  purpose.kind === "honour" ? `${purpose.honour.kind} ${purpose.honour.authority}` : purpose.kind;

export const conferenceOf = (known: Known, ballot: Story): Story | undefined =>
  known.story("Conference", termsOf(ballot)?.conference);

/** The bloc of its conference, or the one that it names where it has none. */
export function blocOf(known: Known, ballot: Story): Id | undefined {
  const { conference, bloc } = termsOf(ballot) ?? {};
  return conference === undefined
    ? bloc
    : conferenceOf(known, ballot)?.first("ConferenceConvened")?.data.bloc;
}

/** The ballots of a bloc and a season. */
export const ballotsIn = (known: Known, { bloc, season }: Slot): Story[] =>
  known.of("Ballot").filter((ballot) => {
    const terms = termsOf(ballot);
    return terms?.season === season && blocOf(known, ballot) === bloc;
  });

/** The bloc and season of each ballot. */
export function slotsOf(known: Known): Slot[] {
  const slots = new Map<string, Slot>();
  for (const ballot of known.of("Ballot")) {
    const [bloc, season] = [blocOf(known, ballot), termsOf(ballot)?.season];
    if (bloc !== undefined && season !== undefined) slots.set(`${bloc}/${season}`, { bloc, season });
  }
  return [...slots.values()];
}

/** The ballots that this one repeats, itself among them. */
export function seriesOf(known: Known, ballot: Story): Story[] {
  const follows = termsOf(ballot)?.follows;
  const before = follows?.kind === "revote" ? known.story("Ballot", follows.ballot) : undefined;
  return before ? [ballot, ...seriesOf(known, before)] : [ballot];
}

/** A run-off, or a re-vote of one: it elects nobody by itself. */
export const isRunOff = (known: Known, ballot: Story): boolean =>
  seriesOf(known, ballot).some((one) => termsOf(one)?.follows?.kind === "runOff");

/** The round before the one that this ballot is, or repeats. */
export function roundBefore(known: Known, ballot: Story): Story | undefined {
  const follows = seriesOf(known, ballot)
    .map((one) => termsOf(one)?.follows)
    .find((one) => one?.kind === "round");
  return known.story("Ballot", follows?.ballot);
}

/** All rounds before the one that this ballot is, or repeats, the last one first. */
export function roundsBefore(known: Known, ballot: Story): Story[] {
  const before = roundBefore(known, ballot);
  return before ? [before, ...roundsBefore(known, before)] : [];
}

/** Whether the ballot counts for nothing: it was annulled, or a round was that it came of. */
export const isVoid = (known: Known, ballot: Story, before?: number): boolean =>
  [ballot, ...roundsBefore(known, ballot)].some((one) => one.has("BallotAnnulled", before));

/** The results of one purpose that count at a place in the log: the first of them is the one in force. */
export function resultsIn(known: Known, slot: Slot, purpose: string, before?: number): Result[] {
  return ballotsIn(known, slot)
    .flatMap((ballot) => {
      const record = ballot.last("BallotCertified", before);
      return record && purposeKey(record.data.purpose) === purpose ? [{ ballot, record }] : [];
    })
    .filter(({ ballot }) => !isRunOff(known, ballot) && !isVoid(known, ballot, before))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

const placeOf = ({ ballot, record }: Result) => record.data.certifiedOn + ballot.id;

export const inForce = (known: Known, slot: Slot, purpose: string, before?: number): Result | undefined =>
  resultsIn(known, slot, purpose, before)[0];

export const electedBy = (result: Result | undefined): readonly string[] =>
  result?.record.data.outcome.elected ?? [];

/** Whether what a ballot was held for has a result that counts. */
export function hasResult(known: Known, ballot: Story): boolean {
  const [terms, bloc] = [termsOf(ballot), blocOf(known, ballot)];
  if (!terms || bloc === undefined) return false;
  return inForce(known, { bloc, season: terms.season }, purposeKey(terms.purpose)) !== undefined;
}

/** Whom the last records of these rounds elect: no round after them nominates one of them. */
export const winnersOf = (rounds: readonly Story[]): Set<string> =>
  new Set(rounds.flatMap((one) => one.last("BallotCertified")?.data.outcome.elected ?? []));

/** Whether a complaint about a ballot has no answer at a place in the log, or was upheld and has no remedy. */
export function isDoubted(ballot: Story, before: number): boolean {
  const answered = new Set(
    ballot
      .inOrder("ChallengeDismissed", "ChallengeUpheld")
      .filter(({ n, type }) => n < before && (type === "ChallengeDismissed" || isRemedied(ballot, n, before)))
      .map(({ data }) => data.challenge),
  );
  return ballot.all("ResultChallenged").some(({ n, data }) => n < before && !answered.has(data.challenge));
}

/** Whether a result followed a complaint that was upheld, another one or the same anew. */
const isRemedied = (ballot: Story, upheld: number, before: number): boolean =>
  ballot.inOrder("BallotCertified", "ResultConfirmed").some(({ n }) => n > upheld && n < before);

/** The complaints that were upheld, and that no recount and no annulment has followed. */
export const remediesDue = (ballot: Story): string[] =>
  ballot.has("BallotAnnulled")
    ? []
    : ballot
        .all("ChallengeUpheld")
        .flatMap(({ n, data }) => (isRemedied(ballot, n, Number.POSITIVE_INFINITY) ? [] : [data.challenge]));

/** The year-end conference of a season. */
export const yearEndOf = (known: Known, { bloc, season }: Slot): Story | undefined =>
  known.of("Conference").find((one) => {
    const data = one.first("ConferenceConvened")?.data;
    return data?.bloc === bloc && data.season === season && data.kind === "yearEnd";
  });

export const termAfter = ({ season }: Slot) => nextSeason(season);
export const nameOf = ({ bloc, season }: Slot) => `${bloc}/${season}`;
