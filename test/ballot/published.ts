import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { BallotCommand, type BallotEvent } from "../../src/ballot/messages.ts";
import { type PublishedCount, publishedCount } from "../../src/ballot/publish.ts";
import { namesOf } from "../../src/ballot/signatures.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import { chainOf } from "../../src/evidence/chain.ts";
import type { SaltedPaper } from "../../src/evidence/commitment.ts";
import {
  digestOfCertification,
  type PublishedBallot,
  publishedBallot,
  type SignOff,
} from "../../src/evidence/published-ballot.ts";
import { digestOfHeader, seal } from "../../src/evidence/sealed-box.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { salt, signed } from "../evidence/box.ts";
import { openBox, type Papers } from "./life.ts";

export const ballotId = "flag-2022";

/** A ballot whose tellers sealed the box, and all that is published of it. */
export type Published = Omit<PublishedCount, "papers"> & {
  events: readonly BallotEvent[];
  papers: readonly SaltedPaper[];
  tellers: readonly string[];
};

/** The papers of a box, each for itself and with its salt, in the order of their contents. */
export function salted(terms: Terms, papers: Papers, from = 0): SaltedPaper[] {
  const groups = canonicalPapers(terms, openBox(...papers).data.papers);
  const all = groups.flatMap(({ papers: many, paper }) => Array.from({ length: many }, () => paper));
  return all.map((paper, at) => ({ paper, salt: salt(from + at) }));
}

/**
 * Leads the life of a ballot: up to the closed box, the seal over its papers, the opening, and what comes after it.
 *
 * @param found what the tellers find when they open the box, where this is not all that was sealed
 */
export function sealedLife(
  before: readonly BallotCommand[],
  papers: Papers,
  after: readonly BallotCommand[],
  found = papers,
): Published {
  const opened = historyOf(ballot, before);
  const [first] = opened;
  if (first?.type !== "BallotOpened") throw new Error("a ballot begins with its opening");
  const terms = first.data;
  const tellers = namesOf(terms.tellers);
  const sealedPapers = salted(terms, papers);
  const { header } = seal({ ballot: ballotId, terms, tellers, papers: sealedPapers });
  const sealing = BallotCommand.create.SealBox({
    sealed: header.count,
    root: header.root,
    signatories: tellers.slice(0, 2),
  });
  const events = historyOf(ballot, [...before, sealing, openBox(...found), ...after]);
  const count = publishedCount(events);
  if (!count) throw new Error("nothing to publish");
  return { ...count, events, papers: sealedPapers, tellers };
}

/** The ballot after more commands. What is published of it stays as it was. */
export function goingOn(life: Published, ...commands: readonly BallotCommand[]): Published {
  const events = [...life.events];
  for (const command of commands) {
    const { decision } = given(ballot, events).when(command);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.rejection.type}`);
    events.push(...decision.events);
  }
  return { ...life, events };
}

/** The record of what is published, sealed and signed by the first two of `signers`, whatever it says. */
export function recordOf(
  { events, papers, terms, facts, result, tellers }: Published,
  signers: readonly string[] = tellers,
): PublishedBallot {
  const box = seal({ ballot: ballotId, terms, tellers, papers });
  const log = chainOf(events);
  const sign = (digest: string): SignOff[] => signers.slice(0, 2).map((teller) => signed(teller, digest));
  const certified = digestOfCertification({ header: box.header, facts, result, log });
  return publishedBallot({
    ...{ box, papers, terms, facts, result, log },
    headerSignOffs: sign(digestOfHeader(box.header)),
    certificationSignOffs: sign(certified),
  });
}
