import { canonicalLine } from "../kernel/text.ts";
import { meets, votesNeeded } from "../vocabulary/bar.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import type { BallotRejection } from "./messages.ts";
import { namesMaxOf, ruleOf } from "./method-to-rule.ts";
import { repeated } from "./outcome.ts";
import { eligibleCount, inVotes, quorumNeeded, voters, votesMaxWith, votesOf } from "./roll.ts";
import type { Teller, Terms } from "./terms.ts";

/** What stands against the terms of a ballot: the first fault. A ballot is not opened on faulty terms. */
export function objectionToTerms(terms: Terms): BallotRejection | undefined {
  return (
    objectionToBloc(terms) ??
    objectionToField(terms) ??
    objectionToElectors(terms) ??
    objectionToWeights(terms) ??
    objectionToQuorum(terms) ??
    objectionToWritten(terms) ??
    objectionToMethod(terms) ??
    objectionToThreshold(terms) ??
    objectionToSeats(terms) ??
    objectionToTellers(terms) ??
    objectionToLadder(terms) ??
    objectionToTieData(terms) ??
    objectionToSelection(terms)
  );
}

/** Who votes at a conference is said there, and not again. */
function objectionToBloc({ conference, bloc }: Terms): BallotRejection | undefined {
  return conference !== undefined && bloc !== undefined ? { type: "BlocOfConference", data: {} } : undefined;
}

function objectionToField({ nominees, seats }: Terms): BallotRejection | undefined {
  if (nominees.length === 0) return { type: "NoNominee", data: {} };
  const twice = repeated(nominees);
  if (twice !== undefined) return { type: "NomineeTwice", data: { nominee: twice } };
  if (seats > nominees.length)
    return { type: "MoreSeatsThanNominees", data: { seats, nominees: nominees.length } };
  return undefined;
}

function objectionToElectors({ electors, recused }: Terms): BallotRejection | undefined {
  if (electors.length === 0) return { type: "NoElector", data: {} };
  const twice = repeated(electors) ?? repeated(recused);
  if (twice !== undefined) return { type: "ElectorTwice", data: { unit: twice } };
  const stranger = recused.find((unit) => !electors.includes(unit));
  return stranger === undefined ? undefined : { type: "NotAnElector", data: { unit: stranger } };
}

function objectionToWeights(terms: Terms): BallotRejection | undefined {
  const { electors, weights = [] } = terms;
  const units = weights.map(({ unit }) => unit);
  const stranger = units.find((unit) => !electors.includes(unit));
  if (stranger !== undefined) return { type: "NotAnElector", data: { unit: stranger } };
  const twice = repeated(units);
  if (twice !== undefined) return { type: "WeightTwice", data: { unit: twice } };
  const votes = votesOf(terms, electors);
  const byMethod = ruleOf(terms.method).votesMax?.(terms) ?? Number.POSITIVE_INFINITY;
  const votesMax = Math.min(byMethod, votesMaxWith(terms.nominees.length));
  return votes > votesMax ? { type: "TooManyVotes", data: { votes, votesMax } } : undefined;
}

function objectionToQuorum(terms: Terms): BallotRejection | undefined {
  const possible = votesOf(terms, voters(terms));
  const needed = quorumNeeded(terms.voting.quorum, eligibleCount(terms));
  if (possible === 0 || needed === undefined || needed > possible)
    return { type: "QuorumImpossible", data: { needed: needed ?? 1, possible, ...inVotes(terms) } };
  return undefined;
}

function objectionToWritten({ procedure, voting: { form, selection } }: Terms): BallotRejection | undefined {
  const isCounted = form === "showOfHands" && selection !== "consensus";
  return procedure.writtenVotes && isCounted ? { type: "WrittenVotesNeedPapers", data: { form } } : undefined;
}

function objectionToMethod({
  method,
  nominees,
  seats,
  voting,
  procedure,
}: Terms): BallotRejection | undefined {
  const { inFavour, seatsMax = seats, nomineesMax = nominees.length, needsOneFirst } = ruleOf(method);
  if (seats > seatsMax) return { type: "MethodFillsFewerSeats", data: { method: method.kind, seatsMax } };
  if (nominees.length > nomineesMax)
    return { type: "MethodTakesFewerNominees", data: { method: method.kind, nomineesMax } };
  if (procedure.equalFirst === "counted" && needsOneFirst)
    return { type: "EqualFirstNotCounted", data: { method: method.kind } };
  if (voting.form === "showOfHands" && !inFavour)
    return { type: "MethodNeedsPapers", data: { method: method.kind, form: voting.form } };
  if (procedure.sealed && (voting.form !== "secret" || voting.selection === "consensus"))
    return { type: "SealNeedsBox", data: { form: voting.form, selection: voting.selection } };
  if ("namesMax" in method && method.namesMax !== undefined && method.namesMax > nominees.length)
    return {
      type: "NamesMaxAboveNominees",
      data: { namesMax: method.namesMax, nominees: nominees.length },
    };
  return undefined;
}

/**
 * Each nominee must be able to reach the threshold when every elector takes part and all who may vote for it do. A unit
 * that may not vote for itself gets the votes of the others at most: n - 1 of n equal units. So 90 % needs ten units,
 * and 80 % needs five.
 */
function objectionToThreshold(terms: Terms): BallotRejection | undefined {
  const { nominees, method, procedure, voting } = terms;
  const { threshold, selfVote, selection } = voting;
  if (selection === "consensus") return undefined;
  if (!ruleOf(method).inFavour) {
    const isNoBar = threshold.numerator === 0 && !threshold.strict;
    return isNoBar ? undefined : { type: "ThresholdNotApplicable", data: { method: method.kind } };
  }
  if (threshold.base === "present" && procedure.writtenVotes)
    return { type: "BaseLeavesOutWritten", data: {} };
  const entitled = voters(terms);
  const votes = votesOf(terms, entitled);
  const base = threshold.base === "allEligible" ? eligibleCount(terms) : votes;
  for (const nominee of nominees) {
    const possible = votes - (!selfVote && entitled.includes(nominee) ? votesOf(terms, [nominee]) : 0);
    if (meets(threshold, { votes: possible, base })) continue;
    const needed = votesNeeded(threshold, base);
    return {
      type: "ThresholdUnreachable",
      data: { nominee, possible, base, ...(needed !== undefined && { needed }) },
    };
  }
  return undefined;
}

/**
 * All seats together must be within reach, too. With `namesMax` names on a paper, `v` papers give `v * namesMax` votes in
 * favour, and each seat takes as many as the bar asks for, and one at least: nobody is elected without a vote. Where the base is not fixed, fewer papers may do what all
 * cannot: of five, nobody gives two seats half of the papers each with one name on a paper, and four do.
 */
function objectionToSeats(terms: Terms): BallotRejection | undefined {
  const { method, seats, voting } = terms;
  const namesMax = namesMaxOf(terms);
  const { threshold, selection } = voting;
  if (selection === "consensus" || !ruleOf(method).inFavour || namesMax >= seats) return undefined;
  const votes = votesOf(terms, voters(terms));
  const isFixed = threshold.base === "allEligible";
  const base = isFixed ? eligibleCount(terms) : votes;
  for (let papers = votes; papers > 0; papers--) {
    const needed = atLeastOne(votesNeeded(threshold, isFixed ? base : papers) ?? Number.POSITIVE_INFINITY);
    if (needed * seats <= papers * namesMax) return undefined;
    if (isFixed) break;
  }
  const needed = atLeastOne(votesNeeded(threshold, base) ?? base);
  const fillable = Math.floor((votes * namesMax) / needed);
  return { type: "SeatsNeverFilled", data: { seats, fillable, namesMax, needed, base } };
}

const atLeastOne = (votes: number) => Math.max(1, votes);

function objectionToTellers({ tellers, nominees, procedure }: Terms): BallotRejection | undefined {
  const all: readonly Teller[] = [tellers.head, ...tellers.members];
  const keys = all.map(({ name }) => canonicalLine(name).toLowerCase());
  const twice = all.find((_, at) => keys.indexOf(keys[at] ?? "") !== at);
  if (twice) return { type: "TellerTwice", data: { teller: twice.name } };
  if (procedure.nomineeTellers) return undefined;
  for (const { name, unit } of all) {
    if (unit !== undefined && nominees.includes(unit))
      return { type: "TellerIsNominee", data: { teller: name, unit } };
  }
  return undefined;
}

/**
 * Nothing is left of a tie once its seats stay vacant. A lot, a decision of the chair and seniority leave nothing of it
 * either, but a step after one of them is a precaution and harms nobody: bylaws may have it.
 */
function objectionToLadder({ voting: { tieLadder } }: Terms): BallotRejection | undefined {
  const end = tieLadder.findIndex(({ kind }) => kind === "vacantSeat");
  const after = end < 0 ? undefined : tieLadder[end + 1];
  return after && { type: "TieStepUnreachable", data: { step: end + 2, kind: after.kind } };
}

/** The ladder needs its data before the vote, for every nominee: nothing is looked up once a tie is known. */
function objectionToTieData({ nominees, recused, tieData, voting }: Terms): BallotRejection | undefined {
  const { chair, lotSources, scores, seniority } = tieData;
  if (chair !== undefined && recused.includes(chair)) return { type: "UnitRecused", data: { unit: chair } };
  const known = { score: scores.map(({ unit }) => unit), seniority };
  for (const kind of ["score", "seniority"] as const) {
    const twice = repeated(known[kind]);
    if (twice !== undefined) return { type: "TieDataTwice", data: { kind, unit: twice } };
    const missing = nominees.filter((nominee) => !known[kind].includes(nominee));
    if (has(voting.tieLadder, kind) && missing.length > 0)
      return { type: "TieDataMissing", data: { kind, nominees: missing } };
  }
  const twice = repeated(lotSources);
  if (twice !== undefined) return { type: "LotSourceTwice", data: { source: twice } };
  return has(voting.tieLadder, "lot") && lotSources.length === 0
    ? { type: "LotWithoutSource", data: {} }
    : undefined;
}

/** A vote that confirms the highest scores: the nominees are exactly the highest, with all who share the last place. */
function objectionToSelection({
  follows,
  method,
  nominees,
  seats,
  tieData,
  voting,
}: Terms): BallotRejection | undefined {
  if (voting.selection !== "scoreThenConfirm") return undefined;
  if (method.kind !== "forAndAgainst") return { type: "MethodDoesNotConfirm", data: { method: method.kind } };
  // The field of a run-off is whoever is tied, though the highest may be elected already.
  if (follows?.kind === "runOff") return undefined;
  const missing = nominees.filter((unit) => !tieData.scores.some((score) => score.unit === unit));
  if (missing.length > 0) return { type: "NomineesNotScored", data: { nominees: missing } };
  const scores = tieData.scores.toSorted((a, b) => b.points - a.points);
  const last = scores[Math.min(seats, scores.length) - 1]?.points ?? 0;
  const highest = scores.filter(({ points }) => points >= last).map(({ unit }) => unit);
  const isField = highest.length === nominees.length && highest.every((unit) => nominees.includes(unit));
  return isField ? undefined : { type: "NomineesNotHighest", data: { highest } };
}

function has(ladder: readonly TieStep[], kind: TieStep["kind"]): boolean {
  return ladder.some((step) => step.kind === kind);
}
