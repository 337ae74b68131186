import type { StepData } from "../counting/steps/count-step.ts";

/**
 * Whether a seat is filled in the only branch of a count so far. Branches are numbered as they are met, seat after seat:
 * once a tie has parted the count, none has the number of its seats, or leads to the number after its own.
 */
export function isOnlyBranch({ branch, elected, next }: StepData<"SeatFilled">): boolean {
  const [only, another] = next;
  return branch === elected.length && only?.branch === branch + 1 && another === undefined;
}
