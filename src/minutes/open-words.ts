import type { CivilDate } from "../kernel/time.ts";
import type { Say } from "./language.ts";
import type { Way } from "./open-ways.ts";

/** How a language tells what is open. Each gives a sentence. */
export type OpenWords = {
  nothing: string;
  nothingSettled: string;
  since: (point: { since: CivilDate; due?: CivilDate; isOverdue: boolean }, say: Say) => string;
  /** The fact, what it is about where it does not say that itself, and when it was recorded where it has no day. */
  cause: (
    cause: { fact: string; about: string | undefined; recordedOn: CivilDate | undefined },
    say: Say,
  ) => string;
  refusal: (sentence: string) => string;
  /** The commands that would settle it: one of them, or all of them in their order. */
  ready: (deeds: readonly string[], isInOrder: boolean) => string;
  /** There is no such command. */
  noneReady: Record<Way, string>;
  /** `by`: the name of who did it. */
  settled: (settled: { by: string; reason: string; settledOn: CivilDate }, say: Say) => string;
};

/** How a language tells what would come of a command. */
export type ForetoldWords = {
  refused: (sentence: string) => string;
  soAlready: string;
  recorded: string;
  follows: string;
  nothingFollows: string;
  /** What follows, but could not be done: what it is about, and why, as the sentence of a refusal. */
  cannot: (what: { deed: string; about: string | undefined; why: string | undefined }) => string;
  opens: string;
  closes: string;
  incomplete: string;
};
