import { describe, expect, it } from "vitest";
import { conference } from "../../src/conference/conference.ts";
import { ConferenceCommand } from "../../src/conference/messages.ts";
import { votesInRoom } from "../../src/conference/room.ts";
import { check } from "../../src/kernel/input.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  accredit,
  adjourn,
  amend,
  ballot,
  cancel,
  chair,
  checkIn,
  close,
  consent,
  convene,
  correct,
  defer,
  discuss,
  guest,
  leave,
  majority,
  minutes,
  object,
  open,
  opened,
  proxy,
  secretary,
  signing,
  speech,
  table,
  tablePledge,
  tableScale,
  units,
  vote,
  withdrawObjection,
} from "./life.ts";

const { create } = ConferenceCommand;

/** What has happened once these were accepted. */
const done = (...commands: ConferenceCommand[]) => historyOf(conference, commands);
const once = (...commands: ConferenceCommand[]) => given(conference, done(...commands));
const arrivals = units.map(accredit);

describe("a conference", () => {
  it("belongs to a bloc and a season, and is held in the year after", () => {
    once(convene).when(convene).thenNothing();
    once(convene)
      .when(create.ConveneConference({ ...convene.data, season: "2023" }))
      .thenRejected("ConferenceTaken", {
        bloc: "internal-affairs",
        season: "2022",
        kind: "yearEnd",
        heldOn: "2023-01-09",
      });
  });

  it("is hosted by one of the units that are entitled", () => {
    given(conference)
      .when(create.ConveneConference({ ...convene.data, host: "__proto__" }))
      .thenRejected("UnitNotEntitled", { unit: "__proto__" });
  });

  it("invites each unit once", () => {
    const twice = { ...convene, data: { ...convene.data, entitled: ["police", "court", "police"] } };
    const again = { field: "data.entitled[2]", rule: "eachOnce", value: '"police"' };
    expect(check(ConferenceCommand, twice)).toEqual({ ok: false, problems: [again] });
  });

  it("does nothing before it is open", () => {
    const inOpen = [
      table,
      discuss,
      consent,
      defer,
      vote(0),
      withdrawObjection,
      speech,
      ballot,
      signing,
      close,
    ];
    for (const command of inOpen) {
      once(convene)
        .when(command)
        .thenRejected("WrongState", { aggregate: "Conference", status: "convened", allowed: ["open"] });
    }
  });

  it("opens on its day, neither before nor after", () => {
    for (const date of ["2023-01-08", "2023-01-10"]) {
      once(convene, ...arrivals, ...units.map(checkIn))
        .when(create.OpenConference({ ...open.data, openedOn: date }))
        .thenRejected("ConferenceNotOnThatDay", { date, heldOn: "2023-01-09" });
    }
  });

  it("does nothing before it is convened", () => {
    for (const command of [accredit("police"), proxy("police", "court"), guest, checkIn("police"), adjourn]) {
      given(conference)
        .when(command)
        .thenRejected("WrongState", {
          aggregate: "Conference",
          status: "blank",
          allowed: ["convened", "inquorate", "open"],
        });
    }
  });

  it("may be cancelled before it opens, and not after", () => {
    once(convene, cancel).when(cancel).thenNothing();
    once(...opened)
      .when(cancel)
      .thenRejected("WrongState", {
        aggregate: "Conference",
        status: "open",
        allowed: ["convened", "inquorate"],
      });
  });
});

describe("who is at a conference", () => {
  it("is whom the units accredited, the latest list in force", () => {
    const again = create.AccreditDelegation({
      unit: "police",
      delegates: [{ person: { name: "Người mới" }, role: "leader" }],
      accreditedOn: "2023-01-08",
    });
    const { state } = once(convene, accredit("police")).when(again);
    expect(state).toMatchObject({ delegations: [{ delegates: [{ person: { name: "Người mới" } }] }] });
  });

  it("is in the room only after it was accredited", () => {
    once(convene).when(checkIn("police")).thenRejected("UnitNotAccredited", { unit: "police" });
    for (const command of [accredit("constructor"), checkIn("constructor"), leave("constructor")]) {
      once(convene).when(command).thenRejected("UnitNotEntitled", { unit: "constructor" });
    }
  });

  it("is a delegate or a guest, never both, and of one unit only", () => {
    const person = { name: "Lãnh đạo police" };
    once(convene, accredit("police"))
      .when(create.AccreditGuest({ guest: "g", person, mayDirect: false }))
      .thenRejected("PersonAccreditedTwice", { person });
    const court = create.AccreditDelegation({
      unit: "court",
      delegates: [{ person, role: "leader" }],
      accreditedOn: "2023-01-05",
    });
    once(convene, accredit("police")).when(court).thenRejected("PersonAccreditedTwice", { person });
    const asGuest = create.AccreditGuest({ guest: "g", person, mayDirect: true });
    once(convene, asGuest).when(accredit("police")).thenRejected("PersonAccreditedTwice", { person });
  });

  it("is not accredited on a day that has not come", () => {
    const metadata = { now: new Date("2023-01-04T10:00:00Z"), commandId: "c1", actor: "office" };
    once(convene)
      .when({ ...accredit("police"), metadata })
      .thenRejected("DateInFuture", { date: "2023-01-05", today: "2023-01-04" });
  });

  it("has no vote as a guest", () => {
    const history = done(...opened);
    const { state } = given(conference, history);
    if (state.status !== "open") throw new Error(state.status);
    expect(votesInRoom(state)).toBe(5);
    given(conference, history)
      .when(create.DiscussDraft({ draft: "plan", unit: "vice-chair", remark: "Tôi đồng ý" }))
      .thenRejected("DraftUnknown", { draft: "plan" });
    given(conference, [...history, ...done(...opened, table).slice(history.length)])
      .when(create.DiscussDraft({ draft: "plan", unit: "vice-chair", remark: "Tôi đồng ý" }))
      .thenRejected("UnitNotPresent", { unit: "vice-chair" });
  });

  it("is not another guest under the same id", () => {
    once(convene, guest)
      .when(create.AccreditGuest({ ...guest.data, mayDirect: false }))
      .thenRejected("GuestTaken", { guest: "vice-chair" });
  });
});

describe("a proxy", () => {
  it("is for another unit that is not there", () => {
    once(convene).when(proxy("police", "police")).thenRejected("ProxyForItself", { unit: "police" });
    once(convene, ...arrivals, checkIn("police"))
      .when(proxy("police", "court"))
      .thenRejected("PrincipalPresent", { principal: "police" });
    once(convene).when(proxy("police", "guest")).thenRejected("UnitNotEntitled", { unit: "guest" });
  });

  it("goes one hop, in neither direction further", () => {
    once(convene, proxy("police", "court"))
      .when(proxy("court", "military"))
      .thenRejected("ProxyPassedOn", { principal: "court", holder: "military", unit: "court" });
    once(convene, proxy("police", "court"))
      .when(proxy("military", "police"))
      .thenRejected("ProxyPassedOn", { principal: "military", holder: "police", unit: "police" });
  });

  it("is one of as many as the bylaws allow, and one a principal", () => {
    once(convene, proxy("police", "court"))
      .when(proxy("military", "court"))
      .thenRejected("ProxiesExhausted", { holder: "court", proxiesMax: 1 });
    once(convene, proxy("police", "court"))
      .when(proxy("police", "military"))
      .thenRejected("PrincipalRepresented", { principal: "police", holder: "court" });
    once(convene, proxy("police", "court"))
      .when(create.AccreditProxy({ ...proxy("police", "court").data, accreditedOn: "2023-01-07" }))
      .thenRejected("PrincipalRepresented", { principal: "police", holder: "court" });
  });

  it("is revoked by the presence of the principal", () => {
    once(convene, ...arrivals, proxy("police", "court"))
      .when(checkIn("police"))
      .thenEvents(
        {
          type: "ProxyEnded",
          data: { principal: "police", holder: "court", ground: "principalPresent" },
        },
        { type: "UnitArrived", data: { unit: "police" } },
      );
  });

  it("counts as a vote while its holder is in the room, and never as presence", () => {
    const four = units.slice(0, 4).map(checkIn);
    const history = [convene, ...arrivals, proxy("military", "court"), ...four, open];
    const votes = (...commands: ConferenceCommand[]) => {
      const { state } = once(...commands);
      if (state.status !== "open") throw new Error(state.status);
      return [state.present.length, votesInRoom(state)];
    };
    expect(votes(...history)).toEqual([4, 5]);
    expect(votes(...history, leave("court"))).toEqual([3, 3]);
  });
});

describe("a quorum", () => {
  const three = [convene, ...arrivals, ...units.slice(0, 3).map(checkIn)];

  it("opens the conference", () => {
    once(...three, checkIn("court"))
      .when(open)
      .thenEvents({
        type: "ConferenceOpened",
        data: { openedOn: "2023-01-09", chair, secretary, present: units.slice(0, 4), needed: 4 },
      });
  });

  it("is recorded as absent where too few have come, once", () => {
    const absence = {
      type: "QuorumAbsent",
      data: { date: "2023-01-09", present: units.slice(0, 3), entitled: 5, needed: 4 },
    } as const;
    once(...three)
      .when(open)
      .thenEvents(absence);
    once(...three, open)
      .when(open)
      .thenNothing();
    const { state } = once(...three, open, checkIn("court")).when(open);
    expect(state).toMatchObject({ status: "open" });
  });

  it("is asked for again on the day to which the conference is adjourned", () => {
    const { state } = once(...three, open).when(adjourn);
    expect(state).toMatchObject({ status: "convened", heldOn: "2023-01-16", present: [] });
    once(...three, open, adjourn)
      .when(adjourn)
      .thenNothing();
    once(...three, open, adjourn)
      .when(open)
      .thenRejected("ConferenceNotOnThatDay", { date: "2023-01-09", heldOn: "2023-01-16" });
  });

  it("is not put off to a day that is gone", () => {
    once(convene)
      .when(create.AdjournConference({ ...adjourn.data, to: "2023-01-08" }))
      .thenRejected("DateOutside", { date: "2023-01-08", earliest: "2023-01-09" });
  });

  it("is needed for every decision: units that leave take it with them", () => {
    const fewer = [...opened, table, tableScale, leave("court"), leave("police")];
    for (const command of [consent, vote(0, 3)]) {
      once(...fewer)
        .when(command)
        .thenRejected("QuorumLost", { present: 3, needed: 4 });
    }
    once(...fewer)
      .when(leave("police"))
      .thenNothing();
  });
});

describe("a draft", () => {
  it("is adopted by consensus when nobody objects", () => {
    once(...opened, table, discuss, amend)
      .when(consent)
      .thenEvents({
        type: "DraftAdopted",
        data: { draft: "plan", by: { kind: "consensus", votes: 5 } },
      });
  });

  it("is not adopted by consensus while an objection stands", () => {
    once(...opened, table, object)
      .when(consent)
      .thenRejected("ObjectionStands", { draft: "plan", units: ["police"] });
    const { decision } = once(...opened, table, object, withdrawObjection).when(consent);
    expect(decision).toMatchObject({ ok: true, events: [{ type: "DraftAdopted" }] });
  });

  it.each([
    // Absolute majority of those in the room: of 5, 3; of 4, 3 and not 2.
    { against: 2, votes: 5, type: "DraftAdopted" },
    { against: 3, votes: 5, type: "DraftRejected" },
    { against: 1, votes: 4, type: "DraftAdopted" },
    { against: 2, votes: 4, type: "DraftRejected" },
  ])("put to $votes units with $against against ends as $type", ({ against, votes, type }) => {
    const away = votes === 4 ? [leave("military")] : [];
    const { decision } = once(...opened, tableScale, ...away).when(vote(against, votes));
    const shown = { base: votes };
    const data = type === "DraftAdopted" ? { by: { kind: "showOfHands", ...shown } } : shown;
    expect(decision).toMatchObject({ ok: true, events: [{ type, data }] });
  });

  it("is judged by the base that the threshold names", () => {
    const ofAll = create.VoteOnDraft({
      draft: "scale",
      hands: { for: 3, against: 0, abstain: 1 },
      threshold: { numerator: 3, denominator: 4, strict: false, base: "allEligible" },
    });
    const { decision } = once(...opened, tableScale, leave("military")).when(ofAll);
    expect(decision).toMatchObject({ ok: true, events: [{ type: "DraftRejected", data: { base: 5 } }] });
  });

  it("is put to hands, of which there are as many as votes in the room", () => {
    const hands = { for: 4, against: 0, abstain: 0 };
    once(...opened, tableScale)
      .when(create.VoteOnDraft({ draft: "scale", hands, threshold: majority }))
      .thenRejected("HandsDoNotAddUp", { hands, votes: 5 });
  });

  it("is not put to hands by a share of papers", () => {
    const threshold = { ...majority, base: "validPapers" } as const;
    const hands = { for: 5, against: 0, abstain: 0 };
    once(...opened, tableScale)
      .when(create.VoteOnDraft({ draft: "scale", hands, threshold }))
      .thenRejected("BaseWithoutPapers", {
        base: "validPapers",
        allowed: ["allEligible", "present", "presentOrConsulted"],
      });
  });

  it("is decided once", () => {
    const history = done(...opened, table, tableScale, tablePledge, consent, vote(3), defer);
    for (const command of [consent, vote(3), defer, table])
      given(conference, history).when(command).thenNothing();
    for (const [draft, outcome] of [
      ["plan", "adopted"],
      ["scale", "rejected"],
      ["pledge", "deferred"],
    ] as const) {
      given(conference, history)
        .when(create.DeferDraft({ draft, reason: "Chưa thống nhất" }))
        .thenRejected("DraftDecided", { draft, outcome });
    }
  });

  it("keeps its title, and is known by its id", () => {
    once(...opened, table)
      .when(create.TableDraft({ draft: "plan", title: "Khác", kind: "plan" }))
      .thenRejected("DraftTaken", { draft: "plan" });
    once(...opened)
      .when(create.AdoptDraftByConsensus({ draft: "constructor" }))
      .thenRejected("DraftUnknown", { draft: "constructor" });
  });

  it("is one of at most a hundred", () => {
    const hundred = Array.from({ length: 100 }, (_, index) =>
      create.TableDraft({ draft: `d${index}`, title: "Dự thảo", kind: "other" }),
    );
    once(...opened, ...hundred)
      .when(table)
      .thenRejected("TooManyDrafts", { draftsMax: 100 });
  });

  it("is discussed by units that are in the room", () => {
    once(...opened, table, leave("police"))
      .when(discuss)
      .thenRejected("UnitNotPresent", { unit: "police" });
    once(...opened, table, discuss)
      .when(discuss)
      .thenNothing();
  });
});

describe("what takes place at a conference", () => {
  it("is a directive speech, by a guest who may direct", () => {
    const listener = create.AccreditGuest({
      guest: "press",
      person: { name: "Phóng viên" },
      mayDirect: false,
    });
    const { decision } = once(...opened).when(speech);
    expect(decision).toMatchObject({ ok: true, events: [{ data: { speaker: guest.data.person } }] });
    once(...opened, listener)
      .when(create.RecordDirectiveSpeech({ ...speech.data, guest: "press" }))
      .thenRejected("GuestMayNotDirect", { guest: "press" });
    once(...opened)
      .when(create.RecordDirectiveSpeech({ ...speech.data, guest: "valueOf" }))
      .thenRejected("GuestUnknown", { guest: "valueOf" });
  });

  it("is a ballot, whose base `present` is who is in the room, in the order of the invitation", () => {
    once(...opened, leave("enforcement"), leave("court"), checkIn("enforcement"))
      .when(ballot)
      .thenEvents({
        type: "BallotHeld",
        data: { ...ballot.data, present: ["enforcement", "police", "procuracy", "military"] },
      });
    once(...opened, ballot)
      .when(create.HoldBallot({ ...ballot.data, matter: "Khác" }))
      .thenRejected("BallotHeldAlready", { ballot: "flag-2022" });
  });

  it("is the signing of pledges for the next season, each recorded once", () => {
    once(...opened, signing)
      .when(create.RecordPledgeSigning({ season: "2023", pledges: ["pledge-2", "pledge-3", "pledge-3"] }))
      .thenEvents({ type: "PledgeSigningRecorded", data: { season: "2023", pledges: ["pledge-3"] } });
    once(...opened, signing)
      .when(create.RecordPledgeSigning({ season: "2022", pledges: ["pledge-2"] }))
      .thenRejected("PledgeOfOtherSeason", { pledge: "pledge-2", season: "2023" });
    once(...opened)
      .when(create.RecordPledgeSigning({ season: "2021", pledges: ["pledge-1"] }))
      .thenRejected("SeasonNotOfConference", { season: "2021", allowed: ["2022", "2023"] });
    const hundred = Array.from({ length: 100 }, (_, index) => `p${index}`);
    once(...opened, signing)
      .when(create.RecordPledgeSigning({ season: "2023", pledges: hundred }))
      .thenRejected("TooManyPledges", { pledgesMax: 100 });
  });
});

describe("the end of a conference", () => {
  it("waits until every draft is decided or deferred", () => {
    once(...opened, table, tablePledge, consent)
      .when(close)
      .thenRejected("DraftsUndecided", { drafts: ["pledge"] });
    const { state } = once(...opened, table, tablePledge, consent, defer).when(close);
    expect(state).toMatchObject({ status: "closed", closing: { minutes } });
  });

  it("is written down in minutes", () => {
    once(...opened)
      .when(create.CloseConference({ ...close.data, minutes: { ...minutes, kind: "report" } }))
      .thenRejected("DocumentNotMinutes", { kind: "report" });
    once(...opened)
      .when(create.CloseConference({ ...close.data, closedOn: "2023-01-08" }))
      .thenRejected("DateOutside", { date: "2023-01-08", earliest: "2023-01-09" });
  });

  it("leaves nothing to do but to correct the minutes by a further fact", () => {
    const history = done(...opened, close);
    given(conference, history).when(close).thenNothing();
    given(conference, history)
      .when(checkIn("police"))
      .thenRejected("WrongState", {
        aggregate: "Conference",
        status: "closed",
        allowed: ["convened", "inquorate", "open"],
      });
    const { state } = given(conference, history).when(correct);
    expect(state).toMatchObject({ closing: close.data, corrections: [correct.data] });
    once(...opened)
      .when(correct)
      .thenRejected("WrongState", { aggregate: "Conference", status: "open", allowed: ["closed"] });
  });
});
