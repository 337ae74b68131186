import { award } from "./award/award.ts";
import { ballot } from "./ballot/ballot.ts";
import { bloc } from "./bloc/bloc.ts";
import { campaign } from "./campaign/campaign.ts";
import { chairRotation } from "./chair-rotation/chair-rotation.ts";
import { conference } from "./conference/conference.ts";
import { pledge } from "./pledge/pledge.ts";
import { scoreboard } from "./scoreboard/scoreboard.ts";

/**
 * The eight aggregates, each by the name that begins its streams.
 *
 * @example
 * Object.entries(aggregates).every(([name, decider]) => name === decider.name) // true
 */
export const aggregates: {
  readonly Bloc: typeof bloc;
  readonly Campaign: typeof campaign;
  readonly Pledge: typeof pledge;
  readonly Scoreboard: typeof scoreboard;
  readonly Conference: typeof conference;
  readonly Ballot: typeof ballot;
  readonly Award: typeof award;
  readonly ChairRotation: typeof chairRotation;
} = {
  Bloc: bloc,
  Campaign: campaign,
  Pledge: pledge,
  Scoreboard: scoreboard,
  Conference: conference,
  Ballot: ballot,
  Award: award,
  ChairRotation: chairRotation,
};
