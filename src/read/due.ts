import { ballot } from "../ballot/ballot.ts";
import type { BallotEvent } from "../ballot/messages.ts";
import type { Ballot } from "../ballot/state.ts";
import { campaign } from "../campaign/campaign.ts";
import type { CampaignEvent } from "../campaign/messages.ts";
import { type Campaign, courseOf } from "../campaign/state.ts";
import { forecast } from "../chair-rotation/forecast/forecast.ts";
import type { ChairRotationEvent } from "../chair-rotation/messages.ts";
import { conference } from "../conference/conference.ts";
import type { ConferenceEvent } from "../conference/messages.ts";
import type { Conference } from "../conference/state.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { PledgeEvent } from "../pledge/messages.ts";
import type { ProcessEvent } from "../process/messages.ts";
import { opened, type Rotations, rotations } from "./chairs.ts";
import { type Ledgers, ledgers } from "./matters.ts";
import { type Pledges, pledges } from "./pledges.ts";
import { type Projection, statesOf, together } from "./projection.ts";

/** All that the desk of an office has before it. */
export type Desk = {
  readonly pledges: Pledges;
  readonly campaigns: ReadonlyMap<Id, Campaign>;
  readonly conferences: ReadonlyMap<Id, Conference>;
  readonly ballots: ReadonlyMap<Id, Ballot>;
  readonly rotations: Rotations;
  readonly ledgers: Ledgers;
};

type DeskEvent =
  | PledgeEvent
  | CampaignEvent
  | ConferenceEvent
  | BallotEvent
  | ChairRotationEvent
  | ProcessEvent;

/**
 * The projection of what an office has to do: `openMatters(state.ledgers)` and `whatIsDue(state)`. Its readers are the
 * aggregates and, for the open matters, `processLedger` of `thidua/process`.
 */
export const desk: Projection<Desk, DeskEvent> = /* @__PURE__ */ together("desk", {
  pledges,
  campaigns: /* @__PURE__ */ statesOf(campaign),
  conferences: /* @__PURE__ */ statesOf(conference),
  ballots: /* @__PURE__ */ statesOf(ballot),
  rotations,
  ledgers,
});

/** Something that is to be done, or that ends, on a day. */
export type Due = {
  on: CivilDate;
  what: /** The promise ends: from the next day on it can be assessed. */
    | "pledgeEnds"
    /** The first day on which no unit can enrol any more. */
    | "enrolmentCloses"
    /** The first day after the campaign: it is to be summed up. */
    | "campaignCloses"
    /** The conference meets. */
    | "conferenceMeets"
    /** The last day for complaints: afterwards the result can be final. */
    | "complaintsEnd"
    /** The first day of the next term: the chair is to be handed over. */
    | "termBegins";
  aggregate: string;
  id: Id;
};

/**
 * What is due and not done yet, by day; with `until` what is due up to that day. What is overdue is on top.
 *
 * @example
 * whatIsDue(desk.initial()) // []
 */
export function whatIsDue(all: Desk, { until }: { until?: CivilDate } = {}): Due[] {
  const due = [
    ...[...all.pledges].flatMap(([id, one]) =>
      one.status === "signed" ? [dueOn("Pledge", id, "pledgeEnds", one.dueOn)] : [],
    ),
    ...[...all.campaigns].flatMap(([id, one]) => ofCampaign(id, one)),
    ...[...all.conferences].flatMap(([id, one]) =>
      one.status === "convened" || one.status === "inquorate"
        ? [dueOn("Conference", id, "conferenceMeets", one.heldOn)]
        : [],
    ),
    ...[...all.ballots].flatMap(([id, one]) =>
      one.status === "certified" ? [dueOn("Ballot", id, "complaintsEnd", one.complaintsUntil)] : [],
    ),
    ...ofRotations(all.rotations),
  ];
  return due
    .filter(({ on }) => until === undefined || on <= until)
    .sort((a, b) => byCodePoints(a.on, b.on) || byCodePoints(a.id, b.id));
}

const dueOn = (aggregate: string, id: Id, what: Due["what"], on: CivilDate): Due => ({
  on,
  what,
  aggregate,
  id,
});

function ofCampaign(id: Id, one: Campaign): Due[] {
  const course = courseOf(one);
  if (one.status !== "launched" || !course) return [];
  const { enrolment } = course.launch;
  return [
    dueOn("Campaign", id, "enrolmentCloses", enrolment.closesOn),
    dueOn("Campaign", id, "campaignCloses", course.closesOn),
  ];
}

/** The next term of each rotation that is open, where its calendar has one. */
function ofRotations(all: Rotations): Due[] {
  return opened(all).flatMap(([id, one]) => {
    if (one.status !== "open") return [];
    const next = forecast(one, { number: one.served.length })[one.served.length];
    return next ? [dueOn("ChairRotation", id, "termBegins", next.startsOn)] : [];
  });
}
