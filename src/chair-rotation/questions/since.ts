import { same } from "../../kernel/same.ts";
import type { RosterFact } from "../members.ts";
import type { OpenedRotation, ServedTerm } from "../state.ts";
import type { Entry } from "./replay.ts";
import { sittingsOf } from "./tenures.ts";

const acts: ReadonlySet<string> = new Set([
  "ChairInstalled",
  "TermVacated",
  "ActingChairAppointed",
  "ActingChairEnded",
  "DeputyDesignated",
  "DeputyReleased",
]);

/** What changed the office during a begun term: what was done in it, and the facts that it would be otherwise without. */
export function eventsSince(
  rotation: OpenedRotation,
  entries: readonly Entry[],
  { term, begunAt }: { term: ServedTerm; begunAt: number },
): Entry[] {
  const facts = factsOfTenure(rotation, term);
  return entries.filter(({ position, event }) => {
    const isAct = acts.has(event.type) && "term" in event.data && event.data.term === term.term;
    if (isAct) return position > begunAt;
    return facts.some((fact) => fact.event.type === event.type && same(fact.event.data, event.data));
  });
}

function factsOfTenure(rotation: OpenedRotation, { number, begunOn }: ServedTerm): RosterFact[] {
  const sittings = sittingsOf(rotation, number);
  const until = sittings.tenures.at(-1)?.until ?? begunOn;
  const { facts, firstRoster } = rotation;
  const near = { roster: firstRoster, facts: 0 };
  return facts.filter((fact) => {
    if (fact.on <= begunOn || fact.on >= until) return false;
    const others = facts.filter((one) => one !== fact);
    const without = { ...rotation, facts: others, roster: firstRoster, rosterFacts: 0, near };
    return !same(sittingsOf(without, number), sittings);
  });
}
