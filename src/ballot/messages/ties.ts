import * as z from "zod/mini";
import { Id } from "../../kernel/ids.ts";
import { CivilDate } from "../../kernel/time.ts";
import { Drawn } from "../../vocabulary/lot.ts";
import { UnitId } from "../../vocabulary/unit.ts";
import {
  BrokenBy,
  call,
  insteadOf,
  lotSources,
  reading,
  reason,
  round,
  runOffResult,
  step,
  units,
} from "../fields.ts";
import { Outcome, Tie } from "../result.ts";
import { terms } from "../terms.ts";

// The words about ties. `step` is a step of the frozen ladder, from 1.

const { seats } = terms;

export const tieCommands = {
  /** Breaks the tie by what was frozen: scores, seniority, or the rule that the seat stays vacant. */
  TakeTieStep: { step },
  /**
   * The conference names the unit that decides a tie: before the vote, where the terms name none, or once the one that is
   * named is tied itself.
   */
  NameChair: { chair: UnitId, namedOn: CivilDate },
  /**
   * The chair decides among the tied, for exactly the seats that they compete for; refused for a chair that is tied
   * itself, or that neither the terms nor the conference named.
   */
  DecideTie: { step, elected: units, chair: UnitId, decidedOn: CivilDate },
  /** Fixes the candidates and the sources of a lot, before anybody knows what the sources give. */
  AnnounceLot: { step },
  /**
   * Draws the announced lot from the values of its sources; refused for other sources. A value is a whole number, and may
   * have leading zeros, as a lottery prints it; it is kept without them.
   */
  DrawLot: { step, drawn: Drawn },
  /** Calls the next run-off among exactly the tied. It is held as a ballot of its own. */
  CallRunOff: { step, round },
  /**
   * Records the result of the run-off, by its record `certification`. A unit of the field that is in neither list is
   * not elected. A later record with another result corrects this ballot too, certified or not. Where the run-off was
   * void and was voted again, `insteadOf` names the void one: its call holds for the re-vote, as long as the tie is the
   * same and the round was not called again.
   */
  RecordRunOff: {
    ...{ step, round, call },
    ...runOffResult,
    certification: z.optional(reading),
    insteadOf,
  },
  /**
   * The run-off was annulled: its result counts for nothing. The round may be called again, or the run-off voted again.
   */
  VoidRunOff: { step, round, call, ballot: Id, reason },
};

export const tieEvents = {
  /** The sources and the candidates of a lot, in canonical order, before the sources are known. */
  LotAnnounced: { step, candidates: units, seats, sources: lotSources },
  /** A run-off among exactly these units was called. It is a ballot of its own, which follows this one. */
  RunOffCalled: { step, round, call, field: units, seats },
  /** The conference named the unit that decides a tie. */
  ChairNamed: { chair: UnitId, namedOn: CivilDate },
  /** A step of the ladder was taken. `outcome` is the outcome after it, with the units that are still tied. */
  TieStepTaken: { step, by: BrokenBy, outcome: Outcome },
  /** After a recount or a corrected run-off, this step is due on the same tie again. It stands as it was taken. */
  TieStepKept: { step, by: BrokenBy, outcome: Outcome },
  /**
   * A later record of a run-off gives another result, and so this ballot has another outcome. What was certified of it
   * no longer holds; another record follows.
   */
  RunOffCorrected: { step, round, ...runOffResult, certification: reading, outcome: Outcome },
  /** A run-off counts for nothing. `outcome` is the outcome without it. */
  RunOffVoided: { step, round, call, ballot: Id, reason, outcome: Outcome },
  /** The ladder has ended. The seats that units are still tied for stay vacant. */
  TieLeftVacant: { tie: Tie, outcome: Outcome },
};
