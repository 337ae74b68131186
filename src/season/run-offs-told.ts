import type { BallotCommand } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { inOrder } from "../kernel/in-order.ts";
import type { Addressed } from "../process/messages.ts";
import type { Claim } from "./claim.ts";
import { matterText } from "./messages.ts";
import type { Certified, RoundsKnown } from "./rounds-known.ts";
import { ballotsOfCall } from "./run-offs-known.ts";
import { goneSince, voiding } from "./void-ballots.ts";

// C9, C9b: what a run-off came to is told to the ballot that called it, through any re-vote of it.

/** What a call has come to: the ballot whose result holds, or the last one that is void. */
type CameTo = { ballot: Id; result: Certified; insteadOf: Id | undefined } | { ballot: Id; isVoid: true };

/**
 * What is told of a run-off; nothing while it is open, while the votes of its parent are counted again or leave no tie, or
 * once the parent counts for nothing. What the calls before it came to makes a difference, too: with them its tie may have come back.
 */
export function toldToParent(known: RoundsKnown, id: Id, earlier: readonly Id[]): Claim | undefined {
  const call = known.calls.get(id);
  const cameTo = whatCameOf(known, id);
  if (!call || !cameTo || goneSince(known, call.parent) !== undefined) return undefined;
  if (known.votes.get(call.parent)?.isCounting) return undefined;
  const { parent, field: units, seats: _, records: __, ...run } = call;
  const to = (command: BallotCommand): Addressed => ({ aggregate: "Ballot", id: parent, command });
  const voided = (ballot: Id) =>
    to({ type: "VoidRunOff", data: { ...run, ballot, reason: reasonOf(known, ballot) } });
  const before = earlier.map((one) => contentOf(whatCameOf(known, one)));
  const content = { before, ...contentOf(cameTo) };
  if ("isVoid" in cameTo) {
    const unmet = matterText("RestsOnVoidRunOff", { units });
    return { law: "C9b", content, commands: [voided(cameTo.ballot)], unmet };
  }
  if (!known.votes.get(call.parent)?.isTied) return undefined;
  const { ballot, result, insteadOf } = cameTo;
  const again = insteadOf === undefined ? {} : { insteadOf };
  const recorded = to({ type: "RecordRunOff", data: { ...run, ballot, ...recordOf(result), ...again } });
  const commands = insteadOf === undefined ? [recorded] : [voided(insteadOf), recorded];
  return { law: "C9", content, commands, unmet: matterText("RunOffNotRecorded", { units }) };
}

/** What makes a difference: not by which record a result was found again. */
function contentOf(cameTo: CameTo | undefined): object {
  if (!cameTo) return {};
  if ("isVoid" in cameTo) return { void: cameTo.ballot };
  const { elected, tied } = recordOf(cameTo.result);
  return { ballot: cameTo.ballot, elected: inOrder(elected), tied: inOrder(tied) };
}

function whatCameOf(known: RoundsKnown, call: Id): CameTo | undefined {
  const { ballots } = known.results;
  const series = ballotsOfCall(known, call);
  for (const ballot of series.flat()) {
    const { record: result, follows } = ballots.get(ballot) ?? {};
    if (!result || isVoid(known, ballot)) continue;
    return { ballot, result, insteadOf: follows?.kind === "revote" ? follows.ballot : undefined };
  }
  // Another ballot may have taken the place of the run-off: once that is annulled, the round may be called again.
  const isTaken = !series.some((one) => one.includes(call));
  const held = isTaken ? [[call], ...series] : series;
  for (const [at, one] of held.entries()) {
    const gone = one.filter((ballot) => isVoid(known, ballot));
    const told = gone.filter((ballot) => ballots.get(ballot)?.record);
    const last = told.at(-1) ?? (at === 0 ? gone.at(-1) : undefined);
    if (last !== undefined) return { ballot: last, isVoid: true };
  }
  return undefined;
}

const isVoid = (known: RoundsKnown, ballot: Id) =>
  known.results.ballots.get(ballot)?.annulled !== undefined || voiding(known, ballot) !== undefined;

function reasonOf(known: RoundsKnown, ballot: Id): string {
  return known.results.ballots.get(ballot)?.annulled?.reason ?? voiding(known, ballot)?.reason ?? "";
}

function recordOf({ certification, outcome }: Certified) {
  const { elected, notElected, undecided, vacant } = outcome;
  // A seat that nobody reached the bar for is not decided: the units that are not elected are still tied, and the
  // next step of the ladder follows.
  const tied = undecided?.tied ?? (vacant > 0 ? notElected : []);
  return { ...(certification > 1 && { certification }), elected, tied };
}
