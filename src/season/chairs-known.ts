import {
  type Basis,
  type NumberedTerm,
  type TermCalendar,
  termAfterSeason,
} from "../chair-rotation/messages.ts";
import { beforeChange } from "../kernel/changing.ts";
import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type BlocAndSeason, type BySeason, seasonWith } from "./by-season.ts";
import { type MembersKnown, nobodyKnown } from "./members-known.ts";
import { noResults, type ResultsKnown } from "./results-known.ts";

/** An office of a term. */
export type Office = "chair" | "deputy";

/** Whom a vote, an agreement or a decision chose for an office of a coming term. */
export type Choice = {
  season: Season;
  term: string;
  unit: UnitId;
  basis: Basis;
  chosenOn: CivilDate;
  /** The key of the claim that a vote leads to; a choice by people leads to none. */
  key?: string;
};

/** Whom people designated by hand; a decision of the authority goes before any vote. */
export type Named = {
  unit: UnitId;
  basis: Basis;
  namedOn: CivilDate;
  decision?: DocumentRef;
  /** The unit that a decision names cannot serve, so the rotation has let it go; the decision is still no vote's to change. */
  isVoid?: true;
};

/** A term that has begun, by what people recorded or by what was asked for. */
export type Seat = NumberedTerm & {
  /** Who took the chair; absent where the term began vacant, or nobody holds the chair any more. */
  chair?: UnitId;
  on: CivilDate;
  /** The day on which somebody else came into the office, where the term was recorded late, so that this was after `on`. */
  others?: CivilDate;
  /** The day from which on nobody holds the chair of the term. */
  vacantFrom?: CivilDate;
  /** The handover that is asked for. That of which people tell has none. */
  asked?: {
    law: string;
    season: Season;
    place?: string;
    condition?: string;
    /** Where the flag was before, as long as the handover may turn out not to have come about. */
    flag?: Flag;
  };
  /** What had chosen the chair of the term by then, and the deputy once the next term had begun. */
  chosen?: Choice;
  deputy?: Choice;
  /** People put somebody in the chair in the term, by a decision or in any other way than by the vote. */
  isByHand?: true;
  /** It had begun when the rotation was opened, which says who is in office; no vote adds to that. */
  isOpening?: true;
};

/** Where the rotating flag is. */
export type Custody = { kind: "unit"; unit: UnitId } | { kind: "issuer" } | { kind: "lost" };
/** The same as far as people and handovers tell, and since when. */
type Flag = Custody & { since: CivilDate };

export type RotationKnown = {
  bloc: Id;
  calendar: TermCalendar;
  leaver: "finish" | "deputyActs" | "reassign";
  isHeirs: boolean;
  closedOn?: CivilDate;
  /** By term. */
  named: Map<string, Named>;
  /** The terms for which people named a deputy. */
  deputed: Set<string>;
  /** The keys of choices that people decided against. Each counts again once nobody stands behind it any more. */
  aside: Set<string>;
  /** The units that are suspended in it, or were, and from when to when. */
  suspended: Map<UnitId, { from: CivilDate; until?: CivilDate }>;
  /** The terms that have begun, one after the other. */
  seats: Seat[];
  acting?: UnitId;
  flag?: Flag;
  /** The last day on which something was done in the office. */
  lastOn: CivilDate;
};

export type MeetingKnown = {
  bloc: Id;
  season: Season;
  isMidTerm: boolean;
  place: string;
  closedOn?: CivilDate;
  isCancelled?: true;
  /** The condition of the flag, where the minutes state it. */
  condition?: string;
};

export type StewardedKnown = {
  bloc: Id;
  closesOn: CivilDate;
  launchedOn?: CivilDate;
  isOver?: true;
  /** The day of the last steward whom people named. */
  stewardOn?: CivilDate;
};

/** What is known of chairs: who was elected, who is in office, and what hangs on it. */
export type ChairsKnown = {
  results: ResultsKnown;
  members: MembersKnown;
  meetings: Map<Id, MeetingKnown>;
  rotations: Map<Id, RotationKnown>;
  campaigns: Map<Id, StewardedKnown>;
  /** What each bloc has of these. */
  ofBlocs: Map<Id, { rotations: Set<Id>; campaigns: Set<Id> }>;
  /** By bloc and season: its conferences, and the ballots that were certified. */
  seasons: BySeason<{ meetings: Set<Id>; ballots: Set<Id> }>;
  /** By conference that is not convened yet: the ballots that were certified. */
  unplaced: Map<Id, Set<Id>>;
};

export const noChairs: ChairsKnown = {
  results: noResults,
  members: nobodyKnown,
  meetings: new Map(),
  rotations: new Map(),
  campaigns: new Map(),
  ofBlocs: new Map(),
  seasons: new Map(),
  unplaced: new Map(),
};

/** What is known of a bloc, where something is put there. */
export function ofBloc({ ofBlocs }: ChairsKnown, bloc: Id) {
  if (!ofBlocs.has(bloc)) ofBlocs.set(bloc, { rotations: new Set(), campaigns: new Set() });
  return ofBlocs.get(bloc);
}

/** What is known of a season of a bloc, where something is put there. */
export const chairsIn = ({ seasons }: ChairsKnown, of: BlocAndSeason) =>
  seasonWith(seasons, of, () => ({ meetings: new Set<Id>(), ballots: new Set<Id>() }));

const termsAfter = new WeakMap<TermCalendar, Map<Season, NumberedTerm | undefined>>();

/** The term after a season. It is worked out once, for a calendar does not change. */
export function termAfter(calendar: TermCalendar, season: Season): NumberedTerm | undefined {
  const plain = beforeChange(calendar);
  const known = termsAfter.get(plain) ?? new Map<Season, NumberedTerm | undefined>();
  termsAfter.set(plain, known);
  if (!known.has(season)) known.set(season, termAfterSeason(plain, season));
  return known.get(season);
}

/** The open rotations of a bloc. */
export const openRotations = ({ rotations, ofBlocs }: ChairsKnown, bloc: Id): Id[] =>
  [...(ofBlocs.get(bloc)?.rotations ?? [])].filter((id) => {
    const rotation = rotations.get(id);
    return rotation && rotation.closedOn === undefined;
  });

/** The open rotations of a bloc whose calendar has the term after a season. One is as it should be. */
export const rotationsFor = (facts: ChairsKnown, bloc: Id, season: Season): Id[] =>
  openRotations(facts, bloc).filter((id) => {
    const rotation = facts.rotations.get(id);
    return rotation && termAfter(rotation.calendar, season) !== undefined;
  });

/** Whether a term is still to come: neither it nor a later one has begun. */
export const isComing = ({ seats }: RotationKnown, { number }: Pick<NumberedTerm, "number">): boolean =>
  number > (seats.at(-1)?.number ?? -1);
