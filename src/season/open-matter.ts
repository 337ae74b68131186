import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";

/** Something that is open: what should be so is not so, and no process may or can change that by itself. */
export type OpenMatter = {
  /** It names what is open, and stays the same while that is open. */
  key: string;
  /** The law of consequences that it comes of: C1 to C37, X1 to X14. */
  law: string;
  /** What people read: a code with its data. The phrase files have a sentence for each, in both languages. */
  what: Message;
  /** Since when it is open. */
  since: CivilDate;
  /** The fact by which it is open. Where it is left out, that is the fact before which it was not. */
  cause?: Id;
  /** The day by which it should be settled, where there is one. */
  due?: CivilDate;
  /** The commands that would settle it, where that is known: one of them, or with `inOrder` all of them. */
  ready: readonly Addressed[];
  /** It is told only once the matter of this key is settled by hand: until then that one says more. */
  behind?: string;
  /** The ready commands are carried out one after the other. */
  inOrder?: true;
};

/** An open matter, without what it has none of. */
export const matter = (
  key: string,
  law: string,
  what: OpenMatter["what"],
  since: CivilDate,
  more: Partial<OpenMatter> = {},
): OpenMatter => ({ key, law, what, since, ready: [], ...more });
