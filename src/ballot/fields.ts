import * as z from "zod/mini";
import { Digest } from "../kernel/digest.ts";
import { Id } from "../kernel/ids.ts";
import { eachOnce, eachOnceBy, list } from "../kernel/list.ts";
import { FractionText, integer, WholeNumber } from "../kernel/numbers.ts";
import { rule } from "../kernel/rule.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { Drawn, LotSource } from "../vocabulary/lot.ts";
import { PersonName } from "../vocabulary/person.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { InvalidReason, PaperGroup, PaperGroupRead } from "./paper.ts";
import {
  BaseTaken,
  CountRound,
  EqualFirst,
  Figures,
  SeatDecided,
  SecrecyImpossible,
  seatsMax,
  VoteLine,
} from "./result.ts";

// The fields that several messages of a ballot share.

export const units = list(UnitId, { max: 200 });
export const reason = prose({ max: 2_000 });
export const reading = integer({ min: 1, max: 100 });
export const step = integer({ min: 1, max: 6 });
export const round = integer({ min: 1, max: 10 });
/** Tells run-offs of the same step and round apart; absent for the first. */
export const call = z.optional(integer({ min: 2, max: 1_000 }));
export const lotSources = list(LotSource, { max: 20 });

/** As many papers as there may be votes. A box with more would be none: equal ones together have one figure. */
const papersMax = 100_000;
const inOneBox = /* @__PURE__ */ rule<readonly { papers: number }[]>((groups) => {
  const all = groups.reduce((sum, { papers }) => sum + papers, 0);
  return all > papersMax ? { rule: "papersInBox", expected: papersMax, value: String(all) } : undefined;
});
export const papersRead = list(PaperGroupRead, { max: papersMax }).check(inOneBox);
export const papers = list(PaperGroup, { max: papersMax }).check(inOneBox);
export const proxy = { principal: UnitId, holder: UnitId };
/** Who is in the room of a conference and who is represented there, as a whole. */
export const room = {
  present: units.check(eachOnce),
  proxies: list(z.strictObject(proxy), { max: 200 }).check(
    eachOnceBy<{ principal: string }>(({ principal }) => principal),
  ),
  /** The day on which the conference opened; absent while it is not open, or too few are in the room. */
  openedOn: z.optional(CivilDate),
};
export const replacement = { unit: UnitId, spoiled: integer({ min: 1, max: 100 }) };
export const certificate = {
  signatories: list(PersonName, { max: 11 }),
  certifiedOn: CivilDate,
  /** The last day for complaints. It may lie ahead. */
  complaintsUntil: CivilDate,
};

/** An hour of the clock at the place of the ballot. */
export const ClockTime = z.strictObject({
  hour: integer({ min: 0, max: 23 }),
  minute: integer({ min: 0, max: 59 }),
});

/**
 * What the record of the count (biên bản kiểm phiếu) says beside what the ballot itself records. The form of election
 * records asks for the papers: printed = issued + spoiled + left over, and issued = returned + unreturned.
 */
export const particulars = {
  /** The number and sign of the record, as it is written: `02/BB-KTĐ`. */
  number: z.optional(text({ max: 50 })),
  place: z.optional(text({ max: 300 })),
  /** On the day on which the vote was opened, as `endedAt` is. */
  startedAt: z.optional(ClockTime),
  endedAt: z.optional(ClockTime),
  /** Electors that are not in the room; they may be represented, or vote in writing. */
  absences: z.optional(
    list(z.strictObject({ unit: UnitId, reason: z.optional(text({ max: 300 })) }), { max: 200 }),
  ),
  /** Papers that were printed, or received from the printer. */
  printed: z.optional(WholeNumber),
  /** Papers that were never handed out. */
  leftOver: z.optional(WholeNumber),
  /** Papers that were issued and never came back. */
  unreturned: z.optional(WholeNumber),
  /** In how many originals the record is made. */
  copies: z.optional(integer({ min: 1, max: 100 })),
};
export const Particulars = z.strictObject(particulars);
export type Particulars = z.infer<typeof Particulars>;

/**
 * What the tellers seal, `sealed` papers in all. `root`: over the commitments to all papers, as `seal` of `thidua/evidence` makes it, with a
 * new random salt for every paper. Hand salts out in the order of the papers' contents, or draw each where the paper
 * is marked: never in the order of arrival.
 */
export const boxSeal = {
  sealed: WholeNumber,
  root: Digest,
  signatories: list(PersonName, { max: 11 }),
};
export const complaint = { challenge: Id, challenger: UnitId, ground: reason, raisedOn: CivilDate };
export const answer = { challenge: Id, reason, decidedOn: CivilDate };

/**
 * Why a ballot counts for nothing: there was no quorum, a rule was broken, the figures never agreed, a complaint was
 * right, or the ballot was set aside before it was held. `noTieLeft`: the ballot that called this run-off, or the one
 * that this one repeats, no longer has the tie. `authority`: a court or an authority above the assembly decided so. These two come from outside, and so they
 * also reach a result that is final. `roundVoid`: the round before this one was annulled. `conferenceCancelled`: the
 * conference that was to hold it does not meet. These two reach a ballot until its first record is signed.
 */
export const AnnulmentGround = z.enum([
  "noQuorum",
  "irregularity",
  "discrepancy",
  "challengeUpheld",
  "setAside",
  "noTieLeft",
  "roundVoid",
  "conferenceCancelled",
  "authority",
]);
export type AnnulmentGround = z.infer<typeof AnnulmentGround>;
export const annulment = { ground: AnnulmentGround, reason, annulledOn: CivilDate };

/** The figures of a quorum: in units, which have one vote each, or in votes where electors have weights. */
export const quorum = {
  eligible: WholeNumber,
  /** In the room or represented there. */
  present: WholeNumber,
  needed: WholeNumber,
  /** How many of those present are represented by proxy; absent where nobody is. */
  byProxy: z.optional(WholeNumber),
  /** Absent, and asked in writing; absent where nobody is. They count for no quorum. */
  consulted: z.optional(WholeNumber),
  inVotes: z.optional(z.literal(true)),
  /** How the ballot is held; absent for a secret ballot. */
  form: z.optional(z.enum(["showOfHands", "rollCall", "consensus"])),
  /** Those represented do not make the quorum: `needed` are in the room. */
  quorumInRoom: z.optional(z.literal(true)),
};

/** How many papers are invalid, for each reason that there is. */
export const InvalidReasons = list(z.strictObject({ reason: InvalidReason, papers: WholeNumber }), {
  max: 20,
});
export type InvalidReasons = z.infer<typeof InvalidReasons>;

/** The result of a count, in the order of the record of the count. */
export const result = {
  /** Which reading of the papers, or raising of hands, it rests on. */
  reading,
  figures: Figures,
  base: BaseTaken,
  /** Why papers of a secret ballot are invalid; absent where none is, and for blank ones that count as invalid. */
  invalidReasons: z.optional(InvalidReasons),
  lines: list(VoteLine, { min: 1, max: 200 }),
  secrecyImpossible: list(SecrecyImpossible, { max: 7 }),
  /** The votes of each nominee are not published, since the terms withhold them where a vote could be known. */
  withheld: z.optional(z.literal(true)),
  /** Absent where no ranking places several first. */
  equalFirst: z.optional(EqualFirst),
  /**
   * For two rounds, exhaustive ballot, instant run-off and STV: each round up to the end, or up to the first
   * tie that is followed in branches. Absent for a secret ballot with a reason in `secrecyImpossible`
   * other than `signatures`.
   */
  rounds: z.optional(list(CountRound, { max: 300 })),
  /**
   * What decided where it is in no line. Borda: the points; Copeland: the score of pairs; minimax: the strongest
   * opposition, of which the least is best; Schulze and ranked pairs: how many others a nominee is above; STAR with one
   * seat: the papers for each of the last two, who were compared. Absent under the same reasons as `rounds`.
   */
  deciding: z.optional(list(z.strictObject({ nominee: UnitId, votes: FractionText }), { min: 1, max: 200 })),
  /**
   * For sequential PAV, equal shares, and STAR where `deciding` is absent: what gave each seat, up to the first seat that
   * several are level for. Absent under the same reasons as `rounds`.
   */
  seatBySeat: z.optional(list(SeatDecided, { min: 1, max: seatsMax })),
  /** For PAV: the greatest score of all committees, which those elected have. Absent under the same reasons. */
  committeeScore: z.optional(FractionText),
};

/**
 * What a run-off gave: whom it elected of its field, and whom it left tied, both in order. It is kept as it was given.
 * Where only some combinations may take the seats, the outcome may have elected others, or nobody.
 */
export const runOffResult = { ballot: Id, elected: units, tied: units };

/** The run-off that was void, in whose place this one was voted; absent where there was none. */
export const insteadOf = z.optional(Id);

/** What broke a tie, or a part of it, with all that is needed to repeat it. */
export const BrokenBy = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("runOff"),
    round,
    ...runOffResult,
    /** The record of the run-off that gave the result; absent for its first. */
    certification: z.optional(reading),
    insteadOf,
  }),
  z.strictObject({ kind: z.literal("score") }),
  z.strictObject({ kind: z.literal("seniority") }),
  z.strictObject({ kind: z.literal("chairDecision"), chair: UnitId, decidedOn: CivilDate }),
  z.strictObject({ kind: z.literal("lot"), drawn: Drawn }),
  z.strictObject({ kind: z.literal("vacantSeat") }),
]);
export type BrokenBy = z.infer<typeof BrokenBy>;

/** How far a ballot has come. Unsealed: the box is open, and the tellers count. */
export const BallotStatus = z.enum([
  "blank",
  "preparing",
  "voting",
  "closed",
  "unsealed",
  "discrepancy",
  "undecided",
  "decided",
  "certified",
  "final",
  "annulled",
]);
export type BallotStatus = z.infer<typeof BallotStatus>;
