import type { AnyDecider } from "../kernel/decider.ts";
import { Id } from "../kernel/ids.ts";
import { jsonSchema } from "../kernel/json-schema.ts";
import { errorsOf, type Kind, kinds } from "./kinds.ts";
import { phraseIn } from "./phrases.ts";
import { problemType } from "./to-problem.ts";

type Json = { readonly [key: string]: unknown };

/** The description of an API: what tools for clients and documentation read. */
export type OpenApi = {
  openapi: "3.1.0";
  info: { title: string; version: string };
  paths: Json;
  components: Json;
};

/** What a server answers beside what `handle.json` and `toPlain` give, or answers elsewhere. */
export type MoreOfApi = {
  /** More fields of the answer to a command, each with its schema: `followed`, `complete` of what a runner sends. */
  fields?: Json;
  /** Headers of the answer to a command, as OpenAPI writes them. */
  headers?: Json;
  /** More paths, such as lists. */
  paths?: Json;
};

/**
 * The description of an API over these aggregates (OpenAPI 3.1): `GET /Pledge/{id}` gives the state of one, and
 * `POST /Pledge/{id}` carries out a command, whose id is the header `Idempotency-Key`. Each command has the schema by
 * which the library reads it. `handle.json` of a command handler, `toPlain` and `toProblem` give the answers. A server
 * that gives those of `runner.send` says with `more` what else it answers.
 *
 * An id that nobody has used yet is no error: its state is there, with the status `blank`. 404 is for the name of an
 * aggregate that there is not.
 *
 * @example
 * Object.keys(openapi({ Pledge: pledge }).paths) // ['/Pledge/{id}']
 * Object.keys(openapi({ Pledge: pledge }, undefined, { paths: { "/matters": { get: {} } } }).paths) // ['/Pledge/{id}', '/matters']
 */
export function openapi(
  aggregates: Readonly<Record<string, AnyDecider>>,
  info: { title: string; version: string } = { title: "thidua", version: "1" },
  more: MoreOfApi = {},
): OpenApi {
  const deciders = Object.values(aggregates);
  return {
    openapi: "3.1.0",
    info,
    paths: {
      ...Object.fromEntries(deciders.map(({ name }) => [`/${name}/{id}`, pathOf(name, more)])),
      ...more.paths,
    },
    components: {
      schemas: {
        ...Object.fromEntries(deciders.flatMap(schemasOf)),
        Stored: stored,
        PlainState: plainState,
        Problem: problem,
      },
      responses: Object.fromEntries(statuses.map((status) => [`Problem${status}`, problemAnswer(status)])),
    },
  };
}

const statuses = [...new Set(Object.values(kinds).map(({ status }) => status))].sort((a, b) => a - b);

function pathOf(name: string, more: MoreOfApi): Json {
  const idSchema = plain(jsonSchema(Id));
  const id = { name: "id", in: "path", required: true, schema: idSchema };
  const problems = Object.fromEntries(
    statuses.map((status) => [status, ref("responses", `Problem${status}`)]),
  );
  const shown = "The state; that of an id that nobody has used yet has the status `blank`";
  return {
    parameters: [id],
    get: {
      operationId: `show${name}`,
      summary: `The state of one ${name}`,
      responses: { 200: answerOf(shown, ref("schemas", "PlainState")), ...problems },
    },
    post: {
      operationId: `send${name}`,
      summary: `A command for one ${name}`,
      parameters: [keyOf(idSchema)],
      requestBody: { required: true, content: json(ref("schemas", `${name}Command`)) },
      responses: { 200: carriedOut(name, more), ...problems },
    },
  };
}

const keyOf = (schema: Json): Json => ({
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "The id of the command. Sent again, the command is carried out once and gives the same events.",
  schema,
});

function carriedOut(name: string, { fields, headers }: MoreOfApi): Json {
  const events = {
    type: "array",
    items: { allOf: [ref("schemas", `${name}Event`), ref("schemas", "Stored")] },
  };
  const schema = {
    type: "object",
    required: ["events"],
    properties: {
      events,
      version: { type: "integer", minimum: 0 },
      repeated: { type: "boolean" },
      ...fields,
    },
  };
  return { ...answerOf("The events, none where all was so already", schema), ...(headers && { headers }) };
}

/** In events the envelope stands beside type and data, so their schemas are open for it. */
function schemasOf({ name, commands, events }: AnyDecider): [string, Json][] {
  return [
    [`${name}Command`, plain(jsonSchema(commands))],
    [`${name}Event`, opened(plain(jsonSchema(events)))],
  ];
}

function plain({ $schema: _, ...schema }: Json): Json {
  return schema;
}

function opened({ oneOf, ...schema }: Json): Json {
  if (!Array.isArray(oneOf)) return schema;
  return { ...schema, oneOf: oneOf.map(({ additionalProperties: _, ...one }: Json) => one) };
}

const text = { type: "string" };
const stored = {
  type: "object",
  required: ["metadata"],
  properties: {
    metadata: {
      type: "object",
      required: ["eventId", "stream", "version", "recordedAt"],
      properties: { eventId: text, stream: text, version: { type: "integer" }, recordedAt: text },
    },
  },
};
const plainState = {
  type: "object",
  required: ["aggregate", "version", "state"],
  properties: { aggregate: text, version: { type: "integer" }, digest: text, state: { type: "object" } },
};
const problem = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: text,
    title: text,
    status: { type: "integer" },
    detail: text,
    rejection: { type: "object", required: ["type", "data"], properties: { type: text, data: {} } },
    problems: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "rule", "value", "sentence"],
        properties: { field: text, rule: text, expected: text, value: text, sentence: text },
      },
    },
    retryAfter: { type: "integer" },
  },
};

const ref = (where: string, name: string): Json => ({ $ref: `#/components/${where}/${name}` });
const json = (schema: Json, type = "application/json"): Json => ({ [type]: { schema } });
const answerOf = (description: string, schema: Json): Json => ({ description, content: json(schema) });

function problemAnswer(status: number): Json {
  const of = (Object.keys(kinds) as Kind[]).filter((kind) => kinds[kind].status === status);
  const description = of.map(meaningOf).join(" ");
  return { description, content: json(ref("schemas", "Problem"), problemType) };
}

/** What an answer of this kind means, and the `type` of its problem. */
function meaningOf(kind: Kind): string {
  const { title, detail } = phraseIn("en", kind);
  return `${title} (${typesOf(kind).join(", ")}): ${detail}`;
}

function typesOf(kind: Kind): string[] {
  if (kind === "refused") return ["`urn:thidua:rejection:` and the name of any other rejection"];
  if (kind === "outOfTurn") return ["`urn:thidua:rejection:WrongState`"];
  if (kind === "internal") return ["`urn:thidua:error`"];
  return errorsOf(kind).map((name) => `\`urn:thidua:error:${name}\``);
}
