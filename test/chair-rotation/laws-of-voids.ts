import { expect } from "vitest";
import { laterOf, numberOf } from "../../src/chair-rotation/calendar.ts";
import { comingRows } from "../../src/chair-rotation/forecast/coming-terms.ts";
import { heirIn, objectionIn } from "../../src/chair-rotation/members.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import type { CivilDate } from "../../src/kernel/time.ts";
import { type Agreed, eachAgreed } from "./agreements-in-log.ts";
import type { Law, Library } from "./dated-histories.ts";
import { beginnings } from "./days-in-log.ts";
import type { Step } from "./histories.ts";
import { dayOf } from "./laws-of-days.ts";
import { comingOf } from "./laws-of-turns.ts";

/** L46: nothing agreed is without effect unless a void event behind its cause names it; nothing is void twice. */
export const voidsAreNamed: Law = (life, library) => {
  let cases = 0;
  eachAgreed(life, (step) => {
    const { after, agreed, events } = step;
    const isVoid = (event: Step["events"][number]) =>
      event.type === "SwapVoided" || event.type === "AgreementVoided";
    const voids = events.filter(isVoid);
    if (voids.length > 0) {
      // A beginning voids first what no longer finds its turn; all else stands behind its cause (section 3).
      const begins = events.some(({ type }) => beginnings.has(type));
      expect(events.length).toBeGreaterThan(voids.length);
      if (!begins) expect(events.findIndex(isVoid)).toBeGreaterThan(0);
      for (const event of voids) expectReason(step, event);
    }
    cases += voids.length + expectInEffect(after, agreed, library);
  });
  return cases;
};

/** What is agreed about coming terms and is not void gives them. */
function expectInEffect(state: OpenedRotation, agreed: Agreed, library: Library): number {
  const next = state.served.length;
  const laid = (number: number) => (state.overlays.get(number) ?? []).map(({ kind }) => kind);
  for (const [number, layers] of agreed.layers)
    if (number >= next)
      expect(laid(number)).toEqual(layers.map(({ kind }) => (kind === "vacancy" ? "vacant" : kind)));
  const numbers = [...agreed.designations, ...agreed.holdOvers, ...agreed.claims].flatMap(([at, all]) =>
    all.length > 0 ? [at] : [],
  );
  const last = Math.max(-1, ...numbers);
  const rows = last < next ? [] : comingRows(state, last);
  for (const { number, nominal, by, debt, day, term } of rows) {
    const heir = (unit: string) => heirIn(rosterOn(state, day), unit);
    const turn = nominal.kind === "unit" ? nominal.unit : undefined;
    for (const { chair } of agreed.designations.get(number) ?? []) expect(turn, term).toBe(heir(chair));
    for (const { unit } of agreed.holdOvers.get(number) ?? []) {
      expect(by, term).toBe("held");
      if (unit !== undefined) expect(turn).toBe(heir(unit));
    }
    for (const { obligation } of agreed.claims.get(number) ?? []) expect(debt, term).toBe(obligation);
  }
  return rows.length + expectProposals(state, agreed, library);
}

/** An open proposal still finds both its turns. */
function expectProposals(state: OpenedRotation, agreed: Agreed, library: Library): number {
  const open = [...agreed.swaps.values()].filter(({ status }) => status === "proposed");
  if (open.length === 0) return 0;
  const rows = new Map(comingOf(state, library).map((row) => [row.term, row]));
  for (const { term, unit } of open.flatMap(({ sides }) => sides)) {
    const row = rows.get(term);
    const heir = row && heirIn(rosterOn(state, dayOf(state, row)), unit);
    expect(row?.chair, `a proposal about ${term}`).toEqual({ kind: "unit", unit: heir });
  }
  return open.length;
}

/** The reason of a void event is true: of the units on the day of the term, of the order, or of a term that has begun. */
function expectReason({ after, before, events }: Step, { type, data }: Step["events"][number]) {
  if (type !== "SwapVoided" && type !== "AgreementVoided") return;
  const { because } = data;
  if (because === "newOrder") expect(events.map((event) => event.type)).toContain("OrderReplaced");
  if (because === "termBegun" && type === "SwapVoided") {
    const terms = [data.a, data.b].map((side) => side?.term);
    const begun = after.served.map(({ term }) => term);
    expect(terms.some((term) => term !== undefined && begun.includes(term))).toBe(true);
  }
  if (because !== "unitLeft" && because !== "unitSuspended") return;
  const terms = type === "SwapVoided" ? [data.a?.term, data.b?.term] : [data.term];
  const named = type === "AgreementVoided" && isAboutChair.has(data.what) ? data.unit : undefined;
  const takers = takersOf({ before, after }, terms, named);
  const why = because === "unitLeft" ? "UnitNotInRotation" : "UnitSuspended";
  const found = takers.map(
    ({ unit, day }) => objectionIn(rosterOn(after, day), heirIn(rosterOn(after, day), unit))?.type,
  );
  expect(found, JSON.stringify(data)).toContain(why);
}

const isAboutChair: ReadonlySet<string> = new Set(["designation", "holdOver", "claim"]);

/** Who was to have these terms, by name or by what lay on them, with the days on which the terms are reckoned now. */
function takersOf(
  { before, after }: Pick<Step, "before" | "after">,
  terms: readonly (string | undefined)[],
  named: string | undefined,
): { unit: string; day: CivilDate }[] {
  return terms.flatMap((term) => {
    const number = numberOf(before.calendar, term ?? "") ?? -1;
    const begun = after.served[number];
    const day = begun
      ? laterOf(begun.startsOn, begun.begunOn)
      : (comingRows(after, number).at(-1)?.day ?? after.opening.calendar.startsOn);
    const layers = before.overlays.get(number) ?? [];
    const takers = layers.flatMap((one) => (one.kind === "vacant" ? [] : [one.gives]));
    return (named === undefined ? takers : [named]).map((unit) => ({ unit, day }));
  });
}
