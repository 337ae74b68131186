import { nameOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { fairnessOf } from "../../src/chair-rotation/forecast/fairness.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { conflicts } from "../../src/chair-rotation/questions/conflicts.ts";
import { explain } from "../../src/chair-rotation/questions/explain.ts";
import { sittingsWalk } from "../../src/chair-rotation/questions/tenures.ts";
import { sent } from "../../src/kernel/sent.ts";
import { addMonths } from "../../src/kernel/time.ts";
import { timelineEn } from "../../src/timeline/en.ts";
import { timeline } from "../../src/timeline/timeline.ts";
import { busyOf, receiving } from "./busy-rotation.ts";
import { crowdedTerms } from "./crowded-term.ts";
import type { Bench, Contest } from "./measure.ts";
import {
  incidentsOf,
  type Kind,
  metadata,
  openingOf,
  rotationOf,
  type Size,
  servedOf,
  unitAt,
} from "./rotation-histories.ts";

/** A hundred years of monthly terms among 200 units. */
const century: Size = { units: 200, terms: 1_200, incidents: 500 };

/** The same question of more terms, more incidents or more units: its cost grows with each alone. */
function growing(
  name: string,
  { size, millisecondsMax }: { size: Size; millisecondsMax: number },
  asking: (size: Size) => () => unknown,
): Contest[] {
  const ours = asking(size);
  const { units, terms, incidents } = size;
  const sizes = {
    terms: { ...size, terms: 2 * terms },
    incidents: { ...size, incidents: 2 * incidents },
    units: { ...size, units: 2 * units },
  };
  return Object.entries(sizes).map(([what, more]) => ({
    name: `${name}, ${what}`,
    millisecondsMax,
    ours,
    doubled: { work: asking(more), growthMax: 2.5 },
    peers: {},
  }));
}

const planned = (size: Size, kind: Kind = "cycle") => {
  const opened = openingOf(size.units, kind);
  return [...opened, ...incidentsOf(rotationOf(opened).calendar, size)];
};

function forecasting(kind: Kind) {
  return (size: Size) => {
    const state = rotationOf(planned(size, kind));
    return () => forecast(state, { number: size.terms - 1 }).length;
  };
}

/** Each term is handed over on its first day, one command after the other. */
const handing =
  (units: number) =>
  ({ terms }: Size) =>
  () => {
    let state = chairRotation.fold(openingOf(units, "cycle", unitAt(0, units)));
    for (let number = 1; number < terms && state.status === "open"; number += 1) {
      const [from, to] = [unitAt(number - 1, units), unitAt(number, units)];
      const handedOverOn = addMonths("2022-01-01", number);
      const command = ChairRotationCommand.create.HandOverChair({
        term: nameOf(state.calendar, number),
        from,
        to,
        handedOverOn,
      });
      const decision = chairRotation.decide(sent(command, metadata), state);
      if (!decision.ok) throw new Error(`the handover is refused: ${decision.rejection.type}`);
      state = decision.events.reduce(chairRotation.evolve, state);
    }
    return state.status;
  };

const kinds = ["cycle", "alphabetical", "longestWaiting"] as const;
const served = (size: Size) => rotationOf(servedOf(size));

/** Why the next term has its chair, after a log in which something of every kind has happened. */
const explaining = (events: number) => {
  const log = busyOf(events);
  const { calendar, served: begun } = rotationOf(log);
  const term = nameOf(calendar, begun.length);
  return () => explain(log, term)?.because.length;
};

/** What is asked of a rotation, each time of one and of twice as much. */
export const rotations: Bench = async () => [
  ...growing("handovers", { size: { ...century, units: 50 }, millisecondsMax: 2_500 }, handing(50)).slice(
    0,
    1,
  ),
  ...kinds.flatMap((kind) =>
    growing(`forecast, ${kind}`, { size: century, millisecondsMax: 50 }, forecasting(kind)),
  ),
  ...growing(
    "forecast with 50,000 facts",
    { size: { ...century, incidents: 50_000 }, millisecondsMax: 250 },
    forecasting("cycle"),
  ),
  ...growing("agenda", { size: { ...century, units: 50 }, millisecondsMax: 500 }, (size) => {
    const events = planned(size);
    return () => agenda(events, { number: size.terms - 1 }).terms.length;
  }),
  ...growing("agenda of terms begun", { size: { ...century, units: 50 }, millisecondsMax: 500 }, (size) => {
    const events = servedOf(size);
    return () => agenda(events, { number: size.terms - 1 }).terms.length;
  }),
  {
    name: "1,200 receipts of the flag",
    millisecondsMax: 1_000,
    ours: receiving(1_200),
    doubled: { work: receiving(2_400), growthMax: 4 },
    peers: {},
  },
  {
    name: "explain after 200 events",
    millisecondsMax: 500,
    ours: explaining(200),
    doubled: { work: explaining(400), growthMax: 4 },
    peers: {},
  },
  ...crowdedTerms(),
  ...growing("tenures", { size: century, millisecondsMax: 50 }, (size) => {
    const state = served(size);
    return () => {
      const sittings = sittingsWalk(state);
      return state.served.map(({ number }) => sittings(number)).length;
    };
  }),
  ...growing("fairness", { size: century, millisecondsMax: 50 }, (size) => {
    const state = served(size);
    return () => fairnessOf(state).units.length;
  }),
  ...growing("conflicts", { size: century, millisecondsMax: 100 }, (size) => {
    const [here, there] = [rotationOf(planned(size)), rotationOf(planned(size, "alphabetical"))];
    return () => conflicts(here, there, { number: size.terms - 1 }).length;
  }),
  ...growing("picture", { size: { units: 50, terms: 120, incidents: 100 }, millisecondsMax: 100 }, (size) => {
    const shown = agenda(planned(size), { number: size.terms - 1 });
    return () => timeline(shown, { language: timelineEn }).length;
  }),
];
