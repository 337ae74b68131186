import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import { custodySince } from "./custody.ts";
import { forecast } from "./forecast.ts";
import { type Asked, type Decided, sitting, whileOpen } from "./guards.ts";
import { actingNow, type OpenedRotation, runningNumber } from "./state.ts";
import type { Custodian } from "./words.ts";

type Refusal = Extract<Decided, { ok: false }>;

/** Where the rotating flag goes when it does not go along with a handover. */
export const flagDecisions = {
  ReceiveFlag: whileOpen((state, data: Asked<"ReceiveFlag">) => {
    const { from, to, receivedOn } = data;
    const { custody } = state;
    if (!custody) return reject({ type: "NoFlag", data: {} });
    const { custodian } = custody;
    if (same(custodian, to) && to.kind !== "lost") return accept();
    if (custodian.kind === "lost" || to.kind === "lost") return reject({ type: "FlagIsLost", data: {} });
    if (!same(custodian, from)) return reject({ type: "NotCustodian", data: { named: from, custodian } });
    return (
      withoutOffice(state, to) ??
      tooEarly(receivedOn, custodySince(custody)) ??
      accept({ type: "FlagReceived", data })
    );
  }),

  ReportFlagLost: whileOpen((state, data: Asked<"ReportFlagLost">) => {
    const { custody } = state;
    if (!custody) return reject({ type: "NoFlag", data: {} });
    const { custodian, steps } = custody;
    if (custodian.kind === "lost")
      return steps.at(-1)?.on === data.lostOn ? accept() : reject({ type: "FlagIsLost", data: {} });
    if (!same(custodian, data.custodian))
      return reject({ type: "NotCustodian", data: { named: data.custodian, custodian } });
    return tooEarly(data.lostOn, custodySince(custody)) ?? accept({ type: "FlagLost", data });
  }),

  ReplaceFlag: whileOpen((state, data: Asked<"ReplaceFlag">) => {
    const { custody } = state;
    const { flag, to } = data;
    if (custody && same(custody.flag, flag)) return accept();
    if (to.kind === "lost") return reject({ type: "FlagIsLost", data: {} });
    if (custody && custody.custodian.kind !== "lost")
      return reject({ type: "FlagNotLost", data: { custodian: custody.custodian } });
    return (
      withoutOffice(state, to) ??
      (custody && tooEarly(flag.issuedOn, custodySince(custody))) ??
      accept({ type: "FlagReplaced", data })
    );
  }),
};

function tooEarly(date: CivilDate, notBefore: CivilDate): Refusal | undefined {
  return date < notBefore ? reject({ type: "RotationDateOutOfOrder", data: { date, notBefore } }) : undefined;
}

/** The flag follows the office: the chair's, the acting chair's, or the next chair's, some weeks early. */
function withoutOffice(state: OpenedRotation, to: Custodian): Refusal | undefined {
  if (to.kind !== "unit") return undefined;
  const next = runningNumber(state) + 1;
  const row = forecast(state, { number: next })[next];
  const officers = [state.holder, actingNow(state)?.unit, row && sitting(row.chair)];
  return officers.includes(to.unit)
    ? undefined
    : reject({ type: "FlagWithoutOffice", data: { unit: to.unit } });
}
