import { accept, type Decision, reject } from "./decision.ts";
import { MetadataMissing } from "./errors.ts";
import type { Message } from "./messages.ts";
import type { CommandMetadata } from "./recorded.ts";
import { type CivilDate, civilDateOf } from "./time.ts";

/** The `status` of a state says which phase the aggregate is in. Each aggregate begins as `blank`. */
export type State = { status: string };

/** The state after the first event. */
export type Begun<S extends State> = S extends unknown
  ? S["status"] & "blank" extends never
    ? S
    : never
  : never;

/** The members of the union `S` that may have one of the statuses `St`, narrowed to these. */
export type During<S extends State, St extends S["status"]> = S extends unknown
  ? S["status"] & St extends never
    ? never
    : S & { status: S["status"] & St }
  : never;

/** The members of the union `S` that have begun and may have another status than `St`. */
type Outside<S extends State, St extends S["status"]> =
  Begun<S> extends infer T extends State
    ? T extends unknown
      ? Exclude<T["status"], St> extends never
        ? never
        : T
      : never
    : never;

/** The date of a fact; undefined where the fact has none. */
type Day = CivilDate | undefined;

/** The rule for one command: the statuses that allow it, and the decision. */
export type CommandRule<S extends State, D, E extends Message, R extends Message> = {
  readonly allowed: readonly S["status"][];
  readonly answer: (state: S, data: D, context: Asked) => Decision<E, R>;
};

/** What a rule gets beside the command's data: the names of the aggregate and the command, and the metadata. */
type Asked = { decider: string; type: string; metadata: CommandMetadata | undefined };

/** The rule for one event: the statuses in which it can happen, and the change that it makes. */
export type EventRule<S extends State, D> = {
  readonly allowed: readonly S["status"][];
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that edits returns nothing.
  readonly change: (state: S, data: D) => S | undefined | void;
};

/**
 * The grammar of a command. Each command is asked the same four questions in the same order:
 *
 * 1. Is it so already? `already` answers for a state that has begun; if yes, nothing happens.
 * 2. Is this its time? The status must be one of `allowed`; else the answer is `WrongState`, or the more exact
 *    rejection that `otherwise` gives.
 * 3. Is its day still ahead? `done` lists the days of what has been done; a day after `now` is `DateInFuture`.
 * 4. What speaks against it? `decide` answers, with a state whose type is narrowed to `allowed`.
 *
 * `decide` repeats no question of the first three.
 */
export function during<
  S extends State,
  const St extends S["status"],
  D,
  E extends Message,
  R extends Message,
>(
  allowed: readonly St[],
  {
    already,
    otherwise,
    done,
    decide,
  }: {
    already?: (state: NoInfer<Begun<S>>, data: NoInfer<D>) => boolean;
    otherwise?: (state: NoInfer<Outside<S, St>>, data: NoInfer<D>) => NoInfer<R> | undefined;
    done?: (data: NoInfer<D>) => Day | readonly Day[];
    decide: (
      state: NoInfer<During<S, St>>,
      data: NoInfer<D>,
      metadata: CommandMetadata | undefined,
    ) => Decision<NoInfer<E>, NoInfer<R>>;
  },
): CommandRule<S, D, E, R> {
  const statuses: ReadonlySet<string> = new Set<string>(allowed);
  return {
    allowed,
    answer(state, data, asked) {
      const { status } = state;
      if (status !== "blank" && already?.(state as Begun<S>, data)) return accept();
      if (!statuses.has(status)) {
        const exact = status === "blank" ? undefined : otherwise?.(state as State as Outside<S, St>, data);
        return reject(exact ?? (wrongState(asked.decider, status, allowed) as Message as R));
      }
      const ahead = done && dayAhead([done(data)].flat(), asked);
      if (ahead) return reject(ahead as Message as R);
      return decide(state as During<S, St>, data, asked.metadata);
    },
  };
}

/**
 * The grammar of an event: the statuses in which it can happen, and what it changes. In any other status the event
 * is impossible, and the decider throws `ImpossibleEvent`. `change` edits the state or returns the next one, never
 * both.
 */
export function from<S extends State, const St extends S["status"], D>(
  allowed: readonly St[],
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that edits returns nothing.
  change: (state: NoInfer<During<S, St>>, data: NoInfer<D>) => NoInfer<S> | undefined | void,
): EventRule<S, D> {
  return { allowed, change: change as EventRule<S, D>["change"] };
}

function wrongState(aggregate: string, status: string, allowed: readonly string[]) {
  return { type: "WrongState", data: { aggregate, status, allowed: [...allowed] } };
}

/** The first of these days that is after the day of the command. */
function dayAhead(days: readonly Day[], { decider, type, metadata }: Asked) {
  const dates = days.filter((day) => day !== undefined);
  if (dates.length === 0) return undefined;
  if (metadata === undefined) throw new MetadataMissing({ decider, type });
  const today = civilDateOf(metadata.now);
  const date = dates.find((day) => day > today);
  return date === undefined ? undefined : { type: "DateInFuture", data: { date, today } };
}
