import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import { explainCount } from "../../src/ballot/explain-count.ts";
import type { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import { publishedCount } from "../../src/ballot/publish.ts";
import type { Method, Terms } from "../../src/ballot/terms.ts";
import { digestOf } from "../../src/evidence/canonical.ts";
import { publishedBallot } from "../../src/evidence/published-ballot.ts";
import { seal } from "../../src/evidence/sealed-box.ts";
import { en } from "../../src/minutes/en.ts";
import { sentence } from "../../src/minutes/sentence.ts";
import { vi } from "../../src/minutes/vi.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { toJsonLines } from "../../src/stores/json-lines.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import {
  bothSubmit,
  certify,
  challenge,
  checkIn,
  closeBox,
  deposits,
  electors,
  finalise,
  issue,
  kept,
  open,
  openBox,
  openVoting,
  type Papers,
  ranked,
  recount,
  sealBox,
  submit,
  uphold,
} from "./life.ts";
import { create, noBar } from "./refusals.ts";

type World = { terms: Terms; spoiled: readonly string[]; misread: number; cast: readonly PaperRead[] };

const nominees = ["procuracy", "police", "military"];
const points = (...given: number[]): PaperRead => ({
  kind: "scores",
  scores: given.map((point, at) => ({ nominee: nominees[at] ?? "", points: point })),
});
const spoilt: PaperRead = { kind: "invalid", reason: "unreadable" };
const methods: readonly (readonly [Method, readonly PaperRead[]])[] = [
  [{ kind: "forAndAgainst" }, [kept("procuracy"), kept("police"), kept(), kept("police", "court")]],
  [{ kind: "approval" }, [kept("procuracy", "police"), kept("military"), kept("police")]],
  [
    { kind: "instantRunoff" },
    [
      ranked("procuracy", "police"),
      ranked("police"),
      ranked("military", "procuracy"),
      ranked("police", "military"),
    ],
  ],
  [{ kind: "score", pointsMax: 9 }, [points(1, 2, 3), points(9), points(0, 9), points(2, 2, 2)]],
];

/** Terms with weights, and a rule for small cells or none. The border guard is represented, the inspectorate writes. */
const ballots = fc
  .record({
    method: fc.constantFrom(...methods),
    weights: fc.subarray(electors).map((units) => units.map((unit, at) => ({ unit, votes: 2 + (at % 2) }))),
    smallCells: fc.constantFrom(undefined, "merge" as const, "withhold" as const),
    selfVote: fc.boolean(),
    spoiled: fc.subarray(electors),
  })
  .map(({ method: [method, forms], weights, smallCells, selfVote, spoiled }) => {
    const isCounted = ruleIsInFavour(method);
    const { data: terms } = open({
      ...{ method, nominees, weights },
      voting: {
        ...{ selfVote, proxiesMax: 2, tieLadder: [{ kind: "score" }, { kind: "vacantSeat" }] },
        ...(!isCounted && { threshold: noBar }),
      },
      procedure: { writtenVotes: true, sealed: true, ...(smallCells && { smallCells }) },
    });
    const papers = electors.length + weights.reduce((sum, { votes }) => sum + votes - 1, 0);
    return { terms, forms, spoiled, papers };
  });

const ruleIsInFavour = ({ kind }: Method) => kind === "forAndAgainst" || kind === "approval";

/** Two worlds that differ only in who cast what: the same papers, put into the box by other hands. */
const worlds = ballots.chain(({ terms, forms, spoiled, papers }) =>
  fc
    .record({
      cast: fc.array(fc.constantFrom<PaperRead>(...forms, { kind: "blank" }, spoilt), {
        minLength: papers,
        maxLength: papers,
      }),
      misread: fc.nat(papers - 1),
    })
    .chain(({ cast, misread }) =>
      fc
        .shuffledSubarray(cast, { minLength: papers, maxLength: papers })
        .map((other) => [cast, other].map((one): World => ({ terms, spoiled, misread, cast: one }))),
    ),
);

/** What the desk sends. Only the order in which the papers come out of the box depends on who cast what. */
function commandsOf({ terms, spoiled, misread, cast }: World): BallotCommand[] {
  const inBox: Papers = cast.map((paper) => [1, paper]);
  // One paper is misread at first, whoever cast it: which one is known by what it says.
  const missed = JSON.stringify(cast.map((paper) => JSON.stringify(paper)).toSorted()[misread]);
  const at = cast.findIndex((paper) => JSON.stringify(JSON.stringify(paper)) === missed);
  const first: Papers = inBox.map(([count, paper], index) => [count, index === at ? spoilt : paper]);
  const counted = tallyOf(terms, canonicalPapers(terms, openBox(...inBox).data.papers));
  const inRoom = electors.filter((unit) => unit !== "border" && unit !== "inspectorate");
  return [
    create.OpenBallot(terms),
    ...inRoom.map(checkIn),
    create.AcceptProxy({ principal: "border", holder: "court" }),
    create.ConsultInWriting({ unit: "inspectorate" }),
    openVoting,
    ...electors.map(issue),
    issue("court"),
    ...spoiled.map((unit) => create.ReplacePaper({ unit, spoiled: 1 })),
    deposits(1),
    deposits(5),
    deposits(cast.length),
    create.RecordDeparture({ unit: "court" }),
    closeBox,
    create.SealBox({ ...sealBox(cast.length).data, root: sealed(terms, cast).box.header.root }),
    openBox(...first),
    submit("Ai đó", counted),
    ...bothSubmit(counted),
    recount(2, ...inBox),
    ...bothSubmit(counted),
    create.TakeTieStep({ step: 1 }),
    create.TakeTieStep({ step: 2 }),
    certify,
    challenge,
    uphold,
    recount(3, ...inBox.toReversed()),
    ...bothSubmit(counted),
    create.TakeTieStep({ step: 1 }),
    create.TakeTieStep({ step: 2 }),
    create.CertifyBallot({ ...certify.data, certifiedOn: "2023-01-14" }),
    finalise,
  ];
}

/** The box with its salts, which come by what the papers say, so that both worlds have the same ones. */
function sealed(terms: Terms, cast: readonly PaperRead[]) {
  const papers = cast
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    .map((paper, at) => ({ paper, salt: digestOf("salt", String(at)) }));
  const tellers = [terms.tellers.head, ...terms.tellers.members].map(({ name }) => name);
  return { papers, box: seal({ ballot: "flag", terms, tellers, papers }) };
}

/** All that anybody can see of a world: log, answers, state, sentences, steps and record. */
async function seen(world: World) {
  const store = inMemoryStore();
  const handle = commandHandler({ store, decider: ballot });
  const answers: unknown[] = [];
  for (const [at, command] of commandsOf(world).entries()) {
    const now = new Date(Date.UTC(2023, 1, 9, 7, 0, at));
    answers.push(await handle("flag", { ...command, metadata: { now, commandId: `c${at}`, actor: "desk" } }));
  }
  const log = await wholeLog(store);
  const events = log as readonly BallotEvent[];
  const state = ballot.fold(events);
  const count = publishedCount(events);
  const { papers, box } = sealed(world.terms, world.cast);
  const { terms, facts, result } = count ?? { terms: {}, facts: {}, result: { figures: {}, outcome: {} } };
  const signOffs = { headerSignOffs: [], certificationSignOffs: [] };
  return {
    log: toJsonLines(log),
    answers: JSON.stringify(answers),
    state: JSON.stringify(state, (_, value) => (value instanceof Map ? [...value] : value)),
    sentences: [vi, en].flatMap((say) => events.map((event) => sentence(say, event, (unit) => unit))),
    warnings: JSON.stringify(events.filter(({ type }) => type === "BallotCounted")),
    steps: JSON.stringify(explainCount(state)),
    count: JSON.stringify(count),
    record: JSON.stringify(publishedBallot({ box, papers, terms, facts, result, ...signOffs })),
  };
}

describe("two worlds that differ only in who cast what", () => {
  it("are the same to everybody, byte for byte, with weights, proxies, spoiled papers and recounts", async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(worlds, async ([one, other]) => {
        if (one === undefined || other === undefined) return expect.unreachable();
        const first = await seen(one);
        expect(await seen(other)).toEqual(first);
        for (const [, type] of first.log.matchAll(/^\{"type":"(\w+)"/gm)) reached.add(type ?? "");
      }),
      { numRuns: 100 },
    );
    for (const type of ["PaperReplaced", "ProxyAccepted", "UnitConsulted", "BoxSealed", "PapersRecounted"])
      expect(reached).toContain(type);
    for (const type of ["DiscrepancyFound", "BallotCounted", "TieStepTaken", "ResultFinalised"])
      expect(reached).toContain(type);
  });
});
