import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BlocRejection } from "./messages.ts";
import type { Bloc, Deciding, Discipline, Evolving, Investigation } from "./state.ts";

// Discipline of units and investigations against them. Others decide on them, often late; the bloc records them on
// the day on which it learns of them, also of a unit that has left since, and also once the bloc itself is dissolved.

type Begun = Exclude<Bloc, { status: "blank" }>;

export const decideDiscipline: Deciding<
  "DisciplineUnit" | "LiftDiscipline" | "OpenInvestigation" | "CloseInvestigation"
> = {
  DisciplineUnit: during(["constituted", "dissolved"], {
    already({ disciplines }, discipline) {
      const known = disciplines.get(discipline.discipline);
      return known !== undefined && same(known, { ...discipline, lifting: known.lifting });
    },
    done: ({ disciplinedOn, decision }) => [disciplinedOn, decision.issuedOn],
    decide(state, discipline) {
      const known = state.disciplines.get(discipline.discipline);
      if (known) {
        const { unit, disciplinedOn } = known;
        return reject({ type: "DisciplineTaken", data: { unit, disciplinedOn } });
      }
      const objection = objectionToUnit(state, discipline.unit, discipline.disciplinedOn);
      return unless(objection, { type: "UnitDisciplined", data: discipline });
    },
  }),

  LiftDiscipline: during(["constituted", "dissolved"], {
    already({ disciplines }, lifting) {
      const known = disciplines.get(lifting.discipline)?.lifting;
      return known !== undefined && same(known, { ...lifting, unit: known.unit });
    },
    done: ({ liftedOn, decision }) => [liftedOn, decision.issuedOn],
    decide({ disciplines }, lifting) {
      const { discipline, liftedOn } = lifting;
      const known = disciplines.get(discipline);
      if (!known) return reject({ type: "DisciplineUnknown", data: { discipline } });
      const { unit, disciplinedOn } = known;
      if (known.lifting)
        return reject({ type: "DisciplineLiftedAlready", data: { unit, liftedOn: known.lifting.liftedOn } });
      const objection = objectionToDate(liftedOn, { earliest: disciplinedOn });
      return unless(objection, { type: "DisciplineLifted", data: { ...lifting, unit } });
    },
  }),

  OpenInvestigation: during(["constituted", "dissolved"], {
    already({ investigations }, investigation) {
      const known = investigations.get(investigation.investigation);
      return known !== undefined && same(known, { ...investigation, end: known.end });
    },
    done: ({ openedOn, document }) => [openedOn, document?.issuedOn],
    decide(state, investigation) {
      const known = state.investigations.get(investigation.investigation);
      if (known) {
        const { unit, openedOn } = known;
        return reject({ type: "InvestigationTaken", data: { unit, openedOn } });
      }
      const objection = objectionToUnit(state, investigation.unit, investigation.openedOn);
      return unless(objection, { type: "InvestigationOpened", data: investigation });
    },
  }),

  CloseInvestigation: during(["constituted", "dissolved"], {
    already({ investigations }, end) {
      const known = investigations.get(end.investigation)?.end;
      return known !== undefined && same(known, { ...end, unit: known.unit });
    },
    done: ({ closedOn, document }) => [closedOn, document?.issuedOn],
    decide({ investigations }, end) {
      const { investigation, closedOn } = end;
      const known = investigations.get(investigation);
      if (!known) return reject({ type: "InvestigationUnknown", data: { investigation } });
      const { unit, openedOn } = known;
      if (known.end)
        return reject({ type: "InvestigationClosedAlready", data: { unit, closedOn: known.end.closedOn } });
      const objection = objectionToDate(closedOn, { earliest: openedOn });
      return unless(objection, { type: "InvestigationClosed", data: { ...end, unit } });
    },
  }),
};

export const evolveDiscipline: Evolving<
  "UnitDisciplined" | "DisciplineLifted" | "InvestigationOpened" | "InvestigationClosed"
> = {
  UnitDisciplined: from(["constituted", "dissolved"], ({ disciplines }, discipline) => {
    begun(disciplines, discipline.discipline, discipline);
  }),
  DisciplineLifted: from(["constituted", "dissolved"], ({ disciplines }, lifting) => {
    const known = ended<Discipline>(disciplines, lifting.discipline, lifting.unit);
    if (known.lifting) contradiction(`${JSON.stringify(lifting.discipline)} was set aside already`);
    known.lifting = lifting;
  }),
  InvestigationOpened: from(["constituted", "dissolved"], ({ investigations }, investigation) => {
    begun(investigations, investigation.investigation, investigation);
  }),
  InvestigationClosed: from(["constituted", "dissolved"], ({ investigations }, end) => {
    const known = ended<Investigation>(investigations, end.investigation, end.unit);
    if (known.end) contradiction(`${JSON.stringify(end.investigation)} has ended already`);
    known.end = end;
  }),
};

/** What befalls a unit concerns the bloc where the unit was a member on that day, or became one later. */
function objectionToUnit(bloc: Begun, unit: UnitId, date: CivilDate): BlocRejection | undefined {
  return isMemberSince(bloc, unit, date) ? undefined : { type: "NotMemberSince", data: { unit, date } };
}

function isMemberSince(bloc: Begun, unit: UnitId, date: CivilDate): boolean {
  if (bloc.status === "dissolved" && date >= bloc.dissolvedOn) return false;
  const memberships = bloc.members.get(unit)?.memberships ?? [];
  return memberships.some(({ until }) => until === undefined || date < until);
}

/** For events: something new is recorded under an id that nothing has. The event itself stays as it is when it ends. */
function begun<T extends { unit: UnitId }>(known: Map<Id, T>, id: Id, fact: T) {
  if (known.has(id)) contradiction(`${JSON.stringify(id)} is recorded already`);
  known.set(id, { ...fact });
}

/** For events: what ends was recorded, and of that unit. */
function ended<T extends { unit: UnitId }>(known: Map<Id, T>, id: Id, unit: UnitId): T {
  const fact = known.get(id);
  if (!fact || fact.unit !== unit)
    return contradiction(`${JSON.stringify(id)} is not recorded of unit ${JSON.stringify(unit)}`);
  return fact;
}
