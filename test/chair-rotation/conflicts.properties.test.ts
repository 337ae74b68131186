import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { laterOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { type ForecastTerm, forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import { conflicts, resolvingSwap } from "../../src/chair-rotation/questions/conflicts.ts";
import type { ChairRotation, OpenedRotation } from "../../src/chair-rotation/state.ts";
import { earlierOf } from "../../src/kernel/time.ts";
import { type History, history, lived } from "./histories.ts";
import { timed } from "./life.ts";

const until = { number: 12 };
const open = (one: History) => lived(one).state as ChairRotation & { status: "open" };
const unitIn = ({ chair }: ForecastTerm) => (chair.kind === "unit" ? chair.unit : undefined);

/** The rotation as if a coming term had begun on its first day. */
function asBegun(state: OpenedRotation, row: ForecastTerm): OpenedRotation {
  const { number, term, startsOn, nominal, deputy, vacantFrom } = row;
  const begun = { number, term, startsOn, begunOn: startsOn, seq: state.seq + 1, chair: unitIn(row), deputy };
  const laid = (state.overlays.get(number) ?? []).map(({ kind }) => kind);
  const event = { type: "VacantTermBegun", data: { term, startsOn, begunOn: startsOn } } as const;
  const none = { because: [], decided: [], acts: [] };
  return { ...state, served: [...state.served, { ...begun, vacantFrom, nominal, laid, event, ...none }] };
}

/** Whether a unit is to hold a coming term on a day of another term. */
function holdsIn(
  state: OpenedRotation,
  held: ForecastTerm,
  { row, unit }: { row: ForecastTerm; unit: string },
) {
  const [from, to] = [laterOf(held.startsOn, row.startsOn), earlierOf(held.endsOn, row.endsOn)];
  const days = [from, held.vacantFrom ?? "", ...state.facts.map(({ on }) => on)];
  const begun = asBegun(state, held);
  return days.some((day) => from <= day && day < to && holderOn(begun, day) === unit);
}

const holderOn = (state: OpenedRotation, day: string) => officeOn(state, day).holder;

/** The days of a begun term within another term on which its office may change, with the first of them. */
function daysIn(state: OpenedRotation, held: ForecastTerm, row: ForecastTerm): string[] {
  const { served, facts } = state;
  const term = served[held.number];
  const [first, last] = [term?.begunOn ?? "", served[held.number + 1]?.begunOn ?? held.endsOn];
  const [from, to] = [laterOf(first, row.startsOn), earlierOf(last, row.endsOn)];
  const days = [
    ...facts.map(({ on }) => on),
    ...(term?.acts ?? []).map(({ on }) => on),
    term?.vacantFrom ?? "",
  ];
  return [from, ...days].filter((day) => from <= day && day < to);
}

describe("a swap that resolves a conflict", () => {
  it("is the one with the nearest term of those that may be proposed and that leave both units free", () => {
    fc.assert(
      fc.property(history, history, (one, other) => {
        const [here, there] = [open(one), open(other)];
        if (here.status !== "open" || there.status !== "open") return;
        const rows = forecast(here, until);
        const isFree = (unit: string, row: ForecastTerm) =>
          !forecast(there, until).some((held) => {
            if (held.certainty === "served")
              return daysIn(there, held, row).some((day) => holderOn(there, day) === unit);
            return holdsIn(there, held, { row, unit });
          });
        for (const conflict of conflicts(here, there, until)) {
          const mine = rows.find(({ term }) => term === conflict.here);
          if (!mine) throw new Error("a conflict is about a term");
          const possible = rows.flatMap((row) => {
            const unit = unitIn(row);
            if (unit === undefined || !isFree(conflict.unit, row) || !isFree(unit, mine)) return [];
            const a = { term: mine.term, unit: conflict.unit };
            const b = { term: row.term, unit };
            const data = {
              swap: "resolves",
              a,
              b,
              proposedBy: a.unit,
              proposedOn: here.doneOn ?? "2022-01-01",
            };
            const answer = chairRotation.decide(timed(ChairRotationCommand.create.ProposeSwap(data)), here);
            return answer.ok ? [{ b, away: Math.abs(row.number - mine.number) }] : [];
          });
          const found = resolvingSwap(here, there, { conflict, swap: "resolves", until });
          const least = Math.min(...possible.map(({ away }) => away));
          if (possible.length > 0)
            expect(possible.filter(({ away }) => away === least)[0]?.b).toEqual(found?.b);
        }
      }),
      { numRuns: 60 },
    );
  });
});
