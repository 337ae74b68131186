import * as z from "zod";
import { checked } from "./input.ts";

/** What a command, an event and a rejection have in common: a name and plain data. */
export type Message = { type: string; data: object };

/** The fields of one message. Each has a zod schema. */
type Shape = Readonly<Record<string, z.ZodType>>;
type Shapes = Readonly<Record<string, Shape>>;

type OutputOf<S extends Shape> = z.output<z.ZodObject<S, z.core.$strict>>;
type InputOf<S extends Shape> = z.input<z.ZodObject<S, z.core.$strict>>;

type MessageOf<M extends Shapes> = {
  [K in keyof M & string]: { type: K; data: OutputOf<M[K]> };
}[keyof M & string];

/** A zod schema of all messages of the map, and a creator for each. */
export type Messages<M extends Shapes> = z.ZodType<MessageOf<M>> & {
  /**
   * `create.SignPledge({ ... })` reads the data and returns the message in its canonical form. It throws
   * `InvalidInput`, whose text begins with the message's name. Paths begin at the message, as in `data.signatory`.
   */
  readonly create: {
    // The type maps `keyof M` itself, so that an editor shows the comment of each name.
    readonly [K in keyof M]: (data: InputOf<M[K]>) => { type: K; data: OutputOf<M[K]> };
  };
  /** The strict schema of each message's data. */
  readonly data: {
    readonly [K in keyof M]: z.ZodObject<M[K], z.core.$strict>;
  };
  /** The names, in the order in which the map has them. */
  readonly types: readonly (keyof M & string)[];
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
export function messages<const M extends Shapes>(shapes: M): Messages<M> {
  const types = Object.keys(shapes);
  const data = Object.create(null) as Record<string, z.ZodObject>;
  const create = Object.create(null) as Record<string, (input: unknown) => Message>;
  const options: z.ZodObject[] = [];
  for (const type of types) {
    const schema = z.strictObject(shapes[type] as Shape);
    data[type] = schema;
    const message = z.strictObject({ type: z.literal(type), data: schema });
    create[type] = (input) => checked(message, { type, data: input }, type);
    options.push(message);
  }
  const union = z.discriminatedUnion("type", options as unknown as [z.ZodObject]);
  return Object.assign(union, {
    create,
    data,
    types,
  }) as unknown as Messages<M>;
}
