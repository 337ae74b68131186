import { sittingOn } from "../../../src/chair-rotation/office-on.ts";
import { bylawsIn } from "./founding.ts";
import { activeIn } from "./members.ts";
import {
  conferenceOf,
  type Desk,
  extraordinaryOf,
  heldOn,
  hours,
  january,
  midtermOf,
  paperOf,
  person,
  pledgeOf,
  type Year,
} from "./office.ts";

/** How the conference of a season goes. */
export type Course = {
  absent: readonly string[];
  hasProxy: boolean;
  isOpened: boolean;
  isAdjourned: boolean;
  isCancelled: boolean;
  closesAt: number;
};

export function courseOf({ names, luck }: Year): Course {
  const about = luck("conference");
  const isOpened = !about.has("notOpened");
  return {
    absent: about
      .mixed(names)
      .filter(() => about.has("absent"))
      .slice(0, 2),
    hasProxy: about.has("proxy"),
    isOpened,
    isAdjourned: isOpened && about.has("adjourned"),
    isCancelled: about.has("cancelled"),
    // Whether a run-off is called before the close or after it makes a difference, so the close has an hour of its own.
    closesAt: about.has("closedEarly") ? hours.firstVote + 1.5 : hours.close,
  };
}

/** Who is in the chair on a day. */
export function chairIn(desk: Desk, rotation: string): string | undefined {
  const state = desk.stateOf("ChairRotation", rotation);
  return state.status === "blank" ? undefined : sittingOn(state, desk.day);
}

/** Who is there on the day of the conference. */
const comers = (desk: Desk, { bloc }: Year, { absent }: Course) =>
  activeIn(desk, bloc, desk.day).filter((unit) => !absent.includes(unit));

/** The year-end conference: convened a week before; then it meets, adopts drafts, and closes or is cancelled. */
export function conference(
  year: Year,
  course: Course,
  ballots: readonly { id: string; matter: string }[],
): void {
  const { luck, on } = year;
  const id = conferenceOf(year);
  const held = heldOn(year);
  on(january(year, 2), hours.midday, "conference", (desk) =>
    convene(desk, year, { id, kind: "yearEnd", day: held }),
  );
  on(held, hours.gathering, "conference", (desk) => {
    if (desk.stateOf("Conference", id).status !== "convened") return;
    gather(desk, year, course, id);
    if (course.isOpened && !course.isCancelled) openConference(desk, id);
    if (!isOpen(desk, id)) return;
    for (const { id: ballot, matter } of ballots)
      desk.send("Conference", id, { type: "HoldBallot", data: { ballot, matter } });
  });
  if (course.isAdjourned)
    on(held, hours.adjourning, "conference", (desk) => {
      if (desk.stateOf("Conference", id).status !== "open") return;
      const data = { to: held, place: "Hội trường B", reason: "Mất điện" };
      desk.send("Conference", id, { type: "AdjournConference", data });
      arrive(desk, year, course, id);
      openConference(desk, id);
    });
  const about = luck("drafts");
  if (about.has("draftAdopted")) on(held, hours.drafts, "drafts", (desk) => adoptPlan(desk, id));
  if (year.season === "2022" && about.happens(0.6)) {
    const isWrong = about.has("signedWithoutPledge");
    on(held, hours.drafts, "drafts", (desk) => recordSigning(desk, year, isWrong));
  }
  on(held, course.closesAt, "conference", (desk) => end(desk, id, course));
}

/** The mid-term conference: it votes on nothing, hears who directs it, and adopts a report. */
export function midterm(year: Year): void {
  const { season, luck, on } = year;
  const id = midtermOf(year);
  const day = `${season}-07-10`;
  const isDeferred = luck("midterm").happens(0.2);
  on(day, hours.gathering, "conference", (desk) => {
    convene(desk, year, { id, kind: "midTerm", day });
    if (desk.stateOf("Conference", id).status !== "convened") return;
    gather(desk, year, { ...courseOf(year), hasProxy: false }, id);
    openConference(desk, id);
    if (!isOpen(desk, id)) return;
    const guest = { guest: "guest-authority", person: person("Lãnh đạo tỉnh"), mayDirect: true };
    desk.send("Conference", id, { type: "AccreditGuest", data: guest });
    const draft = { draft: "draft-report", title: "Báo cáo sơ kết", kind: "report" as const };
    desk.send("Conference", id, { type: "TableDraft", data: draft });
    const [proposer = ""] = comers(desk, year, courseOf(year));
    const change = { draft: "draft-report", proposer, change: "Bổ sung số liệu" };
    desk.send("Conference", id, { type: "AmendDraft", data: change });
    if (isDeferred)
      desk.send("Conference", id, {
        type: "DeferDraft",
        data: { draft: "draft-report", reason: "Chưa đủ số liệu" },
      });
    else desk.send("Conference", id, { type: "AdoptDraftByConsensus", data: { draft: "draft-report" } });
    const speech = { guest: "guest-authority", points: ["Đẩy mạnh thi đua"] };
    desk.send("Conference", id, { type: "RecordDirectiveSpeech", data: speech });
    close(desk, id);
  });
}

type Called = { id: string; kind: "yearEnd" | "midTerm" | "extraordinary"; day: string };

export function convene(desk: Desk, year: Year, { id, kind, day }: Called): void {
  const { bloc, season, rotation } = year;
  const entitled = activeIn(desk, bloc, desk.day);
  const bylaws = bylawsIn(desk, bloc, day);
  const chair = chairIn(desk, rotation);
  const host = chair !== undefined && entitled.includes(chair) ? chair : entitled[0];
  // A bloc that is dissolved has nobody to meet.
  if (host === undefined || !bylaws) return;
  const { quorum, proxiesMax } = bylaws.bylaws.voting;
  const of = { bloc, season, kind, heldOn: day, place: "Hội trường", host, agenda: ["Tổng kết"], entitled };
  const data = { ...of, quorum, proxiesMax, bylaws: bylaws.version };
  desk.send("Conference", id, { type: "ConveneConference", data });
}

function gather(desk: Desk, year: Year, course: Course, id: string): void {
  const here = comers(desk, year, course);
  for (const unit of here) {
    const delegates = [{ person: person(`Đại diện ${unit}`), role: "leader" as const }];
    desk.send("Conference", id, {
      type: "AccreditDelegation",
      data: { unit, delegates, accreditedOn: desk.day },
    });
  }
  arrive(desk, year, course, id);
  const [principal] = course.absent.filter((unit) => activeIn(desk, year.bloc, desk.day).includes(unit));
  const [holder] = here;
  if (!course.hasProxy || principal === undefined || holder === undefined) return;
  const data = { principal, holder, accreditedOn: desk.day };
  desk.send("Conference", id, { type: "AccreditProxy", data });
}

function arrive(desk: Desk, year: Year, course: Course, id: string): void {
  for (const unit of comers(desk, year, course))
    desk.send("Conference", id, { type: "CheckInUnit", data: { unit } });
}

function openConference(desk: Desk, id: string): void {
  const data = { openedOn: desk.day, chair: person("Chủ trì"), secretary: person("Thư ký") };
  desk.send("Conference", id, { type: "OpenConference", data });
}

const isOpen = (desk: Desk, id: string) => desk.stateOf("Conference", id).status === "open";

function adoptPlan(desk: Desk, id: string): void {
  if (!isOpen(desk, id)) return;
  const draft = { draft: "draft-plan", title: "Kế hoạch", kind: "plan" as const };
  desk.send("Conference", id, { type: "TableDraft", data: draft });
  desk.send("Conference", id, { type: "AdoptDraftByConsensus", data: { draft: "draft-plan" } });
}

/** The pledges of the next season are signed here, by the minutes; some of them nobody signs after all. */
function recordSigning(desk: Desk, year: Year, isWrong: boolean): void {
  const { bloc, season, after } = year;
  if (!isOpen(desk, conferenceOf({ bloc, season }))) return;
  const units = activeIn(desk, bloc, desk.day).filter((_, at) => isWrong || at < 2);
  const pledges = units.map((unit) => pledgeOf(unit, after));
  const data = { season: after, pledges };
  desk.send("Conference", conferenceOf(year), { type: "RecordPledgeSigning", data });
}

function end(desk: Desk, id: string, { isCancelled }: Course): void {
  const state = desk.stateOf("Conference", id);
  if (isCancelled && (state.status === "convened" || state.status === "inquorate"))
    desk.send("Conference", id, {
      type: "CancelConference",
      data: { reason: "Hoãn vô thời hạn", cancelledOn: desk.day },
    });
  else if (state.status === "open") close(desk, id);
}

export function close(desk: Desk, id: string): void {
  const state = desk.stateOf("Conference", id);
  if (state.status !== "open") return;
  // Whoever closes a conference looks which of its ballots have not ended.
  const leftOpen = state.ballots.filter(({ settled }) => !settled).map(({ ballot }) => ballot);
  const minutes = paperOf("minutes", `1/BB-${desk.day}`, desk.day);
  const signed = { chair: person("Chủ trì"), secretary: person("Thư ký"), summary: "Xong" };
  const data = { closedOn: desk.day, minutes, ...signed, ...(leftOpen.length > 0 && { leftOpen }) };
  desk.send("Conference", id, { type: "CloseConference", data });
}

/** A conference for a re-vote alone, after the year-end one: whoever is a member on that day comes. */
export function meetAgain(desk: Desk, year: Year, ballot: string): string {
  const id = extraordinaryOf(year);
  if (desk.stateOf("Conference", id).status === "blank") {
    convene(desk, year, { id, kind: "extraordinary", day: desk.day });
    gather(desk, year, { ...courseOf(year), hasProxy: false }, id);
    openConference(desk, id);
  }
  holdAt(desk, id, ballot);
  return id;
}

/** The bloc votes again at a conference, if that is open. */
export function holdAt(desk: Desk, id: string, ballot: string): string | undefined {
  if (!isOpen(desk, id)) return undefined;
  desk.send("Conference", id, { type: "HoldBallot", data: { ballot, matter: "Bầu lại" } });
  return id;
}
