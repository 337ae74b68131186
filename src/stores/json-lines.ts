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
 * A head says that the log was altered, and not where. Which line it was the links of all events tell: keep
 * `linksOf(events)` too, and ask `verifyChain(lines, head, links)` of `thidua/evidence`, where `lines` is what `JSON.parse`
 * makes of each line.
 *
 * @throws {InvalidInput} naming line, field, rule and value; `headCount` and `headLink` are the rules of the head, and come
 * first where a line cannot be read either
 * @throws {NewerEvent} naming the line, for an event or a form that only a newer version knows; never where the head does
 * not fit
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
  const lines = linesOf(text);
  const read = reading(readers, canonical);
  let found = chainStart;
  let events: Recorded[];
  try {
    events = lines.map((line, index) =>
      inLine(index + 1, () => {
        const stored = parsed(line);
        const event = read(line, stored);
        if (covered) found = chained(found, stored);
        return event;
      }),
    );
  } catch (error) {
    throw covered ? heldAgainst(covered, lines, error) : error;
  }
  const faults = covered ? headFaults(covered, found) : [];
  if (faults.length > 0) throw new InvalidInput(faults);
  return events;
}

function linesOf(text: string): string[] {
  if (text.startsWith("\ufeff"))
    inLine(1, () => fail("", { rule: "byteOrderMark", value: excerpt(text.slice(0, 20)) }));
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Reads each line in turn. */
function reading(readers: readonly Reader[], canonical: boolean) {
  const byName = new Map(readers.map((reader) => [reader.name, reader]));
  const follows = inOrder();
  return (line: string, stored: unknown): Recorded => {
    const event = readEvent(stored, byName);
    follows(event);
    if (canonical) expectCanonical(line, stored, event, byName);
    return event;
  };
}

/**
 * What is wrong with a log of which a line cannot be read: where the head does not fit either, the log was altered, and no
 * newer version wrote it.
 */
function heldAgainst(covered: ChainHead, lines: readonly string[], error: unknown): unknown {
  let found = chainStart;
  try {
    for (const [index, line] of lines.entries())
      found = inLine(index + 1, () => chained(found, parsed(line)));
  } catch (broken) {
    // There is no chain over such a line, so no head fits.
    return error instanceof NewerEvent ? broken : error;
  }
  const faults = headFaults(covered, found);
  if (faults.length === 0) return error;
  return new InvalidInput([...faults, ...(error instanceof InvalidInput ? error.problems : [])]);
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

/** How a log differs from the one that the head covers. */
function headFaults(covered: ChainHead, found: ChainHead): Problem[] {
  const fault = (rule: string, [expected, value]: [string, string]) => [
    { field: "events", rule, expected, value },
  ];
  if (found.count !== covered.count) return fault("headCount", [`${covered.count}`, `${found.count}`]);
  return found.link === covered.link ? [] : fault("headLink", [covered.link, found.link]);
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
