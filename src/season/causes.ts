import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { OpenMatter } from "./open-matter.ts";

/** By scope and by key: since when something is open, and the fact by which it is. */
export type Causes = ReadonlyMap<string, ReadonlyMap<string, { since: CivilDate; event: Id }>>;

/**
 * The causes once a fact is known. What was not open before it is open by this fact, and so is what is open since another
 * day; what is open as before keeps its cause.
 */
export function traced(
  causes: Causes,
  { event, matters }: { event: Id; matters: readonly (readonly [string, readonly OpenMatter[]])[] },
): Causes {
  let next: Map<string, ReadonlyMap<string, { since: CivilDate; event: Id }>> | undefined;
  for (const [scope, found] of matters) {
    // A process that knows the cause says it itself.
    const open = found.filter(({ cause }) => cause === undefined);
    const before = causes.get(scope);
    if (open.length === (before?.size ?? 0) && open.every((one) => before?.get(one.key)?.since === one.since))
      continue;
    next ??= new Map(causes);
    const of = open.map(({ key, since }) => {
      const known = before?.get(key);
      return [key, known?.since === since ? known : { since, event }] as const;
    });
    if (of.length > 0) next.set(scope, new Map(of));
    else next.delete(scope);
  }
  return next ?? causes;
}
