import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { emulationBloc, euCouncil, swiss } from "../../src/chair-rotation/policies/presets.ts";
import type { Sent } from "../../src/kernel/recorded.ts";
import { sent } from "../../src/kernel/sent.ts";

const { create } = ChairRotationCommand;

/** The command as it is sent at the end of the year 9999, so that no day lies ahead. */
export function timed(command: ChairRotationCommand): Sent<ChairRotationCommand> {
  const now = new Date("9999-12-31T16:59:59.999Z");
  return sent<ChairRotationCommand>(command, { now, commandId: "life", actor: "life" });
}

/** The article names neither the outgoing chair nor all members: judgment and the court are invented here. */
const roster = [
  { unit: "police", name: "Công an tỉnh" },
  { unit: "procuracy", name: "Viện Kiểm sát nhân dân tỉnh" },
  { unit: "military", name: "Bộ Chỉ huy quân sự tỉnh" },
  { unit: "judgment", name: "Cục Thi hành án dân sự tỉnh" },
];

export const decision = {
  kind: "document",
  document: {
    kind: "decision",
    number: "05/QĐ-KNC",
    issuedOn: "2022-01-05",
    issuer: "Khối thi đua Nội chính",
  },
} as const;
export const conference = { kind: "conference", conference: "conference-2022" } as const;
export const receipt = { condition: "nguyên vẹn" };
export const flag = { flag: "flag-1", issuer: "UBND tỉnh Tây Ninh", issuedOn: "2021-01-10" };

export const open = create.OpenRotation({
  bloc: "noi-chinh",
  roster,
  policy: emulationBloc,
  calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
  chair: "judgment",
  deputy: "police",
  flag,
});
export const designate = create.DesignateChair({
  term: "2023",
  chair: "police",
  deputy: "procuracy",
  basis: conference,
  designatedOn: "2023-01-09",
});
/** A first vote for the same term, which is annulled, and the deputy's ballot, which is certified before the chair's. */
export const annulled: ChairRotationCommand[] = [
  create.DesignateChair({
    term: "2023",
    chair: "military",
    deputy: "procuracy",
    basis: { ...conference, ballot: "chair-2022" },
    designatedOn: "2023-01-07",
  }),
  create.UndesignateChair({
    term: "2023",
    chair: "military",
    code: "annulled",
    undesignatedOn: "2023-01-08",
  }),
  create.DesignateDeputy({ term: "2023", deputy: "police", basis: conference, designatedOn: "2023-01-08" }),
];
export const handOver = create.HandOverChair({
  term: "2023",
  from: "judgment",
  to: "police",
  deputy: "procuracy",
  handedOverOn: "2023-01-09",
  place: "Hội trường Cục Thi hành án dân sự tỉnh",
  flag: receipt,
  witness: { name: "Nguyễn Đài Thy", position: "Phó Chủ tịch Thường trực HĐND tỉnh" },
});

/** A rotation by cycle, unit ids a, b, c ... in order, terms named by years from 2022, nobody in the chair yet. */
export const opening = (units: string, policy: Partial<RotationPolicy> = {}) =>
  create.OpenRotation({
    bloc: "bloc",
    roster: [...units].map((unit) => ({ unit })),
    policy: { ...euCouncil, swap: "bothUnits", joiner: "end", horizonTerms: 5, ...policy },
    calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
  });

export const install = (term: string, chair: string) =>
  create.InstallChair({ term, chair, installedOn: `${term}-01-01`, basis: decision });
export const hand = (term: string, from: string, to: string) =>
  create.HandOverChair({ term, from, to, handedOverOn: `${term}-01-01` });
export const propose = (a: string, b: string, swap = "swap") => {
  const side = (text: string) => ({ unit: text.slice(0, -4), term: text.slice(-4) });
  return create.ProposeSwap({
    swap,
    a: side(a),
    b: side(b),
    proposedBy: side(a).unit,
    proposedOn: "2022-03-01",
    expiresOn: "2022-12-31",
  });
};
export const consent = (unit: string, swap = "swap") =>
  create.ConsentToSwap({ swap, unit, consentedOn: "2022-03-02" });
const reason = "theo thỏa thuận";

/** The season of Tây Ninh and what may follow; a cycle with all that happens to an order; the others. */
export const paths: ChairRotationCommand[][] = [
  [
    open,
    ...annulled,
    designate,
    create.NoteIncident({ term: "2022", incident: "hội nghị tổng kết" }),
    handOver,
    create.ReportFlagLost({ custodian: { kind: "unit", unit: "police" }, lostOn: "2023-05-01", reason }),
    create.ReplaceFlag({
      flag: { ...flag, flag: "flag-2", issuedOn: "2023-06-01" },
      to: { kind: "unit", unit: "police" },
    }),
    create.ReportFlagLost({ custodian: { kind: "unit", unit: "police" }, lostOn: "2023-06-10", reason }),
    create.ReportFlagFound({ to: { kind: "unit", unit: "police" }, foundOn: "2023-06-20", note: reason }),
    create.ReleaseDeputy({ term: "2023", deputy: "procuracy", releasedOn: "2023-07-01", reason }),
    create.DesignateDeputy({ term: "2023", deputy: "military", basis: decision, designatedOn: "2023-07-02" }),
    create.LeaveRotation({ unit: "police", leftOn: "2023-08-31", reason }),
    create.InstallChair({ term: "2023", chair: "procuracy", installedOn: "2023-10-01", basis: decision }),
    create.ReceiveFlag({
      from: { kind: "issuer" },
      to: { kind: "unit", unit: "procuracy" },
      receivedOn: "2023-10-02",
      flag: receipt,
    }),
    create.RecordVacancy({ term: "2023", from: "2023-12-01", reason }),
    create.AppointActingChair({ term: "2023", unit: "military", from: "2023-12-01", reason }),
    create.EndActing({ unit: "military", endedOn: "2023-12-20" }),
    create.RecordVacancy({ term: "2024", from: "2024-01-01", reason }),
    create.BeginVacantTerm({ term: "2024", begunOn: "2024-01-01" }),
    create.CloseRotation({ reason, closedOn: "2024-12-31" }),
  ],
  [
    opening("abcdef", { swap: "ratified", skip: { kind: "defer", terms: 3 } }),
    install("2022", "a"),
    create.JoinRotation({ unit: "g", name: "G", joinedOn: "2022-02-01" }),
    create.RenameInRotation({ unit: "g", name: "Gg", renamedOn: "2022-03-01" }),
    propose("b2023", "d2025"),
    consent("d"),
    create.RatifySwap({ swap: "swap", ratifiedOn: "2022-03-03", basis: decision }),
    hand("2023", "a", "d"),
    create.SkipTurn({ term: "2024", unit: "c", reason }),
    propose("f2026", "g2028", "late"),
    create.ExpireSwap({ swap: "late", expiredOn: "2023-01-01" }),
    create.SuspendFromRotation({ unit: "e", suspendedOn: "2024-06-01", reason }),
    create.ReinstateInRotation({ unit: "e", reinstatedOn: "2026-06-01" }),
    create.ChangeTermEnd({ term: "2025", endsOn: "2026-07-01", reason }),
    create.HoldOver({ term: "2026", reason }),
    create.NameSubstitute({ term: "2026", unit: "f", chair: "a", reason }),
    create.SplitInRotation({ unit: "f", heir: "f", others: ["h"], splitOn: "2023-06-01" }),
    create.MergeInRotation({ units: ["a", "g"], into: "z", mergedOn: "2023-07-01" }),
    create.RemoveFromOrder({ term: "2027", unit: "e", reason }),
    create.PlaceInOrder({ term: "2028", unit: "e", place: { kind: "first" }, reason }),
    create.DeclineTurn({ term: "2024", unit: "d", declinedOn: "2023-03-01", reason }),
    create.ReplaceOrder({ term: "2029", order: ["z", "b", "c"], effective: "lapEnds", reason }),
    create.AnnounceOrderLot({
      lot: "lot",
      term: "2035",
      units: ["b", "c", "z"],
      sources: ["Xổ số"],
      announcedOn: "2023-04-01",
    }),
    create.DrawOrder({ lot: "lot", drawn: [{ source: "Xổ số", values: ["735182"] }], drawnOn: "2023-04-02" }),
    create.AdoptRotationPolicy({ term: "2040", policy: swiss, basis: decision }),
  ],
];
