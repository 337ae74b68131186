import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type BlocKnown, type Ending, endingOf, type PledgeKnown, policiesOn } from "./members-known.ts";

/**
 * What has become of a pledge by what befell its unit, and its heir, and the heir of that: it is kept by whoever has it, it
 * passed to an heir, it is void, or people have to say. The bylaws that were in force when a unit ended say which (C32). It
 * belongs to one membership of its unit: a unit that comes back does not have it again.
 */
type PledgeFate =
  | { kind: "kept"; holder: UnitId }
  | { kind: "passed" | "void" | "choose"; holder: UnitId; ending: Ending };

export function fateOf(
  bloc: BlocKnown,
  { unit, dueOn, heldOn }: Pick<PledgeKnown, "unit" | "dueOn" | "heldOn">,
  by: CivilDate = bloc.today,
): PledgeFate {
  const seen = new Set([unit]);
  let fate: PledgeFate = { kind: "kept", holder: unit };
  for (let on = heldOn; ; ) {
    const { holder } = fate;
    const ending = endingOf(bloc, holder, { on, by });
    if (!ending || ending.on > dueOn) return fate;
    const what = policiesOn(bloc, ending.on).pledgeOf[ending.how];
    if (what === "choose") return { kind: "choose", holder, ending };
    const [heir] = ending.heirs;
    if (what === "void" || heir === undefined || seen.has(heir)) return { kind: "void", holder, ending };
    seen.add(heir);
    fate = { kind: "passed", holder: heir, ending };
    on = ending.on;
  }
}

/** Whose pledge it is now; nobody's, once it is void. */
export function holderOf(bloc: BlocKnown, one: PledgeKnown): UnitId | undefined {
  if (one.assessedOn !== undefined) return one.passed?.to ?? one.unit;
  if (!one.isOpen) return one.unit;
  const fate = fateOf(bloc, one);
  return fate.kind === "void" ? undefined : fate.holder;
}
