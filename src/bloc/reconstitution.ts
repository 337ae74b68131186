import { accept, reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { BlocEvent, NamedUnit } from "./messages.ts";
import { lastNamedOn } from "./questions.ts";
import { currentName } from "./roster.ts";
import { objectionToChange, objectionToList, type RosterChange } from "./roster-change.ts";
import type { Deciding, Evolving, Members } from "./state.ts";

// The reconstitution of a bloc (kiện toàn): one decision states the whole list of members, the name of the bloc and
// its authority.

export const decideReconstitution: Deciding<"ReconstituteBloc"> = {
  ReconstituteBloc: during(["constituted"], {
    already: (state, { members, ...reconstitution }) =>
      same(state.reconstitution, reconstitution) && isRoster(state.members, members),
    // The first day of the new list may lie ahead.
    done: ({ decision }) => decision.issuedOn,
    decide(state, { members, ...reconstitution }) {
      const { change, events } = reconstituted(state.members, members, reconstitution);
      const objection =
        objectionToList(members) ?? objectionToChange(state, { ...change, earliest: lastNamedOn(state) });
      if (objection) return reject(objection);
      return accept(...events, { type: "BlocReconstituted", data: reconstitution });
    },
  }),
};

export const evolveReconstitution: Evolving<"BlocReconstituted"> = {
  BlocReconstituted: from(["constituted"], (state, reconstitution) => {
    state.reconstitution = reconstitution;
    state.authority = reconstitution.authority;
    state.names.push({ name: reconstitution.name, from: reconstitution.reconstitutedOn });
  }),
};

/** Whether the members are exactly those of the list, under the names that it gives. */
function isRoster(members: Members, list: readonly NamedUnit[]): boolean {
  const current = [...members.keys()].filter((unit) => currentName(members, unit) !== undefined);
  return (
    list.length === current.length &&
    current.every((unit) => list.some((one) => one.unit === unit && one.name === currentName(members, unit)))
  );
}

/**
 * What a new list of members changes in the current one: who joins, who leaves and who has another name from that
 * day on. It comes as a change to be judged and as the events that make it.
 */
function reconstituted(
  members: Members,
  list: readonly NamedUnit[],
  { reconstitutedOn: on, decision }: { reconstitutedOn: CivilDate; decision: DocumentRef },
): { change: RosterChange; events: BlocEvent[] } {
  const listed = new Set(list.map(({ unit }) => unit));
  const joining = list.filter(({ unit }) => currentName(members, unit) === undefined);
  const renaming = list.filter(({ unit, name }) => ![undefined, name].includes(currentName(members, unit)));
  const leaving = [...members.keys()].filter(
    (unit) => currentName(members, unit) !== undefined && !listed.has(unit),
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
