import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { type Digest, sha256Of } from "./canonical.ts";

// The Merkle tree of RFC 9162 (Certificate Transparency 2.0), section 2.1.

/** A tree level by level, from the leaves' hashes to the root. A node without a sibling goes up unchanged. */
export type MerkleTree = readonly (readonly Digest[])[];

/** The hash of a leaf. 0x00 comes before its entry, so that a leaf cannot pass for a node. */
export function leafHash(entry: Uint8Array): Digest {
  return bytesToHex(sha256(concatBytes(Uint8Array.of(0), entry)));
}

/** The hash of a node. 0x01 comes before the hashes of its two children. */
export function nodeHash(left: Digest, right: Digest): Digest {
  return bytesToHex(sha256(concatBytes(Uint8Array.of(1), hexToBytes(left), hexToBytes(right))));
}

/**
 * The tree over leaves, which are given by their hashes. The RFC splits a tree at the largest power of two below its
 * size. Pairing neighbours level by level gives the same tree.
 *
 * @example
 * rootOf(merkleTree([])) // "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
 */
export function merkleTree(leaves: readonly Digest[]): MerkleTree {
  const levels = [leaves];
  for (let below = leaves; below.length > 1; ) {
    const level: Digest[] = [];
    for (let at = 0; at < below.length; at += 2) {
      const [left = "", right] = below.slice(at, at + 2);
      level.push(right === undefined ? left : nodeHash(left, right));
    }
    levels.push(level);
    below = level;
  }
  return levels;
}

/** The hash at the top. It depends on all leaves and their order. Without leaves it is the hash of no bytes. */
export function rootOf(tree: MerkleTree): Digest {
  return tree.at(-1)?.[0] ?? sha256Of(Uint8Array.of());
}

export function sizeOf(tree: MerkleTree): number {
  return tree[0]?.length ?? 0;
}

/**
 * The inclusion proof of the leaf at `index`, from 0 (RFC 9162, 2.1.3.1): the siblings on the path to the root.
 * @throws {RangeError} for an index that the tree does not have
 */
export function inclusionProof(tree: MerkleTree, index: number): Digest[] {
  if (!isWhole(index) || index >= sizeOf(tree))
    throw new RangeError(`index ${index} is outside a tree of ${sizeOf(tree)} leaves`);
  const proof: Digest[] = [];
  for (let level = 0, at = index; level < tree.length - 1; level++, at = half(at)) {
    const sibling = tree[level]?.[isOdd(at) ? at - 1 : at + 1];
    if (sibling !== undefined) proof.push(sibling);
  }
  return proof;
}

/**
 * The consistency proof between the tree's first `size` leaves and the whole tree (RFC 9162, 2.1.4.1). It shows that
 * the earlier publication is the beginning of the present one.
 * @throws {RangeError} for a size of 0, which proves nothing, or above the tree's size
 */
export function consistencyProof(tree: MerkleTree, size: number): Digest[] {
  const whole = sizeOf(tree);
  if (!isWhole(size) || size < 1 || size > whole)
    throw new RangeError(`size must be 1 to ${whole}, and ${size} is not`);
  const proof: Digest[] = [];
  let [start, end, isKnown] = [0, whole, true];
  while (size < end) {
    const split = start + largestPowerBelow(end - start);
    const isLeft = size <= split;
    proof.push(isLeft ? nodeOver(tree, split, end) : nodeOver(tree, start, split));
    if (isLeft) end = split;
    else [start, isKnown] = [split, false];
  }
  if (!isKnown) proof.push(nodeOver(tree, start, end));
  return proof.reverse();
}

/** The hash over the leaves from `start` to before `end`, if they make a node of the tree. */
function nodeOver(tree: MerkleTree, start: number, end: number): Digest {
  let [level, at] = [0, start];
  for (let width = 1; width < end - start; width *= 2) [level, at] = [level + 1, half(at)];
  return tree[level]?.[at] ?? "";
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

const half = (at: number) => Math.floor(at / 2);
const isOdd = (at: number) => at % 2 === 1;
const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0;
