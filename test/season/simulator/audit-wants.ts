import type { AnyDecider } from "../../../src/kernel/decider.ts";
import { derivedId } from "../../../src/kernel/ids.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import { sent } from "../../../src/kernel/sent.ts";
import type { Addressed, Outcome, ProcessEvent } from "../../../src/process/messages.ts";

/** A command that a process wants: where it is stored, and what came of it. */
export type Want = Addressed & {
  want: string;
  root: string;
  at: number;
  outcome?: Outcome;
  settledAt?: number;
};

/** The command of a person that all goes back to, by walking up the whole log. */
export function rootOf(log: readonly Recorded[], event: Recorded): string {
  const { commandId } = event.metadata;
  for (const { type, data, metadata } of log as readonly Recorded<ProcessEvent>[]) {
    if (type !== "EventAnswered") continue;
    const name = metadata.stream.slice("Process-".length);
    if (data.wants.some((_, index) => derivedId("want", name, data.event, String(index)) === commandId)) {
      const cause = log.find((one) => one.metadata.eventId === data.event);
      return cause ? rootOf(log, cause) : "";
    }
  }
  return commandId;
}

/** How many wants go back to the same command of a person, when this one is stored. */
export function wantsUpTo(log: readonly Recorded[], { root, at }: Want): number {
  const answers = log.slice(0, at + 1) as readonly Recorded<ProcessEvent>[];
  const counted = answers.map(({ type, data }) =>
    type === "EventAnswered" && data.root === root ? data.wants.length : 0,
  );
  return counted.reduce((sum, one) => sum + one, 0);
}

/** Whether the decider decides so at some version of the target between the answer and the settlement. */
export function isDecidedSo(
  log: readonly Recorded[],
  { aggregate, id, want, command, outcome, at, settledAt = 0 }: Want,
  { name, deciders }: { name: string; deciders: readonly AnyDecider[] },
): boolean {
  const decider = deciders.find((one) => one.name === aggregate);
  if (!decider || !outcome) return false;
  const stream = `${aggregate}-${id}`;
  const history = log.filter(
    (event, place) =>
      event.metadata.stream === stream && place < settledAt && event.metadata.commandId !== want,
  );
  const before = log.filter((event, place) => event.metadata.stream === stream && place < at).length;
  for (let version = before; version <= history.length; version += 1) {
    const now = new Date("2023-12-31T00:00:00Z");
    const metadata = { now, commandId: want, actor: name };
    const decision = decider.decide(sent(command, metadata), decider.fold(history.slice(0, version)));
    const kind = !decision.ok ? "refused" : decision.events.length > 0 ? "carried" : "void";
    if (kind !== outcome.kind) continue;
    if (outcome.kind !== "refused" || decision.ok) return true;
    if (JSON.stringify(decision.rejection) === JSON.stringify(outcome.rejection)) return true;
  }
  return false;
}
