import type { BallotEvent } from "../../src/ballot/messages.ts";
import type { DataOf } from "../../src/kernel/messages.ts";
import { invalidReasonsVi } from "../../src/minutes/vi/ballot-count.ts";
import { purposeVi } from "../../src/minutes/vi/ballot-words.ts";
import { basesVi, sayVi } from "../../src/minutes/vi/say.ts";

type Logged<K extends BallotEvent["type"]> = DataOf<BallotEvent, K>;

/**
 * A record of the count (biên bản kiểm phiếu), made from the events of a ballot and from nothing else, in the order of
 * the ministry's form BM.10 and of the election forms 18 and 23. It shows that the facts suffice.
 */
export function recordFrom(log: readonly BallotEvent[], names: ReadonlyMap<string, string>): string[] {
  const say = sayVi((unit) => names.get(unit));
  const terms = last(log, "BallotOpened");
  const { present, byProxy = 0, consulted = 0, needed, openedOn = "" } = last(log, "VotingOpened");
  const { count, outcome, particulars = {}, ...signed } = last(log, "BallotCertified");
  if (!count) throw new RangeError("nothing was counted");
  const { figures, base, lines, invalidReasons = [] } = count;
  const { startedAt, endedAt, absences = [] } = particulars;
  const hour = (at: typeof startedAt) =>
    at ? `${at.hour} giờ ${String(at.minute).padStart(2, "0")}` : "...";
  const byVotes = lines.toSorted((a, b) => b.for - a.for);
  return [
    `Số: ${particulars.number}`,
    "BIÊN BẢN KIỂM PHIẾU",
    `Bầu ${purposeVi(signed.purpose, say)} năm ${signed.season}`,
    `Hồi ${hour(startedAt)}, ngày ${say.date(openedOn)}, tại ${particulars.place}.`,
    `Tổ kiểm phiếu: ${[signed.tellers.head, ...signed.tellers.members].map(({ name }) => name).join(", ")}.`,
    `Tổng số ${terms.electors.length}; có mặt ${present} (ủy quyền ${byProxy}), yêu cầu ít nhất ${needed}; lấy ý kiến bằng văn bản ${consulted}.`,
    ...absences.map(
      ({ unit, reason }) => `Vắng mặt: ${say.unit(unit)}${reason ? `, lý do: ${reason}` : ""}.`,
    ),
    `Phiếu in ra ${particulars.printed}: phát ra ${figures.issued}, hỏng đã đổi ${figures.spoiled}, chưa phát ${particulars.leftOver}.`,
    `Phiếu thu về ${figures.returned}, không thu về ${particulars.unreturned}: hợp lệ ${figures.valid}, không hợp lệ ${figures.invalid}, trắng ${figures.blank}.`,
    ...invalidReasons.map(({ reason, papers }) => `Không hợp lệ do ${invalidReasonsVi[reason]}: ${papers}.`),
    `Bầu ${signed.seats} trong số ${signed.nominees.length}; cần ${base.votesNeeded} phiếu. Tỷ lệ trên ${basesVi[base.of]} (${base.figure}):`,
    ...byVotes.map((line, at) =>
      [
        at + 1,
        say.unit(line.nominee),
        ...[line.for, line.against, line.noOpinion],
        say.percent({ votes: line.for, base: base.figure }),
      ].join(" | "),
    ),
    `Được bầu chọn: ${say.units(outcome.elected)}.`,
    `Nhận khiếu nại đến hết ngày ${say.date(signed.complaintsUntil)}.`,
    `Lập xong hồi ${hour(endedAt)}, thành ${particulars.copies} bản, ngày ${say.date(signed.certifiedOn)}.`,
    `Ký tên: ${signed.signatories.join(", ")}.`,
  ];
}

function last<K extends BallotEvent["type"]>(log: readonly BallotEvent[], type: K): Logged<K> {
  const found = log.findLast((event) => event.type === type);
  if (!found) throw new RangeError(`no ${type}`);
  return found.data as Logged<K>;
}
