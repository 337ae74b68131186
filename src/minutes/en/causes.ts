import type { Phrases } from "../language.ts";
import type { AnyEvent } from "../words.ts";
import { groundsEn, purposeEn, thisBallotEn } from "./ballot-words.ts";

/** Short words for events that are the cause of an open point. Other events say their own sentence. */
export const causesEn: Partial<Phrases<AnyEvent>> = {
  BlocConstituted: ({ constitutedOn }, say) => `the bloc was constituted on ${say.date(constitutedOn)}`,
  BylawsAdopted: ({ version, adoptedOn }, say) =>
    `version ${say.count(version)} of the bylaws was adopted on ${say.date(adoptedOn)}`,
  CampaignLaunched: ({ launchedOn }, say) => `the campaign was launched on ${say.date(launchedOn)}`,
  CampaignSummedUp: ({ summedUpOn }, say) => `the campaign was summed up on ${say.date(summedUpOn)}`,
  ScaleAdopted: ({ name, adoptedOn }, say) => `the scale “${name}” was adopted on ${say.date(adoptedOn)}`,
  SheetReviewed: ({ unit, reviewedOn }, say) =>
    `the sheet of ${say.unit(unit)} was reviewed on ${say.date(reviewedOn)}`,
  SheetReviewedAgain: ({ unit, reviewedOn }, say) =>
    `the sheet of ${say.unit(unit)} was reviewed again on ${say.date(reviewedOn)}`,
  ScoreboardFinalised: ({ finalisedOn }, say) => `the scores were finalised on ${say.date(finalisedOn)}`,
  ScoreboardCorrected: ({ correctedOn }, say) => `the scores were corrected on ${say.date(correctedOn)}`,
  ConferenceConvened: ({ heldOn }, say) => `the conference of ${say.date(heldOn)} was convened`,
  ConferenceOpened: ({ openedOn }, say) => `the conference opened on ${say.date(openedOn)}`,
  ConferenceClosed: ({ closedOn }, say) => `the conference closed on ${say.date(closedOn)}`,
  BallotOpened: ({ purpose, season }, say) =>
    `the ballot for ${purposeEn(purpose, season, say)} was prepared`,
  DraftAdopted: ({ draft }) => `the conference adopted the draft “${draft}”`,
  BallotAnnulled: ({ ground, annulledOn }, say) =>
    `${thisBallotEn(say)} was annulled on ${say.date(annulledOn)} (${groundsEn[ground]})`,
  BallotRevised: () => "its terms were revised",
  BallotCertified: ({ certification, certifiedOn }, say) =>
    `count record no. ${say.count(certification)} was signed on ${say.date(certifiedOn)}`,
  ResultFinalised: ({ finalisedOn }, say) => `the result is final from ${say.date(finalisedOn)}`,
  RotationOpened: ({ calendar }) => `the chair's rotation was opened from term ${calendar.term}`,
};
