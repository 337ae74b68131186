import type { Message } from "../kernel/messages.ts";
import type { Problem } from "../kernel/problem.ts";
import type { UnitNames } from "../minutes/language.ts";
import { type Language, sentence } from "../minutes/sentence.ts";
import { type Kind, kindOf, kinds } from "./kinds.ts";
import { phraseIn } from "./phrases.ts";

/** The media type of such an answer. */
export const problemType = "application/problem+json";

/** Why a request was not carried out, as the body of an answer (RFC 9457, Problem Details for HTTP APIs). */
export type HttpProblem = {
  /** `urn:thidua:rejection:PledgeEmpty`, `urn:thidua:error:InvalidInput`; it names the kind of problem for a program. */
  type: string;
  /** The kind of problem, for people. */
  title: string;
  /** The status of the answer. */
  status: number;
  /** What stands against this request, for people. */
  detail: string;
  /** What a rule refused, as data. */
  rejection?: Message;
  /** What is wrong in the input: each field with the rule that it breaks, and a sentence. */
  problems?: readonly (Problem & { sentence: string })[];
  /** After so many seconds the same request may be sent again, under the same id: the header Retry-After. */
  retryAfter?: number;
};

/**
 * A rejection, or an error that the edge has caught, as the answer to a request. It never throws: for a rejection without a
 * phrase in the language, as of an aggregate of yours, `detail` is a general one; `extendLanguage` of `thidua/minutes`
 * gives it a phrase. An error of the program or of the log tells the sender its kind and nothing else: write the error
 * itself into a log of yours.
 *
 * @example
 * toProblem({ type: "PledgeEmpty", data: {} }, en).status // 422
 * toProblem({ type: "DayPassed", data: { day: "2023-01-01" } }, en).detail // "A rule does not allow this."
 */
export function toProblem(
  fault: Error | Message,
  language: Language<never, never>,
  names: UnitNames = () => undefined,
): HttpProblem {
  const rejection = rejectionIn(fault);
  if (rejection) return ofRejection(rejection, language, names);
  // A program without types may have caught anything.
  const error = fault instanceof Error ? fault : new Error();
  const problem = answer(kindOf(error), `error:${error.name}`, language.code);
  const problems = problemsOf(error);
  if (problems.length === 0) return problem;
  const shown = problems.map((one) => ({
    ...one,
    sentence: sentenceOr(problem.detail, () => language.problem(one)),
  }));
  return { ...problem, detail: shown.map((one) => one.sentence).join(" "), problems: shown };
}

/** A rejection, also where Emmett's handler has thrown it (`CommandRefused`). */
function rejectionIn(fault: Error | Message): Message | undefined {
  if (!(fault instanceof Error)) return isMessage(fault) ? fault : undefined;
  if (fault.name !== "CommandRefused" || !("rejection" in fault)) return undefined;
  return isMessage(fault.rejection) ? fault.rejection : undefined;
}

function isMessage(value: unknown): value is Message {
  const { type, data } = (value ?? {}) as Partial<Message>;
  return typeof type === "string" && typeof data === "object";
}

function ofRejection(
  { type, data }: Message,
  language: Language<never, never>,
  names: UnitNames,
): HttpProblem {
  const problem = answer(type === "WrongState" ? "outOfTurn" : "refused", `rejection:${type}`, language.code);
  const phrase = () => sentence<Message, Message>(language, { type, data }, names);
  return { ...problem, detail: sentenceOr(problem.detail, phrase), rejection: { type, data } };
}

/** A language may have no phrase, and a phrase may throw at what is not what it knows. */
function sentenceOr(general: string, phrase: () => string): string {
  try {
    return phrase();
  } catch {
    return general;
  }
}

function answer(kind: Kind, name: string, code: string): HttpProblem {
  const { title, detail } = phraseIn(code, kind);
  // Only what the library throws has a name that says something to others.
  const type = kind === "internal" ? "urn:thidua:error" : `urn:thidua:${name}`;
  return { type, title, ...kinds[kind], detail };
}

function problemsOf(fault: Error): readonly Problem[] {
  return fault.name === "InvalidInput" && "problems" in fault && Array.isArray(fault.problems)
    ? fault.problems
    : [];
}
