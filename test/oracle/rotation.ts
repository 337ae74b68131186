import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { copyOf, enter } from "../../src/chair-rotation/members.ts";
import { appointedOn, membersOn, officeOn } from "../../src/chair-rotation/office-on.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { same } from "../../src/kernel/same.ts";
import { sent } from "../../src/kernel/sent.ts";
import { addDays } from "../../src/kernel/time.ts";
import { commandOf, openingOf, termOf } from "./rotation-commands.ts";
import { isOtherwise } from "./rotation-differences.ts";
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
      if (isKeptByOrder(command, decision, answer) || isPlacedTwice(command, before)) return true;
      if (endsInterim(command, before)) return true;
      if (meetsDebtOfAnotherKind(model, log, command)) return true;
      if (isBegunAnew(decision, before) || comesBackSuspended(state as OpenedRotation)) return true;
      if (beginsLapTwice(model, decision.ok ? decision.log : log, { command, joiner })) return true;
      if (isOtherwise({ command, decision, answer, after: state as OpenedRotation })) return true;
      const what = difference(model, { log, command, decision, answer, state: state as OpenedRotation });
      if (what !== undefined) found = { seed, step, command, what };
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

/** The model knows no order that keeps the swaps when it gives their other half as an own turn (EU, 2007). */
function isKeptByOrder({ type }: ModelCommand, decision: ModelDecision, answer: Answer): boolean {
  if (type !== "reorder" || !decision.ok || !answer.ok) return false;
  const voids = (events: readonly { type: string }[]) =>
    events.filter((one) => /void/i.test(one.type)).length;
  return voids(decision.events) > voids(answer.events);
}

/** In the model a unit that waits for the next lap keeps waiting when a new order gives it a place, and has two then. */
function isPlacedTwice({ type, order = [] }: ModelCommand, { standing, pending }: OpenedRotation): boolean {
  const waits = (unit: string) => standing.lapJoiners.includes(unit) || pending.length > 0;
  return type === "reorder" && standing.policy.joiner === "nextLap" && order.some(waits);
}

/**
 * A term may begin before its first day. The model works the term out anew on its first day, also with a fact of the
 * days between that is recorded once the term runs; the rotation leaves what has begun (laws 39 and 57).
 */
function isBegunAnew(decision: ModelDecision, { served }: OpenedRotation): boolean {
  const running = served?.at(-1);
  if (!running || !decision.ok) return false;
  const isBetween = (day: string) => running.begunOn < day && day <= running.startsOn;
  return decision.events.some(({ type, eff }) => type !== "void" && eff !== undefined && isBetween(eff));
}

/**
 * In the model the acting of a deputy by the policy can be ended, once another unit that became this one was appointed.
 * It goes on all the same, so the rotation refuses what has no effect.
 */
function endsInterim({ type, unit, on = "" }: ModelCommand, before: OpenedRotation): boolean {
  if (type !== "actingEnds") return false;
  const { acting, deputy } = officeOn(before, on);
  return acting === unit && deputy === unit && appointedOn(before, on) !== unit;
}

/**
 * Of two turns that are owed for one term, the one that arose first comes first. To the model a turn that is owed for a
 * swap has arisen before every turn that was skipped, whenever the swap became void.
 */
function meetsDebtOfAnotherKind(
  model: Model,
  log: ModelLog,
  { type, debt = "", term = 0, at }: ModelCommand,
) {
  if (type !== "claim") return false;
  const isOfSwap = (id: string) => id.startsWith("swap-");
  const due = model.rows(log, at, term)[term - 1]?.debts.filter((one) => one.due <= term) ?? [];
  const claimed = log.filter((event) => event.type === "claim" && event.term === term);
  const others = [...due.map(({ id }) => id), ...claimed.flatMap((event) => event.debt ?? [])];
  return others.some((id) => isOfSwap(id) !== isOfSwap(debt));
}

/**
 * The model forgets that a unit left while it was suspended. Here the unit is still suspended when others merge into it
 * later: a suspension stands until it is lifted (law 41).
 */
function comesBackSuspended({ firstRoster, facts }: OpenedRotation): boolean {
  const roster = copyOf(firstRoster);
  return facts.some((fact) => {
    const { event } = fact;
    const isBack =
      event.type === "UnitsMergedInRotation" && roster.left.get(event.data.into)?.suspension !== undefined;
    enter(roster, fact);
    return isBack;
  });
}

/**
 * In the model a new lap may begin with the unit that ended the one before, when those before it in the order are
 * hindered, though a joiner that waited for the lap could have the term. By law 50 it has no two terms running then.
 */
function beginsLapTwice(
  model: Model,
  log: ModelLog,
  { command, joiner }: { command: ModelCommand; joiner: ModelPolicy["joiner"] },
): boolean {
  if (joiner !== "nextLap") return false;
  const rows = model.rows(log, command.at, model.running(log) + 8);
  return rows.some(({ by, nominal, day, t }, at) => {
    const isOrdered = log.some((event) => event.type === "reorder" && event.term === t);
    const last = rows[at - 1]?.nominal;
    const isAgain = by === "rule" && last !== undefined && nominal === model.heir(log, last, day);
    return isAgain && !isOrdered && model.members(log, day).size > 1;
  });
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
  const members = [...mine].map(([unit, { name }]) => `${unit} ${name ?? unit}`).sort();
  const named = [...others].map(([unit, name]) => `${unit} ${name}`).sort();
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
