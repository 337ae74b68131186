import { expect } from "vitest";
import { numberOf } from "../../src/chair-rotation/calendar.ts";
import type { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import type { Basis, SwapSide } from "../../src/chair-rotation/words.ts";
import type { CivilDate } from "../../src/kernel/time.ts";
import type { Life, Step } from "./histories.ts";

/** An agreement that lies upon a turn: `bound` had the term when it was made, and `gives` is to have it. */
export type Layer = {
  kind: "substitute" | "vacancy" | "swap";
  bound?: string | undefined;
  gives?: string;
  from?: CivilDate;
  swap?: string;
  /** A later order has kept the swap. */
  isKept?: boolean;
};
export type LoggedSwap = {
  sides: readonly SwapSide[];
  status: "proposed" | "inForce" | "void" | "expired";
};
export type Designation = { chair: string; basis: Basis };

/** What is agreed about the coming terms, by the log alone. */
export type Agreed = {
  layers: Map<number, Layer[]>;
  swaps: Map<string, LoggedSwap>;
  designations: Map<number, Designation[]>;
  holdOvers: Map<number, { unit?: string | undefined }[]>;
  claims: Map<number, { obligation: string }[]>;
  placements: Map<number, { unit: string }[]>;
};

/** A step with what is agreed after it. What an event makes void must stand: it is taken out, or the test fails. */
export type AgreedStep = Step & { agreed: Agreed };

/** Visits each step with what is agreed after it. It goes on changing, so keep nothing of it. */
export function eachAgreed({ steps }: Pick<Life, "steps">, visit: (step: AgreedStep) => void) {
  const agreed: Agreed = {
    layers: new Map(),
    swaps: new Map(),
    designations: new Map(),
    holdOvers: new Map(),
    claims: new Map(),
    placements: new Map(),
  };
  for (const step of steps) {
    for (const event of step.events) note(agreed, step.before, event);
    visit({ ...step, agreed });
  }
}

const push = <T>(of: Map<number, T[]>, number: number, one: T) =>
  of.set(number, [...(of.get(number) ?? []), one]);

function note(agreed: Agreed, before: OpenedRotation, { type, data }: ChairRotationEvent) {
  const number = "term" in data ? (numberOf(before.calendar, data.term) ?? -1) : -1;
  const isComing = number >= before.served.length;
  const { layers, swaps } = agreed;
  switch (type) {
    case "SubstituteNamed":
      return push(layers, number, { kind: "substitute", bound: data.unit, gives: data.chair });
    case "TermVacated":
      return isComing && push(layers, number, { kind: "vacancy", bound: data.unit, from: data.from });
    case "ChairDesignated":
      return push(agreed.designations, number, data);
    case "ChairUndesignated":
      return dropDesignation(agreed, number, data.chair);
    case "ChairHeldOver":
      return push(agreed.holdOvers, number, data);
    case "OwedTurnClaimed":
      return push(agreed.claims, number, data);
    case "UnitPlacedInOrder":
      return data.place.kind === "after" && push(agreed.placements, number, data);
    case "SwapProposed":
      return swaps.set(data.swap, { sides: [data.a, data.b], status: "proposed" });
    case "SwapConsented":
      return before.opening.policy.swap === "bothUnits" && comeIntoForce(agreed, before, data.swap);
    case "SwapRatified":
      return comeIntoForce(agreed, before, data.swap);
    case "SwapExpired":
      return swaps.set(data.swap, { ...swapOf(agreed, data.swap), status: "expired" });
    case "OrderReplaced":
      return data.keepSwaps && keepSwaps(agreed, number);
    case "SwapVoided":
      return voidSwap(agreed, data.swap);
    case "AgreementVoided":
      return voidAgreement(agreed, number, data);
  }
  return undefined;
}

const swapOf = ({ swaps }: Agreed, id: string): LoggedSwap => swaps.get(id) ?? expect.fail(`no swap ${id}`);

function comeIntoForce(agreed: Agreed, { calendar }: OpenedRotation, swap: string) {
  const known = swapOf(agreed, swap);
  agreed.swaps.set(swap, { ...known, status: "inForce" });
  for (const [at, { term, unit }] of known.sides.entries()) {
    const gives = known.sides[1 - at]?.unit ?? "";
    push(agreed.layers, numberOf(calendar, term) ?? -1, { kind: "swap", bound: unit, gives, swap });
  }
}

/** A new order that keeps the swaps may give a unit as its own turn the term that it was to take (EU, 2007). */
function keepSwaps({ layers }: Agreed, number: number) {
  for (const [at, laid] of layers)
    if (at >= number)
      layers.set(
        at,
        laid.map((one) => (one.kind === "swap" ? { ...one, isKept: true } : one)),
      );
}

function voidSwap(agreed: Agreed, swap: string) {
  const known = swapOf(agreed, swap);
  expect(["proposed", "inForce"], `swap ${swap} is void twice`).toContain(known.status);
  agreed.swaps.set(swap, { ...known, status: "void" });
  for (const [at, laid] of agreed.layers)
    agreed.layers.set(
      at,
      laid.filter((one) => one.swap !== swap),
    );
}

/** A decision may have confirmed a vote: both are one designation. */
function dropDesignation({ designations }: Agreed, number: number, unit: string | undefined) {
  const all = designations.get(number) ?? [];
  const left = all.filter(({ chair }) => chair !== unit);
  expect(left.length, `${unit} is not designated`).toBeLessThan(all.length);
  designations.set(number, left);
}

type Voided = Extract<ChairRotationEvent, { type: "AgreementVoided" }>["data"];

function voidAgreement(agreed: Agreed, number: number, data: Voided) {
  const { layers, holdOvers, claims, placements } = agreed;
  const { what, unit, layer = 1, obligation } = data;
  const drop = <T>(of: Map<number, T[]>, isIt: (one: T, at: number) => boolean) => {
    const all = of.get(number) ?? [];
    const at = all.findIndex(isIt);
    expect(at, `nothing agreed is void: ${JSON.stringify(data)}`).not.toBe(-1);
    of.set(number, all.toSpliced(at, 1));
  };
  switch (what) {
    case "designation":
      return dropDesignation(agreed, number, unit);
    case "holdOver":
      return drop(holdOvers, () => true);
    case "placement":
      return drop(placements, (one) => one.unit === unit);
    case "claim":
      return drop(claims, (one) => one.obligation === obligation);
    default:
      return drop(layers, (one, at) => at === layer - 1 && one.kind === what && one.bound === unit);
  }
}
