import { type DocumentRef, defaultVotingRules, type Honour } from "thidua";

// A bloc that is invented: five units, and what happens to it from the conference of 2022 on.

export const bloc = "noi-chinh";
export const authority = "UBND tỉnh";
export const members = [
  { unit: "police", name: "Công an tỉnh" },
  { unit: "court", name: "Tòa án nhân dân tỉnh" },
  { unit: "army", name: "Bộ Chỉ huy quân sự tỉnh" },
  { unit: "border", name: "Bộ Chỉ huy Bộ đội Biên phòng tỉnh" },
  { unit: "procuracy", name: "Viện Kiểm sát nhân dân tỉnh" },
];
export const units = members.map(({ unit }) => unit);
/** The clerk who records all of it. */
export const clerk = { id: "van-phong", name: "Trần Thị B" };
export const names = (id: string) =>
  id === clerk.id ? clerk.name : members.find((one) => one.unit === id)?.name;

export const flag: Honour = { kind: "emulationFlag", authority };
export const certificate: Honour = { kind: "certificateOfMerit", authority };

export const voting = { ...defaultVotingRules, tieLadder: [] };
export const tellers = ["Trần Văn Bình", "Lê Thị Chi", "Phạm Văn Dũng"];

export const document = (kind: DocumentRef["kind"], number: string, issuedOn: string): DocumentRef => ({
  kind,
  number,
  issuedOn,
  issuer: authority,
});
