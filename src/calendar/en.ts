import type { Certainty } from "../chair-rotation/forecast/forecast.ts";
import type { AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import type { RosterChange } from "../chair-rotation/questions/roster-changes.ts";
import { sayEn } from "../minutes/en/say.ts";
import { together } from "../minutes/figures.ts";
import type { Say } from "../minutes/language.ts";
import type { CalendarLanguage, Entry } from "./language.ts";
import { chairsOf, deputiesOf, type Sitter } from "./sitters.ts";

const certainties: Record<Certainty, string> = {
  served: "has begun",
  assigned: "assigned",
  nominal: "expected by turn",
  conditional: "not certain yet",
  open: "still open",
};

/** The calendar of a chair's rotation in English. */
export const calendarEn: CalendarLanguage = {
  code: "en",
  say: sayEn,
  title: (bloc) => `Rotation of the chair: ${bloc}`,
  term: (term, say) => ({ summary: headline(term, say), details: termDetails(term, say) }),
  handover: (handover, say) => ({
    summary: `Handover of the chair ${handover.term}: ${say.unit(handover.from)} → ${say.unit(handover.to)}`,
    details: handoverDetails(handover, say),
  }),
  categories: { term: "Term of the chair", handover: "Handover of the chair" },
  reminder: ({ chair, term, startsOn }, say) =>
    `The handover of the chair ${term} is due (${say.date(startsOn)})${chair.kind === "unit" ? `: ${say.unit(chair.unit)}` : ""}`,
  change: (change, say) => `${changed(change, say)} (${say.date(change.on)})`,
};

function changed({ kind, units, into, begun }: RosterChange, say: Say): string {
  const those = together(units.map(say.unit), "and");
  const heirs = together(into.map(say.unit), "and");
  switch (kind) {
    case "joined":
      return `${those} joins the rotation`;
    case "left":
      return `${those} leaves the rotation`;
    case "ended":
      return `${those} ends`;
    case "merged":
      if (begun.length === 0) return `${those} ${units.length > 1 ? "merge" : "merges"} into ${heirs}`;
      return units.length > 1 ? `${those} merge to form ${heirs}` : `${those} becomes ${heirs}`;
    case "split":
      return `${those} is split up: ${heirs}`;
  }
}

function headline(one: AgendaTerm, say: Say): string {
  const { chair, term, departure } = one;
  const units = [...new Set(chairsOf(one).map(({ unit }) => say.unit(unit)))];
  if (chair.kind !== "open" && units.length === 0) return `Chair ${term}: vacant`;
  if (chair.kind === "open") return `Chair ${term}: not chosen yet`;
  const note = { swap: " (swapped)", substitute: " (substitute)", vacant: "" }[departure?.kind ?? "vacant"];
  return `Chair ${term}: ${units.join(" → ")}${note}`;
}

function termDetails(term: AgendaTerm, say: Say): string[] {
  const { departure, nominal, chair, certainty, isCancelled, interims, tenures } = term;
  const [chairs, deputies] = [chairsOf(term), deputiesOf(term)];
  const turn = nominal.kind === "unit" ? say.unit(nominal.unit) : undefined;
  return [
    ...(isCancelled ? ["Cancelled: the rotation is closed."] : []),
    ...(chairs.length > 0 ? [`Chair: ${sitting(chairs, say)}`] : []),
    ...(chair.kind === "open" && chair.among.length > 0
      ? [`To be chosen among: ${together(chair.among.map(say.unit), "and")}`]
      : []),
    ...(deputies.length > 0 ? [`Deputy: ${sitting(deputies, say)}`] : []),
    ...(departure && turn !== undefined ? [`The turn of: ${turn}${swapped(departure)}`] : []),
    ...interims.map(
      ({ unit, from, until }) =>
        `Acting: ${say.unit(unit)}, from ${say.date(from)}${until ? ` to ${say.dayBefore(until)}` : ""}`,
    ),
    ...tenures.flatMap(({ unit, from, until }, at) => {
      if (unit !== undefined) return [];
      const end = at + 1 < tenures.length ? ` to ${say.dayBefore(until)}` : "";
      return [`Vacant from ${say.date(from)}${end}`];
    }),
    `Certainty: ${certainties[certainty]}`,
  ];
}

/** One after the other, each later one with the day since when. */
const sitting = (sitters: readonly Sitter[], say: Say): string =>
  sitters
    .map(({ unit, since }) => `${since === undefined ? "" : `from ${say.date(since)}: `}${say.unit(unit)}`)
    .join(", ");

const swapped = (departure: NonNullable<AgendaTerm["departure"]>) =>
  departure.kind === "swap" ? `, swapped for the term ${departure.with}` : "";

function handoverDetails({ from, to, deputy, ...handover }: AgendaHandover, say: Say): Entry["details"] {
  const { flag, witness, handedBy, receivedBy } = handover;
  const person = (one: typeof handedBy) => (one ? ` (${say.person(one)})` : "");
  return [
    `From: ${say.unit(from)}${person(handedBy)}`,
    `To: ${say.unit(to)}${person(receivedBy)}`,
    ...(deputy === undefined ? [] : [`Deputy: ${say.unit(deputy)}`]),
    flag
      ? `Rotating flag: handed over${flag.condition === undefined ? "" : `, ${flag.condition}`}${flag.receipt ? `; ${say.document(flag.receipt)}` : ""}`
      : "Rotating flag: not handed over on this occasion",
    ...(witness ? [`In the presence of: ${say.person(witness)}`] : []),
  ];
}
