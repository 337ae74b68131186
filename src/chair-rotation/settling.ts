import type { Decider } from "../kernel/decider.ts";
import { type Decision, reject } from "../kernel/decision.ts";
import type { Sent } from "../kernel/recorded.ts";
import type { CivilDate } from "../kernel/time.ts";
import { askedOn } from "./asked.ts";
import type { ChairRotationCommand, ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import type { ChairRotation } from "./state.ts";
import { firstBroken, isAnythingBound, laidOn, nextVoids } from "./voiding.ts";

type Rotation = Decider<ChairRotation, ChairRotationCommand, ChairRotationEvent, ChairRotationRejection>;
type Answer = Decision<ChairRotationEvent, ChairRotationRejection>;

/**
 * The same decider, but after each event stand the agreements and the owed turns that it ends, with the reason. A command
 * that begins a term first voids what no longer finds its turn on that day. What would be void at once is refused.
 */
export function settling(rotation: Rotation): Rotation {
  return {
    ...rotation,
    decide(command, state) {
      if (state.status !== "open") return rotation.decide(command, state);
      const begunOn = beginningOf(command);
      const ready =
        begunOn === undefined ? ([state, []] as const) : settled(rotation, state, { day: begunOn });
      const answer = rotation.decide(command, ready[0]);
      if (!answer.ok || answer.events.length === 0) return answer;
      // Where nothing is agreed, nothing can be void.
      if (ready[1].length === 0 && !isAnythingBound(state, answer.events)) return answer;
      const day = begunOn ?? askedOn(state, command.metadata);
      return after(rotation, ready[0], { answer, day, before: ready[1] });
    },
  };
}

/** The day for which it is asked what stands, and the terms about which it is asked; all of them unless given. */
type Asked = { day: CivilDate | undefined; concerned?: ReadonlySet<number> | undefined };

function after(
  rotation: Rotation,
  state: ChairRotation,
  {
    answer,
    day,
    before,
  }: {
    answer: Extract<Answer, { ok: true }>;
    day: CivilDate | undefined;
    before: readonly ChairRotationEvent[];
  },
): Answer {
  const { events } = answer;
  const agreed = events.reduce(rotation.evolve, state);
  const concerned = agreed.status === "open" ? laidOn(agreed, events, day) : undefined;
  const [left, voided] = settled(rotation, agreed, { day, concerned });
  if (events.some((event) => stands(agreed, event) && !stands(left, event)))
    return reject({ type: "WithoutEffect", data: {} });
  return { ok: true, events: [...before, ...events, ...voided] };
}

const many = 20;

/** The state without what no longer finds its turn on `day`, and the events that say so. */
function settled(
  rotation: Rotation,
  state: ChairRotation,
  { day, concerned }: Asked,
): readonly [ChairRotation, ChairRotationEvent[]] {
  const voided: ChairRotationEvent[] = [];
  let now = state;
  // Once something is void, what lies elsewhere may be so too.
  for (let next = voidsOf(now, { day, concerned }); next.length > 0; next = voidsOf(now, { day })) {
    voided.push(...next);
    // To fold costs one copy of the rotation, and each step a copy of all agreements.
    now = next.length > many ? rotation.fold(next, now) : next.reduce(rotation.evolve, now);
  }
  return [now, voided];
}

function voidsOf(state: ChairRotation, { day, concerned }: Asked): readonly ChairRotationEvent[] {
  if (state.status !== "open") return [];
  const voids = nextVoids(state, day, concerned);
  if (voids.length > 0) return voids;
  const broken = firstBroken(state, day);
  return broken ? [broken] : [];
}

/** The day on which a command begins a term. */
function beginningOf({ type, data }: Sent<ChairRotationCommand>): CivilDate | undefined {
  switch (type) {
    case "HandOverChair":
      return data.handedOverOn;
    case "InstallChair":
      return data.installedOn;
    case "BeginVacantTerm":
      return data.begunOn;
    case "SeatChair":
      return data.seatedOn;
    default:
      return undefined;
  }
}

/** Whether the state has the agreement that this event made, and it is not void. */
function stands(state: ChairRotation, { type, data }: ChairRotationEvent): boolean {
  if (state.status === "blank") return false;
  if (type === "SwapProposed") return state.swaps.get(data.swap)?.status !== "voided";
  const isMade = ({ event }: { event: ChairRotationEvent }) => event.data === data;
  const { overlays, decisions } = state;
  return [...overlays.values(), ...decisions.values()].some((ones: { event: ChairRotationEvent }[]) =>
    ones.some(isMade),
  );
}
