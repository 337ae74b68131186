import { PledgeCommand } from "../../src/pledge/messages.ts";
import { type Scenario, sentOn } from "../support/reach.ts";
import {
  assess,
  draft,
  lapse,
  progress,
  promise,
  promiseLess,
  sign,
  title,
  transfer,
  voiding,
  withdraw,
} from "./life.ts";

const { create } = PledgeCommand;
const signed = [draft, promise, sign];

/** What the lives of a pledge do not reach. */
export const reaches: Scenario<PledgeCommand>[] = [
  ["a target is dropped", [draft, promise], create.DropTarget({ target: "cases" })],
  ["nothing is drafted", [], sign],
  ["a signed pledge gets no further target", signed, promiseLess],
  ["it was signed tomorrow", [draft, promise], sentOn(sign, "2022-02-09")],
  [
    "it is signed after its end",
    [draft, promise],
    create.SignPledge({ ...sign.data, signedOn: "2023-01-01" }),
  ],
  [
    "it is withdrawn before it was signed",
    signed,
    create.WithdrawPledge({ ...withdraw.data, withdrawnOn: "2022-02-09" }),
  ],
  ["it is another season's", [draft], create.DraftPledge({ ...draft.data, season: "2023" })],
  ["it has no target", [draft], sign],
  [
    "a goal changes",
    signed,
    create.AmendTarget({
      target: "cases",
      goal: { ...promise.data.goal, goal: "80" },
      reason: "Điều chỉnh theo kế hoạch",
      amendedOn: "2022-06-01",
    }),
  ],
  ["a report names no target", signed, create.ReportProgress({ ...progress.data, target: "delays" })],
  [
    "a report is of a day before the signature",
    signed,
    create.ReportProgress({ ...progress.data, observedOn: "2022-02-09" }),
  ],
  [
    "a target is promised twice",
    [draft, promise],
    create.PromiseTarget({ ...promise.data, name: "Tên khác" }),
  ],
  [
    "there are as many targets as there may be",
    [
      draft,
      ...Array.from({ length: 100 }, (_, at) => create.PromiseTarget({ ...promise.data, target: `t${at}` })),
    ],
    promise,
  ],
  [
    "the unit assesses itself",
    [...signed, progress],
    create.AssessPledge({ ...assess.data, assessor: "police" }),
  ],
  [
    "it is assessed before its last report",
    [...signed, progress],
    create.AssessPledge({ ...assess.data, assessedOn: "2022-11-29" }),
  ],
  ["a title is registered after the signature", signed, title],
  ["it is drafted anew after it passed on", [draft, transfer], draft],
  [
    "it passes to the unit that has it",
    [draft],
    create.TransferPledge({ to: "police", transferredOn: "2022-08-01" }),
  ],
  [
    "it passes on before it was signed",
    signed,
    create.TransferPledge({ ...transfer.data, transferredOn: "2022-02-09" }),
  ],
  [
    "it comes back before it went",
    [draft, transfer],
    create.TransferPledge({ to: "police", transferredOn: "2022-07-31" }),
  ],
  [
    "the successor withdraws it before it had it",
    [...signed, transfer],
    create.WithdrawPledge({ ...withdraw.data, withdrawnOn: "2022-07-31" }),
  ],
  [
    "a unit assesses what it handed on",
    [...signed, transfer],
    create.AssessPledge({ ...assess.data, assessor: "police" }),
  ],
  ["it is void before it was signed", signed, create.VoidPledge({ ...voiding.data, voidedOn: "2022-02-09" })],
  [
    "a draft is void for an error",
    [draft],
    create.VoidPledge({ ground: "issuerError", voidedOn: "2022-01-05" }),
  ],
  ["it lapses on its last day", signed, create.LapsePledge({ lapsedOn: "2022-12-31" })],
  ["it lapses although it was reported on", [...signed, progress], lapse],
  [
    "it lapses before it passed on",
    [...signed, create.TransferPledge({ to: "border-guard", transferredOn: "2023-02-01" })],
    lapse,
  ],
  ["a draft lapses", [draft, promise], lapse],
];
