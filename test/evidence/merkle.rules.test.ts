import { describe, expect, it } from "vitest";
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleTree,
  nodeHash,
  rootOf,
} from "../../src/evidence/merkle.ts";
import { verifyConsistency, verifyInclusion } from "../../src/evidence/verify-merkle.ts";

// The published vectors of Certificate Transparency: github.com/transparency-dev/merkle, testonly/constants.go
// (leaf inputs, node and root hashes), testdata/inclusion and testdata/consistency (the happy paths).
const inputs = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const leaves = inputs.map((hex) => leafHash(Uint8Array.from(Buffer.from(hex, "hex"))));

const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const rootAt = (size: number) => roots[size] ?? "";
const treeOf = (size: number) => merkleTree(leaves.slice(0, size));

/** Node hashes by level and place in the tree of eight. */
const node = {
  l0: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  l1: "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  l4: "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
  l6: "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
  n01: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  n23: "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  n45: "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
  n67: "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
  n03: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  n47: "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
};

describe("a Merkle tree as RFC 9162 hashes it", () => {
  it.each(roots.map((root, size) => [size, root] as const))(
    "of %i leaves has the published root",
    (size, root) => {
      expect(rootOf(treeOf(size))).toBe(root);
    },
  );

  it.each([
    [0, 1, []],
    [0, 8, [node.l1, node.n23, node.n47]],
    [5, 8, [node.l4, node.n67, node.n03]],
    [2, 3, [node.n01]],
    [1, 5, [node.l0, node.n23, node.l4]],
  ])("proves that leaf %i is one of %i as published", (index, size, proof) => {
    expect(inclusionProof(treeOf(size), index)).toEqual(proof);
    expect(verifyInclusion({ leaf: leaves[index] ?? "", index, size, root: rootAt(size), proof })).toBe(true);
  });

  it.each([
    [1, 1, []],
    [1, 8, [node.l1, node.n23, node.n47]],
    [6, 8, [node.n45, node.n67, node.n03]],
    [2, 5, [node.n23, node.l4]],
    [6, 7, [node.n45, node.l6, node.n03]],
  ])("proves that %i leaves are the beginning of %i as published", (oldSize, newSize, proof) => {
    expect(consistencyProof(treeOf(newSize), oldSize)).toEqual(proof);
    const [oldRoot, newRoot] = [rootAt(oldSize), rootAt(newSize)];
    expect(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof })).toBe(true);
  });

  it("keeps leaves and nodes apart: the entry that is two hashes has another hash than their node", () => {
    const [left = "", right = ""] = leaves;
    expect(leafHash(Uint8Array.from(Buffer.from(left + right, "hex")))).not.toBe(nodeHash(left, right));
  });

  it.each([
    ["no leaf of none", () => inclusionProof(treeOf(0), 0)],
    ["no leaf before the first", () => inclusionProof(treeOf(3), -1)],
    ["no leaf after the last", () => inclusionProof(treeOf(3), 3)],
    ["no half leaf", () => inclusionProof(treeOf(3), 0.5)],
    ["nothing about a tree of none", () => consistencyProof(treeOf(3), 0)],
    ["nothing about a larger tree", () => consistencyProof(treeOf(3), 4)],
  ])("proves %s", (_, prove) => {
    expect(prove).toThrow(RangeError);
  });
});
