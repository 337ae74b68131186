import { ConferenceCommand } from "../../src/conference/messages.ts";

const { create } = ConferenceCommand;

/** Five units, of which two thirds are four. All but the Police and the Procuracy are invented here. */
export const units = ["enforcement", "police", "procuracy", "court", "military"] as const;

export const chair = { name: "Nguyễn Văn A", position: "Cục trưởng" };
export const secretary = { name: "Trần Thị B" };
export const majority = { numerator: 1, denominator: 2, strict: true, base: "present" } as const;
export const minutes = {
  kind: "minutes",
  number: "01/BB-KNC",
  issuedOn: "2023-01-09",
  issuer: "Khối thi đua Nội chính",
} as const;

export const convene = create.ConveneConference({
  bloc: "internal-affairs",
  season: "2022",
  kind: "yearEnd",
  heldOn: "2023-01-09",
  place: "Hội trường Cục Thi hành án dân sự tỉnh",
  host: "enforcement",
  agenda: ["Tổng kết năm 2022", "Ký kết giao ước thi đua năm 2023"],
  entitled: [...units],
  quorum: { numerator: 2, denominator: 3, strict: false },
  proxiesMax: 1,
  bylaws: 1,
});
export const accredit = (unit: string) =>
  create.AccreditDelegation({
    unit,
    delegates: [
      { person: { name: `Lãnh đạo ${unit}` }, role: "leader" },
      { person: { name: `Cán bộ ${unit}` }, role: "officer" },
    ],
    accreditedOn: "2023-01-05",
  });
export const checkIn = (unit: string) => create.CheckInUnit({ unit });
export const leave = (unit: string) => create.LeaveRoom({ unit });
export const proxy = (principal: string, holder: string) =>
  create.AccreditProxy({ principal, holder, accreditedOn: "2023-01-06" });
export const guest = create.AccreditGuest({
  guest: "vice-chair",
  person: { name: "Nguyễn Đài Thy", position: "Phó Chủ tịch Thường trực HĐND tỉnh" },
  mayDirect: true,
});
export const open = create.OpenConference({ openedOn: "2023-01-09", chair, secretary });
export const adjourn = create.AdjournConference({
  to: "2023-01-16",
  place: "Hội trường Công an tỉnh",
  reason: "Không đủ số đơn vị có mặt",
});
export const cancel = create.CancelConference({ reason: "Thiên tai", cancelledOn: "2023-01-08" });
export const table = create.TableDraft({ draft: "plan", title: "Kế hoạch năm 2023", kind: "plan" });
export const tableScale = create.TableDraft({
  draft: "scale",
  title: "Bảng điểm thi đua",
  kind: "scoringScale",
});
export const tablePledge = create.TableDraft({ draft: "pledge", title: "Giao ước 2023", kind: "pledge" });
export const discuss = create.DiscussDraft({
  draft: "plan",
  unit: "police",
  remark: "Nhất trí với dự thảo.",
});
export const amend = create.AmendDraft({
  draft: "plan",
  proposer: "procuracy",
  change: "Bổ sung chỉ tiêu về chuyển đổi số",
});
export const object = create.ObjectToDraft({ draft: "plan", unit: "police", ground: "Chỉ tiêu quá cao" });
export const withdrawObjection = create.WithdrawObjection({ draft: "plan", unit: "police" });
export const consent = create.AdoptDraftByConsensus({ draft: "plan" });
export const vote = (against: number, votes = 5) =>
  create.VoteOnDraft({
    draft: "scale",
    hands: { for: votes - against, against, abstain: 0 },
    threshold: majority,
  });
export const defer = create.DeferDraft({ draft: "pledge", reason: "Chờ Chỉ thị năm 2023" });
export const speech = create.RecordDirectiveSpeech({
  guest: "vice-chair",
  points: ["Ghi nhận kết quả năm 2022", "Đơn vị kết quả chưa cao cần phấn đấu nhiều hơn nữa"],
});
export const ballot = create.HoldBallot({ ballot: "flag-2022", matter: "Bình chọn Cờ thi đua" });
export const settle = create.SettleBallot({ ballot: "flag-2022", end: "certified", settledOn: "2023-01-09" });
export const annul = create.SettleBallot({ ballot: "flag-2022", end: "annulled", settledOn: "2023-01-12" });
export const revise = create.ReviseInvitation({
  entitled: ["enforcement", "police", "court", "military", "border"],
  host: "enforcement",
});
export const signing = create.RecordPledgeSigning({ season: "2023", pledges: ["pledge-1", "pledge-2"] });
export const close = create.CloseConference({
  closedOn: "2023-01-09",
  minutes,
  chair,
  secretary,
  summary: "Các đơn vị thống nhất cao các dự thảo.",
});
export const correct = create.CorrectMinutes({
  statement: "Có 5 đại biểu",
  correction: "Có 10 đại biểu",
  reason: "Ghi nhầm",
  document: { ...minutes, number: "02/BB-KNC", issuedOn: "2023-01-12" },
  correctedOn: "2023-01-12",
});

const arrivals = units.map(accredit);
const four = units.slice(0, 4).map(checkIn);

/** In the room with all five units, and open. */
export const opened = [convene, ...arrivals, guest, ...units.map(checkIn), open];

/** Conferences from the invitation to the end. */
export const paths = [
  [
    ...[convene, ...arrivals, guest, proxy("military", "court"), ...four, open],
    ...[table, discuss, amend, object, withdrawObjection, consent, tableScale, vote(1)],
    ...[
      create.RevokeProxy({ principal: "military" }),
      checkIn("military"),
      tablePledge,
      defer,
      speech,
      ballot,
      settle,
      signing,
    ],
    ...[leave("police"), close, annul, correct],
  ],
  [
    ...[convene, ...arrivals, checkIn("court"), checkIn("police"), open, adjourn, ...four],
    ...[create.OpenConference({ ...open.data, openedOn: "2023-01-16" }), tableScale, vote(3, 4)],
    create.CloseConference({
      ...close.data,
      closedOn: "2023-01-17",
      handover: { condition: "nguyên vẹn" },
    }),
  ],
  [
    ...[
      convene,
      ...arrivals,
      checkIn("procuracy"),
      revise,
      accredit("border"),
      checkIn("border"),
      ...four.slice(0, 2),
    ],
    ...[
      checkIn("court"),
      open,
      ballot,
      create.CloseConference({ ...close.data, leftOpen: ["flag-2022"] }),
      settle,
    ],
  ],
  [convene, accredit("court"), proxy("police", "court"), create.RevokeProxy({ principal: "police" }), cancel],
];
