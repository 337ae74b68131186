import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { decider } from "../../src/kernel/decider.ts";
import { accept, sharedRejections } from "../../src/kernel/decision.ts";
import { during, from } from "../../src/kernel/during.ts";
import { BrokenUpcasters, NewerEvent } from "../../src/kernel/errors.ts";
import { messages } from "../../src/kernel/messages.ts";
import { known } from "../../src/kernel/reading.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { text } from "../../src/kernel/text.ts";
import type { Upcasters } from "../../src/kernel/upcasting.ts";

type Lamp = { status: "blank" } | { status: "lit"; room: string };
const commands = messages({ LightLamp: { room: text({ max: 20 }) } });
const events = messages({ LampLit: { room: text({ max: 20 }) } });
const rejections = messages({ ...sharedRejections("Lamp", z.enum(["blank", "lit"])) });
type LampEvent = z.infer<typeof events>;

/** A lamp whose events were called `place` at first, and then `hall`. */
const lampWith = (upcast?: Upcasters<LampEvent>) =>
  decider<Lamp, z.infer<typeof commands>, LampEvent, z.infer<typeof rejections>>({
    ...{ name: "Lamp", commands, events, rejections, initialState: { status: "blank" } },
    decide: { LightLamp: during(["blank"], { decide: (_, data) => accept({ type: "LampLit", data }) }) },
    evolve: { LampLit: from(["blank"], (_, { room }) => ({ status: "lit", room })) },
    ...(upcast && { upcast }),
  });
const steps = {
  LampLit: {
    1: (data: object) => ({ hall: (data as { place: string }).place }),
    2: (data: object) => ({ room: (data as { hall: string }).hall }),
  },
};
const stored = (schemaVersion: number, data: object): Recorded => ({
  type: "LampLit",
  data,
  metadata: {
    ...{ eventId: "e", stream: "Lamp-1", version: 1, recordedAt: "2023-01-09T07:30:00.000Z", actor: "a" },
    ...{ correlationId: "c", causationId: "c", commandId: "c", digest: "d", schemaVersion },
  },
});

describe("an event that was stored in an older form", () => {
  it.each([
    [1, { place: "hall" }],
    [2, { hall: "hall" }],
    [3, { room: "hall" }],
  ])("is read from form %i up to the present one", (form, data) => {
    expect(known(lampWith(steps), stored(form, data))).toMatchObject({
      type: "LampLit",
      data: { room: "hall" },
    });
  });

  it("is not read where its form is newer than the present one", () => {
    expect(() => known(lampWith(steps), stored(4, { room: "hall" }))).toThrow(NewerEvent);
    expect(() => known(lampWith(), stored(2, { hall: "hall" }))).toThrow(NewerEvent);
  });

  it("has the form of today when it is written", () => {
    expect([lampWith().forms.formOf("LampLit"), lampWith(steps).forms.formOf("LampLit")]).toEqual([1, 3]);
    expect(lampWith().forms.formOf("LampBroken")).toBeUndefined();
  });
});

describe("steps from older forms", () => {
  it.each([
    ["a form left out", { LampLit: { 1: steps.LampLit[1], 3: steps.LampLit[2] } }],
    ["no first form", { LampLit: { 2: steps.LampLit[2] } }],
    ["an event that there is not", { LampBroken: { 1: steps.LampLit[1] } }],
  ])("are refused with %s, when the decider is made", (_, upcast) => {
    expect(() => lampWith(upcast as Upcasters<LampEvent>)).toThrow(BrokenUpcasters);
  });
});
