/**
 * What follows from what in a bloc, asked before it is recorded, with what is open after each step: a recount moves the
 * flag, the chair's ballot is annulled and voted again, and a unit is merged between its ballot and the decision. The
 * bloc is invented. `--en` says everything in English.
 */
import {
  BallotCommand,
  BlocCommand,
  ChairRotationCommand,
  ConferenceCommand,
  emulationBloc,
  PledgeCommand,
} from "thidua";
import { nextBallotId } from "thidua/season";
import * as fact from "./what-follows/facts.ts";
import { office } from "./what-follows/office.ts";
import { certify, convened, recounted, terms, voted } from "./what-follows/votes.ts";

const isEnglish = process.argv.includes("--en");
const { on, record, ask, look, settle } = office(isEnglish ? "en" : "vi", console.log);
let number = 0;
const step = (vi: string, en: string) => {
  number += 1;
  console.log(`${number}. ${isEnglish ? en : vi}`);
};
const [flagBallot, chairBallot, again] = ["co-2022", "khoi-truong-2023", "khoi-truong-2023-lai"] as const;
const forFlag = ["police", "court", "army", "border"];
const forChair = ["police", "court"];
const certificates = nextBallotId(flagBallot, fact.certificate);

on("2022-01-15");
const decision = fact.document("decision", "15/QĐ-UBND", "2022-01-15");
await record(
  "Bloc",
  fact.bloc,
  BlocCommand.create.ConstituteBloc({
    ...{ name: "Khối thi đua Nội chính", kind: "bloc", authority: fact.authority },
    ...{ members: fact.members, constitutedOn: "2022-01-15", decision },
  }),
  BlocCommand.create.AdoptBylaws({
    version: 1,
    bylaws: {
      voting: fact.voting,
      honours: [
        { honour: fact.flag, seats: 1 },
        { honour: fact.certificate, seats: 2 },
      ],
      chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
    },
    ...{ adoptedOn: "2022-01-15", effectiveFrom: "2022-01-15" },
    document: fact.document("bylaws", "01/QC-KNC", "2022-01-15"),
  }),
);
await record(
  "ChairRotation",
  "khoi",
  ChairRotationCommand.create.OpenRotation({
    ...{ bloc: fact.bloc, roster: fact.members, policy: emulationBloc, chair: "procuracy" },
    calendar: { term: "2022", startsOn: "2022-01-15", months: 12 },
    flag: { flag: "co-luan-luu", issuer: fact.authority, issuedOn: "2022-01-15" },
  }),
);
await record(
  "Pledge",
  "army-2023",
  PledgeCommand.create.DraftPledge({ bloc: fact.bloc, unit: "army", season: "2023", dueOn: "2023-12-31" }),
);

on("2023-01-09");
const day = "2023-01-09";
const conference = ConferenceCommand.create;
await record("Conference", "tong-ket", ...convened(day, "yearEnd", "procuracy"));
await record(
  "Ballot",
  flagBallot,
  terms({
    conference: "tong-ket",
    purpose: { kind: "honour", honour: fact.flag },
    nominees: forFlag,
    seats: 1,
  }),
  ...voted(day, forFlag, [
    { papers: 3, kept: ["police"] },
    { papers: 2, kept: ["court"] },
  ]),
);
step("Ký biên bản bình chọn Cờ thi đua", "The record of the ballot for the flag is signed");
await ask("Ballot", flagBallot, certify(day, "2023-01-16"));
await record(
  "Ballot",
  certificates,
  ...voted(
    day,
    forFlag.filter((unit) => unit !== "police"),
    [
      { papers: 3, kept: ["army", "court"] },
      { papers: 2, kept: ["border"] },
    ],
  ),
  certify(day, "2023-01-16"),
);

step("Thông qua dự thảo quy chế mới", "A draft of new bylaws is adopted");
await record(
  "Conference",
  "tong-ket",
  conference.TableDraft({ draft: "quy-che", title: "Quy chế năm 2023", kind: "bylaws" }),
);
await ask("Conference", "tong-ket", conference.AdoptDraftByConsensus({ draft: "quy-che" }));

step("Ký biên bản bầu Khối trưởng", "The record of the chair's ballot is signed");
await record(
  "Ballot",
  chairBallot,
  terms({ conference: "tong-ket", purpose: { kind: "chair" }, nominees: forChair, seats: 1 }),
  ...voted(day, forChair, [
    { papers: 3, kept: ["police"] },
    { papers: 2, kept: ["court"] },
  ]),
);
await ask("Ballot", chairBallot, certify(day, "2023-01-16"));
step("Hội nghị bế mạc", "The conference closes");
await ask(
  "Conference",
  "tong-ket",
  conference.CloseConference({
    closedOn: day,
    minutes: fact.document("minutes", "01/BB-KNC", day),
    ...{ chair: { name: "Nguyễn Văn A" }, secretary: { name: "Trần Thị B" }, summary: "Tổng kết năm 2022" },
  }),
);
await look();

on("2023-01-11");
step("Kiểm phiếu lại: Cờ thi đua về Tòa án", "A recount moves the flag to the court");
await record(
  "Ballot",
  flagBallot,
  ...recounted(forFlag, [
    { papers: 2, kept: ["police"] },
    { papers: 3, kept: ["court"] },
  ]),
);
await ask("Ballot", flagBallot, certify("2023-01-11", "2023-01-18"));
await look();

on("2023-01-12");
step("Hủy cuộc bầu Khối trưởng", "The chair's ballot is annulled");
await ask(
  "Ballot",
  chairBallot,
  BallotCommand.create.AnnulBallot({
    ...{ ground: "irregularity", reason: "Danh sách cử tri sai", annulledOn: "2023-01-12" },
  }),
);
await look();

on("2023-01-17");
step("Bầu lại Khối trưởng", "The chair is voted again");
await record("Conference", "bat-thuong", ...convened("2023-01-17", "extraordinary", "police"));
await record(
  "Ballot",
  again,
  terms({
    ...{ conference: "bat-thuong", purpose: { kind: "chair" }, nominees: forChair, seats: 1 },
    follows: { kind: "revote", ballot: chairBallot, annulledOn: "2023-01-12" },
  }),
  ...voted("2023-01-17", forChair, [
    { papers: 1, kept: ["police"] },
    { papers: 4, kept: ["court"] },
  ]),
);
await ask("Ballot", again, certify("2023-01-17", "2023-01-24"));
await look();

on("2023-01-18");
step("Bộ Chỉ huy quân sự sáp nhập vào Biên phòng", "The military command is merged into the border guard");
await ask(
  "Bloc",
  fact.bloc,
  BlocCommand.create.MergeMembers({
    ...{ units: ["army"], into: "border", mergedOn: "2023-01-18" },
    decision: fact.document("decision", "20/QĐ-UBND", "2023-01-18"),
  }),
);
await look();

on("2023-02-20");
step("Một tháng sau", "A month later");
await look();
step("Cán bộ xử lý trực tiếp dự thảo, có lý do", "A clerk settles the draft by hand, with a reason");
await settle("DraftNotIssued", "Quy chế cũ tiếp tục áp dụng, Khối đã thống nhất");
await look();
