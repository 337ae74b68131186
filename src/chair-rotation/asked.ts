import type { CommandMetadata } from "../kernel/recorded.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import { laterOf } from "./calendar.ts";
import type { OpenedRotation } from "./state.ts";

/** No term ends in or after this year; a clock that says so asks for no day. */
export const endOfCalendar = "7000";

/** The day on which a command without a day of its own is sent, and not before the last thing done. */
export function askedOn(
  { doneOn }: Pick<OpenedRotation, "doneOn">,
  metadata: CommandMetadata | undefined,
): CivilDate | undefined {
  const today = metadata && civilDateOf(metadata.now);
  if (today === undefined || today >= endOfCalendar) return doneOn;
  return doneOn === undefined ? today : laterOf(today, doneOn);
}
