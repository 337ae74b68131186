import { describe, expect, it } from "vitest";
import { chainOf } from "../../src/evidence/chain.ts";
import { derivedId } from "../../src/kernel/ids.ts";
import { fromPlain, toPlain } from "../../src/kernel/plain-state.ts";
import { fromJsonLines } from "../../src/stores/json-lines.ts";
import { messageTypes } from "../support/message-forms.ts";
import { times } from "../support/runs.ts";
import { deciders, files, pins, statesOf, textOf, today } from "./logs.ts";

const logs = files.filter((name) => !name.startsWith("lamp-"));
const read = (name: string) =>
  fromJsonLines(textOf(name), deciders, { head: pins()[name]?.head, canonical: true });

describe("the golden logs", () => {
  it("are all pinned, and none is lost", () => {
    expect(logs).toEqual(Object.keys(pins()).sort());
    expect(logs).toEqual(expect.arrayContaining(Object.keys(today)));
  });

  it.each(deciders.map(({ name, events }) => [name, messageTypes(events)] as const))(
    "have every event of %s",
    (name, types) => {
      const all = logs.flatMap(read);
      const ofIt = all.filter(({ metadata }) => metadata.stream.startsWith(`${name}-`));
      expect([...new Set(ofIt.map(({ type }) => type))].sort()).toEqual([...types].sort());
    },
  );

  it("have all that can come of a want", () => {
    const settled = read("process-1.jsonl").filter(({ type }) => type === "WantSettled");
    const kinds = settled.map(({ data }) => (data as { outcome: { kind: string } }).outcome.kind);
    expect([...new Set(kinds)].sort()).toEqual(
      ["carried", "invalid", "refused", "skipped", "stopped", "void"], // as in `Outcome`
    );
  });
});

describe.each(logs)("the golden log %s", (name) => {
  it("is read by its head, and is canonical to the byte", () => {
    const stored = textOf(name)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(chainOf(stored)).toEqual(pins()[name]?.head);
    expect(read(name)).toHaveLength(stored.length);
  });

  it("has the event ids that are derived from stream, command and version", () => {
    for (const { metadata } of read(name)) {
      const { eventId, stream, commandId, version } = metadata;
      expect(eventId).toBe(derivedId(stream, commandId, `${version}`));
    }
  });

  it("folds to the pinned states, which come back from their JSON", () => {
    for (const { stream, decider, state } of statesOf(read(name))) {
      const { version, digest, ...rest } = toPlain(decider, state as { status: string });
      expect(
        { stream, version, digest },
        `The state of ${stream} is another one: raise the stateVersion of ${decider.name} and add a pin (test/golden/README.md)`,
      ).toEqual({ stream, version, digest: pins()[name]?.states[stream]?.[version] });
      const text = JSON.stringify({ version, digest, ...rest });
      expect(fromPlain(decider, JSON.parse(text))).toStrictEqual(state);
    }
  });
});

describe("this version", () => {
  it.each(Object.entries(today))(
    "writes %s to the byte",
    async (name, play) => {
      expect(await play(), "add a golden log with the next number (test/golden/README.md)").toBe(
        textOf(name),
      );
    },
    180_000 * times,
  );
});
