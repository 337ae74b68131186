import type { Id } from "../../../src/kernel/ids.ts";
import type { CivilDate } from "../../../src/kernel/time.ts";
import type { DocumentKind, DocumentRef } from "../../../src/vocabulary/document-ref.ts";
import { nextSeason, type Season } from "../../../src/vocabulary/season.ts";
import type { UnitId } from "../../../src/vocabulary/unit.ts";
import { type Chance, chance } from "../simulator/chance.ts";
import type { Weights } from "./weights.ts";
import type { AggregateName, CommandOf, StateOf } from "./world.ts";

/** What the office has when it acts: it looks at what has happened, and sends commands. */
export type Desk = {
  day: CivilDate;
  /** Sends a command, and says whether it was taken. */
  send<A extends AggregateName>(aggregate: A, id: Id, command: CommandOf<A>): boolean;
  stateOf<A extends AggregateName>(aggregate: A, id: Id): StateOf<A>;
  idsOf(aggregate: AggregateName): Id[];
};

/**
 * What the office does at an hour of a day. Things of one hour and of different lanes commute: they may be done in any
 * order of the lanes.
 */
export type Deed = { bloc: Id; day: CivilDate; hour: number; lane: string; act(desk: Desk): void };

/** The hours of a day. A vote takes six of them: cast, run-off, its re-vote, record, objection, re-vote. */
export const hours = {
  morning: 0,
  midday: 1,
  evening: 5,
  night: 9,
  gathering: 0,
  adjourning: 8,
  firstVote: 10,
  secondVote: 20,
  thirdVote: 30,
  afterVotes: 45,
  drafts: 50,
  close: 60,
} as const;

/** A bloc: its units at first, how many certificates there are, and whether it gives letters of commendation, too. */
export type BlocPlan = { bloc: Id; units: readonly UnitId[]; seats: number; hasLetter: boolean };

/** One bloc in one season, as its steps are planned. */
export type Year = BlocPlan & {
  season: Season;
  /** The year after, in which the season is reviewed. */
  after: Season;
  /** The units that there are or may be. */
  names: readonly UnitId[];
  rotation: Id;
  /** Chance of its own for each matter: a new step changes nothing of the others. */
  luck(...about: string[]): Luck;
  on(day: CivilDate, hour: number, lane: string, act: (desk: Desk) => void): void;
};

export type Luck = Chance & {
  happens(share: number): boolean;
  has(what: keyof Weights): boolean;
  one<T>(list: readonly T[]): T;
  mixed<T>(list: readonly T[]): T[];
};

export function luckOf(seed: number, weights: Weights, about: readonly string[]): Luck {
  let mixed = (seed * 2_654_435_761) >>> 0;
  for (const letter of about.join("/")) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  const own = chance(mixed);
  own.next();
  return {
    ...own,
    has: (what) => own.happens(weights[what]),
    one: (list) => list[own.below(list.length)] as (typeof list)[number],
    mixed(list) {
      const rest = [...list];
      return list.map(() => rest.splice(own.below(rest.length), 1)[0] as (typeof list)[number]);
    },
  };
}

const authority = "UBND tỉnh";
export const flag = { kind: "emulationFlag", authority } as const;
export const certificate = { kind: "certificateOfMerit", authority } as const;
export const letter = { kind: "letterOfCommendation", authority } as const;

export const person = (name: string) => ({ name });
export const paperOf = (kind: DocumentKind, number: string, issuedOn: CivilDate): DocumentRef => ({
  ...{ kind, number, issuedOn, issuer: authority },
});

export const conferenceOf = ({ bloc, season }: Pick<Year, "bloc" | "season">) =>
  `conference-${bloc}-${season}`;
export const extraordinaryOf = ({ bloc, season }: Year) => `extraordinary-${bloc}-${season}`;
export const midtermOf = ({ bloc, season }: Year) => `midterm-${bloc}-${season}`;
export const campaignOf = ({ bloc, season }: Year) => `campaign-${bloc}-${season}`;
export const boardOf = ({ bloc, season }: Year) => `board-${bloc}-${season}`;
export const pledgeOf = (unit: UnitId, season: Season) => `pledge-${unit}-${season}`;
/** The day of the year-end conference. */
export const heldOn = (year: Pick<Year, "after">) => `${year.after}-01-09`;
/** A day in January of the year after the season. */
export const january = ({ after }: Pick<Year, "after">, day: number) =>
  `${after}-01-${String(day).padStart(2, "0")}`;

export { nextSeason };
