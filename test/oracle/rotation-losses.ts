import * as z from "zod/mini";
import { copyOf, enter } from "../../src/chair-rotation/members.ts";
import { CivilDate } from "../../src/kernel/time.ts";
import type { Played } from "./played.ts";
import type { ModelLog } from "./rotation-model.ts";

/** What the model loses track of: units that come and go, and what was known when a term began. */
export const losesTrack = (played: Played): boolean =>
  comesBackSuspended(played) ||
  finishesThoughBack(played) ||
  beginsLapTwice(played) ||
  forgetsAMember(played) ||
  readsAnOrderAnew(played) ||
  opensALapAnew(played) ||
  revivesTheEnded(played) ||
  countsToNoDay(played);

const logAfter = ({ log, decision }: Played): ModelLog => (decision.ok ? decision.log : log);
const mergers = new Set(["merge", "split"]);
const hindering = new Set(["suspend", "leave"]);

/**
 * The model forgets that a unit left while it was suspended. Here the unit is still suspended when others merge into it
 * later: a suspension stands until it is lifted (L41).
 */
function comesBackSuspended({ after: { firstRoster, facts } }: Played): boolean {
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
 * hindered, though a joiner that waited for the lap could have the term. By L50 it has no two terms running then.
 */
function beginsLapTwice({ model, log, command, decision, joiner }: Played): boolean {
  if (joiner !== "nextLap") return false;
  const after = decision.ok ? decision.log : log;
  const rows = model.rows(after, command.at, model.running(after) + 8);
  return rows.some(({ by, nominal, day, t }, at) => {
    const isOrdered = after.some((event) => event.type === "reorder" && event.term === t);
    const last = rows[at - 1]?.nominal;
    const isAgain = by === "rule" && last !== undefined && nominal === model.heir(after, last, day);
    return isAgain && !isOrdered && model.members(after, day).size > 1;
  });
}

/**
 * The model forgets a unit that was split off from one that waits for the next lap, when that one merges, or from one
 * that a split known before has ended on a later day: it is a member and never has a turn again, or none for a whole lap.
 * "Every lap gives each member that could stand throughout one turn" (L54).
 */
function forgetsAMember({ model, log, command, decision }: Played): boolean {
  const after = decision.ok ? decision.log : log;
  const members = [...model.members(after, "9999-12-31").keys()];
  const rows = model.rows(after, command.at, model.running(after) + 3 * members.length);
  const turnsOf = (unit: string) =>
    rows.flatMap(({ nominal, day }, at) =>
      nominal !== undefined && model.heir(after, nominal, day) === unit ? [at] : [],
    );
  const coming = model.running(after) + 1;
  return after.some(({ type, others = [], eff = "" }) =>
    (type === "split" ? others : []).some((unit) => {
      if (!members.includes(unit)) return false;
      const turns = turnsOf(unit);
      if (!turns.some((at) => at >= coming)) return true;
      const came = rows.findLastIndex(({ day }) => day <= eff);
      // Whoever has a third turn since the term in which the unit came has begun the lap after the next one.
      const thirds = members.map((other) => turnsOf(other).filter((at) => at >= came)[2] ?? Infinity);
      return Math.min(...thirds) < (turns[0] ?? Infinity);
    }),
  );
}

/**
 * In the model a chair that has left and finishes its term goes on finishing it once it is a member again, so that no
 * suspension touches it. "Only a finishing chair may be suspended" (L42): who is back is a member like any other.
 */
function finishesThoughBack(played: Played): boolean {
  const { model } = played;
  const after = logAfter(played);
  return after.some(({ eff, type, unit, into, heir, others = [] }) => {
    const back =
      type === "join" ? [unit] : type === "merge" ? [into] : type === "split" ? [heir, ...others] : [];
    const finishing = eff === undefined ? undefined : model.office(after, eff).finishing;
    return finishing !== undefined && back.includes(finishing);
  });
}

/**
 * In the model the order of a term that has begun is read with the heirs of mergers that were recorded only afterwards,
 * and the terms after it are counted from another place. "No term reckoned earlier changes" (1).
 */
function readsAnOrderAnew(played: Played): boolean {
  const { model, command } = played;
  const after = logAfter(played);
  const rows = model.rows(after, command.at, model.running(after));
  return after.some(({ type, term = -1 }) => {
    const row = type === "reorder" ? rows[term] : undefined;
    if (!row) return false;
    return after.some(
      (fact) =>
        mergers.has(fact.type) && (fact.eff ?? "9999") <= row.day && fact.seq > (row.begun?.seq ?? Infinity),
    );
  });
}

/**
 * In the model a term that was taken before its first day opens a new lap once its unit is hindered on that day by what was
 * recorded only afterwards, so that whoever waits for the lap has a turn right behind it. "No term reckoned earlier
 * changes" (1): the lap goes on as it was when the term began, and the next one begins with the term after it.
 */
function opensALapAnew(played: Played): boolean {
  const { model, command, joiner } = played;
  if (joiner !== "nextLap") return false;
  const after = logAfter(played);
  const rows = model.rows(after, command.at, model.running(after));
  return rows.some(({ nominal, day, begun }) =>
    after.some(
      ({ type, unit, eff = "9999", seq }) =>
        hindering.has(type) && unit === nominal && eff <= day && seq > (begun?.seq ?? Infinity),
    ),
  );
}

/**
 * In the model a unit has turns again after it has merged, where another one merged into it on an earlier day that was
 * recorded later. "They never join again" (2): the heir of the heir has that turn.
 */
function revivesTheEnded(played: Played): boolean {
  const { model, command } = played;
  const after = logAfter(played);
  const running = model.running(after);
  const rows = model.rows(after, command.at, running + 12).slice(running + 1);
  return rows.some(({ nominal, day }) => nominal !== undefined && !model.members(after, day).has(nominal));
}

/**
 * In the model a term that is counted in years from 29 February begins on that day of a year without one. It begins on
 * the last day of that February here.
 */
function countsToNoDay(played: Played): boolean {
  const { model, command } = played;
  const after = logAfter(played);
  const rows = model.rows(after, command.at, model.running(after) + 8);
  return rows.some(({ day }) => !z.safeParse(CivilDate, day).success);
}
