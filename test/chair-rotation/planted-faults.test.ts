import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { runningOn } from "../../src/chair-rotation/seating.ts";
import { addDays } from "../../src/kernel/time.ts";
import { seed } from "../support/runs.ts";
import { datedHistory, type Law, type Library, library } from "./dated-histories.ts";
import { ownDayOf } from "./days-in-log.ts";
import { lived } from "./histories.ts";
import { actsOnItsDay, oneHolder } from "./laws-of-days.ts";
import { wordsLead } from "./laws-of-turns.ts";
import { timed } from "./life.ts";
import { redated } from "./redated.ts";

/** Each fact is recorded for the first day that is open, whatever day it gives. */
const effectAtRecording: Library = {
  ...library,
  rotation: {
    ...chairRotation,
    decide(command, state) {
      const own = ownDayOf(command);
      if (own === undefined || state.status !== "open") return chairRotation.decide(command, state);
      const open = addDays(state.doneOn ?? state.opening.calendar.startsOn, 1);
      const days = Math.round((Date.parse(open) - Date.parse(own)) / 86_400_000);
      return chairRotation.decide(timed(redated(command, days)), state);
    },
  },
};

/** No substitution is ever void. */
const substituteStays: Library = {
  ...library,
  rotation: {
    ...chairRotation,
    decide(command, state) {
      const answer = chairRotation.decide(command, state);
      if (!answer.ok) return answer;
      const events = answer.events.filter(
        ({ type, data }) => type !== "AgreementVoided" || data.what !== "substitute",
      );
      return { ok: true, events };
    },
  },
};

/** The deputy of a term is its deputy to the end, also when it is gone. */
const deputyStays: Library = {
  ...library,
  office(rotation, day) {
    const told = library.office(rotation, day);
    return { ...told, deputy: told.deputy ?? runningOn(rotation, day)?.deputy };
  },
};

describe("the laws of time", () => {
  it.each<[string, Library, Law]>([
    ["whose facts act once they are recorded", effectAtRecording, actsOnItsDay],
    ["whose substitutes stay when the turn moves", substituteStays, wordsLead],
    ["whose deputies stay when they are gone", deputyStays, oneHolder],
  ])("find within 200 histories a rotation %s", (_, broken, law) => {
    const property = (rules: Library) =>
      fc.property(datedHistory({ often: ["leave", "suspend", "substitute", "skip"] }), (one) => {
        law(lived(one, rules.rotation), rules);
      });
    const found = fc.check(property(broken), { seed, numRuns: 200, endOnFailure: true });
    expect(String(found.errorInstance)).toMatch(/^AssertionError/);
    const { counterexample } = found;
    const [one] = counterexample ?? expect.fail("no history is found");
    expect(() => law(lived(one), library)).not.toThrow();
  });
});
