import { ChainHead, chained, chainStart } from "../evidence/chain.ts";
import { NewerEvent } from "../kernel/errors.ts";
import { check } from "../kernel/input.ts";
import { excerpt, InvalidInput, type Problem } from "../kernel/problem.ts";
import { knownData, knownEnvelope, type Reader } from "../kernel/reading.ts";
import type { Recorded } from "../kernel/recorded.ts";

/** Events as text, one JSON object per line, in the given order: a whole season in one readable file. */
export function toJsonLines(events: Iterable<Recorded>): string {
  return Array.from(events, (event) => `${lineOf(event)}\n`).join("");
}

const lineOf = ({ type, data, metadata }: { type: string; data: unknown; metadata: unknown }) =>
  JSON.stringify({ type, data, metadata });

/**
 * The events of such a text, each read by the schema of the aggregate that its stream names, as a store's are: an older
 * form of its data is brought up to the present one, and fields that only a newer version knows are left out. The
 * versions of a stream must count from 1 without gaps, and each event id must be unique.
 *
 * That alone does not show a log that was cut at its end, or in which a number was changed. Keep the head of its chain
 * apart from it, `chainOf(events)` of `thidua/evidence`, and hand it in: then no other log is read than the one that it
 * covers. It covers the events as they stand in the text, also what this version leaves out of them. It is data, and not
 * a function that checks, so nobody forgets to look at what was found; `thidua/stores` uses the chain of
 * `thidua/evidence` for that, so there is one chain and not two.
 *
 * @throws {InvalidInput} naming line, field, rule and value; `headCount` and `headLink` are the rules of the head
 * @throws {NewerEvent} naming the line, for an event or a form that only a newer version knows
 */
export function fromJsonLines(
  text: string,
  readers: readonly Reader[],
  {
    head,
    canonical = false,
  }: {
    /** The head of the chain over the whole log, envelopes included. */
    head?: ChainHead | undefined;
    /**
     * Whether each line must be as `toJsonLines` writes it, to the byte: no other order, spelling or blank, no field
     * that this version does not know, and no key twice, of which JSON keeps the last. So what is folded is the very
     * text that was signed.
     */
    canonical?: boolean;
  } = {},
): Recorded[] {
  const covered = head === undefined ? undefined : readHead(head);
  const byName = new Map(readers.map((reader) => [reader.name, reader]));
  const follows = inOrder();
  let found = chainStart;
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();

  const events = lines.map((line, index) =>
    inLine(index + 1, () => {
      const stored = parsed(line);
      const event = readEvent(stored, byName);
      follows(event);
      if (canonical) expectCanonical(line, stored, event, byName);
      if (covered) found = chained(found, stored);
      return event;
    }),
  );
  if (covered) expectHead(covered, found);
  return events;
}

function readHead(head: unknown): ChainHead {
  const result = check(ChainHead, head);
  if (result.ok) return result.value;
  throw new InvalidInput(
    result.problems.map((problem) => ({
      ...problem,
      field: ["head", problem.field].filter(Boolean).join("."),
    })),
  );
}

/** Says of each event in turn whether it follows on those before it. */
function inOrder(): (event: Recorded) => void {
  const versions = new Map<string, number>();
  const ids = new Set<string>();
  return ({ metadata: { stream, version, eventId } }) => {
    const expected = (versions.get(stream) ?? 0) + 1;
    if (version !== expected)
      fail("metadata.version", { rule: "nextVersion", expected: `${expected}`, value: `${version}` });
    if (ids.has(eventId)) fail("metadata.eventId", { rule: "unique", value: excerpt(eventId) });
    versions.set(stream, version);
    ids.add(eventId);
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return fail("", { rule: "json", value: excerpt(line) });
  }
}

function readEvent(stored: unknown, byName: ReadonlyMap<string, Reader>): Recorded {
  const envelope = knownEnvelope(stored);
  const { stream } = envelope.metadata;
  const reader = readerOf(stream, byName);
  if (reader) return knownData(reader, envelope);
  const expected = [...byName.keys()].join(" | ");
  return fail("metadata.stream", { rule: "knownAggregate", expected, value: excerpt(stream) });
}

function readerOf(stream: string, byName: ReadonlyMap<string, Reader>): Reader | undefined {
  return byName.get(stream.slice(0, stream.indexOf("-")));
}

function expectCanonical(
  line: string,
  stored: unknown,
  event: Recorded,
  byName: ReadonlyMap<string, Reader>,
): void {
  const { type, metadata } = event;
  const form = readerOf(metadata.stream, byName)?.forms.formOf(type) ?? 1;
  // Data of an older form has no schema any more. It has to stand as JSON writes it, and its envelope as we write it.
  const isOlder = metadata.schemaVersion < form;
  const data = isOlder ? (stored as { data: unknown }).data : event.data;
  const canonical = lineOf({ type, data, metadata });
  if (line === canonical) return;
  let at = 0;
  while (at < line.length && line[at] === canonical[at]) at += 1;
  // From a little before the first character that differs.
  const from = Math.max(0, at - 10);
  fail("", {
    rule: "canonical",
    expected: excerpt(canonical.slice(from)),
    value: excerpt(line.slice(from)),
  });
}

function expectHead(covered: ChainHead, found: ChainHead): void {
  if (found.count !== covered.count)
    fail("events", { rule: "headCount", expected: `${covered.count}`, value: `${found.count}` });
  if (found.link !== covered.link)
    fail("events", { rule: "headLink", expected: covered.link, value: found.link });
}

/** What is thrown for an event, with its line. */
function inLine<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof NewerEvent) throw new NewerEvent({ ...error, line });
    if (!(error instanceof InvalidInput)) throw error;
    const where = (field: string) => (field === "" ? `line ${line}` : `line ${line}: ${field}`);
    throw new InvalidInput(error.problems.map((problem) => ({ ...problem, field: where(problem.field) })));
  }
}

function fail(field: string, problem: Omit<Problem, "field">): never {
  throw new InvalidInput([{ field, ...problem }]);
}
