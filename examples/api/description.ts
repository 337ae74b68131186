import { aggregates } from "thidua";
import { type OpenApi, openapi, problemType } from "thidua/http";
import {
  awardRow,
  followed,
  foreseen,
  type Json,
  json,
  list,
  matter,
  openPoint,
  pledgeRow,
  settledNow,
  settling,
  status,
} from "./forms.ts";

/** What the library says of its aggregates, completed by what this service has beside that. */
export function description(): OpenApi {
  const api = openapi(aggregates);
  const paths = Object.entries(api.paths as Record<string, AggregatePath>);
  return {
    ...api,
    paths: {
      ...Object.fromEntries(paths.map(([path, one]) => [path, completed(one)])),
      ...Object.fromEntries(paths.map(([path, one]) => [`${path}/consequences`, foretelling(one)])),
      "/pledges": shown("listPledges", "The pledges", list(pledgeRow)),
      "/awards": shown("listAwards", "The awards", list(awardRow)),
      "/matters": shown("listMatters", "What processes wanted and what came to nothing", list(matter)),
      "/open": shown("listOpen", "What is open, and how it can be settled", list(openPoint)),
      "/open/settle": settle(),
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

/** The same command, which is not carried out. */
function foretelling({ parameters = [], post }: AggregatePath): Json {
  const { 200: _, ...others } = post.responses;
  const { operationId, ...rest } = post as Operation & { operationId?: string };
  return {
    parameters: [...parameters, language],
    post: {
      ...rest,
      operationId: `foretell${operationId ?? ""}`,
      summary: "What the command would lead to; nothing is stored",
      parameters: [...(post.parameters ?? []), actor],
      responses: { ...others, 200: { description: "What it would lead to", content: json(foreseen) } },
    },
  };
}

const settle = (): Json => ({
  parameters: [language],
  post: {
    operationId: "settleOpen",
    summary: "Settles by hand what is open, with a reason",
    parameters: [
      {
        ...header("Idempotency-Key", "The id of what is sent; sent again under it, it is done once."),
        required: true,
      },
      actor,
    ],
    requestBody: { required: true, content: json(settling) },
    responses: {
      200: { description: "It is settled", content: json(settledNow) },
      400: problem("The request has not its form"),
      409: problem("It is not open any more as it was seen"),
      413: problem("The body is too large"),
      422: problem("A rule does not allow it, or the key is of something else"),
      500: problem("An error of the server"),
    },
  },
});

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
