import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { defaultProcedure } from "../../src/ballot/terms.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  blank,
  bothSubmit,
  type Changes,
  checkIn,
  clear,
  clearTally,
  closeBox,
  deposits,
  done,
  electors,
  half,
  issue,
  kept,
  level,
  levelTally,
  open,
  openBox,
  openVoting,
  type Papers,
  type submit,
  tally,
  terms,
  voted,
} from "./life.ts";

const decided = (command: BallotCommand) => historyOf(ballot, [command])[0]?.data;
/** What the ballot comes to when it holds these papers and the tellers count them so. */
function outcomeOf(changes: Changes, papers: Papers, counted: Parameters<typeof submit>[1]) {
  const [first, second] = bothSubmit(counted);
  const history = done([...voted(changes), openBox(...papers), ...(first ? [first] : [])]);
  return given(ballot, history).when(second ?? openVoting).decision;
}
const counted = (outcome: object) => ({
  ok: true,
  events: [{}, { type: "BallotCounted", data: { outcome } }],
});

describe("a ballot", () => {
  it("is opened without what most ballots leave as it is, and its event has all of it", () => {
    const { recused: _, procedure: __, tieData: ___, ...given } = terms;
    const command = BallotCommand.create.OpenBallot({ ...given, voting: { ...given.voting, tieLadder: [] } });
    expect(decided(command)).toMatchObject({
      recused: [],
      procedure: defaultProcedure,
      tieData: { scores: [], seniority: [], lotSources: [] },
    });
    // What is left out of a revision would be taken away in silence.
    expect(() => BallotCommand.create.ReviseBallot(given as never)).toThrow("data.recused: required");
  });

  it("elects whoever has more than half of the valid papers", () => {
    expect(outcomeOf({}, clear, clearTally)).toMatchObject(
      counted({ kind: "filled", elected: ["procuracy"], notElected: ["military", "police"], vacant: 0 }),
    );
  });

  it("leaves the seat vacant when nobody has the threshold: a result like any other", () => {
    expect(outcomeOf({}, level, levelTally)).toMatchObject(
      counted({ kind: "unfilled", elected: [], vacant: 1 }),
    );
  });

  it("fills fewer seats than there are when fewer have the threshold", () => {
    expect(outcomeOf({ seats: 2 }, clear, clearTally)).toMatchObject(
      counted({ kind: "partlyFilled", elected: ["procuracy"], vacant: 1 }),
    );
  });

  it("confirms the highest score by a vote, or leaves the seat vacant: the next is not promoted", () => {
    const changes: Changes = {
      nominees: ["procuracy"],
      voting: { selection: "scoreThenConfirm" },
    };
    const papers: Papers = [
      [5, kept("procuracy")],
      [3, kept()],
    ];
    expect(outcomeOf(changes, papers, tally(8, [["procuracy", 5, 3]]))).toMatchObject(
      counted({ kind: "filled", elected: ["procuracy"] }),
    );
    const refused: Papers = [
      [3, kept("procuracy")],
      [5, kept()],
    ];
    expect(outcomeOf(changes, refused, tally(8, [["procuracy", 3, 5]]))).toMatchObject(
      counted({ kind: "unfilled", notElected: ["procuracy"], vacant: 1 }),
    );
  });

  it("picks nobody of a tie, and names exactly the tied and their seats", () => {
    const changes: Changes = { voting: { threshold: half, tieLadder: [{ kind: "lot" }] } };
    expect(outcomeOf(changes, level, levelTally)).toMatchObject(
      counted({ kind: "undecided", elected: [], undecided: { tied: ["police", "procuracy"], seats: 1 } }),
    );
  });

  it("counts a paper that keeps too many names, or adds one, as invalid, and keeps nothing else of it", () => {
    const { decision } = given(ballot, done(voted())).when(
      openBox(
        [1, kept("procuracy", "police")],
        [1, kept("court")],
        [1, kept("police", "police")],
        [2, { kind: "struck", struck: ["procuracy", "military"] }],
        [3, blank],
      ),
    );
    expect(decision).toEqual({
      ok: true,
      events: [
        {
          type: "BoxOpened",
          data: {
            papers: [
              { papers: 3, paper: { kind: "blank" } },
              { papers: 1, paper: { kind: "invalid", reason: "addedName" } },
              { papers: 1, paper: { kind: "invalid", reason: "tooManyNames" } },
              { papers: 3, paper: { kind: "opinions", for: ["police"], against: ["military", "procuracy"] } },
            ],
          },
        },
      ],
    });
  });

  it.each([
    { blankPapers: "valid", valid: 8, invalid: 0, elected: [] },
    { blankPapers: "invalid", valid: 4, invalid: 4, elected: ["procuracy"] },
  ] as const)("counts blank papers among the $blankPapers ones where bylaws say so", (row) => {
    const { blankPapers, valid, invalid, elected } = row;
    const lines = tally(
      valid,
      [
        ["procuracy", 3, 1],
        ["police", 1, 3],
        ["military", 0, 4],
      ],
      { invalid, blank: 4 },
    );
    const papers: Papers = [
      [3, kept("procuracy")],
      [1, kept("police")],
      [4, blank],
    ];
    const decision = outcomeOf({ procedure: { blankPapers } }, papers, lines);
    expect(decision).toMatchObject(counted({ elected }));
    expect(decision).toMatchObject({
      events: [{}, { data: { figures: { valid, invalid, blank: 4, returned: 8 } } }],
    });
  });

  it("says when no vote in it can be secret: all alike, or too few", () => {
    const all = tally(8, [
      ["procuracy", 8, 0],
      ["police", 0, 8],
      ["military", 0, 8],
    ]);
    expect(outcomeOf({}, [[8, kept("procuracy")]], all)).toMatchObject({
      events: [{}, { data: { secrecyImpossible: ["unanimous"] } }],
    });
    const few = { electors: electors.slice(0, 4) };
    const commands = [open(few), ...few.electors.map(checkIn), openVoting, ...few.electors.map(issue)];
    const counts = tally(4, [
      ["procuracy", 3, 1],
      ["police", 1, 3],
      ["military", 0, 4],
    ]);
    const box = [deposits(4), closeBox, openBox([3, kept("procuracy")], [1, kept("police")])];
    const history = done([...commands, ...box, ...bothSubmit(counts)]);
    expect(history.at(-1)).toMatchObject({ data: { secrecyImpossible: ["fewPapers"] } });
  });
});
