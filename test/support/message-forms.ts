import type * as z from "zod";

/** The strict schema of each message of a union, by its name. */
export function messageForms(messages: z.ZodType): Map<string, z.ZodObject> {
  const { options } = (messages as z.ZodDiscriminatedUnion).def;
  return new Map(
    (options as unknown as z.ZodObject[]).map((form) => [
      String((form.shape.type as z.ZodLiteral).value),
      form,
    ]),
  );
}

export const messageTypes = (messages: z.ZodType): string[] => [...messageForms(messages).keys()];
