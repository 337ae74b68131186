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
 * A rejection, or an error that the edge has caught, as the answer to a request. An error of the program or of the log
 * tells the sender its kind and nothing else: write the error itself into a log of yours.
 *
 * @example
 * toProblem({ type: "PledgeEmpty", data: {} }, en).status // 422
 */
export function toProblem<E extends Message, R extends Message>(
  fault: Error | R,
  language: Language<E, R>,
  names: UnitNames = () => undefined,
): HttpProblem {
  if (!(fault instanceof Error)) return ofRejection(fault, language, names);
  const problem = answer(kindOf(fault), `error:${fault.name}`, language.code);
  const problems = problemsOf(fault);
  if (problems.length === 0) return problem;
  const told = problems.map((one) => ({ ...one, sentence: language.problem(one) }));
  return { ...problem, detail: told.map((one) => one.sentence).join(" "), problems: told };
}

function ofRejection<E extends Message, R extends Message>(
  rejection: R,
  language: Language<E, R>,
  names: UnitNames,
): HttpProblem {
  const { type, data } = rejection;
  const problem = answer(type === "WrongState" ? "outOfTurn" : "refused", `rejection:${type}`, language.code);
  return { ...problem, detail: sentence(language, rejection, names), rejection: { type, data } };
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
