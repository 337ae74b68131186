import { type Decision, reject } from "../kernel/decision.ts";
import { type Begun, type CommandRule, type During, during, type EventRule, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { BallotEvent, BallotRejection, BallotStatus } from "./messages.ts";
import type { Ballot, Voting } from "./state.ts";

type Status = Exclude<BallotStatus, "blank">;

/** For each form of the votes, the statuses in which something may happen. A form that is absent never has it. */
type Times = { readonly [F in Voting["form"]]?: readonly Status[] };

type OfForm<F> = { voting: Extract<Voting, { form: F }> };

/** What a handler of an event returns: the next state, or nothing where it edits the state. */
type Changed = ReturnType<EventRule<Ballot, never>["change"]>;

/** A ballot in one of the forms of `T`, whatever its status. */
type InForm<T extends Times> = Begun<Ballot> & OfForm<keyof T>;

/** A ballot in one of the forms of `T`, and in one of the statuses of that form. */
type AtTime<T extends Times> = Begun<Ballot> &
  {
    [F in keyof T]: T[F] extends readonly (infer St extends Status)[]
      ? During<Ballot, St> & OfForm<F>
      : never;
  }[keyof T];

/**
 * `during`, for a command that belongs to some forms of the votes only. A ballot that is held in another form refuses
 * the command, whatever its status. `decide` gets a state that is narrowed to these forms and their statuses.
 */
export function duringForm<const T extends Times, D>(
  times: T,
  {
    already,
    otherwise,
    decide,
  }: {
    already?: (state: NoInfer<InForm<T>>, data: NoInfer<D>) => boolean;
    otherwise?: (state: NoInfer<InForm<T>>, data: NoInfer<D>) => BallotRejection | undefined;
    decide: (state: NoInfer<AtTime<T>>, data: NoInfer<D>) => Decision<BallotEvent, BallotRejection>;
  },
): CommandRule<Ballot, D, BallotEvent, BallotRejection> {
  const ruleFor = (statuses: readonly Status[]) =>
    during<Ballot, Status, D, BallotEvent, BallotRejection>(statuses, {
      already: (state, data) => isInForm(state, times) && already?.(state, data) === true,
      otherwise: (state, data) =>
        isInForm(state, times) ? otherwise?.(state, data) : objectionToForm(state),
      decide: (state, data) =>
        isAtTime(state, times) ? decide(state, data) : reject(objectionToForm(state)),
    });
  const rules = new Map(Object.entries(times).map(([form, statuses]) => [form, ruleFor(statuses)]));
  const anyForm = ruleFor(statusesOf(times));
  return {
    allowed: anyForm.allowed,
    answer(state, data, asked) {
      const rule = state.status === "blank" ? anyForm : (rules.get(state.voting.form) ?? anyForm);
      return rule.answer(state, data, asked);
    },
  };
}

/** `from`, for an event that only some forms of the votes can have. */
export function fromForm<const T extends Times, D>(
  times: T,
  change: (state: NoInfer<AtTime<T>>, data: NoInfer<D>) => Changed,
): EventRule<Ballot, D> {
  return from<Ballot, Status, D>(statusesOf(times), (state, data) => {
    if (isAtTime(state, times)) return change(state, data);
    return contradiction(`it is ${JSON.stringify(state.status)}, and its form is ${state.voting.form}`);
  });
}

const statusesOf = (times: Times): Status[] => [...new Set(Object.values(times).flat())];

function isInForm<T extends Times>(state: Begun<Ballot>, times: T): state is InForm<T> {
  return times[state.voting.form] !== undefined;
}

function isAtTime<T extends Times>(state: Begun<Ballot>, times: T): state is AtTime<T> {
  return times[state.voting.form]?.includes(state.status) === true;
}

/** The command belongs to another form of ballot, or to another mode of selection. */
function objectionToForm({ terms: { voting } }: Begun<Ballot>): BallotRejection {
  return { type: "BallotHeldOtherwise", data: { form: voting.form, selection: voting.selection } };
}
