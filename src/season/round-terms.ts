import { derivedId, type Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { CivilDate } from "../kernel/time.ts";
import { type Honour, sameHonour } from "../vocabulary/honour.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { inSeason } from "./by-season.ts";
import { atVote, isActive } from "./members-known.ts";
import { methodAmong } from "./method-among.ts";
import { blocOfBallot, firstOf, isRunOff, type OfBloc, roundsBefore } from "./results-known.ts";
import type { RoundsKnown, Scores, Terms } from "./rounds-known.ts";

// The terms that a ballot has to have, as a whole: by those that were set, the round before, the members and the scores.

/** The id of the ballot that follows `ballot` in the next round. */
export function nextBallotId(ballot: Id, honour: Honour): Id {
  return derivedId("ballot", ballot, honour.kind, honour.authority);
}

/** What a process governs of the terms of a ballot. All else stays as it was set. */
export const governed = ({ electors, nominees, seats, tieData: { scores }, conference, bloc }: Terms) => ({
  ...{ electors, nominees, seats, scores },
  ...(conference !== undefined && { conference }),
  ...(bloc !== undefined && { bloc }),
});

/** The terms of a ballot: those that its first paper fixed, and until then those that it has to have. */
export function termsOf(known: RoundsKnown, ballot: Id): Terms | undefined {
  return known.votes.get(ballot)?.begun ?? termsOwed(known, ballot);
}

/** The terms that a ballot would have if it had no paper. */
export function termsOwed(known: RoundsKnown, ballot: Id): Terms | undefined {
  const base = baseOf(known, ballot);
  if (!base || known.calls.has(ballot) || base.follows?.kind === "runOff") return base;
  const electors = electorsOf(known, ballot, base);
  const field = fieldOf(known, ballot, base);
  const seatsOf = (nominees: readonly UnitId[]) =>
    Math.min(seatsByBylaws(known, ballot, base) ?? base.seats, Math.max(nominees.length, 1));
  const { nominees, scores } =
    base.voting.selection === "scoreThenConfirm" && !isRunOff(known.results, ballot)
      ? confirmed(known, ballot, { base, field })
      : { nominees: field, scores: scoresOf(known, base, field) };
  const isIn = (unit: UnitId) => electors.includes(unit);
  return {
    ...base,
    electors,
    recused: base.recused.filter(isIn),
    ...(base.weights && { weights: base.weights.filter(({ unit }) => isIn(unit)) }),
    nominees,
    seats: isRunOff(known.results, ballot) ? base.seats : seatsOf(nominees),
    method: methodAmong(base.method, Math.max(nominees.length, 1)),
    tieData: { ...base.tieData, scores },
  };
}

/** The terms as they were set; of what this process opens, those of the ballot that it follows, where it can be held. */
function baseOf(known: RoundsKnown, ballot: Id): Terms | undefined {
  const set = known.votes.get(ballot)?.terms;
  const isOwn = known.rounds.has(ballot) || known.calls.has(ballot);
  if (set) return isOwn ? seated(known, set) : set;
  const made = roundTerms(known, ballot) ?? calledTerms(known, ballot);
  return made && seated(known, made);
}

/** C18: nobody votes in the room of a conference that is closed. A ballot belongs to none then, and to the bloc as before. */
function seated({ closed, results }: RoundsKnown, terms: Terms): Terms {
  const { conference, ...others } = terms;
  if (conference === undefined || !closed.has(conference)) return terms;
  const bloc = blocOfBallot(results, terms);
  return { ...others, ...(bloc !== undefined && { bloc }) };
}

function roundTerms(known: RoundsKnown, ballot: Id): Terms | undefined {
  const round = known.rounds.get(ballot);
  if (!round) return undefined;
  const before = termsOf(known, round.before);
  return (
    before && {
      ...before,
      purpose: { kind: "honour", honour: round.honour },
      bylawsVersion: versionOf(known, round.before) ?? before.bylawsVersion,
      follows: { kind: "round", ballot: round.before },
    }
  );
}

/** C9: the terms on which a run-off is called: those of its parent, among exactly the tied, without a tie ladder. */
export function calledTerms(known: RoundsKnown, runOff: Id): Terms | undefined {
  const call = known.calls.get(runOff);
  const held = call && termsOf(known, call.parent);
  if (!call || !held) return undefined;
  const { parent: ballot, field, seats, records: _, ...named } = call;
  return {
    ...held,
    nominees: field,
    seats,
    voting: { ...held.voting, tieLadder: [] },
    method: methodAmong(held.method, field.length),
    follows: { kind: "runOff", ballot, ...named },
  };
}

/** The day of a ballot: that of its vote; before it, the first on which it can be held. */
export function dayOf(known: RoundsKnown, ballot: Id): CivilDate | undefined {
  const openedOn = known.votes.get(ballot)?.openedOn;
  if (openedOn !== undefined) return openedOn;
  const parent = known.calls.get(ballot)?.parent ?? ballot;
  const days = [parent, ...roundsBefore(known.results, parent)].flatMap((one) => {
    const { terms, openedOn: votedOn } = known.votes.get(one) ?? {};
    const conference = terms?.conference === undefined ? undefined : known.days.get(terms.conference);
    const again = terms?.follows?.kind === "revote" ? terms.follows.annulledOn : undefined;
    return [votedOn, conference, again].flatMap((day) => day ?? []);
  });
  return days.sort().at(-1);
}

/** Whether a unit is a member on the day of a ballot and takes part; all do where nobody knows the members or the day. */
export function takesPart(known: RoundsKnown, ballot: Id, terms: Terms): (unit: UnitId) => boolean {
  const bloc = blocOf(known, terms);
  const day = dayOf(known, ballot);
  if (!bloc || day === undefined) return () => true;
  const then = atVote(bloc, day);
  return (unit) => isActive(then, unit, day);
}

function blocOf({ members, results }: RoundsKnown, terms: Terms) {
  const bloc = members.blocs.get(blocOfBallot(results, terms) ?? "");
  return bloc && bloc.members.size > 0 ? bloc : undefined;
}

/** C24: the active members of the day, in the order in which they were listed; whoever is new comes last. */
export function electorsOf(known: RoundsKnown, ballot: Id, terms: Terms): UnitId[] {
  const bloc = dayOf(known, ballot) === undefined ? undefined : blocOf(known, terms);
  const isIn = takesPart(known, ballot, terms);
  const kept = terms.electors.filter(isIn);
  const others = [...(bloc?.members.keys() ?? [])].filter((unit) => isIn(unit) && !kept.includes(unit));
  return [...kept, ...others.sort(byCodePoints)];
}

/**
 * C7, C8, C24, C31: of a round the nominees of the round before without the winners, of another ballot those who were
 * named; without whoever is no active member on the day, or is barred from the honours of the season.
 */
function fieldOf(known: RoundsKnown, ballot: Id, base: Terms): UnitId[] {
  if (isRunOff(known.results, ballot)) return base.nominees;
  const isIn = takesPart(known, ballot, base);
  const barred = barredFrom(known, base);
  return (roundField(known, ballot) ?? base.nominees).filter((unit) => isIn(unit) && !barred.has(unit));
}

/** The nominees of the round before without all winners so far; undefined where none has a result. */
function roundField(known: RoundsKnown, ballot: Id): UnitId[] | undefined {
  const [before, ...others] = roundsBefore(known.results, ballot);
  // No round comes before itself, whatever ballots say that they follow.
  if (before === undefined || [before, ...others].includes(ballot)) return undefined;
  if (!known.results.ballots.get(before)?.record) return undefined;
  const won = winnersBefore(known, ballot);
  return termsOf(known, before)?.nominees.filter((unit) => !won.has(unit));
}

/** Whom the rounds before elect. */
export function winnersBefore({ results }: RoundsKnown, ballot: Id): ReadonlySet<UnitId> {
  const records = roundsBefore(results, ballot).map((one) => results.ballots.get(one)?.record);
  return new Set(records.flatMap((record) => record?.outcome.elected ?? []));
}

/** C31: the units that are disciplined for the season of an honour. An office is not barred by it. */
export function barredFrom(
  { disciplines, results }: RoundsKnown,
  { purpose, season, ...of }: OfBloc & Pick<Terms, "purpose" | "season">,
): ReadonlySet<UnitId> {
  const bloc = blocOfBallot(results, of);
  const standing = [...(disciplines.get(bloc ?? "")?.values() ?? [])].filter(
    (one) => one.season === season && one.liftedOn === undefined,
  );
  return new Set(purpose.kind === "honour" ? standing.map(({ unit }) => unit) : []);
}

/** C30: the scores last finalised or corrected; as they were set where none are, or where they are the same. */
function scoresOf(known: RoundsKnown, base: Terms, nominees: readonly UnitId[]): Scores {
  const { scores: set } = base.tieData;
  const last = boardOf(known, base)?.scores;
  if (!last) return set;
  const isAsked = base.voting.tieLadder.some(({ kind }) => kind === "score");
  const others = set.filter(({ unit }) => isAsked && nominees.includes(unit) && !pointsOf(last).has(unit));
  const all = [...last, ...others];
  const points = pointsOf(all);
  const isAsSet = set.length === all.length && set.every((one) => points.get(one.unit) === one.points);
  return isAsSet ? set : all;
}

const pointsOf = (scores: Scores) => new Map(scores.map(({ unit, points }) => [unit, points]));

/** A vote that confirms the highest: among those who were listed with their scores, and can be nominated. */
function confirmed(
  known: RoundsKnown,
  ballot: Id,
  { base, field }: { base: Terms; field: readonly UnitId[] },
): { nominees: UnitId[]; scores: Scores } {
  const isIn = takesPart(known, ballot, base);
  const [barred, won] = [barredFrom(known, base), winnersBefore(known, ballot)];
  const last = pointsOf(boardOf(known, base)?.scores ?? []);
  const scores = base.tieData.scores
    .filter(({ unit }) => isIn(unit) && !barred.has(unit) && !won.has(unit))
    .map(({ unit, points }) => ({ unit, points: last.get(unit) ?? points }));
  const seats = seatsByBylaws(known, ballot, base) ?? base.seats;
  const ranked = scores.toSorted((a, b) => b.points - a.points);
  const bar = ranked[Math.min(seats, ranked.length) - 1]?.points ?? 0;
  const highest = ranked.filter(({ points }) => points >= bar).map(({ unit }) => unit);
  const isField = highest.length === field.length && highest.every((unit) => field.includes(unit));
  return { nominees: isField ? [...field] : highest, scores };
}

/** The scoreboard of the bloc and the season of a ballot, once it has a result. */
export function boardOf(
  { boards, results, seasons }: RoundsKnown,
  { season, ...of }: OfBloc & Pick<Terms, "season">,
) {
  const bloc = blocOfBallot(results, of);
  const ids = bloc === undefined ? [] : [...(inSeason(seasons, { bloc, season })?.boards ?? [])];
  const [id = ""] = ids.filter((one) => boards.get(one)?.scores).sort(byCodePoints);
  return boards.get(id);
}

/** The version that the first ballot of the first round was opened under: it holds for all that follows from it. */
function versionOf({ results, votes }: RoundsKnown, ballot: Id): number | undefined {
  const first = roundsBefore(results, ballot).at(-1) ?? ballot;
  return votes.get(firstOf(results.ballots, first))?.terms?.bylawsVersion;
}

/** The honours of the bloc's own bylaws, as they stand for a ballot and the rounds that follow it. */
export function honoursFor(known: RoundsKnown, ballot: Id, of: OfBloc) {
  const bloc = blocOfBallot(known.results, of);
  const versions = bloc === undefined ? undefined : known.bylaws.get(bloc);
  return versions?.get(versionOf(known, ballot) ?? 0)?.bylaws.honours ?? [];
}

/** C7: of a round, the seats of the honour by the bylaws. A re-vote has those that it was opened with. */
function seatsByBylaws(
  known: RoundsKnown,
  ballot: Id,
  { purpose, follows, ...of }: Terms,
): number | undefined {
  if (purpose.kind !== "honour" || follows?.kind !== "round") return undefined;
  const rules = honoursFor(known, ballot, of);
  return rules.find(({ honour }) => sameHonour(honour, purpose.honour))?.seats;
}
