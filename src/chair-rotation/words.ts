import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { integer } from "../kernel/numbers.ts";
import { rule } from "../kernel/rule.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import { termNameMax, termsAfter } from "./term-names.ts";

/**
 * A term by name: a season where terms are years (`"2023"`), or as the body calls it (`"1958-H1"`, `"2008-2009"`).
 * The name stays when dates shift.
 */
export const TermId = Id;
export type TermId = z.infer<typeof TermId>;

/**
 * An alphabetical rule compares sort keys, code point by code point. A key is given once, so that neither a locale
 * nor a new name moves anybody.
 */
export const SortKey = text({ max: 200 });
export type SortKey = z.infer<typeof SortKey>;

/** A unit of the roster. Without dates it is a member from the beginning. The sort key is the name unless given. */
export const RosterEntry = z.strictObject({
  unit: UnitId,
  name: z.optional(OrganisationName),
  sortKey: z.optional(SortKey),
  /** May lie ahead: the unit is a member from that day on. It has its place in the order already. */
  joinedOn: z.optional(CivilDate),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

/** A term by name and first day, which may lie ahead. */
export const NamedTerm = z.strictObject({ term: TermId, startsOn: CivilDate });
export type NamedTerm = z.infer<typeof NamedTerm>;

/** The greatest number of units in a rotation, and of terms that its calendar counts. */
export const unitsMax = 500;
export const termsMax = 2_400;

/**
 * When terms begin. `term` names the first; the following are counted on from it ("2023", "2024"; "1958-H1",
 * "1958-H2") and last `months` each, unless `published` gives the names and first days of the next ones. Where the
 * last name cannot be counted on ("pilot"), the rotation has the published terms and no others.
 */
export const TermCalendar = z
  .strictObject({
    term: TermId,
    /** The first day of the first term; it may lie ahead. */
    startsOn: CivilDate,
    months: integer({ min: 1, max: 120 }),
    published: z.optional(list(NamedTerm, { max: 1_000 })),
  })
  .check(
    rule((calendar: Parameters<typeof calendarRuleBroken>[0]) => {
      const broken = calendarRuleBroken(calendar);
      return broken === undefined ? undefined : { rule: broken };
    }),
  );
export type TermCalendar = z.infer<typeof TermCalendar>;

function calendarRuleBroken({
  term,
  startsOn,
  months,
  published = [],
}: {
  term: TermId;
  startsOn: CivilDate;
  months: number;
  published?: NamedTerm[] | undefined;
}): string | undefined {
  const terms = [{ term, startsOn }, ...published];
  if (startsOn < "1000" || startsOn > "2999") return "yearRange";
  if (terms.some((one, at) => one.startsOn <= (terms[at - 1]?.startsOn ?? ""))) return "termsInOrder";
  if (terms.some((one) => one.term.length > termNameMax)) return "termNameMax";
  const last = terms.at(-1)?.term ?? term;
  const names = new Set(terms.map((one) => one.term));
  const apart = names.size === terms.length && !terms.some((one) => termsAfter(last, one.term, months) > 0);
  return apart ? undefined : "termsApart";
}

/**
 * The basis of a choice: a document, or the conference that made it, by this ballot where it was voted on; or a ballot that
 * was held at no conference.
 */
export const Basis = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("document"), document: DocumentRef }),
  z.strictObject({ kind: z.literal("conference"), conference: Id, ballot: z.optional(Id) }),
  z.strictObject({ kind: z.literal("ballot"), ballot: Id }),
]);
export type Basis = z.infer<typeof Basis>;

/** The day of the document that a choice rests on; a conference records its own day. */
export const dayOfBasis = (basis: Basis): CivilDate | undefined =>
  basis.kind === "document" ? basis.document.issuedOn : undefined;

/** A decision of the authority gives a term under any rule; a vote only confirms whose turn it is. */
export const isAssignment = (basis: Basis): boolean =>
  basis.kind === "document" && basis.document.kind === "decision";

/** One side of a swap: the term, and the unit that holds it when the swap is proposed. */
export const SwapSide = z.strictObject({ term: TermId, unit: UnitId });
export type SwapSide = z.infer<typeof SwapSide>;

/** The sides of a swap in what is said of it later. */
export const swapSides = { a: z.optional(SwapSide), b: z.optional(SwapSide) };

const issuer = z.strictObject({ kind: z.literal("issuer") });
const unit = z.strictObject({ kind: z.literal("unit"), unit: UnitId });

/** Who may be given the rotating flag: its issuer (a secretariat, a council) or a unit. */
export const FlagTaker = z.discriminatedUnion("kind", [issuer, unit]);
export type FlagTaker = z.infer<typeof FlagTaker>;

/** Who has the rotating flag: its issuer, a unit, or nobody knows. */
export const Custodian = z.discriminatedUnion("kind", [
  issuer,
  unit,
  z.strictObject({ kind: z.literal("lost") }),
]);
export type Custodian = z.infer<typeof Custodian>;

/** The condition of the flag when it was received, where somebody stated it, and the receipt where one was written. */
export const FlagReceipt = z.strictObject({
  condition: z.optional(text({ max: 300 })),
  receipt: z.optional(DocumentRef),
});
export type FlagReceipt = z.infer<typeof FlagReceipt>;

/**
 * Cờ luân lưu Khối trưởng: a token of office that travels. The emulation flag is another thing: an award that
 * is kept.
 */
export const RotatingFlag = z.strictObject({ flag: Id, issuer: OrganisationName, issuedOn: CivilDate });
export type RotatingFlag = z.infer<typeof RotatingFlag>;

/**
 * A place in the order: at the end, at the beginning, right after another unit, or where the sort key puts it. A joiner is
 * at the end where that other unit has no place any more on its day.
 */
export const Place = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("end") }),
  z.strictObject({ kind: z.literal("first") }),
  z.strictObject({ kind: z.literal("after"), unit: UnitId }),
  z.strictObject({ kind: z.literal("byKey") }),
]);
export type Place = z.infer<typeof Place>;

export const reason = prose({ max: 2_000 });
export const order = list(UnitId, { max: unitsMax });

/** A unit in one term, and why. */
export const unitInTerm = { term: TermId, unit: UnitId, reason };
/** The unit that had the term when this was agreed; the agreement is about its turn. */
export const bound = z.optional(UnitId);
