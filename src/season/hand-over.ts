import type { ChairRotationCommand, ChairRotationEvent } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Addressed, idOf, type Process } from "./process.ts";

type Designation = DataOf<ChairRotationEvent, "ChairDesignated">;
type Rotation = { chair: UnitId | undefined; hasFlag: boolean; awaited: Map<Id, Designation> };
type Close = { closedOn: CivilDate; place: string | undefined; condition: string };

/**
 * When the conference that designated the next chair closes, the chair in office hands over to the next chair: at the
 * place of the conference and on that day, with the rotating flag where there is one. `condition` is the condition of
 * the flag, for the receipt.
 */
export function handOverAtClose({ condition }: { condition: string }): Process {
  return {
    name: "hand-over-at-close",
    begin() {
      const rotations = new Map<Id, Rotation>();
      const places = new Map<Id, string>();
      const closes = new Map<Id, Close>();

      return (event) => {
        const id = idOf(event.metadata.stream);
        const rotation = rotations.get(id);
        switch (event.type) {
          case "ConferenceConvened":
          case "ConferenceAdjourned":
            places.set(id, event.data.place);
            return [];
          case "ConferenceClosed": {
            const close = { closedOn: event.data.closedOn, place: places.get(id), condition };
            closes.set(id, close);
            return [...rotations].flatMap(([to, known]) => handover(to, known, known.awaited.get(id), close));
          }
          case "RotationOpened": {
            const { chair, flag } = event.data;
            rotations.set(id, { chair, hasFlag: flag !== undefined, awaited: new Map() });
            return [];
          }
          case "ChairInstalled":
            if (rotation) rotation.chair = event.data.chair;
            return [];
          case "ChairHandedOver":
            if (rotation) rotation.chair = event.data.to;
            return [];
          case "ChairDesignated": {
            const { basis } = event.data;
            if (!rotation || basis.kind !== "conference") return [];
            rotation.awaited.set(basis.conference, event.data);
            return handover(id, rotation, event.data, closes.get(basis.conference));
          }
          case "DeputyDesignated":
            if (rotation) nameDeputy(rotation, event.data);
            return [];
          default:
            return [];
        }
      };
    },
  };
}

function nameDeputy({ awaited }: Rotation, { term, deputy }: { term: Id; deputy: UnitId }) {
  for (const [conference, designation] of awaited) {
    if (designation.term === term) awaited.set(conference, { ...designation, deputy });
  }
}

function handover(
  id: Id,
  { chair: from, hasFlag }: Rotation,
  designation: Designation | undefined,
  close: Close | undefined,
): Addressed[] {
  // A chair that is elected again hands nothing over. Without a chair in office, a decision installs the next one.
  if (!designation || !close || from === undefined || from === designation.chair) return [];
  const { term, chair: to, deputy } = designation;
  const { closedOn: handedOverOn, place, condition } = close;
  const flag = hasFlag ? { condition } : undefined;
  const data = { term, from, to, deputy, handedOverOn, place, flag };
  const command: ChairRotationCommand = { type: "HandOverChair", data };
  return [{ aggregate: "ChairRotation", id, command }];
}
