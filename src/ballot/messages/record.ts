import * as z from "zod/mini";
import { Id } from "../../kernel/ids.ts";
import { list } from "../../kernel/list.ts";
import { CivilDate } from "../../kernel/time.ts";
import { Season } from "../../vocabulary/season.ts";
import { BallotForm, SelectionMode } from "../../vocabulary/voting-rules.ts";
import {
  annulment,
  answer,
  BrokenBy,
  certificate,
  complaint,
  Particulars,
  particulars,
  reading,
  result,
  units,
} from "../fields.ts";
import { Outcome } from "../result.ts";
import { Follows, MethodKind, Purpose, Tellers, terms } from "../terms.ts";

// The words after the count: the signed record, complaints, and how the ballot ends.

const { seats, bylawsVersion } = terms;

export const recordCommands = {
  /**
   * Sets what the record of the count says beside the ballot itself, as a whole, at any moment before it is signed. All
   * is optional. Figures of papers that do not add up are refused, as are absences of units in the room.
   */
  RecordParticulars: particulars,
  /**
   * The tellers sign the result, the head among them; a tie must be settled, and the day of the vote recorded before: a
   * record is of that day or a later one. A later record never ends the time for complaints earlier. Its days are as
   * people give them, and may be long past when the office records them; the envelope of the event says when it did.
   */
  CertifyBallot: certificate,
  /**
   * A unit complains (khiếu nại) within the time for complaints: from the day of the first signed record to the last day
   * for complaints of the last one. The day on which it complains counts, and not the day on which the office records
   * that: a complaint in time is not lost while the result is not final, neither by a recount nor by its new record. It is
   * raised and answered while votes are counted again, too.
   */
  ChallengeResult: complaint,
  /**
   * The complaint is right: a recount must follow, or an annulment. A recount has followed also where the complaint was
   * raised before it, and is upheld before the record of it is signed.
   */
  UpholdChallenge: answer,
  /** The complaint is not right; the result stays. */
  DismissChallenge: answer,
  /**
   * Voids the ballot; refused where its ground does not exist. The history stays. A final result is voided only from
   * outside: by an authority, or because the tie is gone that a run-off was held for.
   */
  AnnulBallot: annulment,
  /** Makes the result final; refused while complaints are possible or pending. */
  FinaliseResult: { finalisedOn: CivilDate },
};

export const recordEvents = {
  /** The particulars of the record of the count, which replace any earlier ones. */
  ParticularsRecorded: particulars,
  /** The tellers signed the record of the count. After a recount, a later record supersedes the one that it names. */
  BallotCertified: {
    certification: reading,
    supersedes: z.optional(reading),
    season: Season,
    conference: z.optional(Id),
    bloc: z.optional(Id),
    purpose: Purpose,
    bylawsVersion,
    form: BallotForm,
    selection: SelectionMode,
    /** The method of the terms; absent for `forAndAgainst`, and after a consensus. */
    method: z.optional(MethodKind),
    nominees: units,
    seats,
    /** Absent after a consensus, where nothing is counted. */
    count: z.optional(z.strictObject(result)),
    /** Elected units by id, not by rank. A run-off may end undecided: the ladder of its parent goes on. */
    outcome: Outcome,
    brokenBy: list(BrokenBy, { max: 60 }),
    follows: z.optional(Follows),
    tellers: Tellers,
    particulars: z.optional(Particulars),
    ...certificate,
  },
  ResultChallenged: complaint,
  /** A recount or an annulment must follow, unless a recount that the complaint led to has no record yet. */
  ChallengeUpheld: answer,
  ChallengeDismissed: answer,
  BallotAnnulled: annulment,
  /** No complaint is open, and the time for complaints is over. */
  ResultFinalised: { certification: reading, outcome: Outcome, finalisedOn: CivilDate },
};
