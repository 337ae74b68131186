import * as z from "zod/mini";
import type { Decider } from "../kernel/decider.ts";
import { check } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import { excerpt, InvalidInput, type Problem } from "../kernel/problem.ts";
import { EventMetadata, type Recorded } from "../kernel/recorded.ts";

/** The parts of a decider that are needed to read its events. */
type Reader = Pick<Decider<never, never, Message, never>, "name" | "events">;

/** Events as text, one JSON object per line, in the given order: a whole season in one readable file. */
export function toJsonLines(events: Iterable<Recorded>): string {
  return Array.from(
    events,
    ({ type, data, metadata }) => `${JSON.stringify({ type, data, metadata })}\n`,
  ).join("");
}

/**
 * The events of such a text, each read by the schema of the aggregate that its stream names. The versions of a stream
 * must count from 1 without gaps, and each event id must be unique: a log with a lost or doubled line is not read at
 * all.
 *
 * @param exact whether each line must be as `toJsonLines` writes it, to the byte. So what is folded is the very text that
 * was signed: a key that comes twice, of which JSON keeps the last, is refused. Whether a log is the whole one that was
 * written shows only its head: `verifyChain` of `thidua/evidence`.
 * @throws {InvalidInput} naming line, field, rule and value
 */
export function fromJsonLines(
  text: string,
  readers: readonly Reader[],
  { exact = false }: { exact?: boolean } = {},
): Recorded[] {
  const byName = new Map(readers.map((reader) => [reader.name, reader]));
  const versions = new Map<string, number>();
  const ids = new Set<string>();
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();

  return lines.map((line, index) => {
    const where = `line ${index + 1}`;
    const event = readLine(line, byName, where);
    if (exact && JSON.stringify(event) !== line) fail(where, "", { rule: "asWritten", value: excerpt(line) });
    const { stream, version, eventId } = event.metadata;
    const expected = (versions.get(stream) ?? 0) + 1;
    if (version !== expected)
      fail(where, "metadata.version", { rule: "nextVersion", expected: `${expected}`, value: `${version}` });
    if (ids.has(eventId)) fail(where, "metadata.eventId", { rule: "unique", value: excerpt(eventId) });
    versions.set(stream, version);
    ids.add(eventId);
    return event;
  });
}

const Envelope = z.strictObject({ type: z.string(), data: z.unknown(), metadata: EventMetadata });

function readLine(line: string, byName: ReadonlyMap<string, Reader>, where: string): Recorded {
  const { type, data, metadata } = read(Envelope, parsed(line, where), where);
  const reader = byName.get(metadata.stream.slice(0, metadata.stream.indexOf("-")));
  if (!reader)
    fail(where, "metadata.stream", {
      rule: "knownAggregate",
      expected: [...byName.keys()].join(" | "),
      value: excerpt(metadata.stream),
    });
  return { ...read(reader.events, { type, data }, where), metadata };
}

function parsed(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return fail(where, "", { rule: "json", value: excerpt(line) });
  }
}

function read<T>(schema: z.core.$ZodType<T>, value: unknown, where: string): T {
  const result = check(schema, value);
  if (result.ok) return result.value;
  throw new InvalidInput(result.problems.map((problem) => ({ ...problem, field: at(where, problem.field) })));
}

function fail(where: string, field: string, problem: Omit<Problem, "field">): never {
  throw new InvalidInput([{ field: at(where, field), ...problem }]);
}

function at(where: string, field: string): string {
  return field === "" ? where : `${where}: ${field}`;
}
