import { beforeChange } from "../kernel/changing.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { act, changeOffice, expectCustodian, moveFlag } from "./acts.ts";
import { begin, expectNext } from "./begin.ts";
import { begunVacant, handedOver, installed } from "./beginning-of-terms.ts";
import { custodianOf } from "./custody-on.ts";
import { isRunning } from "./forecast/coming-terms.ts";
import { officeOn } from "./office-on.ts";
import { knownUnit, numberIn, recordDecision } from "./record.ts";
import {
  type CommandData,
  type CommandSlice,
  type EventData,
  type EventSlice,
  type OpenedRotation,
  policyAt,
  type ServedTerm,
} from "./state.ts";
import { dayOfBasis } from "./words.ts";

/** A term begins: its chair is handed over, is taken where nobody held it, or stays vacant. */
export const decideHandover: CommandSlice<"HandOverChair" | "InstallChair" | "BeginVacantTerm"> = {
  HandOverChair: during(["open"], {
    already: isBegunBy,
    done: ({ handedOverOn, flag }) => [handedOverOn, flag?.receipt?.issuedOn],
    decide: handedOver,
  }),

  InstallChair: during(["open"], {
    already: (state, data) => isBegunBy(state, data) || isInstalledBy(state, data),
    done: ({ installedOn, basis }) => [installedOn, dayOfBasis(basis)],
    decide: installed,
  }),

  BeginVacantTerm: during(["open"], {
    already: isBegunBy,
    done: ({ begunOn }) => begunOn,
    decide: begunVacant,
  }),
};

export const evolveHandover: EventSlice<"ChairHandedOver" | "ChairInstalled" | "VacantTermBegun"> = {
  ChairHandedOver: from(["open"], (state, data) => {
    const { from: giver, to, handedOverOn, flag, ...term } = data;
    const event = { type: "ChairHandedOver", data } as const;
    const { holder, acting } = officeOn(beforeChange(state), handedOverOn);
    if (giver !== (holder ?? acting)) contradiction(`unit ${JSON.stringify(giver)} does not hold the chair`);
    if (flag) expectCustodian(state, { kind: "unit", unit: giver }, handedOverOn);
    expectTaker(state, term.term, to);
    expectNext(state, term.term);
    recordDecision(state, event);
    begin(state, { ...termOf(term), begunOn: handedOverOn, chair: to, event });
    if (flag) moveFlag(state, { to: custodianOf(to), on: handedOverOn, receipt: flag, event });
    else changeOffice(state, { on: handedOverOn, event: event.type });
  }),
  ChairInstalled: from(["open"], (state, data) => {
    const event = { type: "ChairInstalled", data } as const;
    const { term, chair, deputy, installedOn, basis } = data;
    const { holder } = officeOn(beforeChange(state), installedOn);
    if (holder !== undefined) contradiction(`unit ${JSON.stringify(holder)} holds the chair`);
    expectTaker(state, term, chair);
    if (isRunning(state, term)) {
      act(state, { kind: "installed", on: installedOn, chair, deputy, basis });
      return;
    }
    expectNext(state, term);
    recordDecision(state, event);
    begin(state, { ...termOf(data), begunOn: installedOn, chair, event });
    changeOffice(state, { on: installedOn, event: event.type });
  }),
  VacantTermBegun: from(["open"], beginVacant),
};

/** The next term begins without a chair. */
export function beginVacant(state: OpenedRotation, data: EventData<"VacantTermBegun">): void {
  const event = { type: "VacantTermBegun", data } as const;
  begin(state, { ...termOf(data), begunOn: data.begunOn, event });
  changeOffice(state, { on: data.begunOn, event: event.type });
}

/** A substitute may be anybody where the policy says so. */
function expectTaker(state: OpenedRotation, term: string, unit: UnitId) {
  if (policyAt(state, numberIn(state, term)).substitutes !== "anybody") knownUnit(state, unit);
}

type Begun = Pick<ServedTerm, "term" | "startsOn" | "turnOf" | "deputy">;

const termOf = ({ term, startsOn, turnOf, deputy }: Begun): Begun => ({ term, startsOn, turnOf, deputy });

/**
 * Whether the running term began by just this. The event adds the first day of the term and whose turn it is, and
 * the deputy of the forecast where the command names none.
 */
function isBegunBy({ served }: OpenedRotation, data: { term: string }): boolean {
  const begun = served.at(-1)?.event.data;
  if (begun === undefined || !("startsOn" in begun)) return false;
  const { startsOn, turnOf } = begun;
  const deputy = "deputy" in begun ? begun.deputy : undefined;
  return same(begun, { deputy, ...data, startsOn, turnOf });
}

/** Whether the last chair of the running term was installed by just this. */
function isInstalledBy({ served }: OpenedRotation, data: CommandData<"InstallChair">): boolean {
  const { term, acts = [] } = served.at(-1) ?? {};
  const last = acts.findLast(({ kind }) => kind === "installed" || kind === "vacated");
  return (
    term === data.term &&
    last?.kind === "installed" &&
    same(
      [last.on, last.chair, last.deputy, last.basis],
      [data.installedOn, data.chair, data.deputy, data.basis],
    )
  );
}
