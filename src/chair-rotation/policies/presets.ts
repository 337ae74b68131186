import type { RotationPolicy } from "./policy.ts";

/** What most bodies have in common; each preset says what it does differently. */
const common: RotationPolicy = {
  succession: { kind: "cycle" },
  joiner: "end",
  skip: { kind: "forfeit" },
  leaver: "finish",
  merge: { place: "earlier", turns: "sum" },
  suspension: "keepsPlace",
  deputy: "none",
  handover: { consent: "outgoing", daysBeforeMax: 31, daysAfterMax: 31 },
  swap: "bothUnits",
  horizonTerms: 1,
};

/**
 * A Vietnamese emulation bloc: chair and deputy elected in rotation at the year-end review (1122/BTĐKT-VI, 2011), so
 * that each unit chairs once in a lap; the deputy does not succeed. Blocs hand over from six weeks early (Quảng Bình) to some weeks late (Tây Ninh).
 */
export const emulationBloc: RotationPolicy = {
  ...common,
  succession: { kind: "electedInRotation" },
  leaver: "deputyActs",
  deputy: "designated",
  handover: { consent: "outgoing", daysBeforeMax: 60, daysAfterMax: 90 },
};

/** ASEAN: a year each, by the English names of the members (Charter, article 31). */
export const asean: RotationPolicy = {
  ...common,
  succession: { kind: "alphabetical" },
  joiner: "byKey",
  skip: { kind: "whenReady" },
  swap: "ratified",
  horizonTerms: 3,
};

/** United Nations Security Council: a month each, by English names (provisional rules of procedure, rule 18). */
export const unsc: RotationPolicy = {
  ...common,
  succession: { kind: "alphabetical" },
  joiner: "byKey",
  handover: { consent: "outgoing", daysBeforeMax: 0, daysAfterMax: 0 },
  horizonTerms: 12,
};

/** Council of the European Union: half a year each, in an order laid down; a new member waits for a place. */
export const euCouncil: RotationPolicy = {
  ...common,
  joiner: "notEligible",
  handover: { consent: "outgoing", daysBeforeMax: 0, daysAfterMax: 0 },
  swap: "ratified",
  horizonTerms: 3,
};

/** G7: a year each, in a fixed order. */
export const g7: RotationPolicy = { ...common, joiner: "notEligible", horizonTerms: 7 };

/** Swiss Confederation: the vice president succeeds; the one who has waited longest becomes vice president. */
export const swiss: RotationPolicy = {
  ...common,
  succession: { kind: "deputySucceeds", otherwise: "longestWaiting" },
  leaver: "deputyActs",
  deputy: "longestWaiting",
};
