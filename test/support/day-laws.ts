import { expect } from "vitest";
import type * as z from "zod";
import type { Decider } from "../../src/kernel/decider.ts";
import type { State } from "../../src/kernel/during.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { addDays } from "../../src/kernel/time.ts";
import { type DayField, dayNames, daysIn, withDay } from "./days.ts";
import { messageForms } from "./message-forms.ts";
import { type Command, type Step, sentOn, timed } from "./reach.ts";

const firstDay = "0001-01-01";
const lastDay = "9999-12-31";

/** The name of each field with a day that a command can hold: `DraftPledge.dueOn`. */
export function dayFieldsOf(commands: z.core.$ZodType): string[] {
  return [...messageForms(commands)].flatMap(([type, form]) =>
    dayNames(form.shape.data as z.core.$ZodType).map((name) => `${type}.${name}`),
  );
}

function daysOf(commands: z.core.$ZodType, { type, data }: Message): DayField[] {
  const form = messageForms(commands).get(type);
  return form === undefined ? [] : daysIn(form.shape.data as z.core.$ZodType, data);
}

/** The command, with another day in this field. */
function dated<C extends Message>(command: Command<C>, field: DayField, day: string): Command<C> {
  return { ...command, data: withDay(command.data, field, day) };
}

type Bounds = { date?: string; earliest?: string; latest?: string };
type Rejection = { type: string; data: Bounds };

function rejectionOf<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  state: S,
  command: Command<C>,
): Rejection | undefined {
  const decision = decider.decide(timed(command), state);
  return decision.ok ? undefined : (decision.rejection as unknown as Rejection);
}

/**
 * Which days of an accepted command may lie ahead of the day on which it is sent. Each is tried on that day and on
 * the day after it. The answer names every field that was tried.
 */
export function daysTried<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  { command, before }: Step<S, C, E, R>,
  mayLieAhead: ReadonlySet<string>,
): { field: string; liesAhead: boolean }[] {
  const days = daysOf(decider.commands, command);
  const named = ({ field }: DayField) => `${command.type}.${field}`;
  const done = days.filter((day) => !mayLieAhead.has(named(day))).map(({ day }) => day);
  const today = done.toSorted().at(-1) ?? "2022-06-30";
  const tomorrow = addDays(today, 1);
  return days.map((day) => {
    const onTime = rejectionOf(decider, before, sentOn(dated(command, day, today), today));
    expect(onTime?.type, `${named(day)} is ${today}, today`).not.toBe("DateInFuture");
    const ahead = rejectionOf(decider, before, sentOn(dated(command, day, tomorrow), today));
    if (ahead?.type === "DateInFuture") expect(ahead.data, named(day)).toEqual({ date: tomorrow, today });
    return { field: named(day), liesAhead: ahead?.type !== "DateInFuture" };
  });
}

/**
 * Moves each day of the command to both ends of the calendar, and then to the day before, on and after each bound
 * that a `DateOutside` names. So it shows that the bounds are exact.
 */
export function expectExactBounds<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  state: S,
  command: Command<C>,
) {
  const days = daysOf(decider.commands, command);
  for (const field of days) {
    const others = new Set(days.filter((other) => other !== field).map(({ day }) => day));
    /** The bounds that refuse this day in this field: none if the day is accepted, undefined if that is not known. */
    const boundsFor = (day: string): Bounds | undefined => {
      if (others.has(day)) return undefined;
      const decision = decider.decide(timed(dated(command, field, day)), state);
      // What is so already is accepted on any day: a unit is renamed to the name that it has had since.
      if (decision.ok) return decision.events.length > 0 ? {} : undefined;
      const { type, data } = decision.rejection as unknown as Rejection;
      return type === "DateOutside" && data.date === day ? data : undefined;
    };
    for (const day of [firstDay, field.day, lastDay]) {
      const { earliest, latest } = boundsFor(day) ?? {};
      const why = `${JSON.stringify(command)}: ${field.field} is ${day}, outside ${earliest} to ${latest}`;
      if (earliest === undefined && latest === undefined) continue;
      if (earliest !== undefined && day < earliest) {
        expect(isRefusedBy(boundsFor(earliest), "earliest", earliest), why).toBe(false);
        expect(boundsFor(addDays(earliest, -1)) ?? { earliest }, why).toMatchObject({ earliest });
      } else {
        const last = latest ?? lastDay;
        expect(day > last, `${why}: it is inside, and refused`).toBe(true);
        expect(isRefusedBy(boundsFor(last), "latest", last), why).toBe(false);
        expect(boundsFor(addDays(last, 1)) ?? { latest }, why).toMatchObject({ latest });
      }
    }
  }
}

/** Whether the bounds refuse the day, and not by the other one of them alone. */
function isRefusedBy(bounds: Bounds | undefined, bound: "earliest" | "latest", day: string): boolean {
  const { earliest, latest } = bounds ?? {};
  const byOther =
    bound === "earliest" ? latest !== undefined && day > latest : earliest !== undefined && day < earliest;
  return bounds?.[bound] !== undefined && !byOther;
}
