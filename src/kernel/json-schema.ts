import * as z from "zod/mini";

/**
 * A schema as JSON Schema (draft 2020-12): of what a form or another program hands in, in its canonical form. Texts
 * have their limits in characters, dates and instants their formats. Rules between several fields are not in it.
 *
 * @example
 * jsonSchema(PledgeCommand.data.DropTarget).properties // { target: { type: "string", minLength: 1, maxLength: 100, pattern: "^\\S+$" } }
 */
export function jsonSchema(schema: z.core.$ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, { io: "input" });
}
