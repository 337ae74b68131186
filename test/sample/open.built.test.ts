import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constitute, convened, inConference } from "../season/year.ts";
import { problemIn, sendTo, twoServers } from "./servers.ts";

let servers: Awaited<ReturnType<typeof twoServers>>;
beforeAll(async () => {
  servers = await twoServers();
  const { checkIns, open, table } = inConference;
  for (const [at, one] of [constitute, convened, ...checkIns, open, table].entries())
    expect((await send(`year-${at}`, one)).status, one.command.type).toBe(200);
});
afterAll(() => servers.end());

const pathOf = ({ aggregate, id }: typeof constitute) => `/${aggregate}/${id}`;
const send = (key: string, one: typeof constitute, server: 0 | 1 = 0) =>
  sendTo(servers.apps[server], key, { path: pathOf(one), body: one.command });
const told = async (key: string, one: typeof constitute, language = "en") => {
  const headers = { "Accept-Language": language };
  const sending = { path: `${pathOf(one)}/consequences`, body: one.command, headers };
  const { status, text } = await sendTo(servers.apps[0], key, sending);
  expect(status).toBe(200);
  return JSON.parse(text);
};
const open = async (language = "vi") => {
  const headers = { "Accept-Language": language };
  return (await servers.apps[1].request("/open", { headers })).json() as Promise<
    { process: string; key: string; content: string; text: string }[]
  >;
};

describe("the service", () => {
  const { adopt } = inConference;

  it("tells what a command would lead to, stores nothing of it, and then does just that under the same key", async () => {
    const foreseen = await told("adopt", adopt);
    expect(foreseen).toMatchObject({ accepted: true, followed: [], closes: [], complete: true });
    expect(foreseen.opens).toMatchObject([{ law: "C19", what: { type: "DraftNotIssued" } }]);
    expect(foreseen.text[0]).toBe("If you record this:");
    expect((await told("adopt", adopt, "vi")).text[0]).toBe("Nếu ghi nhận việc này:");
    expect(await open()).toEqual([]);
    expect((await send("adopt", adopt)).status).toBe(200);
    const [{ text, ...point } = { text: "" }] = await open();
    expect(point).toEqual(foreseen.opens[0]);
    expect(text).toMatch(/^Dự thảo “Quy chế năm 2023” đã thông qua ngày 09\/01\/2023, chưa ban hành\./);
  });

  it("tells that a command would be refused", async () => {
    const foreseen = await told("too-late", constitute);
    expect(foreseen).toMatchObject({ followed: [], opens: [], closes: [] });
    expect(foreseen.text).toHaveLength(1);
  });

  it("has what is open settled by hand, once under its key, on any server", async () => {
    const [{ process = "", key = "", content = "" } = {}] = await open();
    const body = { process, key, content, reason: "Ban hành bằng văn bản khác" };
    const settle = (server: 0 | 1, more: object = {}) =>
      sendTo(servers.apps[server], "settle-1", { path: "/open/settle", body: { ...body, ...more } });
    const first = await settle(0);
    expect(JSON.parse(first.text)).toMatchObject({ events: [{ type: "MatterSettled" }] });
    expect(JSON.parse((await settle(1)).text)).toMatchObject({ repeated: true });
    expect(await open()).toEqual([]);
    expect((await settle(0, { reason: "Khác" })).status).toBe(422);
    const stale = await sendTo(servers.apps[0], "settle-2", {
      path: "/open/settle",
      body: { ...body, content: "as-it-was" },
      headers: { "Accept-Language": "en" },
    });
    expect(stale.status).toBe(422);
    expect(problemIn(stale).detail).toMatch(/look at it again/);
  });
});
