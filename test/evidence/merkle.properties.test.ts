import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Digest, sha256Of } from "../../src/evidence/canonical.ts";
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleTree,
  nodeHash,
  rootOf,
} from "../../src/evidence/merkle.ts";
import { verifyConsistency, verifyInclusion } from "../../src/evidence/verify-merkle.ts";

const leaves = Array.from({ length: 40 }, (_, index) => leafHash(Uint8Array.of(index)));
const treeOf = (size: number) => merkleTree(leaves.slice(0, size));
const at = (index: number) => leaves[index] ?? "";

// The definitions of RFC 9162, 2.1.1, 2.1.3.1 and 2.1.4.1, as they stand there: recursive, and slow.
const split = (size: number) => 2 ** Math.floor(Math.log2(size - 1));
function mth(all: readonly Digest[]): Digest {
  const [first = sha256Of(new Uint8Array())] = all;
  if (all.length <= 1) return first;
  const k = split(all.length);
  return nodeHash(mth(all.slice(0, k)), mth(all.slice(k)));
}
function path(m: number, all: readonly Digest[]): Digest[] {
  if (all.length <= 1) return [];
  const k = split(all.length);
  return m < k
    ? [...path(m, all.slice(0, k)), mth(all.slice(k))]
    : [...path(m - k, all.slice(k)), mth(all.slice(0, k))];
}
function subproof(m: number, all: readonly Digest[], known: boolean): Digest[] {
  if (m === all.length) return known ? [] : [mth(all)];
  const k = split(all.length);
  return m <= k
    ? [...subproof(m, all.slice(0, k), known), mth(all.slice(k))]
    : [...subproof(m - k, all.slice(k), false), mth(all.slice(0, k))];
}

const sizes = Array.from({ length: leaves.length }, (_, index) => index + 1);

describe("a Merkle tree", () => {
  it("of any size up to 40 has the root that the definition gives", () => {
    for (const size of [0, ...sizes]) expect(rootOf(treeOf(size))).toBe(mth(leaves.slice(0, size)));
  });

  it("proves every leaf as the definition does, to the verifier's satisfaction", () => {
    for (const size of sizes) {
      const tree = treeOf(size);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(tree, index);
        expect(proof).toEqual(path(index, leaves.slice(0, size)));
        expect(verifyInclusion({ leaf: at(index), index, size, root: rootOf(tree), proof })).toBe(true);
      }
    }
  });

  it("proves every beginning as the definition does, to the verifier's satisfaction", () => {
    for (const newSize of sizes) {
      const tree = treeOf(newSize);
      for (let oldSize = 1; oldSize <= newSize; oldSize++) {
        const proof = consistencyProof(tree, oldSize);
        expect(proof).toEqual(subproof(oldSize, leaves.slice(0, newSize), true));
        const [oldRoot, newRoot] = [rootOf(treeOf(oldSize)), rootOf(tree)];
        expect(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof })).toBe(true);
      }
    }
  });
});

const anywhere = fc
  .integer({ min: 1, max: 40 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));
const flipped = (digest: Digest) => `${digest.startsWith("0") ? "1" : "0"}${digest.slice(1)}`;

describe("the verifiers of proofs", () => {
  it("refuse an inclusion in which anything is altered", () => {
    fc.assert(
      fc.property(anywhere, fc.nat(5), ({ size, index }, which) => {
        const tree = treeOf(size);
        const claim = {
          leaf: at(index),
          index,
          size,
          root: rootOf(tree),
          proof: inclusionProof(tree, index),
        };
        const { proof } = claim;
        const wrong = [
          { leaf: flipped(claim.leaf) },
          { leaf: leafHash(Uint8Array.of(99)) },
          { root: flipped(claim.root) },
          { proof: [...proof, claim.root] },
          { proof: [flipped(claim.leaf), ...proof] },
          ...(proof.length > 0
            ? [
                { proof: proof.slice(1) },
                { proof: proof.slice(0, -1) },
                { proof: proof.with(which % proof.length, flipped(proof[which % proof.length] ?? "")) },
              ]
            : []),
          ...sizes.filter((other) => other !== index + 1).map((other) => ({ index: other - 1 })),
        ];
        for (const change of wrong) expect(verifyInclusion({ ...claim, ...change })).toBe(false);
      }),
    );
  });

  it("refuse a consistency in which anything is altered", () => {
    fc.assert(
      fc.property(anywhere, fc.nat(5), ({ size: newSize, index }, which) => {
        const oldSize = index + 1;
        const tree = treeOf(newSize);
        const [oldRoot, newRoot] = [rootOf(treeOf(oldSize)), rootOf(tree)];
        const claim = { oldSize, newSize, oldRoot, newRoot, proof: consistencyProof(tree, oldSize) };
        const { proof } = claim;
        const wrong = [
          { oldRoot: flipped(oldRoot) },
          { newRoot: flipped(newRoot) },
          { proof: [...proof, newRoot] },
          { oldSize: 0 },
          { oldSize: newSize + 1 },
          ...(oldSize === newSize ? [] : [{ oldRoot: newRoot, newRoot: oldRoot }]),
          ...(proof.length > 0
            ? [
                { proof: proof.slice(1) },
                { proof: proof.slice(0, -1) },
                { proof: proof.with(which % proof.length, flipped(proof[which % proof.length] ?? "")) },
              ]
            : []),
        ];
        for (const change of wrong) expect(verifyConsistency({ ...claim, ...change })).toBe(false);
      }),
    );
  });

  it("refuse what is no claim at all, or lacks a part, without a fall", () => {
    const inclusion = { leaf: at(0), index: 0, size: 1, root: at(0), proof: [] };
    const consistency = { oldSize: 1, newSize: 2, oldRoot: at(0), newRoot: at(1), proof: [] };
    for (const key of Object.keys(inclusion))
      expect(verifyInclusion({ ...inclusion, [key]: undefined })).toBe(false);
    for (const key of Object.keys(consistency))
      expect(verifyConsistency({ ...consistency, [key]: undefined })).toBe(false);
    for (const claim of [undefined, null, 5, "claim", { ...inclusion, proof: 5 }]) {
      expect(verifyInclusion(claim as never)).toBe(false);
      expect(verifyConsistency(claim as never)).toBe(false);
    }
  });

  it.each([
    ["a fraction", { index: 0.5 }],
    ["a negative place", { index: -1 }],
    ["infinity", { size: Number.POSITIVE_INFINITY }],
    ["a root that is no digest", { root: "constructor" }],
    ["a leaf that is no digest", { leaf: "" }],
    ["a step that is no digest", { proof: ["__proto__"] }],
    ["capital letters", { leaf: at(0).toUpperCase(), root: at(0).toUpperCase() }],
  ])("refuse %s without a fall", (_, change) => {
    expect(verifyInclusion({ leaf: at(0), index: 0, size: 1, root: at(0), proof: [], ...change })).toBe(
      false,
    );
  });
});
