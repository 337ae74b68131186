import type { Recorded } from "../../src/kernel/recorded.ts";
import type { AnyProcess } from "../../src/process/pure-process.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import { nominate } from "../../src/season/nominate.ts";
import { seasonProcesses } from "../../src/season/season-processes.ts";
import { seatChair } from "../../src/season/seat-chair.ts";

/** A fault that is planted, and the law under which it must be found. */
export type Plant = { law: string; plant(): readonly AnyProcess[] };

/** By the word that asks for it. */
export const plants: ReadonlyMap<string, Plant> = new Map([
  [
    "annulments-hidden",
    {
      law: "C2",
      plant: () => seasonProcesses.map((one) => (one === nominate ? deafTo(one, "BallotAnnulled") : one)),
    },
  ],
  [
    "chair-annulments-hidden",
    {
      law: "C12",
      plant: () => seasonProcesses.map((one) => (one === seatChair ? deafTo(one, "BallotAnnulled") : one)),
    },
  ],
  [
    "no-run-offs",
    {
      law: "C9",
      plant: () => seasonProcesses.map((one) => (one === holdRounds ? deafTo(one, "RunOffCalled") : one)),
    },
  ],
  [
    "first-bylaws-for-all",
    {
      law: "C7",
      plant: () => seasonProcesses.map((one) => (one === holdRounds ? withBylawsOf("A", one) : one)),
    },
  ],
]);

/** The process as if an event of this type never reached it. */
function deafTo(process: AnyProcess, type: string): AnyProcess {
  return {
    ...process,
    answers: process.answers.filter((one) => one !== type),
    reads: new Set([...process.reads].filter((one) => one !== type)),
  };
}

/** The process as if every bloc had the bylaws of this one. */
function withBylawsOf(bloc: string, process: AnyProcess): AnyProcess {
  const own = new Map<string, Recorded>();
  const read = (event: Recorded): Recorded => {
    if (event.type !== "BylawsAdopted") return event;
    const { version } = event.data as { version: number };
    if (event.metadata.stream === `Bloc-${bloc}`) own.set(String(version), event);
    return { ...event, data: own.get(String(version))?.data ?? own.get("1")?.data ?? event.data };
  };
  return {
    ...process,
    evolve: (state, event) => process.evolve(state, read(event)),
    fold: (events, from) => process.fold([...events].map(read), from),
    want: (state, event) => process.want(state, read(event)),
  };
}
