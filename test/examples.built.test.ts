import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  award,
  ballot,
  bloc,
  campaign,
  chairRotation,
  conference,
  fromJsonLines,
  pledge,
  toJsonLines,
} from "../src/index.ts";
import { processLedger } from "../src/process/process.ts";
import { root } from "./support/packed.ts";

const folder = mkdtempSync(join(tmpdir(), "thidua-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each program printed; many tests look at the same output. */
const outputs = new Map<string, string>();

/** The output of a program of `examples/` with the built package. */
function printed(example: string, ...args: string[]): string {
  const call = JSON.stringify([example, ...args]);
  const known = outputs.get(call);
  if (known !== undefined) return known;
  const tsx = join(root, "node_modules/.bin/tsx");
  const program = ["--tsconfig", "test/support/built.tsconfig.json", join("examples", example)];
  const output = execFileSync(tsx, [...program, ...args], { cwd: root, encoding: "utf8" });
  outputs.set(call, output);
  return output;
}

const season = "tay-ninh-2022.ts";
const examples = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".ts"));

describe("the examples", () => {
  it.each(examples)("%s prints what is expected of it", async (example) => {
    await expect(printed(example)).toMatchFileSnapshot(`expected/${example.replace(/\.ts$/, ".txt")}`);
  });
});

describe("a bloc through the reform of 2025", () => {
  const reform = "05-through-a-reform.ts";

  it("is told in English, too", async () => {
    await expect(printed(reform, "--en")).toMatchFileSnapshot("expected/05-through-a-reform.en.txt");
  });

  it("is drawn as the picture beside it", async () => {
    await expect(printed(reform, "--svg")).toMatchFileSnapshot("../examples/05-through-a-reform.svg");
    await expect(printed(reform, "--svg", "--en")).toMatchFileSnapshot(
      "../examples/05-through-a-reform.en.svg",
    );
  });

  it("hands the chair to the heir on the day of the merger and not before", () => {
    expect(printed(reform)).toContain(
      "28/02/2025: Khối trưởng: Sở Lao động - Thương binh và Xã hội; Khối phó: Sở Kế hoạch và Đầu tư",
    );
    expect(printed(reform)).toContain("01/03/2025: Khối trưởng: Sở Nội vụ; Khối phó: Sở Tài chính");
  });
});

describe("what follows in a bloc", () => {
  it("is told in English, too", async () => {
    await expect(printed("07-what-follows.ts", "--en")).toMatchFileSnapshot(
      "expected/07-what-follows.en.txt",
    );
  });
});

describe("the season of Tây Ninh", () => {
  /** Each thing that the article states, by words that have to appear (seed article, in its order). */
  const statements = [
    ["the directive", "Chỉ thị số 12/CT-UBND ngày 29/12/2021 của Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh"],
    ["its theme", "thắng lợi nhiệm vụ phát triển kinh tế - xã hội, đảm bảo quốc phòng - an ninh năm 2022"],
    ["the plan", "Kế hoạch số 238/KH-KNC ngày 02/03/2022 của Trưởng Khối thi đua"],
    ["the pledges", "Ngay từ đầu năm, các đơn vị thành viên trong Khối đã tổ chức ký kết giao ước thi đua"],
    ["the change", "chuyển biến từ nhận thức đến hành động"],
    ["the day", "09/01/2023"],
    ["the hall", "Hội trường Cục Thi hành án dân sự tỉnh Tây Ninh"],
    ["the matter", "tổng kết công tác thi đua, khen thưởng năm 2022 và ký giao ước thi đua năm 2023"],
    [
      "the guest",
      "Nguyễn Đài Thy, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực Hội đồng nhân dân tỉnh",
    ],
    ["her council", "Phó Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh"],
    ["who attended", "đại diện lãnh đạo và công chức phụ trách công tác thi đua của các đơn vị thành viên"],
    ["the practices", "nhiều cách làm hay, linh hoạt, sáng tạo, hiệu quả được phát hiện, nhân rộng"],
    ["the exemplars", "nhiều tấm gương điển hình được các cấp biểu dương, khen thưởng"],
    ["what it helped", "giữ vững ổn định về chính trị"],
    ["the discussion", "Thảo luận sôi nổi"],
    ["the adoption", "thống nhất"],
    ["the flag", "Cờ thi đua"],
    ["its winner", "Viện Kiểm sát nhân dân tỉnh là đơn vị xuất sắc nhất"],
    ["the certificates", "Công an tỉnh và Bộ Chỉ huy quân sự tỉnh được bầu chọn nhận Bằng khen"],
    ["the speech", "rất đoàn kết, thống nhất"],
    ["its urging", "các đơn vị chưa đạt được kết quả cao cần phấn đấu nhiều hơn nữa"],
    ["the rotating flag", "Cờ luân lưu"],
    ["the next pledge", "giao ước thi đua năm 2023"],
  ] as const;

  it.each(statements)("states %s", (_, words) => {
    expect(printed(season).replace(/\s+/g, " ")).toContain(words);
  });

  it("hands the chair over to the Police with the Procuracy as deputy, and proposes whom the ballots elected", () => {
    const events = join(folder, "events.jsonl");
    printed(season, "--events", events);
    const log = readFileSync(events, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const dataOf = (type: string) => log.filter((event) => event.type === type).map(({ data }) => data);
    expect(dataOf("ChairHandedOver")).toMatchObject([
      { to: "police", deputy: "procuracy", handedOverOn: "2023-01-09" },
    ]);
    expect(dataOf("AwardProposed").map(({ unit, honour }) => [unit, honour.kind])).toEqual([
      ["procuracy", "emulationFlag"],
      ["military", "certificateOfMerit"],
      ["police", "certificateOfMerit"],
    ]);
  });

  it.each([[], ["--en"]])("prints the same from its events alone, byte for byte %j", (...language) => {
    const events = join(folder, "season.jsonl");
    const played = printed(season, "--events", events, ...language);
    expect(printed(season, "--read", events, ...language)).toBe(played);
  });

  it("keeps its events in a file that reads and writes the same, byte for byte", () => {
    const file = join(folder, "log.jsonl");
    printed(season, "--events", file);
    const text = readFileSync(file, "utf8");
    const deciders = [award, ballot, bloc, campaign, chairRotation, conference, pledge, processLedger];
    expect(toJsonLines(fromJsonLines(text, deciders))).toBe(text);
  });

  it("prints the same in English", async () => {
    const text = printed(season, "--en");
    expect(text).toContain("12/CT-UBND");
    expect(text).not.toMatch(/\[giả định\]/);
    await expect(text).toMatchFileSnapshot("expected/tay-ninh-2022.en.txt");
  });

  it("marks what it invents: every line with a vote in it", () => {
    const ballots = /\d+\. Bình chọn[\s\S]*?\n\n/.exec(printed(season))?.[0] ?? "";
    const items = ballots.split(/\n {3}- /).slice(1);
    expect(items.length).toBeGreaterThan(5);
    for (const item of items) expect(item).toContain("[giả");
  });
});
