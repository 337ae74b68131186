import { canonicalText } from "../kernel/canonical.ts";
import type { Message } from "../kernel/messages.ts";
import type { Addressed } from "../process/messages.ts";

/** What is owed under one key, such as the award of one honour to one unit. */
export type Claim = {
  /** The law of consequences that it comes of: C1 to C37. */
  law: string;
  /**
   * What is owed, as plain data: all that makes a difference, and nothing else. While it stays as it is, nothing is
   * wanted: a recount that confirms has the same content.
   */
  content: object;
  /** The commands that bring it about. */
  commands: readonly Addressed[];
  /** Those that do so where it was owed before with another content: what was opened is revised. Absent: the same. */
  again?: readonly Addressed[];
  /** What people read where a command is refused. */
  unmet: Message;
};

/** By key. A key names what is owed, and never how it came. */
export type Claims = ReadonlyMap<string, Claim>;

/** What takes a claim back that no fact supports any more. */
export type Undoing = Pick<Claim, "commands" | "unmet">;

/** The content of a claim as text; of no claim, the empty text. */
export function contentOf(claim: Claim | undefined): string {
  return claim ? canonicalText(claim.content) : "";
}

/**
 * What is wanted once `before` has become `after`: first what takes back the claims that are gone, then the commands of
 * those that are new or have another content. Each want has its claim with it, and says where it takes that back. `owed`
 * are the claims before, also those that rest.
 */
export function difference(
  { before, after, owed }: { before: Claims; after: Claims; owed: Claims },
  undo: (key: string, gone: Claim) => Undoing | undefined,
): Addressed[] {
  const gone = [...before].flatMap(([key, claim]) => {
    const undoing = after.has(key) ? undefined : undo(key, claim);
    return undoing ? wantsOf(undoing, { key, law: claim.law, takesBack: true }) : [];
  });
  const changed = [...after].filter(([key, claim]) => !isSame(claim, before.get(key)));
  const commandsOf = (key: string, { commands, again = commands }: Claim) =>
    owed.has(key) ? again : commands;
  const wanted = changed.flatMap(([key, claim]) =>
    wantsOf({ ...claim, commands: commandsOf(key, claim) }, { key, law: claim.law }),
  );
  return [...gone, ...wanted];
}

/** Most claims have the very content that they had: it stands in what the process remembers. */
const isSame = (one: Claim, other: Claim | undefined) =>
  one.content === other?.content || contentOf(one) === contentOf(other);

function wantsOf(
  { commands, unmet }: Undoing,
  { key, law, ...how }: Omit<NonNullable<Addressed["claim"]>, "unmet">,
): Addressed[] {
  return commands.map((command) => ({ ...command, claim: { key, law, unmet, ...how } }));
}
