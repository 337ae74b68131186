import * as z from "zod";

const id = z.string().min(1);
const side = z.looseObject({ term: id, member: id });

/** Something that happened in a term. Fields that a kind does not use are ignored. Texts may have any length. */
export const Incident = z.looseObject({
  term: id,
  kind: id,
  effect: z.string().nullish(),
  seq: z.number().optional(),
  member: id.optional(),
  members: z.array(id).max(500).optional(),
  after: id.optional(),
  order: z.array(id).max(500).optional(),
  prefix: z.array(id).max(500).optional(),
  keepSwaps: z.boolean().optional(),
  length: id.optional(),
  a: side.optional(),
  b: side.optional(),
  nominal: id.optional(),
  chair: id.optional(),
  instead: id.optional(),
});
export type Incident = z.infer<typeof Incident>;

export const HistoryMember = z.looseObject({
  id,
  name: z.string().nullish(),
  joined: z.string().nullish(),
  left: z.string().nullish(),
});
export type HistoryMember = z.infer<typeof HistoryMember>;

/** A published term. Without a chair, or with null, the chair is vacant. */
export const ExpectedTerm = z.looseObject({
  term: id,
  chair: z.string().nullish(),
  deputy: z.string().nullish(),
  start: z.string().nullish(),
  end: z.string().nullish(),
});
export type ExpectedTerm = z.infer<typeof ExpectedTerm>;

/** A rotation history of the corpus; the README beside the histories describes the format. */
export const History = z.looseObject({
  body: z.string(),
  rule: z.looseObject({ kind: id, sortKey: id.optional() }),
  terms: z.looseObject({ length: id, start: z.string().nullish() }),
  previousChair: z.looseObject({ chair: id }).optional(),
  members: z.array(HistoryMember).max(500),
  order: z.union([z.array(id).max(500), z.string(), z.null()]).optional(),
  incidents: z.array(Incident).max(2_000),
  expected: z.array(ExpectedTerm).max(1_000),
});
export type History = z.infer<typeof History>;
