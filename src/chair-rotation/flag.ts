import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import {
  custodySince,
  expectCustodian,
  firstCustodian,
  isLastStep,
  issued,
  knownCustody,
  pass,
} from "./custody.ts";
import { unitIn } from "./forecast/coming-terms.ts";
import { forecast } from "./forecast/forecast.ts";
import type { ChairRotationRejection } from "./messages.ts";
import {
  actingNow,
  type CommandSlice,
  type EventSlice,
  type OpenedRotation,
  runningNumber,
} from "./state.ts";
import type { Custodian } from "./words.ts";

/** The rotating flag changes hands on a day of its own, is lost, or is replaced. */
export const decideFlag: CommandSlice<"ReceiveFlag" | "ReportFlagLost" | "ReplaceFlag"> = {
  ReceiveFlag: during(["open"], {
    already: ({ custody }, { from: giver, to, receivedOn, flag }) =>
      isLastStep(custody, { from: giver, to, on: receivedOn, receipt: flag, event: "FlagReceived" }),
    done: ({ receivedOn, flag }) => [receivedOn, flag.receipt?.issuedOn],
    decide(state, data) {
      const { from: giver, to, receivedOn } = data;
      const { custody } = state;
      if (!custody) return reject({ type: "NoFlag", data: {} });
      const { custodian } = custody;
      if (custodian.kind === "lost" || to.kind === "lost") return reject({ type: "FlagIsLost", data: {} });
      if (!same(custodian, giver)) return reject({ type: "NotCustodian", data: { named: giver, custodian } });
      const objection =
        objectionToCustodian(state, to) ?? objectionToDate(receivedOn, { earliest: custodySince(custody) });
      return unless(objection, { type: "FlagReceived", data });
    },
  }),

  ReportFlagLost: during(["open"], {
    already: ({ custody }, { custodian, lostOn }) =>
      isLastStep(custody, { from: custodian, to: { kind: "lost" }, on: lostOn, event: "FlagLost" }),
    done: ({ lostOn }) => lostOn,
    decide({ custody }, data) {
      if (!custody) return reject({ type: "NoFlag", data: {} });
      const { custodian } = custody;
      if (custodian.kind === "lost") return reject({ type: "FlagIsLost", data: {} });
      if (!same(custodian, data.custodian))
        return reject({ type: "NotCustodian", data: { named: data.custodian, custodian } });
      const objection = objectionToDate(data.lostOn, { earliest: custodySince(custody) });
      return unless(objection, { type: "FlagLost", data });
    },
  }),

  ReplaceFlag: during(["open"], {
    already: ({ custody }, { flag, to }) =>
      custody !== undefined && same(custody.flag, flag) && same(firstCustodian(custody), to),
    done: ({ flag }) => flag.issuedOn,
    decide(state, data) {
      const { custody } = state;
      const { flag, to } = data;
      if (to.kind === "lost") return reject({ type: "FlagIsLost", data: {} });
      if (custody && custody.custodian.kind !== "lost")
        return reject({ type: "FlagNotLost", data: { custodian: custody.custodian } });
      const objection =
        objectionToCustodian(state, to) ??
        (custody && objectionToDate(flag.issuedOn, { earliest: custodySince(custody) }));
      return unless(objection, { type: "FlagReplaced", data });
    },
  }),
};

export const evolveFlag: EventSlice<"FlagReceived" | "FlagLost" | "FlagReplaced"> = {
  FlagReceived: from(["open"], (state, { from: giver, to, receivedOn, flag }) => {
    expectCustodian(state, giver);
    pass(knownCustody(state), { to, on: receivedOn, receipt: flag, event: "FlagReceived" });
  }),
  FlagLost: from(["open"], (state, { custodian, lostOn }) => {
    expectCustodian(state, custodian);
    pass(knownCustody(state), { to: { kind: "lost" }, on: lostOn, event: "FlagLost" });
  }),
  FlagReplaced: from(["open"], (state, { flag, to }) => {
    const { custody } = state;
    if (!custody) {
      state.custody = issued(flag, to, "FlagReplaced");
      return;
    }
    if (custody.custodian.kind !== "lost") contradiction("the flag is not lost");
    custody.flag = flag;
    pass(custody, { to, on: flag.issuedOn, event: "FlagReplaced" });
  }),
};

/** A unit keeps the flag as the chair, as the acting chair, or some weeks early as the next chair. */
function objectionToCustodian(state: OpenedRotation, to: Custodian): ChairRotationRejection | undefined {
  if (to.kind !== "unit") return undefined;
  const next = runningNumber(state) + 1;
  const row = forecast(state, { number: next })[next];
  const officers = [state.holder, actingNow(state)?.unit, row && unitIn(row.chair)];
  return officers.includes(to.unit) ? undefined : { type: "FlagWithoutOffice", data: { unit: to.unit } };
}
