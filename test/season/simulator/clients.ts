import type { CommandMetadata, Recorded } from "../../../src/kernel/recorded.ts";
import type { Runner } from "../../../src/process/runner.ts";
import type { SendResult } from "../../../src/process/sending.ts";
import type { Breach } from "./audit-process.ts";
import type { Sent } from "./scripts.ts";
import type { Life } from "./world.ts";

export type Server = { life: Life; runner: Runner };

/** A command with the answer that its sender got. */
export type Answered = { metadata: CommandMetadata; result: SendResult };

type Sending = {
  name: string;
  /** Whichever server there is. */
  pick: () => Server;
  /** How often it sends a command again, under the same id, while something that follows is not done. */
  patience: number;
  heard: (answered: Answered) => void | Promise<void>;
};

/** Sends each command until there is an answer, under one id. */
export async function client(
  script: readonly Sent[],
  { name, pick, patience, heard }: Sending,
): Promise<void> {
  const left = [...script];
  for (const [index, sent] of left.entries()) {
    const now = new Date("2023-01-20T03:00:00Z");
    const metadata = { now, commandId: `${name}-${index}`, actor: name };
    for (let isDone = false, again = 0; !isDone; again += 1) {
      const { runner, life } = pick();
      try {
        const result = await Promise.race([runner.send(sent, metadata, { timeLimit: 300 }), life.crashed]);
        isDone = result.complete || again >= patience;
        if (isDone) await heard({ metadata, result });
        // The list grows during the loop: whoever may not close a conference says which ballots go on after it.
        if (isDone) left.splice(index + 1, 0, ...naming(sent, result));
      } catch (error) {
        if (!passesBy.test(String(error))) throw error;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
}

function naming(sent: Sent, { outcome }: SendResult): Sent[] {
  if (outcome.ok || outcome.rejection.type !== "BallotsUnsettled") return [];
  const { ballots: leftOpen } = outcome.rejection.data as { ballots: readonly string[] };
  return [{ ...sent, command: { ...sent.command, data: { ...sent.command.data, leftOpen } } }];
}

const passesBy =
  /the store is away|the server is gone|changed \d+ times|had no answer after|wants follow from/;

/** L16: what was told to be stored is stored, and what was told to be refused is not. */
export function untrue(log: readonly Recorded[], answers: readonly Answered[]): Breach[] {
  const stored = new Map(log.map((event) => [event.metadata.eventId, event]));
  const ids = new Set(log.map(({ metadata }) => metadata.commandId));
  return answers.flatMap(({ metadata: { commandId }, result: { outcome } }) => {
    if (!outcome.ok)
      return ids.has(commandId) ? [{ law: "L16", text: `${commandId} was refused and is stored` }] : [];
    const isStored = outcome.events.every(
      (event) => stored.get(event.metadata.eventId)?.metadata.commandId === commandId,
    );
    return isStored ? [] : [{ law: "L16", text: `${commandId} was carried out and is not stored` }];
  });
}
