import type { DataOf } from "../kernel/messages.ts";
import { canonicalPapers, objectionToPapers } from "./canonical-paper.ts";
import type { BallotCommand } from "./messages.ts";
import type { PaperGroupRead } from "./paper.ts";
import type { Ballot } from "./state.ts";

/**
 * What the digests of the commands that read papers tell: the papers in canonical form, as the events keep them. The
 * order in which they were read may tell who cast which.
 */
export const toldOfPapers = {
  OpenBox: (state: Ballot, data: DataOf<BallotCommand, "OpenBox">) => toldOf(state, data),
  RecountPapers: (state: Ballot, data: DataOf<BallotCommand, "RecountPapers">) => toldOf(state, data),
};

function toldOf(state: Ballot, data: { papers: readonly PaperGroupRead[] }): object {
  // Papers that these terms do not have are refused, and then nothing is stored.
  if (state.status === "blank" || objectionToPapers(state.terms, data.papers)) return data;
  return { ...data, papers: canonicalPapers(state.terms, data.papers) };
}
