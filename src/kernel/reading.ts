import type * as z from "zod/mini";
import type { Decider } from "./decider.ts";
import { NewerEvent } from "./errors.ts";
import { checkKnown } from "./input.ts";
import type { Message } from "./messages.ts";
import { InvalidInput } from "./problem.ts";
import { EventMetadata, type Recorded } from "./recorded.ts";

/** What is needed of a decider to read its stored events. */
type Reader<E extends Message = Message> = Pick<Decider<never, never, E, never>, "name" | "events" | "forms">;

/**
 * A stored event as this version knows it: data of an older form in the present one, and without fields that only a newer
 * version knows. So an older program reads what a newer one wrote, as long as only fields were added; the store keeps
 * them. What is folded is what this gives, and not what the store gave.
 *
 * @throws {NewerEvent} for an event or a form that only a newer version knows
 * @throws {InvalidInput} naming stream and version, for an event that has not its form: the log is damaged
 */
export function known<E extends Message>(reader: Reader<E>, stored: Recorded): Recorded<E> {
  const { stream = "?", version = 0, schemaVersion = 1 } = (stored.metadata ?? {}) as Partial<EventMetadata>;
  const of = `${stream}, version ${version}`;
  const { type } = stored;
  const form = reader.forms.formOf(type);
  if (form === undefined || schemaVersion > form)
    throw new NewerEvent({ decider: reader.name, type, schemaVersion, stream, version });
  const data = schemaVersion < form ? reader.forms.upcast(type, schemaVersion, stored.data) : stored.data;
  return {
    ...(checkedKnown(reader.events, { type, data }, of) as E),
    metadata: checkedKnown(EventMetadata, stored.metadata, of),
  };
}

/** The value without fields that its schema does not know. */
function checkedKnown<T>(schema: z.core.$ZodType<T>, value: unknown, of: string): T {
  const result = checkKnown(schema, value);
  if (result.ok) return result.value;
  throw new InvalidInput(result.problems, of);
}
