import { BallotCommand, type BallotRejection, type BallotStatus } from "../../src/ballot/messages.ts";
import type { CommandMetadata } from "../../src/kernel/recorded.ts";
import {
  assembled,
  bothSubmit,
  certify,
  clear,
  clearTally,
  kept,
  levelTally,
  openBox,
  submit,
  terms,
  tied,
  voted,
} from "./life.ts";

export const { create } = BallotCommand;

export type Row = [
  why: string,
  before: readonly BallotCommand[],
  command: BallotCommand & { metadata?: CommandMetadata },
  rejection: BallotRejection,
];

export const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
export const most = { numerator: 9, denominator: 10, strict: false, base: "allEligible" } as const;
export const rollCall = assembled({ voting: { form: "rollCall", selfVote: false } });
export const consensus = assembled({ voting: { selection: "consensus" } });
export const hands = assembled({ voting: { form: "showOfHands" } });
export const opened = [...voted(), openBox(...clear)];
export const differing = [...opened, submit("Trần Thị B", clearTally), submit("Lê Văn C", levelTally)];
export const counted = [...opened, ...bothSubmit(clearTally)];
export const certified = [...counted, certify];
export const call = (unit: string, ...names: string[]) =>
  create.RecordCalledVote({ unit, vote: kept(...names) });
export const lotSource = terms.tieData.lotSources[0] ?? "";
export const drawn = [{ source: lotSource, values: ["7"] }];
export const decide = (...elected: string[]) =>
  create.DecideTie({ step: 1, elected, chair: "inspectorate", decidedOn: "2023-01-09" });
export const runOff = (round: number, elected: string[], still: string[]) =>
  create.RecordRunOff({ step: 1, round, ballot: "run-off", elected, tied: still });
export const calledRunOff = [
  ...tied({ kind: "runOff", roundsMax: 2 }),
  create.CallRunOff({ step: 1, round: 1 }),
];
export const wrong = (status: BallotStatus, ...allowed: BallotStatus[]): BallotRejection => ({
  type: "WrongState",
  data: { aggregate: "Ballot", status, allowed },
});
export const others = ["procuracy", "police", "military"].map((nominee) => ({ nominee, for: 0, against: 0 }));
