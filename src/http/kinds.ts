/** What an error means to whoever sent the request. */
export type Kind =
  | "refused"
  | "outOfTurn"
  | "invalid"
  | "unknownAggregate"
  | "unknownProcess"
  | "notStopped"
  | "idReused"
  | "busy"
  | "unknownOutcome"
  | "tooMuchFollows"
  | "newerLog"
  | "damagedLog"
  | "internal";

/** The status of the answer, and how many seconds to wait before the same request is sent again, where that helps. */
export const kinds: { readonly [K in Kind]: { status: number; retryAfter?: number } } = {
  /** The command has its form, and a rule of the domain is against it. */
  refused: { status: 422 },
  /** The command is for another status of the aggregate: the sender may know an old one. */
  outOfTurn: { status: 409 },
  invalid: { status: 400 },
  unknownAggregate: { status: 404 },
  unknownProcess: { status: 404 },
  notStopped: { status: 409 },
  /** As the draft of the IETF on the header Idempotency-Key asks for a key with another request. */
  idReused: { status: 422 },
  busy: { status: 503, retryAfter: 1 },
  unknownOutcome: { status: 504, retryAfter: 1 },
  tooMuchFollows: { status: 500 },
  newerLog: { status: 500 },
  damagedLog: { status: 500 },
  internal: { status: 500 },
};

/** By name and not by class: a program may hold the library twice, as a module of either kind. */
const kindOfError: ReadonlyMap<string, Kind> = new Map([
  ["InvalidInput", "invalid"],
  ["MetadataMissing", "invalid"],
  ["UnknownMessage", "invalid"],
  ["UnknownAggregate", "unknownAggregate"],
  ["UnknownProcess", "unknownProcess"],
  ["NotStopped", "notStopped"],
  ["CommandIdReused", "idReused"],
  ["CommandRefused", "refused"],
  ["ConcurrencyConflict", "busy"],
  ["StreamMoved", "busy"],
  ["OutcomeUnknown", "unknownOutcome"],
  ["TooManyConsequences", "tooMuchFollows"],
  ["NewerEvent", "newerLog"],
  ["ImpossibleEvent", "damagedLog"],
  ["DamagedEvent", "damagedLog"],
]);

export function kindOf(error: Error): Kind {
  return kindOfError.get(error.name) ?? "internal";
}

/** The names of the errors of a kind. */
export function errorsOf(kind: Kind): string[] {
  return [...kindOfError].flatMap(([name, of]) => (of === kind ? [name] : []));
}
