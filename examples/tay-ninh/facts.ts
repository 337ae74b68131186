import { type DocumentRef, defaultVotingRules, type Honour, type Person, type VotingRules } from "thidua";

/**
 * What the article of 10/01/2023 states, with its own words for names. A season needs more than the article states:
 * this is invented here, and its text says so: [giả định].
 */
export const source = "Tổng kết thi đua Khối thi đua Nội chính năm 2022 (10/01/2023)";

/** The mark after everything that the article does not say. */
export const invented = "[giả định]";

export const provinceChair = "Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh";
export const province = "Ủy ban nhân dân tỉnh Tây Ninh";
export const blocName = "Khối thi đua Nội chính tỉnh Tây Ninh";

/** The article names three members; it says neither how many there are nor who the others are. */
export const members = [
  { unit: "procuracy", name: "Viện Kiểm sát nhân dân tỉnh" },
  { unit: "police", name: "Công an tỉnh" },
  { unit: "military", name: "Bộ Chỉ huy quân sự tỉnh" },
  { unit: "enforcement", name: `Cục Thi hành án dân sự tỉnh ${invented}` },
  { unit: "court", name: `Tòa án nhân dân tỉnh ${invented}` },
  { unit: "border-guard", name: `Bộ Chỉ huy Bộ đội Biên phòng tỉnh ${invented}` },
  { unit: "justice", name: `Sở Tư pháp ${invented}` },
  { unit: "inspectorate", name: `Thanh tra tỉnh ${invented}` },
] as const;
export const units = members.map(({ unit }) => unit);

/** The article does not say who chaired in 2022. Here it is the unit in whose hall the conference met. */
export const outgoingChair = "enforcement";

export const directive: DocumentRef = {
  kind: "directive",
  number: "12/CT-UBND",
  issuedOn: "2021-12-29",
  issuer: provinceChair,
};
export const theme =
  "Phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội, đảm bảo quốc phòng - an ninh năm 2022";
export const plan: DocumentRef = {
  kind: "plan",
  number: "238/KH-KNC",
  issuedOn: "2022-03-02",
  issuer: "Trưởng Khối thi đua Khối Nội chính",
};

export const conferenceDay = "2023-01-09";
export const place = "Hội trường Cục Thi hành án dân sự tỉnh Tây Ninh";
export const viceChair: Person = {
  name: "Nguyễn Đài Thy",
  position:
    "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực Hội đồng nhân dân tỉnh, Phó Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh",
};
export const speech = [
  "Ghi nhận nỗ lực và những kết quả đạt được của các đơn vị thành viên trong Khối",
  "Việc bầu chọn Cờ thi đua và Bằng khen cho thấy các đơn vị trong Khối rất đoàn kết, thống nhất",
  "Năm 2023 và những năm tiếp theo, các đơn vị chưa đạt được kết quả cao cần phấn đấu nhiều hơn nữa",
];

export const flag: Honour = { kind: "emulationFlag", authority: province };
export const certificate: Honour = { kind: "certificateOfMerit", authority: province };

/** The article does not say how the bloc votes. These are the usual rules: a run-off in a tie, then the chair decides. */
export const voting: VotingRules = {
  ...defaultVotingRules,
  tieLadder: [{ kind: "runOff", roundsMax: 2 }, { kind: "chairDecision" }],
};

export const results = [
  {
    field: "Công tác chuyên môn của các đơn vị",
    result:
      "Triển khai thực hiện có hiệu quả phong trào thi đua, đạt được những thành tích đáng kể trên các lĩnh vực chuyên môn; nhiều cách làm hay, linh hoạt, sáng tạo, hiệu quả được phát hiện, nhân rộng; xuất hiện nhiều tấm gương điển hình được các cấp biểu dương, khen thưởng",
  },
  {
    field: "Chính trị, quốc phòng, an ninh",
    result:
      "Góp phần cho tỉnh giữ vững ổn định về chính trị, tạo điều kiện phát triển kinh tế, văn hóa, xã hội; củng cố quốc phòng và an ninh trên địa bàn tỉnh",
  },
];
export const conclusions = [
  "Phong trào được quan tâm lãnh đạo, chỉ đạo tổ chức với nhiều nội dung, hình thức, đổi mới; tạo được sự chuyển biến từ nhận thức đến hành động của cán bộ, công chức, chiến sĩ",
];

/** A document that the article does not name. */
export function inventedDocument(
  kind: DocumentRef["kind"],
  number: string,
  issuedOn: string,
  issuer: string,
): DocumentRef {
  return { kind, number: `${number} ${invented}`, issuedOn, issuer };
}

/** A person that the article does not name, by office. The organisation makes persons distinct. */
export function inventedPerson(name: string, position: string, organisation?: string): Person {
  return { name, position: `${position} ${invented}`, ...(organisation !== undefined && { organisation }) };
}
