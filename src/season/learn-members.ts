import type { BlocEvent } from "../bloc/messages.ts";
import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { DataOf } from "../kernel/messages.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import { policiesOf } from "../vocabulary/policies.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { dayComes, recordedDayOf, takesEffect } from "./days-of-blocs.ts";
import { learnOfHoldings } from "./learn-holdings.ts";
import { learnOfPledges } from "./learn-pledges.ts";
import { type BlocKnown, blocOf, type Change, type Ending, type MembersKnown } from "./members-known.ts";
import type { ReasonCode, SeasonEvent } from "./messages.ts";

type Ended = Omit<Ending, "statedOn" | "event">;
type Data<K extends BlocEvent["type"]> = DataOf<BlocEvent, K>;
type Learn = ClaimingSpec<MembersKnown, SeasonEvent>["evolve"];

/** What each fact of a bloc tells of its members, once it is known which day it is. */
export const learnOfBlocs: Learn = /* @__PURE__ */ onItsDay(
  {
    BlocConstituted(facts, { members, constitutedOn }, { id }) {
      const bloc = blocOf(facts, id);
      for (const { unit } of members) joined(bloc, unit, constitutedOn);
    },
    MemberAdmitted(facts, { unit, name, admittedOn: joinedOn }, at) {
      const bloc = blocOf(facts, at.id);
      joined(bloc, unit, joinedOn);
      changed(bloc, at, {
        on: joinedOn,
        unit,
        command: { type: "JoinRotation", data: { unit, name, joinedOn } },
      });
    },
    MemberLeft(facts, { unit, ground, leftOn, decision }, at) {
      const bloc = blocOf(facts, at.id);
      ended(bloc, [unit], at, { on: leftOn, how: ground, heirs: [], decision });
      const ceases = ground === "dissolved" ? ({ ceases: true } as const) : {};
      const data = { unit, leftOn: addDays(leftOn, -1), ...ceases, reason: reasons[ground] };
      changed(bloc, at, { on: leftOn, unit, command: { type: "LeaveRotation", data } });
    },
    MembersMerged(facts, { units, into, mergedOn, decision }, at) {
      const bloc = blocOf(facts, at.id);
      ended(bloc, units, at, { on: mergedOn, how: "merged", heirs: [into], decision });
      merged(bloc, at, { units, into, mergedOn });
    },
    MembersConsolidated(facts, { units, into: { unit: into, name }, consolidatedOn, decision }, at) {
      const bloc = blocOf(facts, at.id);
      ended(bloc, units, at, { on: consolidatedOn, how: "consolidated", heirs: [into], decision });
      joined(bloc, into, consolidatedOn, { isHeir: true });
      merged(bloc, at, { units, into, name, mergedOn: consolidatedOn });
    },
    MemberSplit(facts, { unit, into, splitOn, decision }, at) {
      const bloc = blocOf(facts, at.id);
      const parts = into.map((one) => one.unit);
      const heir = parts.includes(unit) ? unit : (parts[0] ?? unit);
      takesEffect(bloc, splitOn, [unit]);
      if (heir !== unit) ended(bloc, [unit], at, { on: splitOn, how: "split", heirs: parts, decision });
      for (const part of parts) if (part !== unit) joined(bloc, part, splitOn, { isHeir: true });
      const data = { unit, heir, others: parts.filter((part) => part !== heir), splitOn };
      changed(bloc, at, { on: splitOn, unit, command: { type: "SplitInRotation", data } });
    },
    MemberRenamed(facts, { unit, name, renamedOn }, at) {
      const command = { type: "RenameInRotation", data: { unit, name, renamedOn } } as const;
      changed(blocOf(facts, at.id), at, { on: renamedOn, unit, command });
    },
    MemberSuspended(facts, { unit, reason, suspendedOn }, at) {
      const bloc = blocOf(facts, at.id);
      bloc.members.get(unit)?.suspensions.push({
        from: suspendedOn,
        ...statedBy(at),
      });
      takesEffect(bloc, suspendedOn, [unit]);
      const command = { type: "SuspendFromRotation", data: { unit, suspendedOn, reason } } as const;
      changed(bloc, at, { on: suspendedOn, unit, command });
    },
    MemberReinstated(facts, { unit, reinstatedOn }, at) {
      const bloc = blocOf(facts, at.id);
      for (const spell of bloc.members.get(unit)?.suspensions ?? []) spell.until ??= reinstatedOn;
      takesEffect(bloc, reinstatedOn, [unit]);
      const command = { type: "ReinstateInRotation", data: { unit, reinstatedOn } } as const;
      changed(bloc, at, { on: reinstatedOn, unit, command });
    },
    UnitDisciplined(facts, { discipline, unit, season, disciplinedOn: on }, { id }) {
      blocOf(facts, id).disciplines.set(discipline, { unit, season, on });
    },
    DisciplineLifted(facts, { discipline }, { id }) {
      blocOf(facts, id).disciplines.delete(discipline);
    },
    InvestigationOpened(facts, { investigation, unit }, { id }) {
      blocOf(facts, id).investigations.set(investigation, unit);
    },
    InvestigationClosed(facts, { investigation }, { id }) {
      blocOf(facts, id).investigations.delete(investigation);
    },
    BylawsAdopted(facts, { bylaws, effectiveFrom: from }, { id }) {
      const bloc = blocOf(facts, id);
      bloc.bylaws.push({ from, policies: policiesOf(bylaws) });
      takesEffect(bloc, from);
    },
    BlocDissolved(facts, { dissolvedOn: on, reason, decision }, { id }) {
      blocOf(facts, id).dissolved = { on, reason, decision };
    },
  },
  (facts, { id }) => blocOf(facts, id),
);

const reasons: Record<Data<"MemberLeft">["ground"], ReasonCode> = {
  dissolved: "unitDissolved",
  transferred: "unitTransferred",
  withdrawn: "unitWithdrawn",
  mergedElsewhere: "unitMergedElsewhere",
  reconstituted: "blocReconstituted",
};

function joined(bloc: BlocKnown, unit: UnitId, from: CivilDate, as: { isHeir?: boolean } = {}): void {
  const known = bloc.members.get(unit);
  if (known) known.spells.push({ from, ...as });
  else bloc.members.set(unit, { spells: [{ from, ...as }], suspensions: [] });
  takesEffect(bloc, from);
}

function ended(bloc: BlocKnown, units: readonly UnitId[], at: At, ending: Ended): void {
  takesEffect(bloc, ending.on, units);
  for (const unit of units) {
    const known = bloc.members.get(unit);
    const last = known?.spells.at(-1);
    if (!known || !last) continue;
    Object.assign(last, { until: ending.on, ending: { ...ending, ...statedBy(at) } });
    // Who comes back is a member like any other.
    for (const spell of known.suspensions) spell.until ??= ending.on;
  }
}

function merged(bloc: BlocKnown, at: At, data: DataOf<ChairRotationCommand, "MergeInRotation">): void {
  const [unit = data.into] = data.units;
  changed(bloc, at, { on: data.mergedOn, unit, command: { type: "MergeInRotation", data } });
}

function changed({ changes }: BlocKnown, { metadata }: At, change: Omit<Change, "event">): void {
  changes.push({ event: metadata.eventId, ...change });
}

/** What each fact tells. */
export const learnOfMembers: Learn = /* @__PURE__ */ onItsDay(
  { ...learnOfBlocs, ...learnOfPledges, ...learnOfHoldings },
  ({ blocs, blocOf: of }, { stream }) => blocs.get(of.get(stream) ?? ""),
);

/** Before each fact, what was stated for its day or for one before it takes effect. */
function onItsDay(learn: Learn, blocAt: (facts: MembersKnown, at: At) => BlocKnown | undefined): Learn {
  type Handler = (facts: MembersKnown, data: never, at: At) => void;
  const entries = Object.entries(learn as Record<string, Handler>).map(([type, handler]) => [
    type,
    (facts: MembersKnown, data: never, at: At) => {
      dayComes(blocAt(facts, at), at);
      handler(facts, data, at);
      dayComes(blocAt(facts, at), at);
    },
  ]);
  return Object.fromEntries(entries) as Learn;
}

const statedBy = (at: At) => ({ statedOn: recordedDayOf(at), event: at.metadata.eventId });
