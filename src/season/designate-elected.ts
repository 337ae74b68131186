import type { BallotEvent } from "../ballot/messages.ts";
import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { Addressed } from "../process/messages.ts";
import { type Process, process } from "../process/pure-process.ts";
import { nextSeason, type Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { SeasonEvent } from "./messages.ts";

type Certified = DataOf<BallotEvent, "BallotCertified">;
type Elected = { chair?: UnitId; deputy?: UnitId };

/** Who is elected to the office of each season, the bloc of each conference, and that of the rotation. */
type OfficeElected = { bySeason: Map<Season, Elected>; blocs: Map<Id, Id>; bloc: Id | undefined };

/**
 * The bloc elects at the conference of a season; the elected units are designated for the next season. The chair is
 * designated when its ballot is certified, together with the deputy, or the deputy alone when it is elected later.
 * Conferences of other blocs are ignored.
 */
export function designateElected({ rotation }: { rotation: Id }): Process<OfficeElected, SeasonEvent> {
  return process<OfficeElected, SeasonEvent>({
    name: `designate-elected:${rotation}`,
    version: 1,
    initialState: { bySeason: new Map(), blocs: new Map(), bloc: undefined },
    evolve: {
      ConferenceConvened({ blocs }, { bloc }, { id }) {
        blocs.set(id, bloc);
      },
      RotationOpened(state, { bloc }, { id }) {
        if (id === rotation) state.bloc = bloc;
      },
      BallotCertified(state, data) {
        const elected = electedIn(state, data);
        if (elected) state.bySeason.set(data.season, elected);
      },
    },
    want: {
      BallotCertified(state, data) {
        const elected = electedIn(state, data);
        const known = state.bySeason.get(data.season) ?? {};
        return elected ? designation(rotation, { elected, known, data }) : [];
      },
    },
  });
}

/** The office with whom this ballot elects to it; undefined where it elects nobody of this bloc. */
function electedIn(
  { bySeason, blocs, bloc }: OfficeElected,
  { purpose, season, conference, outcome }: Certified,
): Elected | undefined {
  if (conference === undefined) return undefined;
  // A store may hold several blocs; the conference of another bloc elects nobody for this rotation.
  if (bloc !== undefined && (blocs.get(conference) ?? bloc) !== bloc) return undefined;
  const [unit] = outcome.elected;
  if (unit === undefined || (purpose.kind !== "chair" && purpose.kind !== "deputyChair")) return undefined;
  return { ...bySeason.get(season), [purpose.kind === "chair" ? "chair" : "deputy"]: unit };
}

function designation(
  rotation: Id,
  {
    elected: { chair, deputy },
    known,
    data: { season, conference = "", certifiedOn: designatedOn },
  }: { elected: Elected; known: Elected; data: Certified },
): Addressed[] {
  if (chair === undefined) return [];
  const basis = { kind: "conference" as const, conference };
  const term = nextSeason(season);
  const command: ChairRotationCommand =
    known.chair === chair && deputy !== undefined
      ? { type: "DesignateDeputy", data: { term, deputy, basis, designatedOn } }
      : {
          type: "DesignateChair",
          data: { term, chair, ...(deputy !== undefined && { deputy }), basis, designatedOn },
        };
  return [{ aggregate: "ChairRotation", id: rotation, command }];
}
