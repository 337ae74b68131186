import { enableMapSet, freeze, produce } from "immer";
import { describe, expect, it } from "vitest";
import { appended, included, ownCopy } from "../../src/kernel/changing.ts";

type Log = { title: string; entries: { day: number }[] };

/** Adds two entries, as a rule that is asked twice in one change. */
function addTwo(log: Log): void {
  log.entries = appended(log.entries, { day: 2 });
  log.entries = appended(log.entries, { day: 3 });
}

describe("a list that grows", () => {
  const before: Log = freeze({ title: "log", entries: [{ day: 1 }] }, true);

  it("gets items at its end, in a fold's own copy and in a draft alike", () => {
    const own = ownCopy(before);
    addTwo(own);
    for (const log of [own, produce(before, addTwo)])
      expect(log).toEqual({ title: "log", entries: [{ day: 1 }, { day: 2 }, { day: 3 }] });
  });

  it("leaves the list of before as it was, and nobody can change what a draft becomes", () => {
    const after = produce(before, addTwo);
    expect(before.entries).toEqual([{ day: 1 }]);
    expect(() => after.entries.push({ day: 4 })).toThrow(TypeError);
    expect(after.entries.every((entry) => Object.isFrozen(entry))).toBe(true);
  });

  it("keeps the changes that the same draft has made to items of it", () => {
    const after = produce(before, (log) => {
      for (const entry of log.entries) entry.day = 0;
      log.entries = appended(log.entries, { day: 2 });
    });
    expect(after.entries).toEqual([{ day: 0 }, { day: 2 }]);
    expect(after.entries.every((entry) => Object.isFrozen(entry))).toBe(true);
  });
});

// The kernel does so once it makes a decider.
enableMapSet();

type Notes = { title: string; noted: Set<string> };

function noteTwo(notes: Notes): void {
  notes.noted = included(notes.noted, "second");
  notes.noted = included(notes.noted, "third");
}

describe("a set that grows", () => {
  const before: Notes = freeze({ title: "notes", noted: new Set(["first"]) }, true);

  it("gets items, in a fold's own copy and in a draft alike", () => {
    const own = ownCopy(before);
    noteTwo(own);
    for (const { noted } of [own, produce(before, noteTwo)])
      expect([...noted]).toEqual(["first", "second", "third"]);
  });

  it("leaves the set of before as it was, and nobody can change what a draft becomes", () => {
    const after = produce(before, noteTwo);
    expect([...before.noted]).toEqual(["first"]);
    expect(() => after.noted.add("fourth")).toThrow(/immutable|frozen|freeze/i);
  });

  it("keeps what the same draft has changed in it", () => {
    const after = produce(before, (notes) => {
      notes.noted.delete("first");
      notes.noted = included(notes.noted, "second");
    });
    expect([...after.noted]).toEqual(["second"]);
    expect(() => after.noted.add("third")).toThrow();
  });
});
