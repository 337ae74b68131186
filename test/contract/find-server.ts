import pg from "pg";

/** Prints the address of the PostgreSQL server of this machine, or nothing where none answers. */
const connectionString = "postgres://postgres@127.0.0.1:5432/postgres";
const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 });
try {
  await client.connect();
  await client.query("select");
  await client.end();
  process.stdout.write(connectionString);
} catch {
  // The contract says which store it skips.
}
