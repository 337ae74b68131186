import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarEn } from "../../src/calendar/en.ts";
import { rotationCalendar } from "../../src/calendar/rotation-calendar.ts";
import { calendarVi } from "../../src/calendar/vi.ts";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import {
  consent,
  decision,
  designate,
  handOver,
  install,
  open,
  opening,
  propose,
} from "../chair-rotation/life.ts";
import { eventsOf } from "./rotations.ts";

const { create } = ChairRotationCommand;
const stampedAt = "2023-01-10T01:02:03.456Z";
const reason = "theo quy chế";

type Read = {
  uid: string;
  sequence: number;
  status: string;
  days: string[];
  summary: string;
  description: string;
  location: string;
};

/** The calendar as another library reads it. */
function read(ics: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    expect([event.startDate.isDate, event.endDate.isDate]).toEqual([true, true]);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
      days: [event.startDate.toString(), event.endDate.toString()],
      summary: event.summary,
      description: event.description,
      location: event.location,
    };
  });
}

const written = (events: readonly ChairRotationEvent[], number = 3, language = calendarVi) =>
  rotationCalendar(agenda(events, { number }), { language, stampedAt });

const vevents = (events: readonly ChairRotationEvent[], number = 3, language = calendarVi) =>
  read(written(events, number, language));

const tayNinh = eventsOf(open, designate, handOver);

describe("the calendar of a rotation", () => {
  it("has an all-day event for each term, from the handover to the day of the next one", () => {
    expect(vevents(tayNinh, 1).slice(0, 2)).toMatchObject([
      {
        days: ["2022-01-01", "2023-01-09"],
        status: "CONFIRMED",
        summary: "Khối trưởng 2022: Cục Thi hành án dân sự tỉnh",
      },
      {
        days: ["2023-01-09", "2024-01-01"],
        status: "CONFIRMED",
        summary: "Khối trưởng 2023: Công an tỉnh",
        description:
          "Khối trưởng: Công an tỉnh\nKhối phó: Viện Kiểm sát nhân dân tỉnh\nMức độ chắc chắn: đã bắt đầu",
      },
    ]);
  });

  it("has a handover as an event of its own, of its day, at its place, with the flag", () => {
    expect(vevents(tayNinh, 1)[2]).toMatchObject({
      days: ["2023-01-09", "2023-01-10"],
      status: "CONFIRMED",
      sequence: 0,
      summary: "Bàn giao Khối trưởng 2023: Cục Thi hành án dân sự tỉnh → Công an tỉnh",
      location: "Hội trường Cục Thi hành án dân sự tỉnh",
      description: [
        "Bên giao: Cục Thi hành án dân sự tỉnh",
        "Bên nhận: Công an tỉnh",
        "Khối phó: Viện Kiểm sát nhân dân tỉnh",
        "Cờ luân lưu: đã bàn giao, nguyên vẹn",
        "Chứng kiến: Nguyễn Đài Thy, Phó Chủ tịch Thường trực HĐND tỉnh",
      ].join("\n"),
    });
  });

  it("says the same in English", () => {
    const [, term, handover] = vevents(tayNinh, 1, calendarEn);
    expect(term?.summary).toBe("Chair 2023: Công an tỉnh");
    expect(term?.description).toBe(
      "Chair: Công an tỉnh\nDeputy: Viện Kiểm sát nhân dân tỉnh\nCertainty: has begun",
    );
    expect(handover?.description).toContain("Rotating flag: handed over, nguyên vẹn");
  });

  it("confirms what was served or assigned, and holds the rest tentative", () => {
    const designated = create.DesignateChair({
      term: "2024",
      chair: "military",
      basis: decision,
      designatedOn: "2023-12-01",
    });
    expect(
      vevents([...tayNinh, ...eventsOf(open, designate, handOver, designated).slice(3)]).map(
        (one) => one.status,
      ),
    ).toEqual(["CONFIRMED", "CONFIRMED", "CONFIRMED", "TENTATIVE", "CONFIRMED"]);
    const cycle = eventsOf(opening("abc"), install("2022", "a"));
    expect(vevents(cycle).map(({ status }) => status)).toEqual([
      "CONFIRMED",
      "TENTATIVE",
      "TENTATIVE",
      "TENTATIVE",
    ]);
  });

  it("says of an elected chair that nobody is chosen yet, and among whom", () => {
    const [, , term] = vevents(tayNinh, 2);
    expect(term?.summary).toBe("Khối trưởng 2024: chưa chọn");
    expect(term?.description).toContain("Sẽ chọn trong số: ");
  });

  it("leaves the SEQUENCE as it is where the unit that gets a name never sat in the chair", () => {
    const { data } = opening("a");
    const vacated = eventsOf(
      create.OpenRotation({ ...data, chair: "a" }),
      create.RecordVacancy({ term: "2022", from: "2022-01-01", reason }),
    );
    const named = eventsOf(
      create.OpenRotation({ ...data, chair: "a" }),
      create.RecordVacancy({ term: "2022", from: "2022-01-01", reason }),
      create.RenameInRotation({ unit: "a", name: "Sở A", renamedOn: "2023-01-01" }),
    );
    const revisionOf = (events: readonly ChairRotationEvent[]) =>
      agenda(events, { number: 0 }).terms[0]?.revision;
    expect(revisionOf(named)).toBe(revisionOf(vacated));
  });

  it("cancels the terms that a closed rotation had to come, and ends the running one", () => {
    const closed = create.CloseRotation({ reason, closedOn: "2022-06-30" });
    const events = eventsOf(opening("abc"), install("2022", "a"), closed);
    const [running, next] = vevents(events, 1);
    expect(running).toMatchObject({ days: ["2022-01-01", "2022-07-01"], status: "CONFIRMED" });
    expect(next).toMatchObject({ days: ["2023-01-01", "2024-01-01"], status: "CANCELLED", sequence: 1 });
  });

  it("keeps the UID of a term, and lets its SEQUENCE grow, when a swap changes who chairs", () => {
    const before = eventsOf(opening("abcd"), install("2022", "a"), propose("b2023", "c2024"));
    const swap = eventsOf(opening("abcd"), install("2022", "a"), propose("b2023", "c2024"), consent("c"));
    const [was, is] = [vevents(before), vevents(swap)];
    expect(is.map(({ uid }) => uid)).toEqual(was.map(({ uid }) => uid));
    const grown = is.map(({ sequence }, at) => sequence - (was[at]?.sequence ?? 0));
    expect(grown).toEqual([0, 1, 1, 0]);
    expect(is[1]).toMatchObject({
      status: "CONFIRMED",
      summary: "Khối trưởng 2023: c (hoán đổi)",
      description: "Khối trưởng: c\nLượt của: b, hoán đổi với nhiệm kỳ 2024\nMức độ chắc chắn: đã phân công",
    });
  });

  it("shows no swap where the same two were swapped back", () => {
    const back = propose("c2023", "b2024", "back");
    const events = eventsOf(
      opening("abcd"),
      install("2022", "a"),
      propose("b2023", "c2024"),
      consent("c"),
      back,
      consent("b", "back"),
    );
    expect(vevents(events)[1]?.summary).toBe("Khối trưởng 2023: b");
  });

  it("tells of a vacancy and of who acted", () => {
    const events = eventsOf(
      opening("abc"),
      install("2022", "a"),
      create.RecordVacancy({ term: "2022", from: "2022-05-01", reason }),
      create.AppointActingChair({ term: "2022", unit: "b", from: "2022-05-02", reason }),
      create.EndActing({ unit: "b", endedOn: "2022-06-01" }),
      create.RecordVacancy({ term: "2023", from: "2023-01-01", reason }),
    );
    const [running, vacant] = vevents(events, 1);
    expect(running?.description).toContain("Tạm thời điều hành: b, từ 02/05/2022 đến hết 31/05/2022");
    expect(running?.description).toContain("Khuyết Khối trưởng từ 01/05/2022");
    expect(vacant).toMatchObject({ summary: "Khuyết Khối trưởng 2023", status: "CONFIRMED" });
    expect(vevents(events, 1, calendarEn)[1]?.summary).toBe("Chair 2023: vacant");
  });

  it("tells who takes the chair over in mid-term, and raises the SEQUENCE of that term alone", () => {
    const [opened, ...rest] = [
      opening("abcd", { deputy: "nextChair" }),
      install("2022", "a"),
      create.MergeInRotation({ units: ["a"], into: "c", mergedOn: "2022-07-01" }),
    ] as const;
    const [was, is] = [eventsOf(opened, rest[0]), eventsOf(opened, ...rest)].map((events) =>
      vevents(events, 1),
    );
    expect(is?.[0]?.summary).toBe("Khối trưởng 2022: a → c");
    expect(is?.[0]?.description).toContain("Khối trưởng: a, từ 01/07/2022: c");
    expect(is?.map(({ sequence }, at) => sequence - (was?.[at]?.sequence ?? 0))).toEqual([1, 0]);
  });

  it("tells who is deputy in mid-term, and raises the SEQUENCE for it", () => {
    const before = [opening("abcd", { deputy: "nextChair" }), install("2022", "a")] as const;
    const merge = create.MergeInRotation({ units: ["b"], into: "d", mergedOn: "2022-07-01" });
    const [was, is] = [eventsOf(...before), eventsOf(...before, merge)].map(
      (events) => vevents(events, 0)[0],
    );
    expect(is?.description).toContain("Khối phó: b, từ 01/07/2022: d");
    expect((is?.sequence ?? 0) - (was?.sequence ?? 0)).toBe(1);
  });

  it("keeps the name and the SEQUENCE of what lies before the day on which a unit is renamed", () => {
    const rename = create.RenameInRotation({
      unit: "judgment",
      name: "Thi hành án",
      renamedOn: "2023-02-01",
    });
    const was = vevents(tayNinh, 2);
    const is = vevents([...tayNinh, ...eventsOf(open, designate, handOver, rename).slice(3)], 2);
    expect(is[0]?.summary).toBe("Khối trưởng 2022: Cục Thi hành án dân sự tỉnh");
    expect(is[3]?.summary).toContain("Cục Thi hành án dân sự tỉnh → Công an tỉnh");
    expect(is.map(({ sequence }, at) => sequence - (was[at]?.sequence ?? 0))).toEqual([0, 0, 0, 0]);
  });

  it("asks the application for the names of the day of each entry", () => {
    const names = (unit: string, day: string) => `${unit} ${day}`;
    const ics = rotationCalendar(agenda(tayNinh, { number: 1 }), { language: calendarVi, stampedAt, names });
    expect(ics).toContain("Khối trưởng 2022: judgment 2022-01-01");
    expect(ics).toContain("Khối trưởng 2023: police 2023-01-09");
  });

  it("raises the SEQUENCE of a term that is still open when one of those to choose from is renamed", () => {
    const rename = create.RenameInRotation({
      unit: "military",
      name: "Quân sự tỉnh",
      renamedOn: "2023-02-01",
    });
    const was = vevents(tayNinh, 2)[2];
    const is = vevents([...tayNinh, ...eventsOf(open, designate, handOver, rename).slice(3)], 2)[2];
    expect(is?.description).toContain("Quân sự tỉnh");
    expect(is?.sequence).toBe((was?.sequence ?? 0) + 1);
  });

  it("takes its stamp from outside and shows nobody as busy", () => {
    const ics = written(tayNinh);
    expect(new Set(ics.match(/^DTSTAMP:.*$/gm))).toEqual(new Set(["DTSTAMP:20230110T010203Z"]));
    expect(ics.match(/^TRANSP:TRANSPARENT\r$/gm)).toHaveLength(5);
    expect(ics).not.toMatch(/TZID|VTIMEZONE/);
  });

  it("puts terms and handovers into categories of their own", () => {
    expect(written(tayNinh, 1).match(/^CATEGORIES:.*(?=\r$)/gm)).toEqual([
      "CATEGORIES:Nhiệm kỳ Khối trưởng",
      "CATEGORIES:Nhiệm kỳ Khối trưởng",
      "CATEGORIES:Bàn giao Khối trưởng",
    ]);
  });

  it("rings a week before a handover, also before one that is due, and not where nobody is chosen yet", () => {
    const cycle = eventsOf(opening("abc", { horizonTerms: 1 }), install("2022", "a"));
    const ics = written(cycle, 3).replaceAll("\r\n ", "");
    expect(ics.match(/BEGIN:VALARM/g)).toHaveLength(1);
    expect(ics).toContain("TRIGGER:-P7D");
    expect(ics).toContain("DESCRIPTION:Sắp đến kỳ bàn giao Khối trưởng 2023 (01/01/2023): b");
    expect(written(tayNinh, 3).match(/BEGIN:VALARM/g)).toHaveLength(1);
    const silent = { language: calendarVi, stampedAt, alarmDays: 0 };
    expect(rotationCalendar(agenda(cycle, { number: 3 }), silent)).not.toContain("VALARM");
  });

  it("is published by its organizer, and is a plain file without one", () => {
    const organizer = { name: "Văn phòng; Khối", email: "khoi@example.vn" };
    const ics = rotationCalendar(agenda(tayNinh, { number: 1 }), {
      language: calendarVi,
      stampedAt,
      organizer,
    });
    expect(ics).toContain("METHOD:PUBLISH\r\n");
    expect(ics.match(/^ORGANIZER;.*mailto:khoi@example.vn\r$/gm)).toHaveLength(3);
    expect(read(ics)).toEqual(read(written(tayNinh, 1)));
    expect(written(tayNinh)).not.toMatch(/METHOD|ORGANIZER/);
  });

  it("writes the name of its organizer with a quotation mark as RFC 6868 has it", () => {
    const organizer = { name: 'Khối "Nội chính" ^1', email: "khoi@example.vn" };
    const ics = rotationCalendar(agenda(tayNinh, { number: 0 }), {
      language: calendarVi,
      stampedAt,
      organizer,
    });
    expect(ics).toContain("ORGANIZER;CN=\"Khối ^'Nội chính^' ^^1\":mailto:khoi@example.vn");
  });

  it("keeps two rotations of one bloc apart when they are given ids", () => {
    const one = rotationCalendar(agenda(tayNinh, { number: 1 }), {
      language: calendarVi,
      stampedAt,
      rotation: "r-1",
    });
    const two = rotationCalendar(agenda(tayNinh, { number: 1 }), {
      language: calendarVi,
      stampedAt,
      rotation: "r-2",
    });
    const uids = [...read(one), ...read(two)].map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(6);
  });

  it("is empty for a rotation that was never opened", () => {
    expect(vevents([])).toEqual([]);
  });
});
