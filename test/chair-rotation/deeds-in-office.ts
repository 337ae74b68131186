import { laterOf, spanOf } from "../../src/chair-rotation/calendar.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import type { Seat } from "../../src/chair-rotation/forecast/explanation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { addDays } from "../../src/kernel/time.ts";
import type { Deed } from "./histories.ts";
import { conference, decision, flag, receipt } from "./life.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

/** Something is done in the running term, some days after the last thing done. */
export function actOf(state: OpenedRotation, { deed: what, x, y, z }: Deed): ChairRotationCommand[] {
  const running = state.served.at(-1);
  if (!running) return [];
  const { term } = running;
  const names = [...state.standing.keys.keys()];
  const unit = names[x % names.length] ?? "a";
  const day = addDays(state.doneOn ?? running.begunOn, 7 * z);
  const { acting } = officeOn(state, day);
  const custodian = custodyOn(state, day)?.custodian ?? { kind: "issuer" as const };
  switch (what) {
    case "vacateNow":
      return [create.RecordVacancy({ term, from: day, reason })];
    case "installNow":
      return [create.InstallChair({ term, chair: unit, installedOn: day, basis: decision })];
    case "endActing":
      return acting === undefined ? [] : [create.EndActing({ unit: acting, endedOn: day })];
    case "dissolve":
      return [create.LeaveRotation({ unit, leftOn: day, ceases: true, reason })];
    case "loseFlag":
      if (custodian.kind !== "lost") return [create.ReportFlagLost({ custodian, lostOn: day, reason })];
      return y % 2
        ? [create.ReportFlagFound({ to: { kind: "unit", unit }, foundOn: day })]
        : [
            create.ReplaceFlag({
              flag: { ...flag, flag: `flag${y}${z}`, issuedOn: day },
              to: { kind: "unit", unit },
            }),
          ];
    case "giveFlag":
      if (custodian.kind === "lost") return [];
      return [
        create.ReceiveFlag({ from: custodian, to: { kind: "unit", unit }, receivedOn: day, flag: receipt }),
      ];
    case "note":
      return [create.NoteIncident({ term, incident: `việc ${x}` })];
    default:
      return [];
  }
}

/** The next term begins, however it may. */
export function advance(
  state: OpenedRotation,
  { unit, x, days = 0 }: { unit: string; x: number; days?: number | undefined },
): ChairRotationCommand[] {
  const span = spanOf(state.calendar, state.served.length);
  if (!span) return [];
  const { term, startsOn } = span;
  // Early or late, as far as the widest policy allows.
  const away = addDays(startsOn, Math.min(90, Math.max(-60, days)));
  const begunOn = laterOf(away, state.doneOn ?? away);
  const row = forecast(state, { number: span.number }, begunOn)[span.number];
  const seat: Seat = row?.chair ?? { kind: "vacant" };
  // The conference elects one of those who stand; for every third term the authority names any unit.
  const isAssigned = seat.kind !== "open" || x % 3 === 0;
  const chosen = isAssigned ? unit : (seat.among[x % seat.among.length] ?? unit);
  const basis = isAssigned ? decision : conference;
  const to = seat.kind === "unit" ? seat.unit : chosen;
  const { holder, acting } = officeOn(state, begunOn);
  const flag = state.flag ? { flag: receipt } : {};
  return [
    ...(seat.kind === "open"
      ? [create.DesignateChair({ term, chair: chosen, basis, designatedOn: startsOn })]
      : []),
    ...(x % 4 === 1 ? [create.SeatChair({ term, chair: to, seatedOn: begunOn, basis })] : []),
    create.HandOverChair({ term, from: holder ?? acting ?? unit, to, handedOverOn: begunOn, ...flag }),
    create.InstallChair({ term, chair: to, installedOn: begunOn, basis: decision }),
    create.BeginVacantTerm({ term, begunOn }),
  ];
}
