import type { Finding, Known } from "./told.ts";

/** X5, X10, X14: nothing is refused in silence, everything has a cause, and consequences end. */
export function invariants(known: Known): Finding[] {
  return [...kept(known), ...begun(known), ...caused(known), ...finite(known)];
}

/** X5: what was refused belongs to a claim, so that it is open as long as that is owed; and nothing is refused for its day. */
function kept({ refused }: Known): Finding[] {
  return refused.map(({ process, want, rejection }) => ({
    law: "X5",
    key: `${process}/${want.id}`,
    // Whoever follows a fact knows the last day of what it wants to change: its own day is never too early.
    ok: want.claim !== undefined && !rejection.type.startsWith("Date"),
    detail: `${want.command.type} was refused (${rejection.type})${want.claim ? "" : " and is kept nowhere"}`,
  }));
}

/** X5: nothing is open since a day that has not come yet, whatever was stated ahead. */
function begun({ open, log }: Known): Finding[] {
  const end = log.at(-1)?.metadata.recordedAt.slice(0, 10) ?? "";
  return open.map(({ key, law, since }) => ({
    ...{ law: "X5", key, ok: since <= end },
    detail: `${law} is open since ${since}, and it is ${end}`,
  }));
}

/** X10: each event of a process names its cause, which no want of its own has brought about; and ids are of one want. */
function caused({ log, isProcess }: Known): Finding[] {
  const events = new Map(log.map((event) => [event.metadata.eventId, event]));
  const wants = new Map<string, string>();
  const findings = new Map<string, Finding>();
  for (const { metadata } of log) {
    const { actor, stream, commandId, causationId } = metadata;
    if (!isProcess(actor)) continue;
    const cause = events.get(causationId);
    const of = `${stream} ${causationId}`;
    const isOne = (wants.get(commandId) ?? of) === of;
    wants.set(commandId, of);
    const ok = cause !== undefined && cause.metadata.actor !== actor && isOne;
    const known = findings.get(actor);
    const detail = isOne ? `${stream} has no cause` : `${commandId} is the id of two wants`;
    if (!known || (known.ok && !ok)) findings.set(actor, { law: "X10", key: actor, ok, detail });
  }
  return [...findings.values()];
}

/** X14: one fact causes at most so many commands as there are units and honours, and a few. */
function finite({ log, isProcess, of }: Known): Finding[] {
  const events = new Map(log.map((event) => [event.metadata.eventId, event]));
  const roots = new Map<string, string>();
  const commands = new Map<string, Set<string>>();
  for (const { metadata } of log) {
    const { eventId, actor, causationId, commandId } = metadata;
    if (!isProcess(actor)) {
      roots.set(eventId, commandId);
      continue;
    }
    const root = roots.get(events.get(causationId)?.metadata.eventId ?? "") ?? commandId;
    roots.set(eventId, root);
    commands.set(root, (commands.get(root) ?? new Set()).add(commandId));
  }
  const units = Math.max(
    ...of("Bloc").map((bloc) => bloc.first("BlocConstituted")?.data.members.length ?? 0),
  );
  const most = (units + 10) * 3 + 20;
  const worst = Math.max(0, ...[...commands.values()].map(({ size }) => size));
  return [{ law: "X14", key: "all", ok: worst <= most, detail: `${worst} commands of one fact` }];
}
