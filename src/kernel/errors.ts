// Errors in a program or in a damaged log. A refusal by a rule of the domain is a rejection; it is never thrown.

import type { InvalidInput, Problem } from "./problem.ts";

/** No handler knows the name of a message. The program has an error, or a newer version wrote the log. */
export class UnknownMessage extends Error {
  override readonly name = "UnknownMessage";
  readonly decider: string;
  readonly type: string;

  constructor({ decider, type }: { decider: string; type: string }) {
    super(`${decider} knows no message named ${JSON.stringify(type)}`);
    this.decider = decider;
    this.type = type;
  }
}

/** A command that records a day came without `metadata`. So nobody can say whether the day is still ahead. */
export class MetadataMissing extends Error {
  override readonly name = "MetadataMissing";
  readonly decider: string;
  readonly type: string;

  constructor({ decider, type }: { decider: string; type: string }) {
    super(`${decider}: ${type} records a day, so it needs metadata with the time \`now\``);
    this.decider = decider;
    this.type = type;
  }
}

/** The place of an impossible event: its position in the history, and its stream and version where it is recorded. */
export type EventPlace = { position?: number; stream?: string; version?: number };

/**
 * The event cannot follow on the state before it. The log is damaged, or its events are not in order. No state comes
 * of such a log. `audit` finds the event without throwing.
 */
export class ImpossibleEvent extends Error {
  override readonly name = "ImpossibleEvent";
  readonly decider: string;
  readonly type: string;
  /** The status of the state before the event. */
  readonly status: string;
  /** What contradicts the event. Often it is the status alone. */
  readonly reason: string;
  readonly place: EventPlace;

  constructor(fact: { decider: string; type: string; status: string; reason?: string; place?: EventPlace }) {
    const { decider, type, status, reason = `it is ${JSON.stringify(status)}`, place = {} } = fact;
    super(`${decider}: ${type}${placeText(place)} cannot have happened: ${reason}`);
    this.decider = decider;
    this.type = type;
    this.status = status;
    this.reason = reason;
    this.place = place;
  }
}

function placeText({ position, stream, version }: EventPlace): string {
  if (stream !== undefined) return ` (${stream}, version ${version})`;
  return position === undefined ? "" : ` (event ${position})`;
}

/**
 * A stored event has a name or a form that this program does not know: a newer version wrote it. Upgrade the program.
 * Nothing of its stream is folded; other streams go on.
 */
export class NewerEvent extends Error {
  override readonly name = "NewerEvent";
  readonly decider: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly stream: string;
  readonly version: number;
  /** The line, from 1, where the event was read from a text. */
  readonly line: number | undefined;

  constructor(fact: {
    decider: string;
    type: string;
    schemaVersion: number;
    stream: string;
    version: number;
    line?: number | undefined;
  }) {
    const { decider, type, schemaVersion, stream, version, line } = fact;
    super(
      `${line === undefined ? "" : `line ${line}: `}${stream}, version ${version}: ${type} in form ${schemaVersion} was written by a newer version; upgrade what reads ${decider}`,
    );
    this.decider = decider;
    this.type = type;
    this.schemaVersion = schemaVersion;
    this.stream = stream;
    this.version = version;
    this.line = line;
  }
}

/** The id of a command is the id of another command already, or of another account's. Nothing was stored. */
export class CommandIdReused extends Error {
  override readonly name = "CommandIdReused";
  readonly stream: string;
  readonly commandId: string;

  constructor(stream: string, commandId: string) {
    super(`${stream}: ${commandId} is the id of another command; give each command an id of its own`);
    this.stream = stream;
    this.commandId = commandId;
  }
}

/** The steps from older forms of an event to the present one are not complete, or are of an event that there is not. */
export class BrokenUpcasters extends Error {
  override readonly name = "BrokenUpcasters";

  constructor(decider: string, type: string, reason: string) {
    super(`${decider}: ${type} cannot be read from its older forms: ${reason}`);
  }
}

/**
 * A stored event has not its form: the log is damaged. Whoever sent a command is not at fault, and nothing of the stream is
 * folded; other streams go on. `cause` is the `InvalidInput` of the reading.
 */
export class DamagedEvent extends Error {
  override readonly name = "DamagedEvent";
  readonly stream: string;
  readonly version: number;
  /** Each field with the rule that it breaks. */
  readonly problems: readonly Problem[];

  constructor({ stream, version, cause }: { stream: string; version: number; cause: InvalidInput }) {
    super(`${stream}, version ${version} is damaged: ${cause.message}`, { cause });
    this.stream = stream;
    this.version = version;
    this.problems = cause.problems;
  }
}

/** `contradiction` throws this inside the rule of an event. The decider turns it into an `ImpossibleEvent`. */
export class Contradiction extends Error {
  override readonly name = "Contradiction";
}

/**
 * For the rule of an event: the event cannot happen in this state, and `reason` says why.
 * @throws {Contradiction} always
 */
export function contradiction(reason: string): never {
  throw new Contradiction(reason);
}
