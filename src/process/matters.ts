import type { Id } from "../kernel/ids.ts";
import { contentOfWant } from "./matter-content.ts";
import type { Addressed, Outcome } from "./messages.ts";
import { isOpenMatter, type Ledger } from "./process.ts";

/** Something that a process wanted and that came to nothing: people have to look at it. */
export type Matter = Addressed & { process: Id; want: Id; event: Id; outcome: Outcome };

/**
 * The open matters of a ledger, in the order in which they were wanted, without what people have settled by hand.
 * `isAsked`: whether a want is still asked for; a ledger alone does not tell that.
 */
export function mattersIn(
  process: Id,
  ledger: Ledger,
  { withVoid, isAsked = () => true }: { withVoid: boolean; isAsked?: (want: Id) => boolean },
): Matter[] {
  if (ledger.status === "blank") return [];
  const { wants, settled } = ledger;
  return [...wants.values()].flatMap(({ want, event, aggregate, id, command, outcome }) =>
    outcome &&
    ((isOpenMatter(outcome) && isAsked(want)) || (withVoid && outcome.kind === "void")) &&
    (settled.size === 0 || !settled.has(contentOfWant(want, outcome)))
      ? [{ process, want, event, aggregate, id, command, outcome }]
      : [],
  );
}
