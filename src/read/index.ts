export { type AwardRow, type Awards, awardRows, awards } from "./awards.ts";
export { type ChairRow, type Rotations, rotations, whoChairs } from "./chairs.ts";
export { type Desk, type Due, desk, whatIsDue } from "./due.ts";
export { follow } from "./follow.ts";
export { type Ledgers, ledgers, openMatters } from "./matters.ts";
export { type PledgeRow, type Pledges, pledgeRows, pledges } from "./pledges.ts";
export { type Projection, projection, type StoredEvent, statesOf, together } from "./projection.ts";
export { type Kept, type ReadModel, readModel } from "./read-model.ts";
export { type OpenPoint, openPoints, type SettledPoint } from "./what-is-open.ts";
