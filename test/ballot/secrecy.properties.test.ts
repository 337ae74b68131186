import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import { derivedId } from "../../src/kernel/ids.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { sent } from "../../src/kernel/sent.ts";
import { instantOf } from "../../src/kernel/time.ts";
import {
  assembled,
  bothSubmit,
  certify,
  closeBox,
  deposits,
  electors,
  issue,
  kept,
  openBox,
  type Papers,
  ranked,
  terms,
} from "./life.ts";

/** One paper for each unit: who casts what is known here, and must be known nowhere else. */
const papers = fc.array(
  fc.oneof(
    fc.constantFrom<PaperRead>(kept("procuracy"), kept("police"), kept("military"), kept()),
    fc.constantFrom<PaperRead>({ kind: "blank" }, kept("police", "court"), {
      kind: "struck",
      struck: ["police", "military"],
    }),
    fc.constantFrom<PaperRead>(
      { kind: "invalid", reason: "unreadable" },
      { kind: "opinions", for: ["police"], against: ["military"] },
    ),
  ),
  { minLength: electors.length, maxLength: electors.length },
);

/** The whole ballot as it is stored, envelope and all, where `papers[n]` is what the nth unit casts, in this order. */
function logOf(cast: readonly PaperRead[]): string {
  const read = cast.map((paper) => [1, paper] as const);
  const counted = tallyOf(terms, canonicalPapers(terms, openBox(...read).data.papers));
  const commands = [
    ...assembled(),
    ...electors.map(issue),
    ...cast.map((_, at) => deposits(at + 1)),
    closeBox,
    openBox(...read),
    ...bothSubmit(counted),
    certify,
  ];
  return JSON.stringify(recorded(commands));
}

/** Events in their envelopes: ids and times made from the command's place in the log, as one desk sends them. */
function recorded(commands: readonly BallotCommand[]): Recorded<BallotEvent>[] {
  const log: Recorded<BallotEvent>[] = [];
  let state = ballot.initialState();
  for (const [at, command] of commands.entries()) {
    const commandId = derivedId("command", String(at));
    const now = new Date(Date.UTC(2023, 0, 9, 7, at));
    const decision = ballot.decide(sent(command, { now, commandId, actor: "desk" }), state);
    for (const event of decision.ok ? decision.events : []) {
      const version = log.length + 1;
      const metadata = {
        eventId: derivedId("Ballot-1", String(version)),
        stream: "Ballot-1",
        version,
        recordedAt: instantOf(now),
        actor: "desk",
        correlationId: commandId,
        causationId: commandId,
        commandId,
        digest: "digest",
        schemaVersion: 1,
      };
      log.push({ ...event, metadata });
      state = ballot.evolve(state, event);
    }
  }
  return log;
}

describe("a secret ballot", () => {
  it("leaves the same log, byte for byte, whoever cast what", () => {
    const worlds = papers.chain((cast) =>
      fc
        .shuffledSubarray(cast, { minLength: cast.length, maxLength: cast.length })
        .map((other) => [cast, other] as const),
    );
    fc.assert(
      fc.property(worlds, ([one, other]) => {
        const log = logOf(one);
        expect(log).toContain('"BoxOpened"');
        expect(logOf(other)).toBe(log);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves the same log up to the opening of the box, whatever was cast", () => {
    fc.assert(
      fc.property(papers, papers, (one, other) => {
        const sealed = (log: string) => log.slice(0, log.indexOf('"BoxOpened"'));
        expect(sealed(logOf(other))).toBe(sealed(logOf(one)));
      }),
      { numRuns: 60 },
    );
  });

  it("answers the same in whatever order the papers came out of the box, also where it refuses them", () => {
    const state = ballot.fold(recorded([...assembled(), ...electors.map(issue), closeBox]));
    const wrong: Papers = [
      [4, ranked("police")],
      [4, { kind: "scores", scores: [] }],
    ];
    const refused = { type: "PaperOfWrongKind", data: { method: "forAndAgainst", kind: "ranking" } };
    for (const papers of [wrong, wrong.toReversed()])
      expect(ballot.decide(openBox(...papers), state)).toEqual({ ok: false, rejection: refused });
  });

  it("has no word that holds a unit that votes beside what it votes", () => {
    const holdsChoice = (type: (typeof BallotEvent.types)[number]) =>
      Object.keys(BallotEvent.data[type].shape).some((field) => ["papers", "vote", "tally"].includes(field));
    const holdsVoter = (type: (typeof BallotEvent.types)[number]) =>
      Object.keys(BallotEvent.data[type].shape).some((field) =>
        ["unit", "principal", "holder"].includes(field),
      );
    const both = BallotEvent.types.filter((type) => holdsChoice(type) && holdsVoter(type));
    // Aloud, by choice of method, and never in a secret ballot.
    expect(both).toEqual(["VoteCalled", "CalledVoteCorrected"]);
  });

  it("takes no vote aloud, and a roll-call no paper, at any moment", () => {
    const aloud = BallotCommand.create.RecordCalledVote({ unit: "court", vote: kept("police") });
    const commands = [...assembled(), issue("court"), deposits(1), closeBox, openBox([1, kept("police")])];
    const desk = { now: new Date(Date.UTC(2023, 0, 9)), commandId: "c", actor: "desk" };
    let state = ballot.initialState();
    for (const command of commands) {
      const decision = ballot.decide(sent(command, desk), state);
      if (decision.ok) state = decision.events.reduce(ballot.evolve, state);
      expect(ballot.decide(aloud, state)).toMatchObject({
        ok: false,
        rejection: { type: "BallotHeldOtherwise" },
      });
    }
  });
});
