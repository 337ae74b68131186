import type { BallotEvent } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import { addTo } from "./by-season.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { learnOfBlocs } from "./learn-members.ts";
import type { SeasonEvent } from "./messages.ts";
import { isRunOff, learnOfResults } from "./results-known.ts";
import { honoursFor, nextBallotId, termsOf, termsOwed } from "./round-terms.ts";
import type { BoardKnown, RoundsKnown, Scores, Vote } from "./rounds-known.ts";
import { near, place, placeLast, treeFrom } from "./rounds-near.ts";
import { runOffId } from "./run-offs-known.ts";

type Learn<S = RoundsKnown> = ClaimingSpec<S, SeasonEvent>["evolve"];
type Data<K extends BallotEvent["type"]> = DataOf<BallotEvent, K>;

/** What each fact of a ballot tells of its terms and its ties. */
const learnOfVotes: Learn = {
  BallotOpened: termsSet,
  BallotRevised: termsSet,
  VotingOpened: votingDay,
  VotingDayCorrected: votingDay,
  PaperIssued: begun,
  VoteCalled: begun,
  TallySubmitted: begun,
  NomineesAcclaimed: begun,
  PapersRecounted: (known, _, at) => set(known, at.id, { isCounting: true }),
  HandsRetaken: (known, _, at) => set(known, at.id, { isCounting: true }),
  BallotCounted: (known, { outcome: { undecided } }, at) =>
    set(known, at.id, { isCounting: false, isTied: undecided !== undefined }),
  ResultConfirmed: (known, _, at) => set(known, at.id, { isCounting: false }),
  TieStepTaken: tieStep,
  TieStepKept: tieStep,
  RunOffCalled(known, call, { id: parent }) {
    const id = runOffId(parent, call);
    const { step, round } = call;
    const again = call.call !== undefined && { call: call.call };
    known.calls.set(id, { ...call, parent, records: vote(known, parent).records.length });
    addTo(known.called, parent, id);
    counts(known, id, { kind: "runOff", ballot: parent, step, round, ...again });
  },
  BallotCertified(known, record, at) {
    const { records } = vote(known, at.id);
    set(known, at.id, { records: [...records, record] });
    place(known, at.id);
    linkRounds(known, [at.id]);
  },
};

/** What other facts tell of what ballots have to follow. */
const learnOfOthers: Learn = {
  ConferenceConvened(known, { heldOn }, { id }) {
    known.days.set(id, heldOn);
    for (const ballot of known.heldAt.get(id) ?? []) {
      place(known, ballot);
      linkRounds(known, treeFrom(known, ballot));
    }
  },
  ConferenceOpened({ days, sitting }, { openedOn }, { id }) {
    days.set(id, openedOn);
    sitting.add(id);
  },
  ConferenceCancelled: ({ cancelled }, _, { id }) => void cancelled.add(id),
  ConferenceAdjourned({ days, sitting }, { to }, { id }) {
    days.set(id, to);
    sitting.delete(id);
  },
  ConferenceClosed({ closed, sitting }, _, { id }) {
    closed.add(id);
    sitting.delete(id);
  },
  BallotHeld: ({ minuted }, { ballot }, { id }) => addTo(minuted, ballot, id),
  BylawsAdopted(known, { version, bylaws, adoptedOn, effectiveFrom }, { id }) {
    const versions = known.bylaws.get(id);
    const adopted = { bylaws, adoptedOn, effectiveFrom };
    known.bylaws.set(id, new Map(versions).set(version, adopted));
    for (const { ballots } of known.seasons.get(id)?.values() ?? []) linkRounds(known, ballots);
  },
  UnitDisciplined({ disciplines }, { discipline, unit, season }, { id: bloc }) {
    disciplines.set(bloc, new Map(disciplines.get(bloc)).set(discipline, { unit, season }));
  },
  DisciplineLifted({ disciplines }, { discipline, liftedOn }, { id: bloc }) {
    const known = disciplines.get(bloc)?.get(discipline);
    if (known) disciplines.set(bloc, new Map(disciplines.get(bloc)).set(discipline, { ...known, liftedOn }));
  },
  ScoreboardOpened(known, { bloc, season }, { id }) {
    known.boards.set(id, { bloc, season });
    near(known, { bloc, season }).boards.add(id);
  },
  ScoreboardFinalised: (known, { results, finalisedOn }, at) =>
    scored(known, at, { scores: scoresIn(results), scoredOn: finalisedOn }),
  ScoreboardCorrected: (known, { results, correctedOn }, at) =>
    scored(known, at, { scores: scoresIn(results), scoredOn: correctedOn }),
};

/** What each fact tells: first of members and results, for what ballots have to follow depends on them. */
export const learnOfRounds: Learn = together(
  of<RoundsKnown["members"]>(learnOfBlocs, ({ members }) => members),
  of<RoundsKnown["results"]>(learnOfResults as Learn<RoundsKnown["results"]>, ({ results }) => results),
  learnOfOthers,
  learnOfVotes,
);

type Handler<S> = (known: S, data: never, at: At) => unknown;

/** The same, for a part of what is known. */
function of<P>(learn: Learn<P>, part: (known: RoundsKnown) => P): Learn {
  const handlers = Object.entries(learn) as [string, Handler<P>][];
  return Object.fromEntries(
    handlers.map(([type, one]) => [
      type,
      (known: RoundsKnown, data: never, at: At) => void one(part(known), data, at),
    ]),
  ) as Learn;
}

/** All that these learn of each fact, in this order. */
function together(...all: Learn[]): Learn {
  const learned = new Map<string, Handler<RoundsKnown>>();
  for (const [type, one] of all.flatMap(
    (learn) => Object.entries(learn) as [string, Handler<RoundsKnown>][],
  )) {
    const before = learned.get(type);
    learned.set(type, (known, data, at) => {
      before?.(known, data, at);
      one(known, data, at);
    });
  }
  return Object.fromEntries(learned) as Learn;
}

function vote({ votes }: RoundsKnown, ballot: Id): Vote {
  return votes.get(ballot) ?? { isCounting: false, isTied: false, isByScore: false, records: [] };
}

function set(known: RoundsKnown, ballot: Id, told: Partial<Vote>): void {
  const isNew = !known.votes.has(ballot);
  known.votes.set(ballot, { ...vote(known, ballot), ...told });
  if (isNew) placeLast(known, ballot);
}

function termsSet(known: RoundsKnown, terms: Data<"BallotOpened">, { id }: At): void {
  const { follows, conference } = terms;
  const lastOn = follows?.kind === "revote" ? follows.annulledOn : undefined;
  set(known, id, { terms, ...latest(known, id, lastOn) });
  place(known, id);
  if (conference !== undefined) addTo(known.heldAt, conference, id);
  // It may be what others that are known already are a re-vote of.
  linkRounds(known, treeFrom(known, id));
}

function votingDay(known: RoundsKnown, { openedOn }: { openedOn?: CivilDate | undefined }, { id }: At): void {
  if (openedOn !== undefined) set(known, id, { openedOn, ...latest(known, id, openedOn) });
}

const latest = (known: RoundsKnown, ballot: Id, day: CivilDate | undefined) =>
  day === undefined ? {} : { lastOn: laterOf(day, vote(known, ballot).lastOn) };

/** The first paper fixes the terms as they have to be by then. */
function begun(known: RoundsKnown, _: object, { id }: At): void {
  if (vote(known, id).begun) return;
  const terms = termsOwed(known, id);
  if (terms) set(known, id, { begun: terms });
}

function tieStep(known: RoundsKnown, { by }: Data<"TieStepTaken">, { id }: At): void {
  if (by.kind === "score") set(known, id, { isByScore: true });
  if (by.kind === "chairDecision") set(known, id, latest(known, id, by.decidedOn));
}

/** What this process opens it does not see: it counts as opened from when it is owed. */
function counts(known: RoundsKnown, id: Id, follows: Data<"BallotOpened">["follows"]): void {
  const { results } = known;
  if (!results.ballots.has(id))
    learnOfResults.BallotOpened(results, { follows } as Data<"BallotOpened">, { id });
  place(known, id);
}

/** The round that follows each of these results: the honour that is next by the bylaws of their bloc. */
function linkRounds(known: RoundsKnown, ballots: Iterable<Id>): void {
  for (const ballot of [...ballots]) {
    const { record, annulled } = known.results.ballots.get(ballot) ?? {};
    if (annulled || record?.purpose.kind !== "honour" || isRunOff(known.results, ballot)) continue;
    const terms = termsOf(known, ballot);
    const { honour } = record.purpose;
    const rules = terms ? honoursFor(known, ballot, terms) : [];
    const at = rules.findIndex((one) => sameHonour(one.honour, honour));
    const next = at < 0 ? undefined : rules[at + 1];
    if (!next) continue;
    const id = nextBallotId(ballot, next.honour);
    // It does not depend on what else is known: nothing is new where it is known.
    if (known.rounds.has(id)) continue;
    known.rounds.set(id, { before: ballot, honour: next.honour });
    counts(known, id, { kind: "round", ballot });
  }
}

function scored({ boards }: RoundsKnown, { id }: At, told: Partial<BoardKnown>): void {
  const known = boards.get(id);
  if (known) boards.set(id, { ...known, ...told });
}

const scoresIn = (results: Scores): Scores => results.map(({ unit, points }) => ({ unit, points }));
