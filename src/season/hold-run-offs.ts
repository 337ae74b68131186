import type { BallotCommand, BallotEvent } from "../ballot/messages.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { Recorded } from "../kernel/recorded.ts";
import { same } from "../kernel/same.ts";
import { civilDateOf } from "../kernel/time.ts";
import { methodAmong } from "./method-among.ts";
import { type Addressed, idOf, type Process } from "./process.ts";

type Terms = DataOf<BallotEvent, "BallotOpened">;
type Called = DataOf<BallotEvent, "RunOffCalled">;
type Certified = DataOf<BallotEvent, "BallotCertified">;
type Follows = Extract<NonNullable<Terms["follows"]>, { kind: "runOff" }>;

/** A run-off that is known: whom it is for, and what it came to, or why it counts for nothing. */
type RunOff = { follows: Follows; result?: Certified; voidFor?: string };
type RunOffs = Map<Id, RunOff>;
/** The terms of each run-off that was called, by the id that it is opened under. */
type CalledTerms = Map<Id, Terms & { follows: Follows }>;

/** The id of the run-off that a ballot calls at a step of its tie ladder, in a round; `call` where it is called again. */
export function runOffId(
  ballot: Id,
  { step, round, call }: { step: number; round: number; call?: number | undefined },
): Id {
  return derivedId("run-off", ballot, ...[step, round, ...(call === undefined ? [] : [call])].map(String));
}

/**
 * A run-off is a ballot of its own. When a ballot calls a run-off, it is opened among exactly the tied units, on the
 * same terms and without a tie ladder. When the run-off is certified, its result is recorded in the ballot that called
 * it, with ties and with seats for which nobody reached the bar.
 *
 * The two move together. A later record of the run-off, or its annulment, is recorded too. A result that comes while the
 * papers of its parent are counted again is recorded after that. A run-off for a tie that its parent no longer has
 * counts for nothing: it is annulled once the parent is certified without it, or is annulled itself.
 *
 * A ballot that says that it is a run-off is one only on the terms that were called, whoever opened it: of others nothing
 * is recorded. Its tellers and its conference may be others.
 */
export const holdRunOffs: Process = {
  name: "hold-run-offs",
  begin() {
    const terms = new Map<Id, Terms>();
    const runOffs: RunOffs = new Map();
    const called: CalledTerms = new Map();

    return (event) => {
      const ballot = idOf(event.metadata.stream);
      switch (event.type) {
        case "BallotOpened":
        case "BallotRevised":
          terms.set(ballot, event.data);
          if (isCalled(called, event.data)) runOffs.set(ballot, { follows: event.data.follows });
          return [];
        case "RunOffCalled":
          return opened(called, { ballot, terms: terms.get(ballot), call: event.data });
        case "BallotCertified":
        case "BallotAnnulled":
          if (event.type === "BallotAnnulled") freePlace(runOffs, called.get(ballot), ballot);
          return [...told(runOffs, ballot, event), ...withoutTie(runOffs, ballot, event)];
        case "BallotCounted":
        case "ResultConfirmed":
          return event.data.reading > 1 ? toldAgain(runOffs, ballot) : [];
        case "RunOffCorrected":
          return toldAgain(runOffs, ballot);
        default:
          return [];
      }
    };
  },
};

/** Opens the run-off, and keeps the terms that it was called on. */
function opened(
  called: CalledTerms,
  { ballot, terms, call }: { ballot: Id; terms: Terms | undefined; call: Called },
): Addressed[] {
  if (!terms) return [];
  const { field, seats, ...named } = call;
  const data = {
    ...terms,
    nominees: field,
    seats,
    voting: { ...terms.voting, tieLadder: [] },
    method: methodAmong(terms.method, field.length),
    follows: { kind: "runOff" as const, ballot, ...named },
  };
  const id = runOffId(ballot, named);
  called.set(id, data);
  const command: BallotCommand = { type: "OpenBallot", data };
  return [{ aggregate: "Ballot", id, command }];
}

/** Whether a ballot on these terms is a run-off as it was called. */
function isCalled(called: CalledTerms, terms: Terms): terms is Terms & { follows: Follows } {
  const { follows } = terms;
  if (follows?.kind !== "runOff") return false;
  return same(fixedOf(terms), fixedOf(called.get(runOffId(follows.ballot, follows))));
}

/** What a run-off does not change of the terms that it was called on. */
function fixedOf(terms: Terms | undefined): Partial<Terms> | undefined {
  if (terms === undefined) return undefined;
  const { tellers: _, conference: __, ...fixed } = terms;
  return fixed;
}

/** A ballot that is annulled, and has taken the place of a run-off that was called: the round may be called again. */
function freePlace(runOffs: RunOffs, called: { follows: Follows } | undefined, ballot: Id): void {
  if (called && !runOffs.has(ballot)) runOffs.set(ballot, { follows: called.follows });
}

/** Tells the parent what the run-off came to, where this ballot is one. */
function told(
  runOffs: RunOffs,
  ballot: Id,
  { type, data }: Extract<BallotEvent, { type: "BallotCertified" | "BallotAnnulled" }>,
): Addressed[] {
  const runOff = runOffs.get(ballot);
  if (!runOff) return [];
  if (type === "BallotCertified") runOff.result = data;
  else runOff.voidFor = data.reason;
  return toParent(ballot, runOff);
}

/**
 * What the run-offs of a ballot have come to, once more: its tie may have come back, or may have been counted again when
 * the result came. What is recorded already changes nothing.
 */
function toldAgain(runOffs: RunOffs, parent: Id): Addressed[] {
  return [...runOffs].flatMap(([id, runOff]) =>
    runOff.follows.ballot === parent ? toParent(id, runOff) : [],
  );
}

function toParent(runOff: Id, { follows, result, voidFor }: RunOff): Addressed[] {
  const { ballot, kind: _, ...named } = follows;
  if (voidFor !== undefined) {
    const data = { ...named, ballot: runOff, reason: voidFor };
    const command: BallotCommand = { type: "VoidRunOff", data };
    return [{ aggregate: "Ballot", id: ballot, command }];
  }
  if (!result) return [];
  const { certification, outcome } = result;
  const { elected, notElected, undecided, vacant } = outcome;
  // A seat that nobody reached the bar for is not decided: the units that are not elected are still tied, and the
  // next step of the ladder follows.
  const tied = undecided?.tied ?? (vacant > 0 ? notElected : []);
  const record = certification > 1 && { certification };
  const command: BallotCommand = {
    type: "RecordRunOff",
    data: { ...named, ballot: runOff, ...record, elected, tied },
  };
  return [{ aggregate: "Ballot", id: ballot, command }];
}

/** In the language of the documents, because the reason is stored and printed with them. */
const reason = "Cuộc bình chọn trước không còn trường hợp bằng phiếu phải bầu lại này";

/** The run-offs of a ballot that is certified without them, or is annulled itself, count for nothing. */
function withoutTie(
  runOffs: RunOffs,
  parent: Id,
  event: Recorded<Extract<BallotEvent, { type: "BallotCertified" | "BallotAnnulled" }>>,
): Addressed[] {
  const brokenBy = event.type === "BallotCertified" ? event.data.brokenBy : [];
  const used = new Set(brokenBy.flatMap((by) => (by.kind === "runOff" ? [by.ballot] : [])));
  const annulledOn = civilDateOf(new Date(event.metadata.recordedAt));
  const command: BallotCommand = {
    type: "AnnulBallot",
    data: { ground: "noTieLeft", reason, annulledOn },
  };
  return [...runOffs].flatMap(([id, { follows, voidFor }]) =>
    follows.ballot === parent && voidFor === undefined && !used.has(id)
      ? [{ aggregate: "Ballot", id, command }]
      : [],
  );
}
