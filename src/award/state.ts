import type { CommandRules, EventRules } from "../kernel/decider.ts";
import type { Begun } from "../kernel/during.ts";
import type { DataOf } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { AwardSubject } from "./award-id.ts";
import type { AwardCommand, AwardEvent, AwardRejection, AwardStatus, ProposalBasis } from "./messages.ts";

export type EventData<K extends AwardEvent["type"]> = DataOf<AwardEvent, K>;

/** One honour proposed for one unit: how far it has come, what it rests on, and the last step. */
export type Award =
  | { status: "blank" }
  | ({
      status: Exclude<AwardStatus, "blank">;
      basis: ProposalBasis;
      /** The proposal as it was recorded last. Its unit is the one that was proposed, also after a transfer. */
      proposal: EventData<"AwardProposed">;
      /** That the result which it rests on is final; absent until then, and where it rests on no ballot. */
      confirmed?: EventData<"BasisConfirmed">;
      /** That the result which it rests on no longer holds; absent while it does. */
      voided?: EventData<"BasisVoid">;
      /** The day of the last step: no later step may be dated before it. */
      lastOn: CivilDate;
      /** The last step as it was recorded: a command that repeats it changes nothing. */
      last: AwardEvent;
      suspended?: EventData<"ConsiderationSuspended">;
      publishedOn?: CivilDate;
      recoveredOn?: CivilDate;
    } & AwardSubject);

export type Proposed = Begun<Award>;

/** A proposal in these statuses is not settled: it still waits for somebody to decide. */
export const considered = ["proposed", "vetted", "returned", "approved"] as const;
/** The authority has decided, and nobody has taken it back. */
export const granted = ["decided", "conferred"] as const;

/** The rules of one phase: how some of the commands are answered, and what some of the events change. */
export type Deciding<K extends AwardCommand["type"]> = Pick<
  CommandRules<Award, AwardCommand, AwardEvent, AwardRejection>,
  K
>;
export type Evolving<K extends AwardEvent["type"]> = Pick<EventRules<Award, AwardEvent>, K>;

/** Whether it is an award of the same honour, for the unit that has it now. */
export function isOfSame(state: AwardSubject, proposal: AwardSubject): boolean {
  return same(subjectOf(state), subjectOf(proposal));
}

export function subjectOf({ bloc, season, unit, honour }: AwardSubject): AwardSubject {
  return { bloc, season, unit, honour };
}

/**
 * Whether a basis is a record of this ballot up to `certification`, or any where that is absent: a later record that
 * elects the unit too confirms an earlier one, and one that does not takes all before it away.
 */
export function restsOn(
  basis: ProposalBasis,
  { ballot, certification }: { ballot: string; certification?: number | undefined },
): boolean {
  if (basis.kind !== "ballot" || basis.ballot !== ballot) return false;
  return certification === undefined || basis.certification <= certification;
}

/** The record of a ballot that has to be final before the authority decides; undefined where nothing has to be. */
export function toBeFinal(basis: ProposalBasis) {
  return basis.kind === "ballot" && basis.decideAfterFinal !== false ? basis : undefined;
}

/** The day before which nothing is granted: that of the last step, or on which the result became final. */
export function grantableFrom({ basis, confirmed, lastOn }: Proposed): CivilDate {
  return toBeFinal(basis) ? laterOf(lastOn, confirmed?.finalisedOn) : lastOn;
}
