import { calendarEn } from "../calendar/en.ts";
import type { TimelineLanguage } from "./language.ts";

/** The timeline of a chair's rotation in English. */
export const timelineEn: TimelineLanguage = {
  ...calendarEn,
  legend: {
    served: "Chair: term has begun",
    assigned: "assigned",
    nominal: "expected by turn",
    conditional: "not certain yet",
    deputy: "Deputy chair",
    swap: "Chair by a swap",
    substitute: "Chair as a substitute",
    turnOf: "whose turn it was",
    interim: "acting",
    vacant: "vacant",
    open: "not chosen yet",
    cancelled: "cancelled",
    handover: "handover",
    handoverWithFlag: "handover with the rotating flag",
  },
  bar: {
    chair: "Chair",
    deputy: "Deputy",
    swap: "Swapped",
    substitute: "Substitute",
    interim: "Acting",
    vacant: "Vacant",
    cancelled: "Cancelled",
  },
  ahead: "planned →",
  subtitle: ({ from, to, terms, units }, say) =>
    `${say.date(from)} to ${say.date(to)} · ${say.count(terms)} ${terms === 1 ? "term" : "terms"} · ${say.count(units)} ${units === 1 ? "unit" : "units"}`,
  empty: "There are no terms yet.",
};
