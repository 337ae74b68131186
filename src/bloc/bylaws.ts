import { objectionToDate, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import { meets, votesNeeded } from "../vocabulary/bar.ts";
import type { Bylaws } from "../vocabulary/bylaws.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import { objectionToHonours } from "./honours.ts";
import type { BlocRejection } from "./messages.ts";
import { activeMembersOn, membersOn } from "./questions.ts";
import type { AdoptedBylaws, Bloc, Deciding, Evolving } from "./state.ts";

// The bylaws of a bloc (quy chế): adopted version by version, each in force until the next one takes effect.

export const decideBylaws: Deciding<"AdoptBylaws"> = {
  AdoptBylaws: during(["constituted"], {
    already: ({ bylaws }, adoption) => same(bylaws[adoption.version - 1], adoption),
    // The first day in force may lie ahead.
    done: ({ adoptedOn, document }) => [adoptedOn, document.issuedOn],
    decide: (state, adoption) =>
      unless(objectionToAdoption(state, adoption), { type: "BylawsAdopted", data: adoption }),
  }),
};

export const evolveBylaws: Evolving<"BylawsAdopted"> = {
  BylawsAdopted: from(["constituted"], ({ bylaws }, adoption) => {
    if (adoption.version !== bylaws.length + 1)
      contradiction(`version ${adoption.version} of the bylaws cannot follow version ${bylaws.length}`);
    bylaws.push(adoption);
  }),
};

/** How many units a bloc has on a day: all members, and the members that are not suspended and so may vote. */
export type Strength = { members: number; electors: number };

/**
 * The version of the bylaws in force on `date`: the last adopted version that has taken effect by then. Undefined
 * before the first version, and from the day on which the bloc is dissolved.
 */
export function bylawsOn(bloc: Bloc, date: CivilDate): AdoptedBylaws | undefined {
  if (bloc.status === "blank" || (bloc.status === "dissolved" && date >= bloc.dissolvedOn)) return undefined;
  return bloc.bylaws.findLast(({ effectiveFrom }) => effectiveFrom <= date);
}

/** The strength of the bloc on `date`. */
export function strengthOn(bloc: Bloc, date: CivilDate): Strength {
  return { members: membersOn(bloc, date).length, electors: activeMembersOn(bloc, date).length };
}

/**
 * What makes bylaws useless for a bloc of that strength: a quorum or a threshold that nobody can reach, more seats
 * than members, an honour or a rung of the tie ladder that is named twice, honours that exclude or need each other so
 * that nobody gets them. Undefined when nothing does.
 *
 * Where no unit may vote for itself, the best share is (n-1)/n: 90 % is out of reach below 10 units, 80 % below 5.
 */
export function objectionToBylaws(bylaws: Bylaws, strength: Strength): BlocRejection | undefined {
  return (
    objectionToBars(bylaws, strength) ??
    objectionToHonours(bylaws, strength.members) ??
    objectionToTieLadder(bylaws)
  );
}

/** Judges the number of the version, its days, and its contents by the members of its first day in force. */
function objectionToAdoption(
  bloc: Exclude<Bloc, { status: "blank" }>,
  { version, bylaws, adoptedOn, effectiveFrom }: AdoptedBylaws,
): BlocRejection | undefined {
  const expected = bloc.bylaws.length + 1;
  if (version < expected) return { type: "BylawsVersionTaken", data: { version } };
  if (version > expected) return { type: "BylawsVersionGap", data: { version, expected } };
  const { constitutedOn } = bloc.constitution;
  const previous = bloc.bylaws.at(-1);
  return (
    objectionToDate(adoptedOn, { earliest: previous?.adoptedOn ?? constitutedOn }) ??
    objectionToDate(effectiveFrom, { earliest: previous?.effectiveFrom ?? constitutedOn }) ??
    // The first version may apply to earlier days, which had no bylaws. A later one would change rules in force.
    (previous && effectiveFrom < adoptedOn
      ? { type: "BylawsRetroactive", data: { effectiveFrom, adoptedOn } }
      : objectionToBylaws(bylaws, strengthOn(bloc, effectiveFrom)))
  );
}

function objectionToBars({ voting }: Bylaws, { electors }: Strength): BlocRejection | undefined {
  const { quorum, threshold, selfVote } = voting;
  if (votesNeeded(quorum, electors) === undefined)
    return { type: "BylawsQuorumUnreachable", data: { quorum, electors } };
  const votesMax = selfVote ? electors : electors - 1;
  if (meets(threshold, { votes: votesMax, base: electors })) return undefined;
  return { type: "BylawsThresholdUnreachable", data: { threshold, selfVote, electors, votesMax } };
}

function objectionToTieLadder({ voting: { tieLadder } }: Bylaws): BlocRejection | undefined {
  const kinds = new Set<TieStep["kind"]>();
  for (const [at, { kind: step }] of tieLadder.entries()) {
    const data = { step, rung: at + 1 };
    if (kinds.has(step)) return { type: "BylawsTieStepRepeated", data };
    if (kinds.has("vacantSeat")) return { type: "BylawsTieStepAfterVacantSeat", data };
    kinds.add(step);
  }
  return undefined;
}
