import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import type { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { historyOf } from "../../src/testing/scenario.ts";

/** The events of commands of which none is refused. */
export const done = (...commands: ChairRotationCommand[]) => historyOf(chairRotation, commands);

/** The open rotation that the commands lead to. */
export function once(...commands: ChairRotationCommand[]): OpenedRotation & { status: "open" } {
  const state = chairRotation.fold(done(...commands));
  if (state.status !== "open") throw new Error("open");
  return state;
}
