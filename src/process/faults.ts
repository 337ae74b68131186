import { ImpossibleEvent, MetadataMissing, UnknownMessage } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { InvalidInput } from "../kernel/problem.ts";

/** There is no handler for the aggregate of a command. */
export class UnknownAggregate extends Error {
  override readonly name = "UnknownAggregate";
  readonly aggregate: string;

  constructor(aggregate: string) {
    super(`aggregate ${JSON.stringify(aggregate)} has no handler for its commands`);
    this.aggregate = aggregate;
  }
}

/** A runner has no process of this name. Nothing was stored. */
export class UnknownProcess extends Error {
  override readonly name = "UnknownProcess";
  readonly process: Id;

  constructor(process: Id) {
    super(`no process is named ${JSON.stringify(process)}`);
    this.process = process;
  }
}

/** A person would have a process pass over an event at which it has not stopped. Nothing was stored. */
export class NotStopped extends Error {
  override readonly name = "NotStopped";
  readonly process: Id;
  readonly event: Id;

  constructor(process: Id, event: Id) {
    super(`${process} has not stopped at event ${JSON.stringify(event)}`);
    this.process = process;
    this.event = event;
  }
}

/** Two processes of a runner have one name, so their wants would share their ids. */
export class ProcessNameTaken extends Error {
  override readonly name = "ProcessNameTaken";

  constructor(process: Id) {
    super(`two processes are named ${JSON.stringify(process)}`);
  }
}

/** A store has no log of all streams, so no process can be run on it. Nothing was stored. */
export class LogMissing extends Error {
  override readonly name = "LogMissing";

  constructor() {
    super("the store has no log of all streams (readAll): a command handler runs on it, and a runner cannot");
  }
}

/** A process answers other events than it does in the store, under the same version. Its version has to rise. */
export class VersionTaken extends Error {
  override readonly name = "VersionTaken";

  constructor({ process, version }: { process: Id; version: number }) {
    super(`${process} answers other events than version ${version} in the store: raise its version`);
  }
}

/** More than `wantsMax` wants follow from one command. What was done before stays done; the rest is an open matter. */
export class TooManyConsequences extends Error {
  override readonly name = "TooManyConsequences";
  readonly wantsMax: number;
  /** The last of the wants that led from one to the next, as process and command. */
  readonly chain: readonly string[];

  constructor({ wantsMax, chain }: { wantsMax: number; chain: readonly string[] }) {
    super(`more than ${wantsMax} wants follow from one command: … ${chain.join(" -> ")}`);
    this.wantsMax = wantsMax;
    this.chain = chain;
  }
}

/** The store did not answer a command within the time limit, so the command may be stored or not. */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
  readonly commandId: Id;

  constructor(commandId: Id, timeLimit: number) {
    super(
      `command ${JSON.stringify(commandId)} had no answer after ${timeLimit} ms: send it again under the same id, which carries it out once`,
    );
    this.commandId = commandId;
  }
}

const faults = [
  ImpossibleEvent,
  MetadataMissing,
  UnknownMessage,
  InvalidInput,
  UnknownAggregate,
  VersionTaken,
];
const namesOfFaults = ["BrokenWrite", "CommandIdReused", "DamagedEvent", "ForeignEvent", "NewerEvent"];

/**
 * Whether an error is of the program or of the log, and so would come again. Any other comes from a store that is away,
 * and goes away by waiting.
 */
export function isLasting(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return faults.some((fault) => error instanceof fault) || namesOfFaults.includes(error.name);
}
