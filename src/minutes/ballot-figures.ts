import type { BallotEvent, BallotRejection } from "../ballot/messages.ts";
import { compare } from "../kernel/fraction.ts";
import { fractionOfText } from "../kernel/fraction-text.ts";
import type { DataOf } from "../kernel/messages.ts";

// What the figures of a count mean, by its method, for the sentences of every language.

export type MethodKind = DataOf<BallotRejection, "MethodDoesNotConfirm">["method"];
export type Counted = DataOf<BallotEvent, "BallotCounted">;
type Result = Pick<Counted, "lines" | "rounds" | "deciding" | "withheld">;
type Outcome = Counted["outcome"];

/** What a line of the count says: opinions for and against, names, first places of rankings, or points. */
type LineKind = "opinions" | "names" | "firsts" | "points";

/** What decides, where it is not the figure of the line. */
export type Deciding = "rounds" | "ranks" | "pairs" | "lastTwo" | "proportion";

const lineKinds: Record<MethodKind, LineKind> = {
  forAndAgainst: "opinions",
  ...{ plurality: "names", block: "names", limited: "names", approval: "names" },
  ...{ pav: "names", sequentialPav: "names", equalShares: "names" },
  ...{ score: "points", star: "points" },
  ...{ twoRound: "firsts", exhaustiveBallot: "firsts", instantRunoff: "firsts", stv: "firsts" },
  ...{ borda: "firsts", schulze: "firsts", rankedPairs: "firsts", copeland: "firsts", minimax: "firsts" },
};

const decidedBy: Partial<Record<MethodKind, Deciding>> = {
  star: "lastTwo",
  ...{ twoRound: "rounds", exhaustiveBallot: "rounds", instantRunoff: "rounds", stv: "rounds" },
  borda: "ranks",
  ...{ schulze: "pairs", rankedPairs: "pairs", copeland: "pairs", minimax: "pairs" },
  ...{ pav: "proportion", sequentialPav: "proportion", equalShares: "proportion" },
};

/** The method of a count; one that is kept in no log from before is known by its figures, as far as they show it. */
export function lineKindOf({ lines, rounds }: Result, method: MethodKind | undefined): LineKind {
  if (method) return lineKinds[method];
  if (lines.some(({ points }) => points !== undefined)) return "points";
  return rounds === undefined ? "opinions" : "firsts";
}

/** What decides by this method beside its lines; undefined where the lines decide. */
export const decidingOf = (method: MethodKind | undefined): Deciding | undefined =>
  method && decidedBy[method];

/** Whether the votes of a method are in favour, so that a share of them may be asked for. */
export const isInFavour = (method: MethodKind): boolean =>
  decidedBy[method] === undefined && lineKinds[method] !== "points";

/**
 * The outcome in the order of the record: those with the most of what decides first, those level in the order of the
 * list. Where the votes are withheld, or no figure decides, in the order of the list.
 */
export function inRecordOrder(
  { elected, undecided, ...rest }: Outcome,
  { lines, deciding = [], withheld }: Result,
  method: MethodKind | undefined,
): Outcome {
  const kind = lineKindOf({ lines }, method);
  const decidingVotes = new Map(deciding.map(({ nominee, votes }) => [nominee, fractionOfText(votes)]));
  const place = new Map(lines.map(({ nominee }, index) => [nominee, index]));
  const ofLine = new Map(
    lines.map((line) => [line.nominee, kind === "points" ? (line.points ?? 0) : line.for]),
  );
  const listed = (units: readonly string[]) =>
    units.toSorted((a, b) => (place.get(a) ?? lines.length) - (place.get(b) ?? lines.length));
  const byDeciding = (a: string, b: string) => {
    const [first, second] = [decidingVotes.get(a), decidingVotes.get(b)];
    const order = first && second ? compare(second, first) : 0;
    return method === "minimax" ? -order : order;
  };
  const byLine = (a: string, b: string) => (ofLine.get(b) ?? 0) - (ofLine.get(a) ?? 0);
  const ranked = (units: readonly string[]) =>
    withheld ? listed(units) : listed(units).sort(decidingOf(method) ? byDeciding : byLine);
  return {
    ...rest,
    elected: ranked(elected),
    ...(undecided && { undecided: { ...undecided, tied: listed(undecided.tied) } }),
  };
}

/** Whether a round is one of STV: its figures are those of its end, and what happened comes first. */
export const isClosing = (rounds: NonNullable<Counted["rounds"]>, method: MethodKind | undefined): boolean =>
  method === undefined
    ? rounds.some(({ conclusions }) => conclusions.some(({ type }) => type === "QuotaSet"))
    : method === "stv";
