import { activeOn, bylawsBy, disciplinesOf, membersOf } from "./members.ts";
import {
  ballotsIn,
  firstVote,
  hasResult,
  inForce,
  isRunOff,
  isVoid,
  nameOf,
  purposeKey,
  roundBefore,
  roundsBefore,
  type Slot,
  seriesOf,
  slotsOf,
  termsOf,
  votedOn,
  winnersOf,
  yearEndOf,
} from "./results.ts";
import { apart, type Finding, type Known, type Story, sameUnits } from "./told.ts";

/** C7 to C10, C30: the rounds of a bloc's honours, the run-offs of ties, and the scores that break them. */
export function lawsOfRounds(known: Known): Finding[] {
  const bySlot = slotsOf(known).flatMap((slot) => [
    ...ballotsIn(known, slot).flatMap((ballot) => [
      ...roundFits(known, slot, ballot),
      ...roundFollows(known, slot, ballot),
      ...scoresAreNew(known, slot, ballot),
    ]),
    ...roundsOwed(known, slot),
  ]);
  const byBallot = known
    .of("Ballot")
    .flatMap((ballot) => [
      ...runOffs(known, ballot),
      ...reVotes(known, ballot),
      ...restsOn(known, ballot),
      ...fallsWith(known, ballot),
    ]);
  return [...bySlot, ...byBallot];
}

const hasVote = (ballot: Story) => firstVote(ballot) < Number.POSITIVE_INFINITY;

const isRound = (known: Known, ballot: Story) =>
  roundBefore(known, ballot) !== undefined && !isRunOff(known, ballot);

/** The rule of an honour by the bylaws that the first ballot of the rounds names. */
function ruleOf(known: Known, slot: Slot, ballot: Story) {
  const terms = termsOf(ballot);
  const { purpose } = terms ?? {};
  if (!terms || purpose?.kind !== "honour") return undefined;
  const { honours } = bylawsBy(known, slot.bloc, terms.bylawsVersion) ?? { honours: [] };
  const at = honours.findIndex(
    ({ honour }) => purposeKey({ kind: "honour", honour }) === purposeKey(purpose),
  );
  return { rule: honours[at], next: at < 0 ? undefined : honours[at + 1] };
}

/** C7: a round has the seats of its own bloc's bylaws, as far as there are nominees. */
function roundFits(known: Known, slot: Slot, ballot: Story): Finding[] {
  const opened = ballot.first("BallotOpened");
  const terms = termsOf(ballot);
  // A round of one that was annulled counts for nothing.
  if (!terms || !opened || opened.byHand || terms.follows?.kind !== "round" || isVoid(known, ballot))
    return [];
  const seats = ruleOf(known, slot, ballot)?.rule?.seats;
  const ok = seats !== undefined && terms.seats === Math.min(seats, terms.nominees.length);
  const detail = seats === undefined ? "no honour of the bylaws" : `${terms.seats} seats for ${seats}`;
  return [{ law: "C7", key: `${nameOf(slot)}/${ballot.id}`, ok, detail }];
}

/**
 * C7: each round but the last is followed by the next, unless the bloc holds that apart, or nobody is left for it. Of two
 * results that no re-vote links only the one that counts has a round; what people began before they knew is theirs.
 */
function roundsOwed(known: Known, slot: Slot): Finding[] {
  if (known.story("Bloc", slot.bloc)?.has("BlocDissolved")) return [];
  if (yearEndOf(known, slot)?.has("ConferenceCancelled")) return [];
  const ballots = ballotsIn(known, slot);
  return ballots.flatMap((ballot): Finding[] => {
    const record = ballot.last("BallotCertified");
    const terms = termsOf(ballot);
    if (!record || !terms || isVoid(known, ballot) || isRunOff(known, ballot)) return [];
    const next = ruleOf(known, slot, ballot)?.next;
    if (!next) return [];
    const purpose = purposeKey({ kind: "honour", honour: next.honour });
    const won = winnersOf([ballot, ...roundsBefore(known, ballot)]);
    const left = terms.nominees.filter((unit) => !won.has(unit));
    const rounds = ballots.filter((one) => {
      const of = termsOf(one);
      return of !== undefined && purposeKey(of.purpose) === purpose && !isRunOff(known, one);
    });
    const isApart = rounds.some((one) => !isRound(known, one));
    if (inForce(known, slot, purposeKey(record.data.purpose))?.ballot !== ballot) {
      const idle = rounds.filter(
        (one) => roundBefore(known, one) === ballot && !isVoid(known, one) && !hasVote(one),
      );
      const detail = `a round of a result that does not count: ${idle.map(({ id }) => id).join()}`;
      return [{ law: "C7", key: `${nameOf(slot)}/${ballot.id}/none`, ok: idle.length === 0, detail }];
    }
    if (left.length === 0 || isApart) return [];
    const ok = rounds.some((one) => roundBefore(known, one) === ballot) || known.isListed("C7", ballot.id);
    return [{ law: "C7", key: `${nameOf(slot)}/${ballot.id}/next`, ok, detail: `no round of ${purpose}` }];
  });
}

/**
 * C8: a round has the nominees of the round before without the winners of all rounds before; once a vote is given it stands,
 * and is listed.
 */
function roundFollows(known: Known, slot: Slot, ballot: Story): Finding[] {
  const before = termsOf(ballot)?.follows?.kind === "round" ? roundBefore(known, ballot) : undefined;
  const record = before?.last("BallotCertified");
  const [terms, above] = [termsOf(ballot), before && termsOf(before)];
  if (!before || !record || !terms || !above || isVoid(known, ballot) || isVoid(known, before)) return [];
  const vote = firstVote(ballot);
  const day = votedOn(ballot) ?? known.log.at(-1)?.metadata.recordedAt.slice(0, 10) ?? "";
  const bloc = known.story("Bloc", slot.bloc);
  // Whoever takes no part on that day, or is disciplined by then, is nominated in no round.
  const isBarred = (unit: string) =>
    disciplinesOf(bloc, { unit, season: slot.season }).some(({ n }) => n < vote);
  const able = new Set(activeOn(membersOf(bloc, vote), day).filter((unit) => !isBarred(unit)));
  const won = winnersOf(roundsBefore(known, ballot));
  const wanted = above.nominees.filter((unit) => !won.has(unit) && able.has(unit));
  const named = terms.nominees.filter((unit) => able.has(unit));
  const isSame = sameUnits(named, wanted);
  const ok = isSame || (vote < Number.POSITIVE_INFINITY && known.isListed("C8", ballot.id));
  const detail = `${vote < Number.POSITIVE_INFINITY ? "voted on" : "open"} with ${apart(named, wanted)}`;
  return [{ law: "C8", key: `${nameOf(slot)}/${ballot.id}`, ok, detail }];
}

const runOffsOf = (known: Known, ballot: Story) =>
  known.of("Ballot").filter((one) => {
    const follows = termsOf(one)?.follows;
    return follows?.kind === "runOff" && follows.ballot === ballot.id;
  });

/** C9: each run-off that is called is held once, among exactly the tied, for their seats. */
function runOffs(known: Known, ballot: Story): Finding[] {
  return ballot.all("RunOffCalled").flatMap(({ data: { step, round, call, field, seats } }) => {
    const held = runOffsOf(known, ballot).filter((one) => {
      const follows = termsOf(one)?.follows;
      return (
        follows?.kind === "runOff" &&
        follows.step === step &&
        follows.round === round &&
        follows.call === call
      );
    });
    const terms = held[0] && termsOf(held[0]);
    const isRight = held.length === 1 && terms?.seats === seats && sameUnits(terms.nominees, field);
    const ok = isRight || known.isListed("C9", ballot.id);
    return [{ law: "C9", key: `${ballot.id}/${step}/${round}`, ok, detail: `${held.length} run-offs` }];
  });
}

/** C9: what a run-off came to is told to the ballot that called it, also where it was void and voted again. */
function reVotes(known: Known, ballot: Story): Finding[] {
  if (ballot.has("BallotAnnulled") || ballot.has("PapersRecounted") || ballot.has("HandsRetaken")) return [];
  const again = known.of("Ballot").filter((one) => {
    const [last, ...before] = seriesOf(known, one);
    const follows = before.at(-1) && termsOf(before.at(-1) as Story)?.follows;
    return (
      last?.has("BallotCertified") &&
      !last.has("BallotAnnulled") &&
      follows?.kind === "runOff" &&
      follows.ballot === ballot.id
    );
  });
  return again.map((one) => {
    const steps = ballot.inOrder("TieStepTaken", "TieStepKept", "RunOffCorrected");
    const isTold = steps.some(({ data }) => JSON.stringify(data).includes(`"${one.id}"`));
    const ok = isTold || known.isListed("C9", ballot.id) || known.isListed("C9", one.id);
    return {
      law: "C9r",
      key: `${ballot.id}/${one.id}`,
      ok,
      detail: "the ballot does not know of the re-vote of its run-off",
    };
  });
}

/** C9b: a result rests on no run-off that is void, and on the last vote of each that was voted again. */
function restsOn(known: Known, ballot: Story): Finding[] {
  const record = ballot.last("BallotCertified");
  if (!record || isVoid(known, ballot)) return [];
  return record.data.brokenBy.flatMap((by): Finding[] => {
    if (by.kind !== "runOff") return [];
    const runOff = known.story("Ballot", by.ballot);
    if (!runOff) return [];
    const ok = !runOff.has("BallotAnnulled") || known.isListed("C9b", ballot.id);
    return [{ law: "C9b", key: ballot.id, ok, detail: `rests on ${runOff.id}, which is void` }];
  });
}

/**
 * C10: what came of an annulled ballot, round after round, and has no record is annulled, too. A round that has one is
 * listed, until its honour has a result again.
 */
function fallsWith(known: Known, ballot: Story): Finding[] {
  if (!ballot.has("BallotAnnulled")) return [];
  const rounds = known.of("Ballot").filter((one) => roundsBefore(known, one).includes(ballot));
  const ties = [ballot, ...rounds].flatMap((one) => runOffsOf(known, one));
  const isOver = (one: Story) =>
    one.has("BallotAnnulled") ||
    (one.has("BallotCertified") && (ties.includes(one) || hasResult(known, one)));
  return [...ties, ...rounds].map((one) => {
    const ok = isOver(one) || known.isListed("C10", one.id);
    return { law: "C10", key: `${ballot.id}/${one.id}`, ok, detail: "goes on after the annulment" };
  });
}

/**
 * C30: a ballot without a vote has the scores that were last finalised or corrected. A run-off keeps the terms of the ballot
 * that called it, which was voted on by then, and so its scores (C9).
 */
function scoresAreNew(known: Known, { bloc, season }: Slot, ballot: Story): Finding[] {
  if (ballot.has("BallotAnnulled", firstVote(ballot)) || isVoid(known, ballot)) return [];
  const terms = termsOf(ballot);
  const board = known.of("Scoreboard").find((one) => {
    const opened = one.first("ScoreboardOpened")?.data;
    return opened?.bloc === bloc && opened.season === season;
  });
  const last = board
    ?.inOrder("ScoreboardFinalised", "ScoreboardCorrected")
    .findLast(({ n }) => n < firstVote(ballot));
  const opened = ballot.first("BallotOpened");
  if (!terms || !last || !opened || opened.n > last.n) return [];
  const { follows } = terms;
  const caller = follows?.kind === "runOff" ? known.story("Ballot", follows.ballot) : undefined;
  const wanted = caller ? (termsOf(caller)?.tieData.scores ?? []) : last.data.results;
  const lines = (scores: readonly { unit: string; points: number }[]) =>
    scores.map(({ unit, points }) => `${unit} ${points}`);
  const ok = sameUnits(lines(terms.tieData.scores), lines(wanted)) || known.isListed("C30", ballot.id);
  return [{ law: "C30", key: ballot.id, ok, detail: "old scores would break a tie" }];
}
