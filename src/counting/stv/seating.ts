import { fractionText } from "../../kernel/fraction-text.ts";
import type { CountStep, StepData } from "../steps/count-step.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { conclude, type Log, type StvField, type StvState, stvStatus, withStatus } from "./stv.ts";

type Statuses = Pick<StvState<unknown>, "status">;

/** How many seats nobody is elected to yet. */
export function openSeats({ seats }: StvField, { status }: Statuses): number {
  return seats - withStatus(status, stvStatus.pending, stvStatus.elected).length;
}

/** No seat is open, or no more continue than seats are open. */
export function isComplete(field: StvField, state: Statuses): boolean {
  const open = openSeats(field, state);
  return open <= 0 || withStatus(state.status, stvStatus.continuing).length <= open;
}

type Election = {
  readonly elected: readonly number[];
  /** `pending` or `elected`. */
  readonly status: number;
  readonly ground: StepData<"NomineeElected">["ground"];
  readonly level?: boolean;
};

/** Elects, best figure first, equal figures together, or all together where `level`. */
export function elect<V>(
  { nominees }: StvField,
  { compare, order, fractionOf }: Pick<Arithmetic<V>, "compare" | "order" | "fractionOf">,
  state: StvState<V>,
  log: Log,
  { elected, status, ground, level }: Election,
): void {
  const votesOf = (nominee: number) => state.votes[nominee] as V;
  let group: number[] = [];
  for (const nominee of [...elected].sort((a, b) => order(votesOf(b), votesOf(a)) || a - b)) {
    state.status[nominee] = status;
    if (group.length === 0 || !(level || compare(votesOf(group[0] ?? nominee), votesOf(nominee)) === 0)) {
      group = [];
      log.electedOrder.push(group);
    }
    group.push(nominee);
    if (log.isQuiet) continue;
    conclude(log, {
      type: "NomineeElected",
      data: {
        nominee: nominees[nominee] ?? "",
        votes: fractionText(fractionOf(votesOf(nominee))),
        quota: fractionText(fractionOf(state.quota)),
        ground,
      },
    });
  }
}

type Exclusion = {
  readonly nominees: readonly number[];
  readonly ground: StepData<"NomineeExcluded">["ground"];
};

/** Excludes; the papers of the excluded are not moved yet. */
export function exclude<V>(
  field: StvField,
  { fractionOf }: Pick<Arithmetic<V>, "fractionOf">,
  { status, votes }: StvState<V>,
  log: Log,
  { nominees, ground }: Exclusion,
): void {
  for (const nominee of nominees) {
    status[nominee] = stvStatus.excluded;
    if (log.isQuiet) continue;
    conclude(log, {
      type: "NomineeExcluded",
      data: {
        nominee: field.nominees[nominee] ?? "",
        votes: fractionText(fractionOf(votes[nominee] as V)),
        ground,
      },
    });
  }
}

/**
 * The end of a count: the elected are so for good. If as many continue as seats are open, or fewer, they are elected
 * together; else all seats are filled, and the rest is not elected.
 */
export function fillLastSeats<V>(
  field: StvField,
  arithmetic: Pick<Arithmetic<V>, "compare" | "order" | "fractionOf">,
  state: StvState<V>,
  log: Log,
): void {
  const open = openSeats(field, state);
  const rest = withStatus(state.status, stvStatus.continuing);
  for (const nominee of withStatus(state.status, stvStatus.pending))
    state.status[nominee] = stvStatus.elected;
  if (open >= rest.length) {
    const status = stvStatus.elected;
    elect(field, arithmetic, state, log, { elected: rest, status, ground: "lastVacancies", level: true });
    return;
  }
  for (const nominee of rest) {
    state.status[nominee] = stvStatus.excluded;
    conclude(log, seatsFull(field, nominee));
  }
}

/** A nominee who continues when all seats are filled. */
function seatsFull({ nominees }: StvField, nominee: number): CountStep {
  return { type: "NomineeNotElected", data: { nominee: nominees[nominee] ?? "", ground: "seatsFilled" } };
}
