/**
 * Ten units elect their chair in rotation from 2024 on, through the reform of March and July 2025: departments merge in
 * the middle of a term, the sitting chair among them. The units are real ones, what happens to this bloc is invented.
 * `--svg` prints the picture instead, `--en` says everything in English.
 */
import {
  ChairRotationCommand,
  chairRotation,
  en,
  explain,
  explained,
  forecast,
  run,
  sentence,
  vi,
} from "thidua";
import { agenda, emulationBloc, officeOn } from "thidua/chair-rotation";
import { timeline, timelineEn, timelineVi } from "thidua/timeline";

const { create } = ChairRotationCommand;
const isEnglish = process.argv.includes("--en");
const language = isEnglish ? en : vi;

const units: readonly [id: string, name: string, inEnglish: string][] = [
  ["noi-vu", "Sở Nội vụ", "Department of Home Affairs"],
  ["lao-dong", "Sở Lao động - Thương binh và Xã hội", "Department of Labour and Social Affairs"],
  ["ke-hoach", "Sở Kế hoạch và Đầu tư", "Department of Planning and Investment"],
  ["tai-chinh", "Sở Tài chính", "Department of Finance"],
  ["xay-dung", "Sở Xây dựng", "Department of Construction"],
  ["giao-thong", "Sở Giao thông vận tải", "Department of Transport"],
  ["tai-nguyen", "Sở Tài nguyên và Môi trường", "Department of Natural Resources"],
  ["nong-nghiep", "Sở Nông nghiệp và Phát triển nông thôn", "Department of Rural Development"],
  ["thanh-tra", "Thanh tra tỉnh", "Provincial Inspectorate"],
  ["chau-thanh", "Tòa án nhân dân huyện Châu Thành", "People's Court of Châu Thành District"],
  ["nong-nghiep-moi-truong", "Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment"],
  ["khu-vuc", "Tòa án nhân dân khu vực", "Regional People's Court"],
  ["khoi", "Khối thi đua các sở, ngành", "Emulation bloc of departments"],
];
const names = (id: string) => {
  const [, name, inEnglish] = units.find(([unit]) => unit === id) ?? [];
  return isEnglish ? inEnglish : name;
};
const nameIn = (id: string) => names(id) ?? id;

const first = units.slice(0, 10);
const swap = isEnglish ? "2026-for-2027" : "2026-2027";

type Recorded = [on: string, command: ChairRotationCommand];

/** The conference elects chair and deputy of a term. */
const elect = (designatedOn: string, chosen: { term: string; chair: string; deputy: string }): Recorded => [
  designatedOn,
  create.DesignateChair({ ...chosen, basis: { kind: "conference", conference: "tong-ket" }, designatedOn }),
];

/** The chair is handed over, and the rotating flag with it. */
const handOver = (handedOverOn: string, sides: { term: string; from: string; to: string }): Recorded => [
  handedOverOn,
  create.HandOverChair({
    ...sides,
    handedOverOn,
    flag: { condition: isEnglish ? "in good order" : "nguyên vẹn" },
  }),
];

/** A unit that begins with the merger is given its name. */
const merge = (on: string, merger: { units: string[]; into: string; mergedOn: string }): Recorded => {
  const isNew = !first.some(([unit]) => unit === merger.into);
  return [on, create.MergeInRotation({ ...merger, ...(isNew && { name: nameIn(merger.into) }) })];
};

/** What was recorded, with the day on which it was: a merger is decided before it takes effect. */
const recorded: readonly Recorded[] = [
  [
    "2023-12-20",
    create.OpenRotation({
      bloc: "khoi",
      roster: first.map(([unit, name, inEnglish]) => ({ unit, name: isEnglish ? inEnglish : name })),
      policy: emulationBloc,
      calendar: { term: "2024", startsOn: "2024-01-01", months: 12 },
      chair: "noi-vu",
      deputy: "lao-dong",
      flag: {
        flag: "co-luan-luu",
        issuer: isEnglish ? "Provincial People's Committee" : "UBND tỉnh",
        issuedOn: "2023-12-15",
      },
    }),
  ],
  elect("2023-12-20", { term: "2025", chair: "lao-dong", deputy: "ke-hoach" }),
  elect("2023-12-20", { term: "2026", chair: "giao-thong", deputy: "tai-chinh" }),
  elect("2023-12-20", { term: "2027", chair: "tai-chinh", deputy: "xay-dung" }),
  elect("2023-12-20", { term: "2028", chair: "xay-dung", deputy: "thanh-tra" }),
  [
    "2024-06-01",
    create.ProposeSwap({
      swap,
      a: { term: "2026", unit: "giao-thong" },
      b: { term: "2027", unit: "tai-chinh" },
      proposedBy: "giao-thong",
      proposedOn: "2024-06-01",
    }),
  ],
  ["2024-06-20", create.ConsentToSwap({ swap, unit: "tai-chinh", consentedOn: "2024-06-20" })],
  handOver("2025-01-09", { term: "2025", from: "noi-vu", to: "lao-dong" }),
  merge("2025-02-20", { units: ["lao-dong"], into: "noi-vu", mergedOn: "2025-03-01" }),
  merge("2025-02-20", { units: ["ke-hoach"], into: "tai-chinh", mergedOn: "2025-03-01" }),
  merge("2025-02-20", { units: ["giao-thong"], into: "xay-dung", mergedOn: "2025-03-01" }),
  merge("2025-02-20", {
    units: ["tai-nguyen", "nong-nghiep"],
    into: "nong-nghiep-moi-truong",
    mergedOn: "2025-03-01",
  }),
  merge("2025-06-25", { units: ["chau-thanh"], into: "khu-vuc", mergedOn: "2025-07-01" }),
  handOver("2026-01-08", { term: "2026", from: "noi-vu", to: "tai-chinh" }),
];

const result = run(
  chairRotation,
  recorded.map(([on, command], at) => ({
    ...command,
    metadata: { now: new Date(`${on}T03:00:00Z`), commandId: `command-${at}`, actor: "office" },
  })),
);
if (!result.ok) throw new Error(sentence(language, result.rejection, names));
const { state: rotation, events } = result;
if (rotation.status === "blank") throw new Error("it was opened above");

if (process.argv.includes("--svg")) {
  const drawn = { language: isEnglish ? timelineEn : timelineVi, names };
  console.log(timeline(agenda(events, { number: 6 }), drawn));
} else {
  const say = language.say(names);
  const openSeat = (chosen: string) => (isEnglish ? `to be elected (${chosen})` : `chưa bầu (${chosen})`);
  const seat = (unit: string | undefined) =>
    unit === undefined ? (isEnglish ? "nobody" : "chưa có") : nameIn(unit);

  console.log(isEnglish ? "What was recorded:" : "Diễn biến:");
  for (const event of events) console.log(`  ${sentence(language, event, names)}`);

  console.log(
    isEnglish
      ? "\nWho was chair and who was deputy:"
      : "\nĐơn vị nào là Khối trưởng, đơn vị nào là Khối phó:",
  );
  for (const day of ["2025-01-08", "2025-01-09", "2025-02-28", "2025-03-01", "2026-01-08"]) {
    const { holder, deputy } = officeOn(rotation, day);
    console.log(
      isEnglish
        ? `  ${say.date(day)}: chair: ${seat(holder)}; deputy: ${seat(deputy)}`
        : `  ${say.date(day)}: Khối trưởng: ${seat(holder)}; Khối phó: ${seat(deputy)}`,
    );
  }

  console.log(
    isEnglish ? "\nThe chair of each term up to 2030:" : "\nKhối trưởng từng nhiệm kỳ đến năm 2030:",
  );
  for (const { term, chair } of forecast(rotation, { number: 6 })) {
    const chosen = chair.kind === "open" ? openSeat(say.either(chair.among.map(nameIn))) : undefined;
    console.log(`  ${term}: ${chosen ?? seat(chair.kind === "unit" ? chair.unit : undefined)}`);
  }

  for (const term of ["2025", "2026", "2027"]) {
    console.log(isEnglish ? `\nWhy is that so in ${term}?` : `\nVì sao nhiệm kỳ ${term} như vậy?`);
    const reasons = explain(events, term);
    for (const line of reasons ? explained(language, reasons, names) : []) console.log(`  ${line}`);
  }
}
