import { expect } from "vitest";
import { award } from "../../src/award/award.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { bloc } from "../../src/bloc/bloc.ts";
import { campaign } from "../../src/campaign/campaign.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { conference } from "../../src/conference/conference.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import type { Addressed } from "../../src/process/messages.ts";
import type { AnyProcess } from "../../src/process/pure-process.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { consequencesOf } from "../../src/read/consequences.ts";
import { type OpenPoint, openPoints } from "../../src/read/what-is-open.ts";
import { seasonProcesses } from "../../src/season/season-processes.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { still } from "../process/clock.ts";

const deciders = [award, ballot, bloc, campaign, chairRotation, conference, pledge];

/** An office over a store that asks what a command would lead to before it sends it. */
export function askingOffice(
  store: EventStore,
  { processes = seasonProcesses, name = "asked" }: { processes?: readonly AnyProcess[]; name?: string } = {},
) {
  const handlers = (over: EventStore) => commandHandlers({ store: over, deciders });
  const patience = { min: 0, max: 0 };
  const runner = seasonRunner({ store, handlers: handlers(store), processes, clock: still(), patience });
  const points = openPoints(processes);
  let count = 0;
  const metadata = (): CommandMetadata => {
    count += 1;
    return { now: new Date("2023-01-20T03:00:00Z"), commandId: `${name}-${count}`, actor: "office" };
  };
  const ask = (addressed: Addressed, envelope = metadata()) =>
    consequencesOf(addressed, envelope, { runner, store, handlers });
  const send = (addressed: Addressed, envelope = metadata()) => runner.send(addressed, envelope);
  const open = async () => points.open(points.fold(await wholeLog(store)));
  return { runner, metadata, ask, send, open };
}

const named = (points: readonly OpenPoint[]) => points.map((one) => JSON.stringify(one)).sort();
const keyed = (points: readonly OpenPoint[]) => points.map(({ process, key }) => `${process} ${key}`).sort();

/** Asks, sends, and expects that what was told has happened; and that to ask has stored nothing. */
export async function askedAndSent(
  office: ReturnType<typeof askingOffice>,
  store: EventStore,
  addressed: Addressed,
): Promise<Awaited<ReturnType<(typeof office)["ask"]>>> {
  const envelope = office.metadata();
  const [log, before] = [await wholeLog(store), await office.open()];
  const told = await office.ask(addressed, envelope);
  expect(await wholeLog(store)).toEqual(log);
  const { outcome, consequences, complete, stopped } = await office.send(addressed, envelope);
  const after = await office.open();
  expect(told.outcome).toEqual(outcome);
  expect(told.consequences.map(({ cause: _, ...one }) => one)).toEqual(consequences);
  expect([told.complete, told.stopped]).toEqual([complete, stopped]);
  const was = new Set(named(before));
  expect(named(told.opens)).toEqual(named(after).filter((one) => !was.has(one)));
  const is = new Set(keyed(after));
  expect(keyed(told.closes)).toEqual(keyed(before).filter((one) => !is.has(one)));
  return told;
}
