import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand, type BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperGroup } from "../../src/ballot/paper.ts";
import { type PublishedCount, publishedCount, recountPublished } from "../../src/ballot/publish.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import { chainOf } from "../../src/evidence/chain.ts";
import { digestOfCertification, publishedBallot, shredded } from "../../src/evidence/published-ballot.ts";
import { digestOfHeader, receiptFrom, seal, verifyReceipt } from "../../src/evidence/sealed-box.ts";
import { type Verification, verifyRecord } from "../../src/evidence/verify.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { salt, signed, verification } from "../evidence/box.ts";
import { mutationsOf } from "../evidence/mutations.ts";
import { blank, certify, kept, terms, tied } from "./life.ts";
import { ladder, paths } from "./paths.ts";

const { create } = BallotCommand;

/** The events of a life in which nothing is refused. */
const lived = (commands: readonly BallotCommand[]): BallotEvent[] => historyOf(ballot, commands);

/** The papers of the last reading, each for itself. */
function papersOf(events: readonly BallotEvent[]): PaperGroup["paper"][] {
  const reading = events.findLast(({ type }) => type === "BoxOpened" || type === "PapersRecounted");
  const groups = reading && "papers" in reading.data ? reading.data.papers : [];
  return groups.flatMap(({ papers, paper }) => Array.from({ length: papers }, () => paper));
}

const published = (events: readonly BallotEvent[]): PublishedCount => {
  const count = publishedCount(events);
  if (!count) throw new Error("nothing to publish");
  return count;
};

const lot = create.DrawLot({
  step: 1,
  drawn: [{ source: terms.tieData.lotSources[0] ?? "", values: ["123456"] }],
});
const byChair = create.DecideTie({
  step: 1,
  elected: ["police"],
  chair: "inspectorate",
  decidedOn: "2023-01-09",
});
const steps: [string, Terms["voting"]["tieLadder"], BallotCommand[]][] = [
  ["score", [{ kind: "score" }], [create.TakeTieStep({ step: 1 })]],
  ["seniority", [{ kind: "seniority" }], [create.TakeTieStep({ step: 1 })]],
  ["a vacant seat", [{ kind: "vacantSeat" }], [create.TakeTieStep({ step: 1 })]],
  ["the chair", [{ kind: "chairDecision" }], [byChair]],
  ["lot", [{ kind: "lot" }], [create.AnnounceLot({ step: 1 }), lot]],
  ["nothing, for want of a ladder", [], []],
  [
    "a run-off that elects",
    ladder,
    [
      create.CallRunOff({ step: 1, round: 1 }),
      create.RecordRunOff({ step: 1, round: 1, ballot: "run-off", elected: ["police"], tied: [] }),
    ],
  ],
  [
    "two run-offs that do not, and the ladder after them",
    ladder,
    [
      ...[1, 2].flatMap((round) => [
        create.CallRunOff({ step: 1, round }),
        create.RecordRunOff({
          step: 1,
          round,
          ballot: `run-off-${round}`,
          elected: [],
          tied: ["police", "procuracy"],
        }),
      ]),
      create.TakeTieStep({ step: 2 }),
    ],
  ],
];

describe("a published count", () => {
  it("is what a recount of the papers alone comes to, in every life of a secret ballot that was certified", () => {
    const counts = paths.map(lived).flatMap((events) => {
      const count = publishedCount(events);
      return count ? [{ ...count, papers: papersOf(events) }] : [];
    });
    expect(counts.length).toBeGreaterThan(2);
    for (const { result, ...rest } of counts) expect(recountPublished(rest)).toEqual(result);
  });

  it.each(steps)("climbs the ladder again where a tie was broken by %s", (_, tieLadder, taken) => {
    const events = lived([...tied(...tieLadder), ...taken, certify]);
    const { result, ...rest } = published(events);
    expect(result.outcome.counted.kind).toBe("undecided");
    expect(result.outcome.certified.undecided).toBeUndefined();
    expect(recountPublished({ ...rest, papers: papersOf(events) })).toEqual(result);
  });

  it("is none before the tellers have certified, and none of a ballot that was not secret", () => {
    const [secret = []] = paths;
    const events = lived(secret);
    const certified = events.findIndex(({ type }) => type === "BallotCertified");
    expect(publishedCount(events.slice(0, certified))).toBeUndefined();
    expect(publishedCount(events)).toBeDefined();
    const open = paths
      .map(lived)
      .filter(([first]) => first?.type === "BallotOpened" && first.data.voting.form !== "secret");
    expect(open).toHaveLength(3);
    expect(open.map(publishedCount)).toEqual([undefined, undefined, undefined]);
    expect(publishedCount([])).toBeUndefined();
  });

  it("holds nothing of who voted how: it is the same whoever cast what", () => {
    const [secret = []] = paths;
    const { terms: frozen, facts } = published(lived(secret));
    expect(JSON.stringify({ frozen, facts })).not.toMatch(/"(kept|against|for)":/);
  });
});

describe("the recount", () => {
  const { terms: frozen, facts } = published(
    lived([...tied({ kind: "lot" }), create.AnnounceLot({ step: 1 }), lot, certify]),
  );
  const [step] = facts.ties;
  if (step?.by.kind !== "lot") throw new Error("a lot was drawn");
  const papers: unknown[] = papersOf(lived(tied()));

  it("takes papers in any order and in any form", () => {
    const raw = papersOf(lived(tied()))
      .toReversed()
      .map((paper) => (paper.kind === "opinions" ? kept(...paper.for) : paper));
    expect(recountPublished({ terms: frozen, facts, papers: raw })).toEqual(
      recountPublished({ terms: frozen, facts, papers }),
    );
  });

  it("notices a paper less, a paper more and a paper altered", () => {
    const whole = recountPublished({ terms: frozen, facts, papers });
    const counted = (changed: readonly unknown[]) => {
      try {
        return recountPublished({ terms: frozen, facts, papers: changed });
      } catch (error) {
        return error;
      }
    };
    for (const changed of [papers.slice(1), [...papers, blank], papers.with(0, kept("military"))])
      expect(counted(changed)).not.toEqual(whole);
  });

  it.each([
    ["a step that the ladder does not have", { ...step, step: 2 }],
    ["a step of another kind", { ...step, by: { kind: "seniority" } as const }],
    [
      "a lot that fell otherwise than is said",
      { ...step, elected: ["police", "procuracy"].filter((unit) => !step.elected.includes(unit)) },
    ],
    ["a lot by other sources", { ...step, by: { ...step.by, drawn: [{ source: "dice", values: ["6"] }] } }],
  ])("refuses %s", (_, wrong) => {
    expect(() => recountPublished({ terms: frozen, facts: { ...facts, ties: [wrong] }, papers })).toThrow(
      RangeError,
    );
  });

  it("refuses the chair's word for somebody who is not tied", () => {
    const events = lived([...tied({ kind: "chairDecision" }), byChair, certify]);
    const chaired = published(events);
    const ties = chaired.facts.ties.map((one) => ({ ...one, elected: ["military"] }));
    const forged = { ...chaired, facts: { ...chaired.facts, ties }, papers: papersOf(events) };
    expect(() => recountPublished(forged)).toThrow(RangeError);
  });

  it("refuses what is not of the form of terms, facts and papers, and papers of another method", () => {
    expect(() => recountPublished({ terms: {}, facts, papers })).toThrow(InvalidInput);
    expect(() => recountPublished({ terms: frozen, facts: {}, papers })).toThrow(InvalidInput);
    expect(() => recountPublished({ terms: frozen, facts, papers: ["police"] })).toThrow(InvalidInput);
    const ranking = { kind: "ranking", ranking: [["police"]] };
    expect(() => recountPublished({ terms: frozen, facts, papers: [ranking] })).toThrow(RangeError);
  });
});

describe("a ballot sealed, certified and published", () => {
  const events = lived([...tied({ kind: "lot" }), create.AnnounceLot({ step: 1 }), lot, certify]);
  const { terms: frozen, facts, result } = published(events);
  const papers = papersOf(events).map((paper, seed) => ({ paper, salt: salt(seed) }));
  const tellers = [frozen.tellers.head, ...frozen.tellers.members].map(({ name }) => name);
  const two = tellers.slice(0, 2);
  const box = seal({ ballot: "flag-2022", terms: frozen, tellers, papers });
  const log = chainOf(events);
  const certified = digestOfCertification({ header: box.header, facts, result, log });
  const record = publishedBallot({
    box,
    papers,
    terms: frozen,
    facts,
    result,
    log,
    headerSignOffs: two.map((teller) => signed(teller, digestOfHeader(box.header))),
    certificationSignOffs: two.map((teller) => signed(teller, certified)),
  });
  const byRule: Verification = { ...verification, count: recountPublished };

  it("is verified by anybody from the record alone, and by whoever has the log, with the log", () => {
    const stored: unknown = JSON.parse(JSON.stringify(record));
    expect(verifyRecord(stored, byRule)).toEqual({ ok: true, recounted: true });
    expect(verifyRecord(stored, { ...byRule, events })).toEqual({ ok: true, recounted: true });
    expect(verifyRecord(stored, { ...byRule, events: events.slice(1) }).ok).toBe(false);
  });

  it("gives every unit a receipt, which outlives the papers", () => {
    const rest = shredded(record);
    expect(verifyRecord(rest, byRule)).toEqual({ ok: true, recounted: false });
    for (const commitment of box.commitments)
      expect(verifyReceipt(receiptFrom(box, commitment), rest.header)).toBe(true);
  });

  it("is rejected with any single thing in it altered", () => {
    const harmless = /SignOffs\[0\] exchanged$/;
    const mutations = mutationsOf(record).filter(({ where }) => !harmless.test(where));
    expect(mutations.length).toBeGreaterThan(900);
    const accepted = mutations.filter(({ mutant }) => verifyRecord(mutant, byRule).ok);
    expect(accepted.map(({ where }) => where)).toEqual([]);
  });

  it("is rejected where the tellers themselves sign figures or an outcome that the papers do not give", () => {
    const forgeries = [
      ...mutationsOf(result.figures, "figures").map(({ where, mutant }) => ({
        where,
        figures: mutant,
        outcome: result.outcome,
      })),
      ...mutationsOf(result.outcome, "outcome").map(({ where, mutant }) => ({
        where,
        figures: result.figures,
        outcome: mutant,
      })),
    ];
    for (const { where, ...other } of forgeries) {
      const forged = { ...record, result: other };
      const digest = digestOfCertification(forged);
      const certificationSignOffs = two.map((teller) => signed(teller, digest));
      expect(verifyRecord({ ...forged, certificationSignOffs }, byRule).ok, where).toBe(false);
    }
  });
});
