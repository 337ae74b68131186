import { contradiction } from "../kernel/errors.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { numberIn } from "./facts.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { isMemberIn, isSuspendedIn, type Member, type OpenedRotation } from "./state.ts";

/** What stands against the unit in term `number`: it is no member then. */
export function objectionToUnit(
  state: OpenedRotation,
  unit: UnitId,
  number: number,
): ChairRotationRejection | undefined {
  return isMemberIn(state, unit, number) ? undefined : { type: "UnitNotInRotation", data: { unit } };
}

/** What stands against the unit as the chair of term `number`: it is no member then, or it is suspended. */
export function objectionToChair(
  state: OpenedRotation,
  unit: UnitId,
  number: number,
): ChairRotationRejection | undefined {
  const objection = objectionToUnit(state, unit, number);
  if (objection) return objection;
  return isSuspendedIn(state, unit, number) ? { type: "UnitSuspended", data: { unit } } : undefined;
}

type Members = Pick<OpenedRotation, "calendar" | "members">;

/** Lets units in and out as an event says. It replaces members and edits none, so that it may work on a copied map. */
export function changeMembers(state: Members, event: ChairRotationEvent) {
  const { type, data } = event;
  if (type === "UnitJoinedRotation") {
    if (isIn(state, data.unit)) return contradiction(`unit ${JSON.stringify(data.unit)} is a member already`);
    admit(state, data.unit, numberIn(state, data.from), data.name);
  } else if (type === "UnitLeftRotation") dismiss(state, data.unit, numberIn(state, data.from));
  else if (type === "UnitsMergedInRotation") {
    const from = numberIn(state, data.from);
    for (const unit of data.units) dismiss(state, unit, from);
    admit(state, data.into, from, data.name);
  } else if (type === "UnitSplitInRotation") {
    const from = numberIn(state, data.from);
    const isSucceeded = data.heir !== data.unit;
    if (isSucceeded) dismiss(state, data.unit, from);
    for (const unit of isSucceeded ? [data.heir, ...data.others] : data.others) {
      if (isIn(state, unit)) return contradiction(`unit ${JSON.stringify(unit)} is a member already`);
      admit(state, unit, from);
    }
  }
}

/** Whether the unit is a member and nothing is decided about its end as a member. */
export function isIn({ members }: Pick<OpenedRotation, "members">, unit: UnitId): boolean {
  const last = members.get(unit)?.spells.at(-1);
  return last !== undefined && last.until === undefined;
}

function admit({ members }: Pick<Members, "members">, unit: UnitId, from: number, name?: string) {
  const member: Member = members.get(unit) ?? { unit, spells: [], inheritedTurns: 0 };
  members.set(unit, {
    ...member,
    ...(name !== undefined && { name }),
    spells: isIn({ members }, unit) ? member.spells : [...member.spells, { from }],
  });
}

function dismiss({ members }: Pick<Members, "members">, unit: UnitId, until: number) {
  const member = knownMember({ members }, unit);
  const last = member.spells.at(-1);
  if (last === undefined || last.until !== undefined)
    return contradiction(`unit ${JSON.stringify(unit)} is no member`);
  const spells = [...member.spells.slice(0, -1), { ...last, until }];
  members.set(unit, { ...member, spells, suspendedFrom: undefined });
}

/** The member of an event: it is known, or the event cannot have happened. */
export function knownMember({ members }: Pick<OpenedRotation, "members">, unit: UnitId): Member {
  return members.get(unit) ?? contradiction(`unit ${JSON.stringify(unit)} is unknown`);
}
