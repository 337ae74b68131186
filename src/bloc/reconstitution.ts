import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { BlocEvent, NamedUnit } from "./messages.ts";
import { standingName } from "./roster.ts";
import type { RosterChange } from "./roster-change.ts";
import type { Members } from "./state.ts";

/**
 * What a new list of members (kiện toàn) changes in the one that stands: who joins, who leaves and who bears
 * another name from that day on, as a change to be judged and as the events that make it.
 */
export function reconstituted(
  members: Members,
  list: readonly NamedUnit[],
  { reconstitutedOn: on, decision }: { reconstitutedOn: CivilDate; decision: DocumentRef },
): { change: RosterChange; events: BlocEvent[] } {
  const listed = new Set(list.map(({ unit }) => unit));
  const joining = list.filter(({ unit }) => standingName(members, unit) === undefined);
  const renaming = list.filter(({ unit, name }) => ![undefined, name].includes(standingName(members, unit)));
  const leaving = [...members.keys()].filter(
    (unit) => standingName(members, unit) !== undefined && !listed.has(unit),
  );
  const events: BlocEvent[] = [
    ...joining.map((member) => {
      return { type: "MemberAdmitted", data: { ...member, admittedOn: on, decision } } as const;
    }),
    ...renaming.map((member) => {
      return { type: "MemberRenamed", data: { ...member, renamedOn: on, decision } } as const;
    }),
    ...leaving.map((unit) => {
      return { type: "MemberLeft", data: { unit, ground: "reconstituted", leftOn: on, decision } } as const;
    }),
  ];
  return { change: { on, joining, renaming, leaving }, events };
}
