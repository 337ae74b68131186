import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarEn } from "../../src/calendar/en.ts";
import { printable } from "../../src/calendar/printable.ts";
import { rotationCalendar } from "../../src/calendar/rotation-calendar.ts";
import { calendarVi } from "../../src/calendar/vi.ts";
import type { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { hostileName, streams } from "./rotations.ts";

const stampedAt = "2023-01-10T01:02:03.000Z";
const language = fc.constantFrom(calendarVi, calendarEn);
const number = 16;

function components(ics: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent");
}

const sequences = (events: readonly ChairRotationEvent[]) =>
  new Map(
    components(rotationCalendar(agenda(events, { number }), { language: calendarVi, stampedAt })).map(
      (one) => {
        const { uid, sequence } = new ICAL.Event(one);
        const rest = one.getAllProperties().filter(({ name }) => name !== "sequence");
        return [uid, { sequence, said: rest.map((property) => property.toICALString()).join("\n") }];
      },
    ),
  );

describe("the bytes of a rotation's calendar", () => {
  it("are lines of at most 75 octets that end in CRLF, cut between characters, whatever units are called", () => {
    fc.assert(
      fc.property(
        streams,
        fc.array(hostileName, { minLength: 1, maxLength: 6 }),
        language,
        (events, pool, spoken) => {
          const names = (id: string) => pool[id.length % pool.length];
          const ics = rotationCalendar(agenda(events, { number: 4 }), { language: spoken, stampedAt, names });
          expect(ics.endsWith("END:VCALENDAR\r\n")).toBe(true);
          const bytes = Buffer.from(ics, "utf8");
          const lines = ics.slice(0, -2).split("\r\n");
          for (const line of lines) {
            expect(Buffer.byteLength(line, "utf8")).toBeLessThanOrEqual(75);
            expect(line).not.toMatch(/[\r\n]/);
            expect(line.isWellFormed()).toBe(true);
          }
          expect(bytes.toString("utf8")).toBe(ics);
          expect(lines.filter((line) => /^(BEGIN|END):VCALENDAR$/.test(line))).toHaveLength(2);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("say to another library exactly what was meant", () => {
    fc.assert(
      fc.property(streams, hostileName, language, (events, name, spoken) => {
        const plan = agenda(events, { number: 6 });
        const options = { language: spoken, stampedAt, names: () => name };
        const read = components(rotationCalendar(plan, options)).map((one) => new ICAL.Event(one));
        const say = spoken.say(() => printable(name));
        const meant = [
          ...plan.terms.map((term) => spoken.term(term, say)),
          ...plan.handovers.map((handover) => spoken.handover(handover, say)),
        ];
        expect(read.map(({ summary, description }) => ({ summary, description }))).toEqual(
          meant.map(({ summary, details }) => ({ summary, description: details.join("\n") })),
        );
        const days = read.slice(0, plan.terms.length).map((one) => [one.startDate, one.endDate].map(String));
        expect(days).toEqual(
          plan.terms.map(({ startsOn, endsOn, tenures }) => [
            tenures[0]?.from ?? startsOn,
            tenures.at(-1)?.until ?? endsOn,
          ]),
        );
        expect(new Set(read.map(({ uid }) => uid)).size).toBe(meant.length);
      }),
      { numRuns: 60 },
    );
  });

  it("are equal for equal events", () => {
    fc.assert(
      fc.property(streams, (events) => {
        const stored = JSON.parse(JSON.stringify(events)) as ChairRotationEvent[];
        const write = (all: readonly ChairRotationEvent[]) =>
          rotationCalendar(agenda(all, { number }), { language: calendarVi, stampedAt });
        expect(write(stored)).toBe(write(events));
      }),
      { numRuns: 20 },
    );
  });
});

describe("the SEQUENCE of an event", () => {
  it("never falls as more happens, and grows by one where what is said of it changes, and nowhere else", () => {
    fc.assert(
      fc.property(streams, (events) => {
        let before = sequences(events.slice(0, 1));
        for (let count = 2; count <= events.length; count += 1) {
          const after = sequences(events.slice(0, count));
          for (const [uid, was] of before) {
            const is = after.get(uid);
            expect(is).toBeDefined();
            expect(is?.sequence).toBeGreaterThanOrEqual(was.sequence);
            expect(is?.sequence).toBe(was.sequence + (is?.said === was.said ? 0 : 1));
          }
          before = after;
        }
      }),
      { numRuns: 15 },
    );
  });
});
