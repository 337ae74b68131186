import { expect } from "vitest";
import type { Decider } from "../../src/kernel/decider.ts";
import type { State } from "../../src/kernel/during.ts";
import { check } from "../../src/kernel/input.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { same } from "../../src/kernel/same.ts";
import { messageForms } from "./message-forms.ts";
import { oneFieldChanged } from "./one-field-changed.ts";
import { type Command, type Step, timed } from "./reach.ts";

/**
 * Sends each accepted command again with one field changed. If nothing happens then, the changed command must mean
 * the same as the first one: sent instead of it, it must cause the same events, or none. The answer names the fields
 * for which this does not hold, such as `SignPledge.signedOn`. A field in `known` covers all its parts.
 */
export function fieldsTakenAsSo<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  steps: readonly Step<S, C, E, R>[],
  known: readonly string[],
): string[] {
  const forms = messageForms(decider.commands);
  const fields = new Set<string>();
  for (const { command, before, decision, after } of steps) {
    if (!decision.ok || decision.events.length === 0) continue;
    const { type, data, metadata } = command;
    const form = forms.get(type);
    if (form === undefined) continue;
    for (const changed of oneFieldChanged(form, { type, data })) {
      const other = { ...changed.value, ...(metadata && { metadata }) } as Command<C>;
      const again = decider.decide(timed(other), after);
      if (!again.ok) {
        expect(check(decider.rejections, again.rejection)).toEqual({ ok: true, value: again.rejection });
        continue;
      }
      if (again.events.length > 0) continue;
      const first = decider.decide(timed(other), before);
      const isSo = first.ok && (first.events.length === 0 || same(first.events, decision.events));
      const field = `${type}.${changed.field.replace(/^data\./, "")}`;
      if (!isSo) fields.add(known.find((one) => field === one || field.startsWith(`${one}.`)) ?? field);
    }
  }
  return [...fields].toSorted();
}
