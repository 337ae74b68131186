import type { Called, CitedEvent, Explanation } from "../chair-rotation/forecast/explanation.ts";
import type { ChairRotationEvent } from "../chair-rotation/messages.ts";
import type { Message } from "../kernel/messages.ts";
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
        | "RotationIncidentNoted"
        | "FlagReceived"
        | "FlagLost"
        | "FlagReplaced";
    }
  >
>;

/** How the sentences of an explanation are made: with the names of a day, and of an event. */
export type Teller = {
  sayIn: (names: ReadonlyMap<string, string>) => Say;
  event: (event: Message, say: Say) => string;
};

type Words = { called: (called: Called, say: Say) => string; recorded: (day: string, say: Say) => string };

/** Makes the sentence of a cited event, and its few words, with no id of a swap, an owed turn or a lot in it. */
export function telling({ called }: Explanation, { sayIn, event }: Teller, words: Words) {
  const spoken = ({ event: { type, data }, names }: CitedEvent) => {
    const say = sayIn(names);
    const label = (id: unknown) => {
      const known = typeof id === "string" ? called.get(id) : undefined;
      return known ? words.called(known, say) : id;
    };
    const fields = Object.entries(data).map(([field, value]) => [
      field,
      ids.has(field) ? label(value) : value,
    ]);
    return { say, message: { type, data: Object.fromEntries(fields) as object } };
  };
  return {
    sentence(cited: CitedEvent): string {
      const { say, message } = spoken(cited);
      const text = event(message, say);
      const { on, recordedOn } = cited;
      if (on !== undefined || recordedOn === undefined) return text;
      return `${text.replace(/\.$/, "")} (${words.recorded(recordedOn, say)}).`;
    },
    deed(cited: CitedEvent, deeds: RotationDeeds): string {
      const { say, message } = spoken(cited);
      return said(deeds, message, say) ?? "";
    },
  };
}

const ids: ReadonlySet<string> = new Set(["swap", "obligation", "lot"]);
