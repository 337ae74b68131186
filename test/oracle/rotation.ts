import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { membersOn, officeOn } from "../../src/chair-rotation/office-on.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { same } from "../../src/kernel/same.ts";
import { sent } from "../../src/kernel/sent.ts";
import { addDays } from "../../src/kernel/time.ts";
import type { Played } from "./played.ts";
import { commandOf, openingOf, termOf } from "./rotation-commands.ts";
import { cameBackNamed, isHiddenFrom, isOtherwise } from "./rotation-differences.ts";
import type { Model, ModelCommand, ModelDecision, ModelLog, ModelPolicy } from "./rotation-model.ts";

/** Some kinds of commands besides handovers, as the rows of section 12 name them. */
export type Group = { name: string; kinds?: readonly string[]; policy?: Partial<ModelPolicy> };

const beginnings = ["handover", "handover", "handover"];
const roster = ["join", "leave", "leave", "merge", "merge", "split", "suspend", "reinstate"];
const office = ["vacate", "acting", "actingEnds", "install", "flag"];
const cycle = { rule: "cycle" } as const;
const group = (name: string, kinds: readonly string[], policy: Partial<ModelPolicy> = cycle): Group => ({
  name,
  kinds: [...beginnings, ...kinds],
  policy,
});

export const groups: readonly Group[] = [
  group("control: forfeited skips", ["skip"], { ...cycle, skip: "forfeit" }),
  group("control: substitutes", ["substitute"]),
  group("control: term ends", ["termEnd"]),
  group("control: swaps", ["swap", "swap", "consent", "consent"]),
  group("control: new orders", ["reorder"]),
  group("joins, any day", ["join"]),
  group("renames", ["rename"]),
  group("suspensions", ["suspend", "suspend", "reinstate", "vacate", "install", "flag"]),
  group("leaves", ["leave", "leave", "join", ...office]),
  group("mergers and splits", ["merge", "merge", "split", "join", ...office]),
  group("substitutes, skips, leaves", ["substitute", "skip", "leave"]),
  group("vacancies", ["vacancy", "vacancy", "skip", "vacate", "install"]),
  group("swaps with mergers and skips", ["swap", "swap", "consent", "consent", "merge", "split", "skip"]),
  group("owed turns", ["skip", "skip", "claim", "claim", "suspend", "swap", "consent"], {
    ...cycle,
    skip: { defer: 2 },
  }),
  group("owed turns, claimed", ["skip", "skip", "claim", "claim", "claim", "suspend", "swap", "consent"], {
    ...cycle,
    skip: "whenReady",
  }),
  group("hold-overs, suspensions", ["hold", "hold", "suspend", "reinstate"]),
  group("designations, skips, hold-overs", ["designate", "designate", "skip", "hold"]),
  group("elected in rotation", ["designate", "designate", "skip", "hold", ...roster], { rule: "elected" }),
  { name: "everything" },
];

/** The first disagreement of a history, and how many commands were agreed on before it. */
export type Disagreement = { seed: number; step: number; command: ModelCommand; what: string };

/** Sends one random history to the model and to the rotation, up to their first disagreement. */
export function playHistory(model: Model, { kinds, policy }: Group, seed: number): Disagreement | number {
  let state = chairRotation.initialState();
  let step = 0;
  let joiner: ModelPolicy["joiner"] = "end";
  let found: Disagreement | undefined;
  const send = (command: Parameters<typeof sent>[0], at: string) => {
    const now = new Date(`${at}T05:00:00Z`);
    const answer = chairRotation.decide(
      sent(command, { now, commandId: "oracle", actor: "oracle" }) as never,
      state,
    );
    if (answer.ok) state = answer.events.reduce(chairRotation.evolve, state);
    return answer;
  };
  model.run(
    seed,
    (log, command, decision) => {
      step += 1;
      const before = state as OpenedRotation;
      const sentNow = commandOf(model, log, command);
      const answer = send(sentNow, command.at);
      const after = state as OpenedRotation;
      const played: Played = { model, log, command, decision, answer, before, after, joiner };
      if (isHiddenFrom(played)) return true;
      const what = difference(model, { log, command, decision, answer, state: after });
      if (what !== undefined && !isOtherwise(played)) found = { seed, step, command, what };
      return what !== undefined;
    },
    {
      ...(kinds && { kinds }),
      opening(one) {
        const opening = { ...one, policy: { ...one.policy, ...policy } };
        joiner = opening.policy.joiner;
        send(openingOf(opening), opening.startsOn);
        return opening;
      },
    },
  );
  return found ?? step;
}

type Answer = ReturnType<typeof chairRotation.decide>;

function difference(
  model: Model,
  {
    log,
    command,
    decision,
    answer,
    state,
  }: {
    log: ModelLog;
    command: ModelCommand;
    decision: ModelDecision;
    answer: Answer;
    state: OpenedRotation;
  },
): string | undefined {
  if (answer.ok !== decision.ok && !(answer.ok && answer.events.length === 0)) {
    const said = decision.ok ? "accepts" : `refuses (${decision.reason})`;
    return `the model ${said}, the rotation ${answer.ok ? "accepts" : `refuses (${answer.rejection.type})`}`;
  }
  const after = decision.ok ? decision.log : log;
  const days = [model.sealed(after), addDays(model.sealed(after), 1), command.at, command.on ?? command.at];
  for (const fact of after.slice(-3)) if (fact.eff) days.push(fact.eff, addDays(fact.eff, -1));
  for (const day of new Set(days)) {
    if (day < "2024-01-01") continue;
    const what = differenceOnDay(model, after, state, day);
    if (what) return `${day}: ${what}`;
  }
  return differenceInRows(model, after, state, command.at);
}

function differenceOnDay(model: Model, log: ModelLog, state: OpenedRotation, day: string) {
  const { custodian, ...theirs } = model.office(log, day);
  const { term, holder, deputy, acting, why } = officeOn(state, day);
  const expected = {
    term: theirs.term === undefined ? undefined : termOf(theirs.term),
    holder: theirs.holder,
    deputy: theirs.deputy,
    acting: theirs.acting,
    why: theirs.why,
  };
  const told = { term, holder, deputy, acting, why };
  if (!same(expected, told)) return `office ${JSON.stringify(told)}, not ${JSON.stringify(expected)}`;
  const flag = custodyOn(state, day)?.custodian;
  const has = flag?.kind === "unit" ? flag.unit : flag?.kind;
  if (has !== custodian) return `flag with ${has}, not ${custodian}`;
  const [mine, others] = [membersOn(state, day), model.members(log, day)];
  const cameBack = cameBackNamed(state);
  const called = (unit: string, name = unit) => (cameBack.has(unit) ? unit : `${unit} ${name}`);
  const members = [...mine].map(([unit, { name }]) => called(unit, name)).sort();
  const named = [...others].map(([unit, name]) => called(unit, name)).sort();
  return same(members, named) ? undefined : `members ${members.join()}, not ${named.join()}`;
}

function differenceInRows(model: Model, log: ModelLog, state: OpenedRotation, askedOn: string) {
  const last = model.running(log) + 8;
  const theirs = model.rows(log, askedOn, last);
  for (const [at, row] of forecast(state, { number: last }, askedOn).entries()) {
    const model = theirs[at];
    if (!model) return `no row ${at}`;
    const isOpen = model.by === "open" && model.chair === undefined && model.nominal === undefined;
    const told = [
      row.nominal.kind === "unit" ? row.nominal.unit : undefined,
      row.chair.kind === "unit" ? row.chair.unit : undefined,
      row.nominal.kind === "open" ? [...row.nominal.among].sort() : [],
      row.vacantFrom,
    ];
    const begun = row.certainty === "served" ? undefined : model.vacantFrom;
    const expected = [
      model.nominal,
      model.chair,
      isOpen ? [...model.among].sort() : [],
      row.certainty === "served" ? row.vacantFrom : begun,
    ];
    if (!same(told, expected)) return `${row.term}: ${JSON.stringify(told)}, not ${JSON.stringify(expected)}`;
  }
  return undefined;
}
