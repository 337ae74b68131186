export { attainment } from "./attainment.ts";
export { Goal, PledgeCommand, PledgeEvent, PledgeRejection, Verdict } from "./messages.ts";
export { type Pledge, pledge } from "./pledge.ts";
