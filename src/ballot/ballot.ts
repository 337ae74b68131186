import { decider } from "../kernel/decider.ts";
import { decideAssembly, evolveAssembly } from "./assembly.ts";
import { decideBox, evolveBox } from "./box.ts";
import { decideCertification, evolveCertification } from "./certification.ts";
import { decideChair, evolveChair } from "./chair.ts";
import { BallotCommand, BallotEvent, BallotRejection } from "./messages.ts";
import { decideRunOffs, evolveRunOffs } from "./run-offs.ts";
import type { Ballot } from "./state.ts";
import { decideTally, evolveTally } from "./tally.ts";
import { decideTies, evolveTies } from "./ties.ts";

/**
 * A ballot (bỏ phiếu, bình chọn) that an assembly can trust. Its terms are frozen before the first paper. The quorum is
 * established before the vote. Papers go out by name and come back without one. The box is opened once. Two tellers and
 * the papers must agree. A tie climbs a ladder that was fixed before the vote. Nothing is overwritten.
 */
export const ballot = /* @__PURE__ */ decider<Ballot, BallotCommand, BallotEvent, BallotRejection>({
  name: "Ballot",
  commands: BallotCommand,
  events: BallotEvent,
  rejections: BallotRejection,
  initialState: { status: "blank" },
  decide: {
    ...decideAssembly,
    ...decideBox,
    ...decideTally,
    ...decideChair,
    ...decideTies,
    ...decideRunOffs,
    ...decideCertification,
  },
  evolve: {
    ...evolveAssembly,
    ...evolveBox,
    ...evolveTally,
    ...evolveChair,
    ...evolveTies,
    ...evolveRunOffs,
    ...evolveCertification,
  },
});
