import { calendarEn } from "../calendar/en.ts";
import type { TimelineLanguage } from "./language.ts";

/** The timeline of a chair's rotation in English. */
export const timelineEn: TimelineLanguage = {
  ...calendarEn,
  legend: {
    served: "Chair: term has begun",
    assigned: "Chair: assigned",
    nominal: "Chair: expected by turn",
    conditional: "Chair: not certain yet",
    deputy: "Deputy chair",
    swap: "Chair by a swap",
    substitute: "Chair as a substitute",
    turnOf: "Turn swapped, substituted or left vacant",
    interim: "Acting",
    vacant: "Vacant",
    open: "Not chosen yet",
    stands: "May be chosen",
    cancelled: "Cancelled",
    handover: "Handover",
    handoverWithFlag: "Handover with the rotating flag",
    joined: "Joins",
    left: "Leaves",
    ended: "Ends",
    merged: "Merges or splits into",
    absent: "Not a member",
    suspended: "Suspended",
    flag: "Has the rotating flag",
    flagLost: "Rotating flag lost",
  },
  nobody: { vacant: "Vacant chair", open: "Not chosen yet", flag: "Rotating flag" },
  renamed: (name, former) => `${name} (formerly ${former})`,
  others: (count, say) => `${say.count(count)} other units`,
  flagWith: { issuer: "Issuer", lost: "Lost" },
  bar: {
    chair: "Chair",
    deputy: "Deputy",
    swap: "Swapped",
    substitute: "Substitute",
    interim: "Acting",
    vacant: "Vacant",
    cancelled: "Cancelled",
  },
  suspended: ({ unit, from, through }, say) =>
    `${say.unit(unit)} is suspended from ${say.date(from)}${through === undefined ? " on" : ` to ${say.date(through)}`}`,
  ahead: "planned →",
  subtitle: ({ from, to, terms, units }, say) =>
    `${say.date(from)} to ${say.date(to)} · ${say.count(terms)} ${terms === 1 ? "term" : "terms"} · ${say.count(units)} ${units === 1 ? "unit" : "units"}`,
  empty: "There are no terms yet.",
};
