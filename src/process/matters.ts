import type { Id } from "../kernel/ids.ts";
import { contentOfWant } from "./matter-content.ts";
import type { Addressed, Outcome } from "./messages.ts";
import { isOpenMatter, type Ledger } from "./process.ts";

/** Something that a process wanted and that came to nothing: people have to look at it. */
export type Matter = Addressed & { process: Id; want: Id; event: Id; outcome: Outcome };

/** The open matters of a ledger, in the order in which they were wanted, without what people have settled by hand. */
export function mattersIn(process: Id, ledger: Ledger, { withVoid }: { withVoid: boolean }): Matter[] {
  if (ledger.status === "blank") return [];
  const { wants, settled } = ledger;
  return [...wants.values()].flatMap(({ want, event, aggregate, id, command, outcome }) =>
    outcome &&
    (isOpenMatter(outcome) || (withVoid && outcome.kind === "void")) &&
    (settled.size === 0 || !settled.has(contentOfWant(want, outcome)))
      ? [{ process, want, event, aggregate, id, command, outcome }]
      : [],
  );
}
