import { describe, expect, it } from "vitest";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { timelineEn } from "../../src/timeline/en.ts";
import { timeline } from "../../src/timeline/timeline.ts";
import { timelineVi } from "../../src/timeline/vi.ts";
import { eventsOf } from "../calendar/rotations.ts";
import {
  consent,
  decision,
  designate,
  hand,
  handOver,
  install,
  open,
  opening,
  propose,
} from "../chair-rotation/life.ts";
import { all, ofClass, type Read, readXml } from "./xml.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

const drawn = (events: readonly ChairRotationEvent[], number = 3, language = timelineVi) =>
  readXml(timeline(agenda(events, { number }), { language }));

const textsOf = (root: Read) => all(root).flatMap(({ name, text }) => (name === "text" ? [text] : []));
const titleOf = (group: Read | undefined) => group?.children.find(({ name }) => name === "title")?.text;
const numberOf = (read: Read | undefined, name: string) => Number(read?.attributes.get(name));

describe("the timeline of a rotation", () => {
  const tayNinh = eventsOf(open, designate, handOver);

  it("has a title and a description for those who do not see it", () => {
    const root = drawn(tayNinh, 1);
    const [title, description] = root.children;
    expect(root.attributes.get("role")).toBe("img");
    expect(root.attributes.get("lang")).toBe("vi");
    expect(root.attributes.get("aria-labelledby")).toBe(
      [title, description].map((one) => one?.attributes.get("id")).join(" "),
    );
    expect([title?.name, title?.text]).toEqual(["title", "Luân phiên Khối trưởng: noi-chinh"]);
    expect(description?.name).toBe("desc");
    expect(description?.text).toContain(
      "Khối trưởng 2023: Công an tỉnh. Khối trưởng: Công an tỉnh; Khối phó:",
    );
  });

  it("holds nothing from elsewhere: no script, no font, no image, no link but its own hatching", () => {
    const root = drawn(tayNinh);
    const names = new Set(all(root).map(({ name }) => name));
    const drawing = [
      "svg",
      "title",
      "desc",
      "style",
      "defs",
      "pattern",
      "rect",
      "path",
      "line",
      "circle",
      "g",
      "text",
    ];
    expect([...names].filter((name) => !drawing.includes(name))).toEqual([]);
    expect(all(root).find(({ name }) => name === "style")?.text).not.toMatch(/url|import|\/\//);
    const values = all(root).flatMap(({ attributes }) => [...attributes].filter(([key]) => key !== "xmlns"));
    expect(values.filter(([key, value]) => /^on|href/.test(key) || /url\((?!#)|\/\//.test(value))).toEqual(
      [],
    );
  });

  it("names chair, deputy and handover, with the flag where it went along", () => {
    const root = drawn(tayNinh, 1);
    expect(ofClass(root, "chair")).toHaveLength(2);
    expect(ofClass(root, "deputy")).toHaveLength(2);
    const [handover] = ofClass(root, "flag");
    expect(titleOf(handover)).toContain("Cục Thi hành án dân sự tỉnh → Công an tỉnh (09/01/2023)");
    const bare = drawn(eventsOf(opening("ab"), install("2022", "a"), hand("2023", "a", "b")), 1);
    expect(ofClass(bare, "handover")).toHaveLength(1);
    expect(ofClass(bare, "flag")).toHaveLength(0);
  });

  it("shows what is served solid, what is expected with dots and what is not certain with a dashed edge", () => {
    const root = drawn(eventsOf(opening("abcd"), install("2022", "a")), 9);
    const looks = ofClass(root, "chair").map(({ attributes }) => [
      attributes.get("fill")?.replace(/#h[^-]*(-[^-]*){4}/, "#"),
      attributes.get("stroke-dasharray"),
    ]);
    expect([looks[0], looks[1], looks.at(-1)]).toEqual([
      ["#1b4f8a", undefined],
      ["url(#-nominal-chair)", undefined],
      ["#ffffff", "4 3"],
    ]);
    expect(textsOf(root)).toContain("dự kiến →");
  });

  it("shows a swap with both turns, bound to their rows", () => {
    const root = drawn(
      eventsOf(opening("abcd"), install("2022", "a"), propose("b2023", "c2024"), consent("c")),
    );
    const [swaps, turns] = [ofClass(root, "swap"), ofClass(root, "turn")];
    expect([swaps.length, turns.length]).toEqual([2, 2]);
    expect(swaps.map((one) => numberOf(one, "y"))).toEqual(turns.map((one) => numberOf(one, "y")).reverse());
    expect(textsOf(root)).toContain("Khối trưởng do hoán đổi");
  });

  it("shows a substitute in its own row, and the turn that it spends", () => {
    const substitute = create.NameSubstitute({ term: "2023", unit: "b", chair: "d", reason });
    const root = drawn(eventsOf(opening("abcd"), install("2022", "a"), substitute));
    expect(ofClass(root, "substitute")).toHaveLength(1);
    expect(ofClass(root, "turn")).toHaveLength(1);
    expect(textsOf(root)).toContain("Khối trưởng do làm thay");
  });

  it("shows a vacancy in the row for nobody, from its day to the day on which the chair is taken again", () => {
    const events = eventsOf(
      opening("abc"),
      install("2022", "a"),
      create.RecordVacancy({ term: "2022", from: "2022-07-01", reason }),
      create.InstallChair({ term: "2022", chair: "b", installedOn: "2022-10-01", basis: decision }),
    );
    const root = drawn(events, 1);
    const [vacant] = ofClass(root, "vacant");
    const chairs = ofClass(root, "chair");
    const edges = [...chairs.slice(0, 1), vacant, chairs[1]].map((one) => numberOf(one, "x"));
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
    expect(numberOf(vacant, "x") + numberOf(vacant, "width")).toBeCloseTo(numberOf(chairs[1], "x") - 2, 0);
    expect(textsOf(root)).toContain("Khuyết Khối trưởng");
  });

  it("shows who acted, only for as long", () => {
    const events = eventsOf(
      opening("abc"),
      install("2022", "a"),
      create.RecordVacancy({ term: "2022", from: "2022-05-01", reason }),
      create.AppointActingChair({ term: "2022", unit: "b", from: "2022-05-02", reason }),
      create.EndActing({ unit: "b", endedOn: "2022-06-01" }),
    );
    const [interim] = ofClass(drawn(events, 1), "interim");
    const [chair] = ofClass(drawn(eventsOf(opening("abc"), install("2022", "a")), 1), "chair");
    expect(numberOf(interim, "width")).toBeLessThan(numberOf(chair, "width") / 8);
    expect(textsOf(drawn(events, 1))).toContain("Tạm thời điều hành");
  });

  it("shows an interim that begins on the day on which the last term ends, within the picture", () => {
    const acting = create.AppointActingChair({ term: "2022", unit: "b", from: "2023-01-01", reason });
    const root = drawn(eventsOf(opening("ab"), install("2022", "a"), acting), 0);
    const [interim] = ofClass(root, "interim");
    expect(numberOf(interim, "width")).toBe(2);
    expect(numberOf(interim, "x") + 2).toBeLessThan(numberOf(root, "width"));
  });

  it("shows that a chair is not chosen yet, with all who may be", () => {
    const root = drawn(tayNinh, 3);
    expect(ofClass(root, "open").filter(({ name }) => name === "rect")).toHaveLength(2);
    expect(textsOf(root)).toContain("Cục Thi hành án dân sự tỉnh");
    expect(textsOf(root)).toContain("Chưa chọn Khối trưởng");
  });

  it("marks in its row each unit that may still be chosen for a term", () => {
    const policy = { succession: { kind: "electedInRotation" } } as const;
    const root = drawn(eventsOf(create.OpenRotation({ ...opening("abcd", policy).data, chair: "a" })), 5);
    const rings = ofClass(root, "term").map(({ children }) =>
      children.filter(({ attributes }) => attributes.get("class") === "stands"),
    );
    expect(rings.map(({ length }) => length)).toEqual([0, 1, 1, 1, 2, 2]);
    const others = rings[1]?.[0];
    expect(numberOf(others, "y")).toBe(numberOf(rings[4]?.[1], "y"));
    expect(textsOf(root)).toContain("Có thể được chọn");
  });

  it("strikes out what a closed rotation had to come, and plans nothing", () => {
    const closed = create.CloseRotation({ reason, closedOn: "2022-06-30" });
    const root = drawn(eventsOf(opening("abc"), install("2022", "a"), closed));
    expect(ofClass(root, "cancelled")).toHaveLength(3);
    expect(textsOf(root)).not.toContain("dự kiến →");
  });

  const reform = eventsOf(
    opening("abcd"),
    install("2022", "a"),
    create.MergeInRotation({ units: ["b"], into: "c", mergedOn: "2022-03-01" }),
    create.MergeInRotation({ units: ["c", "d"], into: "n", name: "Sở mới", mergedOn: "2022-07-01" }),
    create.JoinRotation({ unit: "e", name: "Ngân hàng", joinedOn: "2022-09-01" }),
    create.LeaveRotation({ unit: "a", leftOn: "2023-12-31", reason }),
    create.SplitInRotation({ unit: "n", heir: "n", others: ["m"], splitOn: "2024-01-01" }),
  );

  it("marks who joins, leaves, merges, begins and is split up, each in a sentence and with a sign", () => {
    const root = drawn(reform, 3);
    expect(ofClass(root, "change").map(titleOf)).toEqual([
      "b sáp nhập vào c (01/03/2022)",
      "c và d hợp nhất thành Sở mới (01/07/2022)",
      "Ngân hàng tham gia luân phiên (01/09/2022)",
      "a thôi tham gia luân phiên (01/01/2024)",
      "Sở mới được chia tách: Sở mới và m (01/01/2024)",
    ]);
    expect(ofClass(root, "arrows")[0]?.children).toHaveLength(4);
    expect(textsOf(root)).toContain("Chuyển sang đơn vị kế thừa");
  });

  it("shows a deputy that merged up to that day, and its heir from then on", () => {
    const merged = eventsOf(
      opening("abcd", { deputy: "nextChair" }),
      install("2022", "a"),
      create.MergeInRotation({ units: ["b"], into: "d", mergedOn: "2022-07-01" }),
    );
    const [before, after] = ofClass(drawn(merged, 0), "deputy");
    expect(numberOf(before, "x") + numberOf(before, "width")).toBeCloseTo(numberOf(after, "x") - 2, 0);
  });

  it("leaves the row of a unit grey while it is no member", () => {
    const root = drawn(reform, 3);
    expect(ofClass(root, "absent")).toHaveLength(7);
  });

  it("has lines behind the bars of a unit while it is suspended, and says from when to when", () => {
    const suspend = (unit: string, suspendedOn: string) =>
      create.SuspendFromRotation({ unit, suspendedOn, reason });
    const suspended = eventsOf(
      opening("abcd"),
      install("2022", "a"),
      suspend("b", "2022-05-01"),
      create.ReinstateInRotation({ unit: "b", reinstatedOn: "2023-08-01" }),
      suspend("c", "2024-01-01"),
      suspend("c", "2024-03-01"),
      suspend("d", "2023-03-01"),
      create.LeaveRotation({ unit: "d", leftOn: "2023-05-31", reason }),
    );
    expect(agenda(suspended, { number: 3 }).suspensions).toEqual([
      { unit: "b", from: "2022-05-01", until: "2023-08-01" },
      { unit: "d", from: "2023-03-01", until: "2023-06-01" },
      { unit: "c", from: "2024-01-01" },
    ]);
    const root = drawn(suspended);
    expect(ofClass(root, "suspensions").flatMap(({ children }) => children.map(titleOf))).toEqual([
      "b bị tạm đình chỉ từ ngày 01/05/2022 đến hết ngày 31/07/2023",
      "d bị tạm đình chỉ từ ngày 01/03/2023 đến hết ngày 31/05/2023",
      "c bị tạm đình chỉ từ ngày 01/01/2024",
    ]);
    expect(textsOf(root)).toContain("Bị tạm đình chỉ");
    expect(root.children[1]?.text).toContain("c bị tạm đình chỉ từ ngày 01/01/2024.");
  });

  it("tells a lost flag from a vacant chair, in the band and in the legend", () => {
    const unit = { kind: "unit", unit: "judgment" } as const;
    const root = drawn(
      eventsOf(
        open,
        create.ReportFlagLost({ custodian: unit, lostOn: "2022-03-01", reason }),
        create.ReportFlagFound({ to: unit, foundOn: "2022-06-01" }),
      ),
      0,
    );
    expect(ofClass(root, "custody").map(titleOf)).toEqual([
      "Cờ luân lưu: Cục Thi hành án dân sự tỉnh (10/01/2021)",
      "Cờ luân lưu: Đã mất (01/03/2022)",
      "Cờ luân lưu: Cục Thi hành án dân sự tỉnh (01/06/2022)",
    ]);
    const legend = ofClass(root, "legend").flatMap((one) => textsOf(one));
    expect(legend).toContain("Cờ luân lưu đã mất");
    expect(legend).not.toContain("Khuyết Khối trưởng");
  });

  it("says in a band of its own who has the flag", () => {
    const held = ofClass(drawn(tayNinh, 1), "custody").map(titleOf);
    expect(held).toEqual([
      "Cờ luân lưu: Cục Thi hành án dân sự tỉnh (10/01/2021)",
      "Cờ luân lưu: Công an tỉnh (09/01/2023)",
    ]);
  });

  it("tells apart in that band those whose names begin alike", () => {
    const names = (unit: string) => `Department of ${unit === "police" ? "Public Order" : "Home Affairs"}`;
    const root = readXml(timeline(agenda(tayNinh, { number: 6 }), { language: timelineEn, names }));
    const lines = ofClass(root, "custody").map((group) => textsOf(group));
    expect(lines).toEqual([
      ["Department of", "Home Affairs"],
      ["Department of", "Public Order"],
    ]);
  });

  it("puts those of whom there is nothing to show into one row", () => {
    const elected = eventsOf(opening("abcdefgh", { succession: { kind: "elected" } }), install("2022", "a"));
    const texts = textsOf(drawn(elected, 3));
    expect(texts).toContain("7 đơn vị khác");
    expect(texts).not.toContain("h");
  });

  it("speaks English too", () => {
    const root = drawn(tayNinh, 1, timelineEn);
    expect(textsOf(root)).toContain("1 January 2022 to 31 December 2023 · 2 terms · 3 units");
    expect(textsOf(root)).toContain("Handover with the rotating flag");
  });

  it("is a picture with a sentence for a rotation that was never opened", () => {
    expect(textsOf(drawn([]))).toContain("Chưa có nhiệm kỳ nào.");
  });
});
