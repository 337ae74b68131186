import { aggregates } from "../../src/aggregates.ts";
import type { AnyDecider } from "../../src/kernel/decider.ts";
import type { Message } from "../../src/kernel/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { paths as award } from "../award/life.ts";
import { paths as ballot } from "../ballot/paths.ts";
import { paths as bloc } from "../bloc/life.ts";
import { paths as campaign } from "../campaign/life.ts";
import { paths as rotation } from "../chair-rotation/life.ts";
import { paths as conference } from "../conference/life.ts";
import { paths as pledge } from "../pledge/life.ts";
import { paths as scoreboard } from "../scoreboard/life.ts";
import { type Command, timed } from "./reach.ts";

type Path = readonly Command<Message>[];

/** Each aggregate with the lives that the tests of its folder lead. */
export const everyLife: readonly { decider: AnyDecider; paths: readonly Path[] }[] = [
  { decider: aggregates.Bloc, paths: bloc },
  { decider: aggregates.Campaign, paths: campaign },
  { decider: aggregates.Pledge, paths: pledge },
  { decider: aggregates.Scoreboard, paths: scoreboard },
  { decider: aggregates.Conference, paths: conference },
  { decider: aggregates.Ballot, paths: ballot },
  { decider: aggregates.Award, paths: award },
  { decider: aggregates.ChairRotation, paths: rotation },
];

/** The log of lives that go on side by side, a command of each in turn. Each is `[aggregate, id, commands]`. */
export async function logOfLives(...lives: readonly [string, string, Path][]): Promise<Recorded[]> {
  const store = inMemoryStore();
  const handlers = commandHandlers({ store, deciders: Object.values(aggregates) });
  const longest = Math.max(...lives.map(([, , path]) => path.length));
  for (let at = 0; at < longest; at += 1)
    for (const [aggregate, id, path] of lives) {
      const command = path[at];
      if (command === undefined) continue;
      const { metadata } = timed(command);
      await handlers.get(aggregate)?.(id, {
        ...command,
        metadata: {
          ...metadata,
          now: metadata?.now ?? new Date(0),
          actor: "thư-ký",
          commandId: `${aggregate}-${id}-${at}`,
        },
      });
    }
  return wholeLog(store);
}
