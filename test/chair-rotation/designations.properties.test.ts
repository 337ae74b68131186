import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameOf, numberOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { decidedOf, type OpenedRotation } from "../../src/chair-rotation/state.ts";
import { datedHistory } from "./dated-histories.ts";
import { lived } from "./histories.ts";
import { conference, decision, timed } from "./life.ts";

const { create } = ChairRotationCommand;

type Told = { state: OpenedRotation & { status: "open" }; events: readonly ChairRotationEvent[] };

/** The rotation after the commands, with their events; undefined where one is refused. */
function told(from: OpenedRotation, ...commands: ChairRotationCommand[]): Told | undefined {
  let state: Told["state"] = { ...from, status: "open" };
  const events: ChairRotationEvent[] = [];
  for (const command of commands) {
    const answer = chairRotation.decide(timed(command), state);
    if (!answer.ok) return undefined;
    events.push(...answer.events);
    state = answer.events.reduce(chairRotation.evolve, state) as Told["state"];
  }
  return { state, events };
}

/** Who is to chair the next terms, and their deputies. */
const rowsOf = (state: OpenedRotation) =>
  forecast(state, { number: state.served.length + 9 }).map(
    ({ term, nominal, chair, deputy, vacantFrom, certainty }) => {
      const sits = chair.kind === "open" ? { ...chair, among: [...chair.among].sort() } : chair;
      return { term, nominal, sits, deputy, vacantFrom, certainty };
    },
  );

const drawn = fc.record({
  past: datedHistory({ often: ["advance", "elect", "assign", "deputy"], deedsMax: 12, aheadMax: 2 }),
  ahead: fc.nat(2),
  x: fc.nat(11),
  y: fc.nat(11),
  isDecided: fc.boolean(),
});

type Asked = { state: OpenedRotation; term: string; unit: string; other: string; isDecided: boolean };

/** Asks of an open rotation at the end of each history, and counts how often there was an answer. */
function expectCases(law: (asked: Asked) => number) {
  let cases = 0;
  fc.assert(
    fc.property(drawn, ({ past, ahead, x, y, isDecided }) => {
      const { state } = lived(past);
      if ("closedOn" in state) return;
      const units = [...state.lastRoster.members.keys()];
      const [unit = "a", other = "a"] = [units[x % units.length], units[y % units.length]];
      const term = nameOf(state.calendar, state.served.length + ahead);
      cases += law({ state, term, unit, other, isDecided });
    }),
    { numRuns: 400 },
  );
  expect(cases).toBeGreaterThan(50);
}

const designate = ({ term, unit, isDecided }: Asked) =>
  create.DesignateChair({
    term,
    chair: unit,
    basis: isDecided ? decision : conference,
    designatedOn: "2022-01-05",
  });
const deputise = ({ term, other }: Asked) =>
  create.DesignateDeputy({ term, deputy: other, basis: conference, designatedOn: "2022-01-05" });

const naming: ReadonlySet<string> = new Set(["ChairDesignated", "DeputyDesignated"]);

describe("a designation, in histories whose facts come early, late and in any order", () => {
  it("that is taken back at once leaves the rotation as it was, where it has ended nothing", () => {
    expectCases((asked) => {
      const { state, term, unit } = asked;
      const made = told(state, designate(asked));
      // What it has made void, and a deputy whom it has left out, do not come back.
      if (made?.events.length !== 1 || made.events[0]?.type !== "ChairDesignated") return 0;
      // A vote that a decision confirms is taken back with it.
      const isConfirmed = decidedOf(state, numberOf(state.calendar, term)).some(
        ({ event }) => event.type === "ChairDesignated" && event.data.chair === unit,
      );
      if (isConfirmed) return 0;
      const undo = create.UndesignateChair({
        term,
        chair: unit,
        code: "superseded",
        undesignatedOn: "2022-01-06",
      });
      const undone = told(made.state, undo);
      expect(undone?.events.map(({ type }) => type)).toEqual(["ChairUndesignated"]);
      expect(rowsOf(undone?.state ?? made.state)).toEqual(rowsOf(state));
      expect(told(undone?.state ?? made.state, undo)?.events).toEqual([]);
      return 1;
    });
  });

  it("of a chair and one of a deputy give the same in either order, and who is both is chair", () => {
    expectCases((asked) => {
      const { state, term, unit, other } = asked;
      const [first, last] = [designate(asked), deputise(asked)];
      if (unit !== other) {
        const [a, b] = [told(state, first, last), told(state, last, first)];
        if (!a || !b) return 0;
        // Where a deputy succeeds, the first word may move a turn that somebody has agreed about, and the second one moves
        // it back: what was agreed is void by then. So only what ends nothing commutes.
        if (![a, b].every(({ events }) => events.every(({ type }) => naming.has(type)))) return 0;
        expect(rowsOf(a.state)).toEqual(rowsOf(b.state));
        return 1;
      }
      const both = told(state, last, first);
      const chair = told(state, first);
      if (!both || !chair || both.events[1]?.type !== "ChairDesignated") return 0;
      expect(both.events[2]).toMatchObject({
        type: "DeputyReleased",
        data: { deputy: unit, ground: "isChair" },
      });
      const [row, alone] = [both, chair].map((one) => rowsOf(one.state).find((row) => row.term === term));
      expect(row?.sits).toEqual(alone?.sits);
      const sits = row?.sits.kind === "unit" ? row.sits.unit : undefined;
      if (sits === unit) expect(row?.deputy).not.toBe(unit);
      return 1;
    });
  });
});
