import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draft, problemIn, type Sending, sendTo, sign, twoServers } from "./servers.ts";

let servers: Awaited<ReturnType<typeof twoServers>>;
beforeAll(async () => {
  servers = await twoServers();
});
afterAll(async () => {
  // None of this is a fault of the server.
  expect(servers.reports).toEqual([]);
  await servers.end();
});

const send = (key: string, sending: Sending) => sendTo(servers.apps[0], key, sending);
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
const drafted = (unit: string) => JSON.stringify({ ...draft, data: { ...draft.data, unit } });

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
    expect(problemIn(answer)).toMatchObject({ status: 400 });
  });

  it.each([
    ["no JSON", "{"],
    ["empty", ""],
    ["of the encoding Latin-1", bytes(drafted("Thành"), "latin1")],
    ["of the encoding UTF-16", bytes(`\ufeff${drafted("Thành")}`, "utf16le")],
  ])("is told that it is no JSON in UTF-8, and nothing is stored or kept: a body %s", async (_, body) => {
    const answer = await send("no-json", { path: "/Pledge/no-json", body });
    expect(problemIn(answer)).toMatchObject({ status: 400, problems: [{ field: "", rule: "json" }] });
    expect(await servers.services[0].store.read("Pledge-no-json")).toEqual([]);
  });

  it("is not read at all where it is larger than a megabyte", async () => {
    const answer = await send("large", { path: "/Pledge/large", body: drafted("x".repeat(1_000_001)) });
    expect(problemIn(answer)).toMatchObject({ type: "urn:thidua:sample:tooLarge", status: 413 });
    expect((await send("large", { path: "/Pledge/large" })).status).toBe(200);
  });
});

describe("a path", () => {
  it.each(["/Nothing/x", "/__proto__/x", "/constructor/x", "/", "/Pledge", "/Pledge/x/y", "/nowhere"])(
    "that there is not is told as one: %s",
    async (path) => {
      for (const method of ["GET", "POST", "PUT"]) {
        const answer = await send("nowhere", { path, method, headers: { "Accept-Language": "en" } });
        expect(problemIn(answer)).toMatchObject({ status: 404, detail: "There is no such path." });
      }
    },
  );

  it.each([
    ["PUT", "/Pledge/p1", "GET, HEAD, POST"],
    ["DELETE", "/Pledge/p1", "GET, HEAD, POST"],
    ["OPTIONS", "/Pledge/p1", "GET, HEAD, POST"],
    ["POST", "/pledges", "GET, HEAD"],
  ])("names the methods that it takes: %s %s", async (method, path, allowed) => {
    const answer = await send("methods", { path, method });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, allowed]);
    expect(problemIn(answer).detail).toBe("Đường dẫn này không nhận phương thức này.");
  });
});

describe("the language of a problem", () => {
  it.each([
    ["vi", "vi"],
    ["en", "en"],
    ["en-GB", "en"],
    ["EN-us", "en"],
    ["fr, en", "en"],
    ["vi;q=0.1, en;q=0.9", "en"],
    ["vi-VN, en;q=0.9", "vi"],
    ["en;q=0, vi", "vi"],
    ["enm", "vi"],
    ["fr", "vi"],
    ["*", "vi"],
  ])("is the one that the sender prefers: %s", async (accepted, told) => {
    const path = "/Pledge/languages";
    await send("languages", { path });
    const key = `language-${Buffer.from(accepted).toString("hex")}`;
    const answer = await send(key, { path, body: sign, headers: { "Accept-Language": accepted } });
    const expected = {
      vi: "Giao ước chưa có chỉ tiêu nào nên chưa ký kết được.",
      en: "The pledge has no target yet, so it cannot be signed.",
    };
    expect(problemIn(answer).detail).toBe(expected[told as "vi" | "en"]);
  });
});
