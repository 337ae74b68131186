import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { sent } from "../../src/kernel/sent.ts";
import { addDays } from "../../src/kernel/time.ts";
import type { Contest } from "./measure.ts";
import { metadata, openingOf, rotationOf, unitAt } from "./rotation-histories.ts";

const { create } = ChairRotationCommand;
const [units, reason] = [50, "measured"];
const opened = () => openingOf(units, "cycle", unitAt(0, units));

/** So many facts about one member in the first term: it is suspended and reinstated, a day each. */
function factsOf(count: number): ChairRotationEvent[] {
  const unit = unitAt(9, units);
  const facts = Array.from({ length: count }, (_, at): ChairRotationEvent => {
    const on = addDays("2022-01-02", at);
    if (at % 2 === 1) return { type: "UnitReinstatedInRotation", data: { unit, reinstatedOn: on } };
    return { type: "UnitSuspendedFromRotation", data: { unit, suspendedOn: on, reason } };
  });
  return [
    ...opened(),
    { type: "TermEndChanged", data: { term: "2022-01", endsOn: "2040-01-01", reason } },
    ...facts,
  ];
}

/** So many incidents of the first term, one command after the other. */
const noting = (count: number) => () => {
  let state = chairRotation.fold(opened());
  for (let at = 0; at < count; at += 1) {
    const command = create.NoteIncident({ term: "2022-01", incident: `incident ${at}` });
    const decision = chairRotation.decide(sent(command, metadata), state);
    if (!decision.ok) throw new Error(`the incident is refused: ${decision.rejection.type}`);
    state = decision.events.reduce(chairRotation.evolve, state);
  }
  return state.status;
};

/** So often somebody begins to act for the chair of the first term, and ends, one command after the other. */
const acting = (count: number) => () => {
  const extended = {
    type: "TermEndChanged",
    data: { term: "2022-01", endsOn: "2040-01-01", reason },
  } as const;
  let state = chairRotation.fold([...opened(), extended]);
  const unit = unitAt(9, units);
  for (let at = 0; at < count; at += 1) {
    const on = addDays("2022-01-02", at);
    const command =
      at % 2 === 0
        ? create.AppointActingChair({ term: "2022-01", unit, from: on, reason })
        : create.EndActing({ unit, endedOn: on });
    const decision = chairRotation.decide(sent(command, metadata), state);
    if (!decision.ok) throw new Error(`the act is refused: ${decision.rejection.type}`);
    state = decision.events.reduce(chairRotation.evolve, state);
  }
  return state.status;
};

/** One leave ends so many substitutions, each of another term. */
function leaving(count: number) {
  const unit = unitAt(9, units);
  const state = rotationOf(opened());
  const overlays = Array.from({ length: count }, (_, at): ChairRotationEvent => {
    const number = at + 1;
    const term = `${2022 + Math.floor(number / 12)}-${String(1 + (number % 12)).padStart(2, "0")}`;
    const holder = unitAt(number, units);
    return {
      type: "SubstituteNamed",
      data: { term, unit: holder, chair: holder === unit ? unitAt(8, units) : unit, reason },
    };
  });
  const named = chairRotation.fold(overlays, state as ReturnType<typeof chairRotation.fold>);
  const leave = sent(create.LeaveRotation({ unit, leftOn: "2022-01-15", reason }), metadata);
  return () => {
    const decision = chairRotation.decide(leave, named);
    if (!decision.ok || decision.events.length <= count) throw new Error("not all are void");
    return decision.events.length;
  };
}

const twice = (
  name: string,
  count: number,
  millisecondsMax: number,
  work: (count: number) => () => unknown,
): Contest => ({
  name: `${name}, ${count}`,
  millisecondsMax,
  ours: work(count),
  doubled: { work: work(2 * count), growthMax: 2.5 },
  peers: {},
});

/** A term in which much happens, and a decision that ends much. */
export const crowdedTerms = (): Contest[] => [
  twice("agenda of facts in one term", 500, 500, (count) => {
    const events = factsOf(count);
    return () => agenda(events, { number: 3 }).terms.length;
  }),
  twice("incidents noted", 500, 500, noting),
  twice("acts in one term", 500, 500, acting),
  twice("a leave that ends substitutions", 500, 500, leaving),
];
