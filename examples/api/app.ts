import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import { aggregates, loaded } from "thidua";
import { type AnyDecider, civilDateOf, toPlain } from "thidua/kernel";
import { foretold, thingsIn, whatIsOpen } from "thidua/minutes";
import { awardRows, openMatters, pledgeRows } from "thidua/read";
import { type Asked, askedIn } from "./asked.ts";
import { description } from "./description.ts";
import type { Report } from "./in-background.ts";
import type { Answer } from "./kept-answers.ts";
import { type Env, keyTaken, language, languageOf, problemOf } from "./problems.ts";
import { points, type Service } from "./service.ts";

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
  app.get("/open", async (c) => c.json(openTold(c, await shown())));
  app.get("/status", (c) => c.json(service.status()));

  const limit = bodyLimit({ maxSize: bodyMax, onError: (c) => answered(problemOf(c, "tooLarge")) });
  app.post("/open/settle", limit, (c) => settled(c, service));
  for (const decider of Object.values<AnyDecider>(aggregates)) {
    const path = `/${decider.name}/:id` as const;
    app.get(path, async (c) =>
      c.json(toPlain(decider, await loaded({ store, decider, id: c.req.param("id") }))),
    );
    app.post(path, limit, (c) => commanded(c, { service, failed, aggregate: decider.name }));
    app.post(`${path}/consequences`, limit, (c) => toldBefore(c, { service, aggregate: decider.name }));
  }
  return app;
}

type Lists = Awaited<ReturnType<Service["lists"]["refresh"]>>;

const today = () => civilDateOf(new Date());
const namesIn =
  ({ unitNames }: Lists) =>
  (unit: string) =>
    unitNames.get(unit);

/** What is open, each with its text in the language of the sender. */
function openTold(c: Context<Env>, lists: Lists) {
  const byId = new Map(lists.facts.map((event) => [event.metadata.eventId, event]));
  const eventOf = (id: string) => byId.get(id);
  const telling = { names: namesIn(lists), today: today(), eventOf, things: thingsIn(lists.facts) };
  return points
    .open(lists.points)
    .map((point) => ({ ...point, text: whatIsOpen(languageOf(c), [point], telling)[0] }));
}

/** Settles an open point by hand. The library does it once under its key, so that no answer needs to be kept. */
async function settled(c: Context<Env>, { runner }: Service): Promise<Response> {
  const { key, actor, command } = await askedIn(c.req);
  // The library reads the body, and names each field that has not its form.
  const point = command as unknown as Parameters<typeof runner.settle>[0];
  const outcome = await runner.settle(point, { now: new Date(), commandId: key, actor });
  if (!outcome.ok) return answered(problemOf(c, outcome.rejection));
  const { ok: _, ...done } = outcome;
  return c.json(done);
}

/** Tells what a command would lead to. Nothing is stored, and nothing is kept of the answer. */
async function toldBefore(
  c: Context<Env>,
  { service, aggregate }: Omit<Around, "failed">,
): Promise<Response> {
  const { key, actor, command } = await askedIn(c.req);
  const addressed = { aggregate, id: c.req.param("id") ?? "", command };
  const foreseen = await service.told(addressed, { now: new Date(), commandId: key, actor });
  const names = namesIn(await service.lists.refresh());
  const { outcome, consequences, opens, closes, complete } = foreseen;
  return c.json({
    accepted: outcome.ok,
    followed: consequences.map(({ events: _, cause: __, ...one }) => one),
    opens,
    closes,
    complete,
    text: foretold(languageOf(c), foreseen, { names, today: today() }),
  });
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
