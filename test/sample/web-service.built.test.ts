import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemIn, type Sending, sendTo, sign, twoServers } from "./servers.ts";

let servers: Awaited<ReturnType<typeof twoServers>>;
beforeAll(async () => {
  servers = await twoServers();
});
afterAll(() => servers.end());

const send = (key: string | undefined, { server = 0, ...sending }: Sending & { server?: 0 | 1 } = {}) =>
  sendTo(servers.apps[server], key, sending);
const eventsOf = (stream: string) => servers.services[0].store.read(stream);

describe("a request that comes again under its key", () => {
  it("gets the same answer word for word, from any server, and is carried out once", async () => {
    const first = await send("again", { path: "/Pledge/again" });
    const second = await send("again", { path: "/Pledge/again", server: 1 });
    expect(first.status).toBe(200);
    expect(first.headers.has("Idempotent-Replayed")).toBe(false);
    expect(second.headers.get("Idempotent-Replayed")).toBe("true");
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(await eventsOf("Pledge-again")).toHaveLength(1);
  });

  it("gets one answer where eight come at once over two servers", async () => {
    const path = "/Pledge/at-once";
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => send("at-once", { path, server: at % 2 === 0 ? 0 : 1 })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await eventsOf("Pledge-at-once")).toHaveLength(1);
  });

  it("gets its refusal again, though the command would be accepted by now", async () => {
    const path = "/Pledge/refused";
    const refused = await send("sign", { path, body: sign });
    expect(refused.status).toBe(409);
    await send("draft", { path });
    expect(await send("sign", { path, body: sign })).toMatchObject({ status: 409, text: refused.text });
  });

  it("is another account's under the same key, and is carried out for itself", async () => {
    const path = "/Pledge/accounts";
    await send("shared", { path });
    const other = await send("shared", { path: "/Pledge/accounts-2", headers: { Actor: "other" } });
    expect([other.status, other.headers.has("Idempotent-Replayed")]).toEqual([200, false]);
  });
});

describe("a key", () => {
  it("that was used for another request is refused, before and after something is stored", async () => {
    await send("used", { path: "/Pledge/used", body: sign });
    for (const other of [{ path: "/Pledge/used" }, { path: "/Pledge/used-2", body: sign }]) {
      const answer = await send("used", other);
      expect(answer.status).toBe(422);
      expect(JSON.parse(answer.text)).toMatchObject({ type: "urn:thidua:error:CommandIdReused" });
    }
  });

  it("has to be there", async () => {
    const answer = await send(undefined);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).problems).toMatchObject([{ field: "Idempotency-Key", rule: "required" }]);
  });

  it("that is too long for an id is refused as one, as is such an account, and nothing is kept of it", async () => {
    const long = "k".repeat(6_000);
    const path = "/Pledge/long";
    expect(problemIn(await send(long, { path }))).toMatchObject({
      status: 400,
      problems: [{ field: "Idempotency-Key", rule: "maxLength" }],
    });
    const answer = await send("long-actor", { path, headers: { Actor: long } });
    expect(problemIn(answer)).toMatchObject({
      status: 400,
      problems: [{ field: "Actor", rule: "maxLength" }],
    });
    expect((await send("long-actor", { path })).status).toBe(200);
    expect(servers.reports).toEqual([]);
  });
});

describe("an error", () => {
  it("of the server is reported to its log, and is no answer for ever", async () => {
    const { runner } = servers.services[0];
    let isAway = true;
    const broken = servers.appWith({
      runner: {
        ...runner,
        send: (...args) => (isAway ? Promise.reject(new Error("the disk is full")) : runner.send(...args)),
      },
    });
    const ask = () => sendTo(broken, "disk", { path: "/Pledge/disk" });
    const failed = await ask();
    expect([failed.status, failed.text.includes("disk")]).toEqual([500, false]);
    expect(servers.reports.splice(0).map(({ message }) => message)).toEqual(["the disk is full"]);
    isAway = false;
    // The key stays that of the request.
    expect((await sendTo(broken, "disk", { path: "/Pledge/disk", body: sign })).status).toBe(422);
    expect((await ask()).status).toBe(200);
  });

  it("of the sender is not reported", async () => {
    for (const path of ["/Pledge/a%20b", "/nowhere"]) await servers.apps[0].request(path);
    await send("a-b", { path: "/Pledge/a%20b" });
    expect(servers.reports).toEqual([]);
  });
});

describe("a state", () => {
  it("is shown as plain JSON, also of what does not exist yet", async () => {
    const shown = async (path: string) => (await servers.apps[1].request(path)).json();
    await send("shown", { path: "/Pledge/shown" });
    expect(await shown("/Pledge/shown")).toMatchObject({ aggregate: "Pledge", state: { status: "draft" } });
    expect(await shown("/Pledge/none")).toMatchObject({ state: { status: "blank" } });
  });

  it("is in the lists of every server at once", async () => {
    await send("listed", { path: "/Pledge/listed" });
    for (const app of servers.apps)
      expect(await (await app.request("/pledges")).json()).toContainEqual(
        expect.objectContaining({ pledge: "listed", unit: "police" }),
      );
  });
});
