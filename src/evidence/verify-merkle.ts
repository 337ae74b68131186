import type { Digest } from "./canonical.ts";
import { holds } from "./holds.ts";
import { nodeHash } from "./merkle.ts";

// The verifiers of RFC 9162. They need published data only, and they never throw.

/** The claim that the tree of `size` leaves under `root` has this leaf at `index`, from 0. */
export type Inclusion = {
  readonly leaf: Digest;
  readonly index: number;
  readonly size: number;
  readonly root: Digest;
  readonly proof: readonly Digest[];
};

/** Whether the proof leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(claim: Inclusion): boolean {
  return holds(() => includes(claim));
}

function includes({ leaf, index, size, root, proof }: Inclusion): boolean {
  if (!areSizes(index, size) || index >= size || !areDigests([leaf, root, ...proof])) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      [at, last] = upFrom(at, last);
    } else hash = nodeHash(hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash === root;
}

/** The claim that the first `oldSize` leaves of the tree under `newRoot` are the leaves of the tree under `oldRoot`. */
export type Consistency = {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Digest;
  readonly newRoot: Digest;
  readonly proof: readonly Digest[];
};

/** Whether the proof leads to both roots (RFC 9162, 2.1.4.2). It is false for an old tree without leaves. */
export function verifyConsistency(claim: Consistency): boolean {
  return holds(() => isConsistent(claim));
}

function isConsistent({ oldSize, newSize, oldRoot, newRoot, proof }: Consistency): boolean {
  if (!areSizes(oldSize, newSize) || oldSize < 1 || oldSize > newSize) return false;
  if (!areDigests([oldRoot, newRoot, ...proof])) return false;
  if (oldSize === newSize) return proof.length === 0 && oldRoot === newRoot;
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [at, last] = [oldSize - 1, newSize - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [oldHash, newHash] = [nodeHash(sibling, oldHash), nodeHash(sibling, newHash)];
      [at, last] = upFrom(at, last);
    } else newHash = nodeHash(newHash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && oldHash === oldRoot && newHash === newRoot;
}

/** Skips the levels on which the node has no sibling and goes up unchanged. */
function upFrom(at: number, last: number): [number, number] {
  let [node, end] = [at, last];
  while (!isOdd(node) && node !== 0) [node, end] = [half(node), half(end)];
  return [node, end];
}

function isPowerOfTwo(size: number): boolean {
  let power = 1;
  while (power < size) power *= 2;
  return power === size;
}

const half = (at: number) => Math.floor(at / 2);
const isOdd = (at: number) => at % 2 === 1;
const areSizes = (...sizes: number[]) => sizes.every((size) => Number.isSafeInteger(size) && size >= 0);
const areDigests = (digests: readonly unknown[]) =>
  digests.every((digest) => typeof digest === "string" && /^[0-9a-f]{64}$/.test(digest));
