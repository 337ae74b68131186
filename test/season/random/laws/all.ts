import { lawsOfAwards } from "./awards.ts";
import { lawsOfCampaigns } from "./campaigns.ts";
import { lawsOfChair } from "./chair.ts";
import { lawsOfDiscipline } from "./discipline.ts";
import { lawsOfMembers } from "./followed.ts";
import { invariants } from "./invariants.ts";
import { lawsOfRevotes } from "./revotes.ts";
import { lawsOfRoom } from "./room.ts";
import { lawsOfRounds } from "./rounds.ts";
import { type Finding, type Judged, read } from "./told.ts";

/** Holds a log against all laws: the end is worked out from what people did, and compared with what stands. */
export function judge(judged: Judged): Finding[] {
  const known = read(judged);
  return [
    ...lawsOfAwards(known),
    ...lawsOfRounds(known),
    ...lawsOfRevotes(known),
    ...lawsOfChair(known),
    ...lawsOfRoom(known),
    ...lawsOfMembers(known),
    ...lawsOfCampaigns(known),
    ...lawsOfDiscipline(known),
    ...invariants(known),
  ];
}
