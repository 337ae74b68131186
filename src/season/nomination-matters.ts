import { type CivilDate, laterOf } from "../kernel/time.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import { disciplinesOf } from "./eligibility.ts";
import { matterText } from "./messages.ts";
import { isGranted, isUndecided, type Nomination, owedBy, stands, voidUnder } from "./nomination.ts";
import { awaited } from "./nomination-awaited.ts";
import type { Around } from "./nomination-claims.ts";
import { ofFormerMember } from "./nomination-endings.ts";
import { isLive, keyOf, subject } from "./nomination-subject.ts";
import type { HonoursKnown } from "./nominations-known.ts";
import type { OpenMatter } from "./open-matter.ts";
import { annulmentOf, isRunOff } from "./results-known.ts";
import { leftVacant, votedAgain } from "./seats-voted-again.ts";

/** What is open of the honours of a season, and what only people settle. */
export function mattersOf(around: Around): OpenMatter[] {
  const { nominations } = around;
  const all = [...nominations.all.values()];
  return [
    ...all.flatMap((one) => mattersOfOne(around, one)),
    ...secondResults(around),
    ...voidRounds(around),
    ...beyondSeats(around, all),
  ];
}

function mattersOfOne(around: Around, one: Nomination): OpenMatter[] {
  return [
    ...withoutResult(around, one),
    ...onVoidResult(around, one),
    ...excluded(around, one),
    ...leftVacant(around, one),
    ...notEligible(around, one),
    ...ofFormerMember(around, one),
    ...ofDissolvedBloc(around, one),
    ...disciplinedThoughGranted(around, one),
    ...awaited(around, one),
  ];
}

/** X4, C1: a person proposed it on a result that does not count, or on the consensus of a conference that is not closed. */
function withoutResult({ facts, season }: Around, one: Nomination): OpenMatter[] {
  const { basis, lastOn = "" } = one.known;
  if (!basis || basis.kind === "decision" || !stands(one)) return [];
  const isClosed =
    basis.kind === "consensus" && facts.conferences.get(basis.conference)?.closedOn !== undefined;
  if (isClosed || (basis.kind === "ballot" && owedBy(one)?.ballot === basis.ballot)) return [];
  const what = matterText("ProposedWithoutResult", subject(season, one));
  return [{ key: keyOf("unfounded", season, one), law: "C1", what, since: lastOn, ready: [] }];
}

/** C2b: the authority granted it on a result that no longer holds. It stands until it is revoked, or has another basis. */
function onVoidResult({ season }: Around, one: Nomination): OpenMatter[] {
  const lost = voidUnder(season, one);
  if (!lost) return [];
  const what = matterText("GrantedOnVoidResult", subject(season, one));
  return [{ key: keyOf("unsound", season, one), law: "C2b", what, since: lost.voidOn, ready: [] }];
}

/** C3: another honour excludes it, so its seat is vacant. X1: people brought both on the way. */
function excluded(around: Around, one: Nomination): OpenMatter[] {
  const { season } = around;
  const { beatenBy: other, result, known } = one;
  if (!other) return [];
  const since = laterOf(result?.certifiedOn ?? "", other.result?.certifiedOn ?? other.known.lastOn);
  if (sameHonour(other.known.honour, known.honour)) return heldTwice(season, one, since);
  if (stands(one)) {
    const data = { unit: known.unit, honour: other.known.honour, other: known.honour, season: season.season };
    const what = matterText("HonoursExcludeEachOther", data);
    return [{ key: keyOf("exclusive", season, one), law: "X1", what, since, ready: [] }];
  }
  if (!result || known.restsFrom === result.ballot) return [];
  const data = { unit: known.unit, honour: other.known.honour, other: known.honour, season: season.season };
  const again = votedAgain(around, since);
  const what = matterText("SeatLeftByExclusion", { ...data, ...again?.said });
  return [{ key: keyOf("seat", season, one), law: "C3", what, since, ready: [], ...again?.by }];
}

/** C3, X1: an award passed to a unit that has this honour itself. One of the two is withdrawn, unless people hold on to both. */
function heldTwice(season: HonoursKnown, one: Nomination, since: CivilDate): OpenMatter[] {
  const { result, known } = one;
  const isVacant = !stands(one);
  if (isVacant && (!result || known.restsFrom === result.ballot)) return [];
  const what = matterText("HonourHeldTwice", { ...subject(season, one), isVacant });
  const law = isVacant ? "C3" : "X1";
  return [{ key: keyOf("twice", season, one), law, what, since: laterOf(since, known.lastOn), ready: [] }];
}

/** C6: elected, and not eligible. What people have ended is no matter any more. */
function notEligible({ season }: Around, one: Nomination): OpenMatter[] {
  const { result, bars, known } = one;
  const isOver = ["rejected", "declined", "revoked"].includes(known.stage ?? "");
  // That a granted one was disciplined is told apart, with what follows from it.
  const told = isGranted(one) ? bars.filter((bar) => bar !== "disciplined") : bars;
  const [first, ...others] = told;
  if (!result || first === undefined || isOver || known.restsFrom === result.ballot) return [];
  const what = matterText("ElectedNotEligible", { ...subject(season, one), reasons: [first, ...others] });
  return [{ key: keyOf("ineligible", season, one), law: "C6", what, since: result.certifiedOn, ready: [] }];
}

/** C31: whether to revoke what was granted before is for the authority to say. */
function disciplinedThoughGranted({ facts, season }: Around, one: Nomination): OpenMatter[] {
  if (!isGranted(one)) return [];
  const { award, known } = one;
  return disciplinesOf(facts, season, known.unit).map(({ source, on, form }) => ({
    key: `disciplined/${source}/${known.unit}/${known.honour.kind}/${award}`,
    law: "C31",
    what: matterText("DisciplinedThoughGranted", {
      ...subject(season, one),
      disciplinedOn: on,
      ...(form && { form }),
    }),
    since: on,
    ready: [],
  }));
}

/** C1: two results are in force that no re-vote links. The earlier counts; whom the other elects is told apart. */
function secondResults({ season: { bloc, season }, nominations }: Around): OpenMatter[] {
  return nominations.results.flatMap(({ honour, all: [counted, ...others] }) =>
    others.flatMap(({ ballot, outcome, certifiedOn }) => {
      if (!counted) return [];
      const left = outcome.elected.filter((unit) => !counted.outcome.elected.includes(unit));
      return left.map((unit) => ({
        key: `result/${bloc}/${season}/${unit}/${honour.kind}/${ballot}`,
        law: "C1",
        what: matterText("ElectedBySecondResult", {
          unit,
          ...{ honour, season },
          certifiedOn,
          countedOn: counted.certifiedOn,
        }),
        since: certifiedOn,
        ready: [],
      }));
    }),
  );
}

/** X11: more are on the way to an honour than the bylaws have seats. Which of them goes is for people to say. */
function beyondSeats({ season, nominations }: Around, all: readonly Nomination[]): OpenMatter[] {
  const { bloc, season: of } = season;
  return nominations.bylaws.honours.flatMap(({ honour, seats }) => {
    const theirs = all.filter((one) => sameHonour(one.known.honour, honour) && isLive(one));
    if (theirs.length <= seats) return [];
    const since =
      theirs
        .map(({ known }) => known.lastOn ?? "")
        .sort()
        .at(-1) ?? "";
    const what = matterText("MoreThanSeats", { honour, season: of, proposed: theirs.length, seats });
    return [
      { key: `seats/${bloc}/${of}/${honour.kind}/${honour.authority}`, law: "X11", what, since, ready: [] },
    ];
  });
}

/**
 * C1, C10: a round was certified, and the ballot that it followed is annulled. Whom it elects is not proposed, until the
 * bloc has voted again.
 */
function voidRounds({ season, nominations }: Around): OpenMatter[] {
  const { bloc, season: of, results } = season;
  return nominations.results.flatMap(({ honour, all }) => {
    if (all.length > 0) return [];
    return [...results.ballots].flatMap(([ballot, { record, annulled }]) => {
      const isOfThis = record?.purpose.kind === "honour" && sameHonour(record.purpose.honour, honour);
      const round =
        annulled || !isOfThis || isRunOff(results, ballot) ? undefined : annulmentOf(results, ballot);
      if (!record || !round) return [];
      return record.outcome.elected.map((unit) => ({
        key: `round/${bloc}/${of}/${unit}/${honour.kind}/${ballot}`,
        law: "C1",
        what: matterText("ElectedInVoidRound", { unit, honour, season: of, annulledOn: round.annulledOn }),
        since: round.annulledOn,
        ready: [],
      }));
    });
  });
}

/** C26: the bloc is dissolved, and what it has proposed is for the authority to settle. */
function ofDissolvedBloc({ facts, season }: Around, one: Nomination): OpenMatter[] {
  const dissolved = facts.members.blocs.get(season.bloc)?.dissolved;
  if (!dissolved || !isLive(one) || !isUndecided(one)) return [];
  const what = matterText("AwardOfDissolvedBloc", subject(season, one));
  return [{ key: keyOf("dissolved", season, one), law: "C26", what, since: dissolved.on, ready: [] }];
}
