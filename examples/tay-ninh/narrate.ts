import { en, type Recorded, type SeasonEvent, sentence, vi } from "thidua";
import { civilDateOf } from "thidua/kernel";
import { type Things, thingsIn, whatIsOpen } from "thidua/minutes";
import type { OpenPoint } from "thidua/read";
import { english } from "./english.ts";
import { members } from "./facts.ts";

export type LanguageCode = "vi" | "en";

type Told = { vi: string; en: string };

/** A part of the story: its events, each with the library's phrase. */
type Chapter = {
  title: Told;
  /** What the article says and no event holds. */
  opening?: Told;
  tells: readonly Telling[];
};

/**
 * An event's name. `of`: only in streams with this end. `invented`: the whole sentence is invented, or the part that
 * is named.
 */
type Telling = SeasonEvent["type"] | { type: SeasonEvent["type"]; of?: string; invented?: true | Told };

const theDates = { vi: "các ngày", en: "the dates" };
const theNumber = { vi: "số đơn vị", en: "the number of units" };

const chapters: readonly Chapter[] = [
  {
    title: { vi: "Khối và Khối trưởng", en: "The bloc and its chair" },
    tells: [
      { type: "BlocConstituted", invented: true },
      { type: "BylawsAdopted", invented: true },
      { type: "RotationOpened", invented: true },
    ],
  },
  {
    title: { vi: "Phát động phong trào thi đua năm 2022", en: "The movement of 2022 is launched" },
    tells: [
      { type: "CampaignDrafted", invented: theDates },
      { type: "CampaignLaunched", invented: { vi: "thời gian ký kết", en: "the time of signing" } },
      "CampaignPlanIssued",
    ],
  },
  {
    title: { vi: "Giao ước thi đua năm 2022", en: "The pledges of 2022" },
    opening: {
      vi: "Ngay từ đầu năm, các đơn vị thành viên trong Khối đã tổ chức ký kết giao ước thi đua.",
      en: "From the beginning of the year the member units of the bloc signed emulation pledges.",
    },
    tells: [
      { type: "TargetPromised", of: "2022", invented: true },
      { type: "TitleRegistered", of: "2022", invented: true },
      { type: "PledgeSigned", of: "2022", invented: true },
    ],
  },
  {
    title: { vi: "Thực hiện phong trào", en: "The movement is carried out" },
    opening: {
      vi: "Qua phong trào, nhiều cách làm hay, linh hoạt, sáng tạo, hiệu quả được phát hiện, nhân rộng; nhiều tấm gương điển hình được các cấp biểu dương, khen thưởng. Bài báo không nêu cụ thể.",
      en: "Many good, flexible, creative and effective practices were found and replicated, and many exemplary cases were commended at every level. The article names none.",
    },
    tells: [
      { type: "PracticeFound", invented: true },
      { type: "PracticeReplicated", invented: true },
      { type: "ExemplarRecognised", invented: true },
    ],
  },
  {
    title: {
      vi: "Hội nghị tổng kết, chiều 09/01/2023",
      en: "The conference, in the afternoon of 9 January 2023",
    },
    opening: {
      vi: "Khối thi đua Nội chính tỉnh tổ chức hội nghị tổng kết công tác thi đua, khen thưởng năm 2022 và ký giao ước thi đua năm 2023; dự có đại diện lãnh đạo và công chức phụ trách công tác thi đua của các đơn vị thành viên. Bà Nguyễn Đài Thy dự và chỉ đạo hội nghị. Các đơn vị đã thảo luận sôi nổi, thống nhất cao các dự thảo đã đề ra.",
      en: "The bloc held the conference that sums up emulation and commendation in 2022 and signs the pledge for 2023; leaders of the member units and their officers in charge of emulation attended. Mrs Nguyễn Đài Thy attended and directed. The units discussed the drafts with animation and agreed to them unanimously.",
    },
    tells: [
      {
        type: "ConferenceConvened",
        invented: { vi: "thành phần, tỷ lệ có mặt", en: "the members and the quorum" },
      },
      "GuestAccredited",
      {
        type: "ConferenceOpened",
        invented: { vi: "số có mặt và người điều hành", en: "the attendance and the officers" },
      },
      "DraftTabled",
      { type: "DraftDiscussed", invented: { vi: "đơn vị phát biểu", en: "the unit that spoke" } },
      { type: "DraftAdopted", invented: theNumber },
      "CampaignSummedUp",
    ],
  },
  {
    title: { vi: "Bình chọn Cờ thi đua và Bằng khen", en: "The ballots for the Flag and the Certificates" },
    opening: {
      vi: "Các đơn vị trong Khối bầu Viện Kiểm sát nhân dân tỉnh là đơn vị xuất sắc nhất được nhận Cờ thi đua; Công an tỉnh và Bộ Chỉ huy quân sự tỉnh được bầu chọn nhận Bằng khen. Bài báo không nêu số phiếu: mọi con số dưới đây là [giả định].",
      en: "The units elected the People's Procuracy the outstanding unit, to receive the Flag; the provincial Police and the Military Command were elected to receive Certificates of Merit. The article gives no votes: every figure below is [invented].",
    },
    tells: [
      { type: "BallotOpened", invented: true },
      { type: "VotingOpened", invented: true },
      { type: "BoxClosed", invented: true },
      { type: "BallotCounted", invented: true },
      { type: "BallotCertified", invented: true },
    ],
  },
  {
    title: { vi: "Đề nghị khen thưởng", en: "The proposals" },
    opening: {
      vi: "Khối chỉ đề nghị; Hội đồng xét và cấp có thẩm quyền quyết định sau, bài báo không nêu.",
      en: "The bloc only proposes; the council and the authority decide later, and the article does not say what.",
    },
    tells: ["AwardProposed"],
  },
  {
    title: { vi: "Phát biểu chỉ đạo", en: "The directive speech" },
    tells: ["DirectiveSpeechRecorded"],
  },
  {
    title: { vi: "Giao ước thi đua năm 2023", en: "The pledges for 2023" },
    tells: [
      { type: "PledgeSigned", of: "2023", invented: { vi: "người ký", en: "who signed" } },
      { type: "PledgeSigningRecorded", invented: theNumber },
    ],
  },
  {
    title: {
      vi: "Bàn giao Cờ luân lưu Khối trưởng năm 2023",
      en: "The rotating flag of the chair for 2023 is handed over",
    },
    tells: [
      "ChairDesignated",
      "ChairHandedOver",
      {
        type: "ConferenceClosed",
        invented: { vi: "biên bản và người ký", en: "the minutes and who signed them" },
      },
    ],
  },
];

const heading: Record<LanguageCode, string[]> = {
  vi: [
    "KHỐI THI ĐUA NỘI CHÍNH TỈNH TÂY NINH",
    "Mùa thi đua 2022, từ Chỉ thị đến bàn giao Cờ luân lưu",
    "",
    "Theo bài “Tổng kết thi đua Khối thi đua Nội chính năm 2022” (10/01/2023).",
    "Điều gì ghi [giả định] thì bài báo không nêu, ví dụ này đặt ra.",
  ],
  en: [
    "THE INTERNAL-AFFAIRS EMULATION BLOC OF TAY NINH PROVINCE",
    "The season of 2022, from the directive to the handover of the rotating flag",
    "",
    "After the article “Tổng kết thi đua Khối thi đua Nội chính năm 2022” (10/01/2023).",
    "What is marked [invented] is not in the article; this example made it up.",
  ],
};

/** The season as a text, from its events alone, with what is open at its end. */
export function narrate(
  recorded: readonly Recorded<SeasonEvent>[],
  code: LanguageCode,
  open: readonly OpenPoint[],
): string {
  // Their texts are changed, but their shape is the same.
  const events =
    code === "en" ? recorded.map((event) => ({ ...event, data: english(event.data) }) as never) : recorded;
  const parts = chapters.map((chapter, index) => told(chapter, index + 1, events, code));
  return `${[...heading[code], ...parts.flat(), ...stillOpen(events, code, open)].join("\n")}\n`;
}

const openTitle: Told = { vi: "Việc còn tồn đọng", en: "What is still open" };
const openOpening: Told = {
  vi: "Tính từ những gì đã ghi nhận ở trên; bài báo không nêu.",
  en: "Worked out from what is recorded above; the article does not say it.",
};

/** What is open on the day of the last event: since when, until when, and how it can be settled. */
function stillOpen(
  events: readonly Recorded<SeasonEvent>[],
  code: LanguageCode,
  open: readonly OpenPoint[],
): string[] {
  const points = code === "en" ? english(open) : open;
  const byId = new Map(events.map((event) => [event.metadata.eventId, event]));
  const texts = whatIsOpen(languages[code], points, {
    names: (unit) => nameOf(unit, code),
    today: civilDateOf(new Date(events.at(-1)?.metadata.recordedAt ?? 0)),
    eventOf: (id) => byId.get(id),
    things: thingsIn(events),
  });
  return [
    "",
    `${chapters.length + 1}. ${openTitle[code]}`,
    wrapped(openOpening[code], "   ", "   "),
    ...texts.map((text) => wrapped(text, "   - ", "     ")),
  ];
}

function told(
  chapter: Chapter,
  number: number,
  events: readonly Recorded<SeasonEvent>[],
  code: LanguageCode,
): string[] {
  const tellings = chapter.tells.map((telling) =>
    typeof telling === "string" ? { type: telling } : telling,
  );
  const lines: { text: string; units: string[] }[] = [];
  const things = thingsIn(events);
  for (const event of events) {
    const telling = tellings.find(
      ({ type, of = "" }) => type === event.type && event.metadata.stream.endsWith(of),
    );
    if (!telling) continue;
    const text = spoken(event, code, { things, isInvented: telling.invented });
    // A pledge that is the same for several units is printed once, with the names of the units.
    const alike = event.metadata.stream.startsWith("Pledge-") && lines.find((line) => line.text === text);
    if (alike) alike.units.push(...pledgers(event, code));
    else lines.push({ text, units: pledgers(event, code) });
  }
  const opening = chapter.opening ? [wrapped(chapter.opening[code], "   ", "   ")] : [];
  return ["", `${number}. ${chapter.title[code]}`, ...opening, ...lines.map(item)];
}

function item({ text, units }: { text: string; units: readonly string[] }): string {
  return wrapped(
    units.length > 0 ? `${text.replace(/\.$/, "")}: ${units.join("; ")}.` : text,
    "   - ",
    "     ",
  );
}

const languages = { vi, en };

function spoken(
  event: Recorded<SeasonEvent>,
  code: LanguageCode,
  { things, isInvented }: { things: Things; isInvented: true | Told | undefined },
): string {
  const text = sentence(languages[code], event, (unit) => nameOf(unit, code), things);
  const mark = code === "vi" ? "giả định" : "invented";
  if (isInvented === undefined) return text;
  return isInvented === true ? `[${mark}] ${text}` : `${text} [${mark}: ${isInvented[code]}]`;
}

/** A signature does not name its unit; its stream does. */
function pledgers({ type, metadata }: Recorded<SeasonEvent>, code: LanguageCode): string[] {
  if (type !== "PledgeSigned") return [];
  return [nameOf(metadata.stream.replace(/^Pledge-(.*)-\d{4}$/, "$1"), code)];
}

function nameOf(unit: string, code: LanguageCode): string {
  const name = members.find((member) => member.unit === unit)?.name ?? unit;
  return code === "en" ? english(name) : name;
}

/** Lines of at most 100 characters. */
function wrapped(text: string, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/\s+/)) {
    if (line.trim() !== "" && line.trim() !== "-" && [...line, ...word].length >= 100) {
      lines.push(line);
      line = rest;
    }
    line += line === first || line === rest ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
