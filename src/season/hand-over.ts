import type { ChairRotationCommand, ChairRotationEvent } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";
import { type Process, process } from "../process/pure-process.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { SeasonEvent } from "./messages.ts";

type Designation = DataOf<ChairRotationEvent, "ChairDesignated">;
type Close = { closedOn: CivilDate; place: string | undefined };

/** Who is in the office of a rotation in the running term: the chair or, where there is none, who acts for it. */
type Office = { term: string | undefined; chair: UnitId | undefined; acting: UnitId | undefined };
type Rotation = Office & {
  hasFlag: boolean;
  /** Whether the heir of a chair that merges or is split up takes over; else the chair has left. */
  isHeirs: boolean;
  /** Who became another unit, and from which day on. */
  became: { on: CivilDate; units: readonly UnitId[]; heir: UnitId }[];
  awaited: Map<Id, Designation>;
  /** The office before the last handover that it asked for. */
  before: Office | undefined;
};

/** The rotations with their chairs and the designations of each conference; and where each conference met and closed. */
type Handovers = { rotations: Map<Id, Rotation>; places: Map<Id, string>; closes: Map<Id, Close> };

/**
 * When the conference that designated the next chair closes, the chair in office hands over to the next chair: at the
 * place of the conference and on that day, with the rotating flag where there is one. A chair that is elected again hands
 * over to itself, so that its next term begins, and keeps the flag. Where nobody is in the chair, who acts for it hands
 * over, without the flag; where nobody does, the next chair is installed. `condition` is the condition of the flag, for
 * the receipt.
 */
export function handOverAtClose({ condition }: { condition: string }): Process<Handovers, SeasonEvent> {
  return process<Handovers, SeasonEvent>({
    name: "hand-over-at-close",
    version: 1,
    initialState: { rotations: new Map(), places: new Map(), closes: new Map() },
    evolve: {
      ConferenceConvened({ places }, { place }, { id }) {
        places.set(id, place);
      },
      ConferenceAdjourned({ places }, { place }, { id }) {
        places.set(id, place);
      },
      ConferenceClosed({ rotations, places, closes }, { closedOn }, { id }) {
        closes.set(id, { closedOn, place: places.get(id) });
        for (const rotation of rotations.values()) takeOffice(rotation, rotation.awaited.get(id));
      },
      ...rememberOffice,
      ...rememberDesignations,
    },
    want: {
      ConferenceClosed({ rotations, places }, { closedOn }, { id }) {
        const close = { closedOn, place: places.get(id) };
        return [...rotations].flatMap(([to, rotation]) =>
          handover(to, rotation, { designation: rotation.awaited.get(id), close, condition }),
        );
      },
      ChairDesignated({ rotations, closes }, designation, { id }) {
        const rotation = rotations.get(id);
        if (!rotation || designation.basis.kind !== "conference") return [];
        const close = closes.get(designation.basis.conference);
        return handover(id, rotation, { designation, close, condition });
      },
    },
  });
}

type Remembering = NonNullable<Parameters<typeof process<Handovers, SeasonEvent>>[0]["evolve"]>;

/** Who is in the chair, as people record it. */
const rememberOffice = {
  RotationOpened({ rotations }, { chair, flag, calendar, policy }, { id }) {
    const office = { term: chair === undefined ? undefined : calendar.term, chair, acting: undefined };
    const rules = { hasFlag: flag !== undefined, isHeirs: policy.merged !== "asLeaver", became: [] };
    rotations.set(id, { ...office, ...rules, awaited: new Map(), before: undefined });
  },
  UnitsMergedInRotation({ rotations }, { units, into: heir, mergedOn: on }, { id }) {
    rotations.get(id)?.became.push({ on, units, heir });
  },
  UnitSplitInRotation({ rotations }, { unit, heir, splitOn: on }, { id }) {
    rotations.get(id)?.became.push({ on, units: [unit], heir });
  },
  ChairInstalled: ({ rotations }, { term, chair }, { id }) => sit(rotations.get(id), term, chair),
  ChairHandedOver: ({ rotations }, { term, to }, { id }) => sit(rotations.get(id), term, to),
  VacantTermBegun: ({ rotations }, { term }, { id }) => sit(rotations.get(id), term, undefined),
  TermVacated({ rotations }, { term }, { id }) {
    const rotation = rotations.get(id);
    if (rotation?.term === term) rotation.chair = undefined;
  },
  ActingChairAppointed({ rotations }, { unit }, { id }) {
    const rotation = rotations.get(id);
    if (rotation) rotation.acting = unit;
  },
  ActingChairEnded({ rotations }, _, { id }) {
    const rotation = rotations.get(id);
    if (rotation) rotation.acting = undefined;
  },
} satisfies Remembering;

/** Who is designated, by the conference that chose. A decision of the authority stands in the place of its vote. */
const rememberDesignations = {
  ChairDesignated({ rotations, closes }, data, { id }) {
    const rotation = rotations.get(id);
    if (!rotation) return;
    const { basis, term } = data;
    if (basis.kind === "conference") rotation.awaited.set(basis.conference, { ...data });
    else for (const [conference] of awaitedFor(rotation, term)) rotation.awaited.set(conference, { ...data });
    if (basis.kind === "conference" && closes.has(basis.conference)) takeOffice(rotation, data);
  },
  ChairUndesignated({ rotations }, { term, chair }, { id }) {
    const rotation = rotations.get(id);
    if (!rotation) return;
    forget(rotation, term, chair);
    // The term has not begun, so what it asked for has not come about.
    if (rotation.term === term) Object.assign(rotation, rotation.before, { before: undefined });
  },
  AgreementVoided({ rotations }, { what, term, unit }, { id }) {
    if (what === "designation" && unit !== undefined) forget(rotations.get(id), term, unit);
  },
  DeputyDesignated({ rotations }, { term, deputy }, { id }) {
    for (const [, designation] of awaitedFor(rotations.get(id), term)) designation.deputy = deputy;
  },
  DeputyReleased({ rotations }, { term, deputy }, { id }) {
    for (const [, designation] of awaitedFor(rotations.get(id), term))
      if (designation.deputy === deputy) designation.deputy = undefined;
  },
} satisfies Remembering;

const awaitedFor = (rotation: Rotation | undefined, term: string): [Id, Designation][] =>
  [...(rotation?.awaited ?? [])].filter(([, designation]) => designation.term === term);

function forget(rotation: Rotation | undefined, term: string, chair: UnitId): void {
  for (const [conference, designation] of awaitedFor(rotation, term))
    if (designation.chair === chair) rotation?.awaited.delete(conference);
}

function sit(rotation: Rotation | undefined, term: string, chair: UnitId | undefined): void {
  if (rotation) Object.assign(rotation, { term, chair, acting: undefined, before: undefined });
}

/** The chair whom it asks the one in office to hand over to is in office from then on, unless people say otherwise. */
function takeOffice(rotation: Rotation, designation: Designation | undefined): void {
  if (!designation || designation.term === rotation.term) return;
  const { term, chair, acting } = rotation;
  sit(rotation, designation.term, designation.chair);
  rotation.before = { term, chair, acting };
}

/** The unit that a chair has become by a day. */
function heirOn({ isHeirs, became }: Rotation, unit: UnitId | undefined, day: CivilDate): UnitId | undefined {
  const inOrder = isHeirs
    ? became.filter(({ on }) => on <= day).toSorted((a, b) => byCodePoints(a.on, b.on))
    : [];
  return inOrder.reduce(
    (now, { units, heir }) => (now !== undefined && units.includes(now) ? heir : now),
    unit,
  );
}

function handover(
  id: Id,
  rotation: Rotation,
  {
    designation,
    close,
    condition,
  }: { designation: Designation | undefined; close: Close | undefined; condition: string },
): Addressed[] {
  const { term: running, acting, hasFlag } = rotation;
  // Somebody may have handed over before the close.
  if (!designation || !close || designation.term === running) return [];
  const { term, chair, deputy, basis } = designation;
  const { closedOn, place } = close;
  const holder = heirOn(rotation, rotation.chair, closedOn);
  const from = holder ?? acting;
  const flag = hasFlag && holder !== undefined && holder !== chair ? { condition } : undefined;
  const command: ChairRotationCommand =
    from === undefined
      ? { type: "InstallChair", data: { term, chair, deputy, installedOn: closedOn, basis } }
      : {
          type: "HandOverChair",
          data: { term, from, to: chair, deputy, handedOverOn: closedOn, place, flag },
        };
  return [{ aggregate: "ChairRotation", id, command }];
}
