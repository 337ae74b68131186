import * as fc from "fast-check";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import type { ChairRotationCommand, ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { type Deed, history, lived, openingOf } from "../chair-rotation/histories.ts";
import { timed } from "../chair-rotation/life.ts";

/** The events of commands that all are accepted. */
export function eventsOf(...commands: readonly ChairRotationCommand[]): ChairRotationEvent[] {
  let state = chairRotation.initialState();
  return commands.flatMap((command) => {
    const decision = chairRotation.decide(timed(command), state);
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.rejection)}`);
    state = decision.events.reduce(chairRotation.evolve, state);
    return decision.events;
  });
}

/** The stream of a generated history, opening and all. */
export const streams: fc.Arbitrary<ChairRotationEvent[]> = history.map((one) => {
  const few: readonly Deed[] = one.deeds.slice(0, 14);
  const { steps } = lived({ ...one, deeds: few });
  return [...eventsOf(openingOf(one)), ...steps.flatMap(({ events }) => events)];
});

/** What names may hold, and what applications hand over although they may not. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "Sở Tư pháp; Thanh tra, tỉnh",
    "a\\b\\nc\\,d;",
    "Ủy ban nhân dân 🏳️‍🌈👩‍👩‍👧‍👦",
    "Viện Kiểm sát nhân dân tỉnh ".repeat(20),
    "Công an tỉnh".normalize("NFD"),
    "END:VCALENDAR\r\nBEGIN:VEVENT",
    '<script>alert("1")</script>',
    "]]> & &amp; &#0; \u0000\u0007\ufffe",
    "\ud800 lone \udfff",
    "a\u2028b\u202ec",
    "__proto__",
    "𠮷".repeat(60),
    "ộ".repeat(200),
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
);
