import { PledgeCommand } from "thidua";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appOf } from "../../examples/api/app.ts";
import { type Database, openDatabase } from "../../examples/api/database.ts";
import { openService, type Service } from "../../examples/api/service.ts";

const draft = PledgeCommand.create.DraftPledge({ unit: "police", season: "2022", dueOn: "2022-12-31" });
const sign = PledgeCommand.create.SignPledge({ signatory: { name: "An" }, signedOn: "2022-02-10" });

let database: Database;
const services: Service[] = [];
const reports: Error[] = [];
const apps: ReturnType<typeof appOf>[] = [];

beforeAll(async () => {
  database = await openDatabase({});
  // Both at once: each makes the tables that are not there yet.
  services.push(...(await Promise.all([0, 1].map(() => openService(database, "sample")))));
  apps.push(...services.map((service) => appOf(service, (error) => reports.push(error))));
});

afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await database.close();
});

type Sending = { server?: number; path?: string; headers?: Record<string, string>; body?: unknown };

const send = async (key: string | undefined, { server = 0, path = "/Pledge/p1", ...rest }: Sending = {}) => {
  const { headers = {}, body = draft } = rest;
  const response = await apps[server]?.request(path, {
    method: "POST",
    headers: { Actor: "office", ...(key !== undefined && { "Idempotency-Key": key }), ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  if (!response) throw new Error("no server");
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const eventsOf = (stream: string) => services[0]?.store.read(stream);

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
      Array.from({ length: 8 }, (_, at) => send("at-once", { path, server: at % 2 })),
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
    expect(JSON.parse(answer.text).problems).toMatchObject([{ field: "metadata.commandId" }]);
  });
});

describe("what is no command", () => {
  it.each([
    ["no JSON", "{"],
    ["nothing", "null"],
    ["a list", "[]"],
    ["a text", '"DraftPledge"'],
    ["an unknown name", '{"type":"Draft","data":{}}'],
    ["a prototype", '{"__proto__":{"type":"DraftPledge"},"data":{}}'],
  ])("is answered as a problem: %s", async (name, body) => {
    const answer = await send(`bad-${name.replaceAll(" ", "-")}`, { body });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400 });
  });

  it("is not found under the name of no aggregate", async () => {
    for (const path of ["/Nothing/x", "/__proto__/x", "/constructor/x"]) {
      expect((await send(`where${path.replaceAll("/", "-")}`, { path })).status).toBe(404);
      expect((await apps[0]?.request(path))?.status).toBe(404);
    }
  });
});

describe("a problem", () => {
  it("is told in the language that the sender prefers", async () => {
    const path = "/Pledge/languages";
    await send("draft-languages", { path });
    const told = async (key: string, language: string) =>
      JSON.parse((await send(key, { path, body: sign, headers: { "Accept-Language": language } })).text)
        .detail;
    expect(await told("vi", "vi")).toBe("Giao ước chưa có chỉ tiêu nào nên chưa ký kết được.");
    expect(await told("en", "en-GB")).toBe("The pledge has no target yet, so it cannot be signed.");
  });

  it("of the server is reported to its log, and is no answer for ever", async () => {
    const [service] = services;
    if (!service) throw new Error("no service");
    let isAway = true;
    const send503 = service.runner.send;
    const broken = appOf(
      {
        ...service,
        runner: {
          ...service.runner,
          send: (...args) => (isAway ? Promise.reject(new Error("the disk is full")) : send503(...args)),
        },
      },
      (error) => reports.push(error),
    );
    const ask = async () =>
      broken.request("/Pledge/disk", {
        method: "POST",
        headers: { "Idempotency-Key": "disk", Actor: "office" },
        body: JSON.stringify(draft),
      });
    const failed = await ask();
    expect([failed.status, (await failed.text()).includes("disk")]).toEqual([500, false]);
    expect(reports.map(({ message }) => message)).toEqual(["the disk is full"]);
    isAway = false;
    expect((await ask()).status).toBe(200);
  });
});

describe("a state", () => {
  it("is shown as plain JSON, also of what does not exist yet", async () => {
    const shown = async (path: string) => (await apps[1]?.request(path))?.json();
    await send("shown", { path: "/Pledge/shown" });
    expect(await shown("/Pledge/shown")).toMatchObject({ aggregate: "Pledge", state: { status: "draft" } });
    expect(await shown("/Pledge/none")).toMatchObject({ state: { status: "blank" } });
  });

  it("is in the lists of every server at once", async () => {
    await send("listed", { path: "/Pledge/listed" });
    for (const app of apps)
      expect(await (await app.request("/pledges")).json()).toContainEqual(
        expect.objectContaining({ pledge: "listed", unit: "police" }),
      );
  });
});
