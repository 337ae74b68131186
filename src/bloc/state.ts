import type { CommandRules, EventRules } from "../kernel/decider.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import type { BlocCommand, BlocEvent, BlocRejection, LeavingGround } from "./messages.ts";

type EventData<K extends BlocEvent["type"]> = DataOf<BlocEvent, K>;

/** A name and the first day on which it is used. */
export type DatedName = { name: OrganisationName; from: CivilDate };

/** A time of membership. `until` is the first day after it; absent while the membership has no end. */
export type Membership = {
  from: CivilDate;
  /** The members that the unit came from by consolidation or split. */
  origins?: readonly UnitId[];
  until?: CivilDate;
  ground?: LeavingGround | "merged" | "consolidated" | "split";
  /** The members that the unit lives on in. */
  successors?: readonly UnitId[];
};

/** A time without part in the work of the bloc. `until` is the first day after it; absent while it has no end. */
export type Suspension = { from: CivilDate; reason: string; until?: CivilDate };

/** A unit that is or was a member, with all that is known of its time in the bloc. Each list is in order of days. */
export type Member = {
  unit: UnitId;
  names: DatedName[];
  memberships: Membership[];
  suspensions: Suspension[];
};

export type Members = Map<UnitId, Member>;

/** A version of the bylaws as it was adopted. */
export type AdoptedBylaws = EventData<"BylawsAdopted">;

/** A discipline of a unit, and how it was set aside, if it was. */
export type Discipline = EventData<"UnitDisciplined"> & { lifting?: EventData<"DisciplineLifted"> };

/** An investigation against a unit, and what it came to, if it has ended. */
export type Investigation = EventData<"InvestigationOpened"> & { end?: EventData<"InvestigationClosed"> };

export type BlocFacts = {
  constitution: EventData<"BlocConstituted">;
  authority: OrganisationName;
  names: DatedName[];
  /** Every unit that was ever a member, in order of first admission. A unit that left stays here. */
  members: Members;
  /** The last reconstitution. */
  reconstitution?: EventData<"BlocReconstituted">;
  /** Version n is at index n - 1. */
  bylaws: AdoptedBylaws[];
  /** Every discipline of a unit of the bloc, by its id. */
  disciplines: Map<Id, Discipline>;
  /** Every investigation against a unit of the bloc, by its id. */
  investigations: Map<Id, Investigation>;
};

/** One emulation bloc, over all its seasons. */
export type Bloc =
  | { status: "blank" }
  | ({ status: "constituted" } & BlocFacts)
  | ({ status: "dissolved"; dissolvedOn: CivilDate; reason: string; decision: DocumentRef } & BlocFacts);

/** The rules of one phase: how some of the commands are answered, and what some of the events change. */
export type Deciding<K extends BlocCommand["type"]> = Pick<
  CommandRules<Bloc, BlocCommand, BlocEvent, BlocRejection>,
  K
>;
export type Evolving<K extends BlocEvent["type"]> = Pick<EventRules<Bloc, BlocEvent>, K>;
