import type { Phrases } from "../language.ts";
import type { AnyEvent } from "../words.ts";
import { ballotForVi, groundsVi, thisBallotVi } from "./ballot-words.ts";

/** Short words for events that are the cause of an open point. Other events say their own sentence. */
export const causesVi: Partial<Phrases<AnyEvent>> = {
  BlocConstituted: ({ constitutedOn }, say) => `thành lập khối ngày ${say.date(constitutedOn)}`,
  BylawsAdopted: ({ version, adoptedOn }, say) =>
    `thông qua Quy chế phiên bản ${say.count(version)} ngày ${say.date(adoptedOn)}`,
  CampaignLaunched: ({ launchedOn }, say) => `phát động phong trào thi đua ngày ${say.date(launchedOn)}`,
  CampaignSummedUp: ({ summedUpOn }, say) => `tổng kết phong trào thi đua ngày ${say.date(summedUpOn)}`,
  ScaleAdopted: ({ name, adoptedOn }, say) => `thông qua thang điểm “${name}” ngày ${say.date(adoptedOn)}`,
  SheetReviewed: ({ unit, reviewedOn }, say) =>
    `thẩm định lần một điểm của ${say.unit(unit)} ngày ${say.date(reviewedOn)}`,
  SheetReviewedAgain: ({ unit, reviewedOn }, say) =>
    `thẩm định lần hai điểm của ${say.unit(unit)} ngày ${say.date(reviewedOn)}`,
  ScoreboardFinalised: ({ finalisedOn }, say) => `chốt bảng điểm ngày ${say.date(finalisedOn)}`,
  ScoreboardCorrected: ({ correctedOn }, say) => `điều chỉnh bảng điểm ngày ${say.date(correctedOn)}`,
  ConferenceConvened: ({ heldOn }, say) => `triệu tập hội nghị ngày ${say.date(heldOn)}`,
  ConferenceOpened: ({ openedOn }, say) => `hội nghị khai mạc ngày ${say.date(openedOn)}`,
  ConferenceClosed: ({ closedOn }, say) => `hội nghị bế mạc ngày ${say.date(closedOn)}`,
  BallotOpened: ({ purpose, season }, say) => `chuẩn bị cuộc ${ballotForVi(purpose, say)} năm ${season}`,
  DraftAdopted: ({ draft }) => `hội nghị thông qua dự thảo “${draft}”`,
  BallotAnnulled: ({ ground, annulledOn }, say) =>
    `hủy cuộc ${thisBallotVi(say)} ngày ${say.date(annulledOn)} (${groundsVi[ground]})`,
  BallotRevised: () => "điều chỉnh thể lệ",
  BallotCertified: ({ certification, certifiedOn }, say) =>
    `ký biên bản kiểm phiếu số ${say.count(certification)} ngày ${say.date(certifiedOn)}`,
  ResultFinalised: ({ finalisedOn }, say) => `kết quả chính thức từ ngày ${say.date(finalisedOn)}`,
  RotationOpened: ({ calendar }) => `mở việc luân phiên Khối trưởng từ nhiệm kỳ ${calendar.term}`,
};
