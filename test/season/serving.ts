import { award } from "../../src/award/award.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { conference } from "../../src/conference/conference.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import { nominate } from "../../src/season/nominate.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { still } from "../process/clock.ts";

const now = new Date("2023-01-20T03:00:00Z");

/** A server of its own over a store: it shares nothing with another one but the store. */
export function server(store: EventStore) {
  const handlers = commandHandlers({ store: { ...store }, deciders: [award, ballot, conference] });
  const processes = [nominate, holdRounds];
  const runner = seasonRunner({ store, handlers, processes, clock: still(), patience: { min: 0, max: 0 } });
  return (aggregate: string, id: string, command: Message, commandId = command.type) =>
    runner.send({ aggregate, id, command }, { now, commandId, actor: "office" });
}
