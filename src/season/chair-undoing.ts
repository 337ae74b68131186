import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import { type ChairsKnown, termAfter } from "./chairs-known.ts";
import { againstVote, chairOf, seasonsFor } from "./chosen-chairs.ts";
import type { Claim, Undoing } from "./claim.ts";
import { matterText, type ReasonCode } from "./messages.ts";
import { canServe, goneOn, isSuspendedIn, todayIn } from "./office-votes.ts";

// How the designation of somebody who is elected no more is taken back.

type Content = { office?: "chair" | "deputy"; season: string; term: string; unit: string; ballot: Id };

/** C12: who is no longer elected is taken back, with the reason. */
export function takenBack(facts: ChairsKnown, id: Id, { content }: Claim): Undoing | undefined {
  const { office, term, unit } = content as Content;
  if (office === undefined) return undefined;
  const why = whyTakenBack(facts, id, content as Content);
  if (!why) return undefined;
  const { code, on, note } = why;
  const unmet = matterText("ElectedNotTakenBack", { office, unit, term });
  const command: ChairRotationCommand =
    office === "chair"
      ? {
          type: "UndesignateChair",
          data: { term, chair: unit, code, undesignatedOn: on, ...(note !== undefined && { note }) },
        }
      : {
          type: "ReleaseDeputy",
          data: { term, deputy: unit, releasedOn: on, reason: note ?? reasons[code] },
        };
  return { commands: [{ aggregate: "ChairRotation", id, command }], unmet };
}

const reasons: Record<"annulled" | "recounted" | "unitEnded", ReasonCode> = {
  annulled: "resultAnnulled",
  recounted: "resultRecounted",
  unitEnded: "unitCannotServe",
};
type Why = { code: keyof typeof reasons; on: CivilDate; note?: string };

/** Why a choice counts no more; nothing where the rotation itself lets it go, or has nothing to do with it any more. */
function whyTakenBack(facts: ChairsKnown, id: Id, content: Content): Why | undefined {
  const { office, season, term, unit, ballot } = content;
  const rotation = facts.rotations.get(id);
  const { annulled, record } = facts.results.ballots.get(ballot) ?? {};
  // A rotation is closed together with its bloc (C26), whichever of the two is known first.
  const isOver = rotation?.closedOn ?? facts.members.blocs.get(rotation?.bloc ?? "")?.dissolved?.on;
  const isOfRotation = isOver === undefined && record !== undefined;
  if (!rotation || !isOfRotation || !seasonsFor(facts, id, rotation).includes(season)) return undefined;
  const { bloc, named, seats } = rotation;
  const { certifiedOn } = record;
  // What people agreed on without a ballot is theirs, also where the vote had chosen the same unit.
  const agreed = office === "chair" ? named.get(term) : undefined;
  const isTheirs = agreed?.basis.kind === "conference" && agreed.basis.ballot === undefined;
  if (isTheirs && agreed.unit === unit) return undefined;
  // A chair in office stays, and so does the deputy of a term that has ended.
  const number = termAfter(rotation.calendar, season)?.number ?? -1;
  const running = seats.at(-1)?.number ?? -1;
  if (office === "chair" ? number <= running : number < running) return undefined;
  if (annulled) {
    const { annulledOn, reason } = annulled;
    return { code: "annulled", on: laterOf(annulledOn, certifiedOn), note: reason };
  }
  if (record.outcome.elected[0] !== unit) return { code: "recounted", on: certifiedOn };
  // Another unit was designated in its place already, and who is to chair is left out as deputy.
  const voting = { rotation: id, bloc, season };
  const isOther =
    office === "chair" && (named.get(term)?.decision ?? againstVote(facts, voting)) !== undefined;
  if (isOther || (office === "deputy" && chairOf(facts, rotation, { ...voting, term }) === unit))
    return undefined;
  const gone = goneOn(facts, bloc, { unit, chosenOn: certifiedOn });
  if (gone !== undefined) return { code: "unitEnded", on: laterOf(gone, certifiedOn) };
  if (!canServe(facts, bloc, { unit, on: certifiedOn })) return { code: "unitEnded", on: certifiedOn };
  // The rotation passes over a chair that is suspended; another result that was recorded late goes before this one.
  const isAway = !canServe(facts, bloc, { unit, on: todayIn(facts, bloc) });
  if (isAway || isSuspendedIn(facts, rotation, unit)) return undefined;
  return { code: "recounted", on: certifiedOn };
}
