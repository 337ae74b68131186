import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import { nameOf, numberOf, spanOf } from "./calendar.ts";
import { termFromRunningOn } from "./decide-chair.ts";
import { forecast } from "./forecast.ts";
import { type Asked, comingTerm, holderField, laterOf, sitting, unlessMember, whileOpen } from "./guards.ts";
import { actingNow, isSuspendedIn, type OpenedRotation, runningNumber } from "./state.ts";

/** What happens to a chair between two handovers, and to a term as a whole. */
export const officeDecisions = {
  AppointActingChair: whileOpen((state, data: Asked<"AppointActingChair">) => {
    const { term, unit, from } = data;
    const running = runningNumber(state);
    const now = state.served[running];
    if (!now || numberOf(state.calendar, term) !== running)
      return reject({ type: "TermNotRunning", data: { term, ...(now && { running: now.term }) } });
    const acting = actingNow(state);
    if (acting && same([acting.unit, acting.from], [unit, from])) return accept();
    if (acting) return reject({ type: "ActingChairAlready", data: { unit: acting.unit } });
    if (unit === state.holder) return reject({ type: "ActingChairHoldsChair", data: { unit } });
    const stranger = unlessMember(state, unit, running);
    if (stranger) return stranger;
    const last = state.actings.at(-1)?.until ?? now.begunOn;
    const notBefore = laterOf(last, now.begunOn);
    if (from < notBefore) return reject({ type: "RotationDateOutOfOrder", data: { date: from, notBefore } });
    return accept({ type: "ActingChairAppointed", data });
  }),

  EndActing: whileOpen((state, { unit, endedOn }: Asked<"EndActing">) => {
    const last = state.actings.at(-1);
    if (last?.unit === unit && last.until === endedOn) return accept();
    if (!last || last.unit !== unit || last.until !== undefined)
      return reject({ type: "NobodyActing", data: { unit } });
    if (endedOn < last.from)
      return reject({ type: "RotationDateOutOfOrder", data: { date: endedOn, notBefore: last.from } });
    return accept({
      type: "ActingChairEnded",
      data: { term: nameOf(state.calendar, last.term), unit, endedOn },
    });
  }),

  RecordVacancy: whileOpen((state, data: Asked<"RecordVacancy">) => {
    const { term, from } = data;
    const found = termFromRunningOn(state, term);
    if (!found.ok) return found;
    if (found.row) {
      const last = state.overlays.get(found.number)?.at(-1);
      if (last?.event.type === "TermVacated" && same(last.event.data, data)) return accept();
      if (found.row.chair.kind === "vacant") return reject({ type: "TermVacantAlready", data: { term } });
      const { startsOn } = found.row;
      if (from < startsOn)
        return reject({ type: "RotationDateOutOfOrder", data: { date: from, notBefore: startsOn } });
      return accept({ type: "TermVacated", data });
    }
    const now = state.served[found.number];
    if (state.holder === undefined)
      return now?.vacatedFrom === from ? accept() : reject({ type: "TermVacantAlready", data: { term } });
    const notBefore = now?.begunOn ?? from;
    if (from < notBefore) return reject({ type: "RotationDateOutOfOrder", data: { date: from, notBefore } });
    return accept({ type: "TermVacated", data });
  }),

  NameSubstitute: whileOpen((state, data: Asked<"NameSubstitute">) => {
    const { term, unit, chair } = data;
    const coming = comingTerm(state, term);
    if (!coming.ok) return coming;
    const last = state.overlays.get(coming.row.number)?.at(-1);
    if (last?.event.type === "SubstituteNamed" && same(last.event.data, data)) return accept();
    if (unit === chair) return reject({ type: "SubstituteIsHolder", data: { term, unit } });
    const holder = sitting(coming.row.chair);
    if (holder !== unit)
      return reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(holder) } });
    const stranger = unlessMember(state, chair, coming.row.number);
    if (stranger) return stranger;
    if (isSuspendedIn(state, chair, coming.row.number))
      return reject({ type: "UnitSuspended", data: { unit: chair } });
    return accept({ type: "SubstituteNamed", data });
  }),

  ChangeTermEnd: whileOpen((state, data: Asked<"ChangeTermEnd">) => {
    const { term, endsOn } = data;
    const found = termFromRunningOn(state, term);
    if (!found.ok) return found;
    const span = spanOf(state.calendar, found.number);
    if (!span) return reject({ type: "TermUnknown", data: { term } });
    if (endsOn <= span.startsOn)
      return reject({ type: "TermEndsBeforeItStarts", data: { term, startsOn: span.startsOn, endsOn } });
    if (endsOn >= "7000") return reject({ type: "DateBeyondCalendar", data: { date: endsOn } });
    return endsOn === span.endsOn ? accept() : accept({ type: "TermEndChanged", data });
  }),

  HoldOver: whileOpen((state, data: Asked<"HoldOver">) => {
    const coming = comingTerm(state, data.term);
    if (!coming.ok) return coming;
    const { number, term, because } = coming.row;
    if (state.facts.some(({ at, event }) => at === number && event.type === "ChairHeldOver")) return accept();
    const designated = because.find((one) => one.kind === "event" && one.event.type === "ChairDesignated");
    if (designated?.kind === "event" && designated.event.type === "ChairDesignated")
      return reject({ type: "ChairDesignatedAlready", data: { term, chair: designated.event.data.chair } });
    const before = number === 0 ? undefined : comingOrServed(state, number - 1);
    return before === undefined
      ? reject({ type: "NothingToHoldOver", data: { term } })
      : accept({ type: "ChairHeldOver", data });
  }),
};

/** Whose turn an earlier term is or was. */
function comingOrServed(state: OpenedRotation, number: number) {
  return sitting(forecast(state, { number })[number]?.nominal ?? { kind: "vacant" });
}
