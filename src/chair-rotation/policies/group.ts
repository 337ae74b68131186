import * as z from "zod/mini";
import { list } from "../../kernel/list.ts";
import { UnitId } from "../../vocabulary/unit.ts";
import { openAmong } from "./designated.ts";
import { longestWaitingOf } from "./longest-waiting.ts";
import type { SuccessionRule, Turn } from "./turn.ts";

/**
 * A group has the turn. Within it the unit that has waited longest has it, or the unit that they agree on (G20). Where the
 * longest wait gives the term, a vote may still choose any unit, also of another group: the rule itself names no chair.
 */
export const GroupRotation = z.strictObject({
  kind: z.literal("group"),
  groups: list(list(UnitId, { min: 1, max: 50 }), { min: 1, max: 50 }),
  within: z.enum(["longestWaiting", "designated"]),
});

/** The units that the groups of a policy name, one after the other; none under another rule. */
export const groupedIn = ({ succession }: { succession: Grouping }): UnitId[] =>
  succession.groups?.flat() ?? [];

type Grouping = { kind: string; groups?: readonly (readonly UnitId[])[] };

export const groupRotation: SuccessionRule<z.infer<typeof GroupRotation>> = (turn, { within }) => {
  const groupAt = nextGroup(turn);
  const group = turn.groups[groupAt];
  if (group === undefined) return { kind: "nobody", passed: [] };
  const choice = within === "designated" ? openAmong(turn, group) : longestWaitingOf(turn, group);
  return choice.kind === "unit" ? { ...choice, groupAt } : choice;
};

/** The next group with a unit that may take the turn; -1 where there is none. */
function nextGroup({ groups, groupAt, hindrance }: Turn): number {
  for (let step = 1; step <= groups.length; step += 1) {
    const index = (groupAt + step) % groups.length;
    if (groups[index]?.some((unit) => hindrance(unit) === undefined)) return index;
  }
  return -1;
}
