import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { description } from "../../examples/api/description.ts";
import { certify, conference, convene, openBallot, voting } from "../../examples/api/tied-ballot.ts";
import { constitute, convened, inConference } from "../season/year.ts";
import { type Sending, sendTo, sign, twoServers } from "./servers.ts";

type Node = { readonly [key: string]: Node | undefined };
const api = JSON.parse(JSON.stringify(description())) as Node;

let servers: Awaited<ReturnType<typeof twoServers>>;
beforeAll(async () => {
  servers = await twoServers();
  await sendTo(servers.apps[0], "draft", { path: "/Pledge/p1" });
  const convening = { path: `/Conference/${conference}`, body: convene };
  expect((await sendTo(servers.apps[0], "convene", convening)).status).toBe(200);
  const { checkIns, open, table } = inConference;
  for (const [at, one] of [constitute, convened, ...checkIns, open, table, inConference.adopt].entries()) {
    const sending = { path: `/${one.aggregate}/${one.id}`, body: one.command };
    expect((await sendTo(servers.apps[0], `y-${at}`, sending)).status).toBe(200);
  }
  const commands = [openBallot, ...voting({ procuracy: 3, police: 1 }), certify];
  for (const [at, body] of commands.entries())
    expect((await sendTo(servers.apps[0], `b-${at}`, { path: "/Ballot/b1", body })).status).toBe(200);
});
afterAll(() => servers.end());

const found = (ref: string): Node | undefined =>
  ref
    .slice(2)
    .split("/")
    .reduce<Node | undefined>((node, key) => node?.[key.replaceAll("~1", "/")], api);
const resolved = (node: Node | undefined) => (node?.$ref ? found(String(node.$ref)) : node);

/** The schema of an answer: of this path, method, status and media type. */
function schemaOf(path: string, method: string, { status, headers }: { status: number; headers: Headers }) {
  const response = resolved(api.paths?.[path]?.[method]?.responses?.[status]);
  return response?.content?.[headers.get("Content-Type") ?? ""]?.schema;
}

/** What is wrong in a value; a field that is not described is, too, where all are to be. */
function faultsOf(schema: Node | undefined, value: unknown, { allDescribed = false } = {}): unknown {
  if (!schema) return "not described";
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "https://api.test/", ...api });
  const own = JSON.stringify(allDescribed ? closed(schema) : schema);
  const validate = ajv.compile(JSON.parse(own.replaceAll('"#/', '"https://api.test/#/')));
  return validate(value) ? [] : validate.errors;
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== "object" || node === null) return node;
  const fields = Object.fromEntries(Object.entries(node).map(([key, item]) => [key, closed(item)]));
  return "properties" in node ? { additionalProperties: false, ...fields } : fields;
}

describe("the description of the service", () => {
  it("has each route of the app and no other", () => {
    const routes = servers.apps[0].routes.filter(({ method }) => method !== "ALL");
    const described = Object.entries(api.paths ?? {}).flatMap(([path, one]) =>
      ["get", "post"].filter((method) => one?.[method]).map((method) => `${method} ${path}`),
    );
    const named = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(described)).toEqual(
      new Set(
        named.map((one) => one.replace(/^\w+/, (method) => method.toLowerCase()).replace(":id", "{id}")),
      ),
    );
  });

  it("refers to nothing that it does not have", () => {
    const refs = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = ""]) => ref);
    expect([...new Set(refs)].filter((ref) => found(ref) === undefined)).toEqual([]);
  });

  it.each(["/pledges", "/awards", "/open", "/matters", "/status"])(
    "fits what is answered: GET %s",
    async (path) => {
      const response = await servers.apps[0].request(path);
      const value = await response.json();
      if (path !== "/matters") expect(JSON.stringify(value).length).toBeGreaterThan(20);
      expect(faultsOf(schemaOf(path, "get", response), value, { allDescribed: true })).toEqual([]);
    },
  );

  it("fits what is answered about one record, and about itself", async () => {
    for (const [path, named] of [
      ["/Ballot/b1", "/Ballot/{id}"],
      ["/openapi.json", "/openapi.json"],
    ] as const) {
      const response = await servers.apps[0].request(path);
      expect(faultsOf(schemaOf(named, "get", response), await response.json())).toEqual([]);
    }
  });

  it("fits what is told of a command before it is sent, and that something is settled by hand", async () => {
    const [app] = servers.apps;
    const path = "/Conference/k/consequences";
    const told = await sendTo(app, "told", { path, body: inConference.close.command });
    const foretelling = schemaOf("/Conference/{id}/consequences", "post", told);
    expect(faultsOf(foretelling, JSON.parse(told.text), { allDescribed: true })).toEqual([]);
    const [{ process, key, content }] = JSON.parse(await (await app.request("/open")).text());
    const body = { process, key, content, reason: "Đã ban hành" };
    const settled = await sendTo(app, "settled", { path: "/open/settle", body });
    expect(settled.status).toBe(200);
    expect(faultsOf(schemaOf("/open/settle", "post", settled), JSON.parse(settled.text))).toEqual([]);
  });

  it("fits the answer to a command, with what followed from it", async () => {
    const answer = await sendTo(servers.apps[1], `b-${voting({}).length + 1}`, {
      path: "/Ballot/b1",
      body: certify,
    });
    expect(answer.headers.get("Idempotent-Replayed")).toBe("true");
    const value = JSON.parse(answer.text);
    expect(value.followed).toMatchObject([{ process: "nominate" }]);
    const schema = schemaOf("/Ballot/{id}", "post", answer);
    expect(faultsOf(schema, value)).toEqual([]);
    for (const field of ["events", "followed", "complete"])
      expect(faultsOf(schema, { ...value, [field]: undefined })).not.toEqual([]);
  });

  it.each<[number, string, Sending]>([
    [400, "bad", { body: "{" }],
    [409, "early", { body: sign, path: "/Pledge/none" }],
    [413, "large", { body: `"${"x".repeat(1_000_000)}"` }],
    [422, "draft", { body: sign }],
  ])("fits a problem: %i", async (status, key, sending) => {
    const answer = await sendTo(servers.apps[0], key, sending);
    expect(answer.status).toBe(status);
    expect(faultsOf(schemaOf("/Pledge/{id}", "post", answer), JSON.parse(answer.text))).toEqual([]);
  });
});
