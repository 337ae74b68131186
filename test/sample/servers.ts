import { PledgeCommand } from "thidua";
import { appOf } from "../../examples/api/app.ts";
import { openDatabase } from "../../examples/api/database.ts";
import { openService, type Service } from "../../examples/api/service.ts";

const { DATABASE_URL: url } = process.env;

export const draft = PledgeCommand.create.DraftPledge({
  bloc: "noi-chinh",
  unit: "police",
  season: "2022",
  dueOn: "2022-12-31",
});
export const sign = PledgeCommand.create.SignPledge({ signatory: { name: "An" }, signedOn: "2022-02-10" });

export type App = ReturnType<typeof appOf>;

export type Sending = {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
};

/** Two servers over one database, which is PGlite, or PostgreSQL where `DATABASE_URL` names one. */
export async function twoServers() {
  const schema = `sample_${process.pid}_${Date.now().toString(36)}`;
  const database = await openDatabase({ url });
  const reports: Error[] = [];
  const report = (error: Error) => void reports.push(error);
  // Both at once: each makes the tables that are not there yet.
  const opening = () => openService(database, schema, report);
  const [first, second] = await Promise.all([opening(), opening()]);
  return {
    schema,
    pool: database.pool,
    reports,
    services: [first, second] as const,
    apps: [appOf(first, report), appOf(second, report)] as const,
    /** An app of the first server of which something is otherwise. */
    appWith: (other: Partial<Service>) => appOf({ ...first, ...other }, report),
    async end() {
      await Promise.all([first.stop(), second.stop()]);
      await database.pool.query(`drop schema "${schema}" cascade`);
      await database.close();
    },
  };
}

/** A request to an app: `undefined` for the key leaves it out. */
export async function sendTo(app: App, key: string | undefined, sending: Sending = {}) {
  const { path = "/Pledge/p1", method = "POST", headers = {}, body = draft } = sending;
  const raw = typeof body === "string" || body instanceof Uint8Array;
  const response = await app.request(path, {
    method,
    headers: { Actor: "office", ...(key !== undefined && { "Idempotency-Key": key }), ...headers },
    ...(method === "POST" && { body: raw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

/** What stands in an answer that is a problem. */
export const problemIn = ({ text }: { text: string }) =>
  JSON.parse(text) as {
    type: string;
    status: number;
    detail: string;
    problems?: { field: string; rule: string }[];
  };
