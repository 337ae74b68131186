import { freeze } from "immer";
import type { Decider } from "../../src/kernel/decider.ts";
import type { Decision } from "../../src/kernel/decision.ts";
import type { State } from "../../src/kernel/during.ts";
import type { Message } from "../../src/kernel/messages.ts";
import type { CommandMetadata, Sent } from "../../src/kernel/recorded.ts";
import { sent } from "../../src/kernel/sent.ts";

/** A command of a life. Without metadata it is sent at the last moment of 9999. */
export type Command<C extends Message> = C & { metadata?: CommandMetadata };

/** A short history, as the commands that led to it, and a command that meets it: `[name, given, when]`. */
export type Scenario<C extends Message> = readonly [
  name: string,
  given: readonly Command<C>[],
  when: Command<C>,
  ...unknown[],
];

/** A command, the state that it met, and the answer. */
export type Step<S, C extends Message, E extends Message, R extends Message> = {
  name: string;
  command: Command<C>;
  before: S;
  decision: Decision<E, R>;
  after: S;
};

const endOfTime = { now: new Date("9999-12-31T16:59:59.999Z"), commandId: "laws", actor: "laws" };

export function timed<C extends Message>(command: Command<C>): Sent<C> {
  return freeze(sent<C>(command, command.metadata ?? endOfTime), true);
}

/** The same command, sent on `today`. */
export function sentOn<C extends Message>(command: Command<C>, today: string): Command<C> {
  return { ...command, metadata: { ...endOfTime, now: new Date(`${today}T05:00:00.000Z`) } };
}

/** Every step of every path, and of every scenario. */
export function stepsOf<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  paths: readonly (readonly Command<C>[])[],
  scenarios: readonly Scenario<C>[],
): Step<S, C, E, R>[] {
  const lives = [
    ...paths.map((path, at) => ({ name: `path ${at + 1}`, commands: path })),
    ...scenarios.map(([name, given, when]) => ({ name, commands: [...given, when] })),
  ];
  const known = new Set<string>();
  return lives.flatMap(({ name, commands }) => {
    let after = decider.initialState();
    let key = "";
    return commands.flatMap((command) => {
      const before = after;
      const decision = decider.decide(timed(command), before);
      if (decision.ok) after = decider.fold(decision.events, before);
      // Scenarios begin with the same steps; each is looked at once.
      key += JSON.stringify(command);
      if (known.has(key)) return [];
      known.add(key);
      return [{ name, command, before, decision, after }];
    });
  });
}

/** The names of a schema's messages that no step causes. */
export function unreached<S, C extends Message, E extends Message, R extends Message>(
  { events, rejections }: { events: readonly string[]; rejections: readonly string[] },
  steps: readonly Step<S, C, E, R>[],
): string[] {
  const seen = new Set(
    steps.flatMap(({ decision }) =>
      decision.ok
        ? decision.events.map(({ type }) => `event ${type}`)
        : [`rejection ${decision.rejection.type}`],
    ),
  );
  const all = [...events.map((type) => `event ${type}`), ...rejections.map((type) => `rejection ${type}`)];
  return all.filter((word) => !seen.has(word));
}
