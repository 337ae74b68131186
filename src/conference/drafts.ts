import { accept, type Decision, reject, unless } from "../kernel/decision.ts";
import { type CommandRule, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import { meets } from "../vocabulary/bar.ts";
import type { Base } from "../vocabulary/threshold.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ConferenceEvent, ConferenceRejection, Hands } from "./messages.ts";
import { unitsForQuorum, unitsNeeded, votesInRoom } from "./room.ts";
import type { CommandSlice, Conclusion, Conference, Draft, EventSlice, Proceedings } from "./state.ts";

// The drafts: each is tabled, discussed and amended, and then adopted by consensus or by hands, rejected or deferred.

const draftsMax = 100;

/** A share of hands is a share of the votes in the room, or of all units that are entitled; there are no papers. */
const basesOfHands: Base[] = ["allEligible", "present", "presentOrConsulted"];

export const decideDrafts: CommandSlice<
  | "TableDraft"
  | "DiscussDraft"
  | "AmendDraft"
  | "ObjectToDraft"
  | "WithdrawObjection"
  | "AdoptDraftByConsensus"
  | "VoteOnDraft"
  | "DeferDraft"
> = {
  TableDraft: during(["open"], {
    already(state, { draft, title, kind }) {
      const known = draftOf(state, draft);
      return known?.title === title && known.kind === kind;
    },
    decide(state, tabled) {
      const { draft } = tabled;
      if (draftOf(state, draft)) return reject({ type: "DraftTaken", data: { draft } });
      if (state.drafts.length >= draftsMax) return reject({ type: "TooManyDrafts", data: { draftsMax } });
      return accept({ type: "DraftTabled", data: tabled });
    },
  }),

  DiscussDraft: onTable({
    already: ({ remarks }, remark) => remarks.some((other) => same(other, remark)),
    decide: (state, _, remark) =>
      unless(objectionToSpeaker(state, remark.unit), { type: "DraftDiscussed", data: remark }),
  }),

  AmendDraft: onTable({
    already: ({ amendments }, amendment) => amendments.some((other) => same(other, amendment)),
    decide: (state, _, amendment) =>
      unless(objectionToSpeaker(state, amendment.proposer), { type: "DraftAmended", data: amendment }),
  }),

  ObjectToDraft: onTable({
    already: ({ objections }, objection) => objections.some((other) => same(other, objection)),
    decide: (state, _, objection) =>
      unless(objectionToSpeaker(state, objection.unit), { type: "ObjectionRecorded", data: objection }),
  }),

  WithdrawObjection: onTable({
    decide: (_, { objections }, withdrawal) =>
      objections.some(({ unit }) => unit === withdrawal.unit)
        ? accept({ type: "ObjectionWithdrawn", data: withdrawal })
        : accept(),
  }),

  AdoptDraftByConsensus: onTable({
    already: ({ conclusion }) => conclusion?.outcome === "adopted" && conclusion.by.kind === "consensus",
    decide(state, { objections }, { draft }) {
      const units = objections.map(({ unit }) => unit);
      if (units.length > 0) return reject({ type: "ObjectionStands", data: { draft, units } });
      const by = { kind: "consensus", votes: votesInRoom(state) } as const;
      return unless(objectionToDeciding(state), { type: "DraftAdopted", data: { draft, by } });
    },
  }),

  VoteOnDraft: onTable({
    already({ conclusion }, { hands, threshold }) {
      const shown = showOfHandsOf(conclusion);
      return shown !== undefined && same([hands, threshold], [shown.hands, shown.threshold]);
    },
    decide(state, _, { draft, hands, threshold }) {
      if (!basesOfHands.includes(threshold.base))
        return reject({ type: "BaseWithoutPapers", data: { base: threshold.base, allowed: basesOfHands } });
      const objection = objectionToDeciding(state) ?? objectionToHands(state, hands);
      if (objection) return reject(objection);
      const base = baseOf(state, threshold.base);
      const vote = { hands, threshold, base };
      return meets(threshold, { votes: hands.for, base })
        ? accept({ type: "DraftAdopted", data: { draft, by: { kind: "showOfHands", ...vote } } })
        : accept({ type: "DraftRejected", data: { draft, ...vote } });
    },
  }),

  DeferDraft: onTable({
    already: ({ conclusion }, { reason }) => same(conclusion, { outcome: "deferred", reason }),
    decide: (_, __, deferral) => accept({ type: "DraftDeferred", data: deferral }),
  }),
};

export const evolveDrafts: EventSlice<
  | "DraftTabled"
  | "DraftDiscussed"
  | "DraftAmended"
  | "ObjectionRecorded"
  | "ObjectionWithdrawn"
  | "DraftAdopted"
  | "DraftRejected"
  | "DraftDeferred"
> = {
  DraftTabled: from(["open"], (state, draft) => {
    if (draftOf(state, draft.draft)) contradiction(`draft ${JSON.stringify(draft.draft)} is tabled already`);
    state.drafts.push({ ...draft, remarks: [], amendments: [], objections: [] });
  }),
  DraftDiscussed: from(["open"], (state, remark) => {
    const { remarks } = knownDraft(state, remark.draft);
    expectPresent(state, remark.unit);
    if (remarks.some((other) => same(other, remark))) contradiction("it is recorded already");
    remarks.push(remark);
  }),
  DraftAmended: from(["open"], (state, amendment) => {
    const { amendments } = knownDraft(state, amendment.draft);
    expectPresent(state, amendment.proposer);
    if (amendments.some((other) => same(other, amendment))) contradiction("it is recorded already");
    amendments.push(amendment);
  }),
  ObjectionRecorded: from(["open"], (state, objection) => {
    const draft = knownDraft(state, objection.draft);
    expectPresent(state, objection.unit);
    if (draft.objections.some((other) => same(other, objection))) contradiction("it is recorded already");
    draft.objections = [...draft.objections.filter(({ unit }) => unit !== objection.unit), objection];
  }),
  ObjectionWithdrawn: from(["open"], (state, { draft: id, unit }) => {
    const draft = knownDraft(state, id);
    const others = draft.objections.filter((objection) => objection.unit !== unit);
    if (others.length === draft.objections.length)
      contradiction(`unit ${JSON.stringify(unit)} does not object to draft ${JSON.stringify(id)}`);
    draft.objections = others;
  }),
  DraftAdopted: from(["open"], (state, { draft, by }) => {
    const known = knownDraft(state, draft);
    if (by.kind === "consensus" && known.objections.length > 0) contradiction("an objection stands");
    known.conclusion = { outcome: "adopted", by };
  }),
  DraftRejected: from(["open"], (state, { draft, ...vote }) => {
    knownDraft(state, draft).conclusion = { outcome: "rejected", ...vote };
  }),
  DraftDeferred: from(["open"], (state, { draft, reason }) => {
    knownDraft(state, draft).conclusion = { outcome: "deferred", reason };
  }),
};

/**
 * The grammar of a step of a draft: the conference is open, and the draft is tabled and not yet decided. `decide`
 * answers with the conference and the draft.
 */
function onTable<D extends { draft: Id }>({
  already = () => false,
  decide,
}: {
  already?: (draft: Draft, data: NoInfer<D>) => boolean;
  decide: (
    state: Proceedings,
    draft: Draft,
    data: NoInfer<D>,
  ) => Decision<ConferenceEvent, ConferenceRejection>;
}): CommandRule<Conference, D, ConferenceEvent, ConferenceRejection> {
  return during(["open"], {
    already(state, data) {
      const draft = draftOf(state, data.draft);
      return draft !== undefined && already(draft, data);
    },
    decide(state, data) {
      const draft = draftOf(state, data.draft);
      if (!draft) return reject({ type: "DraftUnknown", data: { draft: data.draft } });
      if (!draft.conclusion) return decide(state, draft, data);
      const { outcome } = draft.conclusion;
      return reject({ type: "DraftDecided", data: { draft: data.draft, outcome } });
    },
  });
}

/** For events: the draft is on the table, or the event cannot have happened. */
function knownDraft(state: Proceedings, id: Id): Draft {
  const draft = draftOf(state, id) ?? contradiction(`draft ${JSON.stringify(id)} is unknown`);
  if (draft.conclusion) contradiction(`draft ${JSON.stringify(id)} is ${draft.conclusion.outcome} already`);
  return draft;
}

/** For events: the unit is in the room, or the event cannot have happened. */
function expectPresent({ present }: Proceedings, unit: UnitId) {
  if (!present.includes(unit)) contradiction(`unit ${JSON.stringify(unit)} is not in the room`);
}

function objectionToSpeaker({ present }: Proceedings, unit: UnitId): ConferenceRejection | undefined {
  return present.includes(unit) ? undefined : { type: "UnitNotPresent", data: { unit } };
}

/** What stands against any decision: so many units have left that the quorum is lost. */
function objectionToDeciding(state: Proceedings): ConferenceRejection | undefined {
  const [present, needed] = [unitsForQuorum(state), unitsNeeded(state)];
  return present >= needed ? undefined : { type: "QuorumLost", data: { present, needed } };
}

function objectionToHands(state: Proceedings, hands: Hands): ConferenceRejection | undefined {
  const votes = votesInRoom(state);
  if (hands.for + hands.against + hands.abstain === votes) return undefined;
  return { type: "HandsDoNotAddUp", data: { hands, votes } };
}

function baseOf(state: Proceedings, base: Base): number {
  return base === "allEligible" ? state.invitation.entitled.length : votesInRoom(state);
}

function showOfHandsOf(conclusion: Conclusion | undefined) {
  if (conclusion?.outcome === "rejected") return conclusion;
  const by = conclusion?.outcome === "adopted" ? conclusion.by : undefined;
  return by?.kind === "showOfHands" ? by : undefined;
}

function draftOf({ drafts }: Proceedings, id: Id): Draft | undefined {
  return drafts.find(({ draft }) => draft === id);
}
