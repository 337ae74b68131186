import { isDeepStrictEqual } from "node:util";
import { award } from "../../../src/award/award.ts";
import { awardIdOf } from "../../../src/award/award-id.ts";
import { ballot } from "../../../src/ballot/ballot.ts";
import { conference } from "../../../src/conference/conference.ts";
import type { AnyDecider } from "../../../src/kernel/decider.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import { mattersIn } from "../../../src/process/matters.ts";
import { processLedger } from "../../../src/process/process.ts";
import type { Answers } from "./fleet.ts";
import { honourOf, planOf, type Size } from "./plan.ts";

/** What came of it: the log alone, what the servers answered, and what a subscriber saw. */
export type Trial = {
  size: Size;
  log: readonly Recorded[];
  seen: readonly Recorded[];
  answers: Answers;
  /** How many connections were ended, and how many servers. */
  connections: number;
  kills: number;
};

type Sentence = { name: string; faults: (trial: Trial) => readonly string[] };

const deciders: readonly AnyDecider[] = [award, ballot, conference, pledge, processLedger];

const awardOf = (ballot: number) =>
  awardIdOf({ bloc: "bloc", season: "2022", unit: "procuracy", honour: honourOf(ballot) });

/** What holds of every trial. Each gives its breaches. */
export const sentences: readonly Sentence[] = [
  {
    name: "connections and servers were ended while they worked",
    faults: ({ connections, kills }) => [
      ...(connections < 20 ? [`only ${connections} connections were ended`] : []),
      ...(kills < 2 ? [`only ${kills} servers were killed`] : []),
    ],
  },
  {
    name: "every command is answered, and each that causes events is in the log once, with the events of its answer",
    faults: ({ size, log, answers }) => {
      const stored = new Map<string, string[]>();
      for (const { metadata } of log) {
        const { commandId, eventId } = metadata;
        stored.set(commandId, [...(stored.get(commandId) ?? []), eventId]);
      }
      return ordersOf(size).flatMap(({ commandId }) => {
        const answer = answers.get(commandId);
        if (!answer) return [`${commandId} has no answer`];
        const events = stored.get(commandId) ?? [];
        if (!commandId.startsWith("race-") && answer.length === 0) return [`${commandId} is lost`];
        return isDeepStrictEqual(events, [...answer]) ? [] : [`${commandId}: ${events} are not ${answer}`];
      });
    },
  },
  {
    name: "of all who want to create a stream, one does",
    faults: ({ size, log }) =>
      Array.from({ length: size.races }, (_, at) => `Pledge-race${at}`).flatMap((stream) => {
        const count = log.filter(({ metadata }) => metadata.stream === stream).length;
        return count === 1 ? [] : [`${stream} has ${count} events`];
      }),
  },
  {
    name: "every stream is numbered without a gap, and can be folded",
    faults: ({ log }) =>
      [...streamsOf(log)].flatMap(([stream, events]) => {
        const isNumbered = events.every(({ metadata }, at) => metadata.version === at + 1);
        const decider = deciders.find(({ name }) => stream.startsWith(`${name}-`));
        if (!isNumbered || !decider) return [`${stream} is not numbered, or nobody's`];
        try {
          decider.fold(events);
          return [];
        } catch (error) {
          return [String(error)];
        }
      }),
  },
  {
    name: "whom a ballot elects is proposed once",
    faults: ({ size, log }) => {
      const streams = streamsOf(log);
      return Array.from({ length: size.ballots }, (_, at) => at).flatMap((at) => {
        const proposed = streams.get(`Award-${awardOf(at)}`) ?? [];
        const types = proposed.map(({ type }) => type).join();
        return types === "AwardProposed" ? [] : [`ballot ${at} leads to ${types || "nothing"}`];
      });
    },
  },
  {
    name: "no want is left, and none came to nothing",
    faults: ({ log }) =>
      [...streamsOf(log)].flatMap(([stream, events]) => {
        if (!stream.startsWith(`${processLedger.name}-`)) return [];
        const ledger = processLedger.fold(events as never);
        const waiting =
          ledger.status === "blank" ? [] : [...ledger.wants.values()].filter(({ outcome }) => !outcome);
        const matters = mattersIn(stream, ledger, { withVoid: false });
        return [...waiting, ...matters].map((one) => `${stream}: ${JSON.stringify(one)}`);
      }),
  },
  {
    name: "a subscriber has seen each event once, in the order of the log",
    faults: ({ log, seen }) => {
      const [all, its] = [log, seen].map((events) => events.map(({ metadata }) => metadata.eventId));
      return isDeepStrictEqual(all, its) ? [] : [`it has seen ${seen.length} of ${log.length}`];
    },
  },
];

const ordersOf = (size: Size) =>
  [0, 1].flatMap((server) =>
    Array.from({ length: size.writers }, (_, writer) => planOf(server, writer, size)).flat(),
  );

function streamsOf(log: readonly Recorded[]): Map<string, Recorded[]> {
  const streams = new Map<string, Recorded[]>();
  for (const event of log) {
    const { stream } = event.metadata;
    const events = streams.get(stream);
    if (events) events.push(event);
    else streams.set(stream, [event]);
  }
  return streams;
}
