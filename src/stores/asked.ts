import type * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { type Checked, check } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import { InvalidInput, type Problem } from "../kernel/problem.ts";
import { CommandMetadata } from "../kernel/recorded.ts";

/**
 * Reads what comes from outside with one command: the id of the aggregate, the command, and its metadata.
 * @throws {InvalidInput} naming each field, as in `id`, `data.signedOn` and `metadata.now`
 */
export function asked<C extends Message>(
  { commands }: { commands: z.core.$ZodType<C> },
  received: { id: unknown; command: unknown; metadata: unknown },
): { id: Id; command: C; metadata: CommandMetadata } {
  const id = check(Id, received.id);
  const command = check(commands, received.command);
  const metadata = check(CommandMetadata, received.metadata);
  if (id.ok && command.ok && metadata.ok)
    // The caller may change the Date while the command waits.
    return {
      id: id.value,
      command: command.value,
      metadata: { ...metadata.value, now: new Date(metadata.value.now.getTime()) },
    };
  throw new InvalidInput([
    ...problemsOf(id, "id", received.id),
    ...problemsOf(command, "", received.command),
    ...problemsOf(metadata, "metadata", received.metadata),
  ]);
}

/** @throws {InvalidInput} naming the field `id` */
export function idAsked(received: unknown): Id {
  const id = check(Id, received);
  if (id.ok) return id.value;
  throw new InvalidInput(problemsOf(id, "id", received));
}

/** The problems with the name of what they are of before the field. */
function problemsOf(result: Checked<unknown>, name: string, value: unknown): Problem[] {
  if (result.ok) return [];
  if (value === undefined && name !== "") return [{ field: name, rule: "required", value: "undefined" }];
  return result.problems.map((problem) => ({ ...problem, field: joined(name, problem.field) }));
}

const joined = (name: string, field: string): string =>
  name === "" || field === "" ? name + field : `${name}.${field}`;
