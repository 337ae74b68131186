export type { PostgresListener } from "./listening.ts";
export { migrate } from "./migrate.ts";
export type { PostgresPlace, PostgresPool } from "./pool.ts";
export { type PostgresLag, type PostgresStore, postgresStore } from "./postgres-store.ts";
