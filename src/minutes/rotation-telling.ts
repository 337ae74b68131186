import type {
  Called,
  CitedEvent,
  Counterfactual,
  Explanation,
  RuleStep,
  Seat,
} from "../chair-rotation/forecast/explanation.ts";
import type { ChairRotationEvent } from "../chair-rotation/messages.ts";
import type { Message } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Phrases, Say } from "./language.ts";
import { said } from "./said.ts";

/** A few words for each event that a term may be otherwise without. */
export type RotationDeeds = Phrases<
  Exclude<
    ChairRotationEvent,
    {
      type:
        | "RotationOpened"
        | "RotationClosed"
        | "ChairHandedOver"
        | "VacantTermBegun"
        | "SwapVoided"
        | "AgreementVoided"
        | "RotationIncidentNoted";
    }
  >
>;

/** How the sentences of an explanation are made: with the names of a day, and of an event. */
export type Teller = {
  sayIn: (names: ReadonlyMap<string, string>) => Say;
  event: (event: Message, say: Say) => string;
};

/** What a language says of an explanation, besides the sentences of its events. */
type ExplanationWords = {
  deeds: RotationDeeds;
  /** What an owed turn, a swap or a lot is called. */
  called: (called: Called, say: Say) => string;
  recorded: (day: CivilDate, say: Say) => string;
  rule: (step: RuleStep, say: Say) => string;
  verdict: (explanation: Explanation, say: Say) => string;
  without: (deed: string, otherwise: string) => string;
  /** What would be another: the chair, or whose turn it is, and the first day; or only a name. */
  chair: (seat: Seat, say: Say) => string;
  turn: (seat: Seat, say: Say) => string;
  firstDay: (day: CivilDate, say: Say) => string;
  name: (seat: Seat, say: Say) => string;
};

/**
 * Why a unit has a term, as sentences: what happened, the step of the rule, the verdict, and what would be so without
 * each event.
 */
export function rotationExplanation(words: ExplanationWords) {
  return (explanation: Explanation, teller: Teller): string[] => {
    const { from, because, begun, since, otherwise, names } = explanation;
    const say = teller.sayIn(names);
    const sentence = (one: CitedEvent) => sentenceOf(one, { explanation, teller, words });
    const happened = [...(from ? [from] : []), ...because, ...(begun ? [begun] : [])];
    return [
      ...happened.map((one) => (one.kind === "rule" ? words.rule(one, say) : sentence(one))),
      words.verdict(explanation, say),
      ...since.map(sentence),
      ...otherwise.map((one) => {
        const { say: then, message } = spoken(one.without, { explanation, teller, words });
        return words.without(said(words.deeds, message, then) ?? "", difference(one, { teller, words }));
      }),
    ];
  };
}

type Telling = { explanation: Explanation; teller: Teller; words: ExplanationWords };

function sentenceOf(cited: CitedEvent, telling: Telling): string {
  const { say, message } = spoken(cited, telling);
  const text = telling.teller.event(message, say);
  const { on, recordedOn } = cited;
  if (on !== undefined || recordedOn === undefined) return text;
  return `${text.replace(/\.$/, "")} (${telling.words.recorded(recordedOn, say)}).`;
}

/** The event with no id of a swap, an owed turn or a lot in it, and the names of its day. */
function spoken({ event: { type, data }, names }: CitedEvent, { explanation, teller, words }: Telling) {
  const say = teller.sayIn(names);
  const fields = Object.entries(data).map(([field, value]): [string, unknown] => {
    const known = ids.has(field) && typeof value === "string" ? explanation.called.get(value) : undefined;
    return [field, known ? words.called(known, say) : value];
  });
  return { say, message: { type, data: Object.fromEntries(fields) as object } };
}

function difference(
  { differs, chair, turn, startsOn, names }: Counterfactual,
  { teller, words }: Omit<Telling, "explanation">,
): string {
  const say = teller.sayIn(names);
  const parts = [
    ...(differs.has("chair") ? [words.chair(chair, say)] : []),
    ...(differs.has("turn") ? [words.turn(turn, say)] : []),
    ...(differs.has("firstDay") ? [words.firstDay(startsOn, say)] : []),
  ];
  return parts.join(", ") || words.name(chair, say);
}

const ids: ReadonlySet<string> = new Set(["swap", "obligation", "lot"]);
