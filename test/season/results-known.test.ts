import { describe, expect, test } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { claiming } from "../../src/season/claiming.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import {
  learnOfResults,
  noResults,
  type ResultsKnown,
  resultsInForce,
} from "../../src/season/results-known.ts";
import { certified, convened, flag, recorded, terms } from "./certified.ts";

const listening = claiming<ResultsKnown, SeasonEvent>({
  name: "listening",
  version: 1,
  facts: noResults,
  evolve: learnOfResults as never,
  scopes: () => [],
  all: () => [],
  claims: () => new Map(),
  undo: () => undefined,
});

/** The ballots whose results are in force, and whom each elects. */
function inForce(...events: [ballot: string, event: SeasonEvent][]) {
  const log = events.map(([ballot, event], index) => recorded(`Ballot-${ballot}`, event, index + 1));
  const conference = recorded(`Conference-${terms.conference}`, convened("bloc"));
  const { facts } = listening.fold([conference, ...log]);
  const voted = { bloc: "bloc", season: "2022", purpose: { kind: "honour", honour: flag } } as const;
  return resultsInForce(facts, voted).map(({ ballot, outcome }) => [ballot, ...outcome.elected]);
}

const annulled = BallotEvent.create.BallotAnnulled({
  ground: "irregularity",
  reason: "Vi phạm",
  annulledOn: "2023-01-12",
});
const reVote = (ballot: string) => ({ kind: "revote" as const, ballot, annulledOn: "2023-01-12" });
const runOff = { kind: "runOff" as const, ballot: "flag", step: 1, round: 1 };
const round = { kind: "round" as const, ballot: "flag" };

describe("which results are in force", () => {
  test("a result counts by its last record", () => {
    const recount = certified(["court"], { certification: 2, supersedes: 1 });
    expect(inForce(["flag", certified(["police"])], ["flag", recount])).toEqual([["flag", "court"]]);
  });

  test("an annulled ballot has no result, and its re-vote has one", () => {
    const again = certified(["court"], { follows: reVote("flag") });
    expect(inForce(["flag", certified(["police"])], ["flag", annulled])).toEqual([]);
    expect(inForce(["flag", certified(["police"])], ["flag", annulled], ["again", again])).toEqual([
      ["again", "court"],
    ]);
  });

  test("a run-off elects nobody, and neither does its re-vote", () => {
    const off = certified(["court"], { follows: runOff });
    const again = certified(["police"], { follows: reVote("off") });
    expect(inForce(["off", off], ["off", annulled], ["again", again])).toEqual([]);
  });

  test("a round whose round before is annulled does not count, and neither does the re-vote of that round", () => {
    const next = certified(["court"], { follows: round });
    const nextAgain = certified(["police"], { follows: reVote("next") });
    expect(inForce(["flag", certified([])], ["next", next])).toContainEqual(["next", "court"]);
    expect(inForce(["flag", certified([])], ["next", next], ["flag", annulled])).toEqual([]);
    expect(inForce(["next", next], ["next", annulled], ["again", nextAgain], ["flag", annulled])).toEqual([]);
  });

  test("of two that no re-vote links, the one that was certified first comes first, whatever was recorded first", () => {
    const earlier = certified(["court"], { certifiedOn: "2023-01-08" });
    expect(inForce(["b", certified(["police"])], ["a", earlier], ["c", certified(["military"])])).toEqual([
      ["a", "court"],
      ["b", "police"],
      ["c", "military"],
    ]);
  });

  test("what another bloc, another season or another purpose has voted on does not count", () => {
    expect(
      inForce(
        ["elsewhere", certified(["court"], { conference: "another" })],
        ["before", certified(["court"], { season: "2021" })],
        ["chair", certified(["court"], { purpose: { kind: "chair" } })],
      ),
    ).toEqual([]);
  });
});

describe("a complaint that was upheld", () => {
  const { create } = BallotEvent;
  const challenge = "k";
  const raised = create.ResultChallenged({
    challenge,
    challenger: "court",
    ground: "Phiếu sai",
    raisedOn: "2023-01-10",
  });
  const upheld = create.ChallengeUpheld({ challenge, reason: "Đúng", decidedOn: "2023-01-11" });
  const recount = certified(["court"], { certification: 2, supersedes: 1 });
  const remedied = (...events: SeasonEvent[]) => {
    const log = events.map((event, index) => recorded("Ballot-flag", event, index + 1));
    return listening.fold(log).facts.ballots.get("flag")?.complaints.get(challenge)?.isRemedied ?? false;
  };

  test("has its remedy once the result is certified again, or confirmed by a recount", () => {
    expect(remedied(certified(["police"]), raised, upheld)).toBe(false);
    expect(remedied(certified(["police"]), raised, upheld, recount)).toBe(true);
    expect(remedied(certified(["police"]), raised, upheld, create.ResultConfirmed({ reading: 2 }))).toBe(
      true,
    );
    expect(remedied(certified(["police"]), raised, recount, upheld)).toBe(false);
  });
});
