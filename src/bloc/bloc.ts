import { decider } from "../kernel/decider.ts";
import { accept, reject } from "../kernel/decision.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { same } from "../kernel/same.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { objectionToBylaws } from "./bylaws-in-force.ts";
import { future, tooEarly } from "./dates.ts";
import { lastNamedOn, latestFactOfAll } from "./membership.ts";
import { BlocCommand, BlocEvent, BlocRejection } from "./messages.ts";
import { reconstituted } from "./reconstitution.ts";
import {
  admit,
  hasJoined,
  hasLeft,
  hasMerged,
  hasSplit,
  liftSuspension,
  release,
  rename,
  standingName,
} from "./roster.ts";
import { objectionTo, type RosterChange, repetitionIn } from "./roster-change.ts";
import type { Bloc, BlocFacts, Members } from "./state.ts";

/**
 * The bloc (khối, cụm thi đua): constituted by decision, its members dated, its bylaws in versions. Units that
 * left or were merged stay in its history, and nothing that was so on a day is ever changed for that day.
 */
export const bloc = /* @__PURE__ */ decider<Bloc, BlocCommand, BlocEvent, BlocRejection>({
  name: "Bloc",
  commands: BlocCommand,
  events: BlocEvent,
  rejections: BlocRejection,
  initialState: { status: "blank" },

  decide: {
    ConstituteBloc(state, constitution, metadata) {
      if (state.status !== "blank") {
        const { name, constitutedOn } = state.constitution;
        if (same(constitution, state.constitution)) return accept();
        return reject({ type: "BlocTaken", data: { name, constitutedOn } });
      }
      const objection =
        repetitionIn(constitution.members) ?? future(metadata, constitution.decision.issuedOn);
      if (objection) return reject(objection);
      return accept({ type: "BlocConstituted", data: constitution });
    },

    AdmitMember(state, admission, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const { unit, name, admittedOn: on, decision } = admission;
      if (hasJoined(state.members, { unit, name }, on)) return accept();
      const objection = refusal(state, { on, joining: [{ unit, name }] }, metadata, decision);
      return objection ? reject(objection) : accept({ type: "MemberAdmitted", data: admission });
    },

    RenameMember(state, renaming, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const { unit, name, renamedOn: on, decision } = renaming;
      if (standingName(state.members, unit) === name) return accept();
      const objection = refusal(state, { on, renaming: [{ unit, name }] }, metadata, decision);
      return objection ? reject(objection) : accept({ type: "MemberRenamed", data: renaming });
    },

    ReleaseMember(state, leaving, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const { unit, ground, leftOn: on, decision } = leaving;
      if (hasLeft(state.members, unit, { until: on, ground })) return accept();
      const objection = refusal(state, { on, leaving: [unit] }, metadata, decision);
      return objection ? reject(objection) : accept({ type: "MemberLeft", data: leaving });
    },

    MergeMembers(state, merger, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const { units, into, mergedOn: on, decision } = merger;
      if (units.includes(into)) return reject({ type: "MemberMergedIntoItself", data: { unit: into } });
      if (hasMerged(state.members, units, into, on)) return accept();
      const objection = refusal(state, { on, leaving: units, staying: [into] }, metadata, decision);
      return objection ? reject(objection) : accept({ type: "MembersMerged", data: merger });
    },

    ConsolidateMembers(state, consolidation, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const { units, into, consolidatedOn: on, decision } = consolidation;
      if (units.includes(into.unit))
        return reject({ type: "MemberMergedIntoItself", data: { unit: into.unit } });
      if (hasJoined(state.members, into, on, units)) return accept();
      const objection = refusal(state, { on, leaving: units, joining: [into] }, metadata, decision);
      return objection ? reject(objection) : accept({ type: "MembersConsolidated", data: consolidation });
    },

    SplitMember(state, split, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const { unit, into, splitOn: on, decision } = split;
      if (hasSplit(state.members, unit, into, on)) return accept();
      const joining = into.filter((part) => part.unit !== unit);
      const renaming = into.filter((part) => part.unit === unit);
      const leaving = renaming.length === 0 ? [unit] : [];
      const objection = refusal(state, { on, joining, renaming, leaving }, metadata, decision);
      return objection ? reject(objection) : accept({ type: "MemberSplit", data: split });
    },

    SuspendMember(state, suspension, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const { unit, reason, suspendedOn: on, decision } = suspension;
      const open = openSuspension(state.members, unit);
      if (open && same(open, { from: on, reason })) return accept();
      if (open) return reject({ type: "MemberSuspendedAlready", data: { unit, since: open.from } });
      const objection = refusal(state, { on, touching: [unit] }, metadata, decision);
      return objection ? reject(objection) : accept({ type: "MemberSuspended", data: suspension });
    },

    ReinstateMember(state, reinstatement, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const { unit, reinstatedOn: on, decision } = reinstatement;
      const objection = refusal(state, { on, touching: [unit] }, metadata, decision);
      if (objection) return reject(objection);
      if (openSuspension(state.members, unit))
        return accept({ type: "MemberReinstated", data: reinstatement });
      if (state.members.get(unit)?.suspensions.at(-1)?.until === on) return accept();
      return reject({ type: "MemberNotSuspended", data: { unit } });
    },

    ReconstituteBloc(state, { members, ...reconstitution }, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      const repetition = repetitionIn(members);
      if (repetition) return reject(repetition);
      const { change, events } = reconstituted(state.members, members, reconstitution);
      if (events.length === 0 && same(state.reconstitution, reconstitution)) return accept();
      const objection =
        tooEarly(reconstitution.reconstitutedOn, lastNamedOn(state)) ??
        refusal(state, change, metadata, reconstitution.decision);
      if (objection) return reject(objection);
      return accept(...events, { type: "BlocReconstituted", data: reconstitution });
    },

    AdoptBylaws(state, adoption, metadata) {
      if (state.status !== "constituted") return wrongState(state);
      if (same(state.bylaws[adoption.version - 1], adoption)) return accept();
      const objection =
        future(metadata, adoption.adoptedOn, adoption.document.issuedOn) ??
        objectionToBylaws(state, adoption);
      return objection ? reject(objection) : accept({ type: "BylawsAdopted", data: adoption });
    },

    DissolveBloc(state, dissolution, metadata) {
      if (state.status === "dissolved") {
        const { dissolvedOn, reason, decision } = state;
        return same(dissolution, { dissolvedOn, reason, decision }) ? accept() : wrongState(state);
      }
      if (state.status !== "constituted") return wrongState(state);
      const objection =
        tooEarly(dissolution.dissolvedOn, latestFactOfAll(state)) ??
        future(metadata, dissolution.dissolvedOn, dissolution.decision.issuedOn);
      return objection ? reject(objection) : accept({ type: "BlocDissolved", data: dissolution });
    },
  },

  evolve: {
    BlocConstituted(_, constitution) {
      const { name, authority, constitutedOn } = constitution;
      const members: Members = new Map();
      for (const member of constitution.members) admit(members, member, constitutedOn);
      const names = [{ name, from: constitutedOn }];
      return { status: "constituted", constitution, authority, names, members, bylaws: [] };
    },
    MemberAdmitted(state, { unit, name, admittedOn }) {
      if (state.status === "constituted") admit(state.members, { unit, name }, admittedOn);
    },
    MemberRenamed(state, { unit, name, renamedOn }) {
      if (state.status === "constituted") rename(state.members, { unit, name }, renamedOn);
    },
    MemberLeft(state, { unit, ground, leftOn }) {
      if (state.status === "constituted") release(state.members, unit, { until: leftOn, ground });
    },
    MembersMerged(state, { units, into, mergedOn }) {
      if (state.status !== "constituted") return;
      const end = { until: mergedOn, ground: "merged", successors: [into] } as const;
      for (const unit of units) release(state.members, unit, end);
    },
    MembersConsolidated(state, { units, into, consolidatedOn }) {
      if (state.status !== "constituted") return;
      const end = { until: consolidatedOn, ground: "consolidated", successors: [into.unit] } as const;
      for (const unit of units) release(state.members, unit, end);
      admit(state.members, into, consolidatedOn, units);
    },
    MemberSplit(state, { unit, into, splitOn }) {
      if (state.status !== "constituted") return;
      const successors = into.map((part) => part.unit);
      if (!successors.includes(unit))
        release(state.members, unit, { until: splitOn, ground: "split", successors });
      for (const part of into) {
        if (part.unit === unit) rename(state.members, part, splitOn);
        else admit(state.members, part, splitOn, [unit]);
      }
    },
    MemberSuspended(state, { unit, reason, suspendedOn }) {
      if (state.status === "constituted")
        state.members.get(unit)?.suspensions.push({ from: suspendedOn, reason });
    },
    MemberReinstated(state, { unit, reinstatedOn }) {
      if (state.status === "constituted") liftSuspension(state.members, unit, reinstatedOn);
    },
    BlocReconstituted(state, reconstitution) {
      if (state.status !== "constituted") return;
      state.reconstitution = reconstitution;
      state.authority = reconstitution.authority;
      state.names.push({ name: reconstitution.name, from: reconstitution.reconstitutedOn });
    },
    BylawsAdopted(state, adoption) {
      if (state.status === "constituted") state.bylaws.push(adoption);
    },
    BlocDissolved: (state, dissolution) =>
      state.status === "constituted" ? { ...state, ...dissolution, status: "dissolved" } : undefined,
  },
});

function refusal(
  state: BlocFacts,
  change: RosterChange,
  metadata: CommandMetadata | undefined,
  decision: DocumentRef | undefined,
): BlocRejection | undefined {
  return (decision && future(metadata, decision.issuedOn)) ?? objectionTo(state, change);
}

function openSuspension(members: Members, unit: UnitId) {
  const last = members.get(unit)?.suspensions.at(-1);
  return last?.until === undefined ? last : undefined;
}

function wrongState({ status }: Bloc) {
  return reject<BlocRejection>({ type: "BlocInWrongState", data: { status, allowed: ["constituted"] } });
}
