export { attainment } from "./attainment.ts";
export { Goal, PledgeCommand, PledgeEvent, PledgeRejection, Verdict, VoidGround } from "./messages.ts";
export { pledge } from "./pledge.ts";
export type { Pledge } from "./state.ts";
