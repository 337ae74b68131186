import type { DataOf } from "../kernel/messages.ts";
import { canonicalPapers, objectionToPapers } from "./canonical-paper.ts";
import type { BallotCommand } from "./messages.ts";
import type { PaperGroupRead } from "./paper.ts";
import type { Ballot } from "./state.ts";

/**
 * The digest of a command that reads papers covers them in canonical form, as the events keep them. The
 * order in which they were read could show who cast which.
 */
export const digestedPapers = {
  OpenBox: (state: Ballot, data: DataOf<BallotCommand, "OpenBox">) => papersOf(state, data),
  RecountPapers: (state: Ballot, data: DataOf<BallotCommand, "RecountPapers">) => papersOf(state, data),
};

function papersOf(state: Ballot, data: { papers: readonly PaperGroupRead[] }): object {
  // Papers that these terms do not have are refused, and then nothing is stored.
  if (state.status === "blank" || objectionToPapers(state.terms, data.papers)) return data;
  return { ...data, papers: canonicalPapers(state.terms, data.papers) };
}
