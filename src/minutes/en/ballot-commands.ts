import type { BallotCommand } from "../../ballot/messages.ts";
import type { Phrases } from "../language.ts";
import { purposeEn } from "./ballot-words.ts";

/** What each command does, as what somebody is to do. */
export const ballotCommandsEn: Phrases<BallotCommand> = {
  OpenBallot: ({ purpose, season }, say) => `prepare the ballot for ${purposeEn(purpose, season, say)}`,
  ReviseBallot: () => "revise the terms of the ballot",
  TakeRoom: ({ openedOn }) =>
    openedOn !== undefined
      ? "take the room from the conference, which is open"
      : "take the room from the conference, which is not open",
  CheckIn: ({ unit }, say) => `check in ${say.unit(unit)} to the ballot`,
  RecordDeparture: ({ unit }, say) => `record that ${say.unit(unit)} has left the ballot`,
  AcceptProxy: ({ principal, holder }, say) =>
    `accept ${say.unit(holder)} as proxy of ${say.unit(principal)} in the ballot`,
  WithdrawProxy: ({ principal }, say) => `withdraw the proxy of ${say.unit(principal)} in the ballot`,
  ConsultInWriting: ({ unit }, say) => `consult ${say.unit(unit)} in writing`,
  OpenVoting: () => "open the vote",
  CorrectVotingDay: ({ openedOn }, say) => `correct the day of the vote to ${say.date(openedOn)}`,
  IssuePaper: ({ unit }, say) => `issue a paper to ${say.unit(unit)}`,
  ReplacePaper: ({ unit }, say) => `replace the paper of ${say.unit(unit)}`,
  CountDeposits: () => "count the papers put into the box",
  CloseBox: () => "close the box",
  SealBox: () => "seal the papers",
  OpenBox: () => "open the box",
  SubmitTally: () => "hand in a tally",
  RecountPapers: () => "count the papers again",
  RetakeHands: () => "take the show of hands again",
  RecordCalledVote: ({ unit }, say) => `record the vote of ${say.unit(unit)}`,
  CorrectCalledVote: ({ unit }, say) => `correct the recorded vote of ${say.unit(unit)}`,
  CloseRollCall: () => "close the roll-call",
  AcclaimNominees: () => "record that the nominees were acclaimed",
  ObjectToAcclamation: ({ unit }, say) => `record the objection of ${say.unit(unit)} to the acclamation`,
  TakeTieStep: () => "take the next step to break the tie",
  NameChair: () => "name who chairs the session",
  DecideTie: () => "let the chair decide the tie",
  AnnounceLot: () => "announce the lot",
  DrawLot: () => "record the drawing of the lot",
  CallRunOff: () => "call a run-off",
  RecordRunOff: () => "record the result of the run-off",
  VoidRunOff: () => "record that the run-off no longer holds",
  RecordParticulars: () => "record the particulars of the record",
  CertifyBallot: () => "sign the record of the ballot",
  ChallengeResult: () => "record a complaint against the result",
  UpholdChallenge: () => "uphold the complaint",
  DismissChallenge: () => "dismiss the complaint",
  AnnulBallot: () => "annul the ballot",
  FinaliseResult: () => "declare the result final",
};
