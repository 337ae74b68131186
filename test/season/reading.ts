import type { Recorded } from "../../src/kernel/recorded.ts";
import { answer } from "../../src/process/answer.ts";
import type { Addressed } from "../../src/process/messages.ts";
import type { AnyProcess } from "../../src/process/pure-process.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { recorded } from "./certified.ts";

/** What processes want of each event in turn. */
export function reading(...processes: readonly AnyProcess[]): (event: Recorded) => readonly Addressed[] {
  const states = processes.map((process) => process.initialState());
  return (event) =>
    processes.flatMap((process, index) => {
      const { wants, state } = answer(process, states[index], event);
      states[index] = state;
      return wants;
    });
}

/** What a process wants, event by event. */
export function wanted(process: AnyProcess, ...events: [stream: string, event: SeasonEvent][]) {
  const read = reading(process);
  return events.map(([stream, event], index) => read(recorded(stream, event, index + 1)));
}
