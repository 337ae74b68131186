import * as z from "zod/mini";
import { checked } from "./input.ts";

/** What a command, an event and a rejection have in common: a name and plain data. */
export type Message = { type: string; data: object };

/** The fields of one message. Each has a zod schema. */
type Shape = Readonly<Record<string, z.core.$ZodType>>;
type Shapes = Readonly<Record<string, Shape>>;

type Fields<S extends Shape> = z.ZodMiniObject<S, z.core.$strict>;

/** The messages of a map of shapes, by name. */
type Named<M extends Shapes> = { [K in keyof M]: { type: K & string; data: z.output<Fields<M[K]>> } };

/** What each message of a map of shapes can be made from. */
type Inputs<M extends Shapes> = { [K in keyof M]: z.input<Fields<M[K]>> };

/**
 * A zod schema of a union of messages, and a creator for each. `N` is the map from a name to its message; `I` is
 * the map from a name to what the creator takes, which differs from the data where a field has a default.
 */
export type Messages<
  N extends { readonly [K in keyof N]: Message },
  I extends { readonly [K in keyof N]: object } = { [K in keyof N]: N[K]["data"] },
> = z.ZodMiniType<N[keyof N]> & {
  /**
   * `create.SignPledge({ ... })` reads the data and returns the message in its canonical form. It throws
   * `InvalidInput`, whose text begins with the message's name. Paths begin at the message, as in `data.signatory`.
   */
  readonly create: {
    // The type maps `keyof N` itself, so that an editor shows the comment of each name.
    readonly [K in keyof N]: (data: I[K]) => N[K];
  };
  /** The strict schema of each message's data. */
  readonly data: {
    readonly [K in keyof N]: z.ZodMiniType<N[K]["data"], I[K]> & {
      readonly shape: {
        readonly [F in keyof N[K]["data"]]-?: z.ZodMiniType<
          N[K]["data"][F],
          F extends keyof I[K] ? I[K][F] : unknown
        >;
      };
    };
  };
  /** The names, in the order in which the map has them. */
  readonly types: readonly (keyof N & string)[];
};

/** The data of the message named `K` in a union of messages. */
export type DataOf<M extends Message, K extends M["type"]> = Extract<M, { type: K }>["data"];

/**
 * The messages of an aggregate. The map gives each name the fields of its data; from it comes a zod schema of the
 * union of `{ type, data }`. Each name is written once, as a key; the types are derived. The result is a schema like
 * any other: `z.infer<typeof PledgeEvent>`, `check(PledgeEvent, input)`.
 *
 * Objects are strict: an unknown field is an error. It is never dropped in silence.
 *
 * @example
 * const LampEvent = messages({ LampLit: { room: text({ max: 20 }) }, LampPutOut: {} });
 * LampEvent.create.LampLit({ room: "  hall " }) // { type: "LampLit", data: { room: "hall" } }
 */
export function messages<const M extends Shapes>(shapes: M): Messages<Named<M>, Inputs<M>> {
  const types = Object.keys(shapes);
  const data = Object.create(null) as Record<string, z.ZodMiniObject>;
  const create = Object.create(null) as Record<string, (input: unknown) => Message>;
  const options: z.ZodMiniObject[] = [];
  for (const type of types) {
    const schema = z.strictObject(shapes[type] as Shape);
    data[type] = schema;
    const message = z.strictObject({ type: z.literal(type), data: schema });
    create[type] = (input) => checked(message, { type, data: input }, type);
    options.push(message);
  }
  const union = z.discriminatedUnion("type", options as unknown as [z.ZodMiniObject]);
  return Object.assign(union, {
    create,
    data,
    types,
  }) as unknown as Messages<Named<M>, Inputs<M>>;
}
