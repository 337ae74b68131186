import {
  type Basis,
  type ChairRotationEvent,
  type NumberedTerm,
  startOfTerm,
  type TermCalendar,
  termAfterSeason,
} from "../chair-rotation/messages.ts";
import { beforeChange } from "../kernel/changing.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
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
  /** Beside what people agreed on there was a vote: the last day on which something became of that. */
  votedOn?: CivilDate;
  /** The key of the claim that a vote leads to; a choice by people leads to none. */
  key?: string;
};

/** Whether a choice rests on a decision of the authority. */
export const isDecision = (basis: Basis): basis is Basis & { kind: "document" } =>
  basis.kind === "document" && basis.document.kind === "decision";

/** Whom people designated by hand; a decision of the authority goes before any vote. */
export type Named = {
  unit: UnitId;
  basis: Basis;
  namedOn: CivilDate;
  decision?: DocumentRef;
  /** The unit that a decision names cannot serve, so the rotation has let it go; the decision is still no vote's to change. */
  isVoid?: true;
  /** People passed the turn on: another unit sits for it, or nobody does. */
  isPassed?: true;
};

/** Whom people named as the deputy of a term, or nobody, where they released one; and the choice of the vote by then. */
export type Deputed = {
  unit?: UnitId;
  /** The deputy was named together with a chair, and falls with it. */
  isWithChair?: true;
  over?: string | undefined;
  /** The day on which people released one. */
  on?: CivilDate;
};

/** A term that has begun, by what people recorded or by what was asked for. */
export type Seat = NumberedTerm & {
  /** Who took the chair; absent where the term began vacant, or nobody holds the chair any more. */
  chair?: UnitId;
  on: CivilDate;
  /** The day on which the term began, where its chair was taken anew since. */
  begunOn?: CivilDate;
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
  /**
   * What the chair is in office by: a vote; what people agreed on, over which a vote goes; or what goes before the vote, as a
   * decision of the authority does, or that people passed the turn on.
   */
  by?: "vote" | "agreement" | "decision";
  /** The vote whose winner people took out of the chair: it puts nobody there again. */
  spent?: string;
  /** It had begun when the rotation was opened, which says who is in office; no vote adds to that. */
  isOpening?: true;
};

/** Where the rotating flag is. */
export type Custody = { kind: "unit"; unit: UnitId } | { kind: "issuer" } | { kind: "lost" };
/** The same as far as people and handovers tell, and since when. */
type Flag = Custody & { since: CivilDate };

type Policy = DataOf<ChairRotationEvent, "RotationOpened">["policy"];

export type RotationKnown = {
  bloc: Id;
  calendar: TermCalendar;
  /** Each from a term on, in the order of the terms. */
  policies: { from: number; policy: Policy }[];
  /** By number of a term whose end was changed: the first day after it. */
  ends: Map<number, CivilDate>;
  closedOn?: CivilDate;
  /** By term. */
  named: Map<string, Named>;
  /** By term. */
  deputed: Map<string, Deputed>;
  /**
   * The keys of choices that people decided against, and the day on which they left a seat vacant by that. Each counts again
   * once nobody stands behind it any more.
   */
  aside: Map<string, CivilDate | undefined>;
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
  season: Season;
  closesOn: CivilDate;
  launchedOn?: CivilDate;
  isOver?: true;
  /** The day of the last steward whom people named. */
  stewardOn?: CivilDate;
};

/** What a ballot on an office was opened for. */
type OfficeVote = {
  season: Season;
  conference?: Id | undefined;
  bloc?: Id | undefined;
  office: Office;
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
  /** The ballots on offices by what they were opened for, whatever came of them. */
  opened: Map<Id, OfficeVote>;
  /** By bloc and season: its conferences, and its ballots on offices. */
  seasons: BySeason<{ meetings: Set<Id>; ballots: Set<Id> }>;
  /** By conference that is not convened yet: its ballots on offices. */
  unplaced: Map<Id, Set<Id>>;
};

export const noChairs: ChairsKnown = {
  results: noResults,
  members: nobodyKnown,
  meetings: new Map(),
  rotations: new Map(),
  campaigns: new Map(),
  ofBlocs: new Map(),
  opened: new Map(),
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

/** The policy that holds in a term. */
export function policyFor({ policies }: RotationKnown, number: number): Policy | undefined {
  return (policies.findLast(({ from }) => from <= number) ?? policies[0])?.policy;
}

/** The first and the last day on which the chair of a term is handed over, by its policy. */
export function daysOf(
  rotation: RotationKnown,
  number: number,
): { earliest: CivilDate; latest: CivilDate } | undefined {
  const handover = policyFor(rotation, number)?.handover;
  const startsOn = startOf(rotation, number);
  if (!handover || startsOn === undefined) return undefined;
  const { daysBeforeMax, daysAfterMax } = handover;
  return { earliest: addDays(startsOn, -daysBeforeMax), latest: addDays(startsOn, daysAfterMax) };
}

const starts = new WeakMap<TermCalendar, Map<string, CivilDate | undefined>>();

/** The first day of a term. It is worked out once. */
export function startOf({ calendar, ends }: RotationKnown, number: number): CivilDate | undefined {
  const plain = beforeChange(calendar);
  const known = starts.get(plain) ?? new Map<string, CivilDate | undefined>();
  starts.set(plain, known);
  const key = [number, ...[...ends].flat()].join();
  if (!known.has(key)) known.set(key, startOfTerm(plain, number, ends));
  return known.get(key);
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
