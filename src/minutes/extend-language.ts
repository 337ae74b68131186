import type { Message } from "../kernel/messages.ts";
import type { Say, WordsOfAggregates } from "./language.ts";
import type { Language } from "./sentence.ts";

type AnyPhrases = { readonly [type: string]: (data: never, say: Say) => string };

/** The messages for which a map has phrases; none where it is left out, and its type has no name. */
type Told<P> = string extends keyof P
  ? never
  : {
      [K in keyof P]: P[K] extends (data: infer D extends object, say: Say) => string
        ? { type: K & string; data: D }
        : never;
    }[keyof P];

type WrongStateOf<A> = string extends keyof A
  ? never
  : { type: "WrongState"; data: { aggregate: keyof A & string; status: string; allowed: string[] } };

/**
 * A language with phrases for messages of aggregates of your own. The refusals that all aggregates share need none: give
 * the name of your aggregate and the words for its statuses. With `satisfies OwnPhrases<HallRejection>` behind a map the
 * type check finds a missing phrase.
 *
 * @example
 * const own = extendLanguage(en, { rejections: { DayPassed: ({ day }: { day: string }, say) => `${say.date(day)} has passed.` } });
 * sentence(own, { type: "DayPassed", data: { day: "2023-01-01" } }, () => undefined) // "1 January 2023 has passed."
 */
export function extendLanguage<
  E extends Message,
  R extends Message,
  OwnE extends AnyPhrases,
  OwnR extends AnyPhrases,
  A extends WordsOfAggregates,
>(
  language: Language<E, R>,
  own: { events?: OwnE; rejections?: OwnR; aggregates?: A },
): Language<E | Told<OwnE>, R | Told<OwnR> | WrongStateOf<A>> {
  const aggregates = { ...language.aggregates, ...own.aggregates };
  const rejections = {
    ...language.rejections,
    WrongState: language.wrongState(aggregates),
    ...own.rejections,
  };
  const events = { ...language.events, ...own.events };
  // A language asks for a phrase of every message by name, and the compiler cannot see that the two maps have them all.
  return { ...language, aggregates, events, rejections } as unknown as Language<
    E | Told<OwnE>,
    R | Told<OwnR> | WrongStateOf<A>
  >;
}
