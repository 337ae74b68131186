import { awardIdOf, type VoidReason } from "../award/messages.ts";
import type { BallotEvent } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";

/** Whom a ballot elects to an honour, by its last record. */
export type Result = {
  conference: Id;
  season: Season;
  honour: Honour;
  certification: number;
  certifiedOn: CivilDate;
  elected: readonly UnitId[];
  /** The day on which it became final; absent until then. */
  finalisedOn?: CivilDate;
};

/** A result that no longer holds, and why. */
export type Lost = {
  ballot: Id;
  /** The last record that no longer holds; absent where the ballot is annulled. */
  certification?: number;
  voidOn: CivilDate;
  reason: VoidReason;
  note?: string;
};

/** An award that results lead to, and how far people have brought it. */
export type Led = {
  /** The ballots that elect the unit, in the order in which they were recorded. The award rests on the first. */
  ballots: readonly Id[];
  /** `ended`: rejected, declined or revoked. */
  stage: "open" | "decided" | "withdrawn" | "ended";
  /** The day of its last step. */
  lastOn?: CivilDate;
  /** What it rested on, while nothing else stands behind it. */
  lost?: Lost;
};

/** What is known of results, and of the awards that they lead to. */
export type Elected = {
  /** The bloc of each conference. */
  blocs: Map<Id, Id>;
  /** The results in force, by ballot. */
  results: Map<Id, Result>;
  /** Results whose conference is not convened yet, as far as is known. */
  waiting: Map<Id, Result>;
  awards: Map<Id, Led>;
};

/** A ballot has another result than before, or none: what it was is `lost`. */
export type News = { ballot: Id; bloc: Id; result?: Result; lost?: Lost };

/** An award for which other ballots stand than before. */
export type Change = { award: Id; bloc: Id; unit: UnitId; led: Led; ballots: readonly Id[] };

/**
 * The result of a ballot for an honour. A run-off has none: the ballot that called it has. A ballot without a conference
 * has none either, because nothing says which bloc voted.
 */
export function resultOf(data: DataOf<BallotEvent, "BallotCertified">): Result | undefined {
  const { purpose, follows, conference, season, outcome, certification, certifiedOn } = data;
  if (purpose.kind !== "honour" || follows?.kind === "runOff" || conference === undefined) return undefined;
  const { honour } = purpose;
  return { conference, season, honour, certification, certifiedOn, elected: outcome.elected };
}

/** The news that a record is: none while its conference is not known. */
export function certified({ blocs, results }: Elected, ballot: Id, result: Result | undefined): News[] {
  const bloc = result && blocs.get(result.conference);
  if (!result || bloc === undefined) return [];
  const before = results.get(ballot);
  if (!before) return [{ ballot, bloc, result }];
  const { certification } = before;
  const lost: Lost = { ballot, certification, voidOn: result.certifiedOn, reason: "recounted" };
  return [{ ballot, bloc, result, lost }];
}

/** The news that an annulment is. */
export function annulled(
  { blocs, results }: Elected,
  ballot: Id,
  { annulledOn: voidOn, reason: note }: DataOf<BallotEvent, "BallotAnnulled">,
): News[] {
  const bloc = blocs.get(results.get(ballot)?.conference ?? "");
  return bloc === undefined ? [] : [{ ballot, bloc, lost: { ballot, voidOn, reason: "annulled", note } }];
}

/** The news for which a conference was waited. */
export function convened({ waiting }: Elected, conference: Id, bloc: Id): News[] {
  const known = [...waiting].filter(([, result]) => result.conference === conference);
  return known.map(([ballot, result]) => ({ ballot, bloc, result }));
}

/** The award of each unit that the ballot elects or elected. */
export function changesBy({ results, awards }: Elected, { ballot, bloc, result }: News): Change[] {
  const before = results.get(ballot);
  const known = result ?? before;
  if (!known) return [];
  const { season, honour } = known;
  const elected = result?.elected ?? [];
  return [...new Set([...(before?.elected ?? []), ...elected])].map((unit) => {
    const award = awardIdOf({ bloc, season, unit, honour });
    const led = awards.get(award) ?? { ballots: [], stage: "open" };
    const others = led.ballots.filter((one) => one !== ballot);
    const isElected = elected.includes(unit);
    const isKept = isElected && others.length < led.ballots.length;
    return {
      award,
      bloc,
      unit,
      led,
      ballots: isKept ? led.ballots : isElected ? [...others, ballot] : others,
    };
  });
}
