import { award } from "../../src/award/award.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { campaign } from "../../src/campaign/campaign.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { conference } from "../../src/conference/conference.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { processLedger } from "../../src/process/process.ts";
import { play } from "../season/simulator/play.ts";
import { calm } from "../season/simulator/world.ts";

/** The aggregates that an office reads. */
export const readers = [award, ballot, campaign, chairRotation, conference, pledge, processLedger];

/** A season of two blocs with what followed from it. */
export async function seasonLog(): Promise<readonly Recorded[]> {
  const { log } = await play({ seed: 6, weather: calm, waits: true });
  return log;
}
