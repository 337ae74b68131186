import { accept, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import { addFlagAct, expectCustodian, moveFlag, objectionToAct, objectionToOfficer } from "./acts.ts";
import { askedOn } from "./asked.ts";
import { laterOf } from "./calendar.ts";
import { custodianOn } from "./custody-on.ts";
import { comingRowAt, unitIn } from "./forecast/coming-terms.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { officeOn } from "./office-on.ts";
import { closeDay } from "./record.ts";
import type { CommandSlice, EventSlice, OpenedRotation } from "./state.ts";
import type { FlagTaker } from "./words.ts";

/** The rotating flag changes hands on a day of its own, is lost, is found again, or is replaced. */
export const decideFlag: CommandSlice<"ReceiveFlag" | "ReportFlagLost" | "ReportFlagFound" | "ReplaceFlag"> =
  {
    ReceiveFlag: during(["open"], {
      already: (state, data) => isLastSaid(state, { type: "FlagReceived", data }),
      done: ({ receivedOn, flag }) => [receivedOn, flag.receipt?.issuedOn],
      decide(state, data, metadata) {
        const { from: giver, to, receivedOn } = data;
        const custody = custodianOn(state, receivedOn);
        if (!custody) return reject({ type: "NoFlag", data: {} });
        const { custodian } = custody;
        const objection = objectionToAct(state, receivedOn);
        if (objection) return reject(objection);
        if (custodian.kind === "lost") return reject({ type: "FlagIsLost", data: {} });
        if (!same(custodian, giver))
          return reject({ type: "NotCustodian", data: { named: giver, custodian } });
        if (same(custodian, to)) return reject({ type: "WithoutEffect", data: {} });
        return unless(objectionToCustodian(state, to, { day: receivedOn, asked: askedOn(state, metadata) }), {
          type: "FlagReceived",
          data,
        });
      },
    }),

    ReportFlagLost: during(["open"], {
      already: (state, data) => isLastSaid(state, { type: "FlagLost", data }),
      done: ({ lostOn }) => lostOn,
      decide(state, data) {
        const custody = custodianOn(state, data.lostOn);
        if (!custody) return reject({ type: "NoFlag", data: {} });
        const { custodian } = custody;
        const objection = objectionToAct(state, data.lostOn);
        if (objection) return reject(objection);
        if (custodian.kind === "lost") return reject({ type: "FlagIsLost", data: {} });
        return same(custodian, data.custodian)
          ? accept({ type: "FlagLost", data })
          : reject({ type: "NotCustodian", data: { named: data.custodian, custodian } });
      },
    }),

    ReportFlagFound: during(["open"], {
      already: (state, data) => isLastSaid(state, { type: "FlagFound", data }),
      done: ({ foundOn }) => foundOn,
      decide(state, data, metadata) {
        if (!state.flag) return reject({ type: "NoFlag", data: {} });
        const back = { to: data.to, day: data.foundOn, asked: askedOn(state, metadata) };
        return unless(objectionToReturn(state, back), { type: "FlagFound", data });
      },
    }),

    ReplaceFlag: during(["open"], {
      already: ({ flag: known }, { flag, to }) => {
        const last = known?.acts.findLast(({ kind }) => kind === "replaced");
        if (last?.kind === "replaced") return same([last.flag, last.to], [flag, to]);
        return known !== undefined && same([known.flag, known.to], [flag, to]);
      },
      done: ({ flag }) => flag.issuedOn,
      decide(state, data, metadata) {
        const back = { to: data.to, day: data.flag.issuedOn, asked: askedOn(state, metadata) };
        return unless(objectionToReturn(state, back), { type: "FlagReplaced", data });
      },
    }),
  };

export const evolveFlag: EventSlice<"FlagReceived" | "FlagLost" | "FlagFound" | "FlagReplaced"> = {
  FlagReceived: from(["open"], (state, data) => {
    const { from: giver, to, receivedOn, flag } = data;
    expectCustodian(state, giver, receivedOn);
    const event = { type: "FlagReceived", data } as const;
    moveFlag(state, { to, on: receivedOn, receipt: flag, event });
  }),
  FlagLost: from(["open"], (state, data) => {
    const { custodian, lostOn } = data;
    expectCustodian(state, custodian, lostOn);
    moveFlag(state, { to: { kind: "lost" }, on: lostOn, event: { type: "FlagLost", data } });
  }),
  FlagFound: from(["open"], (state, data) => {
    const { to, foundOn } = data;
    expectCustodian(state, { kind: "lost" }, dayOfReturn(state, foundOn));
    moveFlag(state, { to, on: foundOn, event: { type: "FlagFound", data } });
  }),
  FlagReplaced: from(["open"], (state, { flag, to }) => {
    if (!state.flag) {
      state.flag = { flag, to, acts: [] };
      closeDay(state, flag.issuedOn);
      return;
    }
    const custody = custodianOn(state, dayOfReturn(state, flag.issuedOn));
    if (custody?.custodian.kind !== "lost") contradiction("the flag is not lost");
    addFlagAct(state, { kind: "replaced", flag, to, on: flag.issuedOn });
    closeDay(state, flag.issuedOn);
  }),
};

/** Whether the last that happened to the flag is just this. */
function isLastSaid({ flag }: OpenedRotation, { type, data }: ChairRotationEvent): boolean {
  const last = flag?.acts.findLast(({ kind }) => kind !== "officeChanged");
  return last?.kind === "moved" && last.event.type === type && same(last.event.data, data);
}

/** The day on which a flag that comes back must be lost: none that is closed, and none on which there is no flag yet. */
const dayOfReturn = ({ doneOn, flag }: OpenedRotation, day: CivilDate): CivilDate =>
  [doneOn ?? day, flag?.flag.issuedOn ?? day].reduce(laterOf, day);

/** A flag that was lost comes back, or another takes its place. Until then nobody has a flag. */
function objectionToReturn(
  state: OpenedRotation,
  { to, ...days }: { to: FlagTaker; day: CivilDate; asked: CivilDate | undefined },
): ChairRotationRejection | undefined {
  const { day } = days;
  const custody = custodianOn(state, dayOfReturn(state, day));
  if (custody && custody.custodian.kind !== "lost")
    return { type: "FlagNotLost", data: { custodian: custody.custodian } };
  return objectionToAct(state, day) ?? objectionToCustodian(state, to, days);
}

/** A unit keeps the flag as the chair, as the acting chair, or some weeks early as the next chair; and on that day. */
function objectionToCustodian(
  state: OpenedRotation,
  to: FlagTaker,
  { day, asked }: { day: CivilDate; asked: CivilDate | undefined },
): ChairRotationRejection | undefined {
  if (to.kind !== "unit") return undefined;
  const { holder, acting, isFinishing } = officeOn(state, day);
  const next = comingRowAt(state, state.served.length, asked);
  const isOfficer = [holder, acting, next && unitIn(next.chair)].includes(to.unit);
  if (!isOfficer) return { type: "FlagWithoutOffice", data: { unit: to.unit } };
  return isFinishing && holder === to.unit ? undefined : objectionToOfficer(state, to.unit, day);
}
