import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import { contentOfMatter, contentOfWant } from "../process/matter-content.ts";
import type { Addressed, Outcome } from "../process/messages.ts";
import { isOpenMatter, type Ledger, type Want } from "../process/process.ts";
import type { AnyProcess } from "../process/pure-process.ts";
import { stillAsked } from "../process/still-asked.ts";
import type { AnyClaiming, Held } from "../season/claiming.ts";

/** Something that is open: what should be so is not so, and no process changes that by itself. */
export type OpenPoint = {
  process: Id;
  /** It names what is open, and stays the same while that is open. */
  key: string;
  /** What is open, as an id: `settle` of a runner takes it with process and key. With another one it is open anew. */
  content: Id;
  /** The law of consequences that it comes of: C1 to C37. */
  law: string;
  /** What people read: `sentence(vi, what, names)`. */
  what: Message;
  /** Why the command that would settle it was refused, where it was; `sentence` says this, too. */
  refusal?: Message;
  since: CivilDate;
  due?: CivilDate;
  /** The commands that would settle it, where that is known: one of them, or with `inOrder` all of them. */
  ready: readonly Addressed[];
  /** The ready commands are carried out one after the other, as each needs the one before. */
  inOrder?: true;
  /** The want that came to nothing: people `reopen` it once what stood against it is gone. */
  want?: Id;
  /** The event by which it is open: a fact, or that for which the command was wanted. */
  cause?: Id;
};

/** What a person has settled by hand, while it would be open otherwise. */
export type SettledPoint = OpenPoint & { by: Id; reason: string; settledOn: CivilDate };

/** A process as it is: what it knows, its ledger, and the day of what was answered or settled there. */
type ProcessKnown = {
  held: Held<unknown>;
  ledger: Ledger;
  dayOf(id: Id): CivilDate | undefined;
};

/** Whether a process says what it owes: of any other it is not known what is open. */
export function isClaiming(process: AnyProcess): process is AnyClaiming {
  return "claims" in process;
}

/** What is open by one process, and what people have settled by hand. */
export function pointsOf(
  process: AnyClaiming,
  known: ProcessKnown,
): { open: OpenPoint[]; settled: SettledPoint[] } {
  const points = { open: [] as OpenPoint[], settled: [] as SettledPoint[] };
  const hidden = new Map<OpenPoint, string>();
  for (const { outcome, behind, ...point } of [...unclaimed(process, known), ...failed(process, known)]) {
    const decided = decidedByHand(known, point, outcome);
    if (decided) points.settled.push({ ...point, ...decided });
    else points.open.push(point);
    if (behind !== undefined) hidden.set(point, behind);
  }
  const keys = new Set(points.open.map(({ key }) => key));
  return { ...points, open: points.open.filter((point) => !keys.has(hidden.get(point) ?? "")) };
}

type Found = OpenPoint & { outcome?: Outcome; behind?: string };

/** Whoever has the process skip a want has decided the same as whoever settles what came of it. */
function decidedByHand(
  { ledger, dayOf }: ProcessKnown,
  { content, want, since }: OpenPoint,
  outcome: Outcome | undefined,
): Pick<SettledPoint, "by" | "reason" | "settledOn"> | undefined {
  if (ledger.status === "blank") return undefined;
  const settled = ledger.settled.get(content);
  const skipped = outcome?.kind === "skipped" ? outcome : undefined;
  const by = settled ?? skipped;
  const settledOn = dayOf(settled || want === undefined ? content : want) ?? since;
  return by && { by: by.by, reason: by.reason, settledOn };
}

/** What no command of a process settles. */
function unclaimed(process: AnyClaiming, { held: { facts, causes } }: ProcessKnown): Found[] {
  return [...process.all(facts)].flatMap((scope) =>
    process.matters(facts, scope).map((matter) => {
      const cause = matter.cause ?? causes.get(scope)?.get(matter.key)?.event;
      const point = { process: process.name, content: contentOfMatter(matter), ...matter };
      return { ...point, ...(cause !== undefined && { cause }) };
    }),
  );
}

/** What a process wanted last for a claim, and what came to nothing, while it is still so. */
function failed(process: AnyClaiming, { held: state, ledger, dayOf }: ProcessKnown): Found[] {
  return stillAsked(process, { state, ledger }).flatMap((want) => pointOf(process.name, want, dayOf));
}

function pointOf(
  process: Id,
  { want, event, outcome, claim, aggregate, id, command }: Want,
  dayOf: ProcessKnown["dayOf"],
): Found[] {
  const since = dayOf(event);
  if (!outcome || !claim || since === undefined || !isOpenMatter(outcome)) return [];
  const { key, law, unmet: what } = claim;
  const refusal = outcome.kind === "refused" ? outcome.rejection : undefined;
  const ready = [{ aggregate, id, command }];
  const content = contentOfWant(want, outcome);
  return [
    {
      process,
      key,
      content,
      law,
      what,
      ...(refusal && { refusal }),
      since,
      ready,
      want,
      cause: event,
      outcome,
    },
  ];
}
