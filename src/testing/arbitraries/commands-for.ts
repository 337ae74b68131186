import * as fc from "fast-check";
import type * as z from "zod/mini";
import type { Decider } from "../../kernel/decider.ts";
import type { State } from "../../kernel/during.ts";
import { Id } from "../../kernel/ids.ts";
import type { Message } from "../../kernel/messages.ts";
import { CivilDate, dateOfDay, dayNumber } from "../../kernel/time.ts";
import { accepted, type Enrich, generated } from "./arbitrary-of.ts";
import { fitting, type Holdings, holdingsOf } from "./holdings.ts";

/** How an aggregate helps where its state alone does not say what a command can name. */
export type CommandHints = {
  /**
   * Values by the name of a field, wherever a command has it: the terms that a calendar names, or a tally that agrees
   * with the papers. They are drawn as often as what the state holds under that name.
   */
  hints?: Readonly<Record<string, readonly unknown[]>>;
};

/**
 * Commands that meet `state`: most name its ids, days, figures and documents, or what lies one day or one beside; a
 * few are fresh or hostile. Most are commands that the status allows. All are accepted by the schema, and none
 * has metadata.
 *
 * @throws {Error} when the schema has a type that this library does not use
 * @example
 * const drafted = PledgeEvent.create.PledgeDrafted({ bloc: "internal-affairs", unit: "police", season: "2022", dueOn: "2022-12-31" });
 * const state = pledge.fold([drafted]);
 * const commands = fc.sample(commandsFor(pledge, state), { numRuns: 200, seed: 1 });
 * commands.some((command) => "signedOn" in command.data && command.data.signedOn === "2022-12-31") // true
 */
export function commandsFor<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  state: S,
  { hints }: CommandHints = {},
): fc.Arbitrary<C> {
  const enrich = enrichedFrom(holdingsOf(state, hints));
  const forms = formsOf(decider.commands);
  const types = [...forms.keys()];
  const allowed = types.filter((type) => decider.during.get(type as C["type"])?.includes(state.status));
  return fc
    .oneof(...some(12, allowed), { weight: 1, arbitrary: fc.constantFrom(...types) })
    .chain((type) => accepted(decider.commands, generated(formOf(forms, type), "", enrich)));
}

/** The schema of each command, by its name. */
function formsOf(commands: z.core.$ZodType): Map<string, z.core.$ZodType> {
  const { def } = (commands as z.core.$ZodType as z.core.$ZodTypes)._zod;
  if (def.type !== "union") throw new Error("commands are a union of messages");
  return new Map(
    def.options.map((option) => {
      const { type } = (option as z.ZodMiniObject).shape;
      return [String((type as z.ZodMiniLiteral).def.values[0]), option];
    }),
  );
}

function formOf(forms: ReadonlyMap<string, z.core.$ZodType>, type: unknown): z.core.$ZodType {
  const form = forms.get(String(type));
  if (form === undefined) throw new Error(`no command is named ${JSON.stringify(type)}`);
  return form;
}

type Weighted = { weight: number; arbitrary: fc.Arbitrary<unknown> };

function enrichedFrom(holdings: Holdings): Enrich {
  return (schema, field, fresh) => {
    const drawn = drawnFrom(holdings, schema, field, fresh);
    return drawn.length === 0 ? fresh : fc.oneof(...drawn, { weight: 1, arbitrary: fresh });
  };
}

function drawnFrom(
  holdings: Holdings,
  schema: z.core.$ZodType,
  field: string,
  fresh: fc.Arbitrary<unknown>,
): Weighted[] {
  if (schema === CivilDate) return some(5, holdings.dates, beside);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const named = fitting(schema, holdings.under(field));
  if (schema === Id) return [...some(4, named), ...some(2, holdings.ids)];
  if (def.type === "default") return drawnFrom(holdings, def.innerType, field, fresh);
  if (def.type === "number") return some(3, named, oneBeside);
  if (def.type === "object") return objectsFrom(holdings, schema, def.shape, fresh);
  if (def.type === "array") return some(2, named, shuffled);
  return some(4, named);
}

function some<T>(
  weight: number,
  values: readonly T[],
  vary: (value: fc.Arbitrary<T>) => fc.Arbitrary<unknown> = (value) => value,
): Weighted[] {
  return values.length === 0 ? [] : [{ weight, arbitrary: vary(fc.constantFrom(...values)) }];
}

/** Objects that the state holds, whole or with one field otherwise. */
function objectsFrom(
  holdings: Holdings,
  schema: z.core.$ZodType,
  shape: Readonly<Record<string, z.core.$ZodType>>,
  fresh: fc.Arbitrary<unknown>,
): Weighted[] {
  const fields = Object.keys(shape);
  const isNeeded = (field: string) =>
    !["optional", "default"].includes((shape[field] as z.core.$ZodTypes)._zod.def.type);
  const needed = fields.filter(isNeeded);
  if (needed.length === 0) return [];
  const parts = holdings
    .having(needed)
    .map((object) => Object.fromEntries(Object.entries(object).filter(([field]) => fields.includes(field))));
  const changed = (known: fc.Arbitrary<unknown>) =>
    fc
      .tuple(known, fresh, fc.constantFrom(...fields))
      .map(([object, other, field]) => ({ ...(object as object), ...pick(other as object, field) }));
  const known = fitting(schema, parts);
  return [...some(2, known), ...some(2, known, changed)];
}

function pick(object: object, field: string): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key === field));
}

const firstDay = dayNumber("0001-01-01");
const lastDay = dayNumber("9999-12-31");
const step = fc.constantFrom(0, 0, 1, -1);

/** The day itself, the day before or the day after. */
function beside(date: fc.Arbitrary<CivilDate>): fc.Arbitrary<CivilDate> {
  return fc.tuple(date, step).map(([day, days]) => {
    const moved = dayNumber(day) + days;
    return moved < firstDay || moved > lastDay ? day : dateOfDay(moved);
  });
}

function oneBeside(number: fc.Arbitrary<unknown>): fc.Arbitrary<number> {
  return fc.tuple(number, step).map(([value, more]) => Number(value) + more);
}

/** The list itself, or some of its items in another order. */
function shuffled(list: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return list.chain((items) =>
    fc.oneof(fc.constant(items), fc.shuffledSubarray(Array.isArray(items) ? items : [])),
  );
}
