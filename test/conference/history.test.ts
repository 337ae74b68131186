import { describe, expect, it } from "vitest";
import { conference } from "../../src/conference/conference.ts";
import { ConferenceCommand, ConferenceEvent } from "../../src/conference/messages.ts";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { expectNotAhead, sentOn } from "../support/not-ahead.ts";
import {
  accredit,
  adjourn,
  amend,
  ballot,
  cancel,
  checkIn,
  close,
  consent,
  convene,
  correct,
  discuss,
  guest,
  minutes,
  object,
  open,
  opened,
  proxy,
  signing,
  table,
  units,
  withdrawObjection,
} from "./life.ts";

const { create } = ConferenceCommand;
const { create: happened } = ConferenceEvent;
const done = (...commands: ConferenceCommand[]) => historyOf(conference, commands);

describe("the day of a step of a conference", () => {
  const inRoom = opened.slice(0, -1);
  const paper = { ...minutes, issuedOn: "2023-03-01" };

  it.each<[string, ConferenceCommand[], ConferenceCommand, string]>([
    ["accreditation", [convene], accredit("police"), "2023-01-05"],
    ["proxy", [convene], proxy("police", "court"), "2023-01-06"],
    ["opening", inRoom, open, "2023-01-09"],
    ["cancellation", [convene], cancel, "2023-01-08"],
    ["close", opened, close, "2023-01-09"],
    ["minutes", opened, create.CloseConference({ ...close.data, minutes: paper }), "2023-03-01"],
    ["correction", [...opened, close], correct, "2023-01-12"],
    [
      "document of a correction",
      [...opened, close],
      create.CorrectMinutes({ ...correct.data, document: paper }),
      "2023-03-01",
    ],
  ])("does not lie ahead: %s", (_, history, command, date) => {
    expectNotAhead(conference, done(...history), command, date);
  });

  it("may lie ahead where people are invited, and where the conference is adjourned", () => {
    const early = sentOn("2022-12-01");
    for (const [history, command] of [
      [[], convene],
      [[convene], adjourn],
    ] as const)
      expect(
        given(conference, done(...history)).when({ ...command, metadata: early }).decision,
      ).toMatchObject({ ok: true, events: [{}] });
  });
});

describe("a history of a conference", () => {
  const begun = [convene, ...units.map(accredit)];
  const tabled = [...opened, table];
  const opening = happened.ConferenceOpened({ ...open.data, present: [...units], needed: 4 });
  const arrived = (unit: string) => happened.UnitArrived({ unit });
  const adopted = happened.DraftAdopted({ draft: "plan", by: { kind: "consensus", votes: 5 } });
  const ended = happened.ProxyEnded({ principal: "police", holder: "court", ground: "withdrawn" });
  const spoken = happened.DirectiveSpeechRecorded({
    guest: "constructor",
    speaker: guest.data.person,
    points: ["Ghi nhận"],
  });

  it.each<[string, ConferenceCommand[], ConferenceEvent]>([
    ["convenes once", [convene], happened.ConferenceConvened(convene.data)],
    ["opens once it is convened", [], opening],
    ["opens once", opened, opening],
    ["has delegates of invited units", [convene], happened.DelegationAccredited(accredit("x").data)],
    ["has proxies of invited units", [convene], happened.ProxyAccredited(proxy("x", "court").data)],
    ["has proxies for invited units", [convene], happened.ProxyAccredited(proxy("court", "x").data)],
    [
      "has one proxy a principal",
      [convene, proxy("police", "court")],
      happened.ProxyAccredited(proxy("police", "military").data),
    ],
    ["ends a proxy that there is", [convene], ended],
    ["has each guest once", [convene, guest], happened.GuestAccredited(guest.data)],
    ["lets invited units in", begun, arrived("constructor")],
    ["lets a unit in once", [...begun, checkIn("police")], arrived("police")],
    ["lets a unit leave that is there", begun, happened.UnitLeftRoom({ unit: "police" })],
    ["lets nobody in after the close", [...opened, close], arrived("police")],
    ["tables drafts in an open conference", begun, happened.DraftTabled(table.data)],
    ["tables a draft once", tabled, happened.DraftTabled(table.data)],
    ["discusses drafts that are tabled", opened, happened.DraftDiscussed(discuss.data)],
    ["amends no draft that is decided", [...tabled, consent], happened.DraftAmended(amend.data)],
    ["decides a draft once", [...tabled, consent], adopted],
    ["objects to drafts that are tabled", opened, happened.ObjectionRecorded(object.data)],
    ["withdraws objections that there are", tabled, happened.ObjectionWithdrawn(withdrawObjection.data)],
    ["has speeches of its guests", opened, spoken],
    ["holds a ballot once", [...opened, ballot], happened.BallotHeld({ ...ballot.data, present: [] })],
    ["signs a pledge once", [...opened, signing], happened.PledgeSigningRecorded(signing.data)],
    [
      "accredits a delegation once",
      [convene, accredit("police")],
      happened.DelegationAccredited(accredit("police").data),
    ],
    ["lets in units with a delegation", [convene], arrived("police")],
    ["ends the proxy of a unit that comes", [...begun, proxy("police", "court")], arrived("police")],
    [
      "has no proxy for a unit in the room",
      [...begun, checkIn("police")],
      happened.ProxyAccredited(proxy("police", "court").data),
    ],
    [
      "ends a proxy of its holder",
      [...begun, proxy("police", "court")],
      happened.ProxyEnded({ principal: "police", holder: "military", ground: "withdrawn" }),
    ],
    ["opens with the units in the room", begun, opening],
    [
      "has a quorum or says that it has none",
      [...begun, checkIn("police")],
      happened.ConferenceOpened({ ...open.data, present: ["police"], needed: 1 }),
    ],
    [
      "is adjourned from its own day",
      [convene],
      happened.ConferenceAdjourned({ ...adjourn.data, from: "2023-01-01" }),
    ],
    ["hears units in the room", tabled, happened.DraftDiscussed({ ...discuss.data, unit: "x" })],
    ["has amendments of units in the room", tabled, happened.DraftAmended({ ...amend.data, proposer: "x" })],
    [
      "has objections of units in the room",
      tabled,
      happened.ObjectionRecorded({ ...object.data, unit: "x" }),
    ],
    ["records a remark once", [...tabled, discuss], happened.DraftDiscussed(discuss.data)],
    ["has no consensus over an objection", [...tabled, object], adopted],
    ["votes with the units in the room", opened, happened.BallotHeld({ ...ballot.data, present: ["x"] })],
    ["closes when its drafts are decided", tabled, happened.ConferenceClosed(close.data)],
    ["records a correction once", [...opened, close, correct], happened.MinutesCorrected(correct.data)],
    ["closes once it is open", begun, happened.ConferenceClosed(close.data)],
    ["is not cancelled once it is open", opened, happened.ConferenceCancelled(cancel.data)],
    ["corrects minutes after the close", opened, happened.MinutesCorrected(correct.data)],
  ])("%s", (_, history, event) => {
    expect(() => conference.fold([...done(...history), event])).toThrow(ImpossibleEvent);
  });
});
