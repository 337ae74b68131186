import { byType } from "../../kernel/by-type.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { goesRound, namesChair } from "../policies/succession.ts";
import type { EventData, TermDecision } from "../state.ts";
import { isAssignment } from "../words.ts";
import {
  heirOf,
  isSorted,
  keyOf,
  layDown,
  placeUnit,
  pointerOf,
  present,
  type Reckoning,
  type Standing,
  sortOrder,
  takeOut,
} from "./standing.ts";

/** What a decision about the term does, before the term is given to a unit. */
export function decide(reckoning: Reckoning, event: TermDecision) {
  effect(reckoning, event, undefined);
}

const effect = /* @__PURE__ */ byType<TermDecision, Reckoning, undefined, void>({
  ChairDesignated({ wishes, standing }, { chair, deputy, basis }) {
    const isAssigned = isAssignment(basis);
    if (isAssigned || !ruleNames(standing)) wishes.designated = { chair, isAssigned };
    if (deputy !== undefined) nameDeputy(wishes, deputy);
  },
  // What was taken back is no decision any more.
  ChairUndesignated: () => undefined,
  ChairInstalled({ wishes }, { chair, deputy, turnOf }) {
    if (turnOf === undefined) wishes.designated = { chair, isAssigned: false };
    if (deputy !== undefined) wishes.deputy = deputy;
  },
  ChairHandedOver({ wishes }, { deputy }) {
    if (deputy !== undefined) wishes.deputy = deputy;
  },
  DeputyDesignated: ({ wishes }, { deputy }) => nameDeputy(wishes, deputy),
  DeputyReleased(reckoning, { deputy, ground }) {
    const { wishes } = reckoning;
    if (ground === undefined) wishes.released.add(deputy);
    else if (wishes.deputy !== undefined && heirOf(reckoning, wishes.deputy) === heirOf(reckoning, deputy))
      wishes.deputy = undefined;
  },
  TurnDeclined: skip,
  TurnSkipped: skip,
  OwedTurnClaimed({ standing, number }, { obligation }) {
    for (const debt of standing.debts) if (debt.obligation === obligation) debt.due = number;
  },
  ChairHeldOver({ wishes }) {
    wishes.isHeldOver = true;
  },
  UnitPlacedInOrder(reckoning, { unit, place }) {
    const placed = heirOf(reckoning, unit);
    if (!reckoning.standing.members.has(placed)) return;
    const where = place.kind === "after" ? { ...place, unit: heirOf(reckoning, place.unit) } : place;
    const { standing } = reckoning;
    if (where.kind === "after" && !isSorted(standing) && !standing.order.includes(where.unit))
      reckoning.wishes.unplaced.add(unit);
    else reckoning.wishes.unplaced.delete(unit);
    placeUnit(standing, placed, where);
  },
  UnitRemovedFromOrder: (reckoning, { unit }) => takeOut(reckoning.standing, heirOf(reckoning, unit)),
  OrderReplaced(reckoning, { order, prefix = [], effective }) {
    const next = { order: present(reckoning, order), prefix: present(reckoning, prefix) };
    if (effective === "lapEnds") reckoning.standing.nextOrder = next;
    else layDown(reckoning.standing, next);
  },
  OrderDrawn(reckoning, { order }) {
    layDown(reckoning.standing, { order: present(reckoning, order), prefix: [] });
  },
  RotationPolicyAdopted(reckoning, { policy }) {
    adopt(reckoning.standing, policy);
    if (policy.succession.kind === "group") group(reckoning, policy.succession.groups);
  },
});

/** The last word about the deputy counts. */
function nameDeputy(wishes: Reckoning["wishes"], deputy: UnitId) {
  wishes.deputy = deputy;
  wishes.released.delete(deputy);
}

/** Whether the rule names the chair by itself; a lot does once its order is drawn. */
const ruleNames = ({ policy, isLaidDown }: Reckoning["standing"]): boolean =>
  namesChair(policy.succession) && (policy.succession.kind !== "lottery" || isLaidDown);

/** The rule passes over the unit in this term. Where the turn is not its own, the skip does nothing and no turn is owed. */
function skip(reckoning: Reckoning, data: { unit: UnitId; owed?: EventData<"TurnSkipped">["owed"] }) {
  const unit = heirOf(reckoning, data.unit);
  const { skipped } = reckoning.wishes;
  if (!skipped.has(unit)) skipped.set(unit, data.owed);
}

/** The groups with the heirs of that day; an heir of several units is in the first of its groups. */
function group(reckoning: Reckoning, groups: readonly (readonly UnitId[])[]) {
  const { standing } = reckoning;
  const seen = new Set<UnitId>();
  standing.groups = groups.map((units) =>
    units
      .map((unit) => heirOf(reckoning, unit))
      .filter((heir) => {
        const isNew = !seen.has(heir);
        seen.add(heir);
        return isNew;
      }),
  );
  standing.groupAt = standing.groups.findIndex((units) => units.includes(standing.previous ?? ""));
}

/** The order goes on from where it is: another rule gives nobody a turn twice running. */
function adopt(standing: Standing, policy: Standing["policy"]) {
  const { kind } = policy.succession;
  const isSame = kind === standing.policy.succession.kind;
  const at = goesRound(standing.policy.succession)
    ? pointerOf(standing)
    : standing.order.indexOf(standing.previous ?? "");
  const last = standing.order[at] ?? standing.previous;
  if (kind === "electedInRotation" && goesRound(standing.policy.succession))
    standing.had = new Set([...standing.order.slice(0, at + 1), ...standing.ahead]);
  standing.policy = policy;
  // An order that was laid down stays under a rule of the same kind.
  if (isSame) return;
  if (goesRound(policy.succession)) standing.at = at;
  if (kind === "lottery") standing.isLaidDown = false;
  if (kind !== "alphabetical") return;
  standing.isLaidDown = false;
  standing.lastKey = last && keyOf(standing, last);
  sortOrder(standing);
}
