import * as fc from "fast-check";
import { expect } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import type { ChairRotation, OpenedRotation } from "../../src/chair-rotation/state.ts";
import { addDays, type CivilDate } from "../../src/kernel/time.ts";
import { saidOn } from "./dated-histories.ts";
import { ownDayOf } from "./days-in-log.ts";
import { timed } from "./life.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

/** A fact of some day about some unit, as numbers: fit to be shrunk. */
type Drawn = { kind: (typeof kinds)[number]; x: number; y: number; days: number };
const kinds = [
  "join",
  "leave",
  "rename",
  "suspend",
  "suspend",
  "reinstate",
  "merge",
  "absorb",
  "split",
  "dissolve",
] as const;

export const drawnFacts: fc.Arbitrary<{ facts: Drawn[]; order: number[] }> = fc.record({
  facts: fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      x: fc.nat(11),
      y: fc.nat(11),
      days: fc.integer({ min: 1, max: 1_500 }),
    }),
    { minLength: 2, maxLength: 4, size: "max" },
  ),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
});

/** The facts as commands. Each is about a unit that is a member on its day by what is recorded so far. */
export function factsAfter(state: OpenedRotation, drawn: readonly Drawn[]): ChairRotationCommand[] {
  const closed = state.doneOn ?? state.opening.calendar.startsOn;
  return drawn.flatMap(({ kind, x, y, days }, at) => {
    const on = addDays(closed, days);
    const { members } = rosterOn(state, on);
    const suspended = [...members].filter(([, { suspension }]) => suspension).map(([unit]) => unit);
    const among = kind === "reinstate" && suspended.length > 0 ? suspended : [...members.keys()];
    const [unit, other] = [among[x % among.length], [...members.keys()][y % members.size]];
    return unit === undefined || other === undefined
      ? []
      : [commandOf(kind, { unit, other, on, fresh: `p${at}` })];
  });
}

function commandOf(
  kind: Drawn["kind"],
  { unit, other, on, fresh }: { unit: string; other: string; on: CivilDate; fresh: string },
): ChairRotationCommand {
  const leftOn = addDays(on, -1);
  switch (kind) {
    case "join":
      return create.JoinRotation({ unit: fresh, joinedOn: on });
    case "leave":
      return create.LeaveRotation({ unit, leftOn, reason });
    case "dissolve":
      return create.LeaveRotation({ unit, leftOn, ceases: true, reason });
    case "rename":
      return create.RenameInRotation({ unit, name: `new ${fresh}`, renamedOn: on });
    case "suspend":
      return create.SuspendFromRotation({ unit, suspendedOn: on, reason });
    case "reinstate":
      return create.ReinstateInRotation({ unit, reinstatedOn: on });
    case "merge":
      return create.MergeInRotation({ units: [unit], into: fresh, mergedOn: on });
    case "absorb":
      return create.MergeInRotation({ units: [unit], into: other, mergedOn: on });
    case "split":
      return create.SplitInRotation({ unit, heir: `${fresh}h`, others: [`${fresh}o`], splitOn: on });
  }
}

type Recorded = { state: OpenedRotation; consequences: string[]; days: CivilDate[] };

/** Records the facts one after the other; undefined where one of them is refused. */
function recorded(from: OpenedRotation, facts: readonly ChairRotationCommand[]): Recorded | undefined {
  let state: ChairRotation = { ...from, status: "open" };
  const [consequences, days]: [string[], CivilDate[]] = [[], []];
  for (const fact of facts) {
    const answer = chairRotation.decide(timed(fact), state);
    if (!answer.ok || answer.events.length === 0) return undefined;
    state = answer.events.reduce(chairRotation.evolve, state);
    const note = (event: ChairRotationEvent) => {
      const own = ownDayOf(event);
      if (own === undefined) consequences.push(JSON.stringify(event));
      else days.push(own);
    };
    answer.events.forEach(note);
  }
  if (state.status !== "open") throw new Error("open");
  return { state, consequences: consequences.sort(), days };
}

/**
 * L40: facts of different days, recorded after the same act, accepted in both orders and voiding the same agreements in
 * both, give the same answers for every day and term. It gives the number of days compared.
 */
export function expectSameInAnyOrder(
  from: OpenedRotation,
  facts: readonly ChairRotationCommand[],
  order: readonly number[],
) {
  const [one, other] = [
    recorded(from, facts),
    recorded(
      from,
      order.flatMap((at) => facts[at] ?? []),
    ),
  ];
  if (!one || !other || new Set(one.days).size < facts.length) return 0;
  // What is void is void for good, so the order may matter where it decides what is void (section 1).
  if (one.consequences.join() !== other.consequences.join()) return 0;
  const days = one.days.flatMap((day) => [addDays(day, -1), day]);
  for (const day of days) expect(saidOn(other.state, day), day).toBe(saidOn(one.state, day));
  const number = from.served.length + 6;
  const rows = (state: OpenedRotation) =>
    forecast(state, { number }).map(({ nominal, chair, deputy, vacantFrom, certainty }) => ({
      nominal,
      chair,
      deputy,
      vacantFrom,
      certainty,
    }));
  expect(rows(other.state)).toEqual(rows(one.state));
  return days.length;
}
