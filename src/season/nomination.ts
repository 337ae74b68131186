import type { VoidReason } from "../award/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Bylaws } from "../vocabulary/bylaws.ts";
import { excludeEachOther, rankOf } from "../vocabulary/exclusions.ts";
import { type Honour, sameHonour } from "../vocabulary/honour.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Bar, barsAgainst } from "./eligibility.ts";
import type { AwardKnown, HonoursKnown, NominationsKnown } from "./nominations-known.ts";
import { annulmentOf, type Result, resultsInForce } from "./results-known.ts";

/** An award, and all that decides whether it is owed. */
export type Nomination = {
  award: Id;
  known: AwardKnown;
  /** The result that counts, where it elects the unit. */
  result?: Result;
  /** Why the unit is not eligible although it is elected, or was proposed by hand. */
  bars: readonly Bar[];
  /** The award of the same unit that excludes this one. */
  beatenBy?: Nomination;
};

type BylawsKnown = Pick<Bylaws, "honours" | "policies">;

/** The honours of a bloc and a season, as they are by the facts that are known. */
export type Nominations = {
  bylaws: BylawsKnown;
  /** The results in force of each honour that was voted on: the first counts. */
  results: readonly { honour: Honour; all: readonly Result[] }[];
  all: ReadonlyMap<Id, Nomination>;
};

/**
 * Who is nominated for what: whoever the result elects that counts, is eligible, and has no other honour that excludes
 * this one. Of honours that exclude each other a unit gets the one that stands first in the bylaws' list; one that the
 * authority has granted goes before all.
 */
export function nominationsIn(facts: NominationsKnown, season: HonoursKnown): Nominations {
  const bylaws = bylawsOf(facts, season);
  const results = resultsOf(season);
  const all = new Map<Id, Nomination>();
  const byUnit = new Map<UnitId, Nomination[]>();
  for (const [award, known] of season.awards) {
    const result = resultFor(known, results.find(({ honour }) => sameHonour(honour, known.honour))?.all);
    const bars = barsAgainst(facts, { season, bylaws, known, result });
    const one: Nomination = { award, known, ...(result && { result }), bars };
    all.set(award, one);
    byUnit.set(known.unit, [...(byUnit.get(known.unit) ?? []), one]);
  }
  for (const theirs of byUnit.values()) if (theirs.length > 1) contend(bylaws, theirs);
  return { bylaws, results, all };
}

/** The bylaws of the season's first ballot. */
function bylawsOf({ blocs }: NominationsKnown, { bloc, version }: HonoursKnown): BylawsKnown {
  return blocs.get(bloc)?.bylaws.get(version ?? 0) ?? { honours: [] };
}

/** Each honour that the season has a record for, with its results in force. */
export function resultsOf({ bloc, season, results }: HonoursKnown): Nominations["results"] {
  const honours: Honour[] = [];
  for (const { record } of results.ballots.values())
    if (record?.purpose.kind === "honour") {
      const { honour } = record.purpose;
      if (!honours.some((one) => sameHonour(one, honour))) honours.push(honour);
    }
  return honours.map((honour) => ({
    honour,
    all: resultsInForce(results, { bloc, season, purpose: { kind: "honour", honour } }),
  }));
}

/**
 * The result behind an award: the one that counts, where it elects the unit. What was granted on another one stays with
 * that while it is in force.
 */
function resultFor({ of, stage, grantedFor }: AwardKnown, all: readonly Result[] = []): Result | undefined {
  const kept = stage === "decided" || stage === "conferred" ? grantedFor : undefined;
  const elects = ({ outcome }: Result) => outcome.elected.includes(of);
  return all.find((one) => one.ballot === kept && elects(one)) ?? all.slice(0, 1).find(elects);
}

/** Of the honours of one unit, those stand that none before them excludes. */
function contend(bylaws: BylawsKnown, theirs: readonly Nomination[]): void {
  const standing: Nomination[] = [];
  const place = (one: Nomination) => {
    const { honour } = one.known;
    // What was granted to whom the vote elects as before keeps its place, also once it is revoked.
    const granted = isGranted(one) || (one.known.wasGranted && isElected(one)) ? 0 : 1;
    return { granted, rank: rankOf(bylaws, honour), byHand: one.known.basis ? 0 : 1 };
  };
  const contenders = theirs.filter((one) => isElected(one) || stands(one));
  for (const one of contenders.toSorted((a, b) => {
    const [left, right] = [place(a), place(b)];
    return (
      left.granted - right.granted ||
      left.rank - right.rank ||
      left.byHand - right.byHand ||
      byCodePoints(a.award, b.award)
    );
  })) {
    const other = standing.find(
      ({ known: { honour } }) =>
        sameHonour(honour, one.known.honour) || excludeEachOther(bylaws, honour, one.known.honour),
    );
    if (other) one.beatenBy = other;
    else standing.push(one);
  }
}

/** Whether it is elected, and nothing bars it. */
const isElected = ({ result, bars }: Nomination) => result !== undefined && bars.length === 0;

export const isGranted = ({ known: { stage } }: Nomination) => stage === "decided" || stage === "conferred";

/** Whether somebody still has to decide on it, as far as people have brought it. */
export const isUndecided = ({ known: { stage } }: Nomination) => stage === undefined || stage === "returned";

/** Whether it goes on by what people did: they proposed it otherwise than by vote, or the authority granted it. */
export const stands = (one: Nomination) =>
  isGranted(one) || (one.known.basis !== undefined && isUndecided(one) && one.bars.length === 0);

/** Whether people gave it a basis that is no ballot: it rests on that, and on no vote. */
export const restsOnOther = (one: Nomination) =>
  one.known.basis !== undefined && one.known.basis.kind !== "ballot" && stands(one);

/** The result by which the process proposes it, or would have: nothing, where it is not owed. */
export function owedBy(one: Nomination): Result | undefined {
  if (!isElected(one) || one.beatenBy || restsOnOther(one)) return undefined;
  return one.known.restsFrom === one.result?.ballot ? undefined : one.result;
}

/** A result that no longer elects a unit, and why. */
type Lost = {
  ballot: Id;
  /** The last record that elected it; absent where the ballot has no result at all. */
  certification?: number;
  voidOn: CivilDate;
  reason: VoidReason;
  note?: string;
};

/** What has become of a ballot that elected a unit once; nothing where it elects it still. */
export function lostOf({ results }: HonoursKnown, ballot: Id, unit: UnitId): Lost | undefined {
  const annulment = annulmentOf(results, ballot);
  if (annulment) {
    const { annulledOn: voidOn, reason: note } = annulment;
    return { ballot, voidOn, reason: "annulled", note };
  }
  const record = results.ballots.get(ballot)?.record;
  if (!record || record.outcome.elected.includes(unit)) return undefined;
  const { certification, supersedes = certification - 1, certifiedOn: voidOn } = record;
  return { ballot, certification: supersedes, voidOn, reason: "recounted" };
}

/** The void result that a granted award rests on, while no other one elects its unit. */
export function voidUnder(season: HonoursKnown, one: Nomination): Lost | undefined {
  const { known, result } = one;
  if (!isGranted(one) || result || restsOnOther(one)) return undefined;
  const ballots = known.basis?.kind === "ballot" ? [known.basis.ballot] : known.ballots;
  return ballots
    .flatMap((ballot) => lostOf(season, ballot, known.of) ?? [])
    .toSorted((a, b) => byCodePoints(a.voidOn + a.ballot, b.voidOn + b.ballot))
    .at(-1);
}
