import { expect } from "vitest";
import type { Decider } from "../../src/kernel/decider.ts";
import type { State } from "../../src/kernel/during.ts";
import type { Message } from "../../src/kernel/messages.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import { addDays, type CivilDate } from "../../src/kernel/time.ts";
import { given } from "../../src/testing/scenario.ts";

/** The metadata of a command that is sent on `day`. */
export function sentOn(day: CivilDate): CommandMetadata {
  return { now: new Date(`${day}T05:00:00Z`), commandId: "c1", actor: "office" };
}

/** A command whose latest day is `date` is refused on the day before, and accepted on that day. */
export function expectNotAhead<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  history: readonly E[],
  command: C,
  date: CivilDate,
) {
  const today = addDays(date, -1);
  expect(given(decider, history).when({ ...command, metadata: sentOn(today) }).decision).toEqual({
    ok: false,
    rejection: { type: "DateInFuture", data: { date, today } },
  });
  expect(given(decider, history).when({ ...command, metadata: sentOn(date) }).decision).toMatchObject({
    ok: true,
    events: [expect.anything()],
  });
}
