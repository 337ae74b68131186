import { type Context, Hono } from "hono";
import { aggregates, en, loaded, type SeasonRejection, vi } from "thidua";
import { openapi, problemType, toProblem } from "thidua/http";
import { type AnyDecider, type Message, toPlain } from "thidua/kernel";
import { awardRows, openMatters, pledgeRows } from "thidua/read";
import type { Answer, Asked } from "./kept-answers.ts";
import type { Service } from "./service.ts";

/** An error that nobody has foreseen, for the log of the server. The sender is told its kind and nothing else. */
export type Report = (error: Error) => void;

/** The requests that a server answers. Put a login of yours before it: here whoever asks says who it is (`Actor`). */
export function appOf(service: Service, report: Report): Hono {
  const { runner, lists, store } = service;
  const app = new Hono();
  const shown = async () => lists.refresh();
  app.get("/openapi.json", (c) => c.json(openapi(aggregates)));
  app.get("/pledges", async (c) => c.json(pledgeRows((await shown()).pledges)));
  app.get("/awards", async (c) => c.json(awardRows((await shown()).awards)));
  app.get("/matters", async (c) => c.json(openMatters((await shown()).ledgers)));
  app.get("/status", (c) => c.json(runner.status()));

  app.get("/:aggregate/:id", async (c) => {
    const { aggregate, id } = c.req.param();
    const decider = deciders.get(aggregate);
    if (!decider) return c.notFound();
    return c.json(toPlain(decider, await loaded({ store, decider, id })));
  });

  app.post("/:aggregate/:id", async (c) => {
    const body = await c.req.text();
    const key = c.req.header("Idempotency-Key") ?? "";
    const actor = c.req.header("Actor") ?? "nobody";
    const asked = { key, actor, path: c.req.path, body };
    const kept = key === "" ? undefined : await service.answers.find(asked);
    // The same key for another request: the library says so too, once the first one has stored something.
    if (kept && !kept.isSameRequest) return answered(problemOf(c, keyTaken()));
    if (kept) return answered(kept, { "Idempotent-Replayed": "true" });
    const answer = await carriedOut(c, asked).catch((error: Error) => {
      const problem = problemOf(c, error);
      if (problem.status >= 500) report(error);
      return problem;
    });
    // Whoever got no answer, or was told to wait, sends the same again and is to get further.
    if (key === "" || answer.status >= 500) return answered(answer);
    return answered(await service.answers.keep(asked, answer));
  });

  async function carriedOut(c: Context, { key, actor, body }: Asked): Promise<Answer> {
    const { aggregate = "", id = "" } = c.req.param();
    const command = commandIn(body);
    const metadata = { now: new Date(), commandId: key, actor };
    const sent = await runner.send({ aggregate, id, command }, metadata, { timeLimit: 5_000 });
    const { outcome, consequences, complete } = sent;
    if (!outcome.ok) return problemOf(c, outcome.rejection);
    const followed = consequences.map(({ events: _, ...one }) => one);
    return json(200, { events: outcome.events, followed, complete });
  }

  app.notFound((c) => answered(problemOf(c, Object.assign(new Error(), { name: "UnknownAggregate" }))));
  app.onError((error, c) => {
    report(error);
    return answered(problemOf(c, error));
  });
  return app;
}

const deciders = new Map<string, AnyDecider>(Object.entries(aggregates));

/** A body that is no JSON is read as nothing, and the library says what is missing. */
function commandIn(body: string): Message {
  try {
    return JSON.parse(body);
  } catch {
    return {} as Message;
  }
}

const json = (status: number, value: unknown, type = "application/json"): Answer => ({
  status,
  type,
  body: JSON.stringify(value),
});

/** In the language that the sender prefers, where that is one of the two; else in Vietnamese. */
function problemOf(c: Context, fault: Error | Message): Answer {
  const language = c.req.header("Accept-Language")?.startsWith("en") ? en : vi;
  // What the runner gives is of one of the eight aggregates, so the language has its sentence.
  const problem = toProblem(fault instanceof Error ? fault : (fault as SeasonRejection), language);
  return json(problem.status, problem, problemType);
}

const keyTaken = () => Object.assign(new Error(), { name: "CommandIdReused" });

function answered({ status, type, body }: Answer, more: Record<string, string> = {}): Response {
  const retry = status === 503 || status === 504 ? { "Retry-After": "1" } : {};
  return new Response(body, { status, headers: { "Content-Type": type, ...retry, ...more } });
}
