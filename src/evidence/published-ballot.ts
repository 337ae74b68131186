import * as z from "zod/mini";
import { list } from "../kernel/list.ts";
import { text } from "../kernel/text.ts";
import { Digest, digestOf } from "./canonical.ts";
import { ChainHead } from "./chain.ts";
import { commitmentTo, Salt, type SaltedPaper } from "./commitment.ts";
import { digestOfHeader, type SealedBox, SealHeader, Signatory } from "./sealed-box.ts";

/** A teller's signature over a digest. The application chooses the scheme and verifies it. */
export const SignOff = z.strictObject({
  teller: Signatory,
  signature: text({ max: 10_000, symbols: true }),
});
export type SignOff = z.infer<typeof SignOff>;

const signOffs = list(SignOff, { max: 20 });

/** A paper with its salt; or, after both are deleted, its commitment alone. */
const PublishedPaper = z.union([
  z.strictObject({ commitment: Digest, paper: z.unknown(), salt: Salt }),
  z.strictObject({ commitment: Digest }),
]);
export type PublishedPaper = z.infer<typeof PublishedPaper>;

/**
 * All that somebody needs to check a secret ballot alone: what the tellers signed before they opened the box, the
 * papers, the terms of the count, the result, and what the tellers signed after the count. Terms, facts, figures and
 * outcome are plain data of any form that the rule of the count reads and returns.
 */
export const PublishedBallot = z.strictObject({
  format: z.literal("thidua/published-ballot/1"),
  header: SealHeader,
  headerSignOffs: signOffs,
  /** Fixed before the vote: the nominees, the seats, the method with its options, the threshold. */
  terms: z.unknown(),
  /** Facts that no paper shows: who took part, how ties were broken. */
  facts: z.unknown(),
  papers: list(PublishedPaper, { max: 100_000 }),
  result: z.strictObject({ figures: z.unknown(), outcome: z.unknown() }),
  /** The end of the ballot's log at the certification. */
  log: z.optional(ChainHead),
  certificationSignOffs: signOffs,
});
export type PublishedBallot = z.infer<typeof PublishedBallot>;

/** The result of the papers by the rule of the count. */
export type Result = { readonly figures: unknown; readonly outcome: unknown };

/** The record of a sealed box that was opened. The application adds the sign-offs. */
export function publishedBallot({
  box,
  papers,
  terms,
  facts,
  result,
  headerSignOffs,
  certificationSignOffs,
  log,
}: {
  readonly box: SealedBox;
  readonly papers: readonly SaltedPaper[];
  readonly terms: unknown;
  readonly facts: unknown;
  readonly result: Result;
  readonly headerSignOffs: readonly SignOff[];
  readonly certificationSignOffs: readonly SignOff[];
  readonly log?: ChainHead;
}): PublishedBallot {
  const opened = papers.map(({ paper, salt }) => {
    return { commitment: commitmentTo(box.header.ballot, { paper, salt }), paper, salt };
  });
  return {
    format: "thidua/published-ballot/1",
    header: box.header,
    headerSignOffs: [...headerSignOffs],
    terms,
    facts,
    papers: opened.sort((a, b) => (a.commitment < b.commitment ? -1 : 1)),
    result,
    ...(log && { log }),
    certificationSignOffs: [...certificationSignOffs],
  };
}

/** What a teller signs after the count: one digest of the header, the facts, the figures, the outcome and the log. */
export function digestOfCertification({
  header,
  facts,
  result,
  log,
}: Pick<PublishedBallot, "header" | "facts" | "result" | "log">): Digest {
  return digestOf("thidua/certification/1", digestOfHeader(header), facts ?? null, result, log ?? null);
}

/**
 * The record after papers and salts are deleted. Nobody can read or guess a paper any more. The root, every receipt,
 * and the figures under the tellers' signatures still verify; only a recount is no longer possible.
 */
export function shredded(record: PublishedBallot): PublishedBallot {
  return { ...record, papers: record.papers.map(({ commitment }) => ({ commitment })) };
}
