import type { ChairRotationCommand, ChairRotationEvent } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";
import { type Process, process } from "../process/pure-process.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { SeasonEvent } from "./messages.ts";

type Designation = DataOf<ChairRotationEvent, "ChairDesignated">;
type Rotation = { chair: UnitId | undefined; hasFlag: boolean; awaited: Map<Id, Designation> };
type Close = { closedOn: CivilDate; place: string | undefined };

/** The rotations with their chairs and the designations of each conference; and where each conference met and closed. */
type Handovers = { rotations: Map<Id, Rotation>; places: Map<Id, string>; closes: Map<Id, Close> };

/**
 * When the conference that designated the next chair closes, the chair in office hands over to the next chair: at the
 * place of the conference and on that day, with the rotating flag where there is one. `condition` is the condition of
 * the flag, for the receipt.
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
      RotationOpened({ rotations }, { chair, flag }, { id }) {
        rotations.set(id, { chair, hasFlag: flag !== undefined, awaited: new Map() });
      },
      ChairInstalled({ rotations }, { chair }, { id }) {
        const rotation = rotations.get(id);
        if (rotation) rotation.chair = chair;
      },
      ChairHandedOver({ rotations }, { to }, { id }) {
        const rotation = rotations.get(id);
        if (rotation) rotation.chair = to;
      },
      ChairDesignated({ rotations, closes }, data, { id }) {
        const rotation = rotations.get(id);
        if (!rotation || data.basis.kind !== "conference") return;
        rotation.awaited.set(data.basis.conference, data);
        if (closes.has(data.basis.conference)) takeOffice(rotation, data);
      },
      DeputyDesignated({ rotations }, { term, deputy }, { id }) {
        const awaited = rotations.get(id)?.awaited;
        for (const designation of awaited?.values() ?? [])
          if (designation.term === term) designation.deputy = deputy;
      },
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

/** The chair whom it asks the one in office to hand over to is in office from then on, unless people say otherwise. */
function takeOffice(rotation: Rotation, designation: Designation | undefined): void {
  if (designation && rotation.chair !== undefined) rotation.chair = designation.chair;
}

function handover(
  id: Id,
  { chair: from, hasFlag }: Rotation,
  {
    designation,
    close,
    condition,
  }: { designation: Designation | undefined; close: Close | undefined; condition: string },
): Addressed[] {
  // A chair that is elected again hands nothing over. Without a chair in office, a decision installs the next one.
  if (!designation || !close || from === undefined || from === designation.chair) return [];
  const { term, chair: to, deputy } = designation;
  const { closedOn: handedOverOn, place } = close;
  const flag = hasFlag ? { condition } : undefined;
  const data = { term, from, to, deputy, handedOverOn, place, flag };
  const command: ChairRotationCommand = { type: "HandOverChair", data };
  return [{ aggregate: "ChairRotation", id, command }];
}
