import type { Id } from "../kernel/ids.ts";
import { check } from "../kernel/input.ts";
import { InvalidInput, type Problem, problemsMax } from "../kernel/problem.ts";
import { instantOf } from "../kernel/time.ts";
import type { Write } from "../stores/event-store.ts";
import type { Carrier, Decided } from "./carrier.ts";
import type { Clock } from "./clock.ts";
import { isLasting, UnknownAggregate } from "./faults.ts";
import { type Envelope, type LedgerStream, laterOf } from "./ledger-stream.ts";
import { Fault, type Outcome, type ProcessEvent } from "./messages.ts";
import type { Want } from "./process.ts";

/**
 * Carries out a want, and stores what came of it together with the events. Where somebody else has settled it meanwhile,
 * it reads that. It gives back the error for which the process cannot go on.
 * @throws whatever a store throws that is away
 */
export async function settle(
  { want, event, aggregate, id, command }: Want,
  {
    process,
    ledger,
    handlers,
    clock,
    mine,
  }: {
    process: Id;
    ledger: LedgerStream;
    handlers: ReadonlyMap<string, Carrier>;
    clock: Clock;
    mine: Set<Id>;
  },
): Promise<Error | undefined> {
  const handler = handlers.get(aggregate);
  if (!handler) return new UnknownAggregate(aggregate);
  const envelope = envelopeOf(want, ledger, { event, process, clock });
  const { correlationId, context, recordedAt } = envelope;
  const ids = { commandId: want, actor: process, correlationId, causationId: event };
  const metadata = { now: new Date(recordedAt), ...ids, ...(context && { context }) };
  let stored: Write | undefined;
  const trace = (decided: Decided) => {
    stored = ledger.write([settled(want, outcomeOf(decided))], envelope);
    return stored;
  };
  mine.add(want);
  try {
    const result = await handler.traced(id, { ...command, metadata }, trace);
    if (!result.ok && "overtaken" in result) await ledger.refresh();
    else if (stored) ledger.take(stored);
    else await settleStored(want, result, { ledger, envelope });
  } catch (error) {
    if (!isLasting(error)) throw error;
    const problems = problemsIn(error, want);
    if (!problems) return error;
    await ledger.append([settled(want, invalid(problems))], envelope);
  }
  return undefined;
}

/** The events are there already: the ledger says so by now, or it is told. */
async function settleStored(
  want: Id,
  decided: Decided,
  { ledger, envelope }: { ledger: LedgerStream; envelope: Envelope },
): Promise<void> {
  await ledger.refresh();
  const state = ledger.state();
  if (state.status === "running" && state.open.has(want))
    await ledger.append([settled(want, outcomeOf(decided))], envelope);
}

function envelopeOf(
  want: Id,
  ledger: LedgerStream,
  { event, process, clock }: { event: Id; process: Id; clock: Clock },
): Envelope {
  const now = instantOf(clock.now());
  const { recordedAt = now, correlationId = process, context } = ledger.answer(event) ?? {};
  return { recordedAt: laterOf(now, recordedAt), correlationId, causationId: want, context };
}

function settled(want: Id, outcome: Outcome): ProcessEvent {
  return { type: "WantSettled", data: { want, outcome } };
}

function outcomeOf(decided: Decided): Outcome {
  if (!decided.ok) return { kind: "refused", rejection: decided.rejection };
  const [first, last] = [decided.events[0], decided.events.at(-1)];
  if (!first || !last) return { kind: "void" };
  const { stream, version: from } = first.metadata;
  return { kind: "carried", stream, from, to: last.metadata.version };
}

/** What is wrong with the command itself; undefined where the fault is another one. */
function problemsIn(error: Error, want: Id): readonly Problem[] | undefined {
  if (error instanceof InvalidInput) return error.problems;
  // Everybody can tell the id of a want beforehand. Who used it first took this want, and no other.
  if (error.name === "CommandIdReused")
    return [{ field: "metadata.commandId", rule: "commandIdReused", value: want }];
  return undefined;
}

function invalid(problems: readonly Problem[]): Outcome {
  return { kind: "invalid", problems: problems.slice(0, problemsMax).map(stored) };
}

/** A problem of any input, as the ledger can keep it: what is in no form to be stored is written as escapes. */
function stored({ field, rule, value }: Problem) {
  const shown = check(Fault, { field, rule, value });
  if (shown.ok) return shown.value;
  const plain = { field: escaped(field), rule, value: escaped(value) };
  return check(Fault, plain).ok ? plain : { ...plain, rule: "invalid" };
}

const escapedMax = 80;

function escaped(text: string): string {
  const plain = text
    .slice(0, escapedMax)
    .replace(/[^ -~]/g, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
  return plain.length <= 200 ? plain : `${plain.slice(0, 199)}…`;
}
