import { BrokenUpcasters } from "./errors.ts";
import type { Message } from "./messages.ts";

/**
 * For each event whose data was stored in older forms: a step from each of these forms to the next one, by the number
 * of the older form. Each goes up by one, so no circle can be written.
 */
export type Upcasters<E extends Message> = {
  readonly [K in E["type"]]?: { readonly [form: number]: (data: object) => object };
};

type Steps = readonly ((data: object) => object)[];

/** How the stored forms of an aggregate's events are read. */
export type Forms = {
  /** The present form of an event; undefined for an event that there is not. */
  formOf(type: string): number | undefined;
  /** Data of an older form in the present one. */
  upcast(type: string, form: number, data: object): object;
};

/**
 * Reads the map of steps, once, when the decider is made.
 * @throws {BrokenUpcasters} for an event that there is not, and for a form from which no step leads on
 */
export function formsOf<E extends Message>(
  decider: string,
  types: Iterable<string>,
  upcasters: Upcasters<E> = {},
): Forms {
  const stepsOf = new Map<string, Steps>([...types].map((type) => [type, []]));
  for (const [type, steps] of Object.entries(upcasters) as [string, Record<number, Steps[number]>][]) {
    if (!stepsOf.has(type)) throw new BrokenUpcasters(decider, type, "there is no such event");
    const forms = Object.keys(steps)
      .map(Number)
      .sort((a, b) => a - b);
    forms.forEach((form, at) => {
      if (form !== at + 1) throw new BrokenUpcasters(decider, type, `form ${at + 1} has no step`);
    });
    stepsOf.set(
      type,
      forms.map((form) => steps[form] as Steps[number]),
    );
  }
  return {
    formOf(type) {
      const steps = stepsOf.get(type);
      return steps && steps.length + 1;
    },
    upcast: (type, form, data) =>
      (stepsOf.get(type) ?? []).slice(form - 1).reduce((read, step) => step(read), data),
  };
}
