import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarEn } from "../../src/calendar/en.ts";
import { rotationCalendar } from "../../src/calendar/rotation-calendar.ts";
import { laterOf } from "../../src/chair-rotation/calendar.ts";
import { custodianOn, custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { type ForecastTerm, forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { objectionIn } from "../../src/chair-rotation/members.ts";
import type { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { membersOn, officeOn } from "../../src/chair-rotation/office-on.ts";
import { type Agenda, type AgendaTerm, agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { type OpenedRotation, policyAt } from "../../src/chair-rotation/state.ts";
import { addDays, type CivilDate } from "../../src/kernel/time.ts";
import { timelineEn } from "../../src/timeline/en.ts";
import { timeline } from "../../src/timeline/timeline.ts";
import { all, ofClass, type Read, readXml } from "../timeline/xml.ts";
import { history, lived } from "./histories.ts";

/** What the library says of one rotation, in each of its ways. */
type Sayings = {
  rotation: OpenedRotation;
  rows: readonly ForecastTerm[];
  plan: Agenda;
  bars: readonly (readonly Bar[])[];
  entries: readonly ICAL.Event[];
};
/** A bar of the picture: the name of its row; undefined in a row that is no unit's. */
type Bar = { row: string | undefined };

const more = 6;

function sayingsOf(rotation: OpenedRotation, events: readonly ChairRotationEvent[]): Sayings {
  const number = rotation.served.length + more;
  const plan = agenda(events, { number });
  const names = (id: string) => id;
  const svg = readXml(timeline(plan, { language: timelineEn, names }));
  const ics = rotationCalendar(plan, { language: calendarEn, stampedAt: "2023-01-10T01:02:03.000Z", names });
  const vevents = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent");
  return {
    rotation,
    rows: forecast(rotation, { number }),
    plan,
    bars: barsIn(svg, new Set(unitsIn(plan))),
    entries: vevents.slice(0, plan.terms.length).map((one) => new ICAL.Event(one)),
  };
}

const unitsIn = ({ terms }: Agenda) =>
  terms.flatMap(({ chair, tenures }) => [
    ...(chair.kind === "unit" ? [chair.unit] : []),
    ...tenures.flatMap(({ unit }) => unit ?? []),
  ]);

const seats: ReadonlySet<string> = new Set(["chair", "swap", "substitute", "vacant", "open", "cancelled"]);

/** The bars of the chairs, by term, each with its row: a label stands in the middle of the row, a bar around it. */
function barsIn(svg: Read, units: ReadonlySet<string>): Bar[][] {
  const labels = ofClass(svg, "unit").map((group) => {
    const [name = "", label] = [group.children[0]?.text, group.children.find((one) => one.name === "text")];
    return { name, y: Number(label?.attributes.get("y")) };
  });
  const rowAt = (y: number) => labels.find((label) => y < label.y && label.y < y + 22)?.name;
  return ofClass(svg, "term").map((group) =>
    all(group)
      .filter((one) => one.name === "rect" && seats.has(one.attributes.get("class") ?? ""))
      .map((bar): Bar => {
        const row = rowAt(Number(bar.attributes.get("y")));
        return { row: row !== undefined && units.has(row) ? row : undefined };
      }),
  );
}

/** The days on which anything may change, each with the day before: between them every answer is the same. */
function daysOf({ rotation, rows }: Sayings): CivilDate[] {
  const { served, facts, opening, flag } = rotation;
  const changes = [
    opening.calendar.startsOn,
    ...facts.map(({ on }) => on),
    ...served.flatMap(({ begunOn, vacantFrom, acts }) => [begunOn, vacantFrom, ...acts.map(({ on }) => on)]),
    ...(flag?.acts.map(({ on }) => on) ?? []),
    ...rows.map(({ startsOn }) => startsOn),
  ].filter((day) => day !== undefined);
  return [...new Set(changes.flatMap((day) => [addDays(day, -1), day]))].sort();
}

/** L42: one holder or one named vacancy; who has an office is a member on that day, and none has two. */
function expectOffice({ rotation }: Sayings, day: CivilDate) {
  const office = officeOn(rotation, day);
  const { holder, why, deputy, acting } = office;
  expect([holder === undefined, why === undefined]).toContain(true);
  expect(holder === undefined).toBe(why !== undefined);
  const members = membersOn(rotation, day);
  const isAnybody = rotation.opening.policy.substitutes === "anybody";
  if (holder !== undefined && !isAnybody) expect(members.has(holder), `${holder} on ${day}`).toBe(true);
  for (const unit of [deputy, acting]) {
    if (unit === undefined) continue;
    expect(members.has(unit), `${unit} on ${day}`).toBe(true);
    expect(unit).not.toBe(holder);
  }
  return office;
}

/** L43: the chain of custody has no gap, and its end is a member on that day, the issuer, or lost. */
function expectCustody({ rotation }: Sayings, day: CivilDate) {
  const custody = custodyOn(rotation, day);
  if (!custody) return;
  for (const [at, { from, on }] of custody.steps.entries()) {
    const before = custody.steps[at - 1];
    expect(from).toEqual(before?.to ?? { kind: "issuer" });
    expect(on >= (before?.on ?? on) && on <= day).toBe(true);
  }
  const { custodian } = custody;
  expect(custodian).toEqual(custody.steps.at(-1)?.to ?? { kind: "issuer" });
  // What commands go on from is kept for the closed days; the chain is gone through anew by questions.
  expect(custodianOn(rotation, day)).toMatchObject({ custodian, flag: custody.flag });
  if (custodian.kind === "unit") expect([...membersOn(rotation, day).keys()]).toContain(custodian.unit);
}

const covers = ({ tenures, startsOn, endsOn }: AgendaTerm, day: CivilDate): boolean =>
  (tenures[0]?.from ?? startsOn) <= day && day < (tenures.at(-1)?.until ?? endsOn);

/** A day of a term that has begun: agenda, picture and calendar say who holds the chair. */
function expectHeld(sayings: Sayings, day: CivilDate, holder: string | undefined) {
  const { plan, bars, entries } = sayings;
  const begun = plan.terms.filter((term) => term.certainty === "served" && covers(term, day));
  expect(begun).toHaveLength(1);
  const [term] = begun;
  if (!term) return;
  const at = term.tenures.findIndex(({ from, until }) => from <= day && day < until);
  expect(term.tenures[at]?.unit).toBe(holder);
  const drawn = bars[term.number];
  expect(drawn).toHaveLength(term.tenures.length);
  expect(drawn?.[at]?.row).toBe(holder);
  const those = entries.filter(({ startDate, endDate }) => `${startDate}` <= day && day < `${endDate}`);
  expect(those.filter((entry) => entry === entries[term.number])).toHaveLength(1);
  const entry = entries[term.number];
  expect(unitsSaid(entry?.summary)).toContain(holder ?? entry?.summary);
}

/** The units of a headline, and the headline itself. */
const unitsSaid = (summary = ""): string[] => [
  summary,
  ...summary
    .replace(/^.*?: /, "")
    .replace(/ \(.*\)$/, "")
    .split(" → "),
];

/** A term that has begun: its row names who took the chair on its day, where nothing else was done on that day. */
function expectTaken({ rotation, rows }: Sayings) {
  for (const { number, begunOn, acts, chair } of rotation.served) {
    expect(rows[number]?.chair).toEqual(
      chair === undefined ? { kind: "vacant" } : { kind: "unit", unit: chair },
    );
    if (acts.every(({ on }) => on > begunOn)) expect(officeOn(rotation, begunOn).holder).toBe(chair);
  }
}

/** A coming term: forecast, agenda, picture and calendar give it to one unit, which is a member on its day. */
function expectPlanned({ rotation, rows, plan, bars, entries }: Sayings) {
  for (const { number, chair, startsOn, certainty } of rows) {
    if (certainty === "served") continue;
    expect(plan.terms[number]?.chair).toEqual(chair);
    if (plan.terms[number]?.isCancelled) continue;
    expect(bars[number]?.map(({ row }) => row)).toEqual([chair.kind === "unit" ? chair.unit : undefined]);
    const { summary } = entries[number] ?? {};
    if (chair.kind !== "unit") expect(summary).toMatch(/: (vacant|not chosen yet)$/);
    else {
      expect(unitsSaid(summary)).toContain(chair.unit);
      const isAnybody = policyAt(rotation, number).substitutes === "anybody";
      const day = laterOf(startsOn, rotation.doneOn ?? startsOn);
      if (!isAnybody) expect(objectionIn(rosterOn(rotation, day), chair.unit)).toBe(undefined);
    }
  }
}

describe("on every day of any history", () => {
  it("office, forecast, agenda, picture and calendar name one chair, a member on that day, or one vacancy (L42)", () => {
    fc.assert(
      fc.property(history, (one) => {
        const { state, steps } = lived(one);
        const opened = { type: "RotationOpened", data: state.opening } as const;
        const sayings = sayingsOf(state, [opened, ...steps.flatMap((step) => step.events)]);
        // Of a rotation that is closed the last tenure ends with it.
        const last = sayings.plan.terms[state.served.length - 1]?.tenures.at(-1)?.until ?? "";
        for (const day of daysOf(sayings)) {
          const { holder, why } = expectOffice(sayings, day);
          expectCustody(sayings, day);
          const isBegun = why !== "notBegun" && day < last;
          if (isBegun) expectHeld(sayings, day, holder);
        }
        expectTaken(sayings);
        expectPlanned(sayings);
      }),
      { numRuns: 400 },
    );
  });
});
