import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import { sent } from "../../src/kernel/sent.ts";
import {
  assembled,
  bothSubmit,
  type Changes,
  checkIn,
  clear,
  clearTally,
  closeBox,
  electors,
  issue,
  levelTally,
  openBox,
  submit,
} from "./life.ts";
import { call, create } from "./refusals.ts";

const desk = { now: new Date("2023-02-01T03:00:00Z"), commandId: "c", actor: "desk" };
const half = { numerator: 1, denominator: 2, strict: true, base: "present" } as const;
const opened = (changes: Changes["voting"]) => assembled({ voting: { threshold: half, ...changes } });

/** Votes of every form, from the opening to the count; every unit votes. */
const forms: Record<string, { before: BallotCommand[]; vote: BallotCommand[] }> = {
  secret: {
    before: opened({}),
    vote: [...electors.map(issue), closeBox, openBox(...clear), ...bothSubmit(clearTally)],
  },
  "show of hands, taken twice": {
    before: opened({ form: "showOfHands" }),
    vote: [
      submit("Trần Thị B", levelTally),
      submit("Lê Văn C", clearTally),
      create.RetakeHands({ reading: 2 }),
      ...bothSubmit(clearTally),
    ],
  },
  "roll-call": {
    before: opened({ form: "rollCall" }),
    vote: [...electors.map((unit) => call(unit, "procuracy")), create.CloseRollCall({})],
  },
};

/** Who comes or goes before each step of the vote. */
const walks = fc.array(
  fc.array(fc.record({ unit: fc.constantFrom(...electors), leaves: fc.boolean() }), { maxLength: 4 }),
  { minLength: 14, maxLength: 14 },
);

describe.each(Object.entries(forms))("a vote that is open (%s)", (_, { before, vote }) => {
  it("has the same result whoever leaves and comes back between its steps", () => {
    const undisturbed = countOf(played([...before, ...vote]));
    fc.assert(
      fc.property(walks, (walk) => {
        const disturbed = vote.flatMap((command, at) => [
          ...(walk[at] ?? []).map(({ unit, leaves }) =>
            leaves ? create.RecordDeparture({ unit }) : checkIn(unit),
          ),
          // Whoever votes has come back for it.
          ...("unit" in command.data ? [checkIn(command.data.unit)] : []),
          command,
        ]);
        expect(countOf(played([...before, ...disturbed]))).toEqual(undisturbed);
      }),
      { numRuns: 60 },
    );
  });
});

function played(commands: readonly BallotCommand[]): BallotEvent[] {
  const log: BallotEvent[] = [];
  let state = ballot.initialState();
  for (const command of commands) {
    const decision = ballot.decide(sent(command, desk), state);
    expect(decision, JSON.stringify(command)).toMatchObject({ ok: true });
    if (!decision.ok) continue;
    state = ballot.fold(decision.events, state);
    log.push(...decision.events);
  }
  return log;
}

function countOf(log: readonly BallotEvent[]) {
  const counted = log.findLast(({ type }) => type === "BallotCounted");
  if (counted?.type !== "BallotCounted") throw new RangeError("no count");
  return counted.data;
}
