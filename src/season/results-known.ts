import type { BallotEvent } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { DataOf } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import type { Season } from "../vocabulary/season.ts";
import type { SeasonEvent } from "./messages.ts";

type Opened = DataOf<BallotEvent, "BallotOpened">;
type Certified = DataOf<BallotEvent, "BallotCertified">;
type Annulled = DataOf<BallotEvent, "BallotAnnulled">;

/**
 * A complaint about a result, and the day of its answer. `isRemedied`: it was upheld, and after that the papers were
 * counted again and the result was certified or confirmed.
 */
export type ComplaintKnown = {
  raisedOn: CivilDate;
  upheldOn?: CivilDate;
  dismissedOn?: CivilDate;
  isRemedied?: true;
};

/** A ballot, as far as somebody asks what it has come to. */
export type BallotKnown = {
  follows: Opened["follows"];
  /** The last signed record; absent until there is one. */
  record?: Certified;
  annulled?: Annulled;
  /** The day on which the result became final; absent until then. */
  finalisedOn?: CivilDate;
  complaints: Map<Id, ComplaintKnown>;
};

/** What is known of the results of ballots, and of the bloc of each conference. */
export type ResultsKnown = { blocs: Map<Id, Id>; ballots: Map<Id, BallotKnown> };

export const noResults: ResultsKnown = { blocs: new Map(), ballots: new Map() };

/** What a bloc votes on in a season: one honour, the chair, the deputy, or another title. */
export type Voted = { bloc: Id; season: Season; purpose: Certified["purpose"] };

/** A result that counts, by the ballot that gave it. */
export type Result = Certified & { ballot: Id };

/**
 * The results of a bloc and a season for one purpose that are in force: certified, not annulled, of no run-off, and of no
 * round whose round before is annulled. Where no re-vote links two, both are given: the one certified first comes first,
 * and it is the one that counts. `among`: the ballots that it may be, where they are known.
 */
export function resultsInForce(
  known: ResultsKnown,
  { bloc, season, purpose }: Voted,
  among: Iterable<Id> = known.ballots.keys(),
): readonly Result[] {
  return [...among]
    .flatMap((ballot) => {
      const record = known.ballots.get(ballot)?.record;
      const isOf = record?.season === season && blocOfBallot(known, record) === bloc;
      return isOf && same(record.purpose, purpose) && isInForce(known, ballot) ? [{ ...record, ballot }] : [];
    })
    .toSorted((a, b) => byCodePoints(a.certifiedOn + a.ballot, b.certifiedOn + b.ballot));
}

/** The result that counts, where there is one. */
export function resultInForce(known: ResultsKnown, voted: Voted, among?: Iterable<Id>): Result | undefined {
  return resultsInForce(known, voted, among)[0];
}

/** What says of which bloc a ballot is: its conference, or its own word where it has none. */
export type OfBloc = { conference?: Id | undefined; bloc?: Id | undefined };

/** The bloc of a ballot: that of its conference, or the one that it names. Without both nothing is known of it. */
export function blocOfBallot(
  { blocs }: Pick<ResultsKnown, "blocs">,
  { conference, bloc }: OfBloc,
): Id | undefined {
  return conference === undefined ? bloc : blocs.get(conference);
}

/** Whether a ballot elects by itself: a run-off does not, and neither does a re-vote of one. */
export function isRunOff({ ballots }: Pick<ResultsKnown, "ballots">, ballot: Id): boolean {
  return seriesOf(ballots, ballot).some((one) => ballots.get(one)?.follows?.kind === "runOff");
}

const isInForce = (known: ResultsKnown, ballot: Id) =>
  !annulmentOf(known, ballot) && !isRunOff(known, ballot);

const noVotes: readonly Annulled["ground"][] = ["setAside", "noTieLeft", "roundVoid", "conferenceCancelled"];

/** Whether an annulment took a vote away, and not a ballot that is not held at all: what that was for is to be voted again. */
export const isVoteAnnulled = ({ ground }: Annulled): boolean => !noVotes.includes(ground);

/** What takes all results of a ballot away: that it is annulled, or that a round before it is. */
export function annulmentOf(known: Pick<ResultsKnown, "ballots">, ballot: Id): Annulled | undefined {
  for (const one of [ballot, ...roundsBefore(known, ballot)]) {
    const annulled = known.ballots.get(one)?.annulled;
    if (annulled) return annulled;
  }
  return undefined;
}

/** The rounds before that of a ballot, the last one first: their winners are not nominated any more. */
export function roundsBefore({ ballots }: Pick<ResultsKnown, "ballots">, ballot: Id): readonly Id[] {
  const before = new Set<Id>();
  for (let one: Id | undefined = ballot; one !== undefined; ) {
    // A re-vote of a round stands in its place, and so follows the same round before it.
    const first: Opened["follows"] = ballots.get(firstOf(ballots, one))?.follows;
    one = first?.kind === "round" && !before.has(first.ballot) ? first.ballot : undefined;
    if (one !== undefined) before.add(one);
  }
  return [...before];
}

/** The ballot that was not the re-vote of another: the first of its series. */
export const firstOf = (ballots: ResultsKnown["ballots"], ballot: Id): Id =>
  seriesOf(ballots, ballot).at(-1) ?? ballot;

/** The ballot, and those that it is a re-vote of, the latest first. */
export function seriesOf(ballots: ResultsKnown["ballots"], ballot: Id): readonly Id[] {
  const series = new Set<Id>();
  for (let one: Id | undefined = ballot; one !== undefined && !series.has(one); ) {
    series.add(one);
    const follows: Opened["follows"] = ballots.get(one)?.follows;
    one = follows?.kind === "revote" ? follows.ballot : undefined;
  }
  return [...series];
}

/** What each fact tells of the results of ballots. */
export const learnOfResults = {
  ConferenceConvened({ blocs }, { bloc }, { id }) {
    blocs.set(id, bloc);
  },
  BallotOpened: (known, { follows }, { id }) => know(known, id, { follows }),
  BallotRevised: (known, { follows }, { id }) => know(known, id, { follows }),
  BallotCertified(known, record, { id }) {
    know(known, id, { record, follows: record.follows });
    remedied(known, id);
  },
  ResultConfirmed: (known, _, { id }) => remedied(known, id),
  BallotAnnulled: (known, annulled, { id }) => know(known, id, { annulled }),
  ResultFinalised: (known, { finalisedOn }, { id }) => know(known, id, { finalisedOn }),
  ResultChallenged(known, { challenge, raisedOn }, { id }) {
    know(known, id, {}).complaints.set(challenge, { raisedOn });
  },
  ChallengeUpheld: (known, { challenge, decidedOn }, { id }) =>
    answered(known, id, { challenge, answer: { upheldOn: decidedOn } }),
  ChallengeDismissed: (known, { challenge, decidedOn }, { id }) =>
    answered(known, id, { challenge, answer: { dismissedOn: decidedOn } }),
} satisfies {
  readonly [K in SeasonEvent["type"]]?: (
    known: ResultsKnown,
    data: DataOf<SeasonEvent, K>,
    at: Pick<At, "id">,
  ) => unknown;
};

function know({ ballots }: ResultsKnown, id: Id, told: Partial<BallotKnown>): BallotKnown {
  const known = { follows: undefined, complaints: new Map(), ...ballots.get(id), ...told };
  ballots.set(id, known);
  return known;
}

function answered(
  known: ResultsKnown,
  id: Id,
  { challenge, answer }: { challenge: Id; answer: Partial<ComplaintKnown> },
): void {
  const { complaints } = know(known, id, {});
  const complaint = complaints.get(challenge);
  if (complaint) complaints.set(challenge, { ...complaint, ...answer });
}

/** The result was certified or confirmed: that is the remedy of all complaints that were upheld by then. */
function remedied(known: ResultsKnown, id: Id): void {
  const { complaints } = know(known, id, {});
  for (const [challenge, complaint] of complaints)
    if (complaint.upheldOn !== undefined) complaints.set(challenge, { ...complaint, isRemedied: true });
}
