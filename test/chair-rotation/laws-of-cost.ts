import { expect } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { comingRows } from "../../src/chair-rotation/forecast/coming-terms.ts";
import type { OpenedRotation, ServedTerm } from "../../src/chair-rotation/state.ts";
import type { Law } from "./dated-histories.ts";
import { fromTheBeginning, type LeftOwed, leftOwedIn } from "./from-the-beginning.ts";
import { timed } from "./life.ts";

/** L58: the answer of what is kept in the state is the answer reckoned from the beginning, for every prefix of the log. */
export const snapshotIsSafe: Law = ({ steps }) => {
  let cases = 0;
  const owed: LeftOwed[] = [];
  for (const step of steps) {
    owed.push(...leftOwedIn(step));
    const { after } = step;
    const { state, seats } = fromTheBeginning(after, owed);
    expect(seats).toEqual(after.served.map(({ nominal }) => nominal));
    const rows = (one: OpenedRotation) =>
      comingRows(one, after.served.length + 9).map(({ nominal, by, debt, chair, deputy, vacantFrom }) => ({
        nominal,
        by,
        debt,
        chair,
        deputy,
        vacantFrom,
      }));
    expect(rows(state)).toEqual(rows(after));
    cases += after.served.length;
  }
  return cases;
};

/** L58, counted steps: a decision touches no row of a term that has begun, but of the running one. */
export const beginsNothingAnew: Law = ({ steps }) => {
  let cases = 0;
  for (const { command, before, events } of steps) {
    if (before.served.length < 2) continue;
    const touched: string[] = [];
    const served = before.served.map((row, at) =>
      at === before.served.length - 1 ? row : watched(row, touched),
    );
    const answer = chairRotation.decide(timed(command), { ...before, served, status: "open" });
    expect(answer).toEqual({ ok: true, events });
    expect(touched, command.type).toEqual([]);
    cases += 1;
  }
  return cases;
};

/** The same row; what is read of it is noted. */
const watched = (row: ServedTerm, touched: string[]): ServedTerm =>
  new Proxy(Object.freeze({}) as ServedTerm, {
    get(_, field) {
      touched.push(`${String(field)} of ${row.term}`);
      return Reflect.get(row, field);
    },
  });
