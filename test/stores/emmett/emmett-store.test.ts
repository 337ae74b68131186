import { DeciderCommandHandler } from "@event-driven-io/emmett";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InvalidInput } from "../../../src/kernel/problem.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import { commandHandler } from "../../../src/stores/command-handler.ts";
import { ForeignEvent } from "../../../src/stores/emmett/carried.ts";
import { emmettDecider } from "../../../src/stores/emmett/emmett-decider.ts";
import { emmettGuard } from "../../../src/stores/emmett/emmett-guard.ts";
import { emmettStore } from "../../../src/stores/emmett/emmett-store.ts";
import { migrate } from "../../../src/stores/emmett/migrate.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { write } from "../../../src/testing/store-contract/trial.ts";
import { emmettDatabase, emmettPgliteTrials, ownStore } from "../../contract/emmett.ts";
import { draft, promise } from "../../pledge/life.ts";
import { ordered } from "./ordered.ts";

const { DATABASE_URL = "" } = process.env;
const digits = "00123456789012345678";
const promised = { ...promise, data: { ...promise.data, target: digits } } as typeof promise;

describe("a store over Emmett's tables, of any kind", () => {
  it("refuses a position of another store", async () => {
    const { readAll } = emmettStore({ pool: { query: async () => ({ rows: [] }) } });
    for (const after of ["", "7", "7:", "x:1", "7:1:1"])
      await expect(readAll({ after, limit: 1 })).rejects.toThrow(InvalidInput);
  });

  it("appends again where others came before, and gives up where they always do", async () => {
    const failing = (codes: string[]) => ({
      query: async () => {
        throw Object.assign(new Error("the database"), { code: codes.shift() ?? "40001" });
      },
    });
    const append = (codes: string[]) => emmettStore({ pool: failing(codes) }).append([write("A-1", 0, "a1")]);
    await expect(append(["40001", "23505", "57P01"])).rejects.toMatchObject({ code: "57P01" });
    await expect(append([])).rejects.toThrow(/came before/);
  });

  it("wakes nobody where it is told so", async () => {
    const channels: unknown[] = [];
    const query = async (_: string, values?: string[]) => {
      channels.push(values?.[1]);
      return { rows: [{ answer: '{"stored":true}' }] };
    };
    for (const notify of [true, false])
      await emmettStore({ pool: { query }, notify }).append([write("A-1", 0, "a1")]);
    expect(channels).toEqual(["thidua_emmett", ""]);
  });
});

describe("Emmett's tables in PGlite", () => {
  it("have streams of other programs, whose metadata may have a `thidua`: they are no part of the log", async () => {
    const { pool, makeStore, close } = await emmettPgliteTrials();
    const trial = await makeStore();
    await trial.migrate?.();
    await trial.store.append([write("A-1", 0, "a1")]);
    const { rows } = await pool.query<{ text: string }>(
      "select message_metadata::text as text from emt_messages",
    );
    const others = [
      '{"thidua":true}',
      '{"thidua":"yes"}',
      '{"thidua":{"type":"x"}}',
      '{"thidua":["x"]}',
      '{"thidua":null}',
      '{"thidua":"{\\"a\\":1}"}',
      // Of an event that it answers.
      rows[0]?.text ?? "",
    ];
    for (const [at, metadata] of others.entries())
      await pool.query(
        `select emt_append_to_stream(array[$1::text], array['{}'::jsonb], array[$2::jsonb], array['1'], array['Placed'],
          array['E'], $3::text, 'Order', 0, 'emt:default')`,
        [`order-${at}`, metadata, `Order-${at}`],
      );
    const events = (await wholeLog(trial.store)).map((event) => event.metadata.stream);
    expect(events).toEqual(["A-1"]);
    for (const at of others.keys())
      await expect(trial.store.read(`Order-${at}`)).rejects.toThrow(ForeignEvent);
    await close();
  });

  it("must be there before they are readied, and must be of this cluster", async () => {
    const { pool, makeStore, close } = await emmettPgliteTrials();
    await expect(migrate({ pool })).rejects.toThrow(/schema.migrate\(\)/);
    const trial = await makeStore();
    await trial.migrate?.();
    await trial.store.append([write("A-1", 0, "a1")]);
    expect(await emmettStore({ pool }).lag()).toMatchObject({ waiting: 0 });
    expect("changed" in emmettStore({ pool })).toBe(false);
    await pool.query("update emt_messages set transaction_id = '99999999'");
    await expect(migrate({ pool })).rejects.toThrow(/another database cluster/);
    await close();
  });
});

if (DATABASE_URL === "") it.skip("a store beside Emmett's own: DATABASE_URL is not set", () => {});
else describe("a store beside Emmett's own, over a server", () => overServer(DATABASE_URL));

function overServer(connectionString: string) {
  let database: Awaited<ReturnType<typeof emmettDatabase>>;
  let emmett: ReturnType<typeof ownStore>;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await emmettDatabase(connectionString, `thidua_beside_${process.pid}`);
    emmett = ownStore(database.address);
    pool = new pg.Pool({ connectionString: database.address });
    await emmett.schema.migrate();
    await migrate({ pool });
  });
  afterAll(async () => {
    await emmett.close();
    await pool.end();
    await database.drop();
  });

  it("lets one of two handlers create each of 20 streams", async () => {
    const handle = DeciderCommandHandler(emmettDecider(pledge));
    const guards = [emmettGuard(emmettStore({ pool })), emmettGuard(emmettStore({ pool }))];
    const streams = Array.from({ length: 20 }, (_, at) => `race-${at}`);
    const counts = await Promise.all(
      streams.map(async (id) => {
        const answers = await Promise.allSettled(
          guards.map((guard, at) => {
            const data = { ...draft.data, unit: `unit-${at}` };
            return handle(guard, id, ordered({ ...draft, data }, `${id}-${at}`));
          }),
        );
        return answers.filter(({ status }) => status === "fulfilled").length;
      }),
    );
    expect(counts).toEqual(streams.map(() => 1));
    const lengths = await Promise.all(
      streams.map(async (id) => (await emmett.readStream(`Pledge-${id}`)).events.length),
    );
    expect(lengths).toEqual(streams.map(() => 1));
  });

  it("keeps the digits of a target, which Emmett's parser makes a number of, so that it can be amended", async () => {
    const guard = emmettGuard(emmettStore({ pool }));
    const handle = DeciderCommandHandler(emmettDecider(pledge));
    await handle(guard, "digits-2022", [ordered(draft, "d1"), ordered(promised, "d2")]);
    const { newState } = await handle(guard, "digits-2022", ordered(draft, "d1"));
    expect(newState).toMatchObject({ targets: [{ target: digits }] });
    const { events } = await emmett.readStream("Pledge-digits-2022");
    expect(events[1]?.data).toMatchObject({ target: 123456789012345678n });
  });

  it("is read by Emmett's own readers, and by deciders over them without a loss", async () => {
    await commandHandler({ store: emmettStore({ pool }), decider: pledge })(
      "seen-2022",
      ordered(draft, "s1"),
    );
    await commandHandler({ store: emmettStore({ pool }), decider: pledge })(
      "seen-2022",
      ordered(promised, "s2"),
    );
    const { state, currentStreamVersion } = await emmett.aggregateStream(
      "Pledge-seen-2022",
      emmettDecider(pledge),
    );
    expect(currentStreamVersion).toBe(2n);
    expect(state).toMatchObject({ status: "draft", targets: [{ target: digits }] });
    const { events } = await emmett.readStream("Pledge-seen-2022");
    const [stored] = await emmettStore({ pool }).read("Pledge-seen-2022");
    expect(events[0]).toMatchObject({ type: "PledgeDrafted", data: draft.data });
    expect(events[0]?.metadata).toMatchObject({ ...stored?.metadata, messageId: stored?.metadata.eventId });
  });

  it("leaves the streams of other programs alone, and reads what Emmett's handler decided by ours", async () => {
    await emmett.appendToStream("Cart-1", [{ type: "Filled", data: { with: "tea" } }]);
    await expect(emmettStore({ pool }).read("Cart-1")).rejects.toThrow(ForeignEvent);
    await DeciderCommandHandler(emmettDecider(pledge))(emmett, "plain-2022", ordered(draft, "p1"));
    const handle = commandHandler({ store: emmettStore({ pool }), decider: pledge });
    expect(await handle("plain-2022", ordered(draft, "p1"))).toMatchObject({ ok: true, repeated: true });
    expect(await handle("plain-2022", ordered(promised, "p2"))).toMatchObject({ ok: true, version: 2 });
  });

  it("conflicts with what Emmett itself appended to the same stream", async () => {
    const store = emmettStore({ pool });
    await emmett.appendToStream("Both-1", [{ type: "Filled", data: {} }]);
    expect(await store.append([write("Both-1", 0, "b1")])).toEqual({
      ok: false,
      reason: "conflict",
      stream: "Both-1",
      actualVersion: 1,
    });
  });
}
