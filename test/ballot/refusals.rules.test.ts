import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotRejection } from "../../src/ballot/messages.ts";
import { check } from "../../src/kernel/input.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { allRefusals } from "./all-refusals.ts";

describe.each(Object.entries(allRefusals))("a ballot refuses: %s", (_, rows) => {
  it.each(rows)("%s", (_why, before, command, rejection) => {
    given(ballot, historyOf(ballot, before)).when(command).thenRejected(rejection.type, rejection.data);
    expect(check(BallotRejection, rejection)).toEqual({ ok: true, value: rejection });
  });
});

describe("the refusals of a ballot", () => {
  it("are all shown above", () => {
    const shown = new Set(Object.values(allRefusals).flatMap((rows) => rows.map(([, , , { type }]) => type)));
    expect(BallotRejection.types.filter((type) => !shown.has(type))).toEqual([]);
  });
});
