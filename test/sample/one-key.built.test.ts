import pg from "pg";
import { OutcomeUnknown } from "thidua/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keptAnswers } from "../../examples/api/kept-answers.ts";
import { draft, problemIn, sendTo, sign, twoServers } from "./servers.ts";

const { DATABASE_URL: url } = process.env;

let servers: Awaited<ReturnType<typeof twoServers>>;
beforeAll(async () => {
  servers = await twoServers();
});
afterAll(() => servers.end());

const other = { ...draft, data: { ...draft.data, unit: "court" } };
const storedIn = async (stream: string) => (await servers.services[0].store.read(stream)).length;
const kept = (options: { waitsFor?: number; holdsFor?: number }) =>
  keptAnswers(servers.pool, servers.schema, options);
const askedUnder = (key: string, body = "{}") => ({ key, actor: "office", path: "/Pledge/p1", body });
const refusal = { status: 422, type: "application/problem+json", body: "refused" };
const events = { status: 200, type: "application/json", body: "events" };

/** A server whose command is held back until it is let go. */
function held() {
  const { runner } = servers.services[0];
  let begin = () => {};
  let letGo = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const app = servers.appWith({
    runner: {
      ...runner,
      async send(...args) {
        begin();
        await free;
        return runner.send(...args);
      },
    },
  });
  return { app, begun, letGo: () => letGo() };
}

describe("a key that two requests take at once", () => {
  it("is of one of them; the other is told so and is not carried out", async () => {
    const [first, second] = servers.apps;
    for (let at = 0; at < 5; at += 1) {
      const answers = await Promise.all([
        sendTo(first, `two-${at}`, { path: `/Pledge/x${at}` }),
        sendTo(second, `two-${at}`, { path: `/Pledge/y${at}` }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      expect((await storedIn(`Pledge-x${at}`)) + (await storedIn(`Pledge-y${at}`))).toBe(1);
    }
  });

  it("is of one of two commands for the same record, too", async () => {
    const path = "/Pledge/bodies";
    const answers = await Promise.all(
      servers.apps.map((app, at) => sendTo(app, "bodies", { path, body: [draft, other][at] })),
    );
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused.map((answer) => problemIn(answer).type)).toEqual(["urn:thidua:error:CommandIdReused"]);
    expect(await storedIn("Pledge-bodies")).toBe(1);
  });
});

describe("a request that comes again while the first is at work", () => {
  it("waits for its answer, which is that of both", async () => {
    const { app, begun, letGo } = held();
    const first = sendTo(app, "double-click", { path: "/Pledge/double-click" });
    await begun;
    const second = sendTo(servers.apps[1], "double-click", { path: "/Pledge/double-click" });
    letGo();
    expect((await second).text).toBe((await first).text);
    expect((await second).headers.get("Idempotent-Replayed")).toBe("true");
    expect((await first).status).toBe(200);
  });

  it("is told to come again where that takes too long", async () => {
    const { app, begun, letGo } = held();
    const path = "/Pledge/slow";
    const first = sendTo(app, "slow", { path });
    await begun;
    const hasty = servers.appWith({ answers: await kept({ waitsFor: 0 }) });
    const second = await sendTo(hasty, "slow", { path });
    expect([second.status, second.headers.get("Retry-After")]).toEqual([409, "1"]);
    expect(problemIn(second).type).toBe("urn:thidua:sample:atWork");
    letGo();
    expect((await first).status).toBe(200);
    expect((await sendTo(hasty, "slow", { path })).text).toBe((await first).text);
  });

  it("is not decided beside a command of which the outcome is not known yet", async () => {
    const { runner } = servers.services[0];
    const late = servers.appWith({
      runner: { ...runner, send: () => Promise.reject(new OutcomeUnknown("late", 5_000)) },
    });
    expect((await sendTo(late, "late", { body: sign })).status).toBe(504);
    const hasty = servers.appWith({ answers: await kept({ waitsFor: 0 }) });
    expect(problemIn(await sendTo(hasty, "late", { body: sign })).type).toBe("urn:thidua:sample:atWork");
    servers.reports.length = 0;
  });
});

describe("the reservation of a key", () => {
  it("is taken over from a server that died, by the same request and by no other", async () => {
    const [asked, another] = [askedUnder("died"), askedUnder("died", "[]")];
    const [lasting, over] = [await kept({ waitsFor: 0 }), await kept({ waitsFor: 0, holdsFor: 0 })];
    expect(await over.reserve(asked)).toBe("ours");
    expect(await over.reserve(another)).toBe("ofAnother");
    expect(await lasting.reserve(asked)).toBe("ours");
    expect(await lasting.reserve(asked)).toBe("atWork");
    await lasting.giveBack(asked);
    expect(await lasting.reserve(another)).toBe("ofAnother");
    expect(await lasting.reserve(asked)).toBe("ours");
  });

  it("gives way to any request after a day", async () => {
    const answers = await kept({ waitsFor: 0 });
    await answers.reserve(askedUnder("old"));
    await answers.keep(askedUnder("old"), refusal);
    expect(await answers.reserve(askedUnder("old"))).toEqual(refusal);
    await servers.pool.query(
      `update "${servers.schema}".requests set reserved_at = now() - interval '25 hours' where key = 'old'`,
    );
    expect(await answers.reserve(askedUnder("old", "[]"))).toBe("ours");
  });
});

describe("a kept answer", () => {
  it("is the one with events, whichever of two sendings comes first to keep its own", async () => {
    const answers = await kept({});
    for (const [key, order] of Object.entries({ late: [refusal, events], early: [events, refusal] })) {
      const asked = askedUnder(`events-${key}`);
      await answers.reserve(asked);
      for (const answer of order) await answers.keep(asked, answer);
      expect(await answers.keep(asked, refusal)).toEqual(events);
      expect(await answers.reserve(asked)).toEqual(events);
    }
  });

  it("is never that of another request", async () => {
    const answers = await kept({});
    await answers.reserve(askedUnder("mine"));
    await answers.keep(askedUnder("mine"), events);
    expect(await answers.keep(askedUnder("mine", "[]"), refusal)).toEqual(refusal);
    expect(await answers.reserve(askedUnder("mine"))).toEqual(events);
  });
});

describe.skipIf(url === undefined)("a database that hangs", () => {
  it("keeps nobody waiting for ever", async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`begin; lock table "${servers.schema}".requests in access exclusive mode`);
    expect((await sendTo(servers.apps[0], "hangs", { path: "/Pledge/hangs" })).status).toBe(500);
    await client.query("rollback");
    await client.end();
    expect(servers.reports.splice(0)).toHaveLength(1);
    expect((await sendTo(servers.apps[0], "hangs", { path: "/Pledge/hangs" })).status).toBe(200);
  });
});
