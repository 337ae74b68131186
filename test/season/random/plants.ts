import type { Recorded } from "../../../src/kernel/recorded.ts";
import { addDays } from "../../../src/kernel/time.ts";
import type { Addressed } from "../../../src/process/messages.ts";
import type { AnyProcess } from "../../../src/process/pure-process.ts";
import type { Way } from "./play.ts";
import type { Going } from "./world.ts";

/** A fault that is planted into processes that are sound, or into the runner; and the laws that one of must find it. */
export type Plant = {
  name: string;
  laws: RegExp;
  /** The way of playing that shows it. */
  way?: Exclude<Way, "base">;
  process?(process: AnyProcess): AnyProcess;
  going?: Going;
};

/** The process, as if it read each event as `read` gives it; undefined where it never reaches it. */
function reading(process: AnyProcess, read: (event: Recorded) => Recorded | undefined): AnyProcess {
  return {
    ...process,
    evolve(state, event) {
      const seen = read(event);
      return seen ? process.evolve(state, seen) : state;
    },
    want(state, event) {
      const seen = read(event);
      return seen ? process.want(state, seen) : [];
    },
    fold: (events, from) =>
      process.fold(
        [...events].flatMap((event) => read(event) ?? []),
        from,
      ),
  };
}

/** The process, as if it wanted each command as `ask` gives it. */
const wanting = (process: AnyProcess, ask: (want: Addressed) => Addressed): AnyProcess => ({
  ...process,
  want: (state, event) => process.want(state, event).map(ask),
});

// biome-ignore lint/suspicious/noExplicitAny: whatever the event, one field of it is looked for.
const withData = (event: Recorded, data: any): Recorded => ({ ...event, data: { ...event.data, ...data } });

/** Every bloc is taken for the first one, wherever an event names one. */
function oneBloc(event: Recorded): Recorded {
  return "bloc" in event.data && event.data.bloc === "B" ? withData(event, { bloc: "A" }) : event;
}

/** Bylaws that say of no honour that it excludes another, and say so of all. */
function withoutExclusions(event: Recorded): Recorded {
  if (event.type !== "BylawsAdopted") return event;
  const { bylaws } = event.data as { bylaws: { honours: object[] } };
  const honours = bylaws.honours.map((rule) => ({ ...rule, excludes: [] }));
  return withData(event, { bylaws: { ...bylaws, honours } });
}

/** Each day of a command is that of a cause that lies before. */
function dayOfTheCause(want: Addressed): Addressed {
  const data = Object.entries(want.command.data).map(([field, value]) => [
    field,
    /^(withdrawn|void|undesignated)On$/.test(field) ? addDays(String(value), -2) : value,
  ]);
  return { ...want, command: { ...want.command, data: Object.fromEntries(data) } };
}

export const plants: readonly Plant[] = [
  {
    name: "a memory by season, without the bloc",
    laws: /^(C1|C2|C7|C11|C11d|C12|C14|C21|X4)$/,
    process: (process) => reading(process, oneBloc),
  },
  {
    name: "a reaction that a restart forgets",
    laws: /^X7$/,
    way: "restart",
    process: (process) => ({ ...process, fold: () => process.initialState() }),
  },
  {
    name: "annulments that are not read",
    laws: /^(C2|C2b|C10|C12|X4)$/,
    process: (process) => reading(process, (event) => (event.type === "BallotAnnulled" ? undefined : event)),
  },
  {
    name: "exclusions that are not asked for",
    laws: /^(X1|C3)$/,
    process: (process) => reading(process, withoutExclusions),
  },
  {
    name: "ids of commands without their scope",
    laws: /^(C1|C2|C7|C9|C11|C18c|C21)$/,
    going: {
      idOfWant: (want, { process, event, index }) =>
        [process, event.type, event.metadata.version, want.command.type, index].join("/"),
    },
  },
  {
    name: "a run-off whose re-vote is not told",
    laws: /^(C9r|C9b)$/,
    // Whoever gives a ballot its room reads it as ever: else there would be no re-vote that somebody could keep back.
    process: (process) =>
      process.name === "hold-rounds"
        ? reading(process, (event) => (event.metadata.stream.endsWith("-again") ? undefined : event))
        : process,
  },
  {
    name: "the day of the cause, where the target has a later one",
    laws: /^(X5|C2|C12)$/,
    process: (process) => wanting(process, dayOfTheCause),
  },
];
