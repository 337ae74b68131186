import { AwardCommand } from "../../src/award/messages.ts";
import { type Scenario, sentOn } from "../support/reach.ts";
import {
  approve,
  certificate,
  confirm,
  decide,
  document,
  flag,
  propose,
  proposeByDecision,
  publish,
  recover,
  revoke,
  submit,
  suspend,
  transfer,
  vet,
  voidBasis,
} from "./life.ts";

const { create } = AwardCommand;
const approved = [propose, vet, approve, confirm];

/** What the lives of an award do not reach. */
export const reaches: Scenario<AwardCommand>[] = [
  ["nothing is proposed", [], vet],
  ["it was vetted tomorrow", [propose], sentOn(vet, "2023-01-19")],
  ["it is vetted before it is proposed", [propose], create.VetAward({ ...vet.data, vettedOn: "2023-01-08" })],
  ["it is another unit's", [propose], create.ProposeAward({ ...propose.data, unit: "police" })],
  [
    "the achievement has an award",
    [],
    create.ProposeAward({ ...propose.data, honour: certificate, excludedBy: [flag] }),
  ],
  ["it is approved while it is suspended", [propose, vet, suspend], approve],
  [
    "it is resumed and was not suspended",
    [propose],
    create.ResumeConsideration({ resumedOn: "2023-02-10", reason: "Không có lý do" }),
  ],
  ["it is granted by a plan", approved, create.DecideAward({ decision: document("plan", "2023-02-20") })],
  [
    "it comes back twice",
    [...approved, decide, revoke, recover],
    create.RecordRecovery({ recoveredOn: "2024-06-02" }),
  ],
  [
    "it is published twice",
    [...approved, decide, publish],
    create.PublishAward({ publishedOn: "2023-02-23" }),
  ],
  [
    "it is published with a document",
    [...approved, decide],
    create.PublishAward({ ...publish.data, document: document("decision", "2023-02-20") }),
  ],
  ["its dossier is handed in while it is suspended", [propose, suspend], submit],
  ["it is decided while complaints are possible", [propose, vet, approve], decide],
  ["it is vetted on a void basis", [propose, voidBasis], vet],
  ["another result is final", [propose], create.ConfirmBasis({ ...confirm.data, ballot: "other" })],
  [
    "its result is final twice",
    [propose, confirm],
    create.ConfirmBasis({ ...confirm.data, finalisedOn: "2023-01-18" }),
  ],
  ["the heir has the honour", [propose], create.TransferAward({ ...transfer.data, excludedBy: [flag] })],
  ["it is decided at once, for the authority named the unit", [proposeByDecision], decide],
  [
    "it is proposed with a submission",
    [],
    create.ProposeAward({ ...propose.data, submission: document("submission", "2023-01-08") }),
  ],
  [
    "it is vetted with a document",
    [propose],
    create.VetAward({ ...vet.data, document: document("plan", "2023-01-20") }),
  ],
  [
    "it comes back with a document",
    [...approved, decide, revoke],
    create.RecordRecovery({ ...recover.data, document: document("decision", "2024-06-01") }),
  ],
];
