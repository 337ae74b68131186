import { describe, expect, it } from "vitest";
import { commitmentTo } from "../../src/evidence/commitment.ts";
import { type PublishedBallot, shredded } from "../../src/evidence/published-ballot.ts";
import { receiptFrom, verifyReceipt } from "../../src/evidence/sealed-box.ts";
import { type Finding, type Verification, verifyRecord } from "../../src/evidence/verify.ts";
import { events, papers, salt, sealedBox, signed, validRecord, verification } from "./box.ts";
import { mutationsOf } from "./mutations.ts";

const record = validRecord();
const [first, second, ...others] = record.papers;
if (!first || !second || !("salt" in first) || !("salt" in second)) throw new Error("two papers laid open");

const types = (input: unknown, more: Partial<Verification> = {}): Finding["type"][] => {
  const verdict = verifyRecord(input, { ...verification, ...more });
  return verdict.ok ? [] : verdict.findings.map(({ type }) => type);
};
const findings = (input: unknown): readonly Finding[] => {
  const verdict = verifyRecord(input, verification);
  return verdict.ok ? [] : verdict.findings;
};

describe("the verifier of a published ballot", () => {
  it("says yes to a record as it was made, and to the same once it has been stored", () => {
    expect(verifyRecord(record, verification)).toEqual({ ok: true, recounted: true });
    expect(verifyRecord(JSON.parse(JSON.stringify(record)), verification)).toEqual({
      ok: true,
      recounted: true,
    });
  });

  it("says yes where ballot, root and log are what it knows from elsewhere", () => {
    const { ballot, root } = sealedBox().header;
    expect(verifyRecord(record, { ...verification, ballot, root, events })).toEqual({
      ok: true,
      recounted: true,
    });
  });

  it("rejects every single mutation", () => {
    // Which of the sign-offs comes first says nothing, so that exchanging two of them is no mutation.
    const harmless = /SignOffs\[0\] exchanged$/;
    const mutations = mutationsOf(record).filter(({ where }) => !harmless.test(where));
    expect(mutations.length).toBeGreaterThan(300);
    const accepted = mutations.filter(({ mutant }) => verifyRecord(mutant, verification).ok);
    expect(accepted.map(({ where }) => where)).toEqual([]);
  });

  it("says which paper was altered, and what comes out otherwise", () => {
    const forged = { ...first, paper: { kind: "names", names: ["court"] } };
    const found = findings({ ...record, papers: [forged, second, ...others] });
    expect(found[0]).toEqual({ type: "PaperAltered", data: { commitment: first.commitment } });
  });

  it("says which papers were swapped", () => {
    const swapped = [
      { ...second, commitment: first.commitment },
      { ...first, commitment: second.commitment },
    ];
    expect(findings({ ...record, papers: [...swapped, ...others] })).toEqual([
      { type: "PaperSwapped", data: { commitment: first.commitment, belongsTo: second.commitment } },
      { type: "PaperSwapped", data: { commitment: second.commitment, belongsTo: first.commitment } },
    ]);
  });

  it("says where figures and outcome differ from the recount", () => {
    const result = {
      figures: { valid: 7, lines: [{ nominee: "police", for: 3 }] },
      outcome: { elected: ["court"] },
    };
    const found = findings({ ...record, result });
    expect(found.slice(0, 2)).toEqual([
      {
        type: "FiguresDiffer",
        data: {
          differences: [
            { path: "lines.0.for", published: "3", recounted: "4" },
            { path: "lines.1", recounted: '{"for":2,"nominee":"court"}' },
            { path: "lines.2", recounted: '{"for":1,"nominee":"procuracy"}' },
          ],
        },
      },
      {
        type: "OutcomeDiffers",
        data: { differences: [{ path: "elected.0", published: '"court"', recounted: '"police"' }] },
      },
    ]);
  });

  const another = { paper: { kind: "blank" }, salt: salt("another") };
  const added = { ...another, commitment: commitmentTo("flag-2022", another) };
  const inOrder = (all: PublishedBallot["papers"]) =>
    all.toSorted((a, b) => (a.commitment < b.commitment ? -1 : 1));
  it.each<[string, Partial<PublishedBallot>, Finding["type"][]]>([
    ["a paper removed", { papers: [second, ...others] }, ["PapersRemoved", "RootDiffers", "FiguresDiffer"]],
    [
      "a paper doubled",
      { papers: [first, first, second, ...others] },
      ["PapersAdded", "PaperDuplicated", "RootDiffers", "FiguresDiffer"],
    ],
    [
      "a paper in the place of another, in duplicate",
      { papers: [first, first, ...others] },
      ["PaperDuplicated", "RootDiffers", "FiguresDiffer"],
    ],
    [
      "a paper of its own added",
      { papers: inOrder([...record.papers, added]) },
      ["PapersAdded", "RootDiffers", "FiguresDiffer"],
    ],
    [
      "papers in the order in which somebody read them",
      { papers: [second, first, ...others] },
      ["PapersOutOfOrder"],
    ],
    ["a salt altered", { papers: [{ ...first, salt: salt("wrong") }, second, ...others] }, ["PaperAltered"]],
    ["a method exchanged", { terms: { ...validRecord(), method: "approval" } }, ["TermsDiffer"]],
    [
      "a box that is said to hold fewer",
      { header: { ...record.header, count: 6 } },
      [
        "PapersAdded",
        "SignatureInvalid",
        "SignatureInvalid",
        "TooFewSignatures",
        "SignatureInvalid",
        "SignatureInvalid",
        "TooFewSignatures",
      ],
    ],
    [
      "a header that one teller signed",
      { headerSignOffs: record.headerSignOffs.slice(0, 1) },
      ["TooFewSignatures"],
    ],
    ["a header that nobody signed", { headerSignOffs: [] }, ["TooFewSignatures"]],
    [
      "one teller who signed twice",
      { headerSignOffs: [record.headerSignOffs, record.headerSignOffs].flatMap(([one]) => one ?? []) },
      ["SignedTwice", "TooFewSignatures"],
    ],
    [
      "somebody who is no teller",
      { certificationSignOffs: [...record.certificationSignOffs, signed("Người lạ", "")] },
      ["NotATeller"],
    ],
    [
      "the header's signatures under the result",
      { certificationSignOffs: record.headerSignOffs },
      ["SignatureInvalid", "SignatureInvalid", "TooFewSignatures"],
    ],
    [
      "facts altered after they were certified",
      { facts: { present: 9, issued: 7 } },
      ["SignatureInvalid", "SignatureInvalid", "TooFewSignatures"],
    ],
    [
      "a log exchanged",
      { log: { count: 2, link: salt("link") } },
      ["SignatureInvalid", "SignatureInvalid", "TooFewSignatures"],
    ],
  ])("names what is wrong: %s", (_, wrong, expected) => {
    expect(types({ ...record, ...wrong })).toEqual(expected);
  });

  it("names a ballot, a root and a log other than those that it was told of", () => {
    expect(types(record, { ballot: "flag-2021" })).toEqual(["AnotherBallot"]);
    expect(types(record, { root: salt("root") })).toEqual(["AnotherRoot"]);
    expect(types(record, { events: events.slice(0, -1) })).toEqual(["LogTruncated"]);
    expect(types(record, { events: [...events, {}] })).toEqual(["LogExtended"]);
    expect(types(record, { events: events.toReversed() })).toEqual(["LogAltered"]);
    expect(types({ ...record, log: undefined }, { events })).toContain("LogNotCertified");
  });

  it("says that a rule cannot count the papers, and goes on", () => {
    const count = () => {
      throw new Error("no such method");
    };
    const verdict = verifyRecord(record, { ...verification, count });
    expect(verdict).toEqual({
      ok: false,
      findings: [{ type: "NotCountable", data: { reason: "Error: no such method" } }],
    });
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "record"],
    ["an empty object", {}],
    [
      "a number of papers that is infinite",
      { ...record, header: { ...record.header, count: Number.POSITIVE_INFINITY } },
    ],
    ["terms that are no plain data", { ...record, terms: new Map() }],
    ["facts that are absent", { ...record, facts: undefined }],
    ["figures with a lone surrogate", { ...record, result: { ...record.result, figures: "\ud800" } }],
    ["an outcome that is a function", { ...record, result: { ...record.result, outcome: () => 1 } }],
    ["a paper that is a bigint", { ...record, papers: [{ ...first, paper: 1n }, second, ...others] }],
    ["a field of another name", { ...record, constructor: 1 }],
  ])("never throws: %s", (_, input) => {
    expect(verifyRecord(input, verification).ok).toBe(false);
  });
});

describe("a published ballot whose papers and salts are deleted", () => {
  const rest = shredded(record);

  it("holds nothing of what a paper says", () => {
    const text = JSON.stringify(rest.papers);
    for (const { paper, salt: hidden } of papers) {
      expect(text).not.toContain(hidden);
      expect(text).not.toContain(JSON.stringify(paper));
    }
  });

  it("verifies as before, except that it is not counted again", () => {
    expect(verifyRecord(rest, verification)).toEqual({ ok: true, recounted: false });
    const one = { ...record, papers: [{ commitment: first.commitment }, second, ...others] };
    expect(verifyRecord(one, verification)).toEqual({ ok: true, recounted: false });
  });

  it("keeps every receipt valid", () => {
    const box = { header: rest.header, commitments: rest.papers.map(({ commitment }) => commitment) };
    for (const { commitment } of record.papers)
      expect(verifyReceipt(receiptFrom(box, commitment), rest.header)).toBe(true);
  });

  it("is still refused with figures, outcome, root or papers altered", () => {
    const harmless = /SignOffs\[0\] exchanged$/;
    const mutations = mutationsOf(rest).filter(({ where }) => !harmless.test(where));
    const accepted = mutations.filter(({ mutant }) => verifyRecord(mutant, verification).ok);
    expect(accepted.map(({ where }) => where)).toEqual([]);
  });
});
