import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InvalidReasons } from "../../src/ballot/fields.ts";
import { publishedCount } from "../../src/ballot/publish.ts";
import type { Outcome, VoteLine } from "../../src/ballot/result.ts";
import type { BallotFinding } from "../../src/ballot/verify/findings.ts";
import { type BallotVerification, verifyBallot } from "../../src/ballot/verify/verify-ballot.ts";
import { type PublishedBallot, shredded } from "../../src/evidence/published-ballot.ts";
import { verification } from "../evidence/box.ts";
import { contradictions } from "./contradictions.ts";
import { forgeriesOfLogs } from "./forgeries-of-logs.ts";
import { forgeriesOfRecords } from "./forgeries-of-records.ts";
import { type Dice, reckoned } from "./forgery.ts";
import { recordOf } from "./published.ts";
import { chairNamedOverReadings, honestLives, livesByMethod, undoings } from "./sealed-lives.ts";

const { isSigned } = verification;
const verify = (record: unknown, more: Partial<BallotVerification> = {}) =>
  verifyBallot(record, { isSigned, ...more });
const honest = honestLives();
const [plain] = honest;
if (!plain) throw new Error("there are honest ballots");

describe("the verifier of a ballot", () => {
  it.each([...livesByMethod(), ...honest.map((life, at) => [`honest ballot ${at}`, life] as const)])(
    "says yes to an honest record, alone and with the log: %s",
    (_, life) => {
      const stored: unknown = JSON.parse(JSON.stringify(recordOf(life)));
      expect(verify(stored)).toEqual({ ok: true, recounted: true, unchecked: ["log"] });
      const { events } = life;
      expect(verify(stored, { events, ballot: "flag-2022" })).toEqual({
        ok: true,
        recounted: true,
        unchecked: [],
      });
    },
  );

  it("says yes to a log in its envelopes, and no where one of them is altered", () => {
    const recorded = plain.events.map((event, at) => {
      return { ...event, metadata: { recordedAt: "2023-01-31T03:00:00.000Z", version: at + 1 } };
    });
    const record = recordOf({ ...plain, events: recorded });
    expect(verify(record, { events: recorded })).toEqual({ ok: true, recounted: true, unchecked: [] });
    const [first, ...others] = recorded;
    const altered = [{ ...first, metadata: { ...first?.metadata, version: 2 } }, ...others];
    expect(verify(record, { events: altered })).toMatchObject({
      ok: false,
      findings: [{ type: "LogAltered" }],
    });
  });

  it.each(Object.entries({ ...forgeriesOfRecords, ...forgeriesOfLogs }))(
    "finds two hundred forgeries of each kind: %s",
    (_, forge) => {
      const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(9_999), fc.nat(9_999), fc.nat(9_999));
      let forged = 0;
      fc.assert(
        fc.property(fc.constantFrom(...honest), dice, (life, thrown) => {
          const forgery = forge(life, thrown);
          fc.pre(forgery !== undefined);
          forged += 1;
          const { record, events } = forgery ?? {};
          expect(verify(record, events && { events }).ok).toBe(false);
        }),
        { numRuns: 20, maxSkipsPerRun: 1_000 },
      );
      expect(forged).toBeGreaterThanOrEqual(20);
    },
  );
});

describe("a tie that the chair decided", () => {
  it("may be decided by whom the conference named, where the chair of the terms was tied in an earlier reading", () => {
    const life = chairNamedOverReadings();
    expect(verify(recordOf(life), { events: life.events })).toMatchObject({ ok: true });
    expect(verify(recordOf(life))).toMatchObject({ ok: true });
  });

  it("is decided by the chair of the terms, where that is no nominee and so is never tied", () => {
    const life = chairNamedOverReadings();
    const terms = { ...life.terms, tieData: { ...life.terms.tieData, chair: "inspectorate" } };
    const reason = "RangeError: step 1 (chairDecision) is not due: ChairTaken";
    expect(verify(recordOf({ ...life, terms }))).toEqual({
      ok: false,
      findings: [{ type: "NotCountable", data: { reason } }],
    });
  });
});

describe("a record some of whose papers are deleted", () => {
  const whole = recordOf(plain);
  const { events } = plain;
  const ranked = honest.at(-1) ?? expect.unreachable();
  const without = (record: PublishedBallot, many: number): PublishedBallot => ({
    ...record,
    papers: record.papers.map((paper, at) => (at < many ? { commitment: paper.commitment } : paper)),
  });
  const found = (record: unknown, more: Partial<BallotVerification> = {}): BallotFinding["type"][] => {
    const verdict = verify(record, more);
    return verdict.ok ? [] : verdict.findings.map(({ type }) => type);
  };

  it("is still checked as far as it goes, and says how far", () => {
    const rest = without(whole, 1);
    expect(verify(rest)).toEqual({ ok: true, recounted: false, unchecked: ["papers", "log"] });
    expect(verify(rest, { events })).toEqual({ ok: true, recounted: false, unchecked: ["papers"] });
    expect(verify(shredded(whole), { events })).toEqual({
      ok: true,
      recounted: false,
      unchecked: ["papers"],
    });
  });

  it("has an outcome that only the signatures confirm, where the method needs the papers and there is no log", () => {
    const rest = without(recordOf(ranked), 2);
    expect(verify(rest)).toEqual({ ok: true, recounted: false, unchecked: ["papers", "outcome", "log"] });
    expect(verify(rest, { events: ranked.events })).toEqual({
      ok: true,
      recounted: false,
      unchecked: ["papers"],
    });
  });

  it("passes for every honest ballot, whichever papers are deleted", () => {
    for (const life of [...honest, ...livesByMethod().map(([, one]) => one)])
      for (const many of [1, 3, life.papers.length])
        expect(verify(without(recordOf(life), many), { events: life.events })).toMatchObject({ ok: true });
  });

  it("is refused where no deleted paper explains a figure, or the outcome does not follow from the figures", () => {
    const result = structuredClone(plain.result);
    const [first, second] = result.figures.lines;
    if (first) Object.assign(first, { for: 7, against: 1 });
    if (second) Object.assign(second, { for: 1, against: 7 });
    expect(found(without(recordOf({ ...plain, result }), 1))).toEqual(["FiguresDiffer"]);
    const { figures, outcome } = plain.result;
    const counted = { ...outcome.counted, elected: ["police"], notElected: ["military", "procuracy"] };
    const elected = { figures, outcome: { ...outcome, counted } };
    expect(found(without(recordOf({ ...plain, result: elected }), 1))).toContain("OutcomeDiffers");
  });

  it("is refused where the reasons of its invalid papers are not those at hand, or do not add up", () => {
    const life = honest.find(({ result }) => result.figures.invalidReasons) ?? expect.unreachable();
    const saying = (invalidReasons: InvalidReasons) => {
      const figures = { ...life.result.figures, invalidReasons };
      return found(without(recordOf({ ...life, result: { ...life.result, figures } }), 1));
    };
    const { invalidReasons = [] } = life.result.figures;
    expect(saying(invalidReasons)).toEqual([]);
    expect(saying(invalidReasons.map((one) => ({ ...one, papers: one.papers + 1 })))).toContain(
      "FiguresDiffer",
    );
    expect(saying(invalidReasons.map((one) => ({ ...one, reason: "notIssued" })))).toContain("FiguresDiffer");
  });

  it("is refused where its lines are no tally of its nominees by papers of its method", () => {
    const counted = (change: (lines: VoteLine[]) => void) => {
      const result = structuredClone(plain.result);
      change(result.figures.lines);
      const verdict = verify(shredded(recordOf({ ...plain, result })));
      return verdict.ok ? [] : verdict.findings;
    };
    const all = { for: 8, against: 0, noOpinion: 0 };
    const impossible = (answer: unknown) => ({ type: "FactsImpossible", data: { answer } });
    expect(counted((lines) => lines.push({ nominee: "guest", ...all }))).toContainEqual(
      impossible({ type: "NotNominated", data: { unit: "guest" } }),
    );
    expect(counted((lines) => lines.push({ nominee: "police", ...all }))).toContainEqual(
      impossible({ type: "TallyLineTwice", data: { nominee: "police" } }),
    );
    expect(counted((lines) => lines.map((line) => Object.assign(line, all)))).toContainEqual(
      impossible({ type: "TallyImpossible", data: { votes: 24, votesMax: 8 } }),
    );
  });

  it("is refused where its outcome does not share the seats of its terms among its nominees", () => {
    const { counted } = ranked.result.outcome;
    const saying = (outcome: Partial<Outcome>) => {
      const other = { ...counted, ...outcome };
      const result = { ...ranked.result, outcome: { counted: other, certified: other } };
      return found(shredded(recordOf({ ...ranked, result })));
    };
    expect(saying({})).toEqual([]);
    expect(saying({ elected: ["guest"] })).toContain("OutcomeDiffers");
    expect(saying({ elected: ["police", "procuracy"], notElected: ["military"] })).toContain(
      "OutcomeDiffers",
    );
    expect(saying({ notElected: ["military"] })).toContain("OutcomeDiffers");
    expect(saying({ kind: "partlyFilled" })).toContain("OutcomeDiffers");
    expect(saying({ vacant: 1 })).toContain("OutcomeDiffers");
    const undecided = { tied: ["police", "procuracy"], seats: 1, completions: [["guest"]] };
    expect(saying({ kind: "undecided", elected: [], notElected: ["military"], undecided })).toContain(
      "OutcomeDiffers",
    );
  });

  it("is refused where it withholds what its terms publish, or withholds it and says why", () => {
    const life = honest.find(({ result }) => result.figures.withheld) ?? expect.unreachable();
    const saying = (changes: object, of = life) => {
      const figures = { ...of.result.figures, ...changes };
      return found(shredded(recordOf({ ...of, result: { ...of.result, figures } })));
    };
    expect(saying({})).toEqual([]);
    expect(saying({ secrecyImpossible: ["unanimous"] })).toContain("FiguresDiffer");
    expect(saying({ withheld: true, lines: [] }, plain)).toContain("FiguresDiffer");
  });

  it("is refused where a paper at hand is none of those in the log", () => {
    const lie = plain.papers.map(({ salt }) => ({ paper: { kind: "blank" }, salt }));
    const rest = without(recordOf({ ...plain, papers: lie }), 7);
    expect(found(rest, { events })).toContain("LogSaysOtherwise");
  });
});

describe("facts that contradict their own terms", () => {
  it.each(contradictions())("are named by what the ballot answers to them: %s", (_, changed, answer) => {
    const record = recordOf({ ...plain, ...changed, result: reckoned(plain, changed) });
    const named = { type: "FactsImpossible", data: { answer } };
    for (const verdict of [verify(record), verify(shredded(record))]) {
      expect(verdict).toMatchObject({ ok: false });
      const findings = verdict.ok ? [] : verdict.findings;
      expect(findings[0]).toEqual(named);
      expect(findings.filter(({ type }) => type !== "FactsImpossible")).toEqual([]);
    }
  });
});

describe("the findings of the verifier", () => {
  const found = (record: unknown, more: Partial<BallotVerification> = {}) => {
    const verdict = verify(record, more);
    return verdict.ok ? [] : verdict.findings;
  };
  const { events } = plain;

  it("name a seal that was made after the opening, where the log has none before it", () => {
    const unsealed = events.filter(({ type }) => type !== "BoxSealed");
    const findings = found(recordOf({ ...plain, events: unsealed }), { events: unsealed });
    expect(findings).toEqual([{ type: "SealNotInLog", data: {} }]);
  });

  it.each(undoings())("name what undoes the certified result in the log: %s", (_, life, name) => {
    const at = life.events.findLastIndex(({ type }) => type === name) + 1;
    const undone = { type: "ResultUndone", data: { event: at, name } };
    expect(publishedCount(life.events)).toBeUndefined();
    expect(found(recordOf(life), { events: life.events })).toEqual([undone]);
    const cut = life.events.slice(0, life.events.findLastIndex(({ type }) => type === "BallotCertified") + 1);
    expect(found(recordOf({ ...life, events: cut }), { events: cut })).toEqual([]);
  });

  it("name terms that no ballot opens on, and count nothing by them", () => {
    const terms = { ...plain.terms, seats: 5 };
    const rejection = { type: "MoreSeatsThanNominees", data: { seats: 5, nominees: 3 } };
    const reason = "RangeError: no ballot opens on these terms: MoreSeatsThanNominees";
    expect(found(recordOf({ ...plain, terms }))).toEqual([
      { type: "NotCountable", data: { reason } },
      { type: "TermsImpossible", data: { rejection } },
    ]);
  });

  it("name tellers who are not those of the terms", () => {
    const record = ["Ai đó", "Người khác"];
    expect(found(recordOf({ ...plain, tellers: record }))).toEqual([
      { type: "TellersDiffer", data: { terms: ["Trần Thị B", "Lê Văn C", "Phạm D"], record } },
    ]);
  });

  it("name a box with more papers than were issued", () => {
    const papers = [...plain.papers, ...plain.papers.map(({ paper }) => ({ paper, salt: "5".repeat(64) }))];
    const stuffed = recordOf({ ...plain, papers: papers.slice(0, 9) });
    expect(found(stuffed)).toContainEqual({ type: "BoxStuffed", data: { issued: 8, found: 9 } });
  });

  it("name the parts in which the log says otherwise", () => {
    const { figures, outcome } = plain.result;
    const result = {
      figures,
      outcome: { ...outcome, certified: { ...outcome.certified, elected: ["police"] } },
    };
    const differences = [{ path: "certified.elected.0", published: '"police"', recounted: '"procuracy"' }];
    expect(found(recordOf({ ...plain, result }), { events })).toContainEqual({
      type: "LogSaysOtherwise",
      data: { of: "outcome", differences },
    });
  });

  it("name a teller who signed by the log, and whose signature the record does not have", () => {
    const [head = "", second = "", third = ""] = plain.tellers;
    expect(found(recordOf(plain, [head, third]), { events })).toEqual([
      { type: "SignatureMissing", data: { of: "header", teller: second } },
      { type: "SignatureMissing", data: { of: "certification", teller: second } },
    ]);
  });

  it("name the head of the tellers, whose signature no record is without", () => {
    const [head = "", ...members] = plain.tellers;
    expect(found(recordOf(plain, members))).toEqual([
      { type: "SignatureMissing", data: { of: "header", teller: head } },
      { type: "SignatureMissing", data: { of: "certification", teller: head } },
    ]);
  });

  it.each([
    ["nothing", undefined],
    ["text", "record"],
    ["terms that are none", { ...recordOf(plain), terms: {} }],
    ["facts that are none", { ...recordOf(plain), facts: [] }],
    ["a paper that is none", { ...recordOf(plain), papers: [{ commitment: "", paper: 1n, salt: "" }] }],
    ["a Map", new Map()],
  ])("never throws: %s", (_, input) => {
    expect(verify(input, { events: [null, 1, "x"] }).ok).toBe(false);
  });
});
