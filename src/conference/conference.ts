import { decider } from "../kernel/decider.ts";
import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import { nextSeason } from "../vocabulary/season.ts";
import { decideDrafts, evolveDrafts } from "./drafts.ts";
import { ConferenceCommand, ConferenceEvent, ConferenceRejection } from "./messages.ts";
import { decideRoom, evolveRoom, unitsNeeded, unitsPresent } from "./room.ts";
import {
  type Conference,
  isGathering,
  misdated,
  notGathering,
  type Proceedings,
  wrongState,
} from "./state.ts";

const pledgesMax = 100;

/**
 * The conference (hội nghị): convened for a season, opened once enough units are in the room, and closed with
 * minutes when every draft is decided. An absent quorum is recorded as a fact; guests never vote; what the
 * minutes say is corrected by a further fact only.
 */
export const conference = /* @__PURE__ */ decider<
  Conference,
  ConferenceCommand,
  ConferenceEvent,
  ConferenceRejection
>({
  name: "Conference",
  commands: ConferenceCommand,
  events: ConferenceEvent,
  rejections: ConferenceRejection,
  initialState: { status: "blank" },

  decide: {
    ...decideRoom,
    ...decideDrafts,

    ConveneConference(state, invitation) {
      const { host, entitled } = invitation;
      if (state.status === "blank") {
        if (!entitled.includes(host)) return reject({ type: "UnitNotEntitled", data: { unit: host } });
        return accept({ type: "ConferenceConvened", data: invitation });
      }
      if (same(invitation, state.invitation)) return accept();
      const { bloc, season, kind, heldOn } = state.invitation;
      return reject({ type: "ConferenceTaken", data: { bloc, season, kind, heldOn } });
    },

    OpenConference(state, opening, metadata) {
      if (state.status === "open" && same(opening, openingOf(state.opening))) return accept();
      if (state.status !== "convened" && state.status !== "inquorate")
        return wrongState(state, "convened", "inquorate");
      const { openedOn: date } = opening;
      const { heldOn } = state;
      if (date !== heldOn) return reject({ type: "ConferenceNotOnThatDay", data: { date, heldOn } });
      const refusal = misdated(date, metadata);
      if (refusal) return refusal;
      const [present, needed] = [unitsPresent(state), unitsNeeded(state)];
      if (present.length >= needed)
        return accept({ type: "ConferenceOpened", data: { ...opening, present, needed } });
      if (state.status === "inquorate" && same([date, present], [state.absence.date, state.absence.present]))
        return accept();
      const entitled = state.invitation.entitled.length;
      return accept({ type: "QuorumAbsent", data: { date, present, entitled, needed } });
    },

    AdjournConference(state, { to, place, reason }) {
      if (!isGathering(state)) return notGathering(state);
      const last = state.adjournments.at(-1);
      const isSo = last && same([to, place, reason], [last.to, last.place, last.reason]);
      if (state.status === "convened" && isSo) return accept();
      const from = state.heldOn;
      if (to < from) return reject({ type: "ConferenceDateTooEarly", data: { date: to, from } });
      return accept({ type: "ConferenceAdjourned", data: { from, to, place, reason } });
    },

    CancelConference(state, cancellation, metadata) {
      if (state.status === "cancelled" && same(cancellation, state.cancellation)) return accept();
      if (state.status !== "convened" && state.status !== "inquorate")
        return wrongState(state, "convened", "inquorate");
      return (
        misdated(cancellation.cancelledOn, metadata) ??
        accept({ type: "ConferenceCancelled", data: cancellation })
      );
    },

    RecordDirectiveSpeech(state, { guest, points }) {
      if (state.status !== "open") return wrongState(state, "open");
      const known = state.guests.find((other) => other.guest === guest);
      if (!known) return reject({ type: "GuestUnknown", data: { guest } });
      if (!known.mayDirect) return reject({ type: "GuestMayNotDirect", data: { guest } });
      const speech = { guest, speaker: known.person, points };
      if (state.speeches.some((other) => same(other, speech))) return accept();
      return accept({ type: "DirectiveSpeechRecorded", data: speech });
    },

    HoldBallot(state, { ballot, matter }) {
      if (state.status !== "open") return wrongState(state, "open");
      const held = state.ballots.find((other) => other.ballot === ballot);
      if (held?.matter === matter) return accept();
      if (held) return reject({ type: "BallotHeldAlready", data: { ballot } });
      return accept({ type: "BallotHeld", data: { ballot, matter, present: unitsPresent(state) } });
    },

    RecordPledgeSigning(state, { season, pledges }) {
      if (state.status !== "open") return wrongState(state, "open");
      const allowed = [state.invitation.season, nextSeason(state.invitation.season)];
      if (!allowed.includes(season))
        return reject({ type: "SeasonNotOfConference", data: { season, allowed } });
      const signed = new Set(state.signings.flatMap((signing) => signing.pledges));
      const fresh = [...new Set(pledges)].filter((pledge) => !signed.has(pledge));
      if (fresh.length === 0) return accept();
      if (signed.size + fresh.length > pledgesMax)
        return reject({ type: "TooManyPledges", data: { pledgesMax } });
      return accept({ type: "PledgeSigningRecorded", data: { season, pledges: fresh } });
    },

    CloseConference(state, closing, metadata) {
      if (state.status === "closed" && same(closing, state.closing)) return accept();
      if (state.status !== "open") return wrongState(state, "open");
      const { kind } = closing.minutes;
      if (kind !== "minutes") return reject({ type: "DocumentNotMinutes", data: { kind } });
      const undecided = state.drafts.filter(({ conclusion }) => conclusion === undefined);
      if (undecided.length > 0)
        return reject({ type: "DraftsUndecided", data: { drafts: undecided.map(({ draft }) => draft) } });
      return (
        misdated(closing.closedOn, metadata, state.opening.openedOn) ??
        accept({ type: "ConferenceClosed", data: closing })
      );
    },

    CorrectMinutes(state, correction, metadata) {
      if (state.status !== "closed") return wrongState(state, "closed");
      if (state.corrections.some((other) => same(other, correction))) return accept();
      return (
        misdated(correction.correctedOn, metadata, state.closing.closedOn) ??
        accept({ type: "MinutesCorrected", data: correction })
      );
    },
  },

  evolve: {
    ...evolveRoom,
    ...evolveDrafts,

    ConferenceConvened: (_, invitation) => ({ status: "convened", ...blankProceedings(invitation) }),
    ConferenceOpened: (state, opening) =>
      state.status === "blank" ? undefined : { ...proceedingsOf(state), status: "open", opening },
    QuorumAbsent: (state, absence) =>
      state.status === "blank" ? undefined : { ...proceedingsOf(state), status: "inquorate", absence },
    ConferenceAdjourned(state, adjournment) {
      if (state.status === "blank") return undefined;
      const { to: heldOn, place } = adjournment;
      const adjournments = [...state.adjournments, adjournment];
      return { ...proceedingsOf(state), status: "convened", heldOn, place, adjournments, present: [] };
    },
    ConferenceCancelled: (state, cancellation) =>
      state.status === "blank" ? undefined : { ...proceedingsOf(state), status: "cancelled", cancellation },
    DirectiveSpeechRecorded(state, speech) {
      if (state.status !== "blank") state.speeches.push(speech);
    },
    BallotHeld(state, ballot) {
      if (state.status !== "blank") state.ballots.push(ballot);
    },
    PledgeSigningRecorded(state, signing) {
      if (state.status !== "blank") state.signings.push(signing);
    },
    ConferenceClosed: (state, closing) =>
      state.status === "open"
        ? {
            ...proceedingsOf(state),
            status: "closed",
            opening: state.opening,
            closing,
            corrections: [],
          }
        : undefined,
    MinutesCorrected(state, correction) {
      if (state.status === "closed") state.corrections.push(correction);
    },
  },
});

function blankProceedings(invitation: Proceedings["invitation"]): Proceedings {
  const { heldOn, place } = invitation;
  return {
    invitation,
    heldOn,
    place,
    adjournments: [],
    delegations: [],
    proxies: [],
    guests: [],
    present: [],
    drafts: [],
    speeches: [],
    ballots: [],
    signings: [],
  };
}

function proceedingsOf(state: Proceedings): Proceedings {
  const { invitation, heldOn, place, adjournments, delegations, proxies } = state;
  const { guests, present, drafts, speeches, ballots, signings } = state;
  return {
    invitation,
    heldOn,
    place,
    adjournments,
    delegations,
    proxies,
    guests,
    present,
    drafts,
    speeches,
    ballots,
    signings,
  };
}

type Opening = { openedOn: string; chair: object; secretary: object };
const openingOf = ({ openedOn, chair, secretary }: Opening) => ({ openedOn, chair, secretary });
