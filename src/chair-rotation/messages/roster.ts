import * as z from "zod/mini";
import { list } from "../../kernel/list.ts";
import { CivilDate } from "../../kernel/time.ts";
import { OrganisationName, UnitId } from "../../vocabulary/unit.ts";
import { Place, reason, SortKey, TermId } from "../words.ts";

// The words about the members: who joins, leaves, merges, is split up, renamed or suspended.

// The day of a change of the roster may lie ahead: it is decided before it takes effect.
const joining = {
  unit: UnitId,
  name: z.optional(OrganisationName),
  sortKey: z.optional(SortKey),
  joinedOn: CivilDate,
  place: z.optional(Place),
};
/** `ceases`: the unit is dissolved and has no heir. */
const leaving = { unit: UnitId, leftOn: CivilDate, ceases: z.optional(z.literal(true)), reason };
const renaming = {
  unit: UnitId,
  name: OrganisationName,
  sortKey: z.optional(SortKey),
  renamedOn: CivilDate,
};
const suspension = { unit: UnitId, suspendedOn: CivilDate, reason };
const reinstatement = { unit: UnitId, reinstatedOn: CivilDate };
const merger = {
  units: list(UnitId, { min: 1, max: 50 }),
  into: UnitId,
  name: z.optional(OrganisationName),
  mergedOn: CivilDate,
};
const split = { unit: UnitId, heir: UnitId, others: list(UnitId, { min: 1, max: 50 }), splitOn: CivilDate };

/** Facts about the members are recorded. */
export const rosterCommands = {
  /** A unit joins; without a `place` it stands where the policy puts it. */
  JoinRotation: joining,
  /** `leftOn` is the last day as a member. */
  LeaveRotation: leaving,
  /** The same unit, under another name. */
  RenameInRotation: renaming,
  /** The unit gets no turn until it is reinstated. */
  SuspendFromRotation: suspension,
  /** The unit gets turns again; refused where it is not suspended. */
  ReinstateInRotation: reinstatement,
  /** Units end and live on in `into`; refused into one of themselves. */
  MergeInRotation: merger,
  /** `heir` keeps the place of `unit` and its history; the others join. */
  SplitInRotation: split,
};

/** Written by older versions and not read: a change of the roster has effect from its day on. */
const from = z.optional(TermId);

/** What happened to the members. */
export const rosterEvents = {
  UnitJoinedRotation: { ...joining, from },
  UnitLeftRotation: { ...leaving, from },
  /** A new name moves nobody under a cycle; under an alphabetical rule a new sort key is a new order from `from` on. */
  UnitRenamedInRotation: { ...renaming, from },
  UnitSuspendedFromRotation: { ...suspension, from },
  UnitReinstatedInRotation: { ...reinstatement, from },
  UnitsMergedInRotation: { ...merger, from },
  UnitSplitInRotation: { ...split, from },
};
