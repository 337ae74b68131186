import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import { nextSeason, type Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Addressed, idOf, type Process } from "./process.ts";

type Elected = { chair?: UnitId; deputy?: UnitId };

/**
 * The bloc elects at the conference of a season; the elected units are designated for the next season. The chair is
 * designated when its ballot is certified, together with the deputy, or the deputy alone when it is elected later.
 * Conferences of other blocs are ignored.
 */
export function designateElected({ rotation }: { rotation: Id }): Process {
  return {
    name: "designate-elected",
    begin() {
      const bySeason = new Map<Season, Elected>();
      const blocs = new Map<Id, Id>();
      let bloc: Id | undefined;

      return (event) => {
        const id = idOf(event.metadata.stream);
        if (event.type === "ConferenceConvened") blocs.set(id, event.data.bloc);
        if (event.type === "RotationOpened" && id === rotation) bloc = event.data.bloc;
        if (event.type !== "BallotCertified" || event.data.conference === undefined) return [];
        const { purpose, season, conference, outcome, certifiedOn } = event.data;
        // A store may hold several blocs; the conference of another bloc elects nobody for this rotation.
        if (bloc !== undefined && (blocs.get(conference) ?? bloc) !== bloc) return [];
        const [unit] = outcome.elected;
        if (unit === undefined || (purpose.kind !== "chair" && purpose.kind !== "deputyChair")) return [];
        const known = bySeason.get(season) ?? {};
        const elected = { ...known, [purpose.kind === "chair" ? "chair" : "deputy"]: unit };
        bySeason.set(season, elected);
        return designation({ rotation, elected, known, season, conference, designatedOn: certifiedOn });
      };
    },
  };
}

function designation({
  rotation,
  elected: { chair, deputy },
  known,
  season,
  conference,
  designatedOn,
}: {
  rotation: Id;
  elected: Elected;
  known: Elected;
  season: Season;
  conference: Id;
  designatedOn: CivilDate;
}): Addressed[] {
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
