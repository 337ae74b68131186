import { excerpt, InvalidInput } from "../../kernel/problem.ts";

/**
 * What is asked of a database: a `Pool` of `pg`, or a `PGlite`. Give a pool and not a client: an append needs a
 * transaction of its own, and in one that is open already its events may come in the wrong order.
 */
export type PostgresPool = {
  query(text: string, values?: string[]): Promise<{ rows: readonly unknown[] }>;
};

/** Where the events of a store are. */
export type PostgresPlace = {
  pool: PostgresPool;
  /** The schema of the table: small letters, digits and `_`, at most 40 characters. It is `thidua` by default. */
  schema?: string | undefined;
};

const schemaName = /^[a-z_][a-z0-9_]{0,39}$/;

/** The names in a schema. They are plain, so no text of a caller is part of a statement. */
export function namesIn(schema = "thidua"): { schema: string; table: string; channel: string } {
  if (!schemaName.test(schema))
    throw new InvalidInput([
      { field: "schema", rule: "format", expected: String(schemaName), value: excerpt(schema) },
    ]);
  return { schema, table: `"${schema}".events`, channel: `thidua_${schema}` };
}

/** A row whose columns are texts: what a driver makes of numbers and JSON is for its user to say, and not used here. */
type Row = Readonly<Record<string, string | null | undefined>>;

export async function rowsOf(pool: PostgresPool, text: string, ...values: string[]): Promise<readonly Row[]> {
  const { rows } = await pool.query(text, values);
  // Each statement casts what it selects to text.
  return rows as readonly Row[];
}

/** What a database says of a statement that others came before, of which nothing is stored. */
const lostRaces = ["23505", "40001", "40P01"];

export function isLostRace(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return lostRaces.some((lost) => lost === code);
}
