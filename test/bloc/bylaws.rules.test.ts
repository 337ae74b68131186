import { describe, expect, it } from "vitest";
import { bloc } from "../../src/bloc/bloc.ts";
import { objectionToBylaws } from "../../src/bloc/bylaws.ts";
import { BlocCommand } from "../../src/bloc/messages.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import type { HonourRule } from "../../src/vocabulary/bylaws.ts";
import type { Honour } from "../../src/vocabulary/honour.ts";
import type { Threshold } from "../../src/vocabulary/threshold.ts";
import type { TieStep } from "../../src/vocabulary/voting-rules.ts";
import { adopt, adoptAnew, bylaws, constitute } from "./life.ts";

const { create } = BlocCommand;
const done = (...commands: BlocCommand[]) => historyOf(bloc, commands);
const percent = (numerator: number, base: Threshold["base"] = "allEligible"): Threshold => {
  return { numerator, denominator: 100, strict: false, base };
};

describe("a threshold where nobody votes for itself", () => {
  // practice.md: the best share is (n-1)/n, so 90 % is unreachable for n < 10 and 80 % for n < 5.
  it.each([
    { asked: 90, members: 9, reachable: false },
    { asked: 90, members: 10, reachable: true },
    { asked: 80, members: 4, reachable: false },
    { asked: 80, members: 5, reachable: true },
    { asked: 50, members: 2, reachable: true },
    { asked: 1, members: 1, reachable: false },
    { asked: 0, members: 1, reachable: true },
  ])("of $asked % among $members is reachable: $reachable", ({ asked, members, reachable }) => {
    const threshold = percent(asked);
    const objection = objectionToBylaws(bylaws({ threshold, selfVote: false }), {
      members: 14,
      electors: members,
    });
    const data = { threshold, selfVote: false, electors: members, votesMax: members - 1 };
    expect(objection).toEqual(reachable ? undefined : { type: "BylawsThresholdUnreachable", data });
  });

  it("is within reach of every size where units may vote for themselves", () => {
    for (const members of [1, 2, 4, 9, 14])
      expect(
        objectionToBylaws(
          { ...bylaws({ threshold: percent(100), selfVote: true }), honours: [] },
          { members, electors: members },
        ),
      ).toBeUndefined();
  });

  it("is refused with the bylaws that ask for it, by the members of the day of effect", () => {
    const command = create.AdoptBylaws({
      ...adopt.data,
      bylaws: bylaws({ threshold: percent(90), selfVote: false }),
    });
    given(bloc, done(constitute))
      .when(command)
      .thenRejected("BylawsThresholdUnreachable", {
        threshold: percent(90),
        selfVote: false,
        electors: 5,
        votesMax: 4,
      });
    const joining = [6, 7, 8, 9, 10].map((at) =>
      create.AdmitMember({
        unit: `u${at}`,
        name: `Đơn vị ${at}`,
        admittedOn: "2023-02-01",
        decision: constitute.data.decision,
      }),
    );
    const history = done(constitute, adopt, ...joining);
    const next = { ...adoptAnew.data, bylaws: command.data.bylaws };
    given(bloc, history)
      .when(create.AdoptBylaws({ ...next, effectiveFrom: "2023-01-31" }))
      .thenRejected("BylawsThresholdUnreachable", {
        threshold: percent(90),
        selfVote: false,
        electors: 5,
        votesMax: 4,
      });
    given(bloc, history).when(create.AdoptBylaws(next)).thenEvents({ type: "BylawsAdopted", data: next });
  });
});

describe("bylaws", () => {
  it("whose quorum nobody can make are refused", () => {
    const suspensions = constitute.data.members.map(({ unit }) =>
      create.SuspendMember({ unit, reason: "Đang kiểm điểm", suspendedOn: "2022-02-01" }),
    );
    given(bloc, done(constitute, ...suspensions))
      .when(create.AdoptBylaws({ ...adopt.data, effectiveFrom: "2022-03-02" }))
      .thenRejected("BylawsQuorumUnreachable", {
        quorum: { numerator: 2, denominator: 3, strict: false },
        electors: 0,
      });
  });

  it("give no honour to more members than there are, and name each honour once", () => {
    const honour = { kind: "emulationFlag", authority: "UBND tỉnh Tây Ninh" } as const;
    const withHonours = (...seats: number[]) =>
      create.AdoptBylaws({
        ...adopt.data,
        bylaws: { ...bylaws(), honours: seats.map((count) => ({ honour, seats: count })) },
      });
    given(bloc, done(constitute))
      .when(withHonours(6))
      .thenRejected("BylawsSeatsBeyondMembers", { honour, seats: 6, members: 5 });
    expect(given(bloc, done(constitute)).when(withHonours(5)).decision.ok).toBe(true);
    given(bloc, done(constitute)).when(withHonours(1, 1)).thenRejected("BylawsHonourRepeated", { honour });
  });

  it.each<{ ladder: TieStep[]; type: string; data: object }>([
    {
      ladder: [{ kind: "score" }, { kind: "runOff", roundsMax: 1 }, { kind: "score" }],
      type: "BylawsTieStepRepeated",
      data: { step: "score", rung: 3 },
    },
    {
      ladder: [
        { kind: "runOff", roundsMax: 1 },
        { kind: "runOff", roundsMax: 2 },
      ],
      type: "BylawsTieStepRepeated",
      data: { step: "runOff", rung: 2 },
    },
    {
      ladder: [{ kind: "vacantSeat" }, { kind: "lot" }],
      type: "BylawsTieStepAfterVacantSeat",
      data: { step: "lot", rung: 2 },
    },
  ])("with a tie ladder $ladder are refused: $type", ({ ladder, type, data }) => {
    const command = create.AdoptBylaws({ ...adopt.data, bylaws: bylaws({ tieLadder: ladder }) });
    expect(given(bloc, done(constitute)).when(command).decision).toEqual({
      ok: false,
      rejection: { type, data },
    });
  });

  it("may leave ties to no rung at all", () => {
    const command = create.AdoptBylaws({ ...adopt.data, bylaws: bylaws({ tieLadder: [] }) });
    given(bloc, done(constitute)).when(command).thenEvents({ type: "BylawsAdopted", data: command.data });
  });

  describe("whose honours do not go together", () => {
    const [flag, certificate, letter] = (
      ["emulationFlag", "certificateOfMerit", "letterOfCommendation"] as const
    ).map((kind) => ({ kind, authority: "UBND tỉnh Tây Ninh" })) as [Honour, Honour, Honour];
    const adopting = (...honours: HonourRule[]) =>
      create.AdoptBylaws({ ...adopt.data, bylaws: { ...bylaws(), honours } });
    const rule = (honour: Honour, more: Partial<HonourRule> = {}) => ({ honour, seats: 1, ...more });
    const needing = (honour: Honour, ...holds: Honour[]) => rule(honour, { needs: { holds } });

    it("are refused where one excludes itself, or one that the bloc does not propose", () => {
      given(bloc, done(constitute))
        .when(adopting(rule(flag, { excludes: [flag] })))
        .thenRejected("BylawsHonourExcludesItself", { honour: flag });
      given(bloc, done(constitute))
        .when(adopting(rule(flag, { excludes: [certificate] })))
        .thenRejected("BylawsExcludedUnknown", { honour: flag, excludes: certificate });
    });

    it("are refused where they need each other in a circle, which is named whole", () => {
      given(bloc, done(constitute))
        .when(adopting(needing(flag, flag)))
        .thenRejected("BylawsNeedsInCircle", { honours: [flag] });
      given(bloc, done(constitute))
        .when(adopting(needing(flag, certificate), needing(certificate, letter), needing(letter, flag)))
        .thenRejected("BylawsNeedsInCircle", { honours: [flag, certificate, letter] });
      given(bloc, done(constitute))
        .when(
          adopting(needing(flag, certificate), needing(certificate, letter), needing(letter, certificate)),
        )
        .thenRejected("BylawsNeedsInCircle", { honours: [certificate, letter] });
    });

    it("are refused where an honour needs what excludes it, or two that exclude each other", () => {
      given(bloc, done(constitute))
        .when(adopting(needing(flag, certificate), rule(certificate, { excludes: [flag] })))
        .thenRejected("BylawsHonourOutOfReach", { honour: flag, excluding: [flag, certificate] });
      given(bloc, done(constitute))
        .when(
          adopting(
            needing(flag, certificate),
            needing(certificate, letter),
            rule(letter, { excludes: [flag] }),
          ),
        )
        .thenRejected("BylawsHonourOutOfReach", { honour: flag, excluding: [flag, letter] });
    });

    it("are accepted where an honour needs one that others propose, or two need the same", () => {
      const title = { kind: "excellentLabourCollective", authority: "Bộ Công an" } as const;
      const { decision } = given(bloc, done(constitute)).when(
        adopting(needing(flag, certificate, title), needing(certificate, letter), needing(letter, title)),
      );
      expect(decision.ok).toBe(true);
    });
  });

  it("come in versions without gaps", () => {
    given(bloc, done(constitute))
      .when(adoptAnew)
      .thenRejected("BylawsVersionGap", { version: 2, expected: 1 });
    given(bloc, done(constitute, adopt))
      .when(create.AdoptBylaws({ ...adopt.data, bylaws: bylaws({ proxiesMax: 0 }) }))
      .thenRejected("BylawsVersionTaken", { version: 1 });
  });

  it.each([
    {
      days: { adoptedOn: "2022-03-01", effectiveFrom: "2022-04-01" },
      type: "DateOutside",
      data: { date: "2022-03-01", earliest: "2022-03-02" },
    },
    {
      days: { adoptedOn: "2022-03-03", effectiveFrom: "2022-01-09" },
      type: "DateOutside",
      data: { date: "2022-01-09", earliest: "2022-01-10" },
    },
    {
      days: { adoptedOn: "2022-05-01", effectiveFrom: "2022-04-01" },
      type: "BylawsRetroactive",
      data: { effectiveFrom: "2022-04-01", adoptedOn: "2022-05-01" },
    },
  ])("of a later version adopted $days are refused: $type", ({ days, type, data }) => {
    const command = create.AdoptBylaws({ ...adoptAnew.data, ...days });
    expect(given(bloc, done(constitute, adopt)).when(command).decision).toEqual({
      ok: false,
      rejection: { type, data },
    });
  });

  it("never take effect before the version before them does", () => {
    const ahead = create.AdoptBylaws({ ...adopt.data, effectiveFrom: "2023-06-01" });
    given(bloc, done(constitute, ahead))
      .when(adoptAnew)
      .thenRejected("DateOutside", { date: "2023-02-01", earliest: "2023-06-01" });
  });

  it("are not adopted tomorrow", () => {
    const metadata = { now: new Date("2022-03-01T16:59:59Z"), commandId: "c1", actor: "office" };
    given(bloc, done(constitute))
      .when({ ...adopt, metadata })
      .thenRejected("DateInFuture", { date: "2022-03-02", today: "2022-03-01" });
  });
});
