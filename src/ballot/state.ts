import type { CommandRules, EventRules } from "../kernel/decider.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { CanonicalPapers } from "./canonical-paper.ts";
import type { BrokenBy, Particulars } from "./fields.ts";
import type { BallotCommand, BallotEvent, BallotRejection } from "./messages.ts";
import type { Paper } from "./paper.ts";
import type { Discrepancy, Outcome, Tally, Tie } from "./result.ts";
import type { Roll } from "./roll.ts";
import type { Terms } from "./terms.ts";

/** One ballot, from its opening to the end of the time for complaints. */
export type Ballot =
  | { status: "blank" }
  | ({ status: "preparing"; inquorate?: DataOf<BallotEvent, "QuorumNotReached"> } & Course)
  | ({ status: "voting" | "closed" | "unsealed" } & Course)
  | ({ status: "discrepancy"; discrepancy: Discrepancy } & Course)
  | ({ status: "undecided" | "decided" } & Course & Counted)
  | ({ status: "certified" } & Course & Counted & Certificate)
  | ({ status: "final"; finalisedOn: CivilDate } & Course & Counted & Certificate)
  | ({ status: "annulled"; annulment: DataOf<BallotEvent, "BallotAnnulled"> } & Course);

/** The stretches of a ballot's life. Each reaches from its opening to the step that it is named after. */
export const untilClosed = ["preparing", "voting"] as const;
export const untilResult = [...untilClosed, "closed", "unsealed", "discrepancy"] as const;
/** From the opening of the vote until the record is signed. */
export const votedUntilSigned = [
  "voting",
  "closed",
  "unsealed",
  "discrepancy",
  "undecided",
  "decided",
] as const;
export const untilDecided = [...untilResult, "undecided"] as const;
export const untilSigned = [...untilDecided, "decided"] as const;
export const untilFinal = [...untilSigned, "certified", "final"] as const;

/** What a ballot keeps through all its statuses. */
type Course = {
  terms: Terms;
  roll: Roll;
  voting: Voting;
  /** What the record of the count is to say beside all this. */
  particulars?: Particulars;
  /** How many records of the count have been signed. */
  certifications: number;
  challenges: Map<Id, Challenge>;
  /** Who decides a tie; `namedOn` where the conference named it, and not the terms. */
  chair: Chair | undefined;
  /** The names that were acclaimed, and the unit that objected: saying them again makes no consensus. */
  objections: { unit: UnitId; elected: UnitId[] }[];
  /** The day on which the conference opened that the ballot is held at; absent while that is not open. */
  conferenceOn?: CivilDate;
  /** The day on which voting began. */
  openedOn: CivilDate | undefined;
  /** The last of all other days when voting began: the vote is on no day before it. */
  openedAfter?: CivilDate;
  /** The day on which the conference had opened when voting began: the vote is on no day before it either. */
  sittingOn?: CivilDate;
  /** The last day of a signed record, a decision, an answer, a final result or an annulment before; see `lastDayOf`. */
  lastOn: CivilDate | undefined;
  /** The day of the first signed record: from it on, units may complain. */
  firstCertifiedOn?: CivilDate;
  /** The last day for complaints of the last signed record; no later record ends them earlier. */
  complaintsUntil?: CivilDate;
  climbs: Climbs;
  /** What the reading before gave, while the votes are counted again. */
  before?: Before;
};

/**
 * What is known of the votes, by the form in which they are given. Each form has a type of its own: no secret ballot
 * can hold a name beside a choice, and nothing that reads a roll-call can read a secret ballot.
 */
export type Voting =
  | {
      form: "secret";
      /** How many papers were counted into the box, and once it is open, how many were found and confirmed. */
      deposited: number | undefined;
      /** What the tellers sealed, before they opened the box. */
      seal?: DataOf<BallotEvent, "BoxSealed">;
      papers: CanonicalPapers;
      /** Those of the first reading that gave a result, or of the first one after a complaint was upheld. */
      firstPapers?: CanonicalPapers;
      reading: number;
      tallies: Map<string, Tally>;
    }
  | { form: "showOfHands"; reading: number; tallies: Map<string, Tally> }
  | { form: "rollCall"; calls: Map<UnitId, Paper> }
  | { form: "consensus" };

export type Chair = { chair: UnitId; namedOn?: CivilDate };

type Challenge = {
  complaint: DataOf<BallotEvent, "ResultChallenged">;
  answer?: { isUpheld: boolean; reason: string; decidedOn: CivilDate };
  /** How many readings there were when it was raised. */
  readings: number;
  /** Whether a recount followed. */
  remedied: boolean;
};

/** The result of the count; `count` is absent after a consensus, where nothing is counted. */
type Counted = {
  count?: Omit<DataOf<BallotEvent, "BallotCounted">, "form" | "outcome">;
  /** What the votes alone gave, before any step of the ladder. */
  counted: Outcome;
  outcome: Outcome;
  ladder: Ladder;
};

/** The steps of the ladder that were taken on the tie of this count, and the one that is due. */
export type Ladder = {
  /** The step that is due, from 1; beyond the last one when the ladder has ended. */
  step: number;
  /** The round that is due, where the step is a run-off. */
  round: number;
  /** The number of the call of this round, where it is called and has no result yet. */
  calledAs?: number;
  lotAnnounced: boolean;
  taken: { step: number; by: BrokenBy; before: Outcome }[];
};

/** A step that was taken on a tie: who of the tied it elects, and who stays tied. */
export type Taken = { step: number; tie: Tie; by: BrokenBy; elected: UnitId[]; tied: UnitId[] };

/**
 * All steps that were ever taken on ties, each with its tie. A step stands wherever the same tie is at the same step
 * again, after a recount or a corrected run-off.
 */
export type Climbs = {
  taken: Taken[];
  lots: { step: number; tie: Tie }[];
  /** `call` tells rounds of one number apart. A run-off that is void is called again, or voted again by another ballot. */
  runOffs: {
    step: number;
    round: number;
    call: number;
    tie: Tie;
    ballot?: Id;
    isVoid: boolean;
    /** The void ones in whose place `ballot` was voted. */
    replaced?: Id[];
  }[];
};

type Certificate = { signatories: string[]; certifiedOn: CivilDate; complaintsUntil: CivilDate };

type Before = Counted & {
  /** The papers that it was counted from, and whether a complaint was upheld before they were read again. */
  papers?: CanonicalPapers;
  isChallenged: boolean;
} & ({ status: "undecided" | "decided" } | ({ status: "certified" } & Certificate));

export type CommandData<K extends BallotCommand["type"]> = DataOf<BallotCommand, K>;
export type EventData<K extends BallotEvent["type"]> = DataOf<BallotEvent, K>;

/** How the commands of one phase are answered. */
export type Deciding<K extends BallotCommand["type"]> = Pick<
  CommandRules<Ballot, BallotCommand, BallotEvent, BallotRejection>,
  K
>;

/** What the events of one phase change. */
export type Evolving<K extends BallotEvent["type"]> = Pick<EventRules<Ballot, BallotEvent>, K>;

/** The part of a ballot that does not depend on its status, and that the next status takes over. */
export function courseOf(state: Course): Course {
  const { terms, roll, voting, certifications, challenges, chair, objections, openedOn, lastOn, climbs } =
    state;
  const { particulars, openedAfter, firstCertifiedOn, complaintsUntil, before } = state;
  const { conferenceOn, sittingOn } = state;
  return {
    ...{ terms, roll, voting, certifications, challenges, chair, objections, openedOn, lastOn, climbs },
    ...(particulars && { particulars }),
    ...(conferenceOn !== undefined && { conferenceOn }),
    ...(openedAfter !== undefined && { openedAfter }),
    ...(sittingOn !== undefined && { sittingOn }),
    ...(firstCertifiedOn !== undefined && { firstCertifiedOn }),
    ...(complaintsUntil !== undefined && { complaintsUntil }),
    ...(before && { before }),
  };
}

export function laterOf(one: CivilDate | undefined, other: CivilDate): CivilDate;
export function laterOf(one: CivilDate | undefined, other: CivilDate | undefined): CivilDate | undefined;
export function laterOf(one: CivilDate | undefined, other: CivilDate | undefined) {
  return one === undefined || (other !== undefined && one < other) ? other : one;
}

/** The last day that is recorded; the next decision, record or answer is not dated before it. */
export function lastDayOf({ lastOn, openedOn }: Course): CivilDate | undefined {
  return laterOf(lastOn, openedOn);
}

/** The status that an outcome gives: a tie is for the ladder, and everything else is decided. */
export function statusOf({ undecided }: Outcome): "undecided" | "decided" {
  return undecided ? "undecided" : "decided";
}
