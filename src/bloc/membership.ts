import { accept, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { NamedUnit } from "./messages.ts";
import {
  admit,
  hasJoined,
  hasLeft,
  isMemberOn,
  isNamed,
  isNamedSince,
  memberOf,
  openSuspension,
  reinstate,
  release,
  rename,
  suspend,
} from "./roster.ts";
import { objectionToChange } from "./roster-change.ts";
import type { Deciding, Evolving, Members } from "./state.ts";

// The members of a bloc, one change at a time: they join, take another name, leave, are merged, consolidated or
// split, and are suspended for a time.

/** Only the decision is dated today or earlier. The day from which the change holds may lie ahead. */
const decidedOn = ({ decision }: { decision?: DocumentRef | undefined }) => decision?.issuedOn;

export const decideMembership: Deciding<
  | "AdmitMember"
  | "RenameMember"
  | "ReleaseMember"
  | "MergeMembers"
  | "ConsolidateMembers"
  | "SplitMember"
  | "SuspendMember"
  | "ReinstateMember"
> = {
  AdmitMember: during(["constituted"], {
    already: ({ members }, { unit, name, admittedOn }) => hasJoined(members, { unit, name }, admittedOn),
    done: decidedOn,
    decide(state, admission) {
      const { unit, name, admittedOn: on } = admission;
      const objection = objectionToChange(state, { on, joining: [{ unit, name }] });
      return unless(objection, { type: "MemberAdmitted", data: admission });
    },
  }),

  RenameMember: during(["constituted"], {
    already: ({ members }, { unit, name, renamedOn }) => isNamedSince(members, { unit, name }, renamedOn),
    done: decidedOn,
    decide(state, renaming) {
      const { unit, name, renamedOn: on } = renaming;
      const objection = objectionToChange(state, { on, renaming: [{ unit, name }] });
      return unless(objection, { type: "MemberRenamed", data: renaming });
    },
  }),

  ReleaseMember: during(["constituted"], {
    already: ({ members }, { unit, ground, leftOn }) => hasLeft(members, unit, { until: leftOn, ground }),
    done: decidedOn,
    decide(state, leaving) {
      const objection = objectionToChange(state, { on: leaving.leftOn, leaving: [leaving.unit] });
      return unless(objection, { type: "MemberLeft", data: leaving });
    },
  }),

  MergeMembers: during(["constituted"], {
    already: ({ members }, { units, into, mergedOn }) =>
      units.every((unit) => hasLeft(members, unit, mergerInto(into, mergedOn))),
    done: decidedOn,
    decide(state, merger) {
      const { units, into, mergedOn: on } = merger;
      if (units.includes(into)) return reject({ type: "MemberMergedIntoItself", data: { unit: into } });
      const objection = objectionToChange(state, { on, leaving: units, staying: [into] });
      return unless(objection, { type: "MembersMerged", data: merger });
    },
  }),

  ConsolidateMembers: during(["constituted"], {
    already: ({ members }, { units, into, consolidatedOn }) =>
      hasJoined(members, into, consolidatedOn, units),
    done: decidedOn,
    decide(state, consolidation) {
      const { units, into, consolidatedOn: on } = consolidation;
      if (units.includes(into.unit))
        return reject({ type: "MemberMergedIntoItself", data: { unit: into.unit } });
      const objection = objectionToChange(state, { on, leaving: units, joining: [into] });
      return unless(objection, { type: "MembersConsolidated", data: consolidation });
    },
  }),

  SplitMember: during(["constituted"], {
    already: ({ members }, { unit, into, splitOn }) => hasSplit(members, unit, into, splitOn),
    done: decidedOn,
    decide(state, split) {
      const { unit, into, splitOn: on } = split;
      const joining = into.filter((part) => part.unit !== unit);
      const renaming = into.filter((part) => part.unit === unit);
      const leaving = renaming.length === 0 ? [unit] : [];
      const objection = objectionToChange(state, { on, joining, renaming, leaving });
      return unless(objection, { type: "MemberSplit", data: split });
    },
  }),

  SuspendMember: during(["constituted"], {
    already: ({ members }, { unit, reason, suspendedOn }) =>
      same(openSuspension(members.get(unit)), { from: suspendedOn, reason }),
    done: decidedOn,
    decide(state, suspension) {
      const { unit, suspendedOn: on } = suspension;
      const open = openSuspension(state.members.get(unit));
      if (open) return reject({ type: "MemberSuspendedAlready", data: { unit, since: open.from } });
      const objection = objectionToChange(state, { on, touching: [unit] });
      return unless(objection, { type: "MemberSuspended", data: suspension });
    },
  }),

  ReinstateMember: during(["constituted"], {
    already: ({ members }, { unit, reinstatedOn }) => {
      const member = members.get(unit);
      // A suspension also ends on the day on which the unit leaves; such a unit is not a member on that day.
      return (
        member !== undefined &&
        isMemberOn(member, reinstatedOn) &&
        member.suspensions.at(-1)?.until === reinstatedOn
      );
    },
    done: decidedOn,
    decide(state, reinstatement) {
      const { unit, reinstatedOn: on } = reinstatement;
      const objection = objectionToChange(state, { on, touching: [unit] });
      if (objection) return reject(objection);
      if (!openSuspension(state.members.get(unit)))
        return reject({ type: "MemberNotSuspended", data: { unit } });
      return accept({ type: "MemberReinstated", data: reinstatement });
    },
  }),
};

export const evolveMembership: Evolving<
  | "MemberAdmitted"
  | "MemberRenamed"
  | "MemberLeft"
  | "MembersMerged"
  | "MembersConsolidated"
  | "MemberSplit"
  | "MemberSuspended"
  | "MemberReinstated"
> = {
  MemberAdmitted: from(["constituted"], ({ members }, { unit, name, admittedOn }) => {
    admit(members, { unit, name }, admittedOn);
  }),
  MemberRenamed: from(["constituted"], ({ members }, { unit, name, renamedOn }) => {
    rename(members, { unit, name }, renamedOn);
  }),
  MemberLeft: from(["constituted"], ({ members }, { unit, ground, leftOn }) => {
    release(members, unit, { until: leftOn, ground });
  }),
  MembersMerged: from(["constituted"], ({ members }, { units, into, mergedOn }) => {
    for (const unit of units) release(members, unit, mergerInto(into, mergedOn));
    memberOf(members, into);
  }),
  MembersConsolidated: from(["constituted"], ({ members }, { units, into, consolidatedOn }) => {
    const end = { until: consolidatedOn, ground: "consolidated", successors: [into.unit] } as const;
    for (const unit of units) release(members, unit, end);
    admit(members, into, consolidatedOn, units);
  }),
  MemberSplit: from(["constituted"], ({ members }, { unit, into, splitOn }) => {
    const successors = into.map((part) => part.unit);
    if (!successors.includes(unit)) release(members, unit, { until: splitOn, ground: "split", successors });
    for (const part of into) {
      if (part.unit === unit) rename(members, part, splitOn);
      else admit(members, part, splitOn, [unit]);
    }
  }),
  MemberSuspended: from(["constituted"], ({ members }, { unit, reason, suspendedOn }) => {
    suspend(members, unit, { from: suspendedOn, reason });
  }),
  MemberReinstated: from(["constituted"], ({ members }, { unit, reinstatedOn }) => {
    reinstate(members, unit, reinstatedOn);
  }),
};

const mergerInto = (into: UnitId, until: CivilDate) => {
  return { until, ground: "merged", successors: [into] } as const;
};

function hasSplit(members: Members, unit: UnitId, into: readonly NamedUnit[], on: CivilDate): boolean {
  const successors = into.map((part) => part.unit);
  const hasEnded =
    successors.includes(unit) || hasLeft(members, unit, { until: on, ground: "split", successors });
  return (
    hasEnded &&
    into.every((part) =>
      part.unit === unit ? isNamed(members, part, on) : hasJoined(members, part, on, [unit]),
    )
  );
}
