import * as z from "zod/mini";
import { Id } from "../../kernel/ids.ts";
import { integer } from "../../kernel/numbers.ts";
import { CivilDate } from "../../kernel/time.ts";
import { UnitId } from "../../vocabulary/unit.ts";
import { Basis, bound, reason, SwapSide, swapSides, TermId, unitInTerm } from "../words.ts";

// The words about single turns: passed, owed, claimed, traded, and what no longer holds of all that.

const declinedTurn = { term: TermId, unit: UnitId, declinedOn: CivilDate, reason };
const brokenObligation = { obligation: Id, brokenOn: CivilDate, reason };
const swapProposal = {
  swap: Id,
  a: SwapSide,
  b: SwapSide,
  proposedBy: UnitId,
  proposedOn: CivilDate,
  /** The last day for a consent or a ratification; it may lie ahead. */
  expiresOn: z.optional(CivilDate),
  reason: z.optional(reason),
};
const swapConsent = { swap: Id, unit: UnitId, consentedOn: CivilDate };
const swapRatification = { swap: Id, ratifiedOn: CivilDate, basis: Basis };
const swapExpiry = { swap: Id, expiredOn: CivilDate };

/** Turns are passed, and some are owed. */
export const turnCommands = {
  /** The unit, a member on that day, will not take its coming turn; the policy says what becomes of the turn. */
  DeclineTurn: declinedTurn,
  /** The unit is passed over in a coming term; the policy says what becomes of the turn. */
  SkipTurn: unitInTerm,
  /** The unit of an owed turn is ready for it: it takes `term`. */
  ClaimOwedTurn: { obligation: Id, term: TermId },
  /** An owed turn will not be given. */
  BreakObligation: brokenObligation,
};

/** Two units trade two terms. */
export const swapCommands = {
  /** Two units propose to trade two coming terms; refused where one no longer holds the term named. */
  ProposeSwap: swapProposal,
  /** A party of the swap agrees. */
  ConsentToSwap: swapConsent,
  /** Puts an agreed swap in force; refused while a consent is missing. */
  RatifySwap: swapRatification,
  /** A swap that was not agreed in time lapses. */
  ExpireSwap: swapExpiry,
};

/** A turn owed for one that was passed; `due` names the term where the policy says when. */
const owed = z.optional(z.strictObject({ obligation: Id, due: z.optional(TermId) }));

/** A turn was passed, claimed, or is owed no longer. */
export const turnEvents = {
  TurnDeclined: { ...declinedTurn, owed },
  TurnSkipped: { ...unitInTerm, owed },
  OwedTurnClaimed: { obligation: Id, unit: UnitId, term: TermId },
  /** `because`: the unit left and has no heir, which ends what is owed to it; else somebody gives a `reason`. */
  ObligationBroken: {
    ...brokenObligation,
    reason: z.optional(reason),
    because: z.optional(z.literal("unitLeft")),
    unit: bound,
    passed: z.optional(TermId),
  },
};

/** Two terms were traded, or what was agreed about a turn is void. */
export const swapEvents = {
  SwapProposed: swapProposal,
  /** The other unit of the swap agrees. `a` and `b` are the two sides of the swap: a term and its unit each. */
  SwapConsented: { ...swapConsent, ...swapSides },
  SwapRatified: { ...swapRatification, ...swapSides },
  SwapExpired: { ...swapExpiry, ...swapSides },
  /**
   * A swap no longer holds for the terms from `from` on: because of a new order, because one of its units left or
   * was suspended, or because one of its turns went to another unit. `owed`: one unit had given its term already.
   */
  SwapVoided: {
    swap: Id,
    ...swapSides,
    from: TermId,
    because: z.enum(["newOrder", "unitLeft", "unitSuspended", "turnMoved", "sameUnit", "termBegun"]),
    owed: z.optional(z.strictObject({ obligation: Id })),
  },
  /**
   * What was agreed about the turn of `unit` in a coming term no longer holds, because the turn went to another unit
   * or who was to take it cannot. It stays void when the turn comes back.
   */
  AgreementVoided: {
    what: z.enum(["substitute", "vacancy", "designation", "claim", "holdOver", "placement"]),
    term: TermId,
    unit: bound,
    /** Which of the agreements upon the turn, of a substitute or a vacancy; 1 lies on the turn itself. */
    layer: z.optional(integer({ min: 1, max: 1_000 })),
    /** The owed turn of a claim. */
    obligation: z.optional(Id),
    /**
     * `hadTurn`: elected in rotation, the unit has had its turn in this lap by then. `daysMoved`: a part of the term was
     * to be vacant, and by now the term begins after that or ends before. `notInOrder`: the unit was to stand after
     * another, which has no place in the order of that term. `superseded`: a decision of the authority names another chair.
     */
    because: z.enum([
      "newOrder",
      "unitLeft",
      "unitSuspended",
      "turnMoved",
      "sameUnit",
      "hadTurn",
      "daysMoved",
      "notInOrder",
      "superseded",
    ]),
  },
};
