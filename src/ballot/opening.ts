import { meets, votesNeeded } from "../vocabulary/bar.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BallotRejection, Teller, Terms } from "./messages.ts";
import { ruleOf } from "./method-to-rule.ts";
import { eligibleCount, quorumNeeded, voters } from "./roll.ts";
import { flawOfTieData } from "./tie-break/tie-data.ts";
import { inVotes, votesMax, votesOf } from "./weights.ts";

/** What cannot be about the terms of a ballot, first found; a ballot is not opened on them. */
export function flawOfTerms(terms: Terms): BallotRejection | undefined {
  return (
    flawOfField(terms) ??
    flawOfElectors(terms) ??
    flawOfWeights(terms) ??
    flawOfQuorum(terms) ??
    flawOfMethod(terms) ??
    flawOfThreshold(terms) ??
    flawOfTellers(terms) ??
    flawOfTieData(terms) ??
    flawOfSelection(terms)
  );
}

function flawOfField({ nominees, seats }: Terms): BallotRejection | undefined {
  if (nominees.length === 0) return { type: "NoNominee", data: {} };
  const twice = repeated(nominees);
  if (twice !== undefined) return { type: "NomineeTwice", data: { nominee: twice } };
  if (seats > nominees.length)
    return { type: "MoreSeatsThanNominees", data: { seats, nominees: nominees.length } };
  return undefined;
}

function flawOfElectors({ electors, recused }: Terms): BallotRejection | undefined {
  const twice = repeated(electors) ?? repeated(recused);
  if (twice !== undefined) return { type: "ElectorTwice", data: { unit: twice } };
  const stranger = recused.find((unit) => !electors.includes(unit));
  return stranger === undefined ? undefined : { type: "NotAnElector", data: { unit: stranger } };
}

function flawOfWeights(terms: Terms): BallotRejection | undefined {
  const { electors, weights = [] } = terms;
  const units = weights.map(({ unit }) => unit);
  const stranger = units.find((unit) => !electors.includes(unit));
  if (stranger !== undefined) return { type: "NotAnElector", data: { unit: stranger } };
  const twice = repeated(units);
  if (twice !== undefined) return { type: "WeightTwice", data: { unit: twice } };
  const votes = votesOf(terms, electors);
  return votes > votesMax ? { type: "TooManyVotes", data: { votes, votesMax } } : undefined;
}

function flawOfQuorum(terms: Terms): BallotRejection | undefined {
  const possible = votesOf(terms, voters(terms));
  const needed = quorumNeeded(terms.voting.quorum, eligibleCount(terms));
  if (possible === 0 || needed === undefined || needed > possible)
    return { type: "QuorumImpossible", data: { needed: needed ?? 1, possible, ...inVotes(terms) } };
  return undefined;
}

function flawOfMethod({ method, nominees, seats, voting }: Terms): BallotRejection | undefined {
  const { inFavour, seatsMax = seats, nomineesMax = nominees.length } = ruleOf(method);
  if (seats > seatsMax) return { type: "MethodFillsFewerSeats", data: { method: method.kind, seatsMax } };
  if (nominees.length > nomineesMax)
    return { type: "MethodTakesFewerNominees", data: { method: method.kind, nomineesMax } };
  if (voting.form === "showOfHands" && !inFavour)
    return { type: "MethodNeedsPapers", data: { method: method.kind, form: voting.form } };
  if ("namesMax" in method && method.namesMax !== undefined && method.namesMax > nominees.length)
    return {
      type: "NamesMaxAboveNominees",
      data: { namesMax: method.namesMax, nominees: nominees.length },
    };
  return undefined;
}

/**
 * A bar must be in reach of each nominee when every elector takes part and everybody who may votes for it: a unit
 * that may not vote for itself gets the votes of the others at most: of n equal units n - 1, so that 90 % asks for
 * ten units and 80 % for five.
 */
function flawOfThreshold(terms: Terms): BallotRejection | undefined {
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

function flawOfTellers({ tellers, nominees, procedure }: Terms): BallotRejection | undefined {
  const all: readonly Teller[] = [tellers.head, ...tellers.members];
  const twice = repeated(all.map(({ name }) => name));
  if (twice !== undefined) return { type: "TellerTwice", data: { teller: twice } };
  if (procedure.nomineeTellers) return undefined;
  for (const { name, unit } of all) {
    if (unit !== undefined && nominees.includes(unit))
      return { type: "TellerIsNominee", data: { teller: name, unit } };
  }
  return undefined;
}

/** By score, the vote confirming the highest: the field is exactly they, all of them where the last are level. */
function flawOfSelection({ method, nominees, seats, tieData, voting }: Terms): BallotRejection | undefined {
  if (voting.selection !== "scoreThenConfirm") return undefined;
  if (method.kind !== "forAndAgainst") return { type: "MethodDoesNotConfirm", data: { method: method.kind } };
  const scores = tieData.scores.toSorted((a, b) => b.points - a.points);
  const last = scores[Math.min(seats, scores.length) - 1]?.points ?? 0;
  const highest = scores.filter(({ points }) => points >= last).map(({ unit }) => unit);
  const isField = highest.length === nominees.length && highest.every((unit) => nominees.includes(unit));
  return isField ? undefined : { type: "NomineesNotHighest", data: { highest } };
}

function repeated(ids: readonly UnitId[]): UnitId | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}
