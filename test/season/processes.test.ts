import { describe, expect, it } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { idOf } from "../../src/process/pure-process.ts";
import { nextBallotId, successiveBallots } from "../../src/season/successive-ballots.ts";
import { certificate, certified, flag, terms, units } from "./certified.ts";
import { wanted } from "./reading.ts";

const first = "Ballot-flag";

describe("the next round", () => {
  const rounds = [
    { honour: flag, seats: 1 },
    { honour: certificate, seats: 2 },
  ];
  const process = successiveBallots(rounds);
  const opened = BallotEvent.create.BallotOpened(terms);
  const second = nextBallotId("flag", certificate);

  it("is opened on the same terms without whom the flag went to", () => {
    const [, wants] = wanted(process, [first, opened], [first, certified(["procuracy"])]);
    expect(wants).toEqual([
      {
        aggregate: "Ballot",
        id: second,
        command: {
          type: "OpenBallot",
          data: {
            ...terms,
            purpose: { kind: "honour", honour: certificate },
            nominees: ["police", "military", "court"],
            seats: 2,
            follows: { kind: "round", ballot: "flag" },
          },
        },
      },
    ]);
  });

  it("has all nominees where nobody got the flag, and never more seats than nominees", () => {
    const [, all] = wanted(process, [first, opened], [first, certified([])]);
    expect(all).toMatchObject([{ command: { data: { nominees: units, seats: 2 } } }]);
    const few = BallotEvent.create.BallotOpened({ ...terms, nominees: ["procuracy", "police"] });
    const [, one] = wanted(process, [first, few], [first, certified(["procuracy"])]);
    expect(one).toMatchObject([{ command: { data: { nominees: ["police"], seats: 1 } } }]);
    const alone = BallotEvent.create.BallotOpened({ ...terms, nominees: ["procuracy"] });
    expect(wanted(process, [first, alone], [first, certified(["procuracy"])]).at(-1)).toEqual([]);
  });

  it("asks for no more names on a paper than there are nominees left", () => {
    const method = { kind: "forAndAgainst" as const, namesMax: 4 };
    const wide = BallotEvent.create.BallotOpened({ ...terms, method });
    const [, wants] = wanted(process, [first, wide], [first, certified(["procuracy"])]);
    expect(wants).toMatchObject([{ command: { data: { method: { namesMax: 3 } } } }]);
  });

  it("does not follow the last one, nor a ballot of another purpose, nor one of an unknown honour", () => {
    const last = certified(["police"], { purpose: { kind: "honour", honour: certificate } });
    const other = certified(["police"], {
      purpose: { kind: "honour", honour: { ...flag, authority: "Bộ" } },
    });
    for (const event of [last, other, certified(["police"], { purpose: { kind: "chair" } })]) {
      expect(wanted(process, [first, opened], [first, event]).at(-1)).toEqual([]);
    }
  });

  it("is revised when a recount gives the flag to another", () => {
    const again = certified(["police"], { certification: 2, supersedes: 1 });
    const [, , wants] = wanted(process, [first, opened], [first, certified(["procuracy"])], [first, again]);
    expect(wants).toMatchObject([
      {
        id: second,
        command: { type: "ReviseBallot", data: { nominees: ["procuracy", "military", "court"] } },
      },
    ]);
  });
});

describe("the id in a stream's name", () => {
  it("is all that follows the first hyphen", () => {
    expect(idOf("Ballot-flag-2022")).toBe("flag-2022");
  });
});
