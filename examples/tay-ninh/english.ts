import * as fact from "./facts.ts";

/** English for the Vietnamese texts of the events, phrase by phrase. A text that is not here stays as it is. */
const dictionary = new Map<string, string>([
  ["Viện Kiểm sát nhân dân tỉnh", "Provincial People's Procuracy"],
  ["Công an tỉnh", "Provincial Police"],
  ["Bộ Chỉ huy quân sự tỉnh", "Provincial Military Command"],
  ["Cục Thi hành án dân sự tỉnh", "Provincial Civil Judgment Enforcement Department"],
  ["Tòa án nhân dân tỉnh", "Provincial People's Court"],
  ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Provincial Border Guard Command"],
  ["Sở Tư pháp", "Department of Justice"],
  ["Thanh tra tỉnh", "Provincial Inspectorate"],
  [fact.blocName, "the Internal-Affairs Emulation Bloc of Tây Ninh province"],
  [fact.province, "the People's Committee of Tây Ninh province"],
  [fact.provinceChair, "the Chair of the People's Committee of Tây Ninh province"],
  [fact.plan.issuer, "the chair of the internal-affairs bloc"],
  [
    fact.theme,
    "emulation to fulfil the tasks of socio-economic development and to secure defence and security in 2022",
  ],
  ["Hội đồng Thi đua - Khen thưởng tỉnh", "the provincial Emulation and Commendation Council"],
  ["Kết quả công tác chuyên môn", "Results of professional work"],
  ["Tổ chức phong trào thi đua", "Organisation of the movement"],
  ["Tỷ lệ hoàn thành nhiệm vụ chuyên môn", "Share of professional tasks completed"],
  ["Đại diện lãnh đạo", "A leader"],
  ["Công chức phụ trách", "An officer"],
  ["Thủ trưởng đơn vị", "head of the unit"],
  ["Chủ tọa", "The chair"],
  ["Thư ký", "The secretary"],
  ["Khối trưởng", "chair unit"],
  ["Văn phòng Khối", "office of the bloc"],
  ["Giải quyết hồ sơ liên ngành trong một ngày", "Files of several agencies settled within a day"],
  ["Cách làm linh hoạt, sáng tạo, hiệu quả", "A flexible, creative and effective way of working"],
  ["Lập thành tích xuất sắc", "Outstanding achievements"],
  [fact.place, "the hall of the Civil Judgment Enforcement Department of Tây Ninh province"],
  ["Tổng kết công tác thi đua, khen thưởng năm 2022", "Summing up emulation and commendation in 2022"],
  ["Ký kết giao ước thi đua năm 2023", "Signing the emulation pledge for 2023"],
  [
    "Tổng kết công tác thi đua, khen thưởng năm 2022 và ký giao ước thi đua năm 2023",
    "Emulation and commendation in 2022 were summed up and the pledge for 2023 was signed",
  ],
  ["Báo cáo tổng kết năm 2022", "Report summing up 2022"],
  ["Phương hướng năm 2023", "Directions for 2023"],
  ["báo-cáo", "report"],
  ["phương-hướng", "directions"],
  ["một-ngày", "within-a-day"],
  ["công-an", "police"],
  ["Thảo luận sôi nổi", "Discussed with animation"],
  ["Bình chọn đơn vị nhận Cờ thi đua", "Choosing the unit for the Flag"],
  ["nguyên vẹn", "intact"],
  ["Trưởng ban kiểm phiếu", "Head of the tellers"],
  ["Ủy viên kiểm phiếu 1", "Teller 1"],
  ["Ủy viên kiểm phiếu 2", "Teller 2"],
  [
    fact.viceChair.position ?? "",
    "Member of the Standing Committee of the provincial Party Committee, Standing Vice-Chair of the provincial People's Council, Vice-Chair of the provincial Emulation and Commendation Council",
  ],
  [fact.speech[0] ?? "", "The efforts and the results of the member units are recognised"],
  [
    fact.speech[1] ?? "",
    "The choosing of the Flag and the Certificates shows that the units of the bloc are united and of one mind",
  ],
  [
    fact.speech[2] ?? "",
    "In 2023 and the years after, units that have not yet achieved high results must strive harder",
  ],
  [fact.results[0]?.field ?? "", "Professional work of the units"],
  [
    fact.results[0]?.result ?? "",
    "The movement was carried out effectively, with considerable achievements in each field; many good, flexible, creative and effective practices were found and replicated; many exemplary cases were commended at every level",
  ],
  [fact.results[1]?.field ?? "", "Politics, defence and security"],
  [
    fact.results[1]?.result ?? "",
    "It helped the province to keep politically stable, gave conditions for economy, culture and society to develop, and strengthened defence and security",
  ],
  [
    fact.conclusions[0] ?? "",
    "The movement was led and organised with care, in many contents and forms and with innovation; it brought a change from awareness to action among officials and soldiers",
  ],
]);

/** A value of plain data with all its texts translated, also the mark of what is invented. */
export function english<T>(value: T): T {
  if (typeof value === "string") return translated(value) as T;
  if (Array.isArray(value)) return value.map(english) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, english(item)])) as T;
}

function translated(text: string): string {
  const isInvented = text.endsWith(` ${fact.invented}`);
  const said = isInvented ? text.slice(0, -fact.invented.length - 1) : text;
  return `${dictionary.get(said) ?? said}${isInvented ? " [invented]" : ""}`;
}
