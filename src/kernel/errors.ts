// The errors of a program or of a damaged log. A refusal by a rule of the domain is a rejection, and is never thrown.

/** A message whose name no handler knows: an error of the program, or a log of a newer version of it. */
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

/** A command that records a day came without `metadata`, so nobody can tell whether the day lies ahead. */
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

/** Where an impossible event stands: its place in what was folded, and its stream and version where it is recorded. */
export type EventPlace = { position?: number; stream?: string; version?: number };

/**
 * An event that the state before it cannot have: the log is damaged, or its events are not in order. Nothing is
 * read from such a log. `audit` finds the event without throwing.
 */
export class ImpossibleEvent extends Error {
  override readonly name = "ImpossibleEvent";
  readonly decider: string;
  readonly type: string;
  /** The status of the state that the event met. */
  readonly status: string;
  /** What contradicts the event; the status alone where there is no more to say. */
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

/** Thrown by `contradiction` inside a handler of an event; the decider makes an `ImpossibleEvent` of it. */
export class Contradiction extends Error {
  override readonly name = "Contradiction";
}

/**
 * For a handler of an event: the state cannot have this event, and `reason` says why.
 * @throws {Contradiction} always
 */
export function contradiction(reason: string): never {
  throw new Contradiction(reason);
}
