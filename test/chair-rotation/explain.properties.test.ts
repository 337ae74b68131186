import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import type { CitedEvent, Explanation, Seat } from "../../src/chair-rotation/forecast/explanation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import type { ChairRotationCommand, ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { explain } from "../../src/chair-rotation/questions/explain.ts";
import type { ChairRotation } from "../../src/chair-rotation/state.ts";
import { same } from "../../src/kernel/same.ts";
import { deed, type History, history, lived, openingOf } from "./histories.ts";
import { timed } from "./life.ts";

/** A command that was accepted, with its own events and those that it voids, and where they stand in the log. */
type Sent = { command: ChairRotationCommand; events: readonly ChairRotationEvent[]; position: number };
type Log = { sent: readonly Sent[]; events: readonly ChairRotationEvent[]; state: ChairRotation };

const isVoid = ({ type }: ChairRotationEvent) => type === "SwapVoided" || type === "AgreementVoided";
const own = (events: readonly ChairRotationEvent[]) => events.filter((event) => !isVoid(event));

/** Sends the commands one after the other; undefined where one is refused, or says otherwise than it did. */
function logOf(commands: readonly (Pick<Sent, "command"> & Partial<Sent>)[]): Log | undefined {
  const events: ChairRotationEvent[] = [];
  const sent: Sent[] = [];
  let state = chairRotation.initialState();
  for (const { command, events: before } of commands) {
    const answer = chairRotation.decide(timed(command), state);
    if (!answer.ok || (before && !same(own(answer.events), own(before)))) return undefined;
    const at = answer.events.findIndex((event) => !isVoid(event));
    sent.push({ command, events: answer.events, position: events.length + at + 1 });
    events.push(...answer.events);
    state = answer.events.reduce(chairRotation.evolve, state);
  }
  return { sent, events, state };
}

function told(one: History): Log {
  const { steps } = lived(one);
  const log = logOf([{ command: openingOf(one) }, ...steps.map(({ command }) => ({ command }))]);
  if (!log) throw new Error("all was accepted before");
  return log;
}

const citedIn = ({ from, because, begun, since }: Explanation): CitedEvent[] =>
  [from, ...because, begun, ...since].flatMap((one) => (one?.kind === "event" ? [one] : []));

function seatIn(state: ChairRotation, number: number, askedOn?: string): Seat | undefined {
  if (state.status === "blank") return undefined;
  return forecast(state, { number }, askedOn)[number]?.chair;
}

/** The log up to the command that begins the term; all of it for a coming term. */
function logBefore(log: Log, number: number): { log: Log; askedOn?: string } {
  const served = log.state.status === "blank" ? undefined : log.state.served[number];
  if (!served) return { log };
  const at = log.sent.findIndex(({ events }) => events.some((event) => same(event, served.event)));
  const before = logOf(log.sent.slice(0, at));
  if (!before) throw new Error("it was accepted before");
  return { log: before, askedOn: served.begunOn };
}

/** The log without each command after the first, where all others are accepted and say the same. */
function removals(log: Log): { sent: Sent; state: ChairRotation }[] {
  return log.sent.slice(1).flatMap((sent, at) => {
    const rest = logOf(log.sent.toSpliced(at + 1, 1));
    return rest ? [{ sent, state: rest.state }] : [];
  });
}

const numbersOf = ({ state }: Log) => (state.status === "blank" ? [] : [...state.served.keys()].slice(-2));
const comingOf = ({ state }: Log) =>
  state.status === "blank" ? [] : [0, 1, 2, 5].map((more) => state.served.length + more);

/** Histories of some length: a short one says little of what became of earlier events. */
const long: fc.Arbitrary<History> = fc
  .tuple(history, fc.array(deed, { minLength: 6, maxLength: 20 }))
  .map(([one, more]) => ({ ...one, deeds: [...one.deeds, ...more] }));

/** Without the names: those of units that come later are known later. */
const unnamed = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (field, item) => (field === "names" ? undefined : item)));

/** Beside each removal that leaves a lawful log, what is told of the term. */
function expectTold(
  whole: Log,
  number: number,
  { log, askedOn, left }: { log: Log; askedOn?: string; left: ReturnType<typeof removals> },
) {
  if (whole.state.status === "blank") return;
  const explanation = explain(whole.events, nameOf(whole.state.calendar, number));
  if (!explanation) return;
  const is = seatIn(log.state, number, askedOn);
  const cited = new Set(citedIn(explanation).map(({ position }) => position));
  for (const { sent, state } of left) {
    const { position } = sent;
    const chair = seatIn(state, number, askedOn);
    const what = JSON.stringify([number, sent, chair, is]);
    if (!same(chair, is)) expect([...cited], what).toContain(position);
    const told = explanation.otherwise.find(({ without }) => without.position === position);
    if (told) expect(told.chair, what).toEqual(chair);
  }
}

function everyTerm(run: (log: Log, number: number) => void) {
  fc.assert(
    fc.property(long, (one) => {
      const log = told(one);
      for (const number of [...numbersOf(log), ...comingOf(log)]) run(log, number);
    }),
    { numRuns: 30 },
  );
}

describe("what is told of a term", () => {
  it("cites only what is in the log, with its kind, day and document", () => {
    everyTerm((log, number) => {
      if (log.state.status === "blank") return;
      const explanation = explain(log.events, nameOf(log.state.calendar, number));
      for (const { position, event, on, document } of explanation ? citedIn(explanation) : []) {
        expect(event).toBe(log.events[position - 1]);
        const text = JSON.stringify(event);
        if (on !== undefined) expect(text).toContain(`"${on}"`);
        expect(text.includes('"document":')).toBe(document !== undefined);
        if (document) expect(text).toContain(JSON.stringify(document));
      }
    });
  });

  it("cites every event without which another would have the term, and says truly who (L56)", () => {
    fc.assert(
      fc.property(long, (one) => {
        const log = told(one);
        const left = removals(log);
        for (const number of comingOf(log)) expectTold(log, number, { log, left });
        for (const number of numbersOf(log)) {
          const before = logBefore(log, number);
          expectTold(log, number, { ...before, left: removals(before.log) });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("stays as it is once the term has begun: its reasons lie before its beginning in the log (L57)", () => {
    everyTerm((log, number) => {
      if (log.state.status === "blank" || number >= log.state.served.length) return;
      const { from, because, begun, otherwise } =
        explain(log.events, nameOf(log.state.calendar, number)) ?? {};
      const at = begun?.position ?? 0;
      const reasons = [from, ...(because ?? []), ...(otherwise ?? []).map(({ without }) => without)];
      for (const one of reasons) if (one?.kind === "event") expect(one.position).toBeLessThan(at);
      const then = explain(log.events.slice(0, at), nameOf(log.state.calendar, number));
      expect(unnamed([then?.from, then?.because, then?.otherwise])).toEqual(
        unnamed([from, because, otherwise]),
      );
    });
  });
});
