import * as z from "zod/mini";
import { inOrder } from "../kernel/in-order.ts";
import { list } from "../kernel/list.ts";
import { integer } from "../kernel/numbers.ts";
import { same } from "../kernel/same.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { drawLot, pickedBy } from "../vocabulary/verifiable-lot.ts";
import { BrokenBy } from "./fields.ts";
import { decided, isRunOff, takeFrozenStep } from "./ladder.ts";
import { type Seating, settled, splitBy, vacated } from "./outcome.ts";
import type { Outcome, Tie } from "./result.ts";
import type { Terms } from "./terms.ts";

const units = list(UnitId, { max: 200 });

/**
 * One step of the ladder that was taken: its kind and data, who of the tied is elected, and who stays tied,
 * both in order.
 */
export const TieStepRecord = z.strictObject({
  step: integer({ min: 1, max: 6 }),
  by: BrokenBy,
  elected: units,
  tied: units,
});
export type TieStepRecord = z.infer<typeof TieStepRecord>;

/**
 * The outcome after the steps that were taken on a tie. Score, seniority, lot and vacant seat are computed again, from
 * the frozen data and the drawn values. A decision of the chair and a run-off, which is a ballot of its own, are taken
 * from the record.
 *
 * @throws {RangeError} for a step that the ladder does not have, that gives another result than the recorded one, or
 * that names a unit that is not tied
 */
export function climb(terms: Terms, counted: Outcome, steps: readonly TieStepRecord[]): Outcome {
  let outcome = counted;
  let last = 1;
  for (const record of steps) {
    const { undecided } = outcome;
    const isDue = terms.voting.tieLadder[record.step - 1]?.kind === record.by.kind && record.step >= last;
    if (undecided === undefined || !isDue)
      throw new RangeError(`step ${record.step} (${record.by.kind}) is not due`);
    const part = stepTaken(terms, undecided, record);
    if (!isAsRecorded(part, record))
      throw new RangeError(
        `step ${record.step} gives ${part.elected.join(", ") || "nobody"}, and the record says otherwise`,
      );
    outcome = settled(outcome, part);
    last = record.step;
  }
  // The tie of a run-off goes back to the ladder of the ballot that called it.
  const { undecided } = outcome;
  if (undecided === undefined || isRunOff(terms)) return outcome;
  return settled(outcome, vacated(undecided));
}

function stepTaken(terms: Terms, tie: Tie, { by, elected, tied }: TieStepRecord): Seating {
  switch (by.kind) {
    case "score":
    case "seniority":
    case "vacantSeat":
      return takeFrozenStep(by.kind, terms, tie);
    case "lot": {
      const sources = by.drawn.map(({ source }) => source);
      if (sources.join("\n") !== terms.tieData.lotSources.join("\n"))
        throw new RangeError("the lot was drawn from other sources than the announced ones");
      return splitBy(
        pickedBy(drawLot({ candidates: tie.tied, drawn: by.drawn })).map((unit) => [unit]),
        tie,
      );
    }
    case "chairDecision":
      if (tie.tied.includes(by.chair)) throw new RangeError(`${by.chair} is tied and decides for itself`);
      return asRecorded(tie, elected, tied);
    case "runOff":
      return asRecorded(tie, elected, tied);
  }
}

function isAsRecorded({ elected, undecided }: Seating, record: TieStepRecord): boolean {
  return same(inOrder(elected), record.elected) && same(inOrder(undecided?.tied ?? []), record.tied);
}

function asRecorded(tie: Tie, elected: readonly string[], tied: readonly string[]): Seating {
  const named = [...elected, ...tied];
  const isAmongTied =
    named.every((unit) => tie.tied.includes(unit)) && inOrder(named).length === named.length;
  if (!isAmongTied || elected.length > tie.seats)
    throw new RangeError("the record does not divide the tied units");
  return decided(tie, elected, tied);
}
