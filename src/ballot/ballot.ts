import { decider } from "../kernel/decider.ts";
import { decideAssembly, evolveAssembly } from "./assembly.ts";
import { decideBox, evolveBox } from "./box.ts";
import { decideCertification, evolveCertification } from "./certification.ts";
import { decideChair, evolveChair } from "./chair.ts";
import { decideChallenges, evolveChallenges } from "./challenges.ts";
import { decideConferenceRoom, evolveConferenceRoom } from "./conference-room.ts";
import { digestedPapers } from "./digested-papers.ts";
import { BallotCommand, BallotEvent, BallotRejection } from "./messages.ts";
import { decideParticulars, evolveParticulars } from "./particulars.ts";
import { decideRollCall, evolveRollCall } from "./roll-call.ts";
import { decideRoom, evolveRoom } from "./room.ts";
import { decideRunOffs, evolveRunOffs } from "./run-offs.ts";
import type { Ballot } from "./state.ts";
import { decideTally, evolveTally } from "./tally.ts";
import { decideTies, evolveTies } from "./ties.ts";

/**
 * A ballot (bỏ phiếu, bình chọn) that an assembly can trust. Its terms are frozen before the first paper. The quorum is
 * established before the vote. Papers go out by name and come back without one. The box is opened once. Two tellers and
 * the papers must agree. A tie climbs a ladder that was fixed before the vote. Nothing is overwritten.
 *
 * The order of a secret ballot: `OpenBallot`; `TakeRoom` where it is held at a conference, else `CheckIn` for each unit
 * and `AcceptProxy` for the absent, of whom `ConsultInWriting` asks others; `OpenVoting`; `IssuePaper` for each unit;
 * `CloseBox`; `SealBox`, where the procedure asks for a seal; `OpenBox`; `SubmitTally` by two tellers; the steps of the
 * ladder where units are tied; `RecordParticulars`, at any time until now; `CertifyBallot`; and `FinaliseResult` after the
 * time for complaints. `CountDeposits` may come at any time before `OpenBox`, and may be left out.
 *
 * A show of hands goes from `OpenVoting` to `SubmitTally`. A roll-call has `RecordCalledVote` for each unit and
 * `CloseRollCall` instead, and a consensus `AcclaimNominees`.
 */
export const ballot = /* @__PURE__ */ decider<Ballot, BallotCommand, BallotEvent, BallotRejection>({
  name: "Ballot",
  commands: BallotCommand,
  events: BallotEvent,
  rejections: BallotRejection,
  initialState: { status: "blank" },
  decide: {
    ...decideAssembly,
    ...decideRoom,
    ...decideConferenceRoom,
    ...decideBox,
    ...decideTally,
    ...decideRollCall,
    ...decideChair,
    ...decideTies,
    ...decideParticulars,
    ...decideRunOffs,
    ...decideCertification,
    ...decideChallenges,
  },
  evolve: {
    ...evolveAssembly,
    ...evolveRoom,
    ...evolveConferenceRoom,
    ...evolveBox,
    ...evolveTally,
    ...evolveRollCall,
    ...evolveChair,
    ...evolveTies,
    ...evolveParticulars,
    ...evolveRunOffs,
    ...evolveCertification,
    ...evolveChallenges,
  },
  digested: digestedPapers,
});
