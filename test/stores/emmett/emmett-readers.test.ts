import { DeciderCommandHandler } from "@event-driven-io/emmett";
import {
  getPostgreSQLEventStore,
  type PostgresEventStore,
  pongoSingleStreamProjection,
  postgreSQLProjection,
} from "@event-driven-io/emmett-postgresql";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PledgeEvent } from "../../../src/pledge/messages.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import { commandHandler } from "../../../src/stores/command-handler.ts";
import { emmettDecider } from "../../../src/stores/emmett/emmett-decider.ts";
import { emmettGuard } from "../../../src/stores/emmett/emmett-guard.ts";
import { emmettStore } from "../../../src/stores/emmett/emmett-store.ts";
import { migrate } from "../../../src/stores/emmett/migrate.ts";
import { emmettDatabase } from "../../contract/emmett.ts";
import { draft, promise } from "../../pledge/life.ts";
import { ordered } from "./ordered.ts";

const { DATABASE_URL = "" } = process.env;

if (DATABASE_URL === "") it.skip("what Emmett makes of our events: DATABASE_URL is not set", () => {});
else describe("what Emmett makes of our events, over a server", () => overServer(DATABASE_URL));

function overServer(connectionString: string) {
  let database: Awaited<ReturnType<typeof emmettDatabase>>;
  let emmett: PostgresEventStore;
  let pool: pg.Pool;
  const ended: string[] = [];
  const inline: string[] = [];

  beforeAll(async () => {
    database = await emmettDatabase(connectionString, `thidua_read_${process.pid}`);
    pool = new pg.Pool({ connectionString: database.address });
    pool.on("error", ({ message }) => ended.push(message));
    const projection = postgreSQLProjection<PledgeEvent>({
      name: "begun",
      canHandle: ["PledgeDrafted"],
      handle: (events) => {
        inline.push(...events.map(({ metadata }) => metadata.streamName));
      },
    });
    const projections = [{ type: "inline" as const, projection }] as never;
    emmett = getPostgreSQLEventStore(database.address, { connectionOptions: { pool }, projections });
    await emmett.schema.migrate();
    await migrate({ pool });
  });
  afterAll(async () => {
    await emmett.close();
    await pool.end();
    await database.drop();
  });

  const plain = DeciderCommandHandler(emmettDecider(pledge));
  const consumer = () => emmett.consumer({ stopWhen: { noMessagesLeft: true } });
  const handlers = (count: number) =>
    Array.from({ length: count }, () => commandHandler({ store: emmettStore({ pool }), decider: pledge }));

  it("a consumer of Emmett's sees each event that several handlers write at once", async () => {
    const following = emmett.consumer();
    const seen = new Set<string>();
    following.reactor<PledgeEvent>({
      processorId: "all",
      eachMessage: ({ metadata }) => {
        seen.add(metadata.streamName);
      },
    });
    const started = following.start();
    const four = handlers(4);
    await Promise.all(
      Array.from({ length: 400 }, (_, at) => four[at % 4]?.(`at-once-${at}`, ordered(draft, `a-${at}`))),
    );
    await expect.poll(() => seen.size, { timeout: 10_000 }).toBe(400);
    await following.stop();
    await started;
  }, 60_000);

  it("a projector makes a document of a stream", async () => {
    const [handle] = handlers(1);
    await handle?.("shown-2022", ordered(draft, "s1"));
    await handle?.("shown-2022", ordered(promise, "s2"));
    type Shown = { unit: string; targets: string[] };
    const projection = pongoSingleStreamProjection<Shown, PledgeEvent>({
      collectionName: "shown",
      canHandle: ["PledgeDrafted", "TargetPromised"],
      initialState: () => ({ unit: "", targets: [] }),
      evolve: (shown: Shown, { type, data }: PledgeEvent) =>
        type === "TargetPromised"
          ? { ...shown, targets: [...shown.targets, data.target] }
          : { ...shown, unit: type === "PledgeDrafted" ? data.unit : shown.unit },
    });
    const making = consumer();
    making.projector<PledgeEvent>({ processorId: "shown", projection } as never);
    await making.start();
    const { rows } = await pool.query(
      "select data ->> 'unit' as unit, data ->> 'targets' as targets from shown where _id = 'Pledge-shown-2022'",
    );
    expect(rows).toEqual([{ unit: "police", targets: '["cases"]' }]);
  }, 60_000);

  it("inline projections run where Emmett's own store appends, and not through the guard", async () => {
    await plain(emmettGuard(emmettStore({ pool })), "guarded-2022", ordered(draft, "g1"));
    await plain(emmett, "own-2022", ordered(draft, "o1"));
    expect(inline).toEqual(["Pledge-own-2022"]);
  });

  it("upcasters of Emmett's show its readers another form; a decider reads the event as it was stored", async () => {
    await plain(emmett, "cast-2022", ordered(draft, "k1"));
    const upcast = (event: object) => ({ ...event, data: { ...draft.data, unit: "another" } });
    const read = { schema: { versioning: { upcast } } } as never;
    const { events } = await emmett.readStream("Pledge-cast-2022", read);
    expect(events[0]?.data).toMatchObject({ unit: "another" });
    const { state } = await emmett.aggregateStream("Pledge-cast-2022", { ...emmettDecider(pledge), read });
    expect(state).toMatchObject({ unit: "police" });
  });

  it("a connection that ends while it is idle is told to the pool, also by Emmett's store over it", async () => {
    await emmett.readStream("Pledge-own-2022");
    const other = new pg.Client({ connectionString });
    await other.connect();
    await other.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
      new URL(database.address).pathname.slice(1),
    ]);
    await other.end();
    await expect.poll(() => ended.length).toBeGreaterThan(0);
    expect((await emmett.readStream("Pledge-own-2022")).events).toHaveLength(1);
  });
}
