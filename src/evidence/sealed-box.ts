import { hexToBytes } from "@noble/hashes/utils.js";
import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import { list } from "../kernel/list.ts";
import { integer, WholeNumber } from "../kernel/numbers.ts";
import { InvalidInput } from "../kernel/problem.ts";
import { text } from "../kernel/text.ts";
import { Digest, digestOf } from "./canonical.ts";
import { commitmentTo, type SaltedPaper } from "./commitment.ts";
import { holds } from "./holds.ts";
import { inclusionProof, leafHash, type MerkleTree, merkleTree, rootOf } from "./merkle.ts";
import { verifyInclusion } from "./verify-merkle.ts";

/** The name of a teller who signs. */
export const Signatory = text({ max: 200 });

/**
 * What the tellers sign after the box is closed and before it is opened: the ballot, the digest of its terms, the
 * number of papers, and the root over their commitments.
 */
export const SealHeader = z.strictObject({
  format: z.literal("thidua/sealed-box/1"),
  ballot: Id,
  /** The digest of the ballot's terms, which include the method and its options: see `digestOfTerms`. */
  terms: Digest,
  count: WholeNumber,
  root: Digest,
  tellers: list(Signatory, { min: 1, max: 20 }),
});
export type SealHeader = z.infer<typeof SealHeader>;

/** A closed box before it is opened. The commitments are sorted, so that they do not show the order of arrival. */
export type SealedBox = { readonly header: SealHeader; readonly commitments: readonly Digest[] };

type Sealing = { readonly ballot: Id; readonly terms: unknown; readonly tellers: readonly string[] };

/**
 * Seals papers with their salts.
 * @throws {InvalidInput} for two papers with the same salt
 */
export function seal({
  papers,
  ...sealing
}: Sealing & { readonly papers: readonly SaltedPaper[] }): SealedBox {
  if (new Set(papers.map(({ salt }) => salt)).size < papers.length)
    throw new InvalidInput([{ field: "papers", rule: "saltsDiffer", value: `array of ${papers.length}` }]);
  const commitments = papers.map((paper) => commitmentTo(sealing.ballot, paper));
  return sealCommitments({ ...sealing, commitments });
}

/**
 * Seals commitments whose papers and salts are not known yet, for example because each voter's device keeps them.
 * @throws {InvalidInput} for a commitment that occurs twice, or terms that are not plain data
 */
export function sealCommitments({
  ballot,
  terms,
  tellers,
  commitments,
}: Sealing & { readonly commitments: readonly Digest[] }): SealedBox {
  const sorted = checked(list(Digest, { max: 100_000 }), commitments).toSorted();
  if (new Set(sorted).size < sorted.length)
    throw new InvalidInput([{ field: "commitments", rule: "distinct", value: `array of ${sorted.length}` }]);
  const header = checked(SealHeader, {
    format: "thidua/sealed-box/1",
    ballot,
    terms: digestOfTerms(terms),
    count: sorted.length,
    root: rootOf(treeOver(sorted)),
    tellers: [...tellers],
  });
  return { header, commitments: sorted };
}

export function digestOfTerms(terms: unknown): Digest {
  return digestOf("thidua/terms/1", terms);
}

/** What a teller signs before the box is opened. */
export function digestOfHeader(header: SealHeader): Digest {
  return digestOf("thidua/header/1", header);
}

/** The tree whose leaves are the commitments, in the given order. */
export function treeOver(commitments: readonly Digest[]): MerkleTree {
  return merkleTree(commitments.map(leafOf));
}

/**
 * Proves that a paper is in the box, and hides what it says. `index` is its place among the sorted
 * commitments, from 0.
 */
export const Receipt = z.strictObject({
  ballot: Id,
  commitment: Digest,
  index: integer({ min: 0, max: 1_000_000_000 }),
  count: WholeNumber,
  proof: list(Digest, { max: 64 }),
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * The receipt of the paper with this commitment. It does not hold the salt, so a voter cannot prove the vote to
 * anybody.
 * @throws {RangeError} for a commitment that is not in the box
 */
export function receiptFrom({ header, commitments }: SealedBox, commitment: Digest): Receipt {
  const index = commitments.indexOf(commitment);
  const proof = inclusionProof(treeOver(commitments), index);
  return { ballot: header.ballot, commitment, index, count: header.count, proof };
}

/** Whether the paper of the receipt is in the box whose header the tellers signed. */
export function verifyReceipt(receipt: Receipt, header: SealHeader): boolean {
  return holds(() => isReceipt(receipt, header));
}

function isReceipt(receipt: Receipt, { ballot, count, root }: SealHeader): boolean {
  if (receipt.ballot !== ballot || receipt.count !== count) return false;
  const { commitment, index, proof } = receipt;
  const isDigest = Digest.safeParse(commitment).success;
  return isDigest && verifyInclusion({ leaf: leafOf(commitment), index, size: count, root, proof });
}

/**
 * A receipt that also shows what the paper says. Its holder can prove the vote to somebody who buys it or forces it.
 * Use it for trials, and for ballots that are not secret.
 */
export type CoercibleReceipt = Receipt & SaltedPaper;

export function coercibleReceiptFrom(box: SealedBox, { paper, salt }: SaltedPaper): CoercibleReceipt {
  return { ...receiptFrom(box, commitmentTo(box.header.ballot, { paper, salt })), paper, salt };
}

export function verifyCoercibleReceipt(receipt: CoercibleReceipt, header: SealHeader): boolean {
  return holds(
    () => commitmentTo(header.ballot, receipt) === receipt.commitment && verifyReceipt(receipt, header),
  );
}

function leafOf(commitment: Digest): Digest {
  return leafHash(hexToBytes(commitment));
}
