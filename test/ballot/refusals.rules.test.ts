import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotRejection } from "../../src/ballot/messages.ts";
import { check } from "../../src/kernel/input.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";

import { afterTheCount, runOffTerms, ties } from "./refusals-after.ts";
import { particularsThatCannotBe } from "./refusals-particulars.ts";
import { termsThatCannotBe } from "./refusals-terms.ts";
import { counts, roll, votes, wrongTimes } from "./refusals-voting.ts";

const all = {
  termsThatCannotBe,
  wrongTimes,
  roll,
  votes,
  counts,
  ties,
  runOffTerms,
  afterTheCount,
  particularsThatCannotBe,
};

describe.each(Object.entries(all))("a ballot refuses: %s", (_, rows) => {
  it.each(rows)("%s", (_why, before, command, rejection) => {
    given(ballot, historyOf(ballot, before)).when(command).thenRejected(rejection.type, rejection.data);
    expect(check(BallotRejection, rejection)).toEqual({ ok: true, value: rejection });
  });
});

describe("the refusals of a ballot", () => {
  it("are all shown above", () => {
    const shown = new Set(Object.values(all).flatMap((rows) => rows.map(([, , , { type }]) => type)));
    expect(BallotRejection.types.filter((type) => !shown.has(type))).toEqual([]);
  });
});
