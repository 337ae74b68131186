import type { BallotEvent } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Bylaws } from "../vocabulary/bylaws.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BySeason } from "./by-season.ts";
import { type MembersKnown, nobodyKnown } from "./members-known.ts";
import { noResults, type ResultsKnown } from "./results-known.ts";

export type Terms = DataOf<BallotEvent, "BallotOpened">;
export type Certified = DataOf<BallotEvent, "BallotCertified">;
type RunOffCall = DataOf<BallotEvent, "RunOffCalled">;
export type Scores = Terms["tieData"]["scores"];

/** A ballot, as far as its terms and its ties are concerned. Of one that only this process opened there are no terms. */
export type Vote = {
  /** The terms as they were set last by whoever is not this process. */
  terms?: Terms;
  /** The terms that its first paper fixed. From then on nothing is followed. */
  begun?: Terms;
  openedOn?: CivilDate;
  /** The last day that is known of it, beside those of its results: it is annulled on no day before. */
  lastOn?: CivilDate;
  /** Whether its votes are counted again, and there is no result yet. */
  isCounting: boolean;
  /** Whether the last count left a tie. */
  isTied: boolean;
  /** Whether a tie was broken by the scores. */
  isByScore: boolean;
  records: Certified[];
};

/** A run-off as it was called, and how many records its parent had then. */
export type Call = RunOffCall & { parent: Id; records: number };

type BylawsKnown = { bylaws: Bylaws; adoptedOn: CivilDate; effectiveFrom: CivilDate };
type DisciplineKnown = { unit: UnitId; season: Season; liftedOn?: CivilDate };
export type BoardKnown = { bloc: Id; season: Season; scores?: Scores; scoredOn?: CivilDate };

/** What the ballots of all blocs and seasons have to do with each other, with the members, the bylaws and the scores. */
export type RoundsKnown = {
  members: MembersKnown;
  results: ResultsKnown;
  /** The day of each conference. */
  days: Map<Id, CivilDate>;
  /** The conferences that were cancelled, those that are open, and those that are closed. */
  cancelled: Set<Id>;
  sitting: Set<Id>;
  closed: Set<Id>;
  /** By ballot: the conferences whose minutes name it, as people recorded them. */
  minuted: Map<Id, Set<Id>>;
  /** By bloc, and by their version. */
  bylaws: Map<Id, Map<number, BylawsKnown>>;
  /** By bloc. */
  disciplines: Map<Id, Map<Id, DisciplineKnown>>;
  boards: Map<Id, BoardKnown>;
  votes: Map<Id, Vote>;
  /** The round that follows each result of an honour, by its id: the honour that is next by the bylaws. */
  rounds: Map<Id, { before: Id; honour: Honour }>;
  /** By the id of the run-off. */
  calls: Map<Id, Call>;
  /** By ballot: the run-offs that it calls, in the order of the calls. */
  called: Map<Id, Set<Id>>;
  /** By ballot: those that follow it, or did once. */
  followers: Map<Id, Set<Id>>;
  /** By conference: the ballots that were to be held at it by their terms. */
  heldAt: Map<Id, Set<Id>>;
  /** What belongs to a season, or did once. */
  seasons: BySeason<{ ballots: Set<Id>; boards: Set<Id> }>;
};

export const noRounds: RoundsKnown = {
  members: nobodyKnown,
  results: noResults,
  days: new Map(),
  cancelled: new Set(),
  sitting: new Set(),
  closed: new Set(),
  minuted: new Map(),
  bylaws: new Map(),
  disciplines: new Map(),
  boards: new Map(),
  votes: new Map(),
  rounds: new Map(),
  calls: new Map(),
  called: new Map(),
  followers: new Map(),
  heldAt: new Map(),
  seasons: new Map(),
};
