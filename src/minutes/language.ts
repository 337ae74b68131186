import type { Id } from "../kernel/ids.ts";
import type { DataOf, Message } from "../kernel/messages.ts";
import type { Decimal, FractionText } from "../kernel/numbers.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Person } from "../vocabulary/person.ts";
import type { Points } from "../vocabulary/points.ts";
import type { Quorum, Threshold } from "../vocabulary/threshold.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { TieStep } from "../vocabulary/voting-rules.ts";
import type { Complaint, Subject } from "./things.ts";
import type { AnyRejection } from "./words.ts";

/** One sentence for each message of a union. The type check finds a missing one. */
export type Phrases<M extends Message> = {
  readonly [K in M["type"]]: (data: DataOf<M, K>, say: Say) => string;
};

type SharedRejection = Extract<AnyRejection, { type: "WrongState" | "DateInFuture" | "DateOutside" }>;

/** The phrases of the rejections that all aggregates share. */
export type SharedPhrases = Phrases<SharedRejection>;

/** The phrases of an aggregate's own messages, without those of the shared rejections. */
export type OwnPhrases<M extends Message> = Phrases<Exclude<M, { type: SharedRejection["type"] }>>;

type WrongState = DataOf<AnyRejection, "WrongState">;

/** The name of each aggregate in a sentence, and the words for its statuses. */
export type AggregateWords = {
  readonly [W in WrongState as W["aggregate"]]: {
    subject: string;
    statuses: Readonly<Record<W["status"], string>>;
  };
};

/** The same for aggregates of a program's own: a name, and the words for its statuses. */
export type WordsOfAggregates = Readonly<
  Record<string, { subject: string; statuses: Readonly<Record<string, string>> }>
>;

/** The words for a refusal in the wrong state; the names as they are, for an aggregate or a status without words. */
export function wordsFor(
  words: WordsOfAggregates,
  { aggregate, status, allowed }: { aggregate: string; status: string; allowed: readonly string[] },
): { subject: string; is: string; allowed: string[] } {
  const { subject, statuses } = Object.hasOwn(words, aggregate)
    ? (words[aggregate] as WordsOfAggregates[string])
    : { subject: aggregate, statuses: {} };
  const word = (one: string) => (Object.hasOwn(statuses, one) ? (statuses[one] as string) : one);
  return { subject, is: word(status), allowed: allowed.map(word) };
}

/** How a language writes dates, numbers, names and lists in its sentences. */
export type Say = {
  unit(id: UnitId): string;
  units(ids: readonly UnitId[]): string;
  date(date: CivilDate): string;
  /** The last day of a period that ends before `date`. */
  dayBefore(date: CivilDate): string;
  document(document: DocumentRef): string;
  documents(documents: readonly DocumentRef[]): string;
  honour(honour: Honour): string;
  person(person: Person): string;
  /** Hundredths of a point as a number with its decimals. */
  points(points: Points): string;
  decimal(value: Decimal): string;
  count(value: number): string;
  /** A figure of a count: a whole number, a decimal or a fraction. */
  exact(value: FractionText): string;
  /** The figure of each nominee: `A 4, B 3 and C 7/3`. */
  figures(figures: readonly { nominee: string; votes: FractionText }[]): string;
  /** `a / b` as a percentage with two decimals. It is for people to read and never decides anything. */
  percent(share: { votes: number; base: number }): string;
  /** `aloud`: of hands or calls, so that its base is no number of papers. */
  bar(bar: Threshold | Quorum, how?: { aloud?: boolean }): string;
  /** All of these: `a, b and c`. */
  list(items: readonly string[]): string;
  /** One of these: `a, b or c`. */
  either(items: readonly string[]): string;
  /** The steps that break a tie, in their order. */
  ladder(steps: readonly TieStep[]): string;
  /** What is known of things that a message has by their ids, and of what it is about itself. */
  known?: {
    /** What the aggregate of the message is about. */
    about: Subject | undefined;
    ballot(id: Id): Extract<Subject, { kind: "ballot" }> | undefined;
    complaint(id: Id): Complaint | undefined;
  };
};

/** The name of a unit; its id if the name is not known. */
export type UnitNames = (id: UnitId) => string | undefined;
