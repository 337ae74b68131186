import { type AnnouncedLot, drawLot, inLotOrder, type Lot, pickedBy } from "./verifiable-lot.ts";

/** What is wrong with a lot, as coded data. */
export type LotFinding =
  /** The sources, or their order, are not those of the announcement. */
  | { type: "SourcesDiffer"; data: { announced: readonly string[]; drawn: readonly string[] } }
  /** The candidates are not those of the announcement. */
  | { type: "CandidatesDiffer"; data: { announced: readonly string[]; drawn: readonly string[] } }
  /** The lot cannot be drawn: there is no source or no value, or a value is not a whole number. */
  | { type: "ValuesUnusable"; data: { reason: string } }
  | { type: "KeyDiffers"; data: { expected: string; found: string } }
  /** Too few were drawn for the announced seats, though candidates were left; or more than there were candidates. */
  | { type: "DrawsMiscounted"; data: { expected: number; found: number } }
  /** A draw, counted from 1, that comes out differently when it is repeated. */
  | { type: "DrawDiffers"; data: { draw: number; expected: string; found: string } };

export type LotVerdict = { ok: true; picked: readonly string[] } | { ok: false; findings: LotFinding[] };

/**
 * Repeats a lot from the announcement and the results of the sources. It says who has the seats, or what is wrong.
 *
 * @example
 * const announced = { candidates: ["b", "a"], seats: 1, sources: ["Xổ số"] };
 * const lot = drawLot({ candidates: ["a", "b"], drawn: [{ source: "Xổ số", values: ["9319"] }] });
 * verifyLot({ announced, lot }) // { ok: true, picked: ["b"] }
 */
export function verifyLot({ announced, lot }: { announced: AnnouncedLot; lot: Lot }): LotVerdict {
  const findings = [...notAsAnnounced(announced, lot), ...notRepeated(announced, lot)];
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, picked: pickedBy(lot).slice(0, announced.seats) };
}

function notAsAnnounced(announced: AnnouncedLot, lot: Lot): LotFinding[] {
  const findings: LotFinding[] = [];
  const drawn = lot.drawn.map(({ source }) => source);
  if (!equal(drawn, announced.sources))
    findings.push({ type: "SourcesDiffer", data: { announced: announced.sources, drawn } });
  const candidates = inLotOrder(announced.candidates);
  if (!equal(candidates, lot.candidates))
    findings.push({ type: "CandidatesDiffer", data: { announced: candidates, drawn: lot.candidates } });
  return findings;
}

function notRepeated({ candidates, seats }: AnnouncedLot, lot: Lot): LotFinding[] {
  const again = drawnAgain({ candidates, drawn: lot.drawn });
  if (typeof again === "string") return [{ type: "ValuesUnusable", data: { reason: again } }];
  const findings: LotFinding[] = [];
  if (again.key !== lot.key)
    findings.push({ type: "KeyDiffers", data: { expected: again.key, found: lot.key } });
  const found = lot.draws.length;
  const expected = Math.min(seats, again.draws.length);
  if (found < expected || found > again.draws.length)
    findings.push({ type: "DrawsMiscounted", data: { expected, found } });
  for (const [index, draw] of again.draws.slice(0, found).entries()) {
    const data = { draw: index + 1, expected: lineOf(draw), found: lineOf(lot.draws[index]) };
    if (data.expected !== data.found) findings.push({ type: "DrawDiffers", data });
  }
  return findings;
}

function drawnAgain(lot: Parameters<typeof drawLot>[0]): Lot | string {
  try {
    return drawLot(lot);
  } catch (error) {
    return error instanceof RangeError ? error.message : String(error);
  }
}

/** A draw as one line, as RFC 3797 prints it: the hash, the divisor, and who is drawn. */
function lineOf(draw: Lot["draws"][number] | undefined): string {
  return draw === undefined ? "" : `${draw.hash} ${draw.left} ${draw.candidate}`;
}

const equal = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item, index) => item === b[index]);
