import { describe, expect, it } from "vitest";
import { chainOf, linksOf, verifyChain } from "../../src/evidence/chain.ts";
import { NewerEvent } from "../../src/kernel/errors.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { fromJsonLines, toJsonLines } from "../../src/stores/json-lines.ts";
import { eventsOf, loaded } from "../../src/stores/loading.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { draft, paths } from "../pledge/life.ts";
import { logOfLives } from "../support/every-life.ts";

const [life = []] = paths;
const metadata = (commandId: string): CommandMetadata => ({
  now: new Date("2023-01-09T07:30:00Z"),
  commandId,
  actor: "office",
});

const lived = () => logOfLives(["Pledge", "police-2022", life]);

describe("events as lines of JSON", () => {
  it("are read back as they were written, and written again byte for byte", async () => {
    const events = await lived();
    const text = toJsonLines(events);
    const read = fromJsonLines(text, [pledge]);
    expect(read).toEqual(events);
    expect(toJsonLines(read)).toBe(text);
    expect(await wholeLog(inMemoryStore(read))).toEqual(events);
  });

  it("are read exactly where this is asked for: a key that comes twice is another text than was written", async () => {
    const text = toJsonLines(await lived());
    expect(fromJsonLines(text, [pledge], { canonical: true })).toEqual(fromJsonLines(text, [pledge]));
    const twice = text.replace(
      '"data":{',
      '"data":{"bloc":"noi-chinh","unit":"police","season":"2022","dueOn":"2022-12-31"},"data":{',
    );
    expect(fromJsonLines(twice, [pledge])).toEqual(fromJsonLines(text, [pledge]));
    expect(() => fromJsonLines(twice, [pledge], { canonical: true })).toThrow(InvalidInput);
  });

  it("are written with their fields in the order of their schemas, however they were decided", async () => {
    const store = inMemoryStore();
    const unordered = {
      ...pledge,
      decide: () => ({
        ok: true as const,
        events: [
          {
            type: "PledgeDrafted" as const,
            data: { dueOn: "2022-12-31", season: "2022", bloc: "b", unit: "a" },
          },
        ],
      }),
    };
    await commandHandler({ store, decider: unordered })("a-2022", { ...draft, metadata: metadata("c0") });
    const text = toJsonLines(await wholeLog(store));
    expect(toJsonLines(fromJsonLines(text, [pledge]))).toBe(text);
    expect(await loaded({ store, decider: pledge, id: "a-2022" })).toMatchObject({
      status: "draft",
      unit: "a",
    });
  });

  it("are given back in their envelopes, those of one aggregate alone", async () => {
    const store = inMemoryStore();
    const handle = commandHandler({ store, decider: pledge });
    await handle("a-2022", { ...draft, metadata: metadata("c0") });
    await handle("b-2022", { ...draft, metadata: metadata("c1") });
    const [event, ...others] = await eventsOf({ store, decider: pledge, id: "b-2022" });
    expect(others).toEqual([]);
    expect(event?.type === "PledgeDrafted" && event.data.dueOn).toBe("2022-12-31");
    expect(event?.metadata).toMatchObject({ stream: "Pledge-b-2022", version: 1, commandId: "c1" });
    expect(await eventsOf({ store, decider: pledge, id: "c-2022" })).toEqual([]);
  });

  it.each([
    ["a line cut short", (lines: string[]) => [lines[0], lines[1]?.slice(0, 40)], "line 2", "json"],
    ["a line lost", (lines: string[]) => [lines[0], lines[2]], "line 2: metadata.version", "nextVersion"],
    ["a line doubled", (lines: string[]) => [lines[0], lines[0]], "line 2: metadata.version", "nextVersion"],
    [
      "an event of nobody's",
      (lines: string[]) => [lines[0]?.replace("Pledge-", "Lamp-")],
      "line 1: metadata.stream",
      "knownAggregate",
    ],
    [
      "a broken line of hidden characters",
      (lines: string[]) => [`{"\u0000\u202e${"\ud83d\ude00".repeat(50)}`, lines[1]],
      "line 1",
      "json",
    ],
    [
      "a stream of a long name that is nobody's",
      (lines: string[]) => [lines[0]?.replace("Pledge-police-2022", `Lamp-${"x".repeat(150)}`)],
      "line 1: metadata.stream",
      "knownAggregate",
    ],
    [
      "a byte order mark, as editors put it in",
      ([first, ...lines]: string[]) => [`\ufeff${first}`, ...lines],
      "line 1",
      "byteOrderMark",
    ],
    ["an empty line", (lines: string[]) => [lines[0], "", lines[1]], "line 2", "json"],
  ])("are not read with %s", async (_, edit, field, rule) => {
    const lines = toJsonLines(await lived()).split("\n");
    const text = edit(lines).join("\n");
    expect(() => fromJsonLines(text, [pledge])).toThrow(InvalidInput);
    try {
      fromJsonLines(text, [pledge]);
    } catch (error) {
      expect(error).toMatchObject({ problems: [{ field, rule }] });
      expect(error).toMatchObject({
        problems: [{ value: expect.stringMatching(/^[^\p{Cc}\p{Cf}\p{Cs}]{0,80}$/u) }],
      });
    }
  });
});

describe("a log whose head is kept apart from it", () => {
  const lines = async () =>
    toJsonLines(await logOfLives(["Pledge", "a", life], ["Pledge", "b", life])).split("\n");
  const swapped = ([first = "", second = "", ...rest]: string[]) => [second, first, ...rest];
  /** Each is read as another log than the one that was written, where its head is not handed in. */
  const faults: [string, (lines: string[]) => string[], string][] = [
    ["its last line lost", (all) => all.slice(0, -2), "headCount"],
    ["two lines of two streams swapped", swapped, "headLink"],
    ["a number changed", (all) => all.map((line) => line.replace('"85"', '"84"')), "headLink"],
    [
      "a key twice",
      (all) => all.map((line) => line.replace('"unit":"police"', '$&,"unit":"army"')),
      "headLink",
    ],
    ["a field put in", (all) => all.map((line) => line.replace('"data":{', '$&"extra":1,')), "headLink"],
    ["nothing in it", () => [], "headCount"],
  ];

  it("is read as it was written", async () => {
    const events = await logOfLives(["Pledge", "a", life], ["Pledge", "b", life]);
    const text = toJsonLines(events);
    expect(fromJsonLines(text, [pledge], { head: chainOf(events), canonical: true })).toEqual(events);
    expect(fromJsonLines("", [pledge], { head: chainOf([]) })).toEqual([]);
  });

  it.each(faults)("is not read with %s, which nothing else shows", async (_, damage, rule) => {
    const whole = await lines();
    const head = chainOf(fromJsonLines(whole.join("\n"), [pledge]));
    const text = damage(whole).join("\n");
    expect(() => fromJsonLines(text, [pledge])).not.toThrow();
    expect(() => fromJsonLines(text, [pledge], { head })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: "events", rule })] }),
    );
  });

  it.each<[string, (text: string) => string]>([
    ["an event renamed", (text) => text.replace("PledgeSigned", "PledgeSealed")],
    ["a form raised", (text) => text.replace('"schemaVersion":1', '"schemaVersion":7')],
  ])("was altered and not written by a newer version where the head does not fit: %s", async (_, alter) => {
    const text = (await lines()).join("\n");
    const head = chainOf(fromJsonLines(text, [pledge]));
    expect(() => fromJsonLines(alter(text), [pledge], { head, canonical: true })).toThrow(
      expect.objectContaining({
        name: "InvalidInput",
        problems: [expect.objectContaining({ field: "events", rule: "headLink", expected: head.link })],
      }),
    );
    const cut = alter(text).trimEnd().slice(0, -9);
    expect(() => fromJsonLines(cut, [pledge], { head })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ rule: "json" })] }),
    );
  });

  it("was written by a newer version where the head fits, and an event is not known", async () => {
    const text = (await lines()).join("\n").replace("PledgeSigned", "PledgeSealed");
    const head = chainOf(
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    );
    expect(() => fromJsonLines(text, [pledge], { head })).toThrow(NewerEvent);
  });

  it("is told by the head first, and then by its line, where a line cannot be read either", async () => {
    const whole = (await lines()).join("\n");
    const head = chainOf(fromJsonLines(whole, [pledge]));
    const text = whole.replace('"dueOn":"2022-12-31"', '"dueOn":"2022-12-32"');
    expect(() => fromJsonLines(text, [pledge], { head })).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ field: "events", rule: "headLink" }),
          expect.objectContaining({ field: "line 1: data.dueOn", rule: "civilDate" }),
        ],
      }),
    );
  });

  it("shows by the links of its events which line was altered", async () => {
    const whole = (await lines()).filter((line) => line !== "");
    const links = linksOf(whole.map((line) => JSON.parse(line)));
    const altered = whole.with(1, (whole[1] ?? "").replace('"actor":"', '"actor":"x'));
    const stored = altered.map((line) => JSON.parse(line) as unknown);
    const head = { count: whole.length, link: links.at(-1) ?? "" };
    expect(verifyChain(stored, head, links)).toEqual({ type: "EventAltered", data: { event: 2 } });
  });

  it("is not read with a head that is none", () => {
    expect(() => fromJsonLines("", [pledge], { head: { count: 0, link: "0" } })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: "head.link" })] }),
    );
  });
});

describe("a log that a newer version wrote", () => {
  it("is read without the fields that only that version knows", async () => {
    const events = await lived();
    const newer = toJsonLines(events)
      .replaceAll('"data":{', '"data":{"tone":"firm","__proto__":{"deep":[1]},')
      .replaceAll('"goal":{', '"goal":{"since":"2021",')
      .replaceAll('"metadata":{', '"signature":"ab","metadata":{"region":"south",');
    expect(fromJsonLines(newer, [pledge])).toEqual(events);
    expect(() => fromJsonLines(newer, [pledge], { canonical: true })).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ field: "line 1", rule: "canonical" })],
      }),
    );
  });

  it.each([
    ["an event", (line: string) => line.replace("TargetPromised", "TargetDreamt")],
    ["a form", (line: string) => line.replace('"schemaVersion":1', '"schemaVersion":2')],
  ])("is not read with %s that only that version knows, which is named with its line", async (_, newer) => {
    const all = toJsonLines(await lived()).split("\n");
    const text = all.with(1, newer(all[1] ?? "")).join("\n");
    for (const canonical of [false, true]) {
      const read = () => fromJsonLines(text, [pledge], { canonical });
      expect(read).toThrow(NewerEvent);
      expect(read).toThrow(expect.objectContaining({ line: 2, stream: "Pledge-police-2022", version: 2 }));
      expect(read).toThrow(/^line 2: /);
    }
  });
});
