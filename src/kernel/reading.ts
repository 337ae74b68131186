import * as z from "zod/mini";
import type { Decider } from "./decider.ts";
import { DamagedEvent, NewerEvent } from "./errors.ts";
import { checkKnown } from "./input.ts";
import type { Message } from "./messages.ts";
import { PlainData } from "./plain-data.ts";
import { InvalidInput, printable, thrownText } from "./problem.ts";
import { EventMetadata, type Recorded } from "./recorded.ts";

/** What is needed of a decider to read its stored events. */
export type Reader<E extends Message = Message> = Pick<
  Decider<never, never, E, never>,
  "name" | "events" | "forms"
>;

/** A stored event of which only the envelope is read yet. */
type Enveloped = { type: string; data: unknown; metadata: EventMetadata };

const Enveloped = z.strictObject({
  type: z.string().check(z.maxLength(200)),
  data: z.unknown(),
  metadata: EventMetadata,
});

/**
 * A stored event as this version knows it: data of an older form in the present one, and without fields that only a newer
 * version knows. So an older program reads what a newer one wrote, as long as only fields were added; the store keeps
 * them. What is folded is what this gives, and not what the store gave.
 *
 * @throws {NewerEvent} for an event or a form that only a newer version knows
 * @throws {DamagedEvent} naming stream, version, field and rule, for an event that has not its form
 */
export function known<E extends Message>(reader: Reader<E>, stored: Recorded): Recorded<E> {
  try {
    return knownData(reader, knownEnvelope(stored));
  } catch (cause) {
    if (!(cause instanceof InvalidInput)) throw cause;
    const { stream, version } = placeOf(stored);
    throw new DamagedEvent({ stream, version, cause });
  }
}

/** The place of an event whose envelope may be damaged, too. */
function placeOf(stored: Recorded): { stream: string; version: number } {
  const { stream = "?", version = 0 } = (stored?.metadata ?? {}) as Partial<EventMetadata>;
  return { stream: printable(`${stream}`), version: Number(version) };
}

/**
 * Reads the envelope alone: it says which aggregate reads the rest.
 * @throws {InvalidInput}
 */
export function knownEnvelope(stored: unknown): Enveloped {
  return checkedKnown(Enveloped, stored);
}

/**
 * Reads the data of an event whose envelope was read.
 * @throws {InvalidInput}
 */
export function knownData<E extends Message>(
  reader: Reader<E>,
  { type, data, metadata }: Enveloped,
): Recorded<E> {
  const { schemaVersion, stream, version } = metadata;
  const form = reader.forms.formOf(type);
  if (form === undefined || schemaVersion > form)
    throw new NewerEvent({ decider: reader.name, type, schemaVersion, stream, version });
  const present = schemaVersion < form ? upcast(reader, { type, data, metadata }) : data;
  return { ...(checkedKnown(reader.events, { type, data: present }) as E), metadata };
}

/** No schema is left for data of an older form, so a step may throw at what is damaged. */
function upcast({ forms }: Reader, { type, data, metadata }: Enveloped): object {
  const older = checkKnown(PlainData, data);
  if (!older.ok) throw new InvalidInput(older.problems.map((problem) => ({ ...problem, field: "data" })));
  try {
    return forms.upcast(type, metadata.schemaVersion, older.value);
  } catch (error) {
    throw new InvalidInput([{ field: "data", rule: "olderForm", value: thrownText(error) }]);
  }
}

/** The value without fields that its schema does not know. */
function checkedKnown<T>(schema: z.core.$ZodType<T>, value: unknown): T {
  const result = checkKnown(schema, value);
  if (result.ok) return result.value;
  throw new InvalidInput(result.problems);
}
