import * as z from "zod";
import { inOrder } from "../../kernel/in-order.ts";
import { integer } from "../../kernel/numbers.ts";
import { same } from "../../kernel/same.ts";
import { UnitId } from "../../vocabulary/unit.ts";
import { drawLot, pickedBy } from "../../vocabulary/verifiable-lot.ts";
import type { Outcome, Terms, Tie } from "../messages.ts";
import { type Seating, settled, splitBy, vacated } from "../outcome.ts";
import { BrokenBy } from "./broken-by.ts";
import { decided, takeFrozenStep } from "./ladder.ts";

const units = z.array(UnitId).max(200);

/** A step of the ladder as it was taken: by what, and of the tied, who is elected and who stays tied, both in order. */
export const TieStepRecord = z.strictObject({
  step: integer({ min: 1, max: 6 }),
  by: BrokenBy,
  elected: units,
  tied: units,
});
export type TieStepRecord = z.infer<typeof TieStepRecord>;

/**
 * Where a tie comes to by the steps that were taken. Score, seniority, lot and vacant seat are taken again, from what
 * was frozen and drawn; the chair's word and a run-off, which is a ballot of its own, are taken as recorded.
 *
 * @throws {RangeError} for a step that the ladder does not have, that comes to something else than is recorded, or
 * that is about somebody who is not tied
 */
export function climb(terms: Terms, counted: Outcome, steps: readonly TieStepRecord[]): Outcome {
  let outcome = counted;
  let last = 1;
  for (const record of steps) {
    const { undecided } = outcome;
    const isDue = terms.voting.tieLadder[record.step - 1]?.kind === record.by.kind && record.step >= last;
    if (undecided === undefined || !isDue)
      throw new RangeError(`no step ${record.step} ${record.by.kind} is due`);
    const part = stepTaken(terms, undecided, record);
    if (!isAsRecorded(part, record))
      throw new RangeError(`step ${record.step} comes to ${part.elected.join(", ") || "nobody"}`);
    outcome = settled(outcome, part);
    last = record.step;
  }
  // A run-off that ends in a tie is for the ladder of the ballot that called it.
  const { undecided } = outcome;
  if (undecided === undefined || terms.follows?.kind === "runOff") return outcome;
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
        throw new RangeError("not the sources that the lot was to be drawn by");
      return splitBy(
        pickedBy(drawLot({ candidates: tie.tied, drawn: by.drawn })).map((unit) => [unit]),
        tie,
      );
    }
    case "chairDecision":
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
  if (!isAmongTied || elected.length > tie.seats) throw new RangeError("not a split of the tied");
  return decided(tie, elected, tied);
}
