import { type Calendar, nameOf, spanOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { euCouncil } from "../../src/chair-rotation/policies/presets.ts";
import { sent } from "../../src/kernel/sent.ts";
import type { Bench, Contest } from "./measure.ts";

const reason = "measured";
const units = Array.from({ length: 200 }, (_, at) => `unit-${String(at).padStart(3, "0")}`);

/** Skips, suspensions, reinstatements, joins and leaves, spread over the terms: a fact is of the first day of its term. */
function incidentsOf(calendar: Calendar, { terms, incidents }: { terms: number; incidents: number }) {
  const dayOf = (number: number) => spanOf(calendar, number)?.startsOn ?? "";
  const unitOf = (at: number) => units[(at * 7) % units.length] ?? "";
  return Array.from({ length: incidents }, (_, at): ChairRotationEvent => {
    const number = 1 + Math.floor((at * (terms - 3)) / incidents);
    const on = dayOf(number);
    switch (at % 5) {
      case 0:
        return { type: "TurnSkipped", data: { term: nameOf(calendar, number), unit: unitOf(at), reason } };
      case 1:
        return { type: "UnitSuspendedFromRotation", data: { unit: unitOf(at), suspendedOn: on, reason } };
      case 2: {
        const reinstatedOn = dayOf(number + 1);
        return { type: "UnitReinstatedInRotation", data: { unit: unitOf(at - 1), reinstatedOn } };
      }
      case 3:
        return { type: "UnitJoinedRotation", data: { unit: `joiner-${at}`, joinedOn: on } };
      default:
        return {
          type: "UnitLeftRotation",
          data: { unit: `joiner-${at - 1}`, leftOn: dayOf(number + 2), reason },
        };
    }
  });
}

const metadata = { now: new Date("2022-01-01T00:00:00.000Z"), commandId: "bench", actor: "bench" };

/** A forecast over so many months, with so many incidents in them. */
function forecasting(
  kind: "cycle" | "alphabetical" | "longestWaiting",
  size: { terms: number; incidents: number },
) {
  const open = ChairRotationCommand.create.OpenRotation({
    bloc: "bloc",
    roster: units.map((unit) => ({ unit })),
    policy: { ...euCouncil, succession: { kind }, joiner: "byKey" },
    calendar: { term: "2022-01", startsOn: "2022-01-01", months: 1 },
  });
  const decision = chairRotation.decide(sent(open, metadata), chairRotation.initialState());
  const opened = chairRotation.fold(decision.ok ? decision.events : []);
  if (opened.status === "blank") throw new Error("the rotation was not opened");
  const state = chairRotation.fold(incidentsOf(opened.calendar, size), opened);
  return () => (state.status === "blank" ? 0 : forecast(state, { number: size.terms - 1 }).length);
}

/** A hundred years of monthly terms among 200 units, and twice as many terms or incidents. */
export const rotations: Bench = async () =>
  (["cycle", "alphabetical", "longestWaiting"] as const).flatMap((kind): Contest[] => {
    const once = { terms: 1_200, incidents: 500 };
    const ours = forecasting(kind, once);
    const more = (size: typeof once) => ({ work: forecasting(kind, size), growthMax: 2.5 });
    const promised = { ours, millisecondsMax: 250, peers: {} };
    return [
      { ...promised, name: `forecast, ${kind}, terms`, doubled: more({ ...once, terms: 2_400 }) },
      { ...promised, name: `forecast, ${kind}, incidents`, doubled: more({ ...once, incidents: 1_000 }) },
    ];
  });
