import type { CommandRules, EventRules } from "../kernel/decider.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { Decimal } from "../kernel/numbers.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Person } from "../vocabulary/person.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Goal, PledgeCommand, PledgeEvent, PledgeRejection, Verdict } from "./messages.ts";

export type Progress = { value: Decimal; observedOn: CivilDate; evidence: DocumentRef[] };
type Target = { target: Id; name: string; goal: Goal; progress: Progress[] };
export type Terms = {
  bloc: Id;
  /** The unit whose pledge it is now: after a transfer, the successor. */
  unit: UnitId;
  season: Season;
  campaign?: Id | undefined;
  dueOn: CivilDate;
  targets: Target[];
  titles: Honour[];
  /** How the pledge passed from unit to unit, in the order in which that was recorded. */
  transfers: DataOf<PledgeEvent, "PledgeTransferred">[];
};
export type Signature = { signatory: Person; signedOn: CivilDate };

/** One unit's pledge for one season. */
export type Pledge =
  | { status: "blank" }
  | ({ status: "draft" } & Terms)
  | ({ status: "signed" } & Terms & Signature)
  | ({ status: "assessed"; assessor: UnitId; assessedOn: CivilDate; verdict: Verdict } & Terms & Signature)
  | ({ status: "withdrawn"; withdrawnOn: CivilDate; reason: string } & Terms)
  | ({ status: "void" } & DataOf<PledgeEvent, "PledgeVoided"> & Terms)
  | ({ status: "lapsed" } & DataOf<PledgeEvent, "PledgeLapsed"> & Terms);

/** A pledge that is neither assessed nor at an end. */
export type OpenPledge = Extract<Pledge, { status: "draft" | "signed" }>;

/** The rules of one phase: how some of the commands are answered, and what some of the events change. */
export type Deciding<K extends PledgeCommand["type"]> = Pick<
  CommandRules<Pledge, PledgeCommand, PledgeEvent, PledgeRejection>,
  K
>;
export type Evolving<K extends PledgeEvent["type"]> = Pick<EventRules<Pledge, PledgeEvent>, K>;

/** The unit that drafted the pledge. */
export function drafterOf({ unit, transfers }: Terms): UnitId {
  return transfers[0]?.from ?? unit;
}

/** Whether the pledge is that unit's, or was before it passed to another one. */
export function hasHeld({ unit, transfers }: Terms, other: UnitId): boolean {
  return other === unit || transfers.some(({ from }) => from === other);
}

export function targetOf({ targets }: Terms, id: Id): Target | undefined {
  return targets.find(({ target }) => target === id);
}

/** The target of an event: it is there, or the event cannot have happened. */
export function knownTarget(terms: Terms, id: Id): Target {
  return targetOf(terms, id) ?? contradiction(`target ${JSON.stringify(id)} is unknown`);
}

export const termsOf = (pledge: Terms): Terms => {
  const { bloc, unit, season, campaign, dueOn, targets, titles, transfers } = pledge;
  return {
    bloc,
    unit,
    season,
    ...(campaign !== undefined && { campaign }),
    dueOn,
    targets,
    titles,
    transfers,
  };
};
