import * as z from "zod/mini";

type OfKind = z.ZodMiniObject<{ kind: z.ZodMiniLiteral<string> }>;
type KindOf<U> = U extends z.ZodMiniObject<{ kind: z.ZodMiniLiteral<infer K extends string> }> ? K : never;

/** The names of the members of a union that its field `kind` tells apart. */
export function kindsOf<const M extends readonly OfKind[]>(
  union: z.ZodMiniDiscriminatedUnion<M, "kind">,
): z.ZodMiniEnum<{ [K in KindOf<M[number]>]: K }> {
  const kinds = union.def.options.flatMap(({ shape }) => shape.kind.def.values);
  return z.enum(kinds) as unknown as z.ZodMiniEnum<{ [K in KindOf<M[number]>]: K }>;
}
