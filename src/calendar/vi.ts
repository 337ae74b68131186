import type { Certainty } from "../chair-rotation/forecast/forecast.ts";
import type { AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import type { RosterChange } from "../chair-rotation/questions/roster-changes.ts";
import { together } from "../minutes/figures.ts";
import type { Say } from "../minutes/language.ts";
import { sayVi } from "../minutes/vi/say.ts";
import type { CalendarLanguage, Entry } from "./language.ts";
import { chairsOf, deputiesOf, type Sitter } from "./sitters.ts";

const certainties: Record<Certainty, string> = {
  served: "đã bắt đầu",
  assigned: "đã phân công",
  nominal: "dự kiến theo lượt",
  conditional: "chưa chắc chắn",
  open: "chưa xác định",
};

/** Lịch luân phiên Khối trưởng bằng tiếng Việt. */
export const calendarVi: CalendarLanguage = {
  code: "vi",
  say: sayVi,
  title: (bloc) => `Luân phiên Khối trưởng: ${bloc}`,
  term: (term, say) => ({ summary: headline(term, say), details: termDetails(term, say) }),
  handover: (handover, say) => ({
    summary: `Bàn giao Khối trưởng ${handover.term}: ${say.unit(handover.from)} → ${say.unit(handover.to)}`,
    details: handoverDetails(handover, say),
  }),
  categories: { term: "Nhiệm kỳ Khối trưởng", handover: "Bàn giao Khối trưởng" },
  reminder: ({ chair, term, startsOn }, say) =>
    `Sắp đến kỳ bàn giao Khối trưởng ${term} (${say.date(startsOn)})${chair.kind === "unit" ? `: ${say.unit(chair.unit)}` : ""}`,
  change: (change, say) => `${changed(change, say)} (${say.date(change.on)})`,
};

function changed({ kind, units, into, begun }: RosterChange, say: Say): string {
  const those = together(units.map(say.unit), "và");
  const heirs = together(into.map(say.unit), "và");
  switch (kind) {
    case "joined":
      return `${those} tham gia luân phiên`;
    case "left":
      return `${those} thôi tham gia luân phiên`;
    case "ended":
      return `${those} chấm dứt hoạt động`;
    case "merged":
      if (begun.length === 0) return `${those} sáp nhập vào ${heirs}`;
      return `${those} ${units.length > 1 ? "hợp nhất" : "chuyển"} thành ${heirs}`;
    case "split":
      return `${those} được chia tách: ${heirs}`;
  }
}

function headline(one: AgendaTerm, say: Say): string {
  const { chair, term, departure } = one;
  const units = [...new Set(chairsOf(one).map(({ unit }) => say.unit(unit)))];
  if (chair.kind !== "open" && units.length === 0) return `Khuyết Khối trưởng ${term}`;
  if (chair.kind === "open") return `Khối trưởng ${term}: chưa chọn`;
  const note = { swap: " (hoán đổi)", substitute: " (làm thay)", vacant: "" }[departure?.kind ?? "vacant"];
  return `Khối trưởng ${term}: ${units.join(" → ")}${note}`;
}

function termDetails(term: AgendaTerm, say: Say): string[] {
  const { departure, nominal, chair, certainty, isCancelled, interims, tenures } = term;
  const [chairs, deputies] = [chairsOf(term), deputiesOf(term)];
  const turn = nominal.kind === "unit" ? say.unit(nominal.unit) : undefined;
  return [
    ...(isCancelled ? ["Đã hủy: việc luân phiên đã chấm dứt."] : []),
    ...(chairs.length > 0 ? [`Khối trưởng: ${sitting(chairs, say)}`] : []),
    ...(chair.kind === "open" && chair.among.length > 0
      ? [`Sẽ chọn trong số: ${together(chair.among.map(say.unit), "và")}`]
      : []),
    ...(deputies.length > 0 ? [`Khối phó: ${sitting(deputies, say)}`] : []),
    ...(departure && turn !== undefined ? [`Lượt của: ${turn}${swapped(departure)}`] : []),
    ...interims.map(
      ({ unit, from, until }) =>
        `Tạm thời điều hành: ${say.unit(unit)}, từ ${say.date(from)}${until ? ` đến hết ${say.dayBefore(until)}` : ""}`,
    ),
    ...tenures.flatMap(({ unit, from, until }, at) => {
      if (unit !== undefined) return [];
      const end = at + 1 < tenures.length ? ` đến hết ${say.dayBefore(until)}` : "";
      return [`Khuyết Khối trưởng từ ${say.date(from)}${end}`];
    }),
    `Mức độ chắc chắn: ${certainties[certainty]}`,
  ];
}

/** One after the other, each later one with the day since when. */
const sitting = (sitters: readonly Sitter[], say: Say): string =>
  sitters
    .map(({ unit, since }) => `${since === undefined ? "" : `từ ${say.date(since)}: `}${say.unit(unit)}`)
    .join(", ");

const swapped = (departure: NonNullable<AgendaTerm["departure"]>) =>
  departure.kind === "swap" ? `, hoán đổi với nhiệm kỳ ${departure.with}` : "";

function handoverDetails({ from, to, deputy, ...handover }: AgendaHandover, say: Say): Entry["details"] {
  const { flag, witness, handedBy, receivedBy } = handover;
  const person = (one: typeof handedBy) => (one ? ` (${say.person(one)})` : "");
  return [
    `Bên giao: ${say.unit(from)}${person(handedBy)}`,
    `Bên nhận: ${say.unit(to)}${person(receivedBy)}`,
    ...(deputy === undefined ? [] : [`Khối phó: ${say.unit(deputy)}`]),
    flag
      ? `Cờ luân lưu: đã bàn giao${flag.condition === undefined ? "" : `, ${flag.condition}`}${flag.receipt ? `; ${say.document(flag.receipt)}` : ""}`
      : "Cờ luân lưu: không bàn giao trong buổi này",
    ...(witness ? [`Chứng kiến: ${say.person(witness)}`] : []),
  ];
}
