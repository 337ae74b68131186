import { decider } from "../kernel/decider.ts";
import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { decideBusiness, evolveBusiness, objectionToLeaving } from "./business.ts";
import { decideDrafts, evolveDrafts } from "./drafts.ts";
import { ConferenceCommand, ConferenceEvent, ConferenceRejection } from "./messages.ts";
import { decideRoom, evolveRoom, quorumFigures, unitsForQuorum, unitsNeeded, unitsPresent } from "./room.ts";
import { type CommandData, type Conference, gathering, type Proceedings } from "./state.ts";

/**
 * The conference (hội nghị): convened for a season, opened once enough units are in the room, and closed with
 * minutes when every draft is decided. An absent quorum is recorded as a fact. Guests never vote. A mistake in the
 * minutes is corrected by a further fact only.
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
    ...decideBusiness,

    ConveneConference: during(["blank"], {
      already: (state, invitation) => same(invitation, state.invitation),
      otherwise({ invitation: { bloc, season, kind, heldOn } }) {
        return { type: "ConferenceTaken", data: { bloc, season, kind, heldOn } };
      },
      decide(_, invitation) {
        const { host, entitled } = invitation;
        if (!entitled.includes(host)) return reject({ type: "UnitNotEntitled", data: { unit: host } });
        return accept({ type: "ConferenceConvened", data: invitation });
      },
    }),

    OpenConference: during(["convened", "inquorate"], {
      already(state, opening) {
        if (state.status === "open") return same(opening, openingOf(state.opening));
        // Asked again on the same day with the same units in the room, the quorum is still absent.
        if (state.status !== "inquorate") return false;
        const { date, present, byProxy } = state.absence;
        return same(
          [opening.openedOn, quorumFigures(state)],
          [date, { present, ...(byProxy && { byProxy }) }],
        );
      },
      done: ({ openedOn }) => openedOn,
      decide(state, opening) {
        const { openedOn: date } = opening;
        const { heldOn } = state;
        if (date !== heldOn) return reject({ type: "ConferenceNotOnThatDay", data: { date, heldOn } });
        const [figures, needed] = [quorumFigures(state), unitsNeeded(state)];
        if (unitsForQuorum(state) >= needed)
          return accept({ type: "ConferenceOpened", data: { ...opening, ...figures, needed } });
        const entitled = state.invitation.entitled.length;
        return accept({ type: "QuorumAbsent", data: { date, ...figures, entitled, needed } });
      },
    }),

    AdjournConference: during(gathering, {
      already(state, { to, place, reason }) {
        const last = state.adjournments.at(-1);
        const isLast = last !== undefined && same([to, place, reason], [last.to, last.place, last.reason]);
        return state.status === "convened" && isLast;
      },
      decide(state, { to, place, reason }) {
        const { heldOn: from } = state;
        const objection = objectionToDate(to, { earliest: from });
        return unless(objection, { type: "ConferenceAdjourned", data: { from, to, place, reason } });
      },
    }),

    CancelConference: during(["convened", "inquorate"], {
      already: (state, cancellation) =>
        state.status === "cancelled" && same(cancellation, state.cancellation),
      done: ({ cancelledOn }) => cancelledOn,
      decide: (_, cancellation) => accept({ type: "ConferenceCancelled", data: cancellation }),
    }),

    CloseConference: during(["open"], {
      already: (state, closing) => state.status === "closed" && same(closing, state.closing),
      done: ({ closedOn, minutes }) => [closedOn, minutes.issuedOn],
      decide(state, closing) {
        const { kind } = closing.minutes;
        if (kind !== "minutes") return reject({ type: "DocumentNotMinutes", data: { kind } });
        const undecided = state.drafts.filter(({ conclusion }) => conclusion === undefined);
        if (undecided.length > 0)
          return reject({ type: "DraftsUndecided", data: { drafts: undecided.map(({ draft }) => draft) } });
        const objection =
          objectionToLeaving(state, closing.leftOpen) ??
          objectionToDate(closing.closedOn, { earliest: state.opening.openedOn });
        return unless(objection, { type: "ConferenceClosed", data: closing });
      },
    }),

    CorrectMinutes: during(["closed"], {
      already: (state, correction) =>
        state.status === "closed" && state.corrections.some((other) => same(other, correction)),
      done: ({ correctedOn, document }) => [correctedOn, document.issuedOn],
      decide(state, correction) {
        const objection = objectionToDate(correction.correctedOn, { earliest: state.closing.closedOn });
        return unless(objection, { type: "MinutesCorrected", data: correction });
      },
    }),
  },

  evolve: {
    ...evolveRoom,
    ...evolveDrafts,
    ...evolveBusiness,

    ConferenceConvened: from(["blank"], (_, invitation) => ({
      status: "convened",
      ...blankProceedings(invitation),
    })),
    ConferenceOpened: from(["convened", "inquorate"], (state, opening) => {
      expectInRoom(state, opening.present);
      if (unitsForQuorum(state) < unitsNeeded(state)) contradiction("the quorum is absent");
      return { ...proceedingsOf(state), status: "open", opening };
    }),
    QuorumAbsent: from(["convened", "inquorate"], (state, absence) => {
      expectInRoom(state, absence.present);
      if (state.status === "inquorate" && same(state.absence, absence))
        contradiction("it is recorded already");
      return { ...proceedingsOf(state), status: "inquorate", absence };
    }),
    ConferenceAdjourned: from(gathering, (state, adjournment) => {
      const { from: day, to: heldOn, place } = adjournment;
      if (day !== state.heldOn) contradiction(`it is to be held on ${state.heldOn}`);
      const adjournments = [...state.adjournments, adjournment];
      return { ...proceedingsOf(state), status: "convened", heldOn, place, adjournments, present: [] };
    }),
    ConferenceCancelled: from(["convened", "inquorate"], (state, cancellation) => ({
      ...proceedingsOf(state),
      status: "cancelled",
      cancellation,
    })),
    ConferenceClosed: from(["open"], (state, closing) => {
      const open = state.drafts.find(({ conclusion }) => conclusion === undefined);
      if (open) contradiction(`draft ${JSON.stringify(open.draft)} is on the table`);
      const objection = objectionToLeaving(state, closing.leftOpen);
      if (objection) contradiction(`ballots go on otherwise than it says: ${objection.type}`);
      const { opening } = state;
      return { ...proceedingsOf(state), status: "closed", opening, closing, corrections: [] };
    }),
    MinutesCorrected: from(["closed"], (state, correction) => {
      if (state.corrections.some((other) => same(other, correction))) contradiction("it is recorded already");
      state.corrections.push(correction);
    }),
  },
});

/** For events: exactly these units are in the room, or the event cannot have happened. */
function expectInRoom(state: Proceedings, present: readonly UnitId[]) {
  if (!same(present, unitsPresent(state))) contradiction("other units are in the room");
}

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

const openingOf = ({ openedOn, chair, secretary }: CommandData<"OpenConference">) => ({
  openedOn,
  chair,
  secretary,
});
