import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { aggregates } from "../../src/aggregates.ts";
import { openapi } from "../../src/http/openapi.ts";
import { toProblem } from "../../src/http/to-problem.ts";
import { en } from "../../src/minutes/en.ts";
import { PledgeCommand, PledgeRejection } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";

const api = JSON.parse(JSON.stringify(openapi(aggregates))) as ReturnType<typeof openapi>;

/** Whether a value has the form that the description gives it, and what is wrong if not. */
function faultsOf(schema: string, value: unknown): unknown[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "https://api.test/", ...api });
  const validate = ajv.compile({ $ref: `https://api.test/#/components/schemas/${schema}` });
  return validate(value) ? [] : (validate.errors ?? []);
}

describe("the description of an API", () => {
  it("has a path for each aggregate, to see one and to send it a command under an id", () => {
    expect(Object.keys(api.paths)).toEqual(Object.keys(aggregates).map((name) => `/${name}/{id}`));
    for (const path of Object.values(api.paths))
      expect(path).toMatchObject({
        get: { responses: { 200: {} } },
        post: { parameters: [{ name: "Idempotency-Key", required: true }], responses: { 200: {}, 409: {} } },
      });
  });

  it("refers to nothing that it does not have", () => {
    const text = JSON.stringify(api);
    const refs = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) => path);
    expect(refs.length).toBeGreaterThan(50);
    for (const path of new Set(refs)) {
      const found = path
        .split("/")
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], api);
      expect([path, typeof found]).toEqual([path, "object"]);
    }
    expect(text).not.toContain("$schema");
  });

  it("describes commands as the library reads them", () => {
    const draft = PledgeCommand.create.DraftPledge({
      bloc: "noi-chinh",
      unit: "police",
      season: "2022",
      dueOn: "2022-12-31",
    });
    expect(faultsOf("PledgeCommand", draft)).toEqual([]);
    expect(faultsOf("PledgeCommand", { ...draft, data: { ...draft.data, dueOn: 7 } })).not.toEqual([]);
    expect(faultsOf("PledgeCommand", { type: "Nothing", data: {} })).not.toEqual([]);
  });

  it("describes what is answered: stored events, and problems", async () => {
    const handle = commandHandler({ store: inMemoryStore(), decider: pledge });
    const draft = PledgeCommand.create.DraftPledge({
      bloc: "noi-chinh",
      unit: "police",
      season: "2022",
      dueOn: "2022-12-31",
    });
    const metadata = { now: new Date("2022-01-01T00:00:00Z"), commandId: "c1", actor: "office" };
    const answer = await handle.json("police", draft, metadata);
    const [event] = answer.ok ? answer.events : [];
    for (const schema of ["PledgeEvent", "Stored"]) expect(faultsOf(schema, event)).toEqual([]);
    expect(faultsOf("Stored", draft)).not.toEqual([]);
    const refused = toProblem(PledgeRejection.create.PledgeEmpty({}), en);
    expect(faultsOf("Problem", refused)).toEqual([]);
    expect(faultsOf("Problem", { ...refused, status: "422" })).not.toEqual([]);
  });

  it("says of each problem what it means, in words and by the type that it has", () => {
    const { responses } = api.components as { responses: Record<string, { description: string }> };
    const told = Object.values(responses).map(({ description }) => description);
    for (const description of told) expect(description).toMatch(/`urn:thidua:.*\.$/);
    expect(responses.Problem409?.description).toContain("`urn:thidua:rejection:WrongState`");
    expect(responses.Problem422?.description).toContain("A rule does not allow this.");
    expect(responses.Problem500?.description).toContain("`urn:thidua:error:DamagedEvent`");
    expect(told.join()).not.toMatch(/outOfTurn|idReused|damagedLog/);
  });

  it("says that an id holds no space", () => {
    const { parameters, post } = api.paths["/Pledge/{id}"] as {
      parameters: [{ schema: object }];
      post: { parameters: [{ schema: object }] };
    };
    const schema = { type: "string", minLength: 1, maxLength: 100, pattern: "^\\S+$" };
    expect([parameters[0].schema, post.parameters[0].schema]).toEqual([schema, schema]);
  });

  it("has what a server answers beside: more fields and headers of the answer to a command, and more paths", () => {
    const followed = { type: "array" };
    const replayed = { schema: { type: "string" } };
    const lists = { get: { responses: { 200: { description: "Open matters" } } } };
    const more = openapi({ Pledge: pledge }, undefined, {
      fields: { followed },
      headers: { "Idempotent-Replayed": replayed },
      paths: { "/matters": lists },
    });
    expect(more.paths["/matters"]).toEqual(lists);
    expect(more.paths["/Pledge/{id}"]).toMatchObject({
      post: {
        responses: {
          200: {
            headers: { "Idempotent-Replayed": replayed },
            content: { "application/json": { schema: { properties: { events: {}, followed } } } },
          },
        },
      },
    });
  });
});
