import type * as z from "zod/mini";

/** The strict schema of each message of a union, by its name. */
export function messageForms(messages: z.core.$ZodType): Map<string, z.ZodMiniObject> {
  const { options } = (messages as z.ZodMiniDiscriminatedUnion).def;
  return new Map(
    (options as unknown as z.ZodMiniObject[]).map((form) => [
      String((form.shape.type as z.ZodMiniLiteral).def.values[0]),
      form,
    ]),
  );
}

export const messageTypes = (messages: z.core.$ZodType): string[] => [...messageForms(messages).keys()];
