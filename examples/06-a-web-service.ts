/**
 * Two servers answer requests over one database. `npm run sample` sends them some and prints what they answer;
 * `npm run sample -- --serve 3000` keeps one running. `DATABASE_URL` names a PostgreSQL server; without it PGlite is one.
 */
import { appOf } from "./api/app.ts";
import { openDatabase } from "./api/database.ts";
import { openService } from "./api/service.ts";
import { served } from "./api/serving.ts";
import { tour } from "./api/tour.ts";

const at = process.argv.indexOf("--serve");
const port = at < 0 ? undefined : Number(process.argv[at + 1] ?? 3_000);
const { DATABASE_URL: url, DATA: folder } = process.env;
const database = await openDatabase({ url, folder });
// A tour begins with an empty store, and leaves the one of your season alone.
const schema = port === undefined ? `thidua_sample_${process.pid}` : "thidua";
const start = async (on: number) => {
  const service = await openService(database, schema, console.error);
  const { url, close } = await served(appOf(service, console.error), on);
  return { url, stop: () => close().then(service.stop) };
};

if (port !== undefined) {
  const { url, stop } = await start(port);
  process.once("SIGINT", () => stop().then(database.close));
  console.log(`${url}/openapi.json (${database.name})`);
} else {
  const servers = [await start(0), await start(0)] as const;
  await tour([servers[0].url, servers[1].url], console.log);
  for (const server of servers) await server.stop();
  await database.pool.query(`drop schema "${schema}" cascade`);
  await database.close();
}
