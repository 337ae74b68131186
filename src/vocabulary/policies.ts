import * as z from "zod/mini";
import { integer } from "../kernel/numbers.ts";

// What bylaws leave open about consequences: what follows when a seat falls vacant, a unit leaves, a complaint is open.
// No source that was read rules on them, so each has a default of the library, which bylaws may change.

/** A number of days, from the day of the cause to the last day on which what is awaited is in time. */
const days = z.optional(integer({ min: 0, max: 1_000 }));

/** `transfer`: it passes to the successor. `void`: it is void. `choose`: somebody decides, case by case. */
const withSuccessor = z.optional(z.enum(["transfer", "void", "choose"]));
const withoutSuccessor = z.optional(z.enum(["void", "choose"]));

/** What becomes of the open pledge of a unit, by how the unit ended or left. */
const PledgeOf = z.strictObject({
  /** Sáp nhập: the successor is the unit that it was merged into. Default: `transfer`. */
  merged: withSuccessor,
  /** Hợp nhất: the successor is the new unit. Default: `transfer`. */
  consolidated: withSuccessor,
  /** Chia, tách: the successor is the unit itself where it goes on, else the first of its parts. Default: `choose`. */
  split: withSuccessor,
  /** Default of this and of all below: `void`, since the bloc has no unit that could keep the pledge. */
  dissolved: withoutSuccessor,
  transferred: withoutSuccessor,
  withdrawn: withoutSuccessor,
  mergedElsewhere: withoutSuccessor,
  reconstituted: withoutSuccessor,
});

/** In how many days what is awaited has to be there, counted from its cause. After them it is listed as overdue. */
const Awaited = z.strictObject({
  /** A document, from the adoption of its draft by a conference. Default: 30. */
  document: days,
  /** A recount or an annulment, from a complaint that was upheld. Default: 10. */
  remedy: days,
  /** A re-vote, from the annulment of a ballot. Default: 30. */
  revote: days,
  /**
   * A chair, from the day on which nobody held the chair, or on which a vote was certified that elects another unit than
   * the one in it. Default: 30.
   */
  installation: days,
  /** The dossier of an award, from the close of the conference. Provinces name days of December. Default: 15. */
  dossier: days,
  /** A dossier that was sent back, from its return. Default: 10. */
  resubmission: days,
  /** The publication of an award, from its decision. Default: 10. */
  publication: days,
  /** The conferral of an award, from its decision. Default: 90, since it waits for a ceremony. */
  conferral: days,
  /** The item and the money, from the revocation of an award. Default: 30. */
  recovery: days,
  /** The directive of the next season, from the close of the year-end conference. Default: 60, as of all below. */
  directive: days,
  /** The plan of the next season's campaign. */
  plan: days,
  /** The pledges of the next season. Written deadlines are 28 February and 25 March. */
  pledge: days,
  /** The scoring scale of the next season. */
  scale: days,
});

/** What bylaws say about consequences. What they leave out is as `defaultPolicies`; `policiesOf` gives all of it. */
export const BylawsPolicies = z.strictObject({
  /**
   * A seat that falls vacant after the vote, as its winner ended, is excluded or was withdrawn: it stays vacant, or the
   * bloc votes again on it. A runner-up never moves up by itself. Default: `vacant`.
   */
  vacatedSeat: z.optional(z.enum(["vacant", "voteAgain"])),
  /** Whether the handover waits while a complaint about the election is open. Default: true. */
  complaintHoldsHandover: z.optional(z.boolean()),
  /**
   * Whether the elected chair takes over at the close of the conference, or when somebody records it. Default:
   * `atClose`.
   */
  handover: z.optional(z.enum(["atClose", "byHand"])),
  pledgeOf: z.optional(PledgeOf),
  /**
   * A unit that joins during a season is scored in it where it has joined by the end of this month of the season: 1
   * to 12, or 0 where no such unit is. The first month is that in which the season begins. Default: 6, half of the
   * season.
   */
  joinerScoredUntil: z.optional(integer({ min: 0, max: 12 })),
  /**
   * Whether a unit that is represented by proxy counts for the quorum, at the conference and in its ballots alike.
   * Default: true. Where it is false, an invitation to a conference and the procedure of a ballot say `quorumInRoom`.
   */
  proxyCountsForQuorum: z.optional(z.boolean()),
  /** Whether an award is decided only once the result of its ballot is final. Default: true. */
  decideAfterFinal: z.optional(z.boolean()),
  awaited: z.optional(Awaited),
  /**
   * The days after the last day of a pledge in which it is to be assessed or to lapse. Default: 90, since year-end
   * reviews are held until the middle of March.
   */
  pledgeGrace: days,
});
export type BylawsPolicies = z.infer<typeof BylawsPolicies>;

/** All fields, at every depth. */
type Filled<T> = {
  [K in keyof T]-?: NonNullable<T[K]> extends object ? Filled<NonNullable<T[K]>> : NonNullable<T[K]>;
};

/** The policies that hold under bylaws: what they say, and the defaults for the rest. */
export type Policies = Filled<BylawsPolicies>;

/** Something that is awaited for some days after its cause. */
export type AwaitedFact = keyof Policies["awaited"];

/**
 * What holds where bylaws say nothing. It is the choice of this library, not of any law: bylaws may change all of it.
 */
export const defaultPolicies: Policies = {
  vacatedSeat: "vacant",
  complaintHoldsHandover: true,
  handover: "atClose",
  pledgeOf: {
    merged: "transfer",
    consolidated: "transfer",
    split: "choose",
    dissolved: "void",
    transferred: "void",
    withdrawn: "void",
    mergedElsewhere: "void",
    reconstituted: "void",
  },
  joinerScoredUntil: 6,
  proxyCountsForQuorum: true,
  decideAfterFinal: true,
  awaited: {
    document: 30,
    remedy: 10,
    revote: 30,
    installation: 30,
    dossier: 15,
    resubmission: 10,
    publication: 10,
    conferral: 90,
    recovery: 30,
    directive: 60,
    plan: 60,
    pledge: 60,
    scale: 60,
  },
  pledgeGrace: 90,
};

/**
 * The policies under bylaws, with the defaults for what they leave out.
 *
 * @example
 * policiesOf({}).awaited.document // 30
 * policiesOf({ policies: { awaited: { document: 20 } } }).awaited.document // 20
 */
export function policiesOf({ policies = {} }: { policies?: BylawsPolicies | undefined }): Policies {
  return {
    ...defaultPolicies,
    ...said(policies),
    pledgeOf: { ...defaultPolicies.pledgeOf, ...said(policies.pledgeOf ?? {}) },
    awaited: { ...defaultPolicies.awaited, ...said(policies.awaited ?? {}) },
  };
}

/** What bylaws say otherwise than the defaults; what they repeat of them is left out. */
export function ownPoliciesOf(bylaws: { policies?: BylawsPolicies | undefined }): BylawsPolicies {
  const { pledgeOf, awaited, ...others } = policiesOf(bylaws);
  return {
    ...apart(others, defaultPolicies),
    pledgeOf: apart(pledgeOf, defaultPolicies.pledgeOf),
    awaited: apart(awaited, defaultPolicies.awaited),
  };
}

/** The fields that have a value. A field that is there and undefined says nothing. */
function said<T extends object>(given: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T & object;
}

/** The fields of `values` that are not as in `usual`. */
function apart<T extends object>(values: T, usual: T): Partial<T> {
  const entries = Object.entries(values).filter(([field, value]) => value !== usual[field as keyof T]);
  return Object.fromEntries(entries) as Partial<T>;
}
