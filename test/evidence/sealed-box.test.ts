import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Of } from "../../src/evidence/canonical.ts";
import { commitmentTo } from "../../src/evidence/commitment.ts";
import {
  coercibleReceiptFrom,
  Receipt,
  receiptFrom,
  seal,
  sealCommitments,
  verifyCoercibleReceipt,
  verifyReceipt,
} from "../../src/evidence/sealed-box.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { papers, salt, sealedBox, tellers, terms } from "./box.ts";

const paper = { kind: "names", names: ["police"] };

describe("a commitment", () => {
  it("is what anybody computes by hand: SHA-256 of the canonical JSON of domain, ballot, paper and salt", () => {
    const text = `["thidua/paper/1","flag-2022",{"kind":"names","names":["police"]},"${salt(1)}"]`;
    const byHand = sha256Of(new TextEncoder().encode(text));
    expect(commitmentTo("flag-2022", { paper: { names: ["police"], kind: "names" }, salt: salt(1) })).toBe(
      byHand,
    );
  });

  it("is another for every paper, every salt and every ballot, and always as long", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.tuple(fc.constantFrom("a", "b", "__proto__"), fc.jsonValue({ maxDepth: 2 }), fc.nat(3)),
          {
            selector: (one) => JSON.stringify(one),
            maxLength: 20,
          },
        ),
        (all) => {
          const commitments = all.map(([ballot, said, seed]) =>
            commitmentTo(ballot, { paper: JSON.parse(JSON.stringify(said)), salt: salt(seed) }),
          );
          expect(new Set(commitments).size).toBe(all.length);
          expect(new Set(commitments.map((commitment) => commitment.length)).size).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("changes with every single bit of the salt", () => {
    const bits = Array.from({ length: 256 }, (_, bit) =>
      (BigInt(`0x${salt(1)}`) ^ (1n << BigInt(bit))).toString(16).padStart(64, "0"),
    );
    const all = [salt(1), ...bits].map((one) => commitmentTo("flag-2022", { paper, salt: one }));
    expect(new Set(all).size).toBe(257);
  });

  it.each([
    ["a salt too short", "flag-2022", "00", "salt"],
    ["a salt in capital letters", "flag-2022", salt(1).toUpperCase(), "salt"],
    ["a salt that is no text", "flag-2022", 7 as unknown as string, "salt"],
    ["no ballot", "", salt(1), "ballot"],
  ])("is not made with %s", (_, ballot, one, field) => {
    expect(() => commitmentTo(ballot, { paper, salt: one })).toThrow(InvalidInput);
    expect(() => commitmentTo(ballot, { paper, salt: one })).toThrow(`${field}:`);
  });

  it("tells nobody a salt of the wrong form, which may be the right one in other letters", () => {
    const capitals = salt(1).toUpperCase();
    const refused = () => seal({ ballot: "flag-2022", terms, tellers, papers: [{ paper, salt: capitals }] });
    expect(refused).toThrow("salt: format 64 lower-case hexadecimal digits, got text of 64");
  });
});

describe("a sealed box", () => {
  it("is the same in whatever order papers were put into it", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), (shuffled) => {
        expect(seal({ ballot: "flag-2022", terms, tellers, papers: shuffled })).toEqual(sealedBox());
      }),
    );
  });

  it("says nothing of equal papers: their commitments differ", () => {
    const equal = [1, 2, 3, 4, 5].map((seed) => ({ paper, salt: salt(seed) }));
    expect(new Set(seal({ ballot: "b", terms, tellers, papers: equal }).commitments).size).toBe(5);
  });

  it("may be empty", () => {
    const { header } = seal({ ballot: "b", terms, tellers, papers: [] });
    expect(header).toMatchObject({ count: 0, root: sha256Of(new Uint8Array()) });
  });

  it("is refused papers that share a salt, and commitments that are there twice", () => {
    const [one = { paper, salt: salt(1) }] = papers;
    expect(() => seal({ ballot: "b", terms, tellers, papers: [one, { ...one, paper: "other" }] })).toThrow(
      InvalidInput,
    );
    const commitments = [salt(1), salt(1)];
    expect(() => sealCommitments({ ballot: "b", terms, tellers, commitments })).toThrow(InvalidInput);
  });

  it("is the same when devices hand in commitments and keep papers and salts", () => {
    const commitments = papers.map((one) => commitmentTo("flag-2022", one));
    expect(sealCommitments({ ballot: "flag-2022", terms, tellers, commitments })).toEqual(sealedBox());
  });
});

describe("a receipt", () => {
  const box = sealedBox();

  it("shows of every paper that it was recorded", () => {
    for (const commitment of box.commitments) {
      const receipt = Receipt.parse(receiptFrom(box, commitment));
      expect(verifyReceipt(receipt, box.header)).toBe(true);
    }
  });

  it("holds neither the paper nor its salt", () => {
    const [one = { paper, salt: "" }] = papers;
    const receipt = receiptFrom(box, commitmentTo("flag-2022", one));
    expect(Object.keys(receipt).sort()).toEqual(["ballot", "commitment", "count", "index", "proof"]);
    expect(JSON.stringify(receipt)).not.toContain(one.salt);
  });

  it("of a paper that is not in the box is not given", () => {
    expect(() => receiptFrom(box, salt("nothing"))).toThrow(RangeError);
  });

  it("is refused with anything in it altered", () => {
    const receipt = receiptFrom(box, box.commitments[2] ?? "");
    const wrong = [
      { ballot: "flag-2021" },
      { commitment: box.commitments[3] ?? "" },
      { commitment: "constructor" },
      { index: 3 },
      { count: 8 },
      { proof: receipt.proof.slice(1) },
      { proof: receipt.proof.toReversed() },
    ];
    for (const change of wrong) expect(verifyReceipt({ ...receipt, ...change }, box.header)).toBe(false);
    expect(verifyReceipt(receipt, { ...box.header, root: salt("root") })).toBe(false);
  });

  it("that is none at all is refused without a fall, as is a header that is none", () => {
    const [one = { paper, salt: "" }] = papers;
    const receipt = coercibleReceiptFrom(box, one);
    const circle: { self?: unknown } = {};
    circle.self = circle;
    for (const wrong of [
      null,
      undefined,
      7,
      { ...receipt, proof: undefined },
      { ...receipt, paper: circle },
    ]) {
      expect(verifyCoercibleReceipt(wrong as never, box.header)).toBe(false);
      expect(verifyCoercibleReceipt(receipt, wrong as never)).toBe(false);
    }
    expect(verifyReceipt(null as never, box.header)).toBe(false);
    expect(verifyReceipt(receipt, null as never)).toBe(false);
  });

  it("that also shows the vote is named coercible, and shows no other vote", () => {
    const [one = { paper, salt: "" }] = papers;
    const receipt = coercibleReceiptFrom(box, one);
    expect(verifyCoercibleReceipt(receipt, box.header)).toBe(true);
    const lie = { ...receipt, paper: { kind: "names", names: ["court"] } };
    expect(verifyCoercibleReceipt(lie, box.header)).toBe(false);
    expect(verifyCoercibleReceipt({ ...receipt, salt: "" }, box.header)).toBe(false);
  });
});
