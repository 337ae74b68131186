import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { bloc } from "../../src/bloc/bloc.ts";
import { campaign } from "../../src/campaign/campaign.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { conference } from "../../src/conference/conference.ts";
import type { AnyDecider } from "../../src/kernel/decider.ts";
import { check } from "../../src/kernel/input.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { addDays } from "../../src/kernel/time.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { scoreboard } from "../../src/scoreboard/scoreboard.ts";
import { commandsFor } from "../../src/testing/arbitraries/commands-for.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { paths as lifeOfAward } from "../award/life.ts";
import { paths as lifeOfBallot } from "../ballot/paths.ts";
import { paths as lifeOfBloc } from "../bloc/life.ts";
import { paths as lifeOfCampaign } from "../campaign/life.ts";
import { paths as lifeOfRotation } from "../chair-rotation/life.ts";
import { paths as lifeOfConference } from "../conference/life.ts";
import { draft, paths as lifeOfPledge, promise } from "../pledge/life.ts";
import { paths as lifeOfScoreboard } from "../scoreboard/life.ts";
import { type Command, timed } from "../support/reach.ts";

const all: readonly { decider: AnyDecider; paths: readonly (readonly Command<Message>[])[] }[] = [
  { decider: pledge, paths: lifeOfPledge },
  { decider: bloc, paths: lifeOfBloc },
  { decider: campaign, paths: lifeOfCampaign },
  { decider: award, paths: lifeOfAward },
  { decider: scoreboard, paths: lifeOfScoreboard },
  { decider: conference, paths: lifeOfConference },
  { decider: ballot, paths: lifeOfBallot },
  { decider: chairRotation, paths: lifeOfRotation },
];

describe("commands for a state", () => {
  it.each(all)(
    "of $decider.name are accepted by the schema, in every state of a life",
    ({ decider, paths }) => {
      for (const state of statesOf(decider, paths)) {
        for (const command of fc.sample(commandsFor(decider, state), { numRuns: 5, seed: 1 }))
          expect(check(decider.commands, command)).toEqual({ ok: true, value: command });
      }
    },
  );

  it.each(all)(
    "of $decider.name meet it: one command alone causes most of its events",
    ({ decider, paths }) => {
      const types = new Set<string>();
      for (const [at, state] of statesOf(decider, paths).entries()) {
        for (const command of fc.sample(commandsFor(decider, state), { numRuns: 60, seed: at })) {
          const decision = decider.decide(timed(command), state);
          if (decision.ok) for (const { type } of decision.events) types.add(type);
        }
      }
      const known = new Set(paths.flatMap((path) => historyOf(decider, path)).map(({ type }) => type));
      const met = [...known].filter((type) => types.has(type));
      expect(met.length, `not: ${[...known].filter((type) => !types.has(type))}`).toBeGreaterThan(
        known.size * 0.6,
      );
    },
  );

  const state = pledge.fold(historyOf(pledge, [draft, promise]));

  it("name what the state holds, and the day before and after each of its days", () => {
    const drawn = fc.sample(commandsFor(pledge, state), { numRuns: 400, seed: 1 });
    const { target } = promise.data;
    const { dueOn } = draft.data;
    const named = drawn.filter(({ data }) => "target" in data && data.target === target);
    expect(named.length).toBeGreaterThan(20);
    const signed = new Set(drawn.flatMap(({ data }) => ("signedOn" in data ? [data.signedOn] : [])));
    for (const day of [addDays(dueOn, -1), dueOn, addDays(dueOn, 1)]) expect(signed).toContain(day);
  });

  it("are mostly those that the status allows", () => {
    const drawn = fc.sample(commandsFor(pledge, state), { numRuns: 400, seed: 1 });
    const timely = drawn.filter(({ type }) => pledge.during.get(type)?.includes("draft"));
    expect(timely.length).toBeGreaterThan(320);
    expect(timely.length).toBeLessThan(drawn.length);
  });

  it("draw the values of a hint", () => {
    const hints = { target: ["hint-1"], targets: ["hint-2"] };
    const drawn = fc.sample(commandsFor(pledge, state, { hints }), { numRuns: 200, seed: 1 });
    const targets = drawn.flatMap(({ data }) => ("target" in data ? [data.target] : []));
    expect(targets).toEqual(expect.arrayContaining(["hint-1", "hint-2"]));
  });
});

/** The state before each step of each path. */
function statesOf(
  decider: AnyDecider,
  paths: readonly (readonly Command<Message>[])[],
): { status: string }[] {
  return paths.flatMap((path) => path.map((_, at) => decider.fold(historyOf(decider, path.slice(0, at)))));
}
