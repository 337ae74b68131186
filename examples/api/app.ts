import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import { aggregates, loaded } from "thidua";
import { type AnyDecider, toPlain } from "thidua/kernel";
import { awardRows, openMatters, pledgeRows } from "thidua/read";
import { type Asked, askedIn } from "./asked.ts";
import { description } from "./description.ts";
import type { Report } from "./in-background.ts";
import type { Answer } from "./kept-answers.ts";
import { type Env, keyTaken, language, problemOf } from "./problems.ts";
import type { Service } from "./service.ts";

/** Bytes of the largest command that is read. */
const bodyMax = 1_000_000;

/** The requests that a server answers. Who sent them is told the kind of an error of the server, and `report` all of it. */
export function appOf(service: Service, report: Report): Hono<Env> {
  const app = new Hono<Env>();
  app.use(language);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        answered(problemOf(c, "noSuchMethod"), { Allow: methods.join(", ") }),
    }),
  );
  app.notFound((c) => answered(problemOf(c, "noSuchPath")));
  const failed = (c: Context<Env>, error: Error): Answer => {
    const answer = problemOf(c, error);
    if (answer.status >= 500) report(error);
    return answer;
  };
  app.onError((error, c) => answered(failed(c, error)));

  const { lists, store } = service;
  const shown = async () => lists.refresh();
  app.get("/openapi.json", (c) => c.json(description()));
  app.get("/pledges", async (c) => c.json(pledgeRows((await shown()).pledges)));
  app.get("/awards", async (c) => c.json(awardRows((await shown()).awards)));
  app.get("/matters", async (c) => c.json(openMatters((await shown()).ledgers)));
  app.get("/status", (c) => c.json(service.status()));

  const limit = bodyLimit({ maxSize: bodyMax, onError: (c) => answered(problemOf(c, "tooLarge")) });
  for (const decider of Object.values<AnyDecider>(aggregates)) {
    const path = `/${decider.name}/:id` as const;
    app.get(path, async (c) =>
      c.json(toPlain(decider, await loaded({ store, decider, id: c.req.param("id") }))),
    );
    app.post(path, limit, (c) => commanded(c, { service, failed, aggregate: decider.name }));
  }
  return app;
}

type Around = {
  service: Service;
  aggregate: string;
  failed: (c: Context<Env>, error: Error) => Answer;
};

/** Carries out a command, and answers the same request the same way when it comes again. */
async function commanded(c: Context<Env>, { service, aggregate, failed }: Around): Promise<Response> {
  const { answers } = service;
  const asked = await askedIn(c.req);
  const reserved = await answers.reserve(asked);
  // The library says so too, once the first one has stored something.
  if (reserved === "ofAnother") return answered(problemOf(c, keyTaken()));
  if (reserved === "atWork") return answered(problemOf(c, "atWork"));
  if (reserved !== "ours") return answered(reserved, { "Idempotent-Replayed": "true" });
  const answer = await carriedOut(c, { service, aggregate, asked }).catch((error) => failed(c, error));
  if (answer.status < 500) return answered(await answers.keep(asked, answer));
  // Whoever is told to wait sends the same again, and is to get further. After 504 the command may be at work still: it
  // keeps the key until it is late.
  if (answer.status !== 504) await answers.giveBack(asked).catch((error) => failed(c, error));
  return answered(answer);
}

async function carriedOut(
  c: Context<Env>,
  { service, aggregate, asked }: { service: Service; aggregate: string; asked: Asked },
): Promise<Answer> {
  const { key, actor, command } = asked;
  const metadata = { now: new Date(), commandId: key, actor };
  const addressed = { aggregate, id: c.req.param("id") ?? "", command };
  const sent = await service.runner.send(addressed, metadata, { timeLimit: 5_000 });
  const { outcome, consequences, complete } = sent;
  if (!outcome.ok) return problemOf(c, outcome.rejection);
  const { ok: _, ...done } = outcome;
  const followed = consequences.map(({ events: _, ...one }) => one);
  return { status: 200, type: "application/json", body: JSON.stringify({ ...done, followed, complete }) };
}

function answered({ status, type, body, retryAfter }: Answer, more: Record<string, string> = {}): Response {
  const retry = retryAfter === undefined ? {} : { "Retry-After": `${retryAfter}` };
  return new Response(body, { status, headers: { "Content-Type": type, ...retry, ...more } });
}
