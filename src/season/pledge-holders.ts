import type { UnitId } from "../vocabulary/unit.ts";
import { type BlocKnown, type Ending, endingOf, type PledgeKnown } from "./members-known.ts";

/**
 * What has become of a pledge by what befell its unit, and its heir, and the heir of that: it is kept by whoever has it, it
 * passed to an heir, it is void, or people have to say. The bylaws that held when a unit ended say which.
 */
type PledgeFate =
  | { kind: "kept"; holder: UnitId }
  | { kind: "passed" | "void" | "choose"; holder: UnitId; ending: Ending };

export function fateOf(bloc: BlocKnown, { unit, dueOn }: Pick<PledgeKnown, "unit" | "dueOn">): PledgeFate {
  const seen = new Set([unit]);
  let fate: PledgeFate = { kind: "kept", holder: unit };
  for (;;) {
    const { holder } = fate;
    const ending = endingOf(bloc, holder);
    if (!ending || ending.on > dueOn) return fate;
    if (ending.pledge === "choose") return { kind: "choose", holder, ending };
    const [heir] = ending.heirs;
    if (ending.pledge === "void" || heir === undefined || seen.has(heir))
      return { kind: "void", holder, ending };
    seen.add(heir);
    fate = { kind: "passed", holder: heir, ending };
  }
}

/** Whose pledge it is now; nobody's, once it is void. */
export function holderOf(bloc: BlocKnown, one: PledgeKnown): UnitId | undefined {
  if (one.assessedOn !== undefined) return one.passed?.to ?? one.unit;
  if (!one.isOpen) return one.unit;
  const fate = fateOf(bloc, one);
  return fate.kind === "void" ? undefined : fate.holder;
}
