import { describe, it } from "vitest";
import { conference } from "../../src/conference/conference.ts";
import { ConferenceCommand } from "../../src/conference/messages.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  accredit,
  chair,
  checkIn,
  consent,
  convene,
  leave,
  open,
  proxy,
  secretary,
  table,
  units,
} from "./life.ts";

/** Three of five units are there, of whom four are needed; one of them represents a fourth. */
const three = units.slice(0, 3);
const room = [...three.map(accredit), proxy("court", "police"), ...three.map(checkIn)];
const once = (...commands: ConferenceCommand[]) => given(conference, historyOf(conference, commands));

describe("units that are represented by proxy", () => {
  it("make the quorum of a conference, as that of a ballot", () => {
    const opening = { openedOn: "2023-01-09", chair, secretary };
    once(convene, ...room)
      .when(open)
      .thenEvents({ type: "ConferenceOpened", data: { ...opening, present: three, byProxy: 1, needed: 4 } });
  });

  it("do not make it where the invitation says that only units in the room do", () => {
    const invited = ConferenceCommand.create.ConveneConference({ ...convene.data, quorumInRoom: true });
    const absence = { date: "2023-01-09", present: three, entitled: 5, needed: 4 };
    once(invited, ...room)
      .when(open)
      .thenEvents({ type: "QuorumAbsent", data: absence });
    once(invited, ...room, open)
      .when(open)
      .thenNothing();
  });

  it("make it no more once whoever represents them has left", () => {
    once(convene, ...room, open, table, leave("police"))
      .when(consent)
      .thenRejected("QuorumLost", { present: 2, needed: 4 });
  });
});
