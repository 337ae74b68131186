import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { chainOf } from "../../src/evidence/chain.ts";
import { decider } from "../../src/kernel/decider.ts";
import { accept, sharedRejections } from "../../src/kernel/decision.ts";
import { during, from } from "../../src/kernel/during.ts";
import { BrokenUpcasters, NewerEvent } from "../../src/kernel/errors.ts";
import { messages } from "../../src/kernel/messages.ts";
import { toPlain } from "../../src/kernel/plain-state.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { text } from "../../src/kernel/text.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { fromJsonLines, toJsonLines } from "../../src/stores/json-lines.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { textOf } from "./logs.ts";

// A lamp, as three versions of a program know it: its room was called `place` first, and may have a `colour` at last.

type Lamp = { status: "blank" } | { status: "lit"; room: string; colour?: string };
const name = text({ max: 20 });
const rejections = messages({ ...sharedRejections("Lamp", z.enum(["blank", "lit"])) });
const base = { name: "Lamp", rejections, initialState: { status: "blank" } as Lamp };
type Rejection = z.infer<typeof rejections>;

const place = messages({ LampLit: { place: name } });
const first = decider<Lamp, z.infer<typeof light>, z.infer<typeof place>, Rejection>({
  ...base,
  commands: messages({ LightLamp: { room: name } }),
  events: place,
  decide: {
    LightLamp: during(["blank"], {
      decide: (_, { room }) => accept({ type: "LampLit", data: { place: room } }),
    }),
  },
  evolve: { LampLit: from(["blank"], (_, { place: room }) => ({ status: "lit", room })) },
});

const light = messages({ LightLamp: { room: name } });
const room = messages({ LampLit: { room: name } });
const toRoom = { LampLit: { 1: (data: object) => ({ room: (data as { place: string }).place }) } };
const secondWith = (upcast?: object) =>
  decider<Lamp, z.infer<typeof light>, z.infer<typeof room>, Rejection>({
    ...base,
    commands: light,
    events: room,
    decide: { LightLamp: during(["blank"], { decide: (_, data) => accept({ type: "LampLit", data }) }) },
    evolve: { LampLit: from(["blank"], (_, data) => ({ status: "lit", room: data.room })) },
    ...(upcast && { upcast }),
  });
const second = secondWith(toRoom);

const colours = messages({ LightLamp: { room: name, colour: z.optional(name) } });
const coloured = messages({ LampLit: { room: name, colour: z.optional(name) } });
const third = decider<Lamp, z.infer<typeof colours>, z.infer<typeof coloured>, Rejection>({
  ...base,
  commands: colours,
  events: coloured,
  decide: { LightLamp: during(["blank"], { decide: (_, data) => accept({ type: "LampLit", data }) }) },
  evolve: {
    LampLit: from(["blank"], (_, data) => ({
      status: "lit",
      room: data.room,
      ...(data.colour !== undefined && { colour: data.colour }),
    })),
  },
  upcast: toRoom,
});

type Handled = Parameters<typeof commandHandler>[0]["decider"];
async function writtenBy(version: unknown, data: object): Promise<string> {
  const store = inMemoryStore();
  const metadata = { now: new Date("2023-01-09T07:30:00Z"), commandId: "light", actor: "thư-ký" };
  const handle = commandHandler({ store, decider: version as Handled });
  await handle.json("hall", { type: "LightLamp", data }, metadata);
  return toJsonLines(await wholeLog(store));
}

describe("a log of an older form", () => {
  const golden = textOf("lamp-1.jsonl");
  const head = { count: 1, link: chainOf([JSON.parse(golden)]).link };

  it("is the one that the first version wrote", async () => {
    expect(await writtenBy(first, { room: "Hội trường" })).toBe(golden);
  });

  it.each([
    ["first", first],
    ["second", second],
    ["third", third],
  ])("folds to the pinned state in the %s version, by its head and to the byte", (_, version) => {
    const [event] = fromJsonLines(golden, [version], { head, canonical: true });
    const state = version.fold([event as never]);
    expect(state).toEqual({ status: "lit", room: "Hội trường" });
    expect(toPlain<Lamp>(version, state).digest).toBe("8e597a3e-3b0d-507b-8554-9aaa784ca256");
  });

  it("cannot be read where the step from it was left out: there is no such decider, or the event is refused", () => {
    expect(() => secondWith({ LampLit: { 2: toRoom.LampLit[1] } })).toThrow(BrokenUpcasters);
    expect(() => fromJsonLines(golden, [secondWith()])).toThrow(InvalidInput);
  });

  it("is refused by its line where it is damaged, whatever the step makes of it", () => {
    const damaged = golden.replace('{"place":"Hội trường"}', "null");
    expect(damaged).not.toBe(golden);
    expect(() => fromJsonLines(damaged, [second])).toThrow(/^line 1: data/);
    const throwing = secondWith({
      LampLit: {
        1: () => {
          throw new TypeError("no place");
        },
      },
    });
    expect(() => fromJsonLines(golden, [throwing])).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ field: "line 1: data", rule: "olderForm" })],
      }),
    );
  });
});

describe("two versions of a program on one log", () => {
  it("read each other, as long as only fields were added: the older one leaves them out", async () => {
    const newer = await writtenBy(third, { room: "Hội trường", colour: "đỏ" });
    const head = chainOf([JSON.parse(newer)]);
    const [known] = fromJsonLines(newer, [second], { head });
    expect(known?.data).toEqual({ room: "Hội trường" });
    expect(second.fold([known as never])).toEqual({ status: "lit", room: "Hội trường" });
    const older = await writtenBy(second, { room: "Hội trường" });
    expect(third.fold(fromJsonLines(older, [third], { canonical: true }) as never[])).toEqual({
      status: "lit",
      room: "Hội trường",
    });
  });

  it("go on on one store, and nothing of what the newer one wrote is lost", async () => {
    const store = inMemoryStore(fromJsonLines(await writtenBy(third, { room: "a", colour: "đỏ" }), [third]));
    const older = commandHandler({ store, decider: second as unknown as Handled });
    const now = new Date("2023-01-09T07:30:00Z");
    const again = await older.json(
      "hall",
      { type: "LightLamp", data: { room: "b" } },
      { now, commandId: "again", actor: "thư-ký" },
    );
    expect(again).toMatchObject({ ok: false, rejection: { type: "WrongState" } });
    expect((await wholeLog(store))[0]?.data).toEqual({ room: "a", colour: "đỏ" });
  });

  it("do not, where a form rose: the older one names the line and what to upgrade", async () => {
    const newer = await writtenBy(second, { room: "Hội trường" });
    expect(() => fromJsonLines(newer, [first])).toThrow(NewerEvent);
    expect(() => fromJsonLines(newer, [first])).toThrow(
      /^line 1: Lamp-hall, version 1: .*upgrade what reads Lamp$/,
    );
  });
});
