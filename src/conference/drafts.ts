import { accept, reject } from "../kernel/decision.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import { meets } from "../vocabulary/bar.ts";
import type { Base } from "../vocabulary/threshold.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Hands } from "./messages.ts";
import { unitsNeeded, votesInRoom } from "./room.ts";
import {
  type Conclusion,
  type Conference,
  type Deciding,
  type Draft,
  type Evolving,
  type OpenConference,
  type Proceedings,
  wrongState,
} from "./state.ts";

const draftsMax = 100;

/** Where hands are raised, shares are of those in the room, or of all who could have been. */
const basesOfHands: Base[] = ["allEligible", "present", "presentOrConsulted"];

/** What becomes of drafts: discussed, amended, and adopted without an objection or by hands; rejected, deferred. */
export const decideDrafts: Deciding<
  | "TableDraft"
  | "DiscussDraft"
  | "AmendDraft"
  | "ObjectToDraft"
  | "WithdrawObjection"
  | "AdoptDraftByConsensus"
  | "VoteOnDraft"
  | "DeferDraft"
> = {
  TableDraft(state, { draft, title, kind }) {
    if (state.status !== "open") return wrongState(state, "open");
    const known = draftOf(state, draft);
    if (known?.title === title && known.kind === kind) return accept();
    if (known) return reject({ type: "DraftTaken", data: { draft } });
    if (state.drafts.length >= draftsMax) return reject({ type: "TooManyDrafts", data: { draftsMax } });
    return accept({ type: "DraftTabled", data: { draft, title, kind } });
  },

  DiscussDraft(state, remark) {
    const found = onTable(state, remark.draft, remark.unit);
    if (!found.ok) return found;
    if (found.draft.remarks.some((other) => same(other, remark))) return accept();
    return accept({ type: "DraftDiscussed", data: remark });
  },

  AmendDraft(state, amendment) {
    const found = onTable(state, amendment.draft, amendment.proposer);
    if (!found.ok) return found;
    if (found.draft.amendments.some((other) => same(other, amendment))) return accept();
    return accept({ type: "DraftAmended", data: amendment });
  },

  ObjectToDraft(state, objection) {
    const found = onTable(state, objection.draft, objection.unit);
    if (!found.ok) return found;
    if (found.draft.objections.some((other) => same(other, objection))) return accept();
    return accept({ type: "ObjectionRecorded", data: objection });
  },

  WithdrawObjection(state, { draft, unit }) {
    const found = onTable(state, draft);
    if (!found.ok) return found;
    if (!found.draft.objections.some((objection) => objection.unit === unit)) return accept();
    return accept({ type: "ObjectionWithdrawn", data: { draft, unit } });
  },

  AdoptDraftByConsensus(state, { draft }) {
    const adopted = conclusionOf(state, draft);
    if (adopted?.outcome === "adopted" && adopted.by.kind === "consensus") return accept();
    const found = onTable(state, draft);
    if (!found.ok) return found;
    const units = found.draft.objections.map(({ unit }) => unit);
    if (units.length > 0) return reject({ type: "ObjectionStands", data: { draft, units } });
    const votes = votesInRoom(found.conference);
    return (
      whyNoDecision(found.conference) ??
      accept({ type: "DraftAdopted", data: { draft, by: { kind: "consensus", votes } } })
    );
  },

  VoteOnDraft(state, { draft, hands, threshold }) {
    const shown = showOfHandsOf(conclusionOf(state, draft));
    if (shown && same([hands, threshold], [shown.hands, shown.threshold])) return accept();
    const found = onTable(state, draft);
    if (!found.ok) return found;
    if (!basesOfHands.includes(threshold.base))
      return reject({ type: "BaseWithoutPapers", data: { base: threshold.base, allowed: basesOfHands } });
    const refusal = whyNoDecision(found.conference) ?? whyNoCount(found.conference, hands);
    if (refusal) return refusal;
    const base = baseOf(found.conference, threshold.base);
    const vote = { hands, threshold, base };
    return meets(threshold, { votes: hands.for, base })
      ? accept({ type: "DraftAdopted", data: { draft, by: { kind: "showOfHands", ...vote } } })
      : accept({ type: "DraftRejected", data: { draft, ...vote } });
  },

  DeferDraft(state, { draft, reason }) {
    if (same(conclusionOf(state, draft), { outcome: "deferred", reason })) return accept();
    const found = onTable(state, draft);
    return found.ok ? accept({ type: "DraftDeferred", data: { draft, reason } }) : found;
  },
};

export const evolveDrafts: Evolving<
  | "DraftTabled"
  | "DraftDiscussed"
  | "DraftAmended"
  | "ObjectionRecorded"
  | "ObjectionWithdrawn"
  | "DraftAdopted"
  | "DraftRejected"
  | "DraftDeferred"
> = {
  DraftTabled(state, draft) {
    if (state.status !== "blank")
      state.drafts.push({ ...draft, remarks: [], amendments: [], objections: [] });
  },
  DraftDiscussed(state, remark) {
    draftOf(state, remark.draft)?.remarks.push(remark);
  },
  DraftAmended(state, amendment) {
    draftOf(state, amendment.draft)?.amendments.push(amendment);
  },
  ObjectionRecorded(state, objection) {
    const draft = draftOf(state, objection.draft);
    if (draft)
      draft.objections = [...draft.objections.filter(({ unit }) => unit !== objection.unit), objection];
  },
  ObjectionWithdrawn(state, { draft, unit }) {
    const found = draftOf(state, draft);
    if (found) found.objections = found.objections.filter((objection) => objection.unit !== unit);
  },
  DraftAdopted: (state, { draft, by }) => conclude(state, draft, { outcome: "adopted", by }),
  DraftRejected: (state, { draft, ...vote }) => conclude(state, draft, { outcome: "rejected", ...vote }),
  DraftDeferred: (state, { draft, reason }) => conclude(state, draft, { outcome: "deferred", reason }),
};

function conclude(state: Conference, id: Id, conclusion: Conclusion): undefined {
  const draft = draftOf(state, id);
  if (draft) draft.conclusion = conclusion;
}

type OnTable = { ok: true; conference: OpenConference; draft: Draft };

/** The draft that is still open to be spoken to, by a unit that is in the room where one is named. */
function onTable(state: Conference, id: Id, unit?: UnitId) {
  if (state.status !== "open") return wrongState(state, "open");
  const draft = draftOf(state, id);
  if (!draft) return reject({ type: "DraftUnknown", data: { draft: id } } as const);
  if (draft.conclusion)
    return reject({ type: "DraftDecided", data: { draft: id, outcome: draft.conclusion.outcome } } as const);
  if (unit !== undefined && !state.present.includes(unit))
    return reject({ type: "UnitNotPresent", data: { unit } } as const);
  const found: OnTable = { ok: true, conference: state, draft };
  return found;
}

function whyNoDecision(state: Proceedings) {
  const [present, needed] = [state.present.length, unitsNeeded(state)];
  if (present >= needed) return undefined;
  return reject({ type: "QuorumLost", data: { present, needed } } as const);
}

function whyNoCount(state: Proceedings, hands: Hands) {
  const votes = votesInRoom(state);
  if (hands.for + hands.against + hands.abstain === votes) return undefined;
  return reject({ type: "HandsDoNotAddUp", data: { hands, votes } } as const);
}

function baseOf(state: Proceedings, base: Base): number {
  return base === "allEligible" ? state.invitation.entitled.length : votesInRoom(state);
}

function showOfHandsOf(conclusion: Conclusion | undefined) {
  if (conclusion?.outcome === "rejected") return conclusion;
  const by = conclusion?.outcome === "adopted" ? conclusion.by : undefined;
  return by?.kind === "showOfHands" ? by : undefined;
}

function draftOf(state: Conference, id: Id): Draft | undefined {
  return state.status === "blank" ? undefined : state.drafts.find(({ draft }) => draft === id);
}

const conclusionOf = (state: Conference, id: Id) => draftOf(state, id)?.conclusion;
