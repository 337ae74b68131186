import { createHmac } from "node:crypto";
import { sha256Of } from "../../src/evidence/canonical.ts";
import { chainOf } from "../../src/evidence/chain.ts";
import {
  digestOfCertification,
  type PublishedBallot,
  publishedBallot,
  type Result,
  type SignOff,
} from "../../src/evidence/published-ballot.ts";
import { digestOfHeader, type SealedBox, seal } from "../../src/evidence/sealed-box.ts";
import type { Verification } from "../../src/evidence/verify.ts";

export const tellers = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"];

/** A salt for a test: derived, where a real one comes from a source of randomness. */
export const salt = (seed: number | string) => sha256Of(new TextEncoder().encode(`salt ${seed}`));

/** A signature scheme for a test: HMAC-SHA-256 under a key of each teller. */
export const signed = (teller: string, digest: string): SignOff => ({
  teller,
  signature: mac(teller, digest),
});
const mac = (teller: string, digest: string) =>
  createHmac("sha256", `key of ${teller}`).update(digest).digest("hex");

export const terms = { method: { kind: "plurality" }, nominees: ["police", "court", "procuracy"], seats: 1 };
const votes = ["police", "court", "police", "procuracy", "police", "court", "police"];
export const papers = votes.map((name, index) => ({
  paper: { kind: "names", names: [name] },
  salt: salt(index),
}));

/** One seat to the most names; level ones stay undecided. It stands in for the ballot's rule. */
export const count: Verification["count"] = ({ papers: all }): Result => {
  const lines = terms.nominees.map((nominee) => ({
    nominee,
    for: all.filter((paper) => JSON.stringify(paper).includes(`"${nominee}"`)).length,
  }));
  const most = Math.max(...lines.map((line) => line.for));
  const elected = lines.filter((line) => line.for === most).map(({ nominee }) => nominee);
  return { figures: { valid: all.length, lines }, outcome: { elected } };
};

export const verification: Verification = {
  count,
  isSigned: ({ teller, signature }, digest) => signature === mac(teller, digest),
};

export const events = [
  { type: "BoxClosed", data: { issued: 7 } },
  { type: "BoxOpened", data: {} },
  { type: "BallotCounted", data: {} },
];

export function sealedBox(): SealedBox {
  return seal({ ballot: "flag-2022", terms, tellers, papers });
}

/** A ballot as it is published: sealed, signed off by two of three tellers, opened, counted, certified by two. */
export function validRecord(): PublishedBallot {
  const box = sealedBox();
  const facts = { present: 8, issued: 7 };
  const result = count({ terms, facts, papers: papers.map(({ paper }) => paper) });
  const log = chainOf(events);
  const certified = digestOfCertification({ header: box.header, facts, result, log });
  const [head = "", member = "", other = ""] = tellers;
  return publishedBallot({
    box,
    papers,
    terms,
    facts,
    result,
    log,
    headerSignOffs: [head, member].map((teller) => signed(teller, digestOfHeader(box.header))),
    certificationSignOffs: [head, other].map((teller) => signed(teller, certified)),
  });
}
