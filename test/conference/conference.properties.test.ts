import { expect } from "vitest";
import { conference } from "../../src/conference/conference.ts";
import type { ConferenceEvent } from "../../src/conference/messages.ts";
import { votesInRoom } from "../../src/conference/room.ts";
import type { Conference, Proceedings } from "../../src/conference/state.ts";
import { same } from "../../src/kernel/same.ts";
import { meets } from "../../src/vocabulary/bar.ts";
import { describeLaws } from "../support/laws.ts";
import { paths } from "./life.ts";
import { reaches } from "./reaches.ts";

describeLaws({
  decider: conference,
  paths,
  reaches,
  mayLieAhead: ["AdjournConference.to", "ConveneConference.heldOn"],
  takenAsSo: {
    "RecordPledgeSigning.pledges[]": "These pledges are recorded, in whatever order the list names them.",
  },
  invariant(state, history) {
    if (state.status === "blank") return expect(history).toEqual([]);
    expectRoom(state);
    expectDrafts(state);
    expectOrder(state, history);
    expectBallots(history);
  },
});

/** Everybody in the room is entitled and accredited; proxies are one hop, bounded, and for the absent. */
function expectRoom(state: Proceedings) {
  const { present, proxies, delegations, guests } = state;
  const { entitled, proxiesMax } = state.invitation;
  expect(new Set(present).size).toBe(present.length);
  const accredited = delegations.map(({ unit }) => unit);
  for (const unit of present) {
    expect(entitled).toContain(unit);
    expect(accredited).toContain(unit);
  }
  const principals = proxies.map(({ principal }) => principal);
  expect(new Set(principals).size).toBe(principals.length);
  for (const { principal, holder } of proxies) {
    expect(present).not.toContain(principal);
    expect(principals).not.toContain(holder);
    expect(proxies.filter((other) => other.holder === holder).length).toBeLessThanOrEqual(proxiesMax);
    expect(entitled).toContain(holder);
  }
  expect(votesInRoom(state)).toBeLessThanOrEqual(entitled.length);
  // A guest is never an elector: nobody is both a guest and a delegate.
  const delegates = delegations.flatMap((delegation) => delegation.delegates);
  for (const guest of guests) expect(delegates.some(({ person }) => same(person, guest.person))).toBe(false);
}

function expectDrafts(state: Conference & Proceedings) {
  for (const { conclusion, objections } of state.drafts) {
    if (state.status === "closed") expect(conclusion).toBeDefined();
    if (conclusion?.outcome === "adopted" && conclusion.by.kind === "consensus")
      expect(objections).toEqual([]);
    const shown =
      conclusion?.outcome === "rejected"
        ? conclusion
        : conclusion?.outcome === "adopted" && conclusion.by.kind === "showOfHands"
          ? conclusion.by
          : undefined;
    if (!shown) continue;
    const { hands, threshold, base } = shown;
    const votes = hands.for + hands.against + hands.abstain;
    expect(threshold.base === "allEligible" ? votes <= base : votes === base).toBe(true);
    expect(meets(threshold, { votes: hands.for, base })).toBe(conclusion?.outcome === "adopted");
  }
}

const inRoomOnly = new Set<ConferenceEvent["type"]>([
  "DraftTabled",
  "DraftDiscussed",
  "DraftAmended",
  "DraftAdopted",
  "DraftRejected",
  "DraftDeferred",
  "DirectiveSpeechRecorded",
  "BallotHeld",
  "PledgeSigningRecorded",
  "ConferenceClosed",
]);

const afterTheEnd = new Set<ConferenceEvent["type"]>(["MinutesCorrected", "BallotSettled"]);

/** Nothing is done outside an open conference; it opens on its quorum; after its end come only corrections, and the ends of its ballots. */
function expectOrder(state: Conference & Proceedings, history: readonly ConferenceEvent[]) {
  let isOpen = false;
  for (const { type, data } of history) {
    if (inRoomOnly.has(type)) expect(isOpen).toBe(true);
    if (type === "ConferenceOpened") {
      isOpen = true;
      expect(data.present.length + (data.byProxy ?? 0)).toBeGreaterThanOrEqual(data.needed);
    }
    if (type === "QuorumAbsent") expect(data.present.length + (data.byProxy ?? 0)).toBeLessThan(data.needed);
    if (type === "ConferenceAdjourned" || type === "ConferenceClosed") isOpen = false;
  }
  expect(state.status === "open").toBe(isOpen);
  const types = history.map(({ type }) => type);
  const end = types.findIndex((type) => type === "ConferenceClosed" || type === "ConferenceCancelled");
  if (end >= 0) expect(types.slice(end + 1).filter((type) => !afterTheEnd.has(type))).toEqual([]);
  if (state.status === "cancelled") expect(types[end]).toBe("ConferenceCancelled");
}

/** A conference closes once each ballot that was held in it has ended, or is named as going on. */
function expectBallots(history: readonly ConferenceEvent[]) {
  const going = new Set<string>();
  for (const { type, data } of history) {
    if (type === "BallotHeld") going.add(data.ballot);
    if (type === "BallotSettled") going.delete(data.ballot);
    if (type === "ConferenceClosed") expect(new Set(data.leftOpen ?? [])).toEqual(going);
  }
}
