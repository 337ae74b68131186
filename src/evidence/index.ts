export { canonicalBytes, canonicalText, Digest, digestOf, sha256Of } from "./canonical.ts";
export {
  type ChainFinding,
  ChainHead,
  chained,
  chainOf,
  chainStart,
  linksOf,
  verifyChain,
} from "./chain.ts";
export { commitmentTo, Salt, type SaltedPaper } from "./commitment.ts";
export type { Difference } from "./differences.ts";
export {
  consistencyProof,
  inclusionProof,
  leafHash,
  type MerkleTree,
  merkleTree,
  nodeHash,
  rootOf,
  sizeOf,
} from "./merkle.ts";
export {
  digestOfCertification,
  PublishedBallot,
  type PublishedPaper,
  publishedBallot,
  type Result,
  SignOff,
  shredded,
} from "./published-ballot.ts";
export {
  type CoercibleReceipt,
  coercibleReceiptFrom,
  digestOfHeader,
  digestOfTerms,
  Receipt,
  receiptFrom,
  type SealedBox,
  SealHeader,
  Signatory,
  seal,
  sealCommitments,
  treeOver,
  verifyCoercibleReceipt,
  verifyReceipt,
} from "./sealed-box.ts";
export { type Finding, type Signed, type Verdict, type Verification, verifyRecord } from "./verify.ts";
export {
  type Consistency,
  type Inclusion,
  verifyConsistency,
  verifyInclusion,
} from "./verify-merkle.ts";
export type { PaperFinding } from "./verify-papers.ts";
