import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { check } from "../../src/kernel/input.ts";
import { given } from "../../src/testing/scenario.ts";
import {
  annul,
  assembled,
  bothSubmit,
  clear,
  clearTally,
  closeBox,
  deposits,
  done,
  electors,
  issue,
  kept,
  openBox,
  type Papers,
  recount,
  tally,
} from "./life.ts";

const sealed = (...counts: number[]) => [
  ...assembled(),
  ...electors.map(issue),
  ...counts.map(deposits),
  closeBox,
];
const seven: Papers = [
  [4, kept("procuracy")],
  [3, kept("police")],
];
const sevenCounted = tally(7, [
  ["procuracy", 4, 3],
  ["police", 3, 4],
  ["military", 0, 7],
]);
const discrepancyOf = (commands: readonly BallotCommand[], last: BallotCommand) =>
  given(ballot, done(commands)).when(last).decision;

describe("the papers that are put into a box", () => {
  it("may differ in more than ten thousand ways, as many as votes may be issued", () => {
    const group = { papers: 1, paper: kept("procuracy") };
    const opening = (groups: number) => ({
      type: "OpenBox",
      data: { papers: Array.from({ length: groups }, () => group) },
    });
    expect(check(BallotCommand, opening(20_000)).ok).toBe(true);
    expect(check(BallotCommand, opening(100_001)).ok).toBe(false);
  });

  it("are a hundred thousand at most, however they are put together: what is recorded can be read again", () => {
    const box = (...counts: number[]) =>
      check(BallotCommand, {
        type: "OpenBox",
        data: { papers: counts.map((papers) => ({ papers, paper: kept("police") })) },
      });
    expect(box(60_000, 40_000)).toMatchObject({ ok: true });
    const problem = { field: "data.papers", rule: "papersInBox", expected: "100000", value: "100001" };
    expect(box(60_000, 40_001)).toEqual({ ok: false, problems: [problem] });
  });

  it("need not be counted before it is opened: the tellers find what was returned", () => {
    given(ballot, done([...assembled(), ...electors.map(issue)]))
      .when(closeBox)
      .thenEvents({ type: "BoxClosed", data: { issued: 8 } });
    const history = done([...sealed(), openBox(...seven), ...bothSubmit(sevenCounted)]);
    expect(history.at(-1)).toMatchObject({ data: { figures: { issued: 8, returned: 7 } } });
  });

  it.each([
    ["before the box is closed", [...sealed(8).slice(0, -1), deposits(7), closeBox]],
    ["after it is closed", [...sealed(8), deposits(7)]],
    ["after it is closed, where nobody counted before", [...sealed(), deposits(7)]],
  ])("are counted right %s", (_, commands) => {
    const history = done([...commands, openBox(...seven), ...bothSubmit(sevenCounted)]);
    expect(history.at(-1)).toMatchObject({ type: "BallotCounted", data: { figures: { returned: 7 } } });
  });

  it("were miscounted where the tellers find another number twice, and the ballot goes on", () => {
    const mistyped = [...sealed(8), openBox(...seven)];
    expect(done(mistyped).at(-1)).toEqual({
      type: "DiscrepancyFound",
      data: { reading: 1, discrepancy: { kind: "deposits", deposited: 8, found: 7 } },
    });
    const history = done([...mistyped, recount(2, ...seven), ...bothSubmit(sevenCounted)]);
    expect(history.at(-1)).toMatchObject({ type: "BallotCounted", data: { figures: { returned: 7 } } });
  });

  it("are as they were counted where the second reading finds the one that was missing", () => {
    const history = done([...sealed(8), openBox(...seven), recount(2, ...clear), ...bothSubmit(clearTally)]);
    expect(history.at(-1)).toMatchObject({ type: "BallotCounted", data: { figures: { returned: 8 } } });
  });

  it("have no number while every reading finds another", () => {
    const six: Papers = [[6, kept("police")]];
    expect(discrepancyOf([...sealed(8), openBox(...seven)], recount(2, ...six))).toMatchObject({
      events: [{}, { data: { reading: 2, discrepancy: { kind: "deposits", deposited: 8, found: 6 } } }],
    });
  });

  it("keep the number that was confirmed, when a later reading finds the miscounted one", () => {
    const confirmed = [...sealed(8), openBox(...seven), recount(2, ...seven), ...bothSubmit(sevenCounted)];
    const state = ballot.fold(done(confirmed));
    expect(state).toMatchObject({ voting: { deposited: 7 } });
  });

  it("are never more than were issued, however often they are read: that ballot is only annulled", () => {
    const nine: Papers = [[9, kept("police")]];
    const stuffed = { kind: "issued", issued: 8, found: 9 };
    for (const counted of [sealed(), sealed(8)]) {
      expect(discrepancyOf(counted, openBox(...nine))).toMatchObject({
        events: [{}, { data: { reading: 1, discrepancy: stuffed } }],
      });
      expect(discrepancyOf([...counted, openBox(...nine)], recount(2, ...nine))).toMatchObject({
        events: [{}, { data: { reading: 2, discrepancy: stuffed } }],
      });
      const end = discrepancyOf([...counted, openBox(...nine)], annul("discrepancy"));
      expect(end.ok).toBe(true);
    }
  });
});
