import { aggregates } from "thidua";
import { type OpenApi, openapi, problemType } from "thidua/http";
import { awardRow, followed, type Json, json, list, matter, pledgeRow, status } from "./forms.ts";

/** What the library says of its aggregates, completed by what this service has beside that. */
export function description(): OpenApi {
  const api = openapi(aggregates);
  const paths = Object.entries(api.paths as Record<string, AggregatePath>);
  return {
    ...api,
    paths: {
      ...Object.fromEntries(paths.map(([path, one]) => [path, completed(one)])),
      "/pledges": shown("listPledges", "The pledges", list(pledgeRow)),
      "/awards": shown("listAwards", "The awards", list(awardRow)),
      "/matters": shown("listMatters", "What processes wanted and what came to nothing", list(matter)),
      "/status": shown("showStatus", "How far each process has come, and what has stopped", status),
      "/openapi.json": shown("describe", "This description", { type: "object" }),
    },
  };
}

type Operation = { parameters?: readonly Json[]; responses: Readonly<Record<string, Json>> };
type AggregatePath = { parameters?: readonly Json[]; post: Operation };

const header = (name: string, description: string): Json => ({
  name,
  in: "header",
  description,
  schema: { type: "string" },
});
const actor = {
  ...header("Actor", "Who sends the command; `nobody` where it is not said."),
  schema: { type: "string", minLength: 1, maxLength: 100 },
};
const language = header("Accept-Language", "The language of problems: `vi` or `en`.");

/** The library describes the command and its events; what followed, and how the answer is kept, is the service's. */
function completed({ parameters = [], post, ...rest }: AggregatePath): Json {
  const { 200: done, ...others } = post.responses;
  const { content } = done as { content: { "application/json": { schema: Json } } };
  const schema = { allOf: [content["application/json"].schema, followed] };
  return {
    ...rest,
    parameters: [...parameters, language],
    post: {
      ...post,
      parameters: [...(post.parameters ?? []), actor],
      responses: {
        ...others,
        200: { ...done, headers: { "Idempotent-Replayed": replayed }, content: json(schema) },
        409: {
          ...problem("outOfTurn, or the same request is still at work"),
          headers: { "Retry-After": seconds },
        },
        413: problem("The body is too large"),
      },
    },
  };
}

const replayed = {
  description: "The request had come before: this is its answer of then.",
  schema: { const: "true" },
};
const seconds = {
  description: "Seconds to wait, where the request is still at work.",
  schema: { type: "integer" },
};

function shown(operationId: string, summary: string, schema: Json): Json {
  const responses = {
    200: { description: summary, content: json(schema) },
    500: problem("An error of the server"),
  };
  return { parameters: [language], get: { operationId, summary, responses } };
}

const problem = (description: string): Json => ({
  description,
  content: { [problemType]: { schema: { $ref: "#/components/schemas/Problem" } } },
});
