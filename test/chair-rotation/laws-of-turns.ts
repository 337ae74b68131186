import { expect } from "vitest";
import { laterOf, numberOf } from "../../src/chair-rotation/calendar.ts";
import type { ForecastTerm } from "../../src/chair-rotation/forecast/forecast.ts";
import { heirIn, objectionIn } from "../../src/chair-rotation/members.ts";
import { membersOn } from "../../src/chair-rotation/office-on.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { type OpenedRotation, policyAt } from "../../src/chair-rotation/state.ts";
import type { CivilDate } from "../../src/kernel/time.ts";
import { earlierOf } from "../../src/kernel/time.ts";
import { type AgreedStep, eachAgreed, type Layer } from "./agreements-in-log.ts";
import type { Law, Library } from "./dated-histories.ts";
import type { Step } from "./histories.ts";
import { dayOf } from "./laws-of-days.ts";

const more = 11;

/** The rows of the coming terms, as far as a history agrees on turns. */
export const comingOf = (state: OpenedRotation, { rows }: Pick<Library, "rows">): ForecastTerm[] =>
  rows(state, { number: state.served.length + more }).slice(state.served.length);

const isAnybodyIn = (state: OpenedRotation, number: number): boolean =>
  policyAt(state, number).substitutes === "anybody";

/** L44: nominal seat, agreements and taker of a term are eligible on its day of reckoning. */
export const areEligible: Law = ({ steps }, library) => {
  let cases = 0;
  for (const { after, before } of steps) {
    for (const row of comingOf(after, library)) cases += expectEligible(after, row);
    const begun = after.served[before.served.length];
    // A substitute may be anybody where the policy says so (section 4).
    if (!begun || begun.chair === undefined || isAnybodyIn(before, begun.number)) continue;
    for (const day of [begun.begunOn, laterOf(begun.startsOn, begun.begunOn)])
      expect(objectionIn(rosterOn(before, day), begun.chair), `${begun.chair} on ${day}`).toBe(undefined);
    cases += 1;
  }
  return cases;
};

function expectEligible(state: OpenedRotation, row: ForecastTerm): number {
  const { nominal, chair, number } = row;
  const roster = rosterOn(state, dayOf(state, row));
  const turns = nominal.kind === "unit" ? [nominal.unit] : nominal.kind === "open" ? nominal.among : [];
  const isAnybody = isAnybodyIn(state, number);
  const layers = isAnybody ? [] : (state.overlays.get(number) ?? []);
  const takers = layers.flatMap((one) => (one.kind === "vacant" ? [] : [heirIn(roster, one.gives)]));
  const chairs = chair.kind === "unit" && !isAnybody ? [chair.unit] : [];
  const units = [...turns, ...takers, ...chairs];
  for (const unit of units) expect(objectionIn(roster, unit), `${unit} in ${row.term}`).toBe(undefined);
  return units.length;
}

/** L45: from the turn of a coming term a chain of standing words leads to its chair; a swap lies on both its terms. */
export const wordsLead: Law = (life, library) => {
  let cases = 0;
  eachAgreed(life, ({ after, agreed }) => {
    for (const row of comingOf(after, library)) {
      const layers = agreed.layers.get(row.number) ?? [];
      expectChain(after, row, layers);
      cases += layers.length;
    }
    for (const [swap, { sides, status }] of agreed.swaps) {
      if (status !== "inForce") continue;
      for (const { term } of sides) {
        const number = numberOf(after.calendar, term) ?? -1;
        const isLaid = (agreed.layers.get(number) ?? []).some((one) => one.swap === swap);
        const isKnown = (after.overlays.get(number) ?? []).some(
          (one) => one.kind === "swap" && one.swap === swap,
        );
        expect(isLaid && (isKnown || number < after.served.length), `${swap} in ${term}`).toBe(true);
      }
    }
  });
  return cases;
};

/** Each word is given by the unit that has the term beneath it, or by its heir. */
function expectChain(state: OpenedRotation, row: ForecastTerm, layers: readonly Layer[]) {
  const day = dayOf(state, row);
  const roster = rosterOn(state, day);
  const heir = (unit: string | undefined) => (unit === undefined ? undefined : heirIn(roster, unit));
  let sits = row.nominal.kind === "unit" ? row.nominal.unit : undefined;
  let vacantFrom: CivilDate | undefined;
  for (const [below, { kind, bound, gives, from = "", isKept }] of layers.entries()) {
    const isOwnTurn = below === 0 && isKept && heir(gives) === sits;
    if (!isOwnTurn) expect(heir(bound), `${kind} in ${row.term}`).toBe(sits);
    // Of a term that is vacant from a later day on the turn is the chair's; nothing lies on a vacant one.
    expect(vacantFrom === undefined || vacantFrom > day).toBe(true);
    if (kind !== "vacancy") sits = heir(gives);
    else {
      // The first day of the term may have moved on since.
      const first = laterOf(from, row.startsOn);
      vacantFrom = earlierOf(vacantFrom ?? first, first);
      if (vacantFrom <= day) sits = undefined;
    }
  }
  expect(row.vacantFrom).toBe(vacantFrom);
  const isVacant = vacantFrom !== undefined && vacantFrom <= day;
  const chair = isVacant
    ? { kind: "vacant" }
    : sits === undefined
      ? row.nominal
      : { kind: "unit", unit: sits };
  expect(row.chair, `chair of ${row.term}`).toEqual(chair);
}

/** L52: a vacancy from a later day than the first costs only that part; the turn is the chair's. */
export const partOfATerm: Law = ({ steps }, library) => {
  let cases = 0;
  for (const { command, before, after } of steps) {
    if (command.type !== "RecordVacancy") continue;
    const { term, from } = command.data;
    const number = numberOf(before.calendar, term) ?? -1;
    const [was, is] = [
      library.rows(before, { number: number + 3 }),
      library.rows(after, { number: number + 3 }),
    ];
    const row = was[number];
    if (number < before.served.length || !row || from <= dayOf(before, row)) continue;
    expect(is.map(({ nominal }) => nominal)).toEqual(was.map(({ nominal }) => nominal));
    expect(is[number]).toMatchObject({ chair: row.chair, vacantFrom: from });
    expect(is.map(({ chair }) => chair)).toEqual(was.map(({ chair }) => chair));
    cases += 1;
  }
  eachAgreed({ steps }, (step) => {
    cases += expectEnd(step, library);
  });
  return cases;
};

/** When the term begins, nobody is to hold the chair from the day of the vacancy on; the turn's unit takes it. */
function expectEnd({ before, after, agreed }: AgreedStep, { office }: Library): number {
  const begun = after.served[before.served.length];
  const vacancies = agreed.layers.get(begun?.number ?? -1)?.filter(({ kind }) => kind === "vacancy") ?? [];
  const vacancy = vacancies.reduce<(typeof vacancies)[number] | undefined>(
    (first, one) => (first && (first.from ?? "") <= (one.from ?? "") ? first : one),
    undefined,
  );
  if (!begun || !vacancy) return 0;
  const day = laterOf(vacancy.from ?? "", begun.startsOn);
  if (day <= begun.begunOn) return 0;
  // A vacancy of an open seat ends when somebody is chosen after all (section 4).
  if (vacancy.bound === undefined && begun.chair !== undefined) return 0;
  expect(office(after, day).holder, `${begun.term} from ${day}`).toBe(undefined);
  // Of an open seat for which nobody was elected no part is anybody's.
  if (begun.chair === undefined) expect(begun.nominal.kind).not.toBe("unit");
  else expect(office(after, begun.begunOn).holder).toBe(begun.chair);
  return 1;
}

/** L47: who proposes, consents, declines, hands over or gives the flag is a member on that day, or the party's heir. */
export const speakersAreMembers: Law = ({ steps }) => {
  let cases = 0;
  for (const { command, before, after } of steps) {
    const said = speakerOf(command);
    if (!said) continue;
    const { unit, day } = said;
    expect([...membersOn(before, day).keys()], `${command.type} ${unit} on ${day}`).toContain(unit);
    if (command.type === "ConsentToSwap") {
      const { a, b } = after.swaps.get(command.data.swap) ?? {};
      const roster = rosterOn(before, day);
      expect([a, b].map((side) => side && heirIn(roster, side.unit))).toContain(unit);
    }
    cases += 1;
  }
  return cases;
};

function speakerOf({ type, data }: Step["command"]): { unit: string; day: CivilDate } | undefined {
  switch (type) {
    case "ProposeSwap":
      return { unit: data.proposedBy, day: data.proposedOn };
    case "ConsentToSwap":
      return { unit: data.unit, day: data.consentedOn };
    case "DeclineTurn":
      return { unit: data.unit, day: data.declinedOn };
    case "HandOverChair":
      return { unit: data.from, day: data.handedOverOn };
    case "ReceiveFlag":
      return data.from.kind === "unit" ? { unit: data.from.unit, day: data.receivedOn } : undefined;
  }
  return undefined;
}
