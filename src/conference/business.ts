import { accept, reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import { nextSeason } from "../vocabulary/season.ts";
import type { ConferenceRejection } from "./messages.ts";
import { unitsPresent } from "./room.ts";
import { type CommandData, type CommandSlice, convened, type EventSlice, type Proceedings } from "./state.ts";

// The business of an open conference beside its drafts: directive speeches, ballots, the signing of pledges.

const pledgesMax = 100;

export const decideBusiness: CommandSlice<
  "RecordDirectiveSpeech" | "HoldBallot" | "SettleBallot" | "RecordPledgeSigning"
> = {
  RecordDirectiveSpeech: during(["open"], {
    already: ({ speeches }, speech) => speeches.some(({ guest, points }) => same({ guest, points }, speech)),
    decide(state, { guest, points }) {
      const known = state.guests.find((other) => other.guest === guest);
      if (!known) return reject({ type: "GuestUnknown", data: { guest } });
      if (!known.mayDirect) return reject({ type: "GuestMayNotDirect", data: { guest } });
      const speech = { guest, speaker: known.person, points };
      return accept({ type: "DirectiveSpeechRecorded", data: speech });
    },
  }),

  HoldBallot: during(["open"], {
    already: ({ ballots }, { ballot, matter }) =>
      ballots.some((held) => held.ballot === ballot && held.matter === matter),
    decide(state, { ballot, matter }) {
      if (state.ballots.some((held) => held.ballot === ballot))
        return reject({ type: "BallotHeldAlready", data: { ballot } });
      return accept({ type: "BallotHeld", data: { ballot, matter, present: unitsPresent(state) } });
    },
  }),

  SettleBallot: during(convened, {
    already: ({ ballots }, settlement) =>
      ballots.some(({ matter, settled }) => same(settled, { ...settlement, matter })),
    done: ({ settledOn }) => settledOn,
    decide({ ballots }, settlement) {
      const { ballot } = settlement;
      const held = ballots.find((one) => one.ballot === ballot);
      if (!held) return reject({ type: "BallotNotHeld", data: { ballot } });
      return accept({ type: "BallotSettled", data: { ...settlement, matter: held.matter } });
    },
  }),

  RecordPledgeSigning: during(["open"], {
    decide(state, { season, pledges }) {
      const allowed = [state.invitation.season, nextSeason(state.invitation.season)];
      if (!allowed.includes(season))
        return reject({ type: "SeasonNotOfConference", data: { season, allowed } });
      const objection = objectionToSeason(state, { season, pledges });
      if (objection) return reject(objection);
      const signed = new Set(state.signings.flatMap((signing) => signing.pledges));
      const fresh = [...new Set(pledges)].filter((pledge) => !signed.has(pledge));
      if (fresh.length === 0) return accept();
      if (signed.size + fresh.length > pledgesMax)
        return reject({ type: "TooManyPledges", data: { pledgesMax } });
      return accept({ type: "PledgeSigningRecorded", data: { season, pledges: fresh } });
    },
  }),
};

export const evolveBusiness: EventSlice<
  "DirectiveSpeechRecorded" | "BallotHeld" | "BallotSettled" | "PledgeSigningRecorded"
> = {
  DirectiveSpeechRecorded: from(["open"], (state, speech) => {
    if (!state.guests.some(({ guest }) => guest === speech.guest))
      contradiction(`guest ${JSON.stringify(speech.guest)} is unknown`);
    if (state.speeches.some((other) => same(other, speech))) contradiction("the speech is recorded already");
    state.speeches.push(speech);
  }),
  BallotHeld: from(["open"], (state, held) => {
    if (state.ballots.some(({ ballot }) => ballot === held.ballot))
      contradiction(`ballot ${JSON.stringify(held.ballot)} was held before`);
    if (!same(held.present, unitsPresent(state))) contradiction("other units are in the room");
    state.ballots.push(held);
  }),
  BallotSettled: from(convened, (state, settled) => {
    const held = state.ballots.find(({ ballot }) => ballot === settled.ballot);
    if (!held) return contradiction(`ballot ${JSON.stringify(settled.ballot)} was not held here`);
    if (held.matter !== settled.matter) contradiction(`its matter is ${JSON.stringify(held.matter)}`);
    if (same(held.settled, settled)) contradiction("it is recorded already");
    state.ballots = state.ballots.map((one) => (one === held ? { ...held, settled } : one));
  }),
  PledgeSigningRecorded: from(["open"], (state, signing) => {
    const signed = new Set(state.signings.flatMap(({ pledges }) => pledges));
    const twice = signing.pledges.find((pledge) => signed.has(pledge));
    if (twice !== undefined) contradiction(`pledge ${JSON.stringify(twice)} was signed before`);
    state.signings.push(signing);
  }),
};

/** What stands against a close that leaves these ballots open: they are exactly those that have not ended. */
export function objectionToLeaving(
  { ballots }: Proceedings,
  leftOpen: readonly Id[] = [],
): ConferenceRejection | undefined {
  for (const ballot of leftOpen) {
    const held = ballots.find((one) => one.ballot === ballot);
    if (!held) return { type: "BallotNotHeld", data: { ballot } };
    const { matter, settled } = held;
    if (settled)
      return { type: "BallotSettledAlready", data: { ballot, matter, settledOn: settled.settledOn } };
  }
  const open = ballots.filter(({ ballot, settled }) => !settled && !leftOpen.includes(ballot));
  if (open.length === 0) return undefined;
  const data = { ballots: open.map(({ ballot }) => ballot), matters: open.map(({ matter }) => matter) };
  return { type: "BallotsUnsettled", data };
}

/** What stands against the season of these pledges: one of them is recorded for another season. */
function objectionToSeason(
  { signings }: Proceedings,
  { season, pledges }: CommandData<"RecordPledgeSigning">,
): ConferenceRejection | undefined {
  for (const other of signings.filter((signing) => signing.season !== season)) {
    const pledge = other.pledges.find((one) => pledges.includes(one));
    if (pledge !== undefined) return { type: "PledgeOfOtherSeason", data: { pledge, season: other.season } };
  }
  return undefined;
}
