import type { Digest } from "./canonical.ts";
import { commitmentTo } from "./commitment.ts";
import { rootOf } from "./merkle.ts";
import type { PublishedBallot } from "./published-ballot.ts";
import { treeOver } from "./sealed-box.ts";

/** What is wrong with the papers of a published ballot. */
export type PaperFinding =
  /** There are fewer papers than were sealed, or more. */
  | { type: "PapersRemoved"; data: { sealed: number; found: number } }
  | { type: "PapersAdded"; data: { sealed: number; found: number } }
  | { type: "PaperDuplicated"; data: { commitment: Digest } }
  /** The commitment was made from another paper or another salt. */
  | { type: "PaperAltered"; data: { commitment: Digest } }
  /** The paper beside this commitment belongs to another commitment of the same record. */
  | { type: "PaperSwapped"; data: { commitment: Digest; belongsTo: Digest } }
  | { type: "PapersOutOfOrder"; data: { commitment: Digest } }
  /** The papers as a whole are not those that were sealed. */
  | { type: "RootDiffers"; data: { expected: Digest; found: Digest } };

export function findingsOnPapers(record: PublishedBallot): PaperFinding[] {
  return [...miscounted(record), ...duplicated(record), ...notOpening(record), ...notUnderRoot(record)];
}

function miscounted({ header, papers }: PublishedBallot): PaperFinding[] {
  const data = { sealed: header.count, found: papers.length };
  if (data.found < data.sealed) return [{ type: "PapersRemoved", data }];
  return data.found > data.sealed ? [{ type: "PapersAdded", data }] : [];
}

function duplicated({ papers }: PublishedBallot): PaperFinding[] {
  const seen = new Set<Digest>();
  const twice = new Set<Digest>();
  for (const { commitment } of papers) (seen.has(commitment) ? twice : seen).add(commitment);
  return [...twice].map((commitment) => ({ type: "PaperDuplicated", data: { commitment } }));
}

function notOpening({ header, papers }: PublishedBallot): PaperFinding[] {
  const all = new Set(papers.map(({ commitment }) => commitment));
  return papers.flatMap((published): PaperFinding[] => {
    if (!("salt" in published)) return [];
    const { commitment } = published;
    const belongsTo = commitmentTo(header.ballot, published);
    if (belongsTo === commitment) return [];
    if (all.has(belongsTo)) return [{ type: "PaperSwapped", data: { commitment, belongsTo } }];
    return [{ type: "PaperAltered", data: { commitment } }];
  });
}

function notUnderRoot({ header, papers }: PublishedBallot): PaperFinding[] {
  const commitments = papers.map(({ commitment }) => commitment);
  const sorted = commitments.toSorted();
  const displaced = commitments.find((commitment, at) => commitment !== sorted[at]);
  const found = rootOf(treeOver(sorted));
  return [
    ...(displaced === undefined
      ? []
      : [{ type: "PapersOutOfOrder", data: { commitment: displaced } } as const]),
    ...(found === header.root
      ? []
      : [{ type: "RootDiffers", data: { expected: header.root, found } } as const]),
  ];
}
