import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AwardCommand, AwardEvent, AwardRejection } from "../../src/award/messages.ts";
import { BallotCommand, BallotEvent, BallotRejection } from "../../src/ballot/messages.ts";
import { BlocCommand, BlocEvent, BlocRejection } from "../../src/bloc/messages.ts";
import { CampaignCommand, CampaignEvent, CampaignRejection } from "../../src/campaign/messages.ts";
import {
  ChairRotationCommand,
  ChairRotationEvent,
  ChairRotationRejection,
} from "../../src/chair-rotation/messages.ts";
import { ConferenceCommand, ConferenceEvent, ConferenceRejection } from "../../src/conference/messages.ts";
import { CountStep } from "../../src/counting/steps/count-step.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { stepSentence } from "../../src/minutes/counting/step-sentence.ts";
import { countStepsEn } from "../../src/minutes/en/count-steps.ts";
import { en } from "../../src/minutes/en.ts";
import { UnknownPhrase } from "../../src/minutes/said.ts";
import { commandText, sentence } from "../../src/minutes/sentence.ts";
import { countStepsVi } from "../../src/minutes/vi/count-steps.ts";
import { vi } from "../../src/minutes/vi.ts";
import { PledgeCommand, PledgeEvent, PledgeRejection } from "../../src/pledge/messages.ts";
import { ProcessEvent, ProcessRejection } from "../../src/process/messages.ts";
import { ScoreboardCommand, ScoreboardEvent, ScoreboardRejection } from "../../src/scoreboard/messages.ts";
import { MatterText, type SeasonEvent } from "../../src/season/messages.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";

const events = [
  BlocEvent,
  CampaignEvent,
  PledgeEvent,
  ScoreboardEvent,
  ConferenceEvent,
  BallotEvent,
  AwardEvent,
  ChairRotationEvent,
  ProcessEvent,
];
const rejections = [
  BlocRejection,
  CampaignRejection,
  PledgeRejection,
  ScoreboardRejection,
  ConferenceRejection,
  BallotRejection,
  AwardRejection,
  ChairRotationRejection,
  ProcessRejection,
];
const commands = [
  BlocCommand,
  CampaignCommand,
  PledgeCommand,
  ScoreboardCommand,
  ConferenceCommand,
  BallotCommand,
  AwardCommand,
  ChairRotationCommand,
];
const unions = [...events, ...rejections, MatterText, CountStep];
/** The rejections of every aggregate; any other name belongs to one aggregate. */
const shared = ["WrongState", "DateInFuture", "DateOutside"];
const own = unions.flatMap((union): string[] => [...union.types]).filter((type) => !shared.includes(type));

const languages = [
  ["vi", vi, countStepsVi],
  ["en", en, countStepsEn],
] as const;

describe("the words of the library", () => {
  it("are each said by one aggregate, or by counting, only, so that a name alone tells what happened", () => {
    expect(own.filter((type, index) => own.indexOf(type) !== index)).toEqual([]);
  });

  it("each have one phrase in each language, and no phrase is without its word", () => {
    for (const [, { events, rejections, matters }, { steps }] of languages) {
      const phrases = [events, rejections, matters, steps].flatMap(Object.keys);
      expect(phrases.toSorted()).toEqual([...shared, ...own].toSorted());
    }
  });
});

describe.each(languages)("a sentence in %s", (_, language, countSteps) => {
  it.each(unions.map((union) => [union.types[0] ?? "", union] as const))(
    "says whatever the words of the aggregate of %s hold, in full",
    (_, union) => {
      fc.assert(
        fc.property(arbitraryOf(union as typeof PledgeEvent), (message) => {
          const named = (unit: string) => `‹${unit}›`;
          const said =
            union === CountStep
              ? stepSentence(countSteps, message as Message as CountStep, named)
              : sentence(language, message as SeasonEvent, named);
          expect(said).not.toMatch(/\b(undefined|NaN|null|Infinity)\b|\[object/);
          expect(said).toMatch(/^[\p{Lu}\p{N}ﬁ𝒳_“‹"–][\s\S]*[.!?…]$/u);
          expect(said).not.toMatch(/ {2}| [.,;]|\(\)|\.\.$/);
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe.each(languages)("what a command does, in %s", (_, language) => {
  it("has one phrase for each command, and no phrase without one", () => {
    const types = commands.flatMap((union): string[] => [...union.types]);
    expect(Object.keys(language.commands).toSorted()).toEqual(types.toSorted());
  });

  it.each(commands.map((union) => [union.types[0] ?? "", union] as const))(
    "is said of whatever the commands beside %s hold, without an end",
    (_, union) => {
      fc.assert(
        fc.property(arbitraryOf(union as typeof PledgeCommand), (command) => {
          const said = commandText(language, command, (unit) => `‹${unit}›`);
          expect(said).not.toMatch(/\b(undefined|NaN|null|Infinity)\b|\[object/);
          expect(said).toMatch(/^[\p{Lu}\p{N}ﬁ𝒳_“‹"–]/u);
          expect(said).not.toMatch(/ {2}| [.,;]|\(\)/);
        }),
        { numRuns: 100 },
      );
    },
  );
});

describe("a sentence", () => {
  it("begins with a capital and ends with one full stop, whatever names and texts it holds", () => {
    const withdrawn = PledgeEvent.create.PledgeWithdrawn({
      reason: "Đơn vị giải thể.",
      withdrawnOn: "2022-06-01",
    });
    expect(sentence(vi, withdrawn, () => undefined)).toBe(
      "Rút giao ước ngày 01/06/2022; lý do: Đơn vị giải thể.",
    );
    const drafted = PledgeEvent.create.PledgeDrafted({
      bloc: "noi-chinh",
      unit: "police",
      season: "2022",
      dueOn: "2022-12-31",
    });
    expect(sentence(en, drafted, () => "the provincial Police")).toMatch(/^The provincial Police drafted/);
  });
});

describe("a message that is none of the library's", () => {
  it.each(["constructor", "__proto__", "toString", "LampLit"])(
    "%s has no phrase, and that is said by name",
    (type) => {
      const message = { type, data: {} } as unknown as SeasonEvent;
      expect(() => sentence(vi, message, () => undefined)).toThrow(UnknownPhrase);
    },
  );
});

describe("what is wrong with an input", () => {
  it("is said in both languages, with field, rule and value", () => {
    const problem = { field: "data.dueOn", rule: "civilDate", value: '"2022-02-30"' };
    expect(vi.problem(problem)).toBe(
      'Trường “data.dueOn”: không phải là ngày có thật, viết dạng NĂM-THÁNG-NGÀY; giá trị nhận được: "2022-02-30".',
    );
    expect(en.problem(problem)).toBe(
      'Field “data.dueOn” is not a real day, written YEAR-MONTH-DAY; its value is "2022-02-30".',
    );
    expect(en.problem({ field: "", rule: "anotherRule", expected: "1", value: "2" })).toBe(
      "The input breaks the rule anotherRule (required: 1); its value is 2.",
    );
  });
});
