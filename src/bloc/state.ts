import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import type { BlocEvent, LeavingGround } from "./messages.ts";

type DataOf<T extends BlocEvent["type"]> = Extract<BlocEvent, { type: T }>["data"];

/** A name and the first day on which it is borne. */
export type DatedName = { name: OrganisationName; from: CivilDate };

/** A time of membership: `until`, where it has an end, is the first day without it. */
export type Membership = {
  from: CivilDate;
  /** The members that the unit came from by consolidation or split. */
  origins?: readonly UnitId[];
  until?: CivilDate;
  ground?: LeavingGround | "merged" | "consolidated" | "split";
  /** The members that it lives on in. */
  successors?: readonly UnitId[];
};

/** A unit that is or was a member, with all that is known of its time in the bloc, each list in order of days. */
export type Member = {
  unit: UnitId;
  names: DatedName[];
  memberships: Membership[];
  suspensions: { from: CivilDate; reason: string; until?: CivilDate }[];
};

export type Members = Map<UnitId, Member>;

/** A version of the bylaws as it was adopted. */
export type AdoptedBylaws = DataOf<"BylawsAdopted">;

export type BlocFacts = {
  constitution: DataOf<"BlocConstituted">;
  authority: OrganisationName;
  names: DatedName[];
  /** Every unit that was ever a member, in order of first admission. Nobody is struck off. */
  members: Members;
  /** The last reconstitution. */
  reconstitution?: DataOf<"BlocReconstituted">;
  /** Version n at n - 1. */
  bylaws: AdoptedBylaws[];
};

/** One emulation bloc, over all its seasons. */
export type Bloc =
  | { status: "blank" }
  | ({ status: "constituted" } & BlocFacts)
  | ({ status: "dissolved"; dissolvedOn: CivilDate; reason: string; decision: DocumentRef } & BlocFacts);
