import { ConferenceCommand } from "../../src/conference/messages.ts";
import { type Scenario, sentOn } from "../support/reach.ts";
import {
  accredit,
  adjourn,
  ballot,
  checkIn,
  close,
  consent,
  convene,
  correct,
  defer,
  guest,
  leave,
  minutes,
  object,
  open,
  opened,
  proxy,
  settle,
  signing,
  speech,
  table,
  tablePledge,
  tableScale,
  vote,
} from "./life.ts";

const { create } = ConferenceCommand;
const listener = create.AccreditGuest({ ...guest.data, guest: "listener", mayDirect: false });
const tabled = [...opened, table];
const decided = [...tabled, consent];

/** What the lives of a conference do not reach. */
export const reaches: Scenario<ConferenceCommand>[] = [
  ["nothing is convened", [], open],
  ["a delegation was accredited tomorrow", [convene], sentOn(accredit("police"), "2023-01-04")],
  ["it moves to an earlier day", [convene], create.AdjournConference({ ...adjourn.data, to: "2023-01-08" })],
  ["it closes before it opens", opened, create.CloseConference({ ...close.data, closedOn: "2023-01-08" })],
  [
    "minutes are corrected before the end",
    [...opened, close],
    create.CorrectMinutes({ ...correct.data, correctedOn: "2023-01-08" }),
  ],
  [
    "it is convened otherwise",
    [convene],
    create.ConveneConference({ ...convene.data, kind: "extraordinary" }),
  ],
  ["a stranger is accredited", [convene], accredit("justice")],
  ["nobody is accredited for the unit", [convene], checkIn("police")],
  ["a unit speaks that has left", [...tabled, leave("police")], object],
  ["a unit is its own proxy", [convene], proxy("police", "police")],
  ["a holder has as many proxies as it may", [convene, proxy("police", "court")], proxy("military", "court")],
  ["the principal is in the room", opened, proxy("police", "court")],
  ["the principal has a proxy", [convene, proxy("police", "court")], proxy("police", "military")],
  ["a proxy is passed on", [convene, proxy("police", "court")], proxy("court", "military")],
  ["a guest is taken", [convene, guest], create.AccreditGuest({ ...guest.data, mayDirect: false })],
  ["a guest is not known", opened, create.RecordDirectiveSpeech({ ...speech.data, guest: "other" })],
  [
    "a guest only listens",
    [convene, ...opened.slice(1).filter((one) => one !== guest), listener],
    create.RecordDirectiveSpeech({ ...speech.data, guest: "listener" }),
  ],
  ["a person is accredited twice", [convene, guest], listener],
  ["it opens on another day", [convene], create.OpenConference({ ...open.data, openedOn: "2023-01-10" })],
  ["it is decided after the quorum is lost", [...tabled, leave("police"), leave("court")], consent],
  [
    "there are as many drafts as there may be",
    [
      ...opened,
      ...Array.from({ length: 100 }, (_, at) => create.TableDraft({ ...table.data, draft: `d${at}` })),
    ],
    table,
  ],
  ["a draft is taken", tabled, create.TableDraft({ ...table.data, title: "Tên khác" })],
  ["a draft is not known", opened, consent],
  ["a draft is decided", decided, object],
  ["a unit objects", [...tabled, object], consent],
  ["hands do not add up", [...opened, tableScale], vote(1, 4)],
  [
    "hands have no papers",
    [...opened, tableScale],
    create.VoteOnDraft({ ...vote(1).data, threshold: { ...vote(1).data.threshold, base: "validPapers" } }),
  ],
  ["a ballot is held twice", [...opened, ballot], create.HoldBallot({ ...ballot.data, matter: "Việc khác" })],
  [
    "a pledge is of another season",
    [...opened, signing],
    create.RecordPledgeSigning({ ...signing.data, season: "2022" }),
  ],
  ["pledges are of a later season", opened, create.RecordPledgeSigning({ ...signing.data, season: "2024" })],
  [
    "there are as many pledges as there may be",
    [
      ...opened,
      create.RecordPledgeSigning({
        season: "2023",
        pledges: Array.from({ length: 100 }, (_, at) => `p${at}`),
      }),
    ],
    signing,
  ],
  ["a ballot is settled that was not held", opened, settle],
  ["a ballot has not ended", [...opened, ballot], close],
  [
    "a ballot is left open that was not held",
    opened,
    create.CloseConference({ ...close.data, leftOpen: ["flag-2022"] }),
  ],
  [
    "a ballot is left open that has ended",
    [...opened, ballot, settle],
    create.CloseConference({ ...close.data, leftOpen: ["flag-2022"] }),
  ],
  ["a draft is undecided", [...opened, tablePledge], close],
  [
    "the minutes are another document",
    opened,
    create.CloseConference({ ...close.data, minutes: { ...minutes, kind: "report" } }),
  ],
  ["a draft is deferred", [...opened, tablePledge], defer],
];
